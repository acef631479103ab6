//! Loopscope: watch a Python asyncio program run, one scheduler step at a time, forwards and backwards.
//!
//! The crate is layered; a module may use those above it in this list and no others (`tests/layering.rs` checks it):
//!
//! | module | what it is | what it must not know |
//! | --- | --- | --- |
//! | [`trace`] | time, ids, events, recorder, exports | anything below |
//! | [`sim`] | clock, cores, threads, GIL, event loop, futures, tasks, executors | Python, web |
//! | [`python`] | source to bytecode, values, frames, builtins, library | web, timeline |
//! | [`scenario`] | scenarios, blocks to programs, the library, the link codec | web, timeline |
//! | [`session`] | runs, checkpoints, the state at a step, explanations | web |
//! | [`timeline`] | a trace as lanes and bars, laid out and drawn | sim, python, web |
//! | [`ui`] | the page; only its data without WebAssembly | parser, machine internals |

pub mod python;
pub mod scenario;
pub mod session;
pub mod sim;
pub mod timeline;
pub mod trace;
pub mod ui;
