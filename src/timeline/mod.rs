//! A trace as a picture: lanes and bars as data, laid out for a viewport, drawn as SVG or as text.
//!
//! Everything here is a pure function of a [`crate::trace::Trace`]. This layer does not know the simulator, Python or the web: the page places
//! the rectangles that [`layout`] computes. The words are Perfetto's: track (shown to users as lane), slice (bar), instant mark,
//! flow (arrow).
//!
//! - [`track`]: the model: tracks, slices, marks, flows, and what they say.
//! - [`build`]: from a trace to the model, in one pass (`owners`, `lane`, `calls`, `naming`, `order` and [`activity`] are its parts).
//! - [`sums`]: how long a track was in which state between two times, without looking at every slice.
//! - [`ruler`]: round positions for an axis, and durations as text.
//! - [`layout`]: the rectangles of what is visible. [`condense`] makes bands of those that are too many to see.
//! - [`rows`]: which rows are shown, in which order. [`arrows`]: what woke a bar, and whom it woke.
//! - [`svg`], [`text`], [`table`]: drawings for a page, a terminal and a screen reader. [`palette`] has the colours.
//! - [`compare`]: several runs on one axis.

pub mod activity;
pub mod arrows;
pub mod build;
mod calls;
pub mod compare;
pub mod condense;
mod lane;
pub mod layout;
mod naming;
mod order;
mod owners;
pub mod palette;
pub mod rows;
pub mod ruler;
pub mod sums;
pub mod svg;
pub mod table;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod text;
pub mod track;

pub use activity::ActivityLane;
pub use build::Options;
pub use sums::Totals;
pub use track::{Actor, Call, Flow, FlowKind, Mark, MarkKind, Reason, Slice, State, Timeline, Track, TrackKind};
