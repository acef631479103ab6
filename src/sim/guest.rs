//! What runs on the simulated machine. The simulator knows its guest only through [`Guest`].

use std::borrow::Cow;
use std::cell::RefCell;

use super::future::FutureState;
use super::world::World;
use crate::trace::ids::ThreadId;

/// A language implementation that runs on the simulated threads.
pub trait Guest: Sized {
    /// A result, an exception or a cancel message.
    type Value: Clone;
    /// A strong reference to a future or task object, which the guest owns.
    type Future: Clone;
    /// A reference to a future or task object that does not keep it alive.
    type WeakFuture;
    /// Something to call, with its arguments and its context: given to `call_soon`, to a future, or to an executor as a job.
    type Callback: Clone;

    /// The state inside a future or task object.
    fn future(of: &Self::Future) -> &RefCell<FutureState<Self>>;

    fn downgrade(future: &Self::Future) -> Self::WeakFuture;

    /// The object, if it is alive.
    fn upgrade(weak: &Self::WeakFuture) -> Option<Self::Future>;

    /// Is `error` an instance of `CancelledError`?
    fn is_cancelled_error(error: &Self::Value) -> bool;

    /// How events call `callback`.
    fn callback_name(callback: &Self::Callback) -> Cow<'_, str>;

    /// A short text for a task's result (`Ok`) or exception (`Err`). It runs no guest code.
    fn describe<'a>(result: Result<&'a Self::Value, &'a Self::Value>) -> Cow<'a, str>;

    /// Executes the thread's code until it must stop. The rules:
    ///
    /// - Instructions that no other thread can notice may run while [`World::allowance`] is not used up; their cost is paid with
    ///   [`World::charge`].
    /// - Before anything that others can notice (an event, a lock, output, the loop, a wake-up) all cost so far must have been
    ///   charged and [`World::may_act`] must hold; otherwise the guest returns [`Stop::Sync`] without having done it.
    /// - After such an instruction [`World::must_pause`] says whether to stop.
    /// - What it checks and what it then does (say, finds a queue empty and parks) happens in one instruction.
    fn run(&mut self, world: &mut World<Self>, thread: ThreadId) -> Stop;
}

/// Why a guest gave control back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// [`World::must_pause`]: time or instructions are used up, or the host wants to see the machine as it is now.
    Paused,
    /// The next instruction acts on others, and some of them are behind in time.
    Sync,
    /// The thread called [`World::park`], or something that did.
    Waits,
    /// The thread called [`World::end_thread`].
    Ended,
}

/// Copies guest references when a machine is copied: a copy must refer to copies of the guest's objects.
pub trait Mapper<G: Guest> {
    fn value(&mut self, value: &G::Value) -> G::Value;
    fn future(&mut self, future: &G::Future) -> G::Future;
    fn callback(&mut self, callback: &G::Callback) -> G::Callback;
}
