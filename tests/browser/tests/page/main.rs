//! What the page does, a topic a file.

mod code;
mod comparing;
mod editing;
mod findings;
mod harness;
mod keeping;
mod links;
mod loading;
mod offline;
mod parts;
mod stepping;
mod stopping;
mod timeline;
