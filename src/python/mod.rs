//! Python: source to bytecode, values, frames, builtins, library; the guest of the simulated machine. Knows nothing of the web.
//!
//! | module | what |
//! | --- | --- |
//! | [`symbol`] | interned names |
//! | [`compile`] | source to bytecode; the only place that knows the parser |
//! | [`bytecode`] | what it writes: plain data |
//! | [`code`] | bytecode made ready for the machine |
//! | [`object`] | values: what they are, how they live, die, hash and compare |
//! | [`vm`] | the interpreter |
//! | [`native`] | how functions of the machine's own are declared, and what they can answer |
//! | [`builtins`] | the builtin types and functions: tables of natives |
//! | [`core`] | the classes and names made from those tables, shared by all machines |
//! | [`library`] | the standard library: natives, and Python sources in `lib/` |
//! | [`program`] | a compiled program, ready to start |
//! | [`refusals`] | what a program uses of the library and cannot have |
//! | [`suggest`] | the name that was meant, for hints |

pub mod builtins;
pub mod bytecode;
pub mod code;
pub mod compile;
pub mod core;
pub mod library;
pub mod native;
pub mod object;
pub mod program;
pub mod refusals;
pub mod suggest;
pub mod symbol;
pub mod vm;

pub use compile::{Diagnostic, DiagnosticKind};
pub use program::{Options, Program};
pub use vm::{Interpreter, copy_machine};

/// A simulated machine with a Python program on it.
pub type Machine = crate::sim::Machine<Interpreter>;
