//! What a run of a program printed and how it ended, and how two runs differ.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How far apart two times may be, in seconds. The hair more is for times whose difference is a millisecond but for rounding.
const TOLERANCE: f64 = 0.001 + 1e-9;

/// One line of a stream: the virtual time, in seconds, at which it was completed, and its text.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Line(f64, String);

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6} {:?}", self.0, self.1)
    }
}

/// What a run printed and how it ended; `loopscope run --format json` prints one.
#[derive(Debug, Deserialize, Serialize)]
pub struct Report {
    pub out: Vec<Line>,
    pub err: Vec<Line>,
    /// The clock of the main thread at the end, in seconds.
    pub end: f64,
    /// `Type: message` of the exception that ended the program.
    pub error: Option<String>,
    /// The lines of its traceback. Only compared if the record has them.
    pub traceback: Option<Vec<String>>,
}

/// The first difference of two runs, or `None` if they are the same.
pub fn difference(expected: &Report, actual: &Report) -> Option<String> {
    let stream = |name, expected: &[Line], actual: &[Line]| first_difference(name, expected, actual);
    stream("out", &expected.out, &actual.out)
        .or_else(|| stream("err", &expected.err, &actual.err))
        .or_else(|| {
            let show = |error: &Option<String>| error.clone().unwrap_or_else(|| "no error".to_owned());
            (expected.error != actual.error).then(|| sides("error", &show(&expected.error), &show(&actual.error)))
        })
        .or_else(|| traceback_difference(expected.traceback.as_deref()?, actual.traceback.as_deref().unwrap_or_default()))
        .or_else(|| {
            let apart = (expected.end - actual.end).abs() > TOLERANCE;
            apart.then(|| sides("end", &format!("{:.6}", expected.end), &format!("{:.6}", actual.end)))
        })
}

fn traceback_difference(expected: &[String], actual: &[String]) -> Option<String> {
    let show = |lines: &[String]| lines.iter().map(|line| format!("\n      {line}")).collect::<String>();
    (expected != actual).then(|| sides("traceback", &show(expected), &show(actual)))
}

fn first_difference(stream: &str, expected: &[Line], actual: &[Line]) -> Option<String> {
    let same = |(e, a): &(&Line, &Line)| e.1 == masked(&a.1) && (e.0 - a.0).abs() <= TOLERANCE;
    let index = expected.iter().zip(actual).take_while(same).count();
    if index == expected.len() && index == actual.len() {
        return None;
    }
    let show = |lines: &[Line]| lines.get(index).map_or("nothing".to_owned(), Line::to_string);
    Some(sides(&format!("{stream} line {}", index + 1), &show(expected), &show(actual)))
}

/// A line without memory addresses, as records have it.
fn masked(line: &str) -> String {
    let mut pieces = line.split("at 0x");
    let mut masked = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let rest = piece.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        masked.push_str(if rest.len() < piece.len() { "at 0x..." } else { "at 0x" });
        masked.push_str(rest);
    }
    masked
}

fn sides(what: &str, expected: &str, actual: &str) -> String {
    format!("{what}\n    expected  {expected}\n    got       {actual}")
}
