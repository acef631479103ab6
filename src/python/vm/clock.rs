//! What time it is for a thread that executes, without asking the world.

use crate::trace::{Span, Time};

/// The time of a thread while it executes, from the fuel it has left.
#[derive(Clone, Copy)]
pub struct Clock {
    /// Of an instruction, in ns.
    cost: u64,
    /// When the fuel is used up, in ns.
    dry: u64,
}

impl Clock {
    /// That of a thread without fuel.
    pub fn new(cost: Span, now: Time) -> Clock {
        Clock { cost: cost.0, dry: now.0 }
    }

    pub fn set(&mut self, now: Time, fuel: u64) {
        self.dry = now.0 + fuel * self.cost;
    }

    /// So much fuel is gone, for which nothing was executed.
    pub fn drain(&mut self, fuel: u64) {
        self.dry -= fuel * self.cost;
    }

    #[inline(always)]
    pub fn at(self, fuel: u64) -> Time {
        Time(self.dry - fuel * self.cost)
    }
}
