//! The list of activities.

use yew::prelude::*;

use super::activity::ActivityCard;
use crate::scenario::{Body, Scenario};
use crate::ui::edit::{Edit, RowKeys};
use crate::ui::parts::{Icon, Shape};
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct ActivitiesProps {
    pub scenario: Shared<Scenario>,
    pub row_keys: Shared<RowKeys>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Activities(props: &ActivitiesProps) -> Html {
    let add = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| dispatch.dispatch(Action::Edit(Edit::AddActivity)));
    let Body::Blocks(blocks) = &props.scenario.body else { return html! { <ol class="activities"></ol> } };
    let card = |(index, row): (usize, &crate::ui::edit::ActivityKeys)| {
        html! {
            <ActivityCard
                key={row.key}
                {index}
                scenario={props.scenario.clone()}
                row_keys={props.row_keys.clone()}
                only={blocks.activities.len() == 1}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    html! {
        <>
            <ol class="activities">{ for props.row_keys.activities.iter().enumerate().map(card) }</ol>
            <button type="button" class="button add" onclick={add}><Icon shape={Shape::Add} />{ "Add activity" }</button>
        </>
    }
}
