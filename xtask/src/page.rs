//! Builds the page into `dist/`.

use crate::policy;
use crate::process::{Result, root, run};
use crate::tools;
use crate::versions::{BINARYEN, WASM_BINDGEN};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::server::Server;

/// The folder that a web server gets.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// How the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// As it is deployed.
    Release,
    /// Not optimized: large and slow, but there in a fraction of the time. For work on the page.
    Debug,
}

/// Builds the page and prints the sizes of its files.
pub fn build(build: Build) -> Result {
    let path = tools::ensure_page_tools()?;
    let mut trunk = Command::new("trunk");
    // Rust looks a program up on the PATH that is set for it here.
    trunk.arg("build").args((build == Build::Release).then_some("--release")).current_dir(root()).env("PATH", path);
    // Trunk is offline (Trunk.toml) and refuses other versions than these.
    trunk.env("TRUNK_TOOLS_WASM_BINDGEN", WASM_BINDGEN);
    trunk.env("TRUNK_TOOLS_WASM_OPT", format!("version_{}", BINARYEN.trim_end_matches(".0.0")));
    // Trunk takes the usual NO_COLOR=1 for a wrong value of its own option.
    trunk.env_remove("NO_COLOR");
    run(&mut trunk)?;

    let dist = dist();
    let lock = dist.join(".trunk-lock");
    if lock.exists() {
        fs::remove_file(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    }
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| format!("{}: {error}", index.display()))?;
    fs::write(&index, policy::allow_inline_scripts(&html)?).map_err(|error| format!("{}: {error}", index.display()))?;
    match build {
        Build::Release => print_sizes(&dist)?,
        // Nobody sends them, and compressing them takes minutes.
        Build::Debug => {}
    }
    println!("The page is in {}", dist.display());
    Ok(())
}

/// Builds the page and serves it until the process is ended.
pub fn serve(port: u16) -> Result {
    build(Build::Release)?;
    let server = Server::start(&dist(), "/", port).map_err(|error| format!("could not serve {}: {error}", dist().display()))?;
    println!("Loopscope is at {} (end with Ctrl-C)", server.url());
    loop {
        std::thread::park();
    }
}

/// Prints the size of every file, raw and as a web server sends it.
fn print_sizes(dist: &Path) -> Result {
    println!("    bytes    brotli");
    run(Command::new("node").args(["--eval", SIZES]).current_dir(dist))
}

/// For Node.js, whose library has Brotli.
const SIZES: &str = "
const { readdirSync, readFileSync } = require('node:fs');
const { brotliCompressSync } = require('node:zlib');
for (const entry of readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile())) {
    const bytes = readFileSync(entry.name);
    const sizes = [bytes, brotliCompressSync(bytes)].map(({ length }) => String(length).padStart(9));
    console.log(`${sizes.join(' ')}  ${entry.name}`);
}";
