//! Makes what is part of the program but not written in Rust:
//!
//! - `library_modules.bin` and `library_modules.rs`, for `python::library`: the standard library's modules that are written in Python,
//!   compiled, and their names. A file under `src/python/lib` is a module, a folder a package. They are compiled here, by the crate's own
//!   compiler, so that no start of the program parses them; an error in one fails the build.
//! - `library_scenarios.rs`, for `scenario::library`: the scenarios that are files.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use python::bytecode::archive::ArchiveWriter;
use python::bytecode::file::LibraryFile;

/// The compiler, with the little it needs of the crate.
#[path = "src/python"]
#[expect(dead_code, unused_imports, reason = "the rest of it is for the programs that users write")]
mod python {
    pub mod bytecode;
    pub mod compile;
    pub mod library {
        pub mod refused;
    }
    pub mod suggest;
    pub mod symbol;
}

/// The folder of what all modules see without importing it: its files are one module.
const PRELUDE: &str = "prelude";

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR for build scripts"));
    python_library(Path::new("src/python/lib"), &out)?;
    fs::write(out.join("library_scenarios.rs"), scenarios(Path::new("src/scenario/library"))?)
}

/// Writes the compiled modules and the table of their names.
fn python_library(root: &Path, out: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut modules = Vec::new();
    collect(root, "", &mut modules)?;
    modules.sort();
    let mut archive = ArchiveWriter::default();
    for (name, path) in &modules {
        archive.add(&compile(name, std::slice::from_ref(path))?);
    }
    archive.add(&compile(PRELUDE, &children(&root.join(PRELUDE))?)?);
    fs::write(out.join("library_modules.bin"), archive.finish())?;
    let names: Vec<&String> = modules.iter().map(|(name, _)| name).collect();
    fs::write(out.join("library_modules.rs"), format!("static WRITTEN: &[&str] = &{names:?};\n"))
}

/// Compiles the files that are one module.
fn compile(module: &str, paths: &[PathBuf]) -> io::Result<LibraryFile> {
    let texts = paths.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
    let text = texts.concat();
    let name = shown_file(module, &text);
    let compiled = python::compile::compile_module(&name, &text, false).map_err(|problems| {
        let messages = problems.iter().map(|problem| format!("\n{}: {}", place(paths, &texts, problem.line), problem.message));
        io::Error::other(messages.collect::<String>())
    })?;
    Ok(LibraryFile { name, globals: compiled.globals, body: compiled.body })
}

/// File and line of a line of the texts together.
fn place(paths: &[PathBuf], texts: &[String], line: u32) -> String {
    let mut line = line as usize;
    for (path, text) in paths.iter().zip(texts) {
        let count = text.lines().count();
        if line <= count {
            return format!("{}:{line}", path.display());
        }
        line -= count;
    }
    "at the end".to_owned()
}

/// The file that messages name for a module: CPython's. Where ours is cut in several, a line of it says which.
fn shown_file(module: &str, text: &str) -> String {
    let said = text.lines().find_map(|line| line.strip_prefix("# lines of "));
    said.map_or_else(|| format!("{}.py", module.replace('.', "/")), str::to_owned)
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

fn scenarios(root: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut table = String::from("static SCENARIOS: &[(&str, &str, &str)] = &[\n");
    for folder in children(root)?.into_iter().filter(|path| path.is_dir()) {
        for file in children(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "py")) {
            let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::canonicalize(&file)?;
            let _ = writeln!(table, "    ({:?}, {:?}, include_str!({text:?})),", name(&folder), name(&file));
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
