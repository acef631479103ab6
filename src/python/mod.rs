//! Python: source to bytecode, values, frames, builtins, library; the guest of the simulated machine. Knows nothing of the web.

pub mod builtins;
pub mod code;
pub mod compile;
pub mod core;
pub mod library;
pub mod native;
pub mod object;
pub mod program;
pub mod vm;

pub use compile::{Diagnostic, DiagnosticKind};
pub use program::{Options, Program};
pub use vm::{Interpreter, copy_machine};

/// A simulated machine with a Python program on it.
pub type Machine = crate::sim::Machine<Interpreter>;
