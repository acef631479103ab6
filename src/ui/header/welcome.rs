//! The first steps, until they are closed once and for all.

use yew::prelude::*;

use crate::scenario::library;
use crate::ui::parts::{IconButton, Shape};
use crate::ui::state::Action;
use crate::ui::state::display::DisplayAction;
use crate::ui::store::Dispatch;

fn steps() -> [(&'static str, String); 3] {
    let pick = format!("“Scenarios” has {} of them, from first steps to puzzles.", library::all().len());
    let step = "By the buttons or the keys ← and →; Space plays. Each step says what happens and why.";
    let change = "Every edit runs at once. “Share” makes a link that opens what you see.";
    [("Pick a scenario", pick), ("Step through it", step.to_string()), ("Change it, share it", change.to_string())]
}

#[derive(Properties, PartialEq)]
pub struct WelcomeProps {
    pub dispatch: Dispatch,
}

#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let close = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| {
        dispatch.dispatch(Action::Display(DisplayAction::Welcomed));
    });
    let step = |(title, text): (&'static str, String)| html! { <li><strong>{ title }</strong><span>{ text }</span></li> };
    html! {
        <section class="welcome" role="region" aria-label="First steps">
            <ol class="welcome-steps">{ for steps().map(step) }</ol>
            <IconButton shape={Shape::Close} class="quiet" name="Close the first steps" onclick={close} />
        </section>
    }
}
