//! The lines of the program that are executed between a step and the next one. They are not in the trace: the machine runs again, an
//! instruction at a time.

use std::collections::BTreeMap;

use crate::sim::Budget;
use crate::trace::Time;
use crate::trace::ids::ThreadId;

use super::python_machine::{self, Machine, Place};

/// A line that is about to be executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineStop {
    pub thread: ThreadId,
    /// From 1.
    pub line: u32,
    pub at: Time,
    /// It is begun; otherwise a call in it or a wait is over, and the rest of it is executed.
    pub is_begun: bool,
    /// What the machine has executed up to here.
    pub(super) instructions: u64,
}

/// What is executed between two events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineStops {
    /// In the order of the run. Where they are too many, those at the end are missing.
    pub stops: Vec<LineStop>,
    pub are_cut: bool,
    /// The line at which the thread of the first event stands right after it.
    pub(super) begins_at: Option<u32>,
    /// What was executed one by one to find them.
    pub(super) instructions: u64,
}

/// More instructions between two events are not gone through.
const MOST_INSTRUCTIONS: u64 = 60_000;
/// More stops between two events are left out: nobody steps through them.
const MOST_STOPS: usize = 500;

/// The lines that `machine` executes before the event with that index into the trace. It stands right after an event of `thread`, and
/// then somewhere after the lines.
pub(super) fn lines_until_event(machine: &mut Machine, thread: ThreadId, event: u64) -> LineStops {
    let mut places = places(machine);
    let begins_at = places.get(&thread).map(Place::line);
    let mut lines = LineStops { begins_at, ..LineStops::default() };
    let begun = machine.world.instructions();
    loop {
        let before = machine.world.instructions();
        machine.run(Budget { instructions: 1, until_events: Some(event + 1) });
        let instructions = machine.world.instructions();
        if machine.world.recorder.count() > event || instructions == before {
            return lines;
        }
        lines.instructions = instructions - begun;
        let now = self::places(machine);
        for (&thread, place) in &now {
            let before = places.get(&thread);
            if !before.is_some_and(|before| before.is_at(place)) {
                let (line, is_begun) = (place.line(), place.is_begun_after(before));
                lines.stops.push(LineStop { thread, line, at: machine.world.now(thread), is_begun, instructions });
            }
        }
        // A thread that is in the library keeps its place.
        places.extend(now);
        if lines.instructions >= MOST_INSTRUCTIONS || lines.stops.len() >= MOST_STOPS {
            lines.are_cut = true;
            return lines;
        }
    }
}

/// Where the threads stand that are about to execute a line of the program.
fn places(machine: &Machine) -> BTreeMap<ThreadId, Place> {
    let threads = machine.world.threads().iter().filter(|thread| !thread.has_ended());
    threads.filter_map(|thread| Some((thread.id, python_machine::place(machine, thread.id)?))).collect()
}

#[cfg(test)]
mod tests {
    use crate::session::{Options, Run};

    /// The lines that are executed after each step, as far as there are any.
    fn lines(source: &str) -> Vec<Vec<u32>> {
        let run = Run::new("program.py", source, &Options::default()).unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
        let recording = run.complete();
        let of_step = |step: usize| recording.line_stops(step).stops.iter().map(|stop| stop.line).collect::<Vec<_>>();
        (0..recording.steps().len()).map(of_step).filter(|lines| !lines.is_empty()).collect()
    }

    #[test]
    fn a_loop_comes_to_its_lines_again_and_again() {
        let source = "x = 1\nfor i in range(2):\n    x += i\nprint(x)\nprint(sorted([2, 1]))\n";
        assert_eq!(lines(source), [vec![2, 3, 2, 3, 2, 4], vec![5]]);
    }

    #[test]
    fn calls_are_entered_and_left_and_the_library_is_not() {
        let source = "def f(n):\n    m = n + 1\n    return m\nx = f(1)\nimport asyncio\nprint(f(2))\n";
        assert_eq!(lines(source), [[4, 2, 3, 4, 5, 6, 2, 3, 6]]);
    }

    #[test]
    fn the_state_at_a_line_is_the_one_before_it_is_executed() {
        let run = Run::new("program.py", "a = 1\nb = a + 1\nc = b + 1\nprint(c)\n", &Options::default()).expect("it is Python");
        let recording = run.complete();
        let stops: Vec<_> = recording.line_stops(0).stops.iter().map(|stop| stop.line).collect();
        assert_eq!(stops, [2, 3, 4]);
        let names = |lines: usize| {
            let snapshot = recording.at_line(0, lines);
            let frame = snapshot.frames.last().expect("the module").clone();
            (frame.line, frame.text.clone())
        };
        assert_eq!(names(2), (3, "c = b + 1".to_string()));
        assert_eq!(names(1), (2, "b = a + 1".to_string()));
        assert_eq!(recording.explain_line(0, 2).sentence, "The main thread comes to line 3: `c = b + 1`.");
        assert_eq!(recording.explain_line(0, 0), recording.explain(0));
    }

    #[test]
    fn a_long_computation_is_cut() {
        let run =
            Run::new("program.py", "for i in range(10_000):\n    j = i\nprint(i)\n", &Options::default()).expect("it is Python");
        let lines = run.complete().line_stops(0);
        assert!(lines.are_cut && lines.stops.len() <= super::MOST_STOPS);
    }
}
