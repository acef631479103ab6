//! Builds the release page into `dist/`.

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

/// Builds the page and prints the sizes of its files.
pub fn build() -> Result {
    let path = tools::ensure_page_tools()?;
    let mut trunk = Command::new("trunk");
    // Rust looks a program up on the PATH that is set for it here.
    trunk.args(["build", "--release"]).current_dir(root()).env("PATH", path);
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
    print_sizes(&dist)
}

/// Builds the page and serves it until the process is ended.
pub fn serve(port: u16) -> Result {
    build()?;
    let server = Server::start(&dist(), "/", port).map_err(|error| format!("could not serve {}: {error}", dist().display()))?;
    println!("Loopscope is at {} (end with Ctrl-C)", server.url());
    loop {
        std::thread::park();
    }
}

fn print_sizes(dist: &Path) -> Result {
    let entries = fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let mut files: Vec<_> = entries
        .flatten()
        .filter_map(|entry| {
            let metadata = entry.metadata().ok().filter(|metadata| metadata.is_file())?;
            Some((entry.file_name().to_string_lossy().into_owned(), metadata.len()))
        })
        .collect();
    files.sort();
    for (name, bytes) in files {
        println!("{:>9} KB  {name}", bytes.div_ceil(1000));
    }
    println!("The page is in {}", dist.display());
    Ok(())
}
