//! Ids of everything an event can name. Each counts up from the start of the run in the order of creation, so that a re-run
//! gives the same ids.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A CPU core; 0 up to the machine's number of cores.
    CoreId;
    /// An event loop.
    LoopId;
    /// A future, counted together with tasks: a task is a future.
    FutureId;
    /// A handle given to `call_soon`, `call_later` or `call_at`, or made by the loop itself.
    HandleId;
    /// A job given to an executor.
    JobId;
    /// An executor (a pool of threads or processes).
    PoolId;
    /// A lock, condition, queue or the like that a thread or a task can wait for.
    ResourceId;
}

/// A simulated process; 0 is the one the program starts in. A run has at most [`u16::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProcessId(pub u16);

impl ProcessId {
    pub const MAIN: ProcessId = ProcessId(0);

    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A simulated OS thread; 0 is the one the program starts in. A run has at most [`u16::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ThreadId(pub u16);

impl ThreadId {
    pub const MAIN: ThreadId = ThreadId(0);

    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A task. Counts from 1, so that "no task" costs no space in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TaskId(std::num::NonZeroU32);

impl TaskId {
    /// The task that is the `index`th, from 0, of the run.
    pub fn from_index(index: usize) -> TaskId {
        // A run with 2^32 tasks ends at a limit long before.
        let number = u32::try_from(index + 1).expect("fewer than 2^32 tasks");
        TaskId(std::num::NonZeroU32::new(number).expect("counts from 1"))
    }

    /// Position among the run's tasks, from 0.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// The number asyncio would give it: `Task-1` is the first.
    pub fn number(self) -> u32 {
        self.0.get()
    }
}
