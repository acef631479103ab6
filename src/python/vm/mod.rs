//! The interpreter: executes bytecode, one instruction a step.

mod cx;
mod frame;

pub use super::object::class_of;
pub use cx::{Cx, error, raise, type_error, value_error};
pub use frame::{Frame, Then};
