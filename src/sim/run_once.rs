//! One iteration of a loop after the other: the only place where handles run (`BaseEventLoop._run_once`,
//! Lib/asyncio/base_events.py).

use std::cmp::Reverse;

use super::event_loop::{EventLoop, Phase, Select};
use super::guest::Guest;
use super::handle::{Action, Slot};
use super::task::StepCause;
use super::world::World;
use crate::trace::ids::{HandleId, LoopId, ThreadId};
use crate::trace::{Span, Time, What};

/// Below this number of timers cancelled ones are only dropped when they come to the head (`_MIN_SCHEDULED_TIMER_HANDLES`).
const MIN_SCHEDULED_TIMER_HANDLES: usize = 100;

/// What the thread of a loop does next.
pub enum Turn<G: Guest> {
    /// Calls `callback`, with `future` as its argument if there is one; then [`World::callback_ended`].
    Call { handle: HandleId, callback: G::Callback, future: Option<G::Future> },
    /// Takes a step of a task: [`World::begin_step`].
    Step { task: G::Future, cause: StepCause<G> },
    /// Parks on [`ThreadWait::Select`](crate::trace::event::ThreadWait::Select), until that time at the latest.
    Wait(Option<Time>),
    /// Time went by. Calls [`World::next_turn`] again when [`World::may_act`] holds.
    Again,
    /// `run_forever` returns.
    Stopped,
}

impl<G: Guest> EventLoop<G> {
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

    /// How long `select`, which costs `cost`, may wait.
    fn timeout(&self, now: Time, cost: Span) -> Select {
        if !self.ready.is_empty() || self.stopping {
            return Select::Poll;
        }
        match self.scheduled.peek() {
            None => Select::Forever,
            Some(Reverse(timer)) if timer.when <= now => Select::Poll,
            Some(Reverse(timer)) => Select::Until(now + cost + whole_milliseconds(timer.when.as_secs() - now.as_secs())),
        }
    }

    /// Takes the next timer that is due, cancelled or not, off `scheduled`.
    fn pop_due(&mut self, now: Time) -> Option<Slot> {
        // `when < now + clock_resolution`, and the clock's resolution is 1 ns.
        let Reverse(timer) = self.scheduled.peek().filter(|Reverse(timer)| timer.when <= now).copied()?;
        self.scheduled.pop();
        Some(timer.slot)
    }
}

/// epoll waits whole milliseconds, rounded up (`EpollSelector.select`, Lib/selectors.py). The timeout, in s, is a difference of floats
/// there, so it is one here: where it falls on a whole millisecond, the error of the difference decides.
fn whole_milliseconds(timeout: f64) -> Span {
    let milliseconds = (timeout * 1e3).ceil().max(0.0);
    Span((milliseconds as u64).saturating_mul(Span::MILLISECOND.0))
}

impl<G: Guest> World<G> {
    /// Goes on with `run_once` (`BaseEventLoop._run_once`), and starts it again when an iteration is over. Needs
    /// [`World::may_act`].
    pub fn next_turn(&mut self, thread: ThreadId, event_loop: LoopId) -> Turn<G> {
        let now = self.now(thread);
        let the_loop = &mut self.loops[event_loop.index()];
        match the_loop.phase {
            Phase::Start => {
                the_loop.prune();
                the_loop.phase = Phase::Selecting(the_loop.timeout(now, self.settings.loop_cost));
                self.owe(thread, self.settings.loop_cost);
                Turn::Again
            }
            Phase::Selecting(select) => {
                the_loop.phase = Phase::Woken;
                match select {
                    // Meanwhile another thread may have called.
                    Select::Until(deadline) if the_loop.ready.is_empty() => Turn::Wait(Some(deadline)),
                    Select::Forever if the_loop.ready.is_empty() => Turn::Wait(None),
                    _ => self.start_iteration(thread, event_loop),
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
        self.next_turn(thread, event_loop)
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
