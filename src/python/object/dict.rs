//! Dicts: hash tables that keep the order of insertion.

use std::cell::RefCell;

use hashbrown::HashTable;

use super::value::Value;

/// A Python dict. Keys are compared by the native rules; a key whose equality or hash is written in Python is the machine's business
/// (see [`super::hash::Fault`]).
#[derive(Debug, Default)]
pub struct Dict {
    pub table: RefCell<DictTable>,
}

/// The entries of a dict, with an index into them by hash.
#[derive(Clone, Debug, Default)]
pub struct DictTable {
    index: HashTable<u32>,
    /// In the order of insertion; a deleted entry has an unset key.
    entries: Vec<Entry>,
    live: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    hash: i64,
    key: Value,
    value: Value,
}
