//! Python: source to bytecode, values, frames, builtins, library; the guest of the simulated machine. Knows nothing of the web.

pub mod builtins;
pub mod code;
pub mod compile;
pub mod core;
pub mod native;
pub mod object;
pub mod vm;
