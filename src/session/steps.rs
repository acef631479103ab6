//! Which events a user stops at. The others are recorded for the timeline, but say nothing that the event beside them does not.

use crate::trace::event::{Contended, FutureRef, TaskWait, ThreadRole, ThreadWait};
use crate::trace::ids::ThreadId;
use crate::trace::{Event, Time, Trace, What};

/// The steps of a run, counted from 0. The state at a step is the one right after its event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Indices into the trace, ascending; never empty for the trace of a run.
    events: Vec<u32>,
    times: Vec<Time>,
}

impl Steps {
    pub fn of(trace: &Trace) -> Steps {
        let is_step = choose(&trace.events);
        let chosen = || trace.events.iter().zip(0_u32..).zip(&is_step).filter(|(_, is_step)| **is_step);
        Steps { events: chosen().map(|((_, index), _)| index).collect(), times: chosen().map(|((event, _), _)| event.at).collect() }
    }

    pub fn len(&self) -> usize {
        self.events.len()
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The event of a step, as an index into the trace. A step beyond the last means the last.
    pub fn event(&self, step: usize) -> usize {
        self.events.get(step).or(self.events.last()).map_or(0, |&event| event as usize)
    }

    /// When a step happened. A step beyond the last means the last.
    pub fn time(&self, step: usize) -> Time {
        self.times.get(step).or(self.times.last()).copied().unwrap_or(Time::ZERO)
    }

    /// The last step at or before `time`; the first if there is none.
    pub fn step_at_time(&self, time: Time) -> usize {
        self.times.partition_point(|&at| at <= time).saturating_sub(1)
    }

    /// The last step at or before the event with that index into the trace; the first if there is none.
    pub fn step_at_event(&self, event: usize) -> usize {
        self.events.partition_point(|&index| index as usize <= event).saturating_sub(1)
    }
}

/// What the choice needs to remember of a thread.
#[derive(Clone, Copy)]
struct Before {
    /// Its latest event.
    event: usize,
    state: ThreadState,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ThreadState {
    Starting,
    Running,
    Queued,
    Waiting(ThreadWait),
}

fn choose(events: &[Event]) -> Vec<bool> {
    let mut is_step = vec![false; events.len()];
    let mut threads: Vec<Option<Before>> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let slot = event.thread.index();
        if threads.len() <= slot {
            threads.resize(slot + 1, None);
        }
        let before = threads[slot];
        let state = before.map_or(ThreadState::Starting, |before| before.state);
        let previous = before.map(|before| &events[before.event].what);
        is_step[index] = stands_alone(event, state) && !previous.is_some_and(|previous| says_both(previous, &event.what));
        if let Some(before) = before
            && covers(&event.what, &events[before.event].what)
        {
            is_step[before.event] = false;
        }
        threads[slot] = Some(Before { event: index, state: after(&event.what, state) });
    }
    is_step
}

/// Is the event worth a step, whatever stands beside it? `state` is that of its thread before.
fn stands_alone(event: &Event, state: ThreadState) -> bool {
    match event.what {
        What::ThreadStarted { role, .. } => role != ThreadRole::Main,
        What::ThreadEnded => event.thread != ThreadId::MAIN,
        // A loop that wakes up says so by what it does next.
        What::ThreadRuns { .. } => match state {
            ThreadState::Waiting(on) => !matches!(on, ThreadWait::Select | ThreadWait::Work(_)),
            ThreadState::Queued => true,
            ThreadState::Starting | ThreadState::Running => false,
        },
        // A thread that has to make room says so by who runs instead.
        What::ThreadQueues { for_: Contended::Gil | Contended::Core } => state != ThreadState::Running,
        What::ThreadWaits { on: ThreadWait::Work(_) } => false,
        What::ProcessEnded { process } => process.index() != 0,
        What::TaskReady { cause, .. } => cause.is_some(),
        What::CallbackEnded { .. } | What::TaskRenamed { .. } => false,
        What::ProcessStarted { .. }
        | What::ThreadWaits { .. }
        | What::LoopStarted { .. }
        | What::LoopStopped { .. }
        | What::IterationStarted { .. }
        | What::TimerSet { .. }
        | What::TimerFired { .. }
        | What::TimerCancelled { .. }
        | What::CallbackQueued { .. }
        | What::CallbackStarted { .. }
        | What::TaskCreated { .. }
        | What::StepStarted { .. }
        | What::TaskSuspended { .. }
        | What::TaskDone { .. }
        | What::CancelRequested { .. }
        | What::FutureDone { .. }
        | What::JobSubmitted { .. }
        | What::JobStarted { .. }
        | What::JobDone { .. }
        | What::CallEntered { .. }
        | What::CallReturned { .. }
        | What::Printed { .. }
        | What::Uncaught { .. }
        | What::Ended { .. } => true,
    }
}

/// Does the thread's previous event, `previous`, already say what `this` says?
fn says_both(previous: &What, this: &What) -> bool {
    match this {
        What::CallEntered { .. } => matches!(previous, What::StepStarted { .. } | What::JobStarted { .. }),
        What::ThreadStarted { .. } => matches!(previous, What::ProcessStarted { .. }),
        What::ProcessEnded { .. } => matches!(previous, What::ThreadEnded),
        _ => false,
    }
}

/// Does the thread's next event, `next`, say what `this` says?
fn covers(next: &What, this: &What) -> bool {
    match (this, next) {
        (What::TimerSet { when, .. }, What::TaskSuspended { on: TaskWait::Sleep(until) }) => when == until,
        (What::FutureDone { future, .. }, What::TaskReady { cause: Some(FutureRef::Future(cause)), .. }) => future == cause,
        (What::CallReturned { .. }, What::TaskDone { .. } | What::JobDone { .. } | What::ThreadEnded) => true,
        _ => false,
    }
}

fn after(what: &What, state: ThreadState) -> ThreadState {
    match *what {
        What::ThreadRuns { .. } => ThreadState::Running,
        What::ThreadQueues { .. } => ThreadState::Queued,
        What::ThreadWaits { on } => ThreadState::Waiting(on),
        _ => state,
    }
}
