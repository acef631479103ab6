//! The simulated machine: virtual time, cores, processes, threads under a GIL, event loops, futures, tasks and executors.
//!
//! It is generic over a [`Guest`], which executes code on the simulated threads, and knows nothing of Python beyond the rules of
//! asyncio's scheduling. It is deterministic: the same guest code and settings give the same trace, however a run is sliced.
//!
//! | file | what |
//! | --- | --- |
//! | [`machine`] | [`Machine`]: world and guest together, run in slices |
//! | [`guest`] | [`Guest`]: what runs on the machine, and the rules it keeps |
//! | [`settings`] | costs, cores, intervals, limits |
//! | [`world`] | [`World`]: everything simulated; time and permission to act |
//! | [`scheduler`] | who executes when; waiting ([`World::park`], [`World::unpark`]) |
//! | [`thread`], [`process`], [`lifecycle`] | threads, processes and the GIL; how they start and end |
//! | [`event_loop`], [`handle`] | `ready` and `scheduled` |
//! | [`run_once`] | how a loop runs them ([`World::next_turn`]) |
//! | [`future`], [`task`] | results, callbacks, steps, cancellation |
//! | [`executor`] | pools of workers |
//! | [`lock`] | locks of threads |
//! | [`deadlock`] | who waits for whom when nothing goes on |
//!
//! # How a guest uses it
//!
//! The machine calls [`Guest::run`] for the thread whose turn it is. The guest executes instructions, pays for them with
//! [`World::charge`], and asks [`World::may_act`] before anything that other threads can notice. `asyncio.run` is, in terms of
//! [`World`]:
//!
//! 1. [`World::new_loop`], [`World::new_task`] and [`World::start_task`] for the main coroutine, [`World::start_loop`].
//! 2. Again and again [`World::next_turn`]: call a callback, then [`World::callback_ended`]; or [`World::begin_step`], resume the
//!    coroutine, [`World::end_step`]; or [`World::park`] the thread.
//! 3. At [`Turn::Stopped`]: [`World::leave_loop`] and [`World::close_loop`].
//!
//! `await asyncio.sleep(delay)` is [`World::new_future`] with [`Kind::Sleep`], [`World::call_at_set_result`], a yield of the future,
//! and [`World::cancel_handle`] when the await is over.
//!
//! Futures and tasks are objects of the guest, each with a [`FutureState`] inside; the world holds references to them only in
//! handles, callbacks and the loops' lists of tasks that are not done. [`World::map`] copies a world for a checkpoint.

pub mod deadlock;
pub mod event_loop;
pub mod executor;
pub mod future;
pub mod guest;
pub mod handle;
pub mod lifecycle;
pub mod lock;
pub mod machine;
pub mod process;
pub mod run_once;
pub mod scheduler;
pub mod settings;
pub mod task;
pub mod thread;
pub mod world;

pub use event_loop::EventLoop;
pub use executor::{Pool, PoolKind, SubmitError, Submitted, Take};
pub use future::{Cancellation, DoneCallback, FutureState, Kind, Refusal, State};
pub use guest::{Guest, Mapper, Stop};
pub use handle::{Action, Handle};
pub use lock::{Acquire, LockState, NotHeld};
pub use machine::{Budget, Machine, Status};
pub use run_once::Turn;
pub use settings::{Limit, Limits, Settings};
pub use task::{BadYield, Resume, StepCause, StepEnd, TaskState};
pub use thread::{Thread, ThreadState};
pub use world::World;

#[cfg(test)]
mod tests;
