//! What is run and compared: scenarios as data, the Python programs they stand for, the library, and links.
//!
//! A [`Scenario`] is edited by the page and run by the session. This layer decides what a scenario means and how it is
//! kept as text; it neither parses nor runs Python, and knows nothing of the page or of time axes.
//!
//! - [`scenario`]: the scenario and its body, either blocks or code.
//! - [`machine`]: the machine it asks for.
//! - [`blocks`]: activities made of segments, the body that needs no Python.
//! - [`problem`]: what is wrong with a scenario, and where.
//! - [`format`](mod@format): scenarios as versioned JSON.

pub mod blocks;
pub mod format;
pub mod machine;
pub mod problem;
pub mod scenario;

pub use blocks::{Activity, Blocks, Segment, SegmentKind};
pub use format::FormatError;
pub use machine::MachineSettings;
pub use problem::{Place, Problem};
pub use scenario::{Body, Scenario, Variant};
