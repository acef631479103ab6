//! Wrong indentation: levels that match no other, and tabs that could mean anything.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{Context, Message};
use crate::python::compile::diagnostics::DiagnosticKind;

/// Columns to the next of which a tab goes.
const TAB: usize = 8;

/// How far a line is indented, with tabs of eight columns and with tabs of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Indent {
    column: usize,
    alternative: usize,
}

impl Indent {
    fn of(line: &str) -> Indent {
        let mut indent = Indent::default();
        for letter in line.chars() {
            match letter {
                ' ' => indent.column += 1,
                '\t' => indent.column = (indent.column / TAB + 1) * TAB,
                _ => break,
            }
            indent.alternative += 1;
        }
        indent
    }

    /// Whether it depends on the width of tabs which of the two is deeper.
    fn is_ambiguous(self, other: Indent) -> bool {
        self.column.cmp(&other.column) != self.alternative.cmp(&other.alternative)
    }
}

impl Context<'_> {
    /// A line goes back to a level that there is not.
    pub(super) fn unindent(&self) -> Message {
        if self.is_ambiguous() {
            let message = self.plain("inconsistent use of tabs and spaces in indentation");
            return Message { kind: DiagnosticKind::Tab, ..message };
        }
        let rest = self.text().find('\n').unwrap_or(self.text().len());
        let end = self.range.start() + TextSize::new(rest as u32);
        Message { range: TextRange::empty(end), ..self.indentation("unindent does not match any outer indentation level") }
    }

    /// Whether the line of the error is indented deeper or less deep than a line around it, depending on the width of tabs.
    fn is_ambiguous(&self) -> bool {
        let here = self.line(self.range.start());
        let mut open = vec![Indent::default()];
        for line in self.first_lines_of_statements().take_while(|&line| line <= here) {
            let indent = Indent::of(self.source.line_text(line));
            while open.len() > 1 && open.last().is_some_and(|top| top.column > indent.column) {
                open.pop();
            }
            let top = open.last().copied().unwrap_or_default();
            if indent.is_ambiguous(top) {
                return line == here;
            }
            if indent.column > top.column {
                open.push(indent);
            }
        }
        false
    }

    fn first_lines_of_statements(&self) -> impl Iterator<Item = u32> {
        let is_space =
            |kind| matches!(kind, TokenKind::Indent | TokenKind::Dedent | TokenKind::NonLogicalNewline | TokenKind::Comment);
        let mut fresh = true;
        let lines = self.tokens.iter().filter(move |token| !is_space(token.kind())).filter_map(move |token| {
            let first = std::mem::replace(&mut fresh, token.kind() == TokenKind::Newline);
            first.then(|| self.line(token.start()))
        });
        lines.chain(std::iter::once(self.line(self.range.start())))
    }
}
