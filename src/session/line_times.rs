//! Where the time went, line by line: computing, waiting without being in the way, and blocking the event loop.

use std::collections::{BTreeMap, HashMap};

use crate::trace::event::ThreadWait;
use crate::trace::ids::{TaskId, ThreadId};
use crate::trace::{Event, Span, Time, Trace, What};

/// The time spent at a line by all tasks and threads together: so it can be more than the run took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineTime {
    /// From 1.
    pub line: u32,
    pub running: Span,
    /// Tasks suspended there, and threads that wait without an event loop behind them.
    pub waiting: Span,
    /// Threads that wait while their event loop could go on.
    pub blocking: Span,
}

impl LineTime {
    pub fn total(&self) -> Span {
        Span(self.running.0.saturating_add(self.waiting.0).saturating_add(self.blocking.0))
    }
}

/// Computing that takes less than this part of a run goes to the line of the event that ends it.
const LONG: u64 = 50;
/// So many lines of longer computing are asked for: each takes a piece of the run once more.
const ASKED: usize = 40;

/// The times of all lines that took any, in the order of the lines. `line_between` says for two events which line is executed halfway
/// between them, if that is known.
pub fn line_times(trace: &Trace, line_between: impl FnMut(usize, usize) -> Option<u32>) -> Vec<LineTime> {
    let duration = trace.events.last().map_or(0, |event| event.at.0);
    let mut sums = Sums { line_between, long: duration / LONG, left: ASKED, lines: BTreeMap::new() };
    let mut threads: HashMap<ThreadId, (usize, bool)> = HashMap::new();
    let mut suspended: HashMap<TaskId, (u16, Time)> = HashMap::new();
    for (index, event) in trace.events.iter().enumerate() {
        // That a function ends does not tell which of its lines took the time.
        if matches!(event.what, What::FunctionDone { .. }) {
            continue;
        }
        if let Some(&(before, runs)) = threads.get(&event.thread) {
            sums.between(&trace.events, (before, index), runs);
        }
        let runs = match event.what {
            What::ThreadRuns { .. } => true,
            What::ThreadWaits { .. } | What::ThreadQueues { .. } | What::ThreadEnded => false,
            _ => threads.get(&event.thread).is_some_and(|&(_, runs)| runs),
        };
        threads.insert(event.thread, (index, runs));
        match event.what {
            What::TaskSuspended { .. } => {
                suspended.extend(event.task.map(|task| (task, (event.line, event.at))));
            }
            What::TaskReady { task, .. } | What::StepStarted { task } => {
                if let Some((line, since)) = suspended.remove(&task) {
                    sums.line(line).waiting.0 += event.at.since(since).0;
                }
            }
            _ => {}
        }
    }
    let mut lines: Vec<LineTime> = sums.lines.into_values().collect();
    lines.retain(|line| line.line > 0 && line.total() > Span(0));
    lines
}

struct Sums<F> {
    line_between: F,
    /// Computing of at least so many ns is asked for.
    long: u64,
    /// So often it can still be asked.
    left: usize,
    lines: BTreeMap<u32, LineTime>,
}

impl<F: FnMut(usize, usize) -> Option<u32>> Sums<F> {
    fn line(&mut self, line: impl Into<u32>) -> &mut LineTime {
        let line = line.into();
        let none = LineTime { line, running: Span(0), waiting: Span(0), blocking: Span(0) };
        self.lines.entry(line).or_insert(none)
    }

    /// Adds the time from an event to the next one of its thread, which computed meanwhile if it `runs`.
    fn between(&mut self, events: &[Event], (before, after): (usize, usize), runs: bool) {
        let (first, next) = (&events[before], &events[after]);
        let took = next.at.since(first.at);
        match first.what {
            _ if runs => {
                let line = self.computing((before, after), (first.line, next.line), took);
                self.line(line).running.0 += took.0;
            }
            What::ThreadWaits { on: ThreadWait::Select | ThreadWait::Work(_) } => {}
            What::ThreadWaits { .. } if first.task.is_some() => self.line(first.line).blocking.0 += took.0,
            What::ThreadWaits { .. } => self.line(first.line).waiting.0 += took.0,
            _ => {}
        }
    }

    fn computing(&mut self, (before, after): (usize, usize), (first, next): (u16, u16), took: Span) -> u32 {
        let is_long = took.0 > 0 && took.0 >= self.long && self.left > 0;
        let asked = if is_long {
            self.left -= 1;
            (self.line_between)(before, after)
        } else {
            None
        };
        asked.unwrap_or_else(|| u32::from(if next == 0 { first } else { next }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Options, Run};

    fn check(source: &str, expected: &[(u32, u64, u64, u64)]) {
        let recording = Run::new("test.py", source, &Options::default()).expect("it compiles").complete();
        let milliseconds = |span: Span| span.0 / 1_000_000;
        let times: Vec<_> = recording
            .line_times()
            .iter()
            .map(|time| (time.line, milliseconds(time.running), milliseconds(time.waiting), milliseconds(time.blocking)))
            .collect();
        let times: Vec<_> = times.into_iter().filter(|&(_, running, waiting, blocking)| running + waiting + blocking > 0).collect();
        assert_eq!(times, expected);
    }

    #[test]
    fn waiting_is_told_from_blocking() {
        check(
            "\
import asyncio, time

async def nap():
    await asyncio.sleep(1)

async def main():
    await asyncio.gather(nap(), nap())
    time.sleep(2)

asyncio.run(main())
",
            &[(4, 0, 2000, 0), (7, 0, 1000, 0), (8, 0, 0, 2000)],
        );
    }

    #[test]
    fn a_thread_without_a_loop_is_not_in_the_way() {
        check("import time\ntime.sleep(0.5)\n", &[(2, 0, 500, 0)]);
    }

    #[test]
    fn a_function_that_computes_gives_its_time_to_no_line_that_only_returns() {
        let work = "def work():\n    for number in range(3_000):\n        total = number\n    return total\n";
        let recording =
            Run::new("test.py", &format!("{work}for turn in range(51):\n    work()\nprint(turn)\n"), &Options::default());
        let recording = recording.expect("it compiles").complete();
        let times = recording.line_times();
        let longest = times.iter().max_by_key(|time| time.running).expect("it computes");
        assert!(matches!(longest.line, 2 | 3), "{times:?}");
    }

    #[test]
    fn long_computing_is_seen_where_it_happens() {
        let source = "total = 0\nfor number in range(100_000):\n    total += number\nprint(total)\n";
        let recording = Run::new("test.py", source, &Options::default()).expect("it compiles").complete();
        let times = recording.line_times();
        let longest = times.iter().max_by_key(|time| time.running).expect("it computes");
        assert!(matches!(longest.line, 2 | 3), "{times:?}");
    }
}
