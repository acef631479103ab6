//! Instances of classes written in Python.

use std::cell::RefCell;

use super::attrs::Attrs;
use super::heap::Ref;
use super::value::Value;

pub struct Instance {
    pub class: Ref,
    pub attrs: RefCell<Attrs>,
    /// Where the class inherits from a builtin type: the value of that type. Else unset.
    pub payload: Value,
}

impl Instance {
    pub fn new(class: Ref) -> Instance {
        Instance { class, attrs: RefCell::default(), payload: Value::Unset }
    }
}
