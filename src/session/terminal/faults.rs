//! What keeps a program from being run, as text.

use crate::session::Diagnostic;

/// `file:line:column: message`, a line each; hints stand below, indented.
pub fn list(file: &str, faults: &[Diagnostic]) -> String {
    let mut text = String::new();
    for fault in faults {
        text += &format!("{file}:{}:{}: {}\n", fault.line, fault.column, fault.last_line());
        if let Some(hint) = &fault.hint {
            text += &format!("    {hint}\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_listed_with_their_places() {
        let unsupported = Diagnostic {
            message: "`import socket` is not supported".to_string(),
            hint: Some("Simulated requests are in `httpx`.".to_string()),
            line: 2,
            column: 8,
            end: (2, 14),
            excerpt: String::new(),
            python_error: None,
        };
        let syntax = Diagnostic {
            message: "invalid syntax".to_string(),
            hint: None,
            line: 3,
            column: 1,
            end: (3, 2),
            excerpt: String::new(),
            python_error: Some("SyntaxError"),
        };
        let expected = "\
a.py:2:8: `import socket` is not supported
    Simulated requests are in `httpx`.
a.py:3:1: SyntaxError: invalid syntax
";
        assert_eq!(list("a.py", &[unsupported, syntax]), expected);
    }
}
