//! Locks of threads: who has one, and who waits for it. The state is part of an object of the guest, as that of a future is.
//!
//! A lock that is released goes to the thread that has waited longest, as CPython's does if that thread has waited for a millisecond
//! (`_PyMutex_LockTimed`, Python/lock.c).

use std::collections::VecDeque;

use super::guest::Guest;
use super::world::World;
use crate::trace::event::{ResourceKind, ThreadWait};
use crate::trace::ids::{ResourceId, ThreadId};
use crate::trace::{Span, Time};

/// A lock that one thread at a time can have.
#[derive(Clone, Debug)]
pub struct LockState {
    resource: ResourceId,
    kind: ResourceKind,
    /// How often its holder has acquired it; 0 if it is free.
    depth: u32,
    /// Who acquired it last, while it is not free.
    holder: Option<ThreadId>,
    /// Whether its holder may acquire it again.
    reentrant: bool,
    /// In the order in which they came.
    waiters: VecDeque<Waiter>,
}

/// A thread that has been parked for a lock and did not yet come back.
#[derive(Clone, Copy, Debug)]
struct Waiter {
    thread: ThreadId,
    deadline: Option<Time>,
    /// A release gave it the lock.
    has_got_it: bool,
}

/// What came of asking for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acquire {
    Done,
    /// The thread has been parked: the guest returns [`Stop::Waits`](super::guest::Stop::Waits) and asks again, in the same words.
    Wait,
    TimedOut,
}

/// A lock was released that is free, or that another thread has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHeld;

impl LockState {
    /// A free lock.
    pub fn new(resource: ResourceId, kind: ResourceKind, reentrant: bool) -> LockState {
        LockState { resource, kind, depth: 0, holder: None, reentrant, waiters: VecDeque::new() }
    }

    /// A lock that nobody in particular has: a thread that acquires it waits until another one releases it.
    pub fn taken(resource: ResourceId, kind: ResourceKind) -> LockState {
        LockState { depth: 1, ..LockState::new(resource, kind, false) }
    }

    pub fn is_locked(&self) -> bool {
        self.depth > 0
    }

    /// Who has it, if it is not free.
    pub fn holder(&self) -> Option<ThreadId> {
        self.holder.filter(|_| self.is_locked())
    }

    /// May its holder acquire it again?
    pub fn is_reentrant(&self) -> bool {
        self.reentrant
    }

    /// The threads that wait for it, next first.
    pub fn waiters(&self) -> impl Iterator<Item = ThreadId> {
        self.waiters.iter().filter(|waiter| !waiter.has_got_it).map(|waiter| waiter.thread)
    }

    /// How often its holder has acquired it.
    pub fn depth(&self) -> u32 {
        self.depth
    }

    fn take(&mut self, thread: ThreadId) {
        self.depth = 1;
        self.holder = Some(thread);
    }
}

impl<G: Guest> World<G> {
    /// Acquires a lock if it is free, or if the thread has it and may acquire it again.
    pub fn try_acquire(&mut self, thread: ThreadId, lock: &mut LockState) -> bool {
        match lock.depth {
            0 => lock.take(thread),
            _ if lock.reentrant && lock.holder == Some(thread) => lock.depth += 1,
            _ => return false,
        }
        true
    }

    /// Acquires a lock, or parks the thread until it gets it, or until `timeout` is over.
    pub fn acquire(&mut self, thread: ThreadId, lock: &mut LockState, timeout: Option<Span>) -> Acquire {
        let now = self.now(thread);
        let waiter = match lock.waiters.iter().position(|waiter| waiter.thread == thread) {
            Some(at) => {
                let waiter = lock.waiters[at];
                let is_over = waiter.deadline.is_some_and(|deadline| now >= deadline);
                if waiter.has_got_it || is_over {
                    lock.waiters.remove(at);
                    return if waiter.has_got_it { Acquire::Done } else { Acquire::TimedOut };
                }
                waiter
            }
            None if self.try_acquire(thread, lock) => return Acquire::Done,
            None if timeout == Some(Span::ZERO) => return Acquire::TimedOut,
            None => {
                let waiter = Waiter { thread, deadline: timeout.map(|timeout| now + timeout), has_got_it: false };
                lock.waiters.push_back(waiter);
                waiter
            }
        };
        let holder = lock.holder();
        self.park(thread, ThreadWait::Resource { resource: lock.resource, kind: lock.kind, holder }, waiter.deadline);
        Acquire::Wait
    }

    /// Releases a lock once. At the last time, the thread that has waited longest gets it. Only its holder can release a reentrant one.
    ///
    /// # Errors
    /// If there is nothing to release.
    pub fn release(&mut self, thread: ThreadId, lock: &mut LockState) -> Result<(), NotHeld> {
        if lock.depth == 0 || lock.reentrant && lock.holder != Some(thread) {
            return Err(NotHeld);
        }
        lock.depth -= 1;
        if lock.depth == 0 {
            self.hand_over(thread, lock);
        }
        Ok(())
    }

    /// Releases a lock as often as its holder acquired it. Returns how often that was.
    ///
    /// # Errors
    /// If there is nothing to release.
    pub fn release_all(&mut self, thread: ThreadId, lock: &mut LockState) -> Result<u32, NotHeld> {
        let depth = lock.depth;
        lock.depth = depth.min(1);
        self.release(thread, lock).map(|()| depth)
    }

    /// Makes it that a lock, which the thread has just acquired, was acquired that often.
    pub fn set_depth(&mut self, lock: &mut LockState, depth: u32) {
        lock.depth = depth;
    }

    fn hand_over(&mut self, thread: ThreadId, lock: &mut LockState) {
        lock.holder = None;
        // A process that was terminated leaves its waiters behind.
        lock.waiters.retain(|waiter| !self.thread(waiter.thread).has_ended());
        let Some(next) = lock.waiters.iter_mut().find(|waiter| !waiter.has_got_it) else { return };
        next.has_got_it = true;
        let next = next.thread;
        lock.take(next);
        let now = self.now(thread);
        self.unpark(next, now);
    }
}
