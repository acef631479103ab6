//! What the page does, a topic a file.

mod accessible;
mod code;
mod comparing;
mod displaying;
mod editing;
mod findings;
mod form;
mod harness;
mod keeping;
mod keyboard;
mod links;
mod loading;
mod offline;
mod parts;
mod predicting;
mod selecting;
mod stepping;
mod stopping;
mod timeline;
