//! Source to syntax tree. Bounds first what recursion will have to cope with: the parser, the lowering and the freeing of the tree
//! all recurse as deep as the program nests, and a page has a small stack.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, lexer, parse_unchecked};
use ruff_text_size::{TextRange, TextSize};

use super::diagnostics::Report;
use super::{messages, semantic, warnings};
use crate::python::bytecode::SyntaxWarning;

/// Longest source, in bytes.
const MAX_BYTES: usize = 1_000_000;
const MAX_LINES: usize = 65_535;
/// Deepest nesting of brackets; CPython allows 200.
const MAX_BRACKETS: usize = 100;
/// Deepest indentation, as in CPython.
const MAX_INDENTS: usize = 100;
/// Most operators, calls and attributes that may apply to each other.
const MAX_CHAIN: usize = 500;

/// Parses a module. What is wrong goes to `report`, and then there is no tree.
pub(super) fn parse(text: &str, report: &Report<'_>) -> Option<(ModModule, Vec<SyntaxWarning>)> {
    if let Err(message) = check_nesting(text) {
        report.unsupported(too_deep_line(text), message, "Split it into smaller parts.");
        return None;
    }
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY314);
    let parsed = parse_unchecked(text, options).try_into_module()?;
    if let Some(diagnostic) = messages::parse_error(report.source, parsed.tokens(), parsed.errors()) {
        report.push(diagnostic);
        return None;
    }
    for error in parsed.unsupported_syntax_errors() {
        report.syntax(error.range, semantic::unsupported_syntax(&error.kind).to_owned());
    }
    if !report.is_empty() {
        return None;
    }
    let warnings = match report.source.user {
        true => warnings::warnings(report.source, parsed.tokens(), &parsed.syntax().body),
        false => Vec::new(),
    };
    Some((parsed.into_syntax(), warnings))
}

/// What is wrong with the size of a source, if something is.
pub(super) fn size_problem(text: &str) -> Option<String> {
    if text.len() > MAX_BYTES {
        return Some(format!("the program is too long: {} KB, the limit is {} KB", text.len() / 1000, MAX_BYTES / 1000));
    }
    let lines = text.lines().count();
    (lines > MAX_LINES).then(|| format!("the program is too long: {lines} lines, the limit is {MAX_LINES}"))
}

/// An open bracket: how long the chain is that it is part of, and how many `lambda`s are open in it.
#[derive(Clone, Copy, Default)]
struct Level {
    chain: usize,
    lambdas: usize,
}

/// The first line that nests too deeply. The lexer does not tell where it is, so this asks of ever better chosen beginnings of the text.
fn too_deep_line(text: &str) -> TextRange {
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).chain([text.len()]).collect();
    let line = ends.partition_point(|&end| check_nesting(&text[..end]).is_ok()).min(ends.len() - 1);
    let start = if line == 0 { 0 } else { ends[line - 1] + 1 };
    TextRange::new(TextSize::new(start as u32), TextSize::new(ends[line] as u32))
}

pub(super) fn check_nesting(text: &str) -> Result<(), &'static str> {
    let mut lexer = lexer::lex(text, Mode::Module);
    let mut levels = vec![Level::default()];
    let (mut indents, mut total) = (0usize, 0usize);
    loop {
        let kind = lexer.next_token();
        let is_nested = levels.len() > 1;
        let top = levels.last_mut().expect("the outermost level is never closed");
        let before = top.chain + top.lambdas;
        match kind {
            TokenKind::EndOfFile => return Ok(()),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart | TokenKind::TStringStart => {
                top.chain += 1;
                total += 1;
                levels.push(Level::default());
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd | TokenKind::TStringEnd if is_nested => {
                total -= before;
                levels.pop();
            }
            TokenKind::Indent => indents += 1,
            TokenKind::Dedent => indents = indents.saturating_sub(1),
            TokenKind::Newline => {
                levels = vec![Level::default()];
                total = 0;
            }
            TokenKind::Comma => {
                total -= top.chain;
                top.chain = 0;
            }
            TokenKind::Lambda => {
                top.lambdas += 1;
                total += 1;
            }
            _ if deepens(kind) => {
                top.chain += 1;
                total += 1;
            }
            _ => {}
        }
        if levels.len() > MAX_BRACKETS {
            return Err("too many nested parentheses");
        }
        if indents > MAX_INDENTS {
            return Err("too many levels of indentation");
        }
        if total > MAX_CHAIN {
            return Err("the expression is too complex");
        }
    }
}

/// Whether what follows such a token, or what precedes it, is an operand of it and so one level deeper.
fn deepens(kind: TokenKind) -> bool {
    use TokenKind as T;
    kind.is_operator() && !matches!(kind, T::Colon | T::Semi | T::Equal | T::Rarrow | T::Ellipsis)
        || matches!(kind, T::Dot | T::Not | T::And | T::Or | T::If | T::For | T::Await | T::Yield | T::In | T::Is)
}
