//! Objects of library modules: locks, deques, patterns and so on, each a Rust type of its own.

use std::any::Any;

use super::heap::Ref;
use super::value::Value;

/// A native object that is not one of the language's own types.
pub trait Extension: Any {
    /// Its class.
    fn class(&self) -> Ref;

    /// A copy whose references went through `copy`: for copies of a whole machine.
    fn copied(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Box<dyn Extension>;

    fn as_any(&self) -> &dyn Any;
}
