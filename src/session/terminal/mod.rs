//! The terminal's side of a session: what is asked for on the command line, and results as text. It neither reads nor writes
//! anything itself.
//!
//! - [`arguments`]: the command line.
//! - [`echo`]: what a program prints, while it runs.
//! - [`report`](mod@report): a run as one line of JSON.
//! - [`log`]: a trace in sentences.
//! - [`faults`]: diagnostics as text.

pub mod arguments;
pub mod echo;
pub mod faults;
pub mod log;
pub mod report;

pub use arguments::{Arguments, Command, USAGE};
pub use echo::Echo;
pub use report::report;
