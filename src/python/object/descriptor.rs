//! Descriptors: what looking up an attribute on an instance can run into.

use super::heap::Ref;
use super::value::Value;

/// `property`. Functions that were not given are unset.
#[derive(Clone, Debug, Default)]
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
}

/// `super(start, receiver)`: looks attributes up after `start` in the method resolution order of `class`.
#[derive(Clone, Debug)]
pub struct Super {
    pub start: Ref,
    pub receiver: Value,
    pub class: Ref,
}
