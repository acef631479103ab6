//! What the tests of whole programs share: the record of a run, running Loopscope on a file, and comparing the two (`outcome`).

use std::fmt;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde::Deserialize;

mod outcome;

use outcome::{Report, difference};

const PROCESS_TIMEOUT: Duration = Duration::from_secs(10);
/// Loopscope processes at a time.
const AT_ONCE: usize = 2;

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
pub fn read_records(path: &Path) -> Vec<Record> {
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
            scope.spawn(|| {
                while let Some((index, case)) = take(&next, cases) {
                    if let Some(text) = compare_one(case) {
                        let difference = Difference { file: case.record.file.clone(), text };
                        found.lock().unwrap_or_else(PoisonError::into_inner).push((index, difference));
                    }
                }
            });
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
    match run(&case.program) {
        Ok(actual) => difference(&case.record.report, &actual),
        Err(message) => Some(message),
    }
}

/// Runs the terminal program on a file, at no cost of computing. The exit status is Python's, so a failing program is no error here.
fn run(program: &PathBuf) -> Result<Report, String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loopscope"))
        .arg("run")
        .arg(program)
        .args(["--format", "json", "--instruction-cost", "0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot run loopscope: {error}"))?;
    // Both pipes are drained while the child runs, or one that prints much would block for ever.
    let stdout = drain(child.stdout.take().expect("stdout is piped"));
    let stderr = drain(child.stderr.take().expect("stderr is piped"));
    let started = Instant::now();
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        if started.elapsed() > PROCESS_TIMEOUT {
            child.kill().map_err(|error| error.to_string())?;
            child.wait().map_err(|error| error.to_string())?;
            return Err(format!("not finished after {} s", PROCESS_TIMEOUT.as_secs()));
        }
        thread::sleep(Duration::from_millis(2));
    }
    let printed = stdout.join().expect("reading a pipe does not panic");
    let complaint = stderr.join().expect("reading a pipe does not panic");
    serde_json::from_str(&printed).map_err(|error| {
        let last = complaint.lines().last().unwrap_or("nothing on stderr");
        format!("no report ({error}): {last}")
    })
}

fn drain(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What could be read before an error is all there is to show.
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
