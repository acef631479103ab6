//! What the tests of whole programs share: the record of a run, running Loopscope on a file, and comparing the two (`outcome`).

use std::fmt;
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use loopscope::session::terminal::report;
use loopscope::session::{Options, Progress, Recording, Run};
use loopscope::trace::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;

mod outcome;

use outcome::{Report, difference};

/// For one program.
const TIMEOUT: Duration = Duration::from_secs(60);
/// Instructions between two looks at the clock.
const SLICE: u64 = 1_000_000;
/// Programs at a time.
const AT_ONCE: usize = 2;
/// As a main thread has.
const STACK: usize = 8 << 20;

/// A recorded run of a program by CPython. See `tests/oracle`.
#[derive(Debug, Deserialize)]
pub struct Record {
    /// The program, relative to the folder of the records.
    pub file: String,
    #[serde(flatten)]
    report: Report,
}

/// Where a program's run differs from its record.
pub struct Difference {
    pub file: String,
    text: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.text)
    }
}

/// A program and what CPython did with it.
pub struct Case {
    pub program: PathBuf,
    pub record: Record,
}

/// Reads a file of records, one a line.
pub fn read_records<R: DeserializeOwned>(path: &Path) -> Vec<R> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let records = text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
    records.collect()
}

/// Runs every program and lists those that differ from their records, in the order of the cases.
pub fn compare_all(cases: &[Case]) -> Vec<Difference> {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            let work = || {
                while let Some((index, case)) = take(&next, cases) {
                    if let Some(text) = compare_one(case) {
                        let difference = Difference { file: case.record.file.clone(), text };
                        found.lock().unwrap_or_else(PoisonError::into_inner).push((index, difference));
                    }
                }
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("a thread can be started");
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|(index, _)| *index);
    found.into_iter().map(|(_, difference)| difference).collect()
}

fn take<'a>(next: &AtomicUsize, cases: &'a [Case]) -> Option<(usize, &'a Case)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    cases.get(index).map(|case| (index, case))
}

fn compare_one(case: &Case) -> Option<String> {
    let outcome = panic::catch_unwind(|| run(&case.program)).unwrap_or_else(|_| Err("panicked".to_owned()));
    match outcome {
        Ok(actual) => difference(&case.record.report, &actual),
        Err(message) => Some(message),
    }
}

/// Runs a program as `loopscope run --format json --instruction-cost 0` does, but in this process: what is compiled once serves all programs.
fn run(program: &Path) -> Result<Report, String> {
    let source = fs::read_to_string(program).map_err(|error| error.to_string())?;
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let mut options = Options::default();
    options.settings.instruction_cost = Span(0);
    let json = match Run::new(&name, &source, &options) {
        Ok(run) => report::report(&finish(run)?),
        Err(faults) => report::report_faults(&faults),
    };
    serde_json::from_str(&json).map_err(|error| error.to_string())
}

/// Runs to the end, unless that takes too long.
fn finish(mut run: Run) -> Result<Recording, String> {
    let started = Instant::now();
    while !matches!(run.advance(SLICE), Progress::Done(_)) {
        if started.elapsed() > TIMEOUT {
            return Err(format!("not finished after {} s", TIMEOUT.as_secs()));
        }
    }
    Ok(run.finish())
}
