//! The machine: the world and the guest in it, run in slices.

use super::deadlock::Deadlock;
use super::guest::{Guest, Stop};
use super::scheduler::Scheduled;
use super::settings::{Limit, Settings};
use super::world::World;
use crate::trace::Recorder;
use crate::trace::ids::ThreadId;

/// A simulated machine with a program on it.
pub struct Machine<G: Guest> {
    pub world: World<G>,
    pub guest: G,
    /// The thread whose grant was interrupted by the end of the host's slice.
    interrupted: Option<ThreadId>,
}

/// How much of a run the host wants now. Slices of whatever size give the same run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Guest instructions.
    pub instructions: u64,
    /// Stop when the trace has that many events; `None` to go on.
    pub until_events: Option<u64>,
}

/// Where a machine stands after a slice. All but `Paused` are final.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// There is more to run.
    Paused,
    /// The main thread of the main process has ended.
    Finished,
    /// Nothing can ever happen again, and the main thread has not ended.
    Deadlock(Deadlock),
    Limit(Limit),
}

impl<G: Guest> Machine<G> {
    /// A machine whose guest is ready to execute [`ThreadId::MAIN`].
    pub fn new(settings: Settings, recorder: Recorder, guest: G) -> Machine<G> {
        Machine { world: World::new(settings, recorder), guest, interrupted: None }
    }

    /// A copy with that world and guest, which are copies of this machine's.
    pub fn copy_with(&self, world: World<G>, guest: G) -> Machine<G> {
        Machine { world, guest, interrupted: self.interrupted }
    }

    /// Runs a slice.
    pub fn run(&mut self, budget: Budget) -> Status {
        let mut left = budget.instructions;
        self.world.pause_at = budget.until_events.unwrap_or(u64::MAX).min(self.world.settings.limits.events);
        loop {
            if let Some(end) = self.end() {
                return end;
            }
            if left == 0 || self.world.recorder.count() >= self.world.pause_at {
                return Status::Paused;
            }
            match self.interrupted.take().map_or_else(|| self.world.schedule(), Scheduled::Granted) {
                Scheduled::Moved => {}
                Scheduled::Granted(thread) => self.execute(thread, &mut left),
                Scheduled::TooLate => return Status::Limit(Limit::Time),
                Scheduled::Nothing => return Status::Deadlock(self.world.deadlock()),
            }
        }
    }

    fn end(&self) -> Option<Status> {
        let world = &self.world;
        if world.thread(ThreadId::MAIN).has_ended() {
            Some(Status::Finished)
        } else if let Some(limit) = world.exceeded {
            Some(Status::Limit(limit))
        } else if world.instructions >= world.settings.limits.instructions {
            Some(Status::Limit(Limit::Instructions))
        } else if world.recorder.count() >= world.settings.limits.events {
            Some(Status::Limit(Limit::Events))
        } else {
            None
        }
    }

    /// Lets the guest execute a thread, with the instructions that are left of the host's slice.
    fn execute(&mut self, thread: ThreadId, left: &mut u64) {
        let world = &mut self.world;
        let before = world.instructions;
        world.grant.instructions = (*left).min(world.settings.limits.instructions - before);
        let stop = self.guest.run(world, thread);
        *left = left.saturating_sub(world.instructions - before);
        if stop == Stop::Paused && !world.grant_is_over(thread) {
            self.interrupted = Some(thread);
        }
    }
}
