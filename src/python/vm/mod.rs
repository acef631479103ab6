//! The interpreter: executes bytecode, one instruction a step.

mod cx;
mod frame;

pub use cx::{Cx, class_of, error, raise, type_error, value_error};
pub use frame::{Frame, Then};
