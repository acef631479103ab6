//! What happened at a step, and why, in words. Screen readers are told at every step.

use yew::prelude::*;

use crate::session::{Recording, words};
use crate::ui::parts::prose;
use crate::ui::shared::Shared;

#[derive(Properties, PartialEq)]
pub struct SentenceProps {
    pub recording: Shared<Recording>,
    /// As an index into the trace.
    pub event: usize,
}

#[component]
pub fn Sentence(props: &SentenceProps) -> Html {
    let SentenceProps { recording, event } = props;
    let explanation = recording.explain(*event);
    let happened = &recording.trace().events[*event];
    let line = if happened.line > 0 { format!("line {}", happened.line) } else { String::new() };
    html! {
        <div class="sentence" aria-live="polite" aria-atomic="true">
            <p class="what">{ prose(&explanation.sentence) }</p>
            <p class="why">{ prose(explanation.why.as_deref().unwrap_or_default()) }</p>
            <p class="when"><span>{ words::instant(happened.at) }</span><span>{ line }</span></p>
        </div>
    }
}
