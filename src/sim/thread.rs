//! Simulated OS threads: what each is doing, and its own place in virtual time.

use std::rc::Rc;

use crate::trace::event::{Contended, ThreadRole, ThreadWait};
use crate::trace::ids::{CoreId, LoopId, ProcessId, TaskId, ThreadId};
use crate::trace::{Span, Time};

/// A simulated OS thread.
#[derive(Clone, Debug)]
pub struct Thread {
    pub id: ThreadId,
    pub process: ProcessId,
    pub name: Rc<str>,
    pub role: ThreadRole,
    pub(super) state: ThreadState,
    /// How far it has come in virtual time.
    pub(super) now: Time,
    /// What its present instruction costs in the end: an instruction happens at one point in time.
    pub(super) owed: Span,
    /// Time it has spent on a core.
    pub(super) cpu: Span,
    /// The line of the user's program that it executes; the guest keeps it up to date.
    pub(super) line: u16,
    /// The task that takes a step on it.
    pub(super) task: Option<TaskId>,
    pub(super) running_loop: Option<LoopId>,
    /// When it got its core.
    pub(super) slice_start: Time,
    /// Which entry among the timed wake-ups is valid, if any.
    pub(super) alarm: Option<u64>,
    /// Whether its latest wait ended because of its deadline.
    pub(super) timed_out: bool,
    /// It is a worker that a pool counts as idle.
    pub(super) idle_worker: bool,
}

/// The life of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadState {
    /// Created; it starts at a time that is set.
    Starting,
    /// It has a core, and the GIL where there is one.
    Running {
        core: CoreId,
    },
    /// It could run, but others are before it.
    Queued(Contended),
    Waiting {
        on: ThreadWait,
        /// When it gives up waiting.
        deadline: Option<Time>,
        /// Position among all waits of the run: who waits longest is served first.
        order: u64,
    },
    Ended,
}

impl Thread {
    pub fn state(&self) -> ThreadState {
        self.state
    }

    pub fn now(&self) -> Time {
        self.now
    }

    /// Time it has spent on a core: its CPU time.
    pub fn cpu(&self) -> Span {
        self.cpu
    }

    pub fn line(&self) -> u16 {
        self.line
    }

    pub fn has_ended(&self) -> bool {
        self.state == ThreadState::Ended
    }

    pub fn waits_on(&self, what: ThreadWait) -> bool {
        matches!(self.state, ThreadState::Waiting { on, .. } if on == what)
    }

    /// The core it executes on.
    pub fn core(&self) -> Option<CoreId> {
        match self.state {
            ThreadState::Running { core } => Some(core),
            _ => None,
        }
    }
}
