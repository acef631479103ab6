//! What happened at a step, and why, in words. Screen readers are told at every step.

use yew::prelude::*;

use crate::session::{Recording, words};
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
            <p class="what">{ with_names(&explanation.sentence) }</p>
            <p class="why">{ with_names(explanation.why.as_deref().unwrap_or_default()) }</p>
            <p class="when"><span>{ words::instant(happened.at) }</span><span>{ line }</span></p>
        </div>
    }
}

/// A text whose names stand in backquotes.
fn with_names(text: &str) -> Html {
    let piece = |(index, piece): (usize, &str)| {
        // Between the first backquote and the second, and so on.
        if index % 2 == 1 {
            html! { <code>{ piece.to_string() }</code> }
        } else {
            html! { <span>{ piece.to_string() }</span> }
        }
    };
    html! { <>{ for text.split('`').enumerate().map(piece) }</> }
}
