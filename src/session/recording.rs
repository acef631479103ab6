//! What is known of a run that is over, and the machine at each of its events.

use std::cell::RefCell;
use std::rc::Rc;

use crate::sim::Budget;
use crate::trace::ids::TaskId;
use crate::trace::{Time, Trace};

use super::checkpoints::Checkpoints;
use super::console::Console;
use super::end::End;
use super::explain::{self, Explanation};
use super::inspect::{self, Moment};
use super::line_stops::{LineStops, lines_until_event};
use super::line_times::{LineTime, line_times};
use super::names::Names;
use super::python_machine::{self, Machine};
use super::snapshot::Snapshot;
use super::steps::Steps;

/// Snapshots that are kept because a user may go back to them.
const RECENT: usize = 32;
/// Of a run with more instructions no piece is run again to see which line takes its time.
const SAMPLED: u64 = 5_000_000;

/// A run that is over.
pub struct Recording {
    trace: Rc<Trace>,
    source: Rc<str>,
    end: End,
    names: Names,
    steps: Rc<Steps>,
    console: Rc<Console>,
    /// Where the run ended.
    last: Machine,
    checkpoints: Checkpoints,
    visited: RefCell<Visited>,
}

/// What earlier visits left behind.
#[derive(Default)]
struct Visited {
    /// The machine at the event that was visited last: the way forward from it is short.
    machine: Option<(usize, Machine)>,
    /// Oldest first.
    snapshots: Vec<Rc<Snapshot>>,
    /// The lines after events, oldest first.
    lines: Vec<(usize, Rc<LineStops>)>,
}

impl Visited {
    fn keep(&mut self, snapshot: &Rc<Snapshot>) {
        if self.snapshots.len() == RECENT {
            self.snapshots.remove(0);
        }
        self.snapshots.push(snapshot.clone());
    }
}

impl Recording {
    pub(super) fn new(trace: Rc<Trace>, source: Rc<str>, end: End, last: Machine, checkpoints: Checkpoints) -> Recording {
        let names = Names::of(&trace);
        let steps = Rc::new(Steps::of(&trace));
        let console = Rc::new(Console::of(&trace, end.traceback()));
        Recording { trace, source, end, names, steps, console, last, checkpoints, visited: RefCell::default() }
    }

    pub fn trace(&self) -> &Rc<Trace> {
        &self.trace
    }

    pub fn end(&self) -> &End {
        &self.end
    }

    /// When it ended.
    pub fn duration(&self) -> Time {
        self.trace.events.last().map_or(Time::ZERO, |event| event.at)
    }

    pub fn steps(&self) -> &Rc<Steps> {
        &self.steps
    }

    pub fn console(&self) -> &Rc<Console> {
        &self.console
    }

    pub fn names(&self) -> &Names {
        &self.names
    }

    /// What happened at the event with that index into the trace, and why.
    pub fn explain(&self, event: usize) -> Explanation {
        explain::explain(&self.trace, &self.names, &|event| Some(self.at(event)), event)
    }

    /// The machine right after the event with that index into the trace: at the first moment after it at which the machine can be
    /// stopped. The same however it is reached. An index beyond the trace means the last event.
    pub fn at(&self, event: usize) -> Rc<Snapshot> {
        let event = event.min(self.trace.events.len() - 1);
        let mut visited = self.visited.borrow_mut();
        if let Some(snapshot) = visited.snapshots.iter().find(|snapshot| snapshot.event == event && snapshot.lines == 0) {
            return snapshot.clone();
        }
        let snapshot = Rc::new(self.visit(&mut visited, event));
        visited.keep(&snapshot);
        snapshot
    }

    /// The lines of the program that are executed between a step and the next one.
    pub fn line_stops(&self, step: usize) -> Rc<LineStops> {
        let (event, next) = (self.steps.event(step), self.steps.event(step + 1));
        if next == event {
            return Rc::default();
        }
        let mut visited = self.visited.borrow_mut();
        if let Some((_, lines)) = visited.lines.iter().find(|(of, _)| *of == event) {
            return lines.clone();
        }
        let mut machine = self.near(&mut visited, event);
        machine.run(Budget { instructions: u64::MAX, until_events: Some(event as u64 + 1) });
        let lines = Rc::new(lines_until_event(&mut machine, self.trace.events[event].thread, next as u64));
        // Whoever goes on to the lines after the next step has a short way.
        visited.machine = Some((if lines.are_cut { event + 1 } else { next }, machine));
        if visited.lines.len() == RECENT {
            visited.lines.remove(0);
        }
        visited.lines.push((event, lines.clone()));
        lines
    }

    /// The line of the program at which the event of a step happened, from 1.
    pub fn line_of_step(&self, step: usize) -> Option<u32> {
        let event = self.trace.events.get(self.steps.event(step))?;
        Some(u32::from(event.line)).filter(|&line| line > 0)
    }

    /// The machine after a step and that many lines more, which are fewer than or as many as there are.
    pub fn at_line(&self, step: usize, lines: usize) -> Rc<Snapshot> {
        let event = self.steps.event(step);
        let all = self.line_stops(step);
        let Some(stop) = lines.checked_sub(1).and_then(|index| all.stops.get(index)) else { return self.at(event) };
        let mut visited = self.visited.borrow_mut();
        if let Some(snapshot) = visited.snapshots.iter().find(|snapshot| snapshot.event == event && snapshot.lines == lines) {
            return snapshot.clone();
        }
        let mut machine = self.near(&mut visited, event);
        machine.run(Budget { instructions: stop.instructions - machine.world.instructions(), until_events: None });
        let moment = Moment { event, lines, now: stop.at, thread: stop.thread };
        let mut snapshot = inspect::snapshot_at(&machine, &self.trace, &self.names, moment);
        if let Some(frame) = snapshot.frames.last_mut() {
            // It has not begun the line: what it stands at is still the one before.
            frame.line = stop.line;
            frame.text = self.line_text(stop.line).to_string();
        }
        let frames = snapshot.frames.clone();
        if let Some(thread) = snapshot.threads.iter_mut().find(|thread| thread.id == stop.thread) {
            thread.frames = frames;
        }
        // It stands after the event, so it is a way to later ones only.
        visited.machine = Some((event + 1, machine));
        let snapshot = Rc::new(snapshot);
        visited.keep(&snapshot);
        snapshot
    }

    /// What is about to happen after a step and that many lines more.
    pub fn explain_line(&self, step: usize, lines: usize) -> Explanation {
        let all = self.line_stops(step);
        match lines.checked_sub(1).and_then(|index| all.stops.get(index)) {
            Some(stop) => {
                let is_cut = all.are_cut && lines == all.stops.len();
                explain::explain_line(&self.trace, &self.names, &self.at_line(step, lines), stop.line, is_cut)
            }
            None => self.explain(self.steps.event(step)),
        }
    }

    /// A line of the program, from 1, without the space around it.
    pub fn line_text(&self, line: u32) -> &str {
        self.source.lines().nth((line as usize).saturating_sub(1)).unwrap_or_default().trim()
    }

    /// A line of the program that an event's thread executes halfway between the event and a later one: what takes the time between them.
    /// `None` where no line of it is.
    pub(super) fn line_between(&self, event: usize, next: usize) -> Option<u32> {
        let mut visited = self.visited.borrow_mut();
        let mut machine = self.near(&mut visited, event);
        let mut run_to = |events: usize| {
            machine.run(Budget { instructions: u64::MAX, until_events: Some(events as u64) });
            machine.world.instructions()
        };
        let (from, to) = (run_to(event + 1), run_to(next + 1));
        let mut machine = self.near(&mut visited, event);
        machine.run(Budget { instructions: (from + to) / 2 - machine.world.instructions(), until_events: None });
        python_machine::frames(&machine, self.trace.events[event].thread).last().map(|frame| frame.line)
    }

    /// Has the call that was entered at an event the same object in a local variable as a suspended call of the same function by a task?
    /// `None` where that cannot be told.
    pub(super) fn have_same_local(&self, entered: usize, task: TaskId, function: &str, variable: &str) -> Option<bool> {
        let mut visited = self.visited.borrow_mut();
        let mut machine = self.near(&mut visited, entered);
        machine.run(Budget { instructions: u64::MAX, until_events: Some(entered as u64 + 1) });
        let thread = self.trace.events[entered].thread;
        let same = python_machine::have_same_local(&machine, thread, task, function, variable);
        visited.machine = Some((entered, machine));
        same
    }

    /// Where the time went, line by line.
    pub fn line_times(&self) -> Vec<LineTime> {
        let sampled = self.last.world.instructions() <= SAMPLED;
        line_times(&self.trace, |event, next| if sampled { self.line_between(event, next) } else { None })
    }

    fn visit(&self, visited: &mut Visited, event: usize) -> Snapshot {
        if event + 1 == self.trace.events.len() {
            return inspect::snapshot(&self.last, &self.trace, &self.names, event);
        }
        let mut machine = self.near(visited, event);
        machine.run(Budget { instructions: u64::MAX, until_events: Some(event as u64 + 1) });
        let snapshot = inspect::snapshot(&machine, &self.trace, &self.names, event);
        visited.machine = Some((event, machine));
        snapshot
    }

    /// A machine before that event, or no further after it than where it can first be stopped.
    fn near(&self, visited: &mut Visited, event: usize) -> Machine {
        let checkpoint = self.checkpoints.before(event as u64);
        let reached = |machine: &Machine| machine.world.instructions();
        match visited.machine.take() {
            Some((at, machine)) if at <= event && reached(&machine) >= reached(checkpoint) => machine,
            _ => python_machine::copy(checkpoint).0,
        }
    }
}
