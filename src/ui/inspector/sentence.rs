//! What happened at a step, and why, in words. Screen readers are told at every step.

use yew::prelude::*;

use crate::session::{Recording, words};
use crate::ui::parts::prose;
use crate::ui::shared::Shared;

#[derive(Properties, PartialEq)]
pub struct SentenceProps {
    pub recording: Shared<Recording>,
    pub step: usize,
    /// Lines executed after the step.
    pub lines: usize,
    /// Something else tells the sentence to screen readers.
    pub is_silent: bool,
}

#[component]
pub fn Sentence(props: &SentenceProps) -> Html {
    let SentenceProps { recording, step, lines, is_silent } = props;
    let explanation = recording.explain_line(*step, *lines);
    let at = recording.at_line(*step, *lines).now;
    html! {
        <div class="sentence" aria-live={if *is_silent { "off" } else { "polite" }} aria-atomic="true">
            <p class="what">{ prose(&explanation.sentence) }</p>
            <p class="why">{ prose(explanation.why.as_deref().unwrap_or_default()) }</p>
            <p class="when"><span>{ words::instant(at) }</span></p>
        </div>
    }
}
