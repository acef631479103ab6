//! Two hundred of the fuzzer's programs do what CPython 3.14 does, as recorded in `fuzz/recorded.jsonl`.
//!
//! `cargo xtask fuzz --seeds 1..206 --record tests/fuzz/recorded.jsonl` makes the records again, when the grammar has changed.

mod report;

use std::fs;
use std::path::{Path, PathBuf};

use report::{Case, Record, compare_all, read_records};
use serde::Deserialize;

/// A line of the file of records.
#[derive(Deserialize)]
struct Recorded {
    /// The Python text: so that a change of the grammar leaves the records as they are.
    program: String,
    #[serde(flatten)]
    record: Record,
}

/// Writes a program to a file of its own that is called as it was when it was recorded.
fn write(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz").join(name.replace(' ', "_"));
    let program = folder.join("fuzz.py");
    fs::create_dir_all(&folder).and_then(|()| fs::write(&program, text)).unwrap_or_else(|error| panic!("{name}: {error}"));
    program
}

#[test]
fn random_programs_do_what_cpython_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/recorded.jsonl");
    let case = |recorded: Recorded| Case { program: write(&recorded.record.file, &recorded.program), record: recorded.record };
    let cases: Vec<Case> = read_records(&path).into_iter().map(case).collect();
    assert!(cases.len() >= 200, "only {} programs are recorded", cases.len());
    let differences: Vec<String> = compare_all(&cases).iter().map(ToString::to_string).collect();
    assert!(differences.is_empty(), "{} programs differ from CPython:\n{}", differences.len(), differences.join("\n"));
}
