//! CPython's records of programs that were run before, kept in a file: then only Loopscope has to run them again.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::outcome::Report;

/// Records by the text of their programs; without a file, none are kept.
#[derive(Default)]
pub struct Records(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// Reports as JSON.
    known: HashMap<String, String>,
    file: Option<File>,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct Line {
    program: String,
    report: String,
}

impl Records {
    /// Those of a file, which is made if there is none, and to which new ones are added.
    ///
    /// # Errors
    ///
    /// That the file cannot be read or written. A last line that was not written whole is left out.
    pub fn of_file(path: &Path) -> io::Result<Records> {
        let text = if path.exists() { fs::read_to_string(path)? } else { String::new() };
        let known = text.lines().filter_map(|line| serde_json::from_str(line).ok()).map(|line: Line| (line.program, line.report));
        let known = known.collect();
        let file = File::options().create(true).append(true).open(path)?;
        Ok(Records(Mutex::new(Kept { known, file: Some(file) })))
    }

    pub fn of_program(&self, program: &str) -> Option<Report> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.known.get(program).and_then(|report| serde_json::from_str(report).ok())
    }

    /// # Errors
    ///
    /// That the file cannot be written.
    pub fn add(&self, program: &str, report: &Report) -> io::Result<()> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(file) = &mut kept.file else { return Ok(()) };
        let report = serde_json::to_string(report)?;
        let line = serde_json::to_string(&Line { program: program.to_owned(), report })?;
        writeln!(file, "{line}")
    }
}
