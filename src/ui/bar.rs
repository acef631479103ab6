//! The geometry of an activity's bar in the editor: where its segments are, and what dragging and keys make of them.

use crate::scenario::{Blocks, Segment};
use crate::trace::Span;

/// An activity drawn as a row of segments. Lengths are in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The left edge and the width of each segment.
    pub parts: Vec<(f64, f64)>,
    /// The time that a px stands for, in ns.
    ns_per_px: f64,
}

/// So wide a segment is at least, so that it can be seen and taken hold of.
const MIN_WIDTH: f64 = 6.0;

impl Bar {
    /// A bar in a space of that width, which stands for `scale`.
    pub fn of(segments: &[Segment], scale: Span, width: f64) -> Bar {
        let ns_per_px = scale.0.max(1) as f64 / width.max(1.0);
        let mut x = 0.0;
        let part = |segment: &Segment| {
            let width = (segment.duration().0 as f64 / ns_per_px).max(MIN_WIDTH);
            let part = (x, width);
            x += width;
            part
        };
        Bar { parts: segments.iter().map(part).collect(), ns_per_px }
    }

    /// What dragging the edge of a segment of that duration by so many px makes of it.
    pub fn resized(&self, duration: Span, by: f64, scale: Span) -> Span {
        let step = step(scale).0 as f64;
        let wanted = (duration.0 as f64 + by * self.ns_per_px) / step;
        // Saturates, and makes 0 of what is negative.
        Span((wanted.round().max(0.0) * step) as u64).min(Segment::MAX_DURATION)
    }

    /// The position that a segment has while it is dragged at `x`: it changes places with a neighbour beyond whose middle it is.
    pub fn position(&self, segment: usize, x: f64) -> usize {
        let middle = |(left, width): &(f64, f64)| left + width / 2.0;
        let after = self.parts.iter().skip(segment + 1).take_while(|part| middle(part) < x).count();
        let before = self.parts.iter().take(segment).rev().take_while(|part| middle(part) > x).count();
        segment + after - before
    }
}

/// The time that the width of all bars stands for: the longest activity and some room to grow, a round number.
pub fn scale(blocks: &Blocks) -> Span {
    let total = |segments: &[Segment]| segments.iter().fold(0_u64, |sum, segment| sum.saturating_add(segment.duration().0));
    let longest = blocks.activities.iter().map(|activity| total(&activity.segments)).max().unwrap_or(0);
    round_up(Span(longest.saturating_add(longest / 10).max(1_000_000)))
}

/// By how much an arrow key changes a duration; dragging goes in such steps, too.
pub fn step(scale: Span) -> Span {
    round_up(Span((scale.0 / 100).max(1)))
}

/// The next number of ns at or above that is 1, 2 or 5 with zeros.
fn round_up(span: Span) -> Span {
    let mut decade = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            let candidate = decade.saturating_mul(factor);
            if candidate >= span.0 {
                return Span(candidate);
            }
        }
        decade = decade.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Activity;

    fn seconds(seconds: f64) -> Span {
        Span::from_secs(seconds)
    }

    #[test]
    fn parts_are_as_wide_as_they_last() {
        let segments = [Segment::Io(seconds(1.0)), Segment::Compute(Span::ZERO), Segment::Io(seconds(2.0))];
        let bar = Bar::of(&segments, seconds(5.0), 500.0);
        assert_eq!(bar.parts, [(0.0, 100.0), (100.0, 6.0), (106.0, 200.0)]);
    }

    #[test]
    fn dragging_an_edge_goes_in_steps() {
        let scale = seconds(5.0);
        let bar = Bar::of(&[], scale, 500.0);
        assert_eq!(step(scale), seconds(0.05));
        assert_eq!(bar.resized(seconds(1.0), 52.0, scale), seconds(1.5));
        assert_eq!(bar.resized(seconds(1.0), -900.0, scale), Span::ZERO);
        assert_eq!(bar.resized(seconds(3600.0), 900.0, scale), Segment::MAX_DURATION);
    }

    #[test]
    fn dragging_a_segment_changes_places_with_those_it_passes() {
        let bar = Bar::of(&[Segment::Io(seconds(1.0)); 3], seconds(3.0), 300.0);
        assert_eq!([10.0, 140.0, 160.0, 260.0].map(|x| bar.position(0, x)), [0, 0, 1, 2]);
        assert_eq!([10.0, 60.0, 290.0].map(|x| bar.position(2, x)), [0, 1, 2]);
    }

    #[test]
    fn the_scale_is_round_and_has_room() {
        let check = |longest: f64, expected: f64| {
            let blocks = Blocks { activities: vec![Activity::new("A", [Segment::Io(seconds(longest))])], at_most: None };
            assert_eq!(scale(&blocks), seconds(expected));
        };
        check(3.0, 5.0);
        check(0.4, 0.5);
        check(1.9, 5.0);
        check(0.0, 0.001);
    }
}
