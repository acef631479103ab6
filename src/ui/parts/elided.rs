//! A name that is cut in its middle where there is no room: names that begin alike often differ at the end.

use yew::prelude::*;

/// A name of no more characters is cut at its end, if at all.
const SHORT: usize = 14;
/// So many of the last characters of a longer one are always seen.
const TAIL: usize = 6;

/// What stands in for the name in an element that is as wide as there is room.
pub fn elided(name: &str) -> Html {
    let (head, tail) = name.split_at(tail_of(name));
    if tail.is_empty() {
        return html! { <>{ head.to_owned() }</> };
    }
    html! { <span class="elided"><span class="elided-head">{ head.to_owned() }</span><span>{ tail.to_owned() }</span></span> }
}

/// Where the part begins that is always seen: the number that tells one task from others, or the last characters of a long name.
fn tail_of(name: &str) -> usize {
    let number = name.rfind(" #").filter(|&at| at > 0);
    let count = name.chars().count();
    let last = name.char_indices().nth(count.saturating_sub(TAIL)).map(|(at, _)| at).filter(|_| count > SHORT);
    number.or(last).unwrap_or(name.len())
}

#[cfg(test)]
mod tests {
    use super::tail_of;

    #[test]
    fn what_tells_names_apart_is_seen() {
        let tail = |name: &'static str| &name[tail_of(name)..];
        assert_eq!(["main", "worker #12", "download_report_7", "déjà_vu_et_entendu"].map(tail), ["", " #12", "port_7", "ntendu"]);
    }
}
