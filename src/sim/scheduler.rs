//! Who executes when: a conservative discrete-event simulation of cores and GILs.
//!
//! Every thread on a core has its own time. The scheduler always gives control to the one that is furthest behind, or fires the
//! next alarm if that is earlier. A thread may run ahead of the others by a little, as long as nobody can notice: what others can
//! notice happens in the order of time, so the trace is ordered.

use std::cmp::Reverse;

use super::guest::Guest;
use super::process::GilWaiter;
use super::thread::ThreadState;
use super::world::World;
use crate::trace::event::{Contended, ThreadWait};
use crate::trace::ids::{CoreId, ThreadId};
use crate::trace::{Span, Time, What};

/// How far a thread may run ahead of another that executes.
const SLACK: Span = Span::MILLISECOND;
/// The same if both are of one process, where they share objects.
const SLACK_IN_PROCESS: Span = Span(20_000);

/// What the thread that executes may do before the scheduler looks again.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Grant {
    /// It may act on others while its time is not later.
    pub sync_until: Time,
    /// It must stop as soon as its time has reached this.
    pub run_until: Time,
    /// It must stop after that many instructions.
    pub instructions: u64,
}

/// A time at which a thread wakes up, ordered by time, then by age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Alarm {
    at: Time,
    order: u64,
    thread: ThreadId,
}

/// What the scheduler did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheduled {
    /// A thread woke up or was taken off its core.
    Moved,
    /// The thread may execute, within the grant.
    Granted(ThreadId),
    /// The next thing to happen is later than a run may last.
    TooLate,
    /// Nothing will ever happen again.
    Nothing,
}

impl<G: Guest> World<G> {
    /// One step of the scheduler.
    pub(super) fn schedule(&mut self) -> Scheduled {
        let behind = self.furthest_behind();
        let alarm = self.next_alarm();
        let next = match (behind, alarm) {
            (None, None) => return Scheduled::Nothing,
            (Some(thread), None) => self.now(thread),
            (None, Some(alarm)) => alarm.at,
            (Some(thread), Some(alarm)) => self.now(thread).min(alarm.at),
        };
        if next > self.settings.limits.time {
            return Scheduled::TooLate;
        }
        match (behind, alarm) {
            (Some(thread), alarm) if alarm.is_none_or(|alarm| self.now(thread) < alarm.at) => self.give_control(thread, alarm),
            (_, Some(alarm)) => {
                self.alarms.pop();
                self.wake(alarm.thread, alarm.at);
                Scheduled::Moved
            }
            (_, None) => unreachable!("without an alarm there is a thread to run"),
        }
    }

    /// The thread on a core whose time is the smallest.
    fn furthest_behind(&self) -> Option<ThreadId> {
        self.cores.iter().flatten().copied().min_by_key(|&thread| (self.now(thread), thread))
    }

    /// The next valid alarm; drops outdated ones before it.
    fn next_alarm(&mut self) -> Option<Alarm> {
        while let Some(&Reverse(alarm)) = self.alarms.peek() {
            if self.threads[alarm.thread.index()].alarm == Some(alarm.order) {
                return Some(alarm);
            }
            self.alarms.pop();
        }
        None
    }

    /// Lets the thread that is furthest behind execute, unless it has to make room.
    fn give_control(&mut self, thread: ThreadId, alarm: Option<Alarm>) -> Scheduled {
        let now = self.now(thread);
        let drop_gil_at = self.drop_gil_at(thread);
        let slice_end = self.slice_end(thread);
        if drop_gil_at <= now {
            self.drop_gil(thread);
            return Scheduled::Moved;
        }
        if slice_end <= now {
            self.preempt(thread);
            return Scheduled::Moved;
        }
        let alarm_at = alarm.map_or(Time::NEVER, |alarm| alarm.at);
        let mut sync_until = alarm_at;
        let mut run_until = alarm_at.min(drop_gil_at).min(slice_end).min(self.settings.limits.time + Span(1));
        for &other in self.cores.iter().flatten().filter(|&&other| other != thread) {
            let same_process = self.threads[other.index()].process == self.threads[thread.index()].process;
            let other_now = self.now(other);
            // Of two that stand at the same time, the older one acts first.
            let behind = Time(other_now.0.saturating_sub(u64::from(other < thread)));
            sync_until = sync_until.min(behind);
            run_until = run_until.min(other_now + if same_process { SLACK_IN_PROCESS } else { SLACK });
        }
        self.grant = Grant { sync_until, run_until, instructions: 0 };
        Scheduled::Granted(thread)
    }

    fn drop_gil_at(&self, thread: ThreadId) -> Time {
        let gil = &self.processes[self.threads[thread.index()].process.index()].gil;
        gil.as_ref().and_then(|gil| gil.drop_at(self.settings.switch_interval)).unwrap_or(Time::NEVER)
    }

    fn slice_end(&self, thread: ThreadId) -> Time {
        if self.run_queue.is_empty() {
            return Time::NEVER;
        }
        self.threads[thread.index()].slice_start + Span(self.settings.time_slice.0.max(1))
    }

    /// A waiter has asked for the GIL: its holder lets the next one have it and queues again.
    fn drop_gil(&mut self, thread: ThreadId) {
        let now = self.now(thread);
        self.set_state(thread, ThreadState::Queued(Contended::Gil));
        self.record_at(now, thread, What::ThreadQueues { for_: Contended::Gil });
        self.release_gil(thread, now);
        self.queue_for_gil(thread, now);
        self.fill_cores(now);
    }

    /// The thread's time slice is over and others wait for a core. It keeps the GIL, as the operating system knows of none.
    fn preempt(&mut self, thread: ThreadId) {
        let now = self.now(thread);
        self.set_state(thread, ThreadState::Queued(Contended::Core));
        self.record_at(now, thread, What::ThreadQueues { for_: Contended::Core });
        self.run_queue.push_back(thread);
        self.fill_cores(now);
    }

    /// Waits on the thread's behalf: it gives up its core and the GIL until [`World::unpark`], or until the deadline. The guest
    /// returns [`Stop::Waits`](super::guest::Stop::Waits).
    pub fn park(&mut self, thread: ThreadId, on: ThreadWait, deadline: Option<Time>) {
        let now = self.now(thread);
        let order = self.ids.order();
        self.record(thread, |_| What::ThreadWaits { on });
        self.set_state(thread, ThreadState::Waiting { on, deadline, order });
        if let Some(deadline) = deadline {
            self.set_alarm(thread, deadline.max(now));
        }
        let state = &mut self.threads[thread.index()];
        state.timed_out = deadline.is_some();
        state.owed = Span::ZERO;
        self.leave_gil(thread, now);
        self.fill_cores(now);
    }

    /// Ends a thread's wait at a time that is not before the present of the thread that does it. Nothing happens if it does not
    /// wait, or if it is woken earlier anyway: a wake-up is not remembered, so a thread must check what it waits for and park in
    /// one instruction.
    pub fn unpark(&mut self, thread: ThreadId, at: Time) {
        let ThreadState::Waiting { on, deadline, order } = self.threads[thread.index()].state else { return };
        if deadline.is_some_and(|deadline| deadline < at) {
            return;
        }
        // Its deadline is the wake-up from now on, so that a second one changes nothing.
        self.threads[thread.index()].state = ThreadState::Waiting { on, deadline: Some(at), order };
        if deadline == Some(at) && !self.threads[thread.index()].timed_out {
            return;
        }
        self.threads[thread.index()].timed_out = false;
        self.set_alarm(thread, at);
    }

    /// Did the thread's latest wait end because of its deadline?
    pub fn timed_out(&self, thread: ThreadId) -> bool {
        self.threads[thread.index()].timed_out
    }

    /// Unparks all threads that wait on `what`, at the present of `thread`, in the order in which they began to wait.
    pub fn wake_all(&mut self, thread: ThreadId, what: ThreadWait) {
        let now = self.now(thread);
        for waiter in self.waiting_on(what) {
            self.unpark(waiter, now);
        }
    }

    /// Unparks the thread that waits longest on `what` and was not woken yet. Returns which.
    pub fn wake_one(&mut self, thread: ThreadId, what: ThreadWait) -> Option<ThreadId> {
        let now = self.now(thread);
        let waiter = self.waiting_on(what).into_iter().find(|&waiter| !self.is_woken(waiter))?;
        self.unpark(waiter, now);
        Some(waiter)
    }

    fn is_woken(&self, waiter: ThreadId) -> bool {
        let waiter = &self.threads[waiter.index()];
        waiter.alarm.is_some() && !waiter.timed_out
    }

    fn waiting_on(&self, what: ThreadWait) -> Vec<ThreadId> {
        let order = |thread: &super::thread::Thread| match thread.state {
            ThreadState::Waiting { on, order, .. } if on == what => Some((order, thread.id)),
            _ => None,
        };
        let mut waiting: Vec<_> = self.threads.iter().filter_map(order).collect();
        waiting.sort_unstable();
        waiting.into_iter().map(|(_, thread)| thread).collect()
    }

    /// Sets the only alarm of a thread. Whoever executes now must let the scheduler look at it in time.
    pub(super) fn set_alarm(&mut self, thread: ThreadId, at: Time) {
        let order = self.ids.order();
        self.threads[thread.index()].alarm = Some(order);
        self.alarms.push(Reverse(Alarm { at, order, thread }));
        self.grant.sync_until = self.grant.sync_until.min(at);
        self.grant.run_until = self.grant.run_until.min(at);
    }

    /// The thread can run from `at` on, if it gets what it needs.
    fn wake(&mut self, thread: ThreadId, at: Time) {
        let state = &mut self.threads[thread.index()];
        state.alarm = None;
        state.now = state.now.max(at);
        let process = state.process.index();
        match &mut self.processes[process].gil {
            Some(gil) if gil.holder.is_some() => {
                self.set_state(thread, ThreadState::Queued(Contended::Gil));
                self.record_at(at, thread, What::ThreadQueues { for_: Contended::Gil });
                self.queue_for_gil(thread, at);
            }
            Some(gil) => {
                gil.holder = Some(thread);
                gil.in_use_since = None;
                self.want_core(thread, at);
            }
            None => self.want_core(thread, at),
        }
    }

    fn queue_for_gil(&mut self, thread: ThreadId, since: Time) {
        let process = self.threads[thread.index()].process.index();
        let gil = self.processes[process].gil.as_mut().expect("only a process with a GIL has threads that queue for it");
        gil.waiters.push_back(GilWaiter { thread, since });
    }

    /// The thread, which has the GIL if it needs it, gets a core or queues for one.
    fn want_core(&mut self, thread: ThreadId, at: Time) {
        self.run_queue.push_back(thread);
        self.fill_cores(at);
        if self.run_queue.contains(&thread) {
            self.set_state(thread, ThreadState::Queued(Contended::Core));
            self.record_at(at, thread, What::ThreadQueues { for_: Contended::Core });
        }
    }

    /// Gives free cores to the threads that queue for one.
    pub(super) fn fill_cores(&mut self, at: Time) {
        while let Some(core) = self.cores.iter().position(Option::is_none) {
            let Some(thread) = self.run_queue.pop_front() else { return };
            let core = CoreId(u32::try_from(core).expect("cores are counted in 16 bits"));
            self.put_on_core(thread, core, at);
        }
    }

    fn put_on_core(&mut self, thread: ThreadId, core: CoreId, at: Time) {
        self.cores[core.index()] = Some(thread);
        let state = &mut self.threads[thread.index()];
        state.now = state.now.max(at);
        state.slice_start = state.now;
        state.state = ThreadState::Running { core };
        let now = state.now;
        let process = state.process.index();
        if let Some(gil) = &mut self.processes[process].gil {
            gil.in_use_since.get_or_insert(now);
        }
        self.record_at(now, thread, What::ThreadRuns { core });
    }

    /// Changes a thread's state and takes it off its core if it was on one.
    pub(super) fn set_state(&mut self, thread: ThreadId, state: ThreadState) {
        if let Some(core) = self.threads[thread.index()].core() {
            self.cores[core.index()] = None;
        }
        self.threads[thread.index()].state = state;
    }

    /// Takes a thread that waits or ends out of its process's GIL, as its holder or from the queue.
    pub(super) fn leave_gil(&mut self, thread: ThreadId, at: Time) {
        let process = self.threads[thread.index()].process.index();
        let Some(gil) = &mut self.processes[process].gil else { return };
        gil.waiters.retain(|waiter| waiter.thread != thread);
        if gil.holder == Some(thread) {
            self.release_gil(thread, at);
        }
    }

    /// The holder hands the GIL to the next waiter.
    fn release_gil(&mut self, holder: ThreadId, at: Time) {
        let process = self.threads[holder.index()].process.index();
        let gil = self.processes[process].gil.as_mut().expect("a GIL that is held");
        gil.in_use_since = None;
        gil.holder = gil.waiters.pop_front().map(|waiter| waiter.thread);
        if let Some(next) = gil.holder {
            self.want_core(next, at);
        }
    }
}
