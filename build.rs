//! Lists what is part of the program but not written in Rust, as Rust that the library includes:
//!
//! - `library_sources.rs`, for `python::library`: the standard library's modules that are written in Python, in the order of their names, and
//!   the text of the prelude. A file under `src/python/lib` is a module, a folder a package.
//! - `library_scenarios.rs`, for `scenario::library`: the scenarios that are files.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folder of what all modules see without importing it: its files are one module.
const PRELUDE: &str = "prelude";

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR for build scripts"));
    fs::write(out.join("library_sources.rs"), python_library(Path::new("src/python/lib"))?)?;
    fs::write(out.join("library_scenarios.rs"), scenarios(Path::new("src/scenario/library"))?)
}

fn python_library(root: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut modules = Vec::new();
    collect(root, "", &mut modules)?;
    modules.sort();
    let mut table = String::from("static SOURCES: &[(&str, &str)] = &[\n");
    for (name, file) in modules {
        // Writing to a string does not fail.
        let _ = writeln!(table, "    ({name:?}, {}),", include(&file)?);
    }
    table.push_str("];\n");
    table.push_str(&prelude(&root.join(PRELUDE))?);
    Ok(table)
}

fn scenarios(root: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut table = String::from("static SCENARIOS: &[(&str, &str, &str)] = &[\n");
    for folder in children(root)?.into_iter().filter(|path| path.is_dir()) {
        for file in children(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "py")) {
            let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let _ = writeln!(table, "    ({:?}, {:?}, {}),", name(&folder), name(&file), include(&file)?);
        }
    }
    table.push_str("];\n");
    Ok(table)
}

/// What a folder holds, in the order of names.
fn children(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The text of a file, as a Rust expression.
fn include(file: &Path) -> io::Result<String> {
    Ok(format!("include_str!({:?})", fs::canonicalize(file)?))
}

/// Adds the modules of a folder and of its subfolders. `package` is the folder's own name with a dot after it, or nothing.
fn collect(folder: &Path, package: &str, modules: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for path in children(folder)? {
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

/// The prelude's text as Rust.
fn prelude(folder: &Path) -> io::Result<String> {
    let texts = children(folder)?.iter().map(|file| include(file)).collect::<io::Result<Vec<_>>>()?;
    Ok(format!("static PRELUDE_SOURCE: &str = concat!({});\n", texts.join(", ")))
}
