//! The way to lines of a program: where its run comes to one of them next, or came to one last.
//!
//! A place in a run is a step and a number of lines after it, as in [`Recording::at_line`]; 0 lines stand for the step's own event.

use std::collections::BTreeSet;

use crate::trace::What;

use super::recording::Recording;

/// So many instructions are gone through one by one; beyond that the events have to do, which know their lines.
const SEARCHED: u64 = 400_000;
/// So many steps are gone through forwards at a time on the way back: the way forwards from step to step is short.
const WINDOW: usize = 50;

/// A search for lines, from 1.
struct Search<'a> {
    recording: &'a Recording,
    lines: &'a BTreeSet<u32>,
    /// Events at which a coroutine begins, ascending: the thread stands at its first line.
    beginnings: Vec<usize>,
    /// Instructions that may still be gone through.
    left: u64,
}

impl Recording {
    /// The first place after `from`, and not after the event of the step `last`, at which one of the lines is about to be executed.
    pub fn next_at_lines(&self, from: (usize, usize), last: usize, lines: &BTreeSet<u32>) -> Option<(usize, usize)> {
        let mut search = Search::new(self, lines);
        let mut places = (from.0..=last).flat_map(|step| search.places(step, step < last));
        places.find(|&place| place > from)
    }

    /// The last place before `from` at which one of the lines is about to be executed.
    pub fn last_at_lines(&self, from: (usize, usize), lines: &BTreeSet<u32>) -> Option<(usize, usize)> {
        let mut search = Search::new(self, lines);
        let mut end = from.0 + 1;
        while end > 0 {
            let begin = end.saturating_sub(WINDOW);
            let places = (begin..end).flat_map(|step| search.places(step, true));
            if let Some(place) = places.filter(|&place| place < from).last() {
                return Some(place);
            }
            end = begin;
        }
        None
    }
}

impl<'a> Search<'a> {
    fn new(recording: &'a Recording, lines: &'a BTreeSet<u32>) -> Search<'a> {
        let mut seen = BTreeSet::new();
        let events = recording.trace().events.iter().enumerate();
        let beginnings = events.filter(|(_, event)| match event.what {
            What::StepStarted { task } => seen.insert(task),
            What::CallEntered { .. } => true,
            _ => false,
        });
        Search { recording, lines, beginnings: beginnings.map(|(index, _)| index).collect(), left: SEARCHED }
    }

    /// The places of a step at which one of the lines is about to be executed. Without `lines_after` only that of its event counts.
    fn places(&mut self, step: usize, lines_after: bool) -> Vec<(usize, usize)> {
        let event = self.at_event(step).then_some((step, 0));
        let lines = if lines_after { self.after_event(step) } else { Vec::new() };
        event.into_iter().chain(lines).collect()
    }

    fn after_event(&mut self, step: usize) -> Vec<(usize, usize)> {
        if self.left == 0 {
            return Vec::new();
        }
        let after = self.recording.line_stops(step);
        self.left = self.left.saturating_sub(after.instructions);
        let numbered = after.stops.iter().zip(1..);
        numbered.filter(|(stop, _)| stop.is_begun && self.lines.contains(&stop.line)).map(|(_, number)| (step, number)).collect()
    }

    /// An event is at a line that the run came to before: it counts for itself only where a coroutine begins, and where what was before it
    /// is not known.
    fn at_event(&self, step: usize) -> bool {
        let contains = |line: Option<u32>| line.is_some_and(|line| self.lines.contains(&line));
        if self.left == 0 {
            return contains(self.recording.line_of_step(step));
        }
        let before = step.checked_sub(1).map(|before| self.recording.line_stops(before));
        let begins = self.beginnings.binary_search(&self.recording.steps().event(step)).is_ok();
        match before {
            Some(before) if before.are_cut => contains(self.recording.line_of_step(step)),
            _ if !begins => false,
            before => {
                let line = self.recording.line_stops(step).begins_at;
                contains(line) && before.and_then(|before| before.stops.last().map(|stop| stop.line)) != line
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Options, Run};

    const PROGRAM: &str = "\
import asyncio

async def count(name):
    total = 0
    for i in range(2):
        total += i
        await asyncio.sleep(1)
    print(name, total)

async def main():
    await asyncio.gather(count('a'), count('b'))

asyncio.run(main())
";

    fn recording(source: &str) -> Recording {
        Run::new("test.py", source, &Options::default()).expect("it compiles").complete()
    }

    /// How often the run comes to a line, going forwards and going back.
    fn visits(recording: &Recording, line: u32) -> (usize, usize) {
        let (lines, last) = (BTreeSet::from([line]), recording.steps().len() - 1);
        let forwards = std::iter::successors(recording.next_at_lines((0, 0), last, &lines), |&place| {
            recording.next_at_lines(place, last, &lines)
        });
        let back =
            std::iter::successors(recording.last_at_lines((last, 0), &lines), |&place| recording.last_at_lines(place, &lines));
        (forwards.count(), back.count())
    }

    #[test]
    fn a_run_comes_to_a_line_as_often_as_it_is_executed() {
        let recording = recording(PROGRAM);
        // No event is at line 6, and none at line 4, where the coroutines begin.
        assert_eq!([4, 6, 7, 8, 9].map(|line| visits(&recording, line).0), [2, 4, 4, 2, 0]);
        assert_eq!([4, 6, 7, 8, 9].map(|line| visits(&recording, line).1), [2, 4, 4, 2, 0]);
    }

    #[test]
    fn a_line_that_goes_on_is_not_come_to_again() {
        let recording = recording(
            "\
import asyncio

def double(n):
    return 2 * n

async def nap(n):
    await asyncio.sleep(n)
    return double(n)

async def main():
    both = asyncio.gather(nap(1), nap(2))
    x = double(1) + double(2)
    y = await nap(3) + await nap(4)
    print(x, y, await both)

asyncio.run(main())
",
        );
        // Calls and waits are over in the middle of lines 7, 8, 12 and 13.
        assert_eq!([4, 7, 8, 11, 12, 13, 14].map(|line| visits(&recording, line)), [6, 4, 4, 1, 1, 1, 1].map(|n| (n, n)));
    }

    #[test]
    fn it_stands_before_the_line() {
        let recording = recording(PROGRAM);
        let last = recording.steps().len() - 1;
        let (step, lines) = recording.next_at_lines((0, 0), last, &BTreeSet::from([8])).expect("it comes there");
        assert_eq!(
            recording.explain_line(step, lines).sentence,
            "`Task-2` (count) comes to line 8 of `count`: `print(name, total)`."
        );
        assert_eq!(recording.next_at_lines((0, 0), step, &BTreeSet::from([8])), None, "not beyond the step");
    }

    #[test]
    fn events_help_where_there_is_too_much_in_between() {
        let recording = recording("for i in range(100_000):\n    j = i\nprint(i)\n");
        let last = recording.steps().len() - 1;
        let (step, lines) = recording.next_at_lines((0, 0), last, &BTreeSet::from([3])).expect("it prints");
        assert_eq!(lines, 0);
        assert_eq!(recording.line_of_step(step), Some(3));
    }
}
