//! The brackets of a wrong program: CPython blames an unclosed one rather than what the parser stumbles over after it.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::python::bytecode::Source;

/// How sure the parser's message is of what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    Low,
    Medium,
    High,
}

/// What is wrong with the brackets of a program whose first other error is at `error`.
pub(super) fn bracket_error(
    source: &Source,
    tokens: &[Token],
    error: TextRange,
    certainty: Certainty,
) -> Option<(TextRange, String)> {
    let mut open: Vec<(TokenKind, TextRange)> = Vec::new();
    for token in tokens {
        let kind = token.kind();
        if token.start() > error.start() && !matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace) {
            break;
        }
        match kind {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => open.push((kind, token.range())),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => match open.pop() {
                None => return Some((token.range(), format!("unmatched '{}'", symbol(kind)))),
                Some((opened, _)) if closing(opened) == kind => {}
                Some((opened, at)) => return Some((token.range(), mismatch(source, kind, opened, at, token.range()))),
            },
            _ => {}
        }
        if token.start() > error.start() {
            break;
        }
    }
    let &(kind, at) = open.last()?;
    let at_line_end = source.text[error.start().to_usize()..].starts_with(['\n', '\r']);
    let later = at_line_end || line(source, error.start()) > line(source, at.start());
    let at_end = error.start().to_usize() >= source.text.trim_end().len();
    let blamed = match certainty {
        Certainty::Low => later || at_end,
        Certainty::Medium => !is_closed(tokens, at),
        Certainty::High => false,
    };
    blamed.then(|| (at, format!("'{}' was never closed", symbol(kind))))
}

/// Whether the bracket that opens at `open` is closed anywhere.
fn is_closed(tokens: &[Token], open: TextRange) -> bool {
    let mut depth = 0usize;
    for token in tokens.iter().skip_while(|token| token.start() < open.start()) {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return true;
        }
    }
    false
}

fn mismatch(source: &Source, kind: TokenKind, opened: TokenKind, at: TextRange, here: TextRange) -> String {
    let message = format!("closing parenthesis '{}' does not match opening parenthesis '{}'", symbol(kind), symbol(opened));
    let opened_on = line(source, at.start());
    if opened_on == line(source, here.start()) { message } else { format!("{message} on line {opened_on}") }
}

fn line(source: &Source, at: TextSize) -> u32 {
    source.line(at.to_u32())
}

fn closing(open: TokenKind) -> TokenKind {
    match open {
        TokenKind::Lpar => TokenKind::Rpar,
        TokenKind::Lsqb => TokenKind::Rsqb,
        _ => TokenKind::Rbrace,
    }
}

fn symbol(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Lpar => "(",
        TokenKind::Rpar => ")",
        TokenKind::Lsqb => "[",
        TokenKind::Rsqb => "]",
        TokenKind::Lbrace => "{",
        _ => "}",
    }
}
