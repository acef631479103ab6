//! What stands on paper besides the timeline: the notes and the programs, whole.

use yew::prelude::*;

use crate::scenario::{Program, Scenario};
use crate::ui::shared::Shared;

#[derive(Properties, PartialEq)]
pub struct OnPaperProps {
    pub scenario: Shared<Scenario>,
}

/// On a screen it is not shown.
#[component]
pub fn OnPaper(props: &OnPaperProps) -> Html {
    let programs = use_memo(props.scenario.clone(), |scenario| scenario.programs());
    let program = |program: &Program| html! { <><h2>{ program.name.clone() }</h2><pre>{ program.source.clone() }</pre></> };
    html! {
        <div class="on-paper">
            <p>{ props.scenario.notes.clone() }</p>
            { for programs.iter().map(program) }
        </div>
    }
}
