//! The sizes of steps: how far one goes at a time.

use crate::trace::ids::ThreadId;
use crate::trace::{Event, What};

/// How far a step goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepSize {
    /// To the next line of the program that is executed, or to the next event if that comes first.
    Line,
    /// To the next event that is a step.
    #[default]
    Event,
    /// To where another task, callback, job or thread begins to run.
    Switch,
    /// To where an event loop begins an iteration.
    Iteration,
}

impl StepSize {
    pub const ALL: [StepSize; 4] = [StepSize::Line, StepSize::Event, StepSize::Switch, StepSize::Iteration];

    /// What a user calls it.
    pub fn label(self) -> &'static str {
        match self {
            StepSize::Line => "Line",
            StepSize::Event => "Event",
            StepSize::Switch => "Task switch",
            StepSize::Iteration => "Loop iteration",
        }
    }

    /// A short name that stays the same.
    pub fn slug(self) -> &'static str {
        match self {
            StepSize::Line => "line",
            StepSize::Event => "event",
            StepSize::Switch => "switch",
            StepSize::Iteration => "iteration",
        }
    }

    pub fn from_slug(slug: &str) -> Option<StepSize> {
        StepSize::ALL.into_iter().find(|size| size.slug() == slug)
    }
}

/// Does something else begin to run at the event? `running` is the thread that ran last, and is kept up to date.
pub(super) fn is_switch(event: &Event, running: &mut Option<ThreadId>) -> bool {
    let other_thread = *running != Some(event.thread);
    match event.what {
        What::StepStarted { .. } | What::CallbackStarted { .. } | What::JobStarted { .. } => {
            *running = Some(event.thread);
            true
        }
        What::ThreadRuns { .. } => {
            *running = Some(event.thread);
            other_thread
        }
        _ => false,
    }
}
