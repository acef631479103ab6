//! What is wrong with a program, found without running it: what an editor shows while someone types.

use super::python_machine::{self, Diagnostic};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It keeps the program from being run.
    Error,
    /// It is allowed and hardly ever meant: a `SyntaxWarning` of CPython.
    Warning,
}

/// One thing that is wrong, and where. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub severity: Severity,
    /// As CPython words it where it has words for it; what to do about it follows.
    pub message: String,
    pub start: (u32, u32),
    /// Behind the last character; behind `start`.
    pub end: (u32, u32),
}

/// All that is wrong with a program, in the order of its lines.
pub fn check(source: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = match python_machine::compile("program.py", source) {
        Ok(program) => python_machine::warnings(&program).map(|(line, message)| warning(source, line, message)).collect(),
        Err(diagnostics) => diagnostics.into_iter().map(error).collect(),
    };
    faults.sort_by_key(|fault| fault.start);
    faults
}

fn error(diagnostic: Diagnostic) -> Fault {
    let message = diagnostic.advice();
    let start = (diagnostic.line, diagnostic.column);
    Fault { severity: Severity::Error, message, start, end: diagnostic.end.max((start.0, start.1 + 1)) }
}

/// CPython gives the line only: all of it that is not space.
fn warning(source: &str, line: u32, message: &str) -> Fault {
    let text = source.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
    let characters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let indent = characters(text) - characters(text.trim_start());
    let start = (line, indent + 1);
    let end = (line, start.1 + characters(text.trim()).max(1));
    Fault { severity: Severity::Warning, message: format!("SyntaxWarning: {message}"), start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and column.
    type Place = (u32, u32);

    fn check_program(source: &str, expected: &[(Severity, &str, Place, Place)]) {
        let faults = check(source);
        let found: Vec<_> = faults.iter().map(|fault| (fault.severity, fault.message.as_str(), fault.start, fault.end)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_good_program_has_no_faults() {
        check_program("x = 1\nprint(x)\n", &[]);
        check_program("", &[]);
    }

    #[test]
    fn errors_have_a_range() {
        check_program("x = 1\nif x\n    pass\n", &[(Severity::Error, "SyntaxError: expected ':'", (2, 5), (3, 1))]);
        let unsupported = check("import socket\n");
        assert_eq!((unsupported[0].severity, unsupported[0].start.0), (Severity::Error, 1));
        assert!(unsupported[0].end > unsupported[0].start);
    }

    #[test]
    fn warnings_are_given_for_their_line() {
        let message = "SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?";
        check_program("x = 1\nif x is 1:\n    pass\n", &[(Severity::Warning, message, (2, 1), (2, 11))]);
    }
}
