//! A frame: one call of a function, or a generator between two of its steps.

use std::rc::Rc;

use crate::python::code::Code;
use crate::python::object::{Namespace, Ref, Value};

/// The state of one activation of a code.
pub struct Frame {
    pub code: Rc<Code>,
    pub globals: Rc<Namespace>,
    /// Index of the next instruction.
    pub pc: u32,
    /// The locals, followed by the operands.
    pub stack: Vec<Value>,
    /// The code's cells, followed by those of its closure.
    pub cells: Vec<Ref>,
    /// In a class body: the dict its names go to.
    pub namespace: Value,
    /// The exception being handled, or unset.
    pub handled: Value,
    /// The generator whose frame this is, or unset.
    pub generator: Value,
    /// Whoever called or resumed it.
    pub back: Option<Box<Frame>>,
    /// What the caller does with the result.
    pub then: Then,
}

/// What happens in the calling frame when a frame is left.
#[derive(Clone, Debug)]
pub enum Then {
    /// The result is pushed.
    Push,
    /// The result is dropped.
    Drop,
}
