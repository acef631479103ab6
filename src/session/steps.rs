//! Which events a user stops at. The others are recorded for the timeline, but say nothing that the event beside them does not.

use crate::trace::event::{Contended, FutureRef, TaskWait, ThreadRole, ThreadWait};
use crate::trace::ids::ThreadId;
use crate::trace::{Event, Time, Trace, What};

use super::housekeeping::{Housekeeping, is_last_iteration};
use super::sizes::{StepSize, is_switch};

/// The steps of a run, counted from 0. The state at a step is the one right after its event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Indices into the trace, ascending; never empty for the trace of a run.
    events: Vec<u32>,
    times: Vec<Time>,
    /// The steps at which something else begins to run, ascending.
    switches: Vec<u32>,
    /// The steps at which an iteration of a loop begins, ascending.
    iterations: Vec<u32>,
}

impl Steps {
    pub fn of(trace: &Trace) -> Steps {
        let is_step = choose(trace);
        let chosen = || trace.events.iter().zip(0_u32..).zip(&is_step).filter(|(_, is_step)| **is_step);
        let mut running = None;
        let (mut switches, mut iterations) = (Vec::new(), Vec::new());
        for (((event, _), _), step) in chosen().zip(0..) {
            if is_switch(event, &mut running) {
                switches.push(step);
            }
            if matches!(event.what, What::IterationStarted { .. }) {
                iterations.push(step);
            }
        }
        let events = chosen().map(|((_, index), _)| index).collect();
        Steps { events, times: chosen().map(|((event, _), _)| event.at).collect(), switches, iterations }
    }

    /// The step of that size after a step; the last if there is none. Lines are not known here: they count as events.
    pub fn after(&self, step: usize, size: StepSize) -> usize {
        let last = self.len().saturating_sub(1);
        match self.of_size(size) {
            None => (step + 1).min(last),
            Some(stops) => stops.get(stops.partition_point(|&stop| stop as usize <= step)).map_or(last, |&stop| stop as usize),
        }
    }

    /// The step of that size before a step; the first if there is none.
    pub fn before(&self, step: usize, size: StepSize) -> usize {
        match self.of_size(size) {
            None => step.saturating_sub(1),
            Some(stops) => {
                let earlier = stops.partition_point(|&stop| (stop as usize) < step);
                earlier.checked_sub(1).map_or(0, |at| stops[at] as usize)
            }
        }
    }

    fn of_size(&self, size: StepSize) -> Option<&[u32]> {
        match size {
            StepSize::Line | StepSize::Event => None,
            StepSize::Switch => Some(&self.switches),
            StepSize::Iteration => Some(&self.iterations),
        }
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

fn choose(trace: &Trace) -> Vec<bool> {
    let events = &trace.events;
    let mut housekeeping = Housekeeping::default();
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
        is_step[index] = !housekeeping.is_part(trace, event)
            && stands_alone(event, state)
            && !previous.is_some_and(|previous| says_both(previous, &event.what));
        if let Some((before, previous)) = before.zip(previous)
            && (covers(&event.what, previous) || is_last_iteration(trace, previous, &event.what))
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
        // What a function did, and the lines of it, are steps.
        What::CallbackEnded { .. } | What::TaskRenamed { .. } | What::FunctionDone { .. } => false,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing::Script;
    use crate::trace::event::Outcome;
    use crate::trace::ids::{CoreId, FutureId, HandleId, LoopId, PoolId, ProcessId, TaskId};

    /// Checks which events are steps, as indices into the trace. Events 0 and 1 are the start of the main process and thread.
    fn check(script: &Script, expected: &[u32]) {
        assert_eq!(Steps::of(script.trace()).events, expected);
    }

    #[test]
    fn a_sleeping_task_is_seen_at_its_turning_points() {
        let task = TaskId::from_index(0);
        let (when, handle, future) = (Time(3_000_000_000).into(), HandleId(0), FutureId(1));
        let mut script = Script::new();
        let function = script.text("a");
        script.event(What::ThreadRuns { core: CoreId(0) }).create(1, "A");
        script.event(What::TaskReady { task, cause: None }).task(1);
        script.event(What::StepStarted { task }).event(What::CallEntered { function, call: 0, from_line: 0 });
        script.event(What::TimerSet { handle, when }).event(What::TaskSuspended { on: TaskWait::Sleep(when) });
        check(&script, &[0, 3, 5, 8]);
        script.task(0).event(What::ThreadWaits { on: ThreadWait::Select }).at(3000);
        script.event(What::ThreadRuns { core: CoreId(0) }).event(What::TimerFired { handle });
        script.event(What::IterationStarted { event_loop: LoopId(0), iteration: 2, handles: 1 });
        script.event(What::FutureDone { future, outcome: Outcome::Returned });
        script.event(What::TaskReady { task, cause: Some(FutureRef::Future(future)) });
        check(&script, &[0, 3, 5, 8, 9, 11, 12, 14]);
    }

    #[test]
    fn a_switch_of_the_gil_is_one_step() {
        let mut script = Script::new();
        let (name, role) = (script.text("Thread-1"), ThreadRole::Thread);
        script.on(1).event(What::ThreadStarted { process: ProcessId::MAIN, name, role });
        script.event(What::ThreadQueues { for_: Contended::Gil });
        script.on(0).event(What::ThreadRuns { core: CoreId(0) }).at(5).event(What::ThreadQueues { for_: Contended::Gil });
        script.on(1).event(What::ThreadRuns { core: CoreId(0) });
        check(&script, &[0, 2, 3, 6]);
    }

    #[test]
    fn a_blocking_wait_is_seen_to_end() {
        let mut script = Script::new();
        script.event(What::ThreadWaits { on: ThreadWait::Sleep }).event(What::ThreadRuns { core: CoreId(0) });
        script.event(What::ThreadWaits { on: ThreadWait::Work(PoolId(0)) }).event(What::ThreadRuns { core: CoreId(0) });
        check(&script, &[0, 2, 3]);
    }

    #[test]
    fn the_end_of_the_loop_has_one_step() {
        let mut script = Script::new();
        let (stop, name) = (script.text("_run_until_complete_cb"), script.text("Task-2"));
        let coroutine = script.text("BaseEventLoop.shutdown_asyncgens");
        let (task, handle, event_loop) = (TaskId::from_index(1), HandleId(3), LoopId(0));
        script.event(What::IterationStarted { event_loop, iteration: 4, handles: 1 });
        script.event(What::CallbackStarted { handle, name: stop }).event(What::CallbackEnded { handle });
        script.event(What::LoopStopped { event_loop });
        script.event(What::TaskCreated { task, name, coroutine }).event(What::LoopStarted { event_loop });
        script.event(What::IterationStarted { event_loop, iteration: 5, handles: 1 }).event(What::StepStarted { task });
        script.event(What::LoopStopped { event_loop }).event(What::ThreadWaits { on: ThreadWait::Sleep });
        check(&script, &[0, 5, 11]);
    }

    #[test]
    fn larger_steps_stop_at_switches_and_at_iterations() {
        let task = TaskId::from_index(0);
        let mut script = Script::new();
        let iteration = |iteration| What::IterationStarted { event_loop: LoopId(0), iteration, handles: 1 };
        script.create(1, "A").event(iteration(1)).event(What::StepStarted { task });
        script.event(What::ThreadWaits { on: ThreadWait::Sleep }).event(iteration(2)).event(What::StepStarted { task });
        let steps = Steps::of(script.trace());
        let walk = |size| std::iter::successors(Some(0), |&step| Some(steps.after(step, size))).take(4).collect::<Vec<_>>();
        assert_eq!(walk(StepSize::Event), [0, 1, 2, 3]);
        assert_eq!(walk(StepSize::Switch), [0, 3, 6, 6]);
        assert_eq!(walk(StepSize::Iteration), [0, 2, 5, 6]);
        assert_eq!([6, 3, 1].map(|step| steps.before(step, StepSize::Switch)), [3, 0, 0]);
        assert_eq!([6, 5].map(|step| steps.before(step, StepSize::Iteration)), [5, 2]);
        assert_eq!(steps.before(0, StepSize::Event), 0);
    }

    #[test]
    fn steps_are_found_by_time_and_by_event() {
        let mut script = Script::new();
        script.at(10).event(What::ThreadWaits { on: ThreadWait::Sleep });
        script.at(20).event(What::ThreadRuns { core: CoreId(0) });
        let steps = Steps::of(script.trace());
        let at = |milliseconds: u64| steps.step_at_time(Time(milliseconds * 1_000_000));
        assert_eq!([at(0), at(9), at(10), at(19), at(20), at(99)], [0, 0, 1, 1, 2, 2]);
        assert_eq!([0, 1, 2, 3, 9].map(|event| steps.step_at_event(event)), [0, 0, 1, 2, 2]);
        assert_eq!([0, 1, 2, 9].map(|step| steps.event(step)), [0, 2, 3, 3]);
        assert_eq!(steps.time(9), Time(20_000_000));
    }
}
