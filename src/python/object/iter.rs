//! Iterators over builtin values.

use super::heap::Ref;
use super::value::Value;

/// An iterator of the machine's own. Advancing it never runs Python.
#[derive(Clone, Debug)]
pub enum Iter {
    List { list: Ref, next: usize },
    Tuple { tuple: Ref, next: usize },
    Range { next: i64, step: i64, left: u64 },
    Exhausted,
}

impl Iter {
    /// The next item; `None` at the end.
    pub fn next(&mut self) -> Option<Value> {
        todo!()
    }
}
