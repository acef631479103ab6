//! What the page does, a topic a file.

mod code;
mod comparing;
mod editing;
mod harness;
mod keeping;
mod links;
mod loading;
mod parts;
mod stepping;
mod stopping;
