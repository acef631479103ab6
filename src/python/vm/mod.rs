//! The interpreter: executes bytecode, one instruction a step.

mod cx;
mod frame;

pub use cx::Cx;
pub use frame::{Frame, Then};
