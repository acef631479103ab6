//! How long a track was in which state between two times. Running sums are kept for every [`BLOCK`]th slice, so that the answer costs
//! two binary searches and a look at fewer than two blocks, however many slices lie in between: this is what lets a layout cost by
//! pixels.

use std::ops::Range;

use crate::trace::{Span, Time};

use super::track::{Slice, State, Track};

/// Slices between two running sums: 40 bytes of sums for 512 bytes of slices.
const BLOCK: usize = 16;

/// Time spent in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals([Span; State::ALL.len()]);

impl Totals {
    pub fn get(&self, state: State) -> Span {
        self.0[state.index()]
    }

    pub fn add(&mut self, state: State, span: Span) {
        self.0[state.index()] = self.0[state.index()] + span;
    }

    /// Adds all of `other`.
    pub fn merge(&mut self, other: &Totals) {
        for state in State::ALL {
            self.add(state, other.get(state));
        }
    }

    /// Time in any state.
    pub fn sum(&self) -> Span {
        self.0.iter().fold(Span::ZERO, |sum, &span| sum + span)
    }

    /// The state that took most of the time, the first of [`State::ALL`] among equals; none if there was no time.
    pub fn dominant(&self) -> Option<State> {
        let longest = self.0.iter().copied().max().filter(|&span| span > Span::ZERO)?;
        State::ALL.into_iter().find(|&state| self.get(state) == longest)
    }

    /// Whether there was more than one state.
    pub fn is_mixed(&self) -> bool {
        self.0.iter().filter(|&&span| span > Span::ZERO).count() > 1
    }

    /// `self - earlier`, where `earlier` is a part of it.
    fn without(&self, earlier: &Totals) -> Totals {
        let mut rest = Totals::default();
        for state in State::ALL {
            rest.add(state, Span(self.get(state).0 - earlier.get(state).0));
        }
        rest
    }
}

/// Running sums over a track's slices.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    /// `blocks[i]` sums the slices before `i * BLOCK`.
    blocks: Vec<Totals>,
    total: Totals,
}

impl Sums {
    pub(super) fn of(slices: &[Slice]) -> Sums {
        let mut total = Totals::default();
        let mut blocks = Vec::with_capacity(slices.len().div_ceil(BLOCK));
        for block in slices.chunks(BLOCK) {
            blocks.push(total);
            block.iter().for_each(|slice| total.add(slice.state, slice.duration()));
        }
        Sums { blocks, total }
    }
}

impl Track {
    /// Time spent in each state in the whole run.
    pub fn totals(&self) -> Totals {
        self.sums.total
    }

    /// Index of the first slice that ends after `at`: the one in progress then, or the next; `slices.len()` if there is none.
    pub fn slice_at_or_after(&self, at: Time) -> usize {
        self.slices.partition_point(|slice| slice.to <= at)
    }

    /// The slice in progress at `at`.
    pub fn slice_at(&self, at: Time) -> Option<&Slice> {
        self.slices.get(self.slice_at_or_after(at)).filter(|slice| slice.from <= at)
    }

    /// Index of the first slice from `first` on that begins at `to` or later. Looks near `first` before it looks far away.
    pub(super) fn slices_until(&self, first: usize, to: Time) -> usize {
        let slices = &self.slices[first..];
        let mut reach = 1;
        while slices.get(reach).is_some_and(|slice| slice.from < to) {
            reach *= 2;
        }
        // What was passed on the way begins earlier.
        let (near, far) = (reach / 2, reach.min(slices.len()));
        first + near + slices[near..far].partition_point(|slice| slice.from < to)
    }

    /// Time spent in each state from `from` to `to`.
    pub fn totals_between(&self, from: Time, to: Time) -> Totals {
        let first = self.slice_at_or_after(from);
        self.totals_of(first..self.slices_until(first, to), from, to)
    }

    /// The same where the slices in that time are known.
    pub(super) fn totals_of(&self, slices: Range<usize>, from: Time, to: Time) -> Totals {
        if slices.is_empty() {
            return Totals::default();
        }
        let mut cut = Totals::default();
        let (head, tail) = (&self.slices[slices.start], &self.slices[slices.end - 1]);
        cut.add(head.state, from - head.from);
        cut.add(tail.state, tail.to - to);
        self.totals_before(slices.end).without(&self.totals_before(slices.start)).without(&cut)
    }

    /// Sums of the slices before the one with that index.
    fn totals_before(&self, index: usize) -> Totals {
        let block = index / BLOCK;
        let Some(&sum) = self.sums.blocks.get(block) else { return self.sums.total };
        let mut sum = sum;
        self.slices[block * BLOCK..index].iter().for_each(|slice| sum.add(slice.state, slice.duration()));
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::random_trace;
    use super::super::{Options, Timeline};
    use super::*;

    /// The definition, slice by slice.
    fn slow_totals(track: &Track, from: Time, to: Time) -> Totals {
        let mut totals = Totals::default();
        for slice in &track.slices {
            totals.add(slice.state, slice.to.min(to) - slice.from.max(from));
        }
        totals
    }

    #[test]
    fn running_sums_agree_with_adding_up() {
        let timeline = Timeline::build(&random_trace(5_000, 3, 7), &Options::default());
        for track in &timeline.tracks {
            for from in (0..timeline.end.0).step_by(timeline.end.0 as usize / 23) {
                for length in [1, 999, 12_345, 1_234_567, timeline.end.0] {
                    let (from, to) = (Time(from), Time(from + length));
                    assert_eq!(track.totals_between(from, to), slow_totals(track, from, to), "{} {from} {to}", track.label);
                }
            }
            assert_eq!(track.totals(), slow_totals(track, Time::ZERO, timeline.end));
        }
    }

    #[test]
    fn the_dominant_state_took_most_of_the_time() {
        let mut totals = Totals::default();
        assert_eq!(totals.dominant(), None);
        totals.add(State::Waiting, Span(5));
        assert!(!totals.is_mixed());
        totals.add(State::Running, Span(4));
        assert!(totals.is_mixed());
        assert_eq!(totals.dominant(), Some(State::Waiting));
    }
}
