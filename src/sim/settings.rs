//! The simulated machine's settings.

use crate::trace::{Span, Time};

/// What a machine is like. Two runs with the same settings and the same program are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Number of CPU cores; at least 1 is used.
    pub cores: u16,
    /// Whether processes have no GIL.
    pub free_threaded: bool,
    /// How long a thread waits for the GIL before its holder must give it up (`sys.getswitchinterval()`).
    pub switch_interval: Span,
    /// How long a thread may stay on a core that another thread waits for.
    pub time_slice: Span,
    /// Cost of a turn of an event loop, of setting a timer and of a look at the clock.
    pub loop_cost: Span,
    /// Cost of one guest instruction; may be zero.
    pub instruction_cost: Span,
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            cores: 4,
            free_threaded: false,
            switch_interval: Span(5_000_000),
            time_slice: Span(5_000_000),
            loop_cost: Span::MICROSECOND,
            instruction_cost: Span(20),
            limits: Limits::default(),
        }
    }
}

/// Where a run ends at the latest. The simulator enforces the first three; the guest reports the others with
/// [`World::exceed`](super::world::World::exceed).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Guest instructions of all threads together.
    pub instructions: u64,
    /// Virtual time.
    pub time: Time,
    /// Events recorded: what a trace takes in memory.
    pub events: u64,
    /// Guest objects alive at once.
    pub objects: u64,
    /// Bytes printed.
    pub output: u64,
    /// Depth of guest calls.
    pub recursion: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            instructions: 200_000_000,
            time: Time(24 * 3600 * Span::SECOND.0),
            events: 2_000_000,
            objects: 2_000_000,
            output: 1_000_000,
            recursion: 1_000,
        }
    }
}

/// A limit that a run can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Instructions,
    Time,
    Events,
    Objects,
    Output,
}
