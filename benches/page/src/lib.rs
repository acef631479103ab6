//! What the benchmark in a browser calls: a program is run as the page runs it, with its trace and checkpoints, but nothing is drawn.

#![cfg(target_arch = "wasm32")]

use loopscope::session::{Options, Run};
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs a program to its end; returns what ended it, or "" if that was its last line.
#[wasm_bindgen]
pub fn run(program: &str) -> String {
    match Run::new("benchmark.py", program, &Options::default()) {
        Ok(run) => run.complete().end().error().unwrap_or_default().to_owned(),
        Err(diagnostics) => format!("{diagnostics:?}"),
    }
}
