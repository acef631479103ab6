//! Sets: hash tables laid out as CPython's, so that sets of small ints come out in the same order.
//!
//! The table is here; what combines two of them is in [`operations`].

mod operations;
#[cfg(test)]
mod tests;

use std::cell::RefCell;

use super::eq::native_eq;
use super::fault::Fault;
use super::hash::native_hash;
use super::heap::{Obj, Ref};
use super::value::Value;

/// A Python set or frozenset.
#[derive(Debug, Default)]
pub struct Set {
    pub table: RefCell<SetTable>,
}

/// The table of a set, as `PySetObject` (Objects/setobject.c, CPython 3.14).
#[derive(Clone, Debug, Default)]
pub struct SetTable {
    /// A power of two of them, or none at all for a set that was always empty, which counts as [`MIN_SIZE`].
    slots: Vec<Slot>,
    /// Slots that are not empty: items and dummies.
    fill: usize,
    used: usize,
    /// Where `pop` searches on.
    finger: usize,
}

#[derive(Clone, Debug, Default)]
enum Slot {
    #[default]
    Empty,
    /// An item was here.
    Dummy,
    Item(i64, Value),
}

/// `PySet_MINSIZE`
const MIN_SIZE: usize = 8;
/// How many slots after the first are tried before jumping.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// The slots in which an item of this hash may be, in the order in which they are tried; `mask` is the number of slots less one.
fn probes(hash: i64, mask: usize) -> impl Iterator<Item = usize> {
    let mut perturb = hash as u64;
    let mut start = perturb as usize & mask;
    let mut offset = 0;
    std::iter::repeat_with(move || {
        let at = start + offset;
        let last = if start + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
        if offset < last {
            offset += 1;
        } else {
            offset = 0;
            perturb >>= PERTURB_SHIFT;
            start = (start as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) as usize & mask;
        }
        at
    })
}

impl SetTable {
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    fn mask(&self) -> usize {
        self.slots.len().max(MIN_SIZE) - 1
    }

    /// The items, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.items().map(|(_, item)| item)
    }

    pub fn hashes(&self) -> impl Iterator<Item = i64> {
        self.items().map(|(hash, _)| hash)
    }

    /// The items with their hashes.
    pub fn items(&self) -> impl Iterator<Item = (i64, &Value)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Item(hash, item) => Some((*hash, item)),
            Slot::Empty | Slot::Dummy => None,
        })
    }

    /// The first item in slot `position` or after it, with its slot.
    pub fn next_from(&self, position: usize) -> Option<(usize, &Value)> {
        let rest = self.slots.get(position..)?;
        rest.iter().enumerate().find_map(|(gap, slot)| match slot {
            Slot::Item(_, item) => Some((position + gap, item)),
            Slot::Empty | Slot::Dummy => None,
        })
    }

    /// The slot of `item`, whose hash is `hash`.
    pub fn find(&self, hash: i64, item: &Value) -> Result<Option<usize>, Fault> {
        if self.slots.is_empty() {
            return Ok(None);
        }
        for at in probes(hash, self.mask()) {
            match &self.slots[at] {
                Slot::Empty => return Ok(None),
                Slot::Item(other, found) if *other == hash && (found.is(item) || native_eq(found, item)?) => return Ok(Some(at)),
                Slot::Dummy | Slot::Item(..) => {}
            }
        }
        unreachable!("there is always an empty slot, and the probes reach every slot")
    }

    /// The items with this hash, for a search that has to run Python to compare them.
    pub fn candidates(&self, hash: i64) -> Vec<Value> {
        self.items().filter(|(other, _)| *other == hash).map(|(_, item)| item.clone()).collect()
    }

    pub fn contains(&self, item: &Value) -> Result<bool, Fault> {
        Ok(self.find(native_hash(item)?, item)?.is_some())
    }

    /// Adds an item; false if it was there.
    pub fn insert(&mut self, item: &Value) -> Result<bool, Fault> {
        self.insert_hashed(native_hash(item)?, item)
    }

    /// `set_add_entry`
    pub fn insert_hashed(&mut self, hash: i64, item: &Value) -> Result<bool, Fault> {
        if self.find(hash, item)?.is_some() {
            return Ok(false);
        }
        self.insert_new(hash, item.clone());
        Ok(true)
    }

    /// Adds an item that is known not to be there. Slots of removed items are not used again.
    pub fn insert_new(&mut self, hash: i64, item: Value) {
        self.place(hash, item);
        self.fill += 1;
        self.used += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.grow();
        }
    }

    fn place(&mut self, hash: i64, item: Value) {
        if self.slots.is_empty() {
            self.slots.resize(MIN_SIZE, Slot::Empty);
        }
        let at = probes(hash, self.mask()).find(|&at| matches!(self.slots[at], Slot::Empty));
        self.slots[at.expect("there is always an empty slot")] = Slot::Item(hash, item);
    }

    fn grow(&mut self) {
        self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
    }

    /// `set_table_resize`: makes room for more than `least` slots and drops the dummies.
    fn resize(&mut self, least: usize) {
        let mut size = MIN_SIZE;
        while size <= least {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::Empty; size]);
        self.fill = self.used;
        for slot in old {
            if let Slot::Item(hash, item) = slot {
                self.place(hash, item);
            }
        }
    }

    /// Removes an item and gives it.
    pub fn remove(&mut self, item: &Value) -> Result<Option<Value>, Fault> {
        self.remove_hashed(native_hash(item)?, item)
    }

    pub fn remove_hashed(&mut self, hash: i64, item: &Value) -> Result<Option<Value>, Fault> {
        Ok(self.find(hash, item)?.and_then(|at| self.take(at)))
    }

    /// Removes the very object `item`.
    pub fn remove_same(&mut self, hash: i64, item: &Value) -> Option<Value> {
        let same = |slot: &Slot| matches!(slot, Slot::Item(other, found) if *other == hash && found.is(item));
        let at = self.slots.iter().position(same)?;
        self.take(at)
    }

    fn take(&mut self, at: usize) -> Option<Value> {
        match std::mem::replace(&mut self.slots[at], Slot::Dummy) {
            Slot::Item(_, item) => {
                self.used -= 1;
                Some(item)
            }
            Slot::Empty | Slot::Dummy => None,
        }
    }

    /// `set_pop`: the next item from where the last `pop` ended.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let start = self.finger & self.mask();
        let (at, _) = self.next_from(start).or_else(|| self.next_from(0))?;
        self.finger = at + 1;
        self.take(at)
    }

    /// Grows before `more` items of a set or dict are added.
    pub fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// A copy as `set.copy()` makes it: without dummies.
    pub fn copy(&self) -> SetTable {
        let mut copy = SetTable::default();
        copy.merge(self).expect("an empty set compares nothing");
        copy
    }

    /// Makes the table anew if more than a quarter of it are dummies.
    pub fn drop_dummies(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.grow();
        }
    }

    /// The same table with every item replaced by what `copy` makes of it: for copies of a whole machine, where hashes stay.
    pub fn map(&self, mut copy: impl FnMut(&Value) -> Value) -> SetTable {
        let map = |slot: &Slot| match slot {
            Slot::Item(hash, item) => Slot::Item(*hash, copy(item)),
            other => other.clone(),
        };
        SetTable { slots: self.slots.iter().map(map).collect(), ..*self }
    }
}

impl Set {
    /// Adds an item; false if it was there.
    pub fn add(&self, item: Value) -> Result<bool, Fault> {
        self.table.borrow_mut().insert(&item)
    }
}

impl From<SetTable> for Set {
    fn from(table: SetTable) -> Set {
        Set { table: RefCell::new(table) }
    }
}

impl Ref {
    /// A set or frozenset.
    pub fn as_set(&self) -> Option<&Set> {
        match &**self {
            Obj::Set(set) | Obj::FrozenSet(set) => Some(set),
            _ => None,
        }
    }
}

impl Value {
    /// A set or frozenset.
    pub fn as_set(&self) -> Option<&Set> {
        self.as_ref().and_then(Ref::as_set)
    }
}
