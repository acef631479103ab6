//! Handles: what a loop has been asked to run. They live in a slab, so that they can be cancelled in constant time.

use super::guest::{Guest, Mapper};
use crate::trace::ids::{HandleId, LoopId};

/// What a handle does when the loop runs it.
pub enum Action<G: Guest> {
    /// Calls a guest callback, with the future that is done if it was waiting for one.
    Call { callback: G::Callback, future: Option<G::Future> },
    /// `Task.__step`; `error` is thrown into the coroutine.
    Step { task: G::Future, error: Option<G::Value> },
    /// `Task.__wakeup`, because `future` is done.
    Wakeup { task: G::Future, future: G::Future },
    /// Finishes `future`, unless it is done already: the timer of `asyncio.sleep` (`futures._set_result_unless_cancelled`), and the
    /// end of a job on another thread (`futures._set_state`).
    Settle { future: G::Future, result: Result<G::Value, G::Value> },
}

impl<G: Guest> Action<G> {
    fn map<M: Mapper<G>>(&self, mapper: &mut M) -> Action<G> {
        match self {
            Action::Call { callback, future } => {
                Action::Call { callback: mapper.callback(callback), future: future.as_ref().map(|future| mapper.future(future)) }
            }
            Action::Step { task, error } => {
                Action::Step { task: mapper.future(task), error: error.as_ref().map(|error| mapper.value(error)) }
            }
            Action::Wakeup { task, future } => Action::Wakeup { task: mapper.future(task), future: mapper.future(future) },
            Action::Settle { future, result } => Action::Settle {
                future: mapper.future(future),
                result: match result {
                    Ok(value) => Ok(mapper.value(value)),
                    Err(error) => Err(mapper.value(error)),
                },
            },
        }
    }
}

/// A name for a handle. It may outlive what it names: then it names nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle {
    pub event_loop: LoopId,
    /// Unique in the run, so it tells the present user of a slot from an earlier one.
    pub id: HandleId,
    pub(super) slot: Slot,
}

impl Handle {
    /// The numbers that a guest can keep instead of the handle itself.
    pub fn numbers(self) -> (u32, u32) {
        (self.id.0, self.slot.0)
    }

    /// The handle with those numbers.
    pub fn from_numbers(event_loop: LoopId, (id, slot): (u32, u32)) -> Handle {
        Handle { event_loop, id: HandleId(id), slot: Slot(slot) }
    }
}

/// Position in the slab of a loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot(u32);

/// The handles of a loop that are in `ready` or `scheduled`.
pub(super) struct Handles<G: Guest> {
    entries: Vec<Entry<G>>,
    free: Vec<Slot>,
}

struct Entry<G: Guest> {
    id: HandleId,
    /// `None` once cancelled, or when the slot is free.
    action: Option<Action<G>>,
    is_timer: bool,
}

impl<G: Guest> Handles<G> {
    pub fn new() -> Handles<G> {
        Handles { entries: Vec::new(), free: Vec::new() }
    }

    pub fn insert(&mut self, id: HandleId, action: Action<G>, is_timer: bool) -> Slot {
        let entry = Entry { id, action: Some(action), is_timer };
        match self.free.pop() {
            Some(slot) => {
                self.entries[slot.0 as usize] = entry;
                slot
            }
            None => {
                self.entries.push(entry);
                Slot(u32::try_from(self.entries.len() - 1).expect("handles have 32-bit ids"))
            }
        }
    }

    /// Empties a slot. The action is `None` if the handle was cancelled.
    pub fn remove(&mut self, slot: Slot) -> (HandleId, Option<Action<G>>) {
        let entry = &mut self.entries[slot.0 as usize];
        let removed = (entry.id, entry.action.take());
        self.free.push(slot);
        removed
    }

    /// Drops the action but keeps the slot: the handle stays in its queue. `None` if there is nothing to cancel; otherwise
    /// whether it waits in `scheduled`.
    pub fn cancel(&mut self, handle: Handle) -> Option<bool> {
        let entry = self.entries.get_mut(handle.slot.0 as usize).filter(|entry| entry.id == handle.id)?;
        entry.action.take()?;
        Some(entry.is_timer)
    }

    /// Says that a timer's handle has moved to `ready`.
    pub fn no_timer(&mut self, slot: Slot) {
        self.entries[slot.0 as usize].is_timer = false;
    }

    pub fn id(&self, slot: Slot) -> HandleId {
        self.entries[slot.0 as usize].id
    }

    pub fn action(&self, slot: Slot) -> Option<&Action<G>> {
        self.entries[slot.0 as usize].action.as_ref()
    }

    pub fn clear(&mut self) {
        self.entries.clear();
        self.free.clear();
    }

    pub fn map<M: Mapper<G>>(&self, mapper: &mut M) -> Handles<G> {
        let copy = |entry: &Entry<G>| Entry {
            id: entry.id,
            action: entry.action.as_ref().map(|action| action.map(mapper)),
            is_timer: entry.is_timer,
        };
        Handles { entries: self.entries.iter().map(copy).collect(), free: self.free.clone() }
    }
}
