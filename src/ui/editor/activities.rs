//! The list of activities.

use yew::prelude::*;

use super::activity::ActivityCard;
use crate::scenario::{Body, Scenario};
use crate::trace::Span;
use crate::ui::bar;
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
    let held = use_state_eq(|| None::<Span>);
    let Body::Blocks(blocks) = &props.scenario.body else { return html! { <ol class="activities"></ol> } };
    let scale = bar::scale(blocks);
    // While someone drags, what is under the pointer stays under the pointer.
    let onhold = {
        let held = held.clone();
        Callback::from(move |on: bool| held.set(on.then_some(scale)))
    };
    let card = |(index, row): (usize, &crate::ui::edit::ActivityKeys)| {
        html! {
            <ActivityCard
                key={row.key}
                {index}
                scenario={props.scenario.clone()}
                row_keys={props.row_keys.clone()}
                scale={held.unwrap_or(scale)}
                onhold={onhold.clone()}
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
