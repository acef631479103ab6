//! The bars of calls: one for each that is a pixel wide or more, one for those of a pixel together.

use super::{Bar, Viewport};
use crate::timeline::track::{Call, State, Track};

/// The calls of one depth.
pub(super) fn bars(track: &Track, depth: u16, viewport: &Viewport) -> Vec<Bar> {
    let first = track.calls.partition_point(|call| call.depth < depth);
    let end = first + track.calls[first..].partition_point(|call| call.depth == depth);
    let mut next = first + track.calls[first..end].partition_point(|call| call.to <= viewport.from);
    let mut bars = Vec::new();
    while let Some(call) = track.calls[..end].get(next).filter(|call| call.from < viewport.to) {
        let left = viewport.x(call.from.max(viewport.from));
        let right = viewport.x(call.to.min(viewport.to));
        let wide = right - left >= 1.0;
        let pixel_end = viewport.time_at(left.floor() + 1.0);
        let same_pixel = |other: &Call| !wide && other.from < pixel_end && other.to <= pixel_end;
        let count = track.calls[next..end].partition_point(same_pixel).max(1);
        let state = track.totals_between(call.from, call.to).dominant().unwrap_or(State::Running);
        bars.push(Bar { x: left, width: (right - left).max(1.0), state, mixed: count > 1, first: next, count });
        next += count;
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::*;
    use super::*;
    use crate::trace::Time;
    use crate::trace::event::Outcome;

    #[test]
    fn short_calls_of_a_pixel_are_one_bar() {
        let mut script = Script::new();
        script.create(1, "main").step(1).call("long", 1).at(500).returns(1);
        for call in 2..400 {
            script.at(500 + u64::from(call)).call("short", call).returns(call);
        }
        script.at(1000).done(Outcome::Returned).end();
        let timeline = script.timeline();
        let viewport = Viewport::whole(&timeline, Time::ZERO, 100.0);
        let bars = bars(&timeline.tracks[1], 0, &viewport);
        assert_eq!((bars[0].x, bars[0].width, bars[0].count), (0.0, 50.0, 1));
        assert!(bars.len() < 60 && bars.len() > 35, "{}", bars.len());
        assert_eq!(bars.iter().map(|bar| bar.count).sum::<usize>(), 399);
    }
}
