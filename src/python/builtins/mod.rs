//! The builtin types and functions, each a table of native functions.

pub mod number;
pub mod unicode;

use std::rc::Rc;

use super::object::Value;
use super::vm::class_of;

/// The name of a value's class, for messages.
pub fn type_name(value: &Value) -> Rc<str> {
    class_of(value).as_class().expect("a class is a class").name()
}
