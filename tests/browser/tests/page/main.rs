//! What the page does, a topic a file.

mod comparing;
mod editing;
mod findings;
mod harness;
mod links;
mod loading;
mod parts;
mod stepping;
mod stopping;
