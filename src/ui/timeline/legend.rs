//! What the bars and marks mean.

use yew::prelude::*;

use super::marks;
use crate::timeline::track::{MarkKind, State, Timeline};
use crate::trace::StrId;
use crate::ui::parts::Swatch;

const ENTRIES: [(State, &str); 4] = [
    (State::Running, "Running"),
    (State::Ready, "Ready, queued"),
    (State::Waiting, "Waiting"),
    (State::Blocking, "Blocking the loop"),
];

/// Kinds of marks that occur somewhere, as bits: printed, cancelled, failed.
pub fn kinds(timeline: &Timeline) -> u8 {
    let bit = |kind: MarkKind| match kind {
        MarkKind::Cancelled => 2,
        MarkKind::Failed => 4,
        _ => 0,
    };
    let of_track = |track: &crate::timeline::Track| {
        let printed = u8::from(!track.prints.is_empty());
        track.marks.iter().fold(printed, |kinds, mark| kinds | bit(mark.kind))
    };
    timeline.tracks.iter().map(of_track).fold(0, |kinds, more| kinds | more)
}

#[derive(Properties, PartialEq)]
pub struct LegendProps {
    /// The marks that occur.
    pub kinds: u8,
}

#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let entry = |(state, label): (State, &'static str)| html! { <li><Swatch {state} />{ label }</li> };
    // Which text was printed does not matter here.
    let all = [(1, MarkKind::Printed(StrId(0)), "Printed"), (2, MarkKind::Cancelled, "Cancelled"), (4, MarkKind::Failed, "Failed")];
    let mark = |(_, kind, label): (u8, MarkKind, &'static str)| {
        html! {
            <li><svg class="point-sample" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{ marks::shape(kind, 8.0, 8.0) }</svg>{ label }</li>
        }
    };
    html! {
        <ul class="legend" aria-label="Legend">
            { for ENTRIES.map(entry) }
            { for all.into_iter().filter(|(bit, ..)| props.kinds & bit != 0).map(mark) }
        </ul>
    }
}
