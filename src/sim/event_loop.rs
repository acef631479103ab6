//! The event loop: `ready`, `scheduled`, and what puts handles there and takes them away, after `BaseEventLoop`,
//! Lib/asyncio/base_events.py. How they run is in `run_once`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::guest::{Guest, Mapper};
use super::handle::{Action, Handle, Handles, Slot};
use super::world::World;
use crate::trace::event::ThreadWait;
use crate::trace::ids::{HandleId, LoopId, TaskId, ThreadId};
use crate::trace::{Time, What};

/// An event loop.
pub struct EventLoop<G: Guest> {
    pub id: LoopId,
    /// The thread that runs it, while it runs.
    pub(super) thread: Option<ThreadId>,
    pub(super) ready: VecDeque<Slot>,
    pub(super) scheduled: BinaryHeap<Reverse<Timer>>,
    pub(super) handles: Handles<G>,
    /// Timers in `scheduled` that were cancelled.
    pub(super) cancelled_timers: usize,
    /// Number of timers ever set: equal deadlines fire in the order in which they were set.
    sequence: u64,
    pub(super) stopping: bool,
    closed: bool,
    pub(super) iteration: u32,
    pub(super) phase: Phase,
    pub(super) current_task: Option<G::Future>,
    /// The tasks that are not done. A task lives by what will resume it: a handle, or the future that it waits for.
    pub(super) tasks: BTreeMap<TaskId, G::WeakFuture>,
}

/// Where `run_once` stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Before the wait.
    Start,
    /// The turn has been paid for, and the wait begins: until that time, for ever, or not at all.
    Selecting(Select),
    /// After the wait: timers that are due become ready.
    Woken,
    /// Runs the snapshot of `ready`.
    Running { ntodo: usize },
}

/// How long `select` may wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Select {
    Poll,
    Until(Time),
    Forever,
}

/// An entry of `scheduled`, ordered by time, then by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Timer {
    pub when: Time,
    sequence: u64,
    pub slot: Slot,
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
            Phase::Start | Phase::Selecting(_) | Phase::Woken => 0,
        }
    }

    /// The task that takes a step.
    pub fn current_task(&self) -> Option<&G::Future> {
        self.current_task.as_ref()
    }

    /// The tasks that are not done, in the order of their creation.
    pub fn tasks(&self) -> impl Iterator<Item = G::Future> {
        self.tasks.values().filter_map(|task| G::upgrade(task))
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
            tasks: self
                .tasks
                .iter()
                .filter_map(|(&id, task)| Some((id, G::downgrade(&mapper.future(&G::upgrade(task)?)))))
                .collect(),
        }
    }
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

    /// The task that takes a step in that loop (`asyncio.current_task`).
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

    /// The end of `run_forever`, also when an error left it. [`Turn::Stopped`](super::run_once::Turn::Stopped) does not do it.
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
        // In their order: what only a handle kept alive dies with it.
        for slot in std::mem::take(&mut the_loop.ready) {
            the_loop.handles.remove(slot);
        }
        the_loop.scheduled.clear();
        the_loop.handles.clear();
        the_loop.cancelled_timers = 0;
    }

    /// `loop.call_soon`. `future` is the argument of a future's callback.
    pub fn call_soon(&mut self, thread: ThreadId, event_loop: LoopId, callback: G::Callback, future: Option<G::Future>) -> Handle {
        let id = self.ids.handle();
        self.record(thread, |strings| What::CallbackQueued { handle: id, name: strings.intern(&G::callback_name(&callback)) });
        self.append(event_loop, id, Action::Call { callback, future })
    }

    /// `loop.call_soon_threadsafe`: also wakes the loop if it waits.
    pub fn call_soon_threadsafe(&mut self, thread: ThreadId, event_loop: LoopId, callback: G::Callback) -> Handle {
        let handle = self.call_soon(thread, event_loop, callback, None);
        self.wake_loop(thread, event_loop);
        handle
    }

    /// Has the loop of `future` finish it, unless it is done by then; also wakes the loop if it waits. This is how the end of a job
    /// reaches the loop (`futures._chain_future`); a closed loop ignores it.
    pub fn settle_threadsafe(&mut self, thread: ThreadId, future: G::Future, result: Result<G::Value, G::Value>) {
        let event_loop = G::future(&future).borrow().event_loop;
        if !self.loops[event_loop.index()].closed {
            self.push_ready(event_loop, Action::Settle { future, result });
            self.wake_loop(thread, event_loop);
        }
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

    /// Appends a step of a task or an internal action to `ready`.
    pub(super) fn push_ready(&mut self, event_loop: LoopId, action: Action<G>) {
        let id = self.ids.handle();
        self.append(event_loop, id, action);
    }

    fn append(&mut self, event_loop: LoopId, id: HandleId, action: Action<G>) -> Handle {
        let the_loop = &mut self.loops[event_loop.index()];
        let slot = the_loop.handles.insert(id, action, false);
        the_loop.ready.push_back(slot);
        Handle { event_loop, id, slot }
    }
}
