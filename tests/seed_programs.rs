//! The same comparison for a folder of programs outside the project, with their `expected.jsonl` of the same format.
//!
//! The environment variable `LOOPSCOPE_SEED_PROGRAMS` names the folder; without it there is nothing to run.

mod report;

use std::path::PathBuf;

use report::{Case, Record, compare_all, read_records};

#[test]
fn prints_what_the_records_say() {
    let Some(folder) = std::env::var_os("LOOPSCOPE_SEED_PROGRAMS").map(PathBuf::from) else {
        println!("not run: LOOPSCOPE_SEED_PROGRAMS is not set");
        return;
    };
    let records: Vec<Record> = read_records(&folder.join("expected.jsonl"));
    let cases: Vec<Case> = records.into_iter().map(|record| Case { program: folder.join(&record.file), record }).collect();
    let differences = compare_all(&cases);
    let count = format!("{} of {} programs agree with their records", cases.len() - differences.len(), cases.len());
    println!("{count}");
    let list: Vec<String> = differences.iter().map(ToString::to_string).collect();
    assert!(differences.is_empty(), "{count}:\n{}", list.join("\n"));
}
