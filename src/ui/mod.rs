//! The page. It knows neither the parser nor the inside of the machine: it edits scenarios, has the session run them, and places what
//! the session and the timeline say.
//!
//! All data is one [`state::State`], changed by a pure reducer; these modules are plain Rust and tested natively:
//!
//! - [`state`]: the data and the actions that change it.
//! - [`edit`], [`entry`]: changes to a scenario, and what is typed into fields.
//! - [`bar`]: the geometry of an activity in the editor.
//! - [`draft`]: what survives a reload.
//! - [`file`]: Python files that are opened and saved.
//! - [`marks`]: what stands beside the lines of a program.
//! - [`picture`]: what is derived from the runs once they are over.
//! - [`shared`]: data that is compared by identity.
//!
//! The rest needs a browser. Components (`header`, `editor`, `timeline`, `transport`, `inspector`, `console`, `findings`, `predict`, `dialogs`, `on_paper`, `parts`) are
//! functions of the state that send actions. `hooks` do what an action entails outside of the state: running programs, timers, keys, the
//! address, storage. `platform` is the only place that touches the browser's own interfaces.
//!
//! The styles are plain CSS in `static/`. The Content-Security-Policy forbids `style` attributes, so geometry is given as SVG attributes,
//! and the few positions that are not through the style's own interface.

pub mod bar;
pub mod draft;
pub mod edit;
pub mod entry;
pub mod file;
pub mod marks;
pub mod picture;
pub mod shared;
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
mod console;
#[cfg(target_arch = "wasm32")]
mod dialogs;
#[cfg(target_arch = "wasm32")]
mod editor;
#[cfg(target_arch = "wasm32")]
mod findings;
#[cfg(target_arch = "wasm32")]
mod header;
#[cfg(target_arch = "wasm32")]
mod hooks;
#[cfg(target_arch = "wasm32")]
mod inspector;
#[cfg(target_arch = "wasm32")]
mod on_paper;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod platform;
#[cfg(target_arch = "wasm32")]
mod predict;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod timeline;
#[cfg(target_arch = "wasm32")]
mod transport;
