//! Seeds to differences.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crate::oracle::Oracle;
use crate::outcome::{Report, difference};
use crate::records::Records;
use crate::{Grammar, machine};

/// What a program is called in tracebacks.
pub const FILE: &str = "fuzz.py";

/// How a program did on both sides.
pub enum Verdict {
    /// The record is CPython's.
    Same(Report),
    /// All tasks wait, and nothing will wake one. Where CPython hangs there is nothing to compare.
    Deadlock,
    Different {
        /// The first difference, in lines.
        text: String,
        /// The errors with which CPython and Loopscope ended.
        errors: [Option<String>; 2],
    },
    /// The oracle itself failed.
    Unknown(String),
}

pub fn judge(oracle: &mut Oracle, source: &str) -> Verdict {
    match oracle.run(FILE, source, || machine::run(FILE, source)) {
        Err(message) => Verdict::Unknown(message),
        Ok((expected, actual)) => compare(expected, actual),
    }
}

/// Takes CPython's record from those that are known, or adds it to them.
fn judge_by_records(records: &Records, oracle: &mut Oracle, source: &str) -> Verdict {
    if let Some(expected) = records.of_program(source) {
        return compare(expected, machine::run(FILE, source));
    }
    match oracle.run(FILE, source, || machine::run(FILE, source)) {
        Err(message) => Verdict::Unknown(message),
        Ok((expected, actual)) => match records.add(source, &expected) {
            Err(error) => Verdict::Unknown(format!("cannot keep the record: {error}")),
            Ok(()) => compare(expected, actual),
        },
    }
}

fn compare(expected: Report, actual: Result<Report, String>) -> Verdict {
    match actual {
        Ok(actual) => match difference(&expected, &actual) {
            _ if is_deadlock(&expected, &actual) => Verdict::Deadlock,
            Some(text) => Verdict::Different { text, errors: [expected.error, actual.error] },
            None => Verdict::Same(expected),
        },
        Err(message) => Verdict::Different { text: message, errors: [expected.error, None] },
    }
}

/// CPython hangs. Its oracle raises an error where it would wait for ever, which the program may catch, and which lets what is
/// cancelled then go on; here the run ends.
fn is_deadlock(expected: &Report, actual: &Report) -> bool {
    let tells = |error: &Option<String>| error.as_ref().is_some_and(|error| error.contains("Deadlock"));
    tells(&expected.error) || (tells(&actual.error) && printed(expected, "Deadlock('every thread is waiting')"))
}

fn printed(report: &Report, text: &str) -> bool {
    report.out.iter().chain(&report.err).any(|line| line.to_string().contains(text))
}

/// Judges the programs of all seeds, `at_once` at a time, and hands each verdict to `found`, in no particular order.
pub fn judge_all(
    grammar: Grammar,
    records: &Records,
    seeds: std::ops::Range<u64>,
    at_once: usize,
    found: impl FnMut(&mut Oracle, u64, &str, Verdict) + Send,
) {
    let next = AtomicU64::new(seeds.start);
    let found = Mutex::new(found);
    thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                let mut oracle = Oracle::default();
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end {
                        return;
                    }
                    let source = grammar.program(seed);
                    let verdict = match judge_by_records(records, &mut oracle, &source) {
                        // Tasks are numbered from where earlier programs of an interpreter left off, which shows where names are
                        // sorted or cut. So what counts is what a new one prints.
                        Verdict::Different { .. } => judge(&mut Oracle::default(), &source),
                        verdict => verdict,
                    };
                    let mut found = found.lock().expect("whoever is told of a verdict does not panic");
                    found(&mut oracle, seed, &source, verdict);
                }
            });
        }
    });
}
