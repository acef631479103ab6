//! Stretches of bars too narrow to be told apart, as one bar each: threads that take turns under the GIL are a band, not a bar code.

use super::layout::{Bar, Layout, Row};
use super::rows::Content;
use super::sums::Totals;
use super::track::{Timeline, Track};

/// A bar that is narrower is hard to see by itself, in px.
const NARROW: f64 = 6.0;
/// So many narrow bars in a row become a band.
const MANY: usize = 4;

/// A layout of that timeline with every long stretch of narrow bars put together.
pub fn condense(timeline: &Timeline, layout: Layout) -> Layout {
    let mut condensed = layout;
    let slices = |row: &&mut Row| !matches!(row.content, Content::Depth(_));
    for row in condensed.rows.iter_mut().filter(slices) {
        row.bars = bands(&timeline.tracks[row.track], &row.bars);
    }
    condensed
}

fn bands(track: &Track, bars: &[Bar]) -> Vec<Bar> {
    let together = |bar: &Bar, next: &Bar| is_narrow(bar) && is_narrow(next) && next.x - (bar.x + bar.width) < 1.0;
    let mut condensed = Vec::with_capacity(bars.len());
    for stretch in bars.chunk_by(together) {
        match stretch {
            [first, .., last] if stretch.len() >= MANY => condensed.push(band(track, first, last)),
            _ => condensed.extend_from_slice(stretch),
        }
    }
    condensed
}

/// How long the track was in which state during a bar.
pub fn totals(track: &Track, bar: &Bar) -> Totals {
    let slices = track.slices.get(bar.first..bar.first + bar.count).unwrap_or_default();
    match slices {
        [first, .., last] => track.totals_between(first.from, last.to),
        [only] => track.totals_between(only.from, only.to),
        [] => Totals::default(),
    }
}

fn is_narrow(bar: &Bar) -> bool {
    bar.width < NARROW || bar.mixed
}

fn band(track: &Track, first: &Bar, last: &Bar) -> Bar {
    let band = Bar { width: last.x + last.width - first.x, count: last.first + last.count - first.first, mixed: true, ..*first };
    Bar { state: totals(track, &band).dominant().unwrap_or(first.state), ..band }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::State;
    use crate::timeline::layout::{Viewport, layout};
    use crate::timeline::testing::Script;
    use crate::trace::event::Contended;
    use crate::trace::{Span, Time};

    /// The main thread runs for 2 ms of every 5 in the first 500 ms, and then for 500 ms.
    fn turns() -> Timeline {
        let mut script = Script::new();
        for turn in 0..100 {
            script.at(turn * 5 + 2).queues(Contended::Gil).at(turn * 5 + 5).runs();
        }
        script.at(1000).end().timeline()
    }

    fn bars(width: f64) -> (Timeline, Vec<Vec<Bar>>) {
        let timeline = turns();
        let viewport = Viewport::whole(&timeline, Time::ZERO, width);
        let layout = condense(&timeline, layout(&timeline, &viewport));
        (timeline, layout.rows.into_iter().map(|row| row.bars).collect())
    }

    #[test]
    fn turns_too_short_to_be_seen_become_a_band() {
        let (timeline, rows) = bars(1000.0);
        let (track, bars) = timeline.tracks.iter().zip(&rows).find(|(track, _)| track.slices.len() > 2).expect("the thread");
        assert_eq!(bars.len(), 2, "{bars:?}");
        assert_eq!((bars[0].state, bars[0].mixed, bars[0].count), (State::Ready, true, 200));
        assert_eq!((bars[1].state, bars[1].mixed, bars[1].count), (State::Running, false, 1));
        assert!((bars[0].width - 500.0).abs() < 1.0 && (bars[1].x - 500.0).abs() < 1.0);
        assert_eq!(totals(track, &bars[0]).get(State::Running), Span(200 * Span::MILLISECOND.0));
    }

    #[test]
    fn turns_that_can_be_seen_stay_apart() {
        let rows = bars(10_000.0).1;
        assert!(rows.iter().any(|bars| bars.len() == 201), "{:?}", rows.iter().map(Vec::len).collect::<Vec<_>>());
    }
}
