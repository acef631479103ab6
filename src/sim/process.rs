//! Simulated processes, and the GIL that the threads of each share. The rules are CPython's (`Python/ceval_gil.c`).

use std::collections::VecDeque;
use std::rc::Rc;

use crate::trace::ids::{ProcessId, ThreadId};
use crate::trace::{Span, Time};

/// A simulated process.
#[derive(Clone, Debug)]
pub struct Process {
    pub id: ProcessId,
    pub name: Rc<str>,
    /// Its first thread; the process ends with it.
    pub main_thread: ThreadId,
    pub(super) has_ended: bool,
    /// `None` where processes are free-threaded.
    pub(super) gil: Option<Gil>,
}

impl Process {
    pub fn has_ended(&self) -> bool {
        self.has_ended
    }

    pub fn gil(&self) -> Option<&Gil> {
        self.gil.as_ref()
    }
}

/// A global interpreter lock.
#[derive(Clone, Debug, Default)]
pub struct Gil {
    pub(super) holder: Option<ThreadId>,
    /// Next first.
    pub(super) waiters: VecDeque<GilWaiter>,
    /// Since when the holder has made use of it; `None` while the holder has not been on a core since it got the GIL.
    pub(super) in_use_since: Option<Time>,
}

/// A thread that waits for the GIL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GilWaiter {
    pub thread: ThreadId,
    pub since: Time,
}

impl Gil {
    pub fn holder(&self) -> Option<ThreadId> {
        self.holder
    }

    /// The threads that wait for it, next first.
    pub fn waiters(&self) -> impl Iterator<Item = &GilWaiter> {
        self.waiters.iter()
    }

    /// When the holder must drop the GIL: when a waiter has waited for `interval` without a switch. A waiter that saw a switch
    /// waits for another interval (`take_gil`).
    pub(super) fn drop_at(&self, interval: Span) -> Option<Time> {
        let switched = self.in_use_since?;
        let interval = Span(interval.0.max(1));
        let request =
            |waiter: &GilWaiter| waiter.since + Span(interval.0 * (1 + switched.since(waiter.since).0.div_ceil(interval.0)));
        self.waiters.iter().map(request).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When the holder, which has used the GIL since a time, must drop it for waiters that came at those times; all in ms.
    fn check(in_use_since: u64, waiting_since: &[u64], expected: Option<u64>) {
        let time = |milliseconds| Time(milliseconds * 1_000_000);
        let waiters = waiting_since.iter().map(|&since| GilWaiter { thread: ThreadId(1), since: time(since) }).collect();
        let gil = Gil { holder: Some(ThreadId::MAIN), waiters, in_use_since: Some(time(in_use_since)) };
        assert_eq!(gil.drop_at(Span(5_000_000)), expected.map(time));
    }

    #[test]
    fn a_holder_keeps_the_gil_while_nobody_waits() {
        check(0, &[], None);
    }

    #[test]
    fn a_waiter_waits_one_interval() {
        check(0, &[0], Some(5));
        check(0, &[7], Some(12));
        check(0, &[9, 7], Some(12));
    }

    #[test]
    fn a_waiter_that_saw_a_switch_waits_another_interval() {
        check(3, &[0], Some(10));
        check(5, &[0], Some(10));
        check(6, &[0], Some(15));
        check(3, &[0, 3], Some(8));
    }
}
