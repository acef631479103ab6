//! `cargo xtask test`: all checks, one stage after the other.

use crate::browser::ensure_browser;
use crate::page::{self, Build};
use crate::process::{Result, cargo, root, run};
use crate::tools::{ensure_wasm_target, npm};
use crate::versions::WASM_TARGET;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

struct Stage {
    name: &'static str,
    run: fn() -> Result,
}

/// The stages in their order: what is quick to fail comes first.
const STAGES: [Stage; 7] = [
    Stage { name: "fmt", run: || cargo_run(&["fmt", "--all", "--check"]) },
    Stage { name: "clippy", run: || cargo_run(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]) },
    Stage { name: "clippy-wasm", run: clippy_wasm },
    Stage { name: "layering", run: || cargo_run(&["test", "--test", "layering"]) },
    Stage { name: "tests", run: || cargo_run(&["test", "--workspace", "--exclude", "browser-tests"]) },
    Stage { name: "build", run: || page::build(Build::Release) },
    Stage { name: "browser", run: || browser_tests(&[]) },
];

/// The names of the stages, for the help.
pub fn names() -> String {
    STAGES.map(|stage| stage.name).join(", ")
}

/// Runs the stages named in `only`, or all; the first that fails ends the run.
pub fn run_stages(only: Option<&str>) -> Result {
    let wanted: Option<Vec<&str>> = only.map(|names| names.split(',').collect());
    if let Some(unknown) = wanted.iter().flatten().find(|name| STAGES.iter().all(|stage| stage.name != **name)) {
        return Err(format!("there is no stage {unknown:?}; the stages are {}", names()));
    }
    let start = Instant::now();
    for stage in STAGES.iter().filter(|stage| wanted.as_ref().is_none_or(|names| names.contains(&stage.name))) {
        println!("== {}", stage.name);
        let start = Instant::now();
        let result = (stage.run)();
        let seconds = start.elapsed().as_secs_f32();
        result.map_err(|error| format!("stage {} failed after {seconds:.1} s: {error}", stage.name))?;
        println!("== {}: passed in {seconds:.1} s", stage.name);
    }
    println!("== all passed in {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn cargo_run(arguments: &[&str]) -> Result {
    run(cargo().args(arguments))
}

fn clippy_wasm() -> Result {
    ensure_wasm_target()?;
    cargo_run(&["clippy", "--target", WASM_TARGET, "--lib", "--bin", "loopscope-page", "--", "-D", "warnings"])
}

/// Runs the browser tests whose names contain one of `filters`, or all, against the page in `dist/`.
pub fn browser_tests(filters: &[String]) -> Result {
    let mut command = cargo();
    command.args(["test", "--package", "browser-tests", "--test", "page", "--"]).args(filters);
    run(with_browser(&mut command, &page::dist())?.env("AXE", axe()?))
}

/// The program that checks whether the page is accessible, installed where it is missing.
fn axe() -> Result<PathBuf> {
    let tests = root().join("tests").join("browser");
    let axe = tests.join("node_modules").join("axe-core").join("axe.min.js");
    if !axe.is_file() {
        run(npm().args(["ci", "--no-audit", "--no-fund"]).current_dir(&tests))?;
    }
    Ok(axe)
}

/// Writes screenshots of the page in `dist/` to `target/screenshots`.
pub fn screenshots(fragments: &[String]) -> Result {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "browser-tests", "--bin", "screenshots", "--"]).args(fragments);
    run(with_browser(&mut command, &page::dist())?)
}

/// The command with the variables that tell it of the browser and of the folder to be served to it.
pub fn with_browser<'a>(command: &'a mut Command, site: &Path) -> Result<&'a mut Command> {
    let index = site.join("index.html");
    if !index.is_file() {
        return Err(format!("{} is missing: run `cargo xtask build` first", index.display()));
    }
    let browser = ensure_browser()?;
    Ok(command.env("LOOPSCOPE_DIST", site).env("CHROMIUM", browser.chromium).env("CHROMEDRIVER", browser.driver))
}
