//! `docs/python.md` is true: what it lists as there can be imported, all that can be imported is listed, and what it lists as refused is.

use std::collections::BTreeSet;
use std::path::Path;

use loopscope::python::{Program, library};

/// The first cells of the rows of all tables under a heading of the page, without their backquotes. `⏎` stands for a new line.
fn rows(heading: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/python.md");
    let page = std::fs::read_to_string(path).expect("the page can be read");
    let start = page.find(&format!("## {heading}\n")).unwrap_or_else(|| panic!("the page has a part {heading:?}"));
    let part = page[start + 3..].split("\n## ").next().unwrap_or_default();
    let cells = part.lines().filter_map(|line| line.strip_prefix("| `")?.split("` |").next());
    cells.map(|cell| cell.replace('⏎', "\n")).collect()
}

/// Top-level modules that programs can import.
fn modules() -> BTreeSet<String> {
    let public = library::names().filter(|name| !name.starts_with('_'));
    public.map(|name| name.split('.').next().unwrap_or(name).to_owned()).collect()
}

#[test]
fn all_modules_are_listed_and_all_listed_modules_can_be_imported() {
    let listed = rows("Library");
    assert!(listed.is_sorted(), "the modules are in alphabetical order: {listed:?}");
    let tops: BTreeSet<String> = listed.iter().map(|name| name.split('.').next().unwrap_or(name).to_owned()).collect();
    assert_eq!(tops, modules());
    for module in listed {
        let problems = Program::compile("main.py", &format!("import {module}\n")).err();
        assert!(problems.is_none(), "{module}: {problems:?}");
    }
}

#[test]
fn what_is_listed_as_refused_is_refused() {
    for program in rows("Language").into_iter().chain(rows("Refused")) {
        assert!(Program::compile("main.py", &format!("{program}\n")).is_err(), "this runs: {program}");
    }
}

#[test]
fn every_listed_module_runs() {
    use loopscope::session::{Options, Run};
    for module in rows("Library") {
        let run = Run::new("main.py", &format!("import {module}\n"), &Options::default());
        let recording = run.unwrap_or_else(|problems| panic!("{module}: {problems:?}")).complete();
        assert_eq!(recording.end().error(), None, "{module}");
    }
}
