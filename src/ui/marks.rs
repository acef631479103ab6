//! What the editor's element shows beside the lines of a program, as the JSON it takes.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::session::check::{Fault, Severity};
use crate::session::line_times::LineTime;
use crate::session::lines::Lines;
use crate::session::words;
use crate::trace::Span;
use crate::trace::ids::TaskId;

/// What is wrong with the program.
pub fn faults(faults: &[Fault]) -> String {
    let fault = |fault: &Fault| {
        let severity = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let ((line, column), (end_line, end_column)) = (fault.start, fault.end);
        let message = &fault.message;
        json!({ "line": line, "column": column, "endLine": end_line, "endColumn": end_column, "message": message, "severity": severity })
    };
    Value::from_iter(faults.iter().map(fault)).to_string()
}

/// Who stands where, and where the time went. `labels` are what the lanes of tasks are called, by task.
pub fn marks(lines: &Lines, times: &[LineTime], labels: &[String]) -> String {
    let label = |task: TaskId, name: &str| labels.get(task.index()).map_or(name, String::as_str).to_owned();
    let current = lines.current.as_ref().map(|place| {
        let name = place.task.map_or_else(|| place.name.to_string(), |task| label(task, &place.name));
        json!({ "line": place.line, "name": name })
    });
    let waiting = lines.waiting.iter().map(|suspended| {
        let names: Vec<String> = suspended.tasks.iter().map(|(task, name)| label(*task, name)).collect();
        json!({ "line": suspended.line, "names": names })
    });
    let longest = times.iter().map(|time| time.total().0).max().unwrap_or(0).max(1) as f64;
    let share = |span: Span| span.0 as f64 / longest;
    // What is too short to see is not shown.
    let seen = times.iter().filter(|time| share(time.total()) >= 0.01);
    let time = |time: &LineTime| {
        json!({
            "line": time.line,
            "running": share(time.running),
            "waiting": share(time.waiting),
            "blocking": share(time.blocking),
            "text": time_text(time),
        })
    };
    json!({ "current": current, "waiting": Value::from_iter(waiting), "times": Value::from_iter(seen.map(time)) }).to_string()
}

/// "Line 4: waiting 2.00 s, running 3.1 ms".
fn time_text(time: &LineTime) -> String {
    let mut parts = [("waiting", time.waiting), ("running", time.running), ("blocking", time.blocking)];
    parts.sort_by_key(|&(_, span)| std::cmp::Reverse(span));
    let mut text = format!("Line {}:", time.line);
    for (index, (word, span)) in parts.into_iter().filter(|(_, span)| *span > Span(0)).enumerate() {
        let comma = if index > 0 { "," } else { "" };
        write!(text, "{comma} {word} {}", words::span(span)).expect("a string takes all");
    }
    text
}

/// The sentence about what is wrong with a program: empty if nothing is.
pub fn summary(faults: &[Fault]) -> String {
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    match (errors, faults.len()) {
        (0, 0) => String::new(),
        (0, 1) => "Python warns of one thing.".to_string(),
        (0, warnings) => format!("Python warns of {warnings} things."),
        (1, _) => "The program cannot be run as it is.".to_string(),
        (errors, _) => format!("{errors} things keep the program from being run."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::lines::{Place, Suspended};

    #[test]
    fn marks_are_what_the_element_takes() {
        let [main, a, b] = [0, 1, 2].map(TaskId::from_index);
        let current = Some(Place { line: 3, name: "Task-1".into(), task: Some(main) });
        let lines = Lines { current, waiting: vec![Suspended { line: 5, tasks: vec![(a, "a".into()), (b, "b".into())] }] };
        let times = [
            LineTime { line: 5, running: Span(0), waiting: Span(2 * Span::SECOND.0), blocking: Span(0) },
            LineTime { line: 3, running: Span(Span::SECOND.0 / 2), waiting: Span(0), blocking: Span(Span::SECOND.0) },
            LineTime { line: 9, running: Span(1), waiting: Span(0), blocking: Span(0) },
        ];
        let marks: Value = serde_json::from_str(&marks(&lines, &times, &["main".to_owned()])).expect("it is JSON");
        assert_eq!(marks["current"], json!({ "line": 3, "name": "main" }));
        assert_eq!(marks["waiting"], json!([{ "line": 5, "names": ["a", "b"] }]));
        assert_eq!(marks["times"].as_array().map(Vec::len), Some(2));
        assert_eq!(marks["times"][1]["blocking"], json!(0.5));
        assert_eq!(marks["times"][1]["text"], json!("Line 3: blocking 1.00 s, running 500 ms"));
    }

    #[test]
    fn faults_are_summed_up() {
        let fault = |severity| Fault { severity, message: "m".into(), start: (1, 1), end: (1, 2) };
        assert_eq!(summary(&[]), "");
        assert_eq!(summary(&[fault(Severity::Warning)]), "Python warns of one thing.");
        assert_eq!(summary(&[fault(Severity::Error), fault(Severity::Warning)]), "The program cannot be run as it is.");
        assert_eq!(faults(&[]), "[]");
    }
}
