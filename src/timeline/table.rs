//! A timeline as rows of text, for readers who cannot see the bars.

use crate::trace::{Span, Time};

use super::ruler::duration;
use super::track::{Call, Slice, Timeline, Track};

/// A slice or a call in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    pub lane: String,
    pub state: &'static str,
    /// Empty for a state that needs none.
    pub reason: String,
    pub from: String,
    pub to: String,
    pub duration: String,
    /// Index of the event it began with.
    pub step: u32,
}

pub const HEADINGS: [&str; 6] = ["Lane", "State", "For", "From", "To", "Duration"];

/// The rows lane by lane, the calls of a lane after its slices. They are made as they are asked for: a long run has many.
pub fn rows(timeline: &Timeline) -> impl Iterator<Item = TextRow> + '_ {
    let of_call = |track: &Track, call: &Call| TextRow {
        lane: timeline.call_label(track, call),
        state: if call.raised { "call that raised" } else { "call" },
        reason: String::new(),
        from: instant(call.from),
        to: instant(call.to),
        duration: duration(call.duration()),
        step: call.step,
    };
    let of_track = |track: &Track, slice: &Slice| TextRow {
        lane: track.label.clone(),
        state: slice.state.name(),
        reason: slice.reason.map(|reason| reason.text(&timeline.names)).unwrap_or_default(),
        from: instant(slice.from),
        to: instant(slice.to),
        duration: duration(slice.duration()),
        step: slice.step,
    };
    timeline.tracks.iter().flat_map(move |track| {
        let slices = track.slices.iter().map(move |slice| of_track(track, slice));
        slices.chain(track.calls.iter().map(move |call| of_call(track, call)))
    })
}

/// The number of [`rows`].
pub fn row_count(timeline: &Timeline) -> usize {
    timeline.slice_count() + timeline.tracks.iter().map(|track| track.calls.len()).sum::<usize>()
}

/// A time in seconds to the µs, without needless zeros but at least two.
fn instant(at: Time) -> String {
    let text = format!("{:.6}", (at - Time::ZERO).as_secs());
    let digits = text.trim_end_matches('0').len().max(text.len() - 4);
    format!("{} s", &text[..digits])
}

/// What a screen reader is told first: how many lanes there are and how long it took.
pub fn summary(timeline: &Timeline) -> String {
    let lanes = timeline.tracks.len();
    let plural = if lanes == 1 { "" } else { "s" };
    format!("{lanes} lane{plural}, {}", duration(Span(timeline.end.0)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn every_slice_is_a_row() {
        let timeline = two_tasks().timeline();
        let all: Vec<_> = rows(&timeline).collect();
        assert_eq!(all.len(), row_count(&timeline));
        let row = all.iter().find(|row| row.state == "blocking the loop").expect("a blocking slice");
        let texts = [&row.lane, &row.reason, &row.from, &row.to, &row.duration];
        assert_eq!(texts, ["blocker", "sleep", "0.10 s", "0.50 s", "400 ms"]);
        assert_eq!(summary(&timeline), "4 lanes, 1.00 s");
    }

    #[test]
    fn every_call_is_a_row() {
        let timeline = calls_a_function().timeline();
        let all: Vec<_> = rows(&timeline).collect();
        assert_eq!(all.len(), row_count(&timeline));
        let row = all.iter().find(|row| row.lane == "work() in main").expect("the call");
        assert_eq!((row.state, &*row.from, &*row.duration), ("call", "0.20 s", "400 ms"));
    }
}
