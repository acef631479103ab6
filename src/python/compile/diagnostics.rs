//! What is wrong with a program, and where. [`super::messages`] has the words.

use std::cell::RefCell;

use ruff_text_size::TextRange;

use super::excerpt::marked_line;
use crate::python::bytecode::{Source, SourceSpan};

/// Something that keeps a program from being run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    pub span: SourceSpan,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// Where it ends: the line and, in characters from 1, the column behind its last character.
    pub end: (u32, u32),
    pub kind: DiagnosticKind,
    /// The file, the line, and carets under what is wrong, as CPython shows it.
    pub excerpt: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// Not Python: a `SyntaxError` of CPython.
    Syntax,
    /// A `SyntaxError` that is an `IndentationError`.
    Indentation,
    /// An `IndentationError` that is a `TabError`.
    Tab,
    /// Python, but nothing the simulated machine can run.
    Unsupported,
}

impl Diagnostic {
    /// Something that a program may not use.
    pub fn refusal(source: &Source, span: SourceSpan, message: String, hint: Option<String>) -> Diagnostic {
        let range = TextRange::new(span.start.into(), span.end.into());
        Diagnostic { hint, ..Diagnostic::new(source, range, DiagnosticKind::Unsupported, message) }
    }

    pub(super) fn new(source: &Source, range: TextRange, kind: DiagnosticKind, message: impl Into<String>) -> Diagnostic {
        let span = span(range);
        let line = source.line(span.start);
        let column = characters(source, span.start) + 1;
        let end = (source.line(span.end), characters(source, span.end) + 1);
        let excerpt = excerpt(source, span);
        Diagnostic { message: message.into(), hint: None, span, line, column, end, kind, excerpt }
    }
}

/// How many characters of its line come before a byte.
fn characters(source: &Source, at: u32) -> u32 {
    let text = source.line_text(source.line(at)).as_bytes();
    let before = &text[..(source.column(at) as usize).min(text.len())];
    String::from_utf8_lossy(before).chars().count() as u32
}

fn excerpt(source: &Source, span: SourceSpan) -> String {
    let line = source.line(span.start);
    let end = match source.line(span.end) {
        last if last == line => characters(source, span.end) as usize + 1,
        _ => usize::MAX,
    };
    let start = characters(source, span.start) as usize + 1;
    format!("  File \"{}\", line {line}\n{}", source.name, marked_line(source.line_text(line), Some(start), Some(end)))
}

pub(super) fn span(range: TextRange) -> SourceSpan {
    SourceSpan { start: range.start().to_u32(), end: range.end().to_u32() }
}

/// Collects the diagnostics of a compilation.
pub(super) struct Report<'a> {
    pub source: &'a Source,
    found: RefCell<Vec<Diagnostic>>,
}

impl<'a> Report<'a> {
    pub fn new(source: &'a Source) -> Report<'a> {
        Report { source, found: RefCell::default() }
    }

    pub fn push(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    pub fn syntax(&self, range: TextRange, message: impl Into<String>) {
        self.push(Diagnostic::new(self.source, range, DiagnosticKind::Syntax, message));
    }

    /// `what` is a construct, as the subject of a sentence.
    pub fn unsupported(&self, range: TextRange, what: &str, hint: &str) {
        let mut diagnostic = Diagnostic::new(self.source, range, DiagnosticKind::Unsupported, what);
        diagnostic.hint = Some(hint.to_owned());
        self.push(diagnostic);
    }

    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// All of them in the order of the source, each once.
    pub fn take(&self) -> Vec<Diagnostic> {
        let mut found = self.found.take();
        found.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
        found.dedup_by(|a, b| a.span.start == b.span.start);
        found
    }
}
