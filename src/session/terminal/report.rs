//! A run as one line of JSON, to be compared with other implementations.

use serde::Serialize;

use crate::session::{Diagnostic, Recording};
use crate::trace::event::Stream;

/// The order of the fields is that of the line.
#[derive(Serialize)]
struct Report<'a> {
    out: Vec<(f64, &'a str)>,
    err: Vec<(f64, &'a str)>,
    end: f64,
    error: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    traceback: Option<Vec<&'a str>>,
}

/// `{"out": [[t, line], ...], "err": [[t, line], ...], "end": t, "error": "Type: message" or null}` with `t` in virtual seconds. The
/// traceback of the error is not in `err`.
pub fn report(recording: &Recording) -> String {
    let lines = |stream| {
        let lines = recording.console().of_stream(stream).filter(|line| !line.in_traceback);
        lines.map(|line| (line.at.as_secs(), &*line.text)).collect()
    };
    line(&Report {
        out: lines(Stream::Out),
        err: lines(Stream::Err),
        end: recording.duration().as_secs(),
        // Of a message of several lines the last one, as it ends the traceback.
        error: recording.end().error().map(|text| text.trim().lines().last().unwrap_or(text)),
        traceback: recording.end().traceback().map(|text| text.lines().collect()),
    })
}

/// The same for a program that cannot be run.
pub fn report_faults(faults: &[Diagnostic]) -> String {
    let error = faults.first().map(Diagnostic::last_line);
    let traceback = faults.first().map(Diagnostic::traceback);
    let lines = traceback.as_deref().map(|text| text.lines().collect());
    line(&Report { out: Vec::new(), err: Vec::new(), end: 0.0, error: error.as_deref(), traceback: lines })
}

fn line(report: &Report) -> String {
    serde_json::to_string(report).expect("texts and finite numbers can be written as JSON")
}
