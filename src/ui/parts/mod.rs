//! Small components that several parts of the page use.

mod button;
mod elided;
mod field;
mod floating;
mod icon;
mod modal;
mod prose;
mod splitter;
mod swatch;
mod tabs;

pub use button::IconButton;
pub use elided::elided;
pub use field::Field;
pub use floating::Floating;
pub use icon::{Icon, Shape};
pub use modal::Modal;
pub use prose::prose;
pub use splitter::{Along, Splitter};
pub use swatch::{Patterns, Swatch, fill};
pub use tabs::{Tab, Tabs};
