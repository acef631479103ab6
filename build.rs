//! Lists the standard library's modules that are written in Python: a file under `src/python/lib` is a module, a folder a package.
//!
//! Writes `library_sources.rs`, a table of module names and their sources in the order of names, which `python::library` includes.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Python that all modules see without importing it; `python::library` puts it together by itself.
const PRELUDE: &str = "prelude";

fn main() -> io::Result<()> {
    let root = Path::new("src/python/lib");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut modules = Vec::new();
    collect(root, "", &mut modules)?;
    modules.sort();
    let mut table = String::from("static SOURCES: &[(&str, &str)] = &[\n");
    for (name, file) in modules {
        // Writing to a string does not fail.
        let _ = writeln!(table, "    ({name:?}, include_str!({:?})),", fs::canonicalize(file)?);
    }
    table.push_str("];\n");
    let out = env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR for build scripts");
    fs::write(Path::new(&out).join("library_sources.rs"), table)
}

/// Adds the modules of a folder and of its subfolders. `package` is the folder's own name with a dot after it, or nothing.
fn collect(folder: &Path, package: &str, modules: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if stem != PRELUDE {
                collect(&path, &format!("{package}{stem}."), modules)?;
            }
        } else if stem == "__init__" {
            modules.push((package.trim_end_matches('.').to_owned(), path));
        } else if path.extension().is_some_and(|extension| extension == "py") {
            modules.push((format!("{package}{stem}"), path));
        }
    }
    Ok(())
}
