//! Objects of library modules: locks, deques, patterns and so on, each a Rust type of its own.

use std::any::Any;

use super::heap::Ref;
use super::value::Value;

/// A native object that is not one of the language's own types.
pub trait Extension: Any {
    /// Its class.
    fn class(&self) -> Ref;

    /// An object of the same type that refers to nothing yet: the first half of a copy.
    fn shell(&self) -> Box<dyn Extension>;

    /// Takes over the contents of `original`, which is of the same type, with every reference copied by `copy`.
    fn fill_from(&self, original: &dyn Extension, copy: &mut dyn FnMut(&Value) -> Value);

    /// Do several processes use it? Then it is not copied at their borders.
    fn is_between_processes(&self) -> bool {
        false
    }

    fn as_any(&self) -> &dyn Any;
}
