//! One program, run in slices to its end.

use std::rc::Rc;

use crate::sim::{Budget, Status};
use crate::trace::ids::ThreadId;
use crate::trace::{Event, Recorder, Time, Trace, What};

use super::checkpoints::Checkpoints;
use super::end::{self, End};
use super::options::Options;
use super::python_machine::{self, Diagnostic, Machine};
use super::recording::Recording;

/// A program that runs. However it is sliced, the trace is the same.
pub struct Run {
    machine: Machine,
    source: Rc<str>,
    checkpoints: Checkpoints,
    end: Option<End>,
}

/// How far a run has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    Running {
        /// Instructions executed so far.
        instructions: u64,
        /// Virtual time so far.
        now: Time,
    },
    Done(End),
}

impl Run {
    /// A run of the program `source`, whose tracebacks call it `file_name`.
    ///
    /// # Errors
    /// All that keeps the program from being run.
    pub fn new(file_name: &str, source: &str, options: &Options) -> Result<Run, Vec<Diagnostic>> {
        let program = python_machine::compile(file_name, source)?;
        let mut machine = python_machine::start(&program, options, Recorder::recording());
        let checkpoints = Checkpoints::new(&mut machine);
        Ok(Run { machine, source: source.into(), checkpoints, end: None })
    }

    /// Goes on for about that many instructions.
    pub fn advance(&mut self, instructions: u64) -> Progress {
        let until = self.machine.world.instructions().saturating_add(instructions);
        while self.end.is_none() && self.machine.world.instructions() < until {
            self.run_to_checkpoint(until - self.machine.world.instructions());
        }
        self.progress()
    }

    /// Runs to the end.
    pub fn complete(mut self) -> Recording {
        self.advance(u64::MAX);
        self.finish()
    }

    pub fn progress(&self) -> Progress {
        match &self.end {
            Some(end) => Progress::Done(end.clone()),
            None => Progress::Running { instructions: self.machine.world.instructions(), now: last_time(self.trace()) },
        }
    }

    /// What happened so far.
    pub fn trace(&self) -> &Trace {
        self.machine.world.recorder.trace().expect("a run's recorder keeps the trace")
    }

    /// The traceback of the exception that nobody caught, as soon as it was raised.
    pub fn traceback(&self) -> Option<&str> {
        python_machine::traceback(&self.machine)
    }

    /// Makes it a recording. A run that is not over is stopped where it stands.
    pub fn finish(mut self) -> Recording {
        if self.end.is_none() {
            self.over(End::Stopped);
        }
        let end = self.end.expect("it is over");
        let trace = self.machine.world.recorder.take().expect("a run's recorder keeps the trace");
        Recording::new(Rc::new(trace), self.source, end, self.machine, self.checkpoints)
    }

    fn run_to_checkpoint(&mut self, instructions: u64) {
        let due_in = self.checkpoints.due_in(&self.machine);
        if due_in == 0 {
            self.checkpoints.add(&mut self.machine);
            return;
        }
        let end = match self.machine.run(Budget { instructions: instructions.min(due_in), until_events: None }) {
            Status::Paused => return,
            Status::Finished => {
                let machine = &self.machine;
                End::Finished {
                    exit_code: python_machine::exit_code(machine),
                    error: python_machine::error(machine).map(str::to_string),
                    traceback: python_machine::traceback(machine).map(str::to_string),
                }
            }
            Status::Deadlock(deadlock) => End::Deadlock(end::deadlock_text(&deadlock)),
            Status::Limit(limit) => End::Limit(end::limit_text(limit, &self.machine.world.settings.limits)),
        };
        self.over(end);
    }

    /// Records the end, as the trace's last event.
    fn over(&mut self, end: End) {
        let world = &mut self.machine.world;
        let executing = world.cores().iter().flatten().map(|&thread| (world.now(thread), thread)).min();
        let last = last_time(world.recorder.trace().expect("a run's recorder keeps the trace"));
        let (at, thread) = executing.unwrap_or((last, ThreadId::MAIN));
        let line = world.thread(thread).line();
        world.recorder.record(|strings| {
            let what = What::Ended { error: end.error().map(|error| strings.intern(error)) };
            Event { at: at.max(last), thread, line, task: None, what }
        });
        self.end = Some(end);
    }
}

fn last_time(trace: &Trace) -> Time {
    trace.events.last().map_or(Time::ZERO, |event| event.at)
}
