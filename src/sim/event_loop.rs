//! The event loop: `ready`, `scheduled`, and one `run_once`, the only place where handles run. It follows
//! `BaseEventLoop`, Lib/asyncio/base_events.py.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::guest::{Guest, Mapper};
use super::handle::{Action, Handle, Handles, Slot};
use super::task::StepCause;
use super::world::World;
use crate::trace::event::ThreadWait;
use crate::trace::ids::{HandleId, LoopId, TaskId, ThreadId};
use crate::trace::{Span, Time, What};

/// Below this number of timers cancelled ones are only dropped when they come to the head (`_MIN_SCHEDULED_TIMER_HANDLES`).
const MIN_SCHEDULED_TIMER_HANDLES: usize = 100;

/// An event loop.
pub struct EventLoop<G: Guest> {
    pub id: LoopId,
    /// The thread that runs it, while it runs.
    pub(super) thread: Option<ThreadId>,
    pub(super) ready: VecDeque<Slot>,
    scheduled: BinaryHeap<Reverse<Timer>>,
    handles: Handles<G>,
    /// Timers in `scheduled` that were cancelled.
    cancelled_timers: usize,
    /// Number of timers ever set: equal deadlines fire in the order in which they were set.
    sequence: u64,
    stopping: bool,
    closed: bool,
    iteration: u32,
    phase: Phase,
    pub(super) current_task: Option<G::Future>,
    /// The tasks that are not done.
    pub(super) tasks: BTreeMap<TaskId, G::Future>,
}

/// Where `run_once` stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Before the wait.
    Start,
    /// After the wait: timers that are due become ready.
    Woken,
    /// Runs the snapshot of `ready`.
    Running { ntodo: usize },
}

/// An entry of `scheduled`, ordered by time, then by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Timer {
    when: Time,
    sequence: u64,
    slot: Slot,
}

/// What the thread of a loop does next.
pub enum Turn<G: Guest> {
    /// Calls `callback`, with `future` as its argument if there is one; then [`World::callback_ended`].
    Call { handle: HandleId, callback: G::Callback, future: Option<G::Future> },
    /// Takes a step of a task: [`World::begin_step`].
    Step { task: G::Future, cause: StepCause<G> },
    /// Parks on [`ThreadWait::Select`], until that time at the latest.
    Wait(Option<Time>),
    /// Time went by. Calls [`World::next_turn`] again when [`World::may_act`] holds.
    Again,
    /// `run_forever` returns.
    Stopped,
}

impl<G: Guest> EventLoop<G> {
    pub(super) fn new(id: LoopId) -> EventLoop<G> {
        EventLoop {
            id,
            thread: None,
            ready: VecDeque::new(),
            scheduled: BinaryHeap::new(),
            handles: Handles::new(),
            cancelled_timers: 0,
            sequence: 0,
            stopping: false,
            closed: false,
            iteration: 0,
            phase: Phase::Start,
            current_task: None,
            tasks: BTreeMap::new(),
        }
    }

    pub fn is_running(&self) -> bool {
        self.thread.is_some()
    }

    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// The thread that runs the loop.
    pub fn thread(&self) -> Option<ThreadId> {
        self.thread
    }

    /// Number of the iteration, from 1; 0 before the first.
    pub fn iteration(&self) -> u32 {
        self.iteration
    }

    /// How many handles of the current iteration's snapshot are still to run.
    pub fn ntodo(&self) -> usize {
        match self.phase {
            Phase::Running { ntodo } => ntodo,
            Phase::Start | Phase::Woken => 0,
        }
    }

    pub fn current_task(&self) -> Option<&G::Future> {
        self.current_task.as_ref()
    }

    /// The tasks that are not done, in the order of their creation.
    pub fn tasks(&self) -> impl Iterator<Item = &G::Future> {
        self.tasks.values()
    }

    /// The handles in `ready`, next first; `None` for a cancelled one.
    pub fn ready(&self) -> impl Iterator<Item = (HandleId, Option<&Action<G>>)> {
        self.ready.iter().map(|&slot| (self.handles.id(slot), self.handles.action(slot)))
    }

    /// The timers that were not cancelled, next first.
    pub fn timers(&self) -> Vec<(Time, HandleId, &Action<G>)> {
        let mut timers: Vec<Timer> = self.scheduled.iter().map(|Reverse(timer)| *timer).collect();
        timers.sort_unstable();
        let view = |timer: Timer| Some((timer.when, self.handles.id(timer.slot), self.handles.action(timer.slot)?));
        timers.into_iter().filter_map(view).collect()
    }

    /// Length of `scheduled`, cancelled timers that are still in it included.
    pub fn scheduled_len(&self) -> usize {
        self.scheduled.len()
    }

    /// Drops cancelled timers: those at the head, or all if they are many.
    fn prune(&mut self) {
        let count = self.scheduled.len();
        if count > MIN_SCHEDULED_TIMER_HANDLES && self.cancelled_timers * 2 > count {
            let handles = &mut self.handles;
            self.scheduled.retain(|Reverse(timer)| {
                let keep = handles.action(timer.slot).is_some();
                if !keep {
                    handles.remove(timer.slot);
                }
                keep
            });
            self.cancelled_timers = 0;
            return;
        }
        while let Some(Reverse(timer)) = self.scheduled.peek().copied() {
            if self.handles.action(timer.slot).is_some() {
                return;
            }
            self.cancelled_timers -= 1;
            self.scheduled.pop();
            self.handles.remove(timer.slot);
        }
    }

    /// When `select` must return at the latest; `Err` if it must not wait at all.
    fn timeout(&self, now: Time) -> Result<Option<Time>, NoWait> {
        if !self.ready.is_empty() || self.stopping {
            return Err(NoWait);
        }
        match self.scheduled.peek() {
            None => Ok(None),
            Some(Reverse(timer)) if timer.when <= now => Err(NoWait),
            Some(Reverse(timer)) => Ok(Some(now + whole_milliseconds(timer.when.since(now)))),
        }
    }

    /// Takes the next timer that is due off `scheduled`. `None` in the result for a cancelled one.
    fn pop_due(&mut self, now: Time) -> Option<Slot> {
        // `when < now + clock_resolution`, and the clock's resolution is 1 ns.
        let Reverse(timer) = self.scheduled.peek().filter(|Reverse(timer)| timer.when <= now).copied()?;
        self.scheduled.pop();
        Some(timer.slot)
    }

    pub(super) fn map<M: Mapper<G>>(&self, mapper: &mut M) -> EventLoop<G> {
        EventLoop {
            id: self.id,
            thread: self.thread,
            ready: self.ready.clone(),
            scheduled: self.scheduled.clone(),
            handles: self.handles.map(mapper),
            cancelled_timers: self.cancelled_timers,
            sequence: self.sequence,
            stopping: self.stopping,
            closed: self.closed,
            iteration: self.iteration,
            phase: self.phase,
            current_task: self.current_task.as_ref().map(|task| mapper.future(task)),
            tasks: self.tasks.iter().map(|(&id, task)| (id, mapper.future(task))).collect(),
        }
    }
}

/// The loop has something to do at once.
struct NoWait;

/// epoll waits whole milliseconds, rounded up (`EpollSelector.select`, Lib/selectors.py).
fn whole_milliseconds(span: Span) -> Span {
    Span(span.0.div_ceil(Span::MILLISECOND.0).saturating_mul(Span::MILLISECOND.0))
}

impl<G: Guest> World<G> {
    /// A new event loop.
    pub fn new_loop(&mut self) -> LoopId {
        let id = LoopId(u32::try_from(self.loops.len()).expect("fewer than 2^32 loops"));
        self.loops.push(EventLoop::new(id));
        id
    }

    /// The loop that runs on `thread` (`asyncio.get_running_loop`).
    pub fn running_loop(&self, thread: ThreadId) -> Option<LoopId> {
        self.threads[thread.index()].running_loop
    }

    /// The task that takes a step on `thread` (`asyncio.current_task`).
    pub fn current_task(&self, event_loop: LoopId) -> Option<&G::Future> {
        self.loops[event_loop.index()].current_task.as_ref()
    }

    /// The beginning of `run_forever`. The guest has checked that neither the loop nor another one on the thread runs and that
    /// the loop is not closed.
    pub fn start_loop(&mut self, thread: ThreadId, event_loop: LoopId) {
        self.threads[thread.index()].running_loop = Some(event_loop);
        let the_loop = &mut self.loops[event_loop.index()];
        the_loop.thread = Some(thread);
        the_loop.phase = Phase::Start;
        self.record(thread, |_| What::LoopStarted { event_loop });
    }

    /// The end of `run_forever`, also when an error left it. [`Turn::Stopped`] does not do it.
    pub fn leave_loop(&mut self, thread: ThreadId, event_loop: LoopId) {
        self.threads[thread.index()].running_loop = None;
        let the_loop = &mut self.loops[event_loop.index()];
        the_loop.thread = None;
        the_loop.stopping = false;
        the_loop.phase = Phase::Start;
        self.record(thread, |_| What::LoopStopped { event_loop });
    }

    /// `loop.stop()`: `run_once` is left at the end of its iteration.
    pub fn stop_loop(&mut self, event_loop: LoopId) {
        self.loops[event_loop.index()].stopping = true;
    }

    /// `loop.close()`: drops all handles.
    pub fn close_loop(&mut self, event_loop: LoopId) {
        let the_loop = &mut self.loops[event_loop.index()];
        the_loop.closed = true;
        the_loop.ready.clear();
        the_loop.scheduled.clear();
        the_loop.handles.clear();
        the_loop.cancelled_timers = 0;
    }

    /// `loop.call_soon`. `future` is the argument of a future's callback.
    pub fn call_soon(&mut self, thread: ThreadId, event_loop: LoopId, callback: G::Callback, future: Option<G::Future>) -> Handle {
        let name = self.recorder.trace().is_some().then(|| G::callback_name(&callback).into_owned());
        let handle = self.push_ready(event_loop, Action::Call { callback, future });
        let id = handle.id;
        self.record(thread, |strings| What::CallbackQueued {
            handle: id,
            name: strings.intern(name.as_deref().unwrap_or_default()),
        });
        handle
    }

    /// `loop.call_soon_threadsafe`: also wakes the loop if it waits.
    pub fn call_soon_threadsafe(&mut self, thread: ThreadId, event_loop: LoopId, callback: G::Callback) -> Handle {
        let handle = self.call_soon(thread, event_loop, callback, None);
        self.wake_loop(thread, event_loop);
        handle
    }

    /// Has the loop of `future` finish it, unless it is done by then; also wakes the loop if it waits. This is how the end of a job
    /// reaches the loop: `futures._chain_future`.
    pub fn settle_threadsafe(&mut self, thread: ThreadId, future: G::Future, result: Result<G::Value, G::Value>) {
        let event_loop = G::future(&future).borrow().event_loop;
        self.push_ready(event_loop, Action::Settle { future, result });
        self.wake_loop(thread, event_loop);
    }

    /// `loop._write_to_self`: ends the loop's wait, if it waits.
    pub fn wake_loop(&mut self, thread: ThreadId, event_loop: LoopId) {
        if let Some(owner) = self.loops[event_loop.index()].thread
            && self.threads[owner.index()].waits_on(ThreadWait::Select)
        {
            let now = self.now(thread);
            self.unpark(owner, now);
        }
    }

    /// `loop.call_at` with a guest callback.
    pub fn call_at(&mut self, thread: ThreadId, event_loop: LoopId, when: Time, callback: G::Callback) -> Handle {
        self.set_timer(thread, event_loop, when, Action::Call { callback, future: None })
    }

    /// The timer of `asyncio.sleep`: at `when`, `future` gets `value` as its result, if it is not done then.
    pub fn call_at_set_result(
        &mut self,
        thread: ThreadId,
        event_loop: LoopId,
        when: Time,
        future: G::Future,
        value: G::Value,
    ) -> Handle {
        self.set_timer(thread, event_loop, when, Action::Settle { future, result: Ok(value) })
    }

    fn set_timer(&mut self, thread: ThreadId, event_loop: LoopId, when: Time, action: Action<G>) -> Handle {
        let id = self.ids.handle();
        let the_loop = &mut self.loops[event_loop.index()];
        let slot = the_loop.handles.insert(id, action, true);
        the_loop.scheduled.push(Reverse(Timer { when, sequence: the_loop.sequence, slot }));
        the_loop.sequence += 1;
        self.record(thread, |_| What::TimerSet { handle: id, when: when.into() });
        self.owe(thread, self.settings.loop_cost);
        Handle { event_loop, id, slot }
    }

    /// `Handle.cancel`: drops the callback. Returns whether it was still to run.
    pub fn cancel_handle(&mut self, thread: ThreadId, handle: Handle) -> bool {
        let the_loop = &mut self.loops[handle.event_loop.index()];
        let Some(is_timer) = the_loop.handles.cancel(handle) else { return false };
        if is_timer {
            the_loop.cancelled_timers += 1;
            self.record(thread, |_| What::TimerCancelled { handle: handle.id });
        }
        true
    }

    /// Appends to `ready`.
    pub(super) fn push_ready(&mut self, event_loop: LoopId, action: Action<G>) -> Handle {
        let id = self.ids.handle();
        let the_loop = &mut self.loops[event_loop.index()];
        let slot = the_loop.handles.insert(id, action, false);
        the_loop.ready.push_back(slot);
        Handle { event_loop, id, slot }
    }

    /// Goes on with `run_once` (`BaseEventLoop._run_once`), and starts it again when an iteration is over. Needs
    /// [`World::may_act`].
    pub fn next_turn(&mut self, thread: ThreadId, event_loop: LoopId) -> Turn<G> {
        let now = self.now(thread);
        let the_loop = &mut self.loops[event_loop.index()];
        match the_loop.phase {
            Phase::Start => {
                the_loop.prune();
                the_loop.phase = Phase::Woken;
                match the_loop.timeout(now) {
                    Ok(deadline) => Turn::Wait(deadline),
                    Err(NoWait) => self.start_iteration(thread, event_loop),
                }
            }
            Phase::Woken => self.start_iteration(thread, event_loop),
            Phase::Running { ntodo: 0 } => {
                the_loop.phase = Phase::Start;
                if the_loop.stopping { Turn::Stopped } else { self.next_turn(thread, event_loop) }
            }
            Phase::Running { ntodo } => {
                the_loop.phase = Phase::Running { ntodo: ntodo - 1 };
                self.run_handle(thread, event_loop)
            }
        }
    }

    /// Moves the timers that are due to `ready` and takes the snapshot.
    fn start_iteration(&mut self, thread: ThreadId, event_loop: LoopId) -> Turn<G> {
        let now = self.now(thread);
        while let Some(slot) = self.loops[event_loop.index()].pop_due(now) {
            let the_loop = &mut self.loops[event_loop.index()];
            let handle = the_loop.handles.id(slot);
            let cancelled = the_loop.handles.action(slot).is_none();
            the_loop.handles.no_timer(slot);
            the_loop.ready.push_back(slot);
            if cancelled {
                the_loop.cancelled_timers -= 1;
            } else {
                self.record(thread, |_| What::TimerFired { handle });
            }
        }
        let the_loop = &mut self.loops[event_loop.index()];
        let ntodo = the_loop.ready.len();
        the_loop.phase = Phase::Running { ntodo };
        the_loop.iteration += 1;
        let iteration = the_loop.iteration;
        let handles = u32::try_from(ntodo).expect("handles have 32-bit ids");
        self.record(thread, |_| What::IterationStarted { event_loop, iteration, handles });
        self.owe(thread, self.settings.loop_cost);
        Turn::Again
    }

    fn run_handle(&mut self, thread: ThreadId, event_loop: LoopId) -> Turn<G> {
        let the_loop = &mut self.loops[event_loop.index()];
        let slot = the_loop.ready.pop_front().expect("only run_once takes from ready, at most its snapshot");
        let (handle, action) = the_loop.handles.remove(slot);
        match action {
            None => Turn::Again,
            Some(Action::Step { task, error: None }) => Turn::Step { task, cause: StepCause::Scheduled },
            Some(Action::Step { task, error: Some(error) }) => Turn::Step { task, cause: StepCause::Error(error) },
            Some(Action::Wakeup { task, future }) => Turn::Step { task, cause: StepCause::Wakeup(future) },
            Some(Action::Settle { future, result }) => {
                // A future that is done meanwhile, because it was cancelled, stays as it is.
                let _already_done = match result {
                    Ok(value) => self.set_result(thread, &future, value),
                    Err(error) => self.set_exception(thread, &future, error),
                };
                Turn::Again
            }
            Some(Action::Call { callback, future }) => {
                self.record(thread, |strings| What::CallbackStarted { handle, name: strings.intern(&G::callback_name(&callback)) });
                Turn::Call { handle, callback, future }
            }
        }
    }

    /// A callback of [`Turn::Call`] returned or raised.
    pub fn callback_ended(&mut self, thread: ThreadId, handle: HandleId) {
        self.record(thread, |_| What::CallbackEnded { handle });
    }
}
