//! Instances of classes written in Python.

use super::fields::Fields;
use super::heap::Ref;
use super::value::Value;

pub struct Instance {
    pub class: Ref,
    pub attrs: Fields,
    /// Where the class inherits from a builtin type: the value of that type. Else unset.
    pub payload: Value,
}

impl Instance {
    pub fn new(class: Ref) -> Instance {
        Instance { class, attrs: Fields::default(), payload: Value::Unset }
    }
}
