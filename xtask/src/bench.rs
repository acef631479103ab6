//! Benchmarks: natively, and in a browser.

use crate::process::{Result, cargo, root, run};
use crate::stages::with_browser;
use crate::tools;
use crate::versions::WASM_TARGET;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs the benchmarks: those in a browser for `--page`, else the native ones with these arguments.
pub fn bench(arguments: &[String]) -> Result {
    match arguments {
        [first] if first == "--page" => in_browser(),
        _ => run(cargo().arg("bench").args(arguments)),
    }
}

fn in_browser() -> Result {
    let site = build_site()?;
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "browser-tests", "--bin", "page_bench"]);
    run(with_browser(&mut command, &site)?)
}

/// Puts a folder together that has the interpreter, built as the page is, and Pyodide.
fn build_site() -> Result<PathBuf> {
    let path = tools::ensure_page_tools()?;
    run(cargo().args(["build", "--package", "page-bench", "--target", WASM_TARGET, "--profile", "page"]))?;
    let site = root().join("target").join("page-bench");
    fs::create_dir_all(&site).map_err(|error| format!("{}: {error}", site.display()))?;
    let built = root().join("target").join(WASM_TARGET).join("page").join("page_bench.wasm");
    let mut bindgen = Command::new("wasm-bindgen");
    run(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&site).arg(&built).env("PATH", &path))?;
    let wasm = site.join("page_bench_bg.wasm");
    // The options that Trunk gives it for the page: see `data-wasm-opt` in index.html.
    run(Command::new("wasm-opt").args(["-Os", "-o"]).arg(&wasm).arg(&wasm).env("PATH", &path))?;
    let pages = root().join("benches").join("page");
    copy_files(&pages, &site)?;
    copy_files(&pyodide()?, &site.join("pyodide"))?;
    Ok(site)
}

/// The folder of Pyodide's package: that of the oracle's, which is installed if it is missing.
fn pyodide() -> Result<PathBuf> {
    let oracle = root().join("tests").join("oracle");
    let package = oracle.join("node_modules").join("pyodide");
    if !package.is_dir() {
        run(tools::npm().args(["ci", "--no-audit", "--no-fund"]).current_dir(&oracle))?;
    }
    Ok(package)
}

/// Copies the files of a folder, but not its folders.
fn copy_files(from: &Path, to: &Path) -> Result {
    let failed = |error: std::io::Error| format!("{} could not be copied: {error}", from.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            fs::copy(&path, to.join(name)).map_err(failed)?;
        }
    }
    Ok(())
}
