//! Sets: hash tables laid out as CPython's, so that sets of small ints come out in the same order.

use std::cell::RefCell;

use super::value::Value;

/// A Python set or frozenset.
#[derive(Debug, Default)]
pub struct Set {
    pub table: RefCell<SetTable>,
}

/// The table of a set, as `PySetObject` (Objects/setobject.c).
#[derive(Clone, Debug, Default)]
pub struct SetTable {
    slots: Vec<(i64, Value)>,
}
