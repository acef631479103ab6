//! Lists the standard library's modules that are written in Python: a file under `src/python/lib` is a module, a folder a package.
//!
//! Writes `library_sources.rs`, which `python::library` includes: a table of module names and their sources in the order of names, and the
//! text of the prelude.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folder of what all modules see without importing it: its files are one module.
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
    table.push_str(&prelude(&root.join(PRELUDE))?);
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

/// The prelude's text as Rust.
fn prelude(folder: &Path) -> io::Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let texts =
        files.iter().map(|file| Ok(format!("include_str!({:?})", fs::canonicalize(file)?))).collect::<io::Result<Vec<_>>>()?;
    Ok(format!("static PRELUDE_SOURCE: &str = concat!({});\n", texts.join(", ")))
}
