//! Loopscope prints what CPython 3.14 prints, line by line, at the same virtual times.
//!
//! The programs are `conformance/*/*.py`; what CPython does with them is in `conformance/expected.jsonl`, recorded by `oracle/`.

mod report;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use report::{compare_all, read_records};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

/// The programs that are known to differ, one a line. The list may only shrink: a program that passes has to leave it.
fn known_failures() -> BTreeSet<String> {
    let text = fs::read_to_string(folder().join("known_failures.txt")).unwrap_or_default();
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// The programs in the folder, as records name them.
fn programs() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for topic in fs::read_dir(folder()).expect("the folder of programs exists").flatten().filter(|entry| entry.path().is_dir()) {
        for program in fs::read_dir(topic.path()).expect("a topic can be read").flatten() {
            let name = program.file_name().to_string_lossy().into_owned();
            if name.ends_with(".py") {
                found.insert(format!("{}/{name}", topic.file_name().to_string_lossy()));
            }
        }
    }
    found
}

#[test]
fn every_program_has_a_record() {
    let recorded: BTreeSet<String> = read_records(&folder()).into_iter().map(|record| record.file).collect();
    assert_eq!(programs(), recorded, "programs and records differ: run tests/oracle/record.mjs");
}

#[test]
fn prints_what_cpython_prints() {
    let records = read_records(&folder());
    let differences = compare_all(&folder(), &records);
    let known = known_failures();
    let failing: BTreeSet<String> = differences.iter().map(|difference| difference.file.clone()).collect();
    let passing: Vec<&String> = known.difference(&failing).collect();
    let unexpected: Vec<String> = differences.iter().filter(|d| !known.contains(&d.file)).map(|d| d.to_string()).collect();

    println!("{} of {} programs agree with CPython", records.len() - differences.len(), records.len());
    for difference in &differences {
        println!("{difference}");
    }
    assert!(unexpected.is_empty(), "{} programs differ from CPython:\n{}", unexpected.len(), unexpected.join("\n"));
    assert!(passing.is_empty(), "these pass now; take them out of known_failures.txt: {passing:?}");
}
