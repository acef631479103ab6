//! Sentences in which names stand in backquotes.

use yew::prelude::*;

/// The text with its names as code.
pub fn prose(text: &str) -> Html {
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
