//! What is run and compared: scenarios as data, the Python programs they stand for, the library, and links.
//!
//! A [`Scenario`] is edited by the page and run by the session. This layer decides what a scenario means and how it is
//! kept as text; it neither parses nor runs Python, and knows nothing of the page or of time axes.
//!
//! - [`definition`]: the scenario and its body, either blocks or code.
//! - [`machine`]: the machine it asks for.
//! - [`blocks`]: activities made of segments, the body that needs no Python.
//! - [`blank`]: scenarios to begin with.
//! - [`problem`]: what is wrong with a scenario, and where.
//! - [`format`](mod@format): scenarios as versioned JSON.
//! - [`generate`]: the Python programs that blocks stand for.
//! - [`library`]: the scenarios that ship with the page.
//! - [`repair`]: a mended program beside the one it was made from.
//! - [`link`]: a scenario and the step it stands at, as the fragment of an address.

mod blank;
pub mod blocks;
pub mod definition;
pub mod format;
pub mod generate;
pub mod library;
pub mod link;
pub mod machine;
pub mod problem;
mod repair;

pub use blocks::{Activity, Blocks, Segment, SegmentKind};
pub use definition::{Body, Program, Scenario, Variant};
pub use format::FormatError;
pub use generate::{ActivityFunction, Generated, VariantKind, generate};
pub use link::{Link, LinkError};
pub use machine::MachineSettings;
pub use problem::{Place, Problem};
