//! The first steps, until they are closed once and for all.

use yew::prelude::*;

use crate::ui::parts::{IconButton, Shape};
use crate::ui::state::Action;
use crate::ui::state::display::DisplayAction;
use crate::ui::store::Dispatch;

const STEPS: [(&str, &str); 3] = [
    ("Pick a scenario", "“Scenarios” has over seventy, from first steps to puzzles."),
    ("Step through it", "The keys ← and → step, Space plays. Each step says what happens and why."),
    ("Change it, share it", "Every edit runs at once. “Share” makes a link that opens what you see."),
];

#[derive(Properties, PartialEq)]
pub struct WelcomeProps {
    pub dispatch: Dispatch,
}

#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let close = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| {
        dispatch.dispatch(Action::Display(DisplayAction::Welcomed));
    });
    let step = |(title, text): (&'static str, &'static str)| html! { <li><strong>{ title }</strong><span>{ text }</span></li> };
    html! {
        <section class="welcome" role="region" aria-label="First steps">
            <ol class="welcome-steps">{ for STEPS.map(step) }</ol>
            <IconButton shape={Shape::Close} class="quiet" name="Close the first steps" onclick={close} />
        </section>
    }
}
