//! The browser's own interfaces, behind functions that cannot fail: where the browser refuses something, the page does without.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod code_editor;
pub mod dom;
pub mod files;
pub mod offline;
pub mod storage;
