//! One scenario of the library.

use yew::prelude::*;

use crate::scenario::Link;
use crate::scenario::library::{self, Level, View};
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// Of the entry.
    pub id: &'static str,
    pub dispatch: Dispatch,
}

#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let onclick = use_callback((props.dispatch.clone(), props.id), |_: MouseEvent, (dispatch, id)| open(id, dispatch));
    let Some(entry) = library::by_id(props.id) else { return html! { <li></li> } };
    let view = match entry.view {
        View::Timeline => "",
        View::Compare => "Compare",
        View::Predict => "Predict",
    };
    let level = match entry.level {
        Level::FirstSteps => "first",
        Level::Intermediate => "intermediate",
        Level::Advanced => "advanced",
    };
    html! {
        <li>
            <button type="button" class="choice" {onclick}>
                <strong class="choice-title">{ entry.title }</strong>
                <span class="choice-about">{ entry.look_for }</span>
                <span class="choice-marks">
                    <span class={classes!("level", level)}>{ entry.level.label() }</span>
                    <span class="choice-view">{ view }</span>
                </span>
            </button>
        </li>
    }
}

/// Opens an entry in the view that shows its point.
pub fn open(id: &str, dispatch: &Dispatch) {
    if let Some(entry) = library::by_id(id) {
        let predict = entry.view == View::Predict;
        dispatch.dispatch(Action::Open(Link { scenario: entry.scenario(), variant: 0, step: 0, predict }));
    }
}
