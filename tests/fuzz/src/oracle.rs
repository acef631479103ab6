//! A program's outcome under CPython: a process of `tests/oracle/batch.mjs`, which runs one program after the other.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde::Serialize;

use crate::outcome::Report;

/// Real time for a program; the first one waits until the interpreter has booted.
const PATIENCE: Duration = Duration::from_secs(60);
/// Programs until a new process takes over: an interpreter keeps a little of each program.
const LIFETIME: usize = 1500;

/// An interpreter, started when it is first asked.
#[derive(Default)]
pub struct Oracle {
    process: Option<Process>,
}

struct Process {
    child: Child,
    requests: ChildStdin,
    records: Receiver<String>,
    programs: usize,
}

#[derive(Serialize)]
struct Request<'a> {
    file: &'a str,
    source: &'a str,
}

impl Oracle {
    /// Runs a program. `meanwhile` is what to do until the answer comes.
    ///
    /// # Errors
    ///
    /// That the oracle could not be started, died or did not answer in time. The next program gets a new one.
    pub fn run<T>(&mut self, file: &str, source: &str, meanwhile: impl FnOnce() -> T) -> Result<(Report, T), String> {
        self.process.take_if(|process| process.programs >= LIFETIME);
        let process = match &mut self.process {
            Some(process) => process,
            none => none.insert(Process::start()?),
        };
        let answer = process.ask(&Request { file, source }, meanwhile);
        if answer.is_err() {
            self.process = None;
        }
        answer
    }
}

impl Process {
    fn start() -> Result<Process, String> {
        let folder = folder();
        let mut child = Command::new(folder.join("node_modules/.bin/node"))
            .arg("--experimental-wasm-jspi")
            .arg(folder.join("batch.mjs"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start the oracle ({error}); run `npm ci` in tests/oracle"))?;
        let requests = child.stdin.take().expect("stdin is piped");
        let output = BufReader::new(child.stdout.take().expect("stdout is piped"));
        let (sender, records) = channel();
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Ok(Process { child, requests, records, programs: 0 })
    }

    fn ask<T>(&mut self, request: &Request, meanwhile: impl FnOnce() -> T) -> Result<(Report, T), String> {
        self.programs += 1;
        let line = serde_json::to_string(request).expect("texts can be written as JSON");
        writeln!(self.requests, "{line}").map_err(|error| format!("the oracle died: {error}"))?;
        let other = meanwhile();
        let record = self.records.recv_timeout(PATIENCE).map_err(|error| match error {
            RecvTimeoutError::Timeout => format!("the oracle did not answer in {} s", PATIENCE.as_secs()),
            RecvTimeoutError::Disconnected => "the oracle died".to_owned(),
        })?;
        let report = serde_json::from_str(&record).map_err(|error| format!("the oracle's answer is no record: {error}"))?;
        Ok((report, other))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may be gone already, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../oracle")
}
