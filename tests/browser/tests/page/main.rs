//! What the page does, a topic a file.

mod harness;
mod loading;
