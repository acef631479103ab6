//! Finds and installs what the build needs.
//!
//! Tools live outside the checkout, one folder a tool and version, so that they are found again by the next build, by another
//! checkout and after `cargo clean`. An installation is made in a folder of another name and takes its own name at the end: one
//! that was interrupted does not look finished, and goes on where it stopped.

use crate::process::{Result, cargo, find_on_path, output, run};
use crate::versions::{BINARYEN, NODE_MAJOR, TRUNK, WASM_BINDGEN, WASM_TARGET};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

struct Tool {
    /// The program, and the first part of the folder's name.
    program: &'static str,
    /// The package that brings it.
    package: &'static str,
    version: &'static str,
    source: Source,
    /// What to expect, for the developer who waits.
    takes: &'static str,
}

enum Source {
    /// `cargo install` with these arguments.
    Cargo(&'static [&'static str]),
    Npm,
}

const TOOLS: [Tool; 3] = [
    Tool {
        program: "trunk",
        package: "trunk",
        version: TRUNK,
        // It declares a newer Rust than it needs. It insists on a TLS library, though nothing is downloaded with it.
        source: Source::Cargo(&["--ignore-rust-version", "--no-default-features", "--features", "rustls"]),
        takes: "several minutes",
    },
    Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: WASM_BINDGEN,
        source: Source::Cargo(&["--no-default-features"]),
        takes: "a minute or two",
    },
    Tool { program: "wasm-opt", package: "binaryen", version: BINARYEN, source: Source::Npm, takes: "seconds" },
];

/// Installs what is missing to build the page; returns the `PATH` on which the tools are found.
pub fn ensure_page_tools() -> Result<OsString> {
    ensure_wasm_target()?;
    ensure_node()?;
    let mut folders = Vec::new();
    for tool in &TOOLS {
        folders.push(tool.ensure()?);
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).map_err(|error| format!("PATH cannot be extended: {error}"))
}

/// Sees to it that rustc can compile for the page.
pub fn ensure_wasm_target() -> Result {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let libraries = output(rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]));
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if find_on_path("rustup").is_none() {
        return Err(format!(
            "the Rust target {WASM_TARGET} is missing, and rustup, which installs it, is not here: see https://rustup.rs"
        ));
    }
    eprintln!("xtask: adding the Rust target {WASM_TARGET}");
    run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
}

/// Sees to it that Node.js and npm are here: they are a prerequisite, for wasm-opt.
fn ensure_node() -> Result {
    let advice = format!(
        "Node.js {NODE_MAJOR} or newer with npm is needed; see https://nodejs.org/en/download, \
         or: apt install nodejs npm; dnf install nodejs; pacman -S nodejs npm; brew install node; winget install OpenJS.NodeJS.LTS"
    );
    let Some(version) = output(Command::new("node").arg("--version")) else {
        return Err(format!("Node.js was not found. {advice}"));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_MAJOR) {
        return Err(format!("Node.js {version} is too old. {advice}"));
    }
    if output(npm().arg("--version")).is_none() {
        return Err(format!("npm was not found. {advice}"));
    }
    Ok(())
}

/// npm, for a package that is no tool of the build.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

impl Tool {
    /// The folder with the program, after installing it where it is missing.
    fn ensure(&self) -> Result<PathBuf> {
        let name = format!("{}-{}", self.package.trim_end_matches("-cli"), self.version);
        let home = tools_folder()?.join(&name);
        if !self.works_in(&home) {
            eprintln!("xtask: installing {} {} into {} (once; {})", self.package, self.version, home.display(), self.takes);
            let staging = tools_folder()?.join(format!(".unfinished-{name}"));
            self.install(&staging).map_err(|error| format!("installing {} {} failed: {error}", self.package, self.version))?;
            replace_folder(&staging, &home)?;
            if !self.works_in(&home) {
                return Err(format!("{} {} was installed into {} but does not run", self.package, self.version, home.display()));
            }
        }
        Ok(self.programs(&home))
    }

    fn programs(&self, home: &Path) -> PathBuf {
        match self.source {
            Source::Cargo(_) => home.join("bin"),
            Source::Npm => home.join("node_modules").join(".bin"),
        }
    }

    fn works_in(&self, home: &Path) -> bool {
        let suffix = match self.source {
            Source::Cargo(_) => env::consts::EXE_SUFFIX,
            Source::Npm if cfg!(windows) => ".cmd",
            Source::Npm => "",
        };
        let program = self.programs(home).join(format!("{}{suffix}", self.program));
        // wasm-opt says "132" where its package says "132.0.0".
        let version = self.version.trim_end_matches(".0.0");
        output(Command::new(program).arg("--version")).is_some_and(|printed| printed.split(' ').any(|word| word == version))
    }

    fn install(&self, staging: &Path) -> Result {
        fs::create_dir_all(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
        match self.source {
            Source::Cargo(arguments) => {
                let build = staging.join("build");
                let mut command = cargo();
                command
                    .args(["install", self.package, "--version", self.version, "--locked", "--root"])
                    .arg(staging)
                    .args(arguments);
                // These programs run for a second each: a quick build matters more than a quick program.
                for (setting, value) in [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16"), ("DEBUG", "false")] {
                    command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
                }
                run(command.env("CARGO_TARGET_DIR", &build))?;
                fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))
            }
            Source::Npm => {
                let package = format!("{}@{}", self.package, self.version);
                run(npm().args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(staging).arg(package))
            }
        }
    }
}

fn replace_folder(new: &Path, old: &Path) -> Result {
    if old.exists() {
        fs::remove_dir_all(old).map_err(|error| format!("{}: {error}", old.display()))?;
    }
    fs::rename(new, old).map_err(|error| format!("{} could not be renamed to {}: {error}", new.display(), old.display()))
}

/// Where tools are kept: `LOOPSCOPE_TOOLS`, or the user's cache folder.
fn tools_folder() -> Result<PathBuf> {
    if let Some(folder) = variable("LOOPSCOPE_TOOLS") {
        return Ok(folder);
    }
    let home = || variable(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
    let cache = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library").join("Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| home().map(|home| home.join(".cache")))
    };
    cache
        .map(|cache| cache.join("loopscope").join("tools"))
        .ok_or_else(|| "there is no home folder to keep tools in: set LOOPSCOPE_TOOLS to a folder".into())
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
