//! Dicts: hash tables that keep the order of insertion.

use std::cell::{Cell, RefCell};

use hashbrown::HashTable;

use super::eq::native_eq;
use super::fault::Fault;
use super::hash::native_hash;
use super::heap::{Obj, Ref};
use super::symbol::Sym;
use super::value::Value;
use crate::python::native::Result;
use crate::python::vm::type_error;

/// A Python dict. Keys are compared by the native rules; a key whose equality or hash is written in Python is the machine's business
/// (see [`super::fault::Fault`]).
#[derive(Debug, Default)]
pub struct Dict {
    pub table: RefCell<DictTable>,
}

/// The entries of a dict, with an index into them by hash.
#[derive(Clone, Debug, Default)]
pub struct DictTable {
    /// Positions of live entries; empty while there are so few entries that a search from end to end is as fast.
    index: HashTable<u32>,
    /// In the order of insertion; a deleted entry has an unset key.
    entries: Vec<Entry>,
    live: usize,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    pub hash: i64,
    pub key: Value,
    pub value: Value,
}

/// The result of looking a key up.
type Looked<T> = std::result::Result<T, Fault>;

/// Up to this many entries there is no index.
const LINEAR: usize = 8;

/// Spreads a hash over all its bits: the index looks at the highest and the lowest.
fn spread(hash: i64) -> u64 {
    (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Whether `key` is the key of an entry whose hash is the same.
fn same_key(entry: &Value, key: &Value) -> Looked<bool> {
    match (entry, key) {
        (Value::Int(a), Value::Int(b)) => Ok(a == b),
        (Value::Obj(a), Value::Obj(b)) => match (&**a, &**b) {
            _ if Ref::ptr_eq(a, b) => Ok(true),
            (Obj::Str(a), Obj::Str(b)) => Ok(a.as_str() == b.as_str()),
            _ => native_eq(entry, key),
        },
        _ => native_eq(entry, key),
    }
}

impl DictTable {
    pub fn with_capacity(len: usize) -> DictTable {
        DictTable { index: HashTable::new(), entries: Vec::with_capacity(len), live: 0 }
    }

    pub fn len(&self) -> usize {
        self.live
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// The position of `key`, whose hash is `hash`.
    pub fn find(&self, hash: i64, key: &Value) -> Looked<Option<usize>> {
        if self.index.is_empty() {
            for (at, entry) in self.entries.iter().enumerate() {
                if entry.hash == hash && !entry.key.is_unset() && same_key(&entry.key, key)? {
                    return Ok(Some(at));
                }
            }
            return Ok(None);
        }
        let fault = Cell::new(None);
        let found = self.index.find(spread(hash), |&at| {
            let entry = &self.entries[at as usize];
            entry.hash == hash
                && same_key(&entry.key, key).unwrap_or_else(|error| {
                    fault.set(Some(error));
                    true
                })
        });
        match fault.get() {
            Some(fault) => Err(fault),
            None => Ok(found.map(|&at| at as usize)),
        }
    }

    /// The positions of all entries with this hash, for a search that has to run Python to compare keys.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let same = |(at, entry): (usize, &Entry)| (entry.hash == hash && !entry.key.is_unset()).then_some(at);
        if self.index.is_empty() {
            return self.entries.iter().enumerate().filter_map(same).collect();
        }
        let mut found: Vec<usize> = self.index.iter_hash(spread(hash)).map(|&at| at as usize).collect();
        found.retain(|&at| self.entries[at].hash == hash);
        found.sort_unstable();
        found
    }

    pub fn value_at(&self, position: usize) -> &Value {
        &self.entries[position].value
    }

    /// The entry at a position, if it was not deleted.
    pub fn entry_at(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position).filter(|entry| !entry.key.is_unset())
    }

    /// Replaces the value at a position and gives the old one.
    pub fn set_value_at(&mut self, position: usize, value: Value) -> Value {
        std::mem::replace(&mut self.entries[position].value, value)
    }

    pub fn get(&self, key: &Value) -> Looked<Option<Value>> {
        let found = self.find(native_hash(key)?, key)?;
        Ok(found.map(|at| self.entries[at].value.clone()))
    }

    pub fn contains(&self, key: &Value) -> Looked<bool> {
        Ok(self.find(native_hash(key)?, key)?.is_some())
    }

    /// Sets the value of `key` and gives the old one. A key that is there already stays.
    pub fn insert(&mut self, key: Value, value: Value) -> Looked<Option<Value>> {
        let hash = native_hash(&key)?;
        self.insert_hashed(hash, key, value)
    }

    pub fn insert_hashed(&mut self, hash: i64, key: Value, value: Value) -> Looked<Option<Value>> {
        if let Some(at) = self.find(hash, &key)? {
            return Ok(Some(self.set_value_at(at, value)));
        }
        self.insert_new(hash, key, value);
        Ok(None)
    }

    /// Sets the value of a name.
    pub fn set_str(&mut self, name: Sym, value: Value) {
        self.insert(name.value(), value).expect("strings have a native hash, and what has the same hash natively differs");
    }

    /// The value of a name.
    pub fn get_str(&self, name: Sym) -> Option<Value> {
        self.get(&name.value()).ok().flatten()
    }

    /// Inserts a key that is known not to be there.
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        if self.entries.len() == self.entries.capacity() && self.live <= self.entries.len() / 2 {
            self.compact();
        }
        let at = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if !self.index.is_empty() {
            let entries = &self.entries;
            self.index.insert_unique(spread(hash), at, |&at| spread(entries[at as usize].hash));
        } else if self.entries.len() > LINEAR {
            self.reindex();
        }
    }

    /// Removes `key` and gives its entry.
    pub fn remove(&mut self, key: &Value) -> Looked<Option<Entry>> {
        let found = self.find(native_hash(key)?, key)?;
        Ok(found.map(|at| self.remove_at(at)))
    }

    /// Removes the entry at a position, where there must be one.
    pub fn remove_at(&mut self, position: usize) -> Entry {
        let hash = self.entries[position].hash;
        if let Ok(found) = self.index.find_entry(spread(hash), |&at| at as usize == position) {
            found.remove();
        }
        self.live -= 1;
        let dead = Entry { hash: 0, key: Value::Unset, value: Value::Unset };
        let entry = std::mem::replace(&mut self.entries[position], dead);
        // What is deleted at the end leaves no gap: `popitem` in a loop is linear.
        while self.entries.last().is_some_and(|entry| entry.key.is_unset()) {
            self.entries.pop();
        }
        entry
    }

    /// Removes the last entry.
    pub fn pop_last(&mut self) -> Option<Entry> {
        let last = self.entries.len().checked_sub(1)?;
        Some(self.remove_at(last))
    }

    /// Removes the first entry.
    pub fn pop_first(&mut self) -> Option<Entry> {
        let first = self.entries.iter().position(|entry| !entry.key.is_unset())?;
        Some(self.remove_at(first))
    }

    /// The live entries, in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.key.is_unset())
    }

    /// The first live entry at `position` or after it, with its position.
    pub fn next_from(&self, position: usize) -> Option<(usize, &Entry)> {
        let rest = self.entries.get(position..)?;
        let gap = rest.iter().position(|entry| !entry.key.is_unset())?;
        Some((position + gap, &rest[gap]))
    }

    /// The last live entry before `position`, with its position.
    pub fn next_before(&self, position: usize) -> Option<(usize, &Entry)> {
        let end = position.min(self.entries.len());
        let at = self.entries[..end].iter().rposition(|entry| !entry.key.is_unset())?;
        Some((at, &self.entries[at]))
    }

    /// The position after the last entry.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// The same table with every key and value replaced by what `copy` makes of it: for copies of a whole machine, where hashes
    /// stay.
    pub fn map(&self, mut copy: impl FnMut(&Value) -> Value) -> DictTable {
        let map = |entry: &Entry| Entry { hash: entry.hash, key: copy(&entry.key), value: copy(&entry.value) };
        DictTable { index: self.index.clone(), entries: self.entries.iter().map(map).collect(), live: self.live }
    }

    /// A copy without gaps.
    pub fn compacted(&self) -> DictTable {
        let mut copy = self.clone();
        if copy.live < copy.entries.len() {
            copy.compact();
        }
        copy
    }

    fn compact(&mut self) {
        self.entries.retain(|entry| !entry.key.is_unset());
        if !self.index.is_empty() {
            self.reindex();
        }
    }

    fn reindex(&mut self) {
        self.index.clear();
        let entries = &self.entries;
        for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.key.is_unset()) {
            self.index.insert_unique(spread(entry.hash), at as u32, |&at| spread(entries[at as usize].hash));
        }
    }
}

impl Dict {
    pub fn set_str(&self, name: Sym, value: Value) {
        self.table.borrow_mut().set_str(name, value);
    }

    pub fn get_str(&self, name: Sym) -> Option<Value> {
        self.table.borrow().get_str(name)
    }

    /// The entries as keyword arguments.
    ///
    /// # Errors
    /// TypeError if a key is no string.
    pub fn keyword_entries(&self) -> Result<Vec<(Sym, Value)>> {
        let named = |entry: &Entry| match entry.key.payload().obj() {
            Some(Obj::Str(name)) => Ok((name.sym(), entry.value.clone())),
            _ => Err(type_error("keywords must be strings")),
        };
        self.table.borrow().entries().map(named).collect()
    }
}

impl From<DictTable> for Dict {
    fn from(table: DictTable) -> Dict {
        Dict { table: RefCell::new(table) }
    }
}

impl From<DictTable> for Value {
    fn from(table: DictTable) -> Value {
        Value::from(Obj::Dict(table.into()))
    }
}

impl Ref {
    pub fn as_dict(&self) -> Option<&Dict> {
        match &**self {
            Obj::Dict(dict) => Some(dict),
            _ => None,
        }
    }
}

impl Value {
    pub fn as_dict(&self) -> Option<&Dict> {
        self.as_ref().and_then(Ref::as_dict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(table: &DictTable) -> Vec<i64> {
        let key = |entry: &Entry| if let Value::Int(key) = entry.key { key } else { unreachable!("the tests use ints") };
        table.entries().map(key).collect()
    }

    fn table(keys: impl IntoIterator<Item = i64>) -> DictTable {
        let mut table = DictTable::default();
        for key in keys {
            table.insert(Value::Int(key), Value::Int(key * 10)).expect("ints are hashable");
        }
        table
    }

    #[test]
    fn entries_keep_the_order_of_insertion() {
        for len in [3, 8, 9, 100] {
            let mut table = table((0..len).rev());
            assert_eq!(keys(&table), (0..len).rev().collect::<Vec<_>>());
            table.remove(&Value::Int(1)).expect("ints are hashable").expect("1 is there");
            table.insert(Value::Int(1), Value::None).expect("ints are hashable");
            assert_eq!(keys(&table).last(), Some(&1));
            assert_eq!(table.len(), len as usize);
        }
    }

    #[test]
    fn an_equal_key_keeps_the_first_one() {
        let mut table = table([1]);
        let old = table.insert(Value::Float(1.0), Value::None).expect("floats are hashable");
        assert!(matches!(old, Some(Value::Int(10))));
        assert_eq!(keys(&table), [1]);
    }

    #[test]
    fn deleting_and_inserting_in_turn_takes_no_more_room() {
        let mut table = table(0..20);
        for key in 20..5000 {
            table.remove(&Value::Int(key - 20)).expect("ints are hashable").expect("it was put there 20 turns ago");
            table.insert(Value::Int(key), Value::None).expect("ints are hashable");
        }
        assert_eq!(keys(&table), (4980..5000).collect::<Vec<_>>());
        assert!(table.end() < 200, "{}", table.end());
    }

    #[test]
    fn popping_from_the_end_empties_it() {
        let mut table = table(0..20);
        for key in (0..20).rev() {
            assert!(table.pop_last().is_some_and(|entry| entry.key.is(&Value::Int(key))));
        }
        assert!(table.is_empty() && table.pop_last().is_none());
        table.insert(Value::Int(1), Value::None).expect("ints are hashable");
        assert_eq!(table.candidates(1), [0]);
    }

    #[test]
    fn a_list_is_no_key() {
        assert_eq!(table([]).insert(Value::list(vec![]), Value::None).err(), Some(Fault::Unhashable));
    }
}
