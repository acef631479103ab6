//! What happened in a run, as data: virtual time, the ids of everything that can be named, and an append-only log of events.
//!
//! Everything that is shown about the past (timeline, console, explanations, findings) is a pure function of a [`Trace`].
//! This layer knows neither who writes the log nor who reads it.
//!
//! - [`time`]: instants and spans of virtual time.
//! - [`ids`]: names of processes, threads, loops, tasks, ...
//! - [`event`]: one entry of the log, at most 32 bytes.
//! - [`strings`]: the texts that events refer to.
//! - [`recorder`]: writes a trace, or only counts on a re-run.
//! - [`text`], [`chrome`]: a trace as lines of text, and for Perfetto's viewer.

pub mod chrome;
pub mod event;
pub mod ids;
pub mod recorder;
pub mod strings;
pub mod text;
pub mod time;

pub use event::{Event, What};
pub use recorder::{Recorder, Trace};
pub use strings::{StrId, Strings};
pub use time::{Span, Time};
