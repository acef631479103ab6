//! Names as Python strings, and maps from names.

use std::cell::RefCell;
use std::collections::HashMap;

use super::fast_hash::FastHash;
use super::heap::Obj;
use super::str::Str;
use super::value::Value;

pub use crate::python::symbol::Sym;

/// A map from names.
pub type SymMap<V> = HashMap<Sym, V, FastHash>;

thread_local! {
    /// The string of each symbol, so that a name becomes a value without an allocation; unset until it is asked for.
    static VALUES: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

impl Sym {
    /// The name as a Python string.
    pub fn value(self) -> Value {
        VALUES.with_borrow_mut(|values| {
            let at = self.0 as usize;
            if at >= values.len() {
                values.resize(at + 1, Value::Unset);
            }
            if values[at].is_unset() {
                values[at] = Value::from(Obj::Str(Str::interned(&self.text(), self)));
            }
            values[at].clone()
        })
    }
}
