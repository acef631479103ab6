//! A name that is cut in its middle where there is no room: names that begin alike often differ at the end.

use yew::prelude::*;

/// A name of no more characters is cut at its end, if at all.
const SHORT: usize = 14;
/// So many of the last characters of a longer one are always seen.
const TAIL: usize = 6;

/// What stands in for the name in an element that is as wide as there is room.
pub fn elided(name: &str) -> Html {
    let count = name.chars().count();
    match name.char_indices().nth(count.saturating_sub(TAIL)) {
        Some((cut, _)) if count > SHORT => {
            let (head, tail) = name.split_at(cut);
            html! { <span class="elided"><span class="elided-head">{ head.to_owned() }</span><span>{ tail.to_owned() }</span></span> }
        }
        _ => html! { <>{ name.to_owned() }</> },
    }
}
