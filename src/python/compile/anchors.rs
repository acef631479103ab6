//! Which part of a piece of source a traceback's carets should point at, as Lib/traceback.py finds it: the operator of an operation, the
//! brackets of a subscript or a call. Here because it has to parse.

use std::ops::Range;

use ruff_python_ast::{Expr, ModModule, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

/// What stands before the piece while it is parsed, so that it may span lines.
const OPEN: &str = "(\n";
/// A longer piece has no anchors: nobody reads carets under it.
const MAX_LENGTH: usize = 4096;

/// The bytes of `segment`, an expression, that are its operator, or its brackets and what is in them
/// (`_extract_caret_anchors_from_line_segment`).
pub fn anchors(segment: &str) -> Option<Range<usize>> {
    let tree = parse(&format!("{OPEN}{segment}\n)"))?;
    let [Stmt::Expr(statement)] = tree.body.as_slice() else { return None };
    let end_of = |expr: &Expr| (expr.end().to_usize()).checked_sub(OPEN.len());
    match &*statement.value {
        Expr::BinOp(operation) => {
            let start = find(segment, end_of(&operation.left)?, |letter| !letter.is_whitespace() && letter != ')')?;
            let mut letters = segment[start..].chars();
            let first = letters.next()?;
            let mut end = start + first.len_utf8();
            let right = operation.right.start().to_usize().checked_sub(OPEN.len())?;
            if let Some(second) = letters.next()
                && end < right
                && !second.is_whitespace()
                && !matches!(second, '\\' | '#')
            {
                end += second.len_utf8();
            }
            Some(start..end)
        }
        Expr::Subscript(subscript) => {
            Some(find(segment, end_of(&subscript.value)?, |letter| letter == '[')?..end_of(&statement.value)?)
        }
        Expr::Call(call) => Some(find(segment, end_of(&call.func)?, |letter| letter == '(')?..end_of(&statement.value)?),
        _ => None,
    }
}

/// Whether a line or lines of source need no carets under the bytes `marked` of them, because they are what a `return f(...)` or
/// `name = f(...)` calls (`StackSummary._should_show_carets`).
pub fn is_plain_call(lines: &str, marked: &Range<usize>) -> bool {
    let Some(tree) = parse(lines) else { return false };
    let value = match tree.body.first() {
        Some(Stmt::Return(statement)) => match statement.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => statement.value.as_deref(),
            _ => None,
        },
        Some(Stmt::Assign(statement)) if statement.value.is_call_expr() => match statement.targets.as_slice() {
            [Expr::Name(_)] => Some(&*statement.value),
            _ => None,
        },
        None => return true,
        _ => None,
    };
    value.is_some_and(|value| {
        let range = value.range();
        range.start().to_usize() == marked.start && range.end().to_usize() == marked.end
    })
}

fn parse(text: &str) -> Option<ModModule> {
    if text.len() > MAX_LENGTH || super::parse::check_nesting(text).is_err() {
        return None;
    }
    parse_module(text).ok().map(|parsed| parsed.into_syntax())
}

/// The first byte from `from` on whose letter is wanted, leaving out comments and continued line ends.
fn find(text: &str, from: usize, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut in_comment = false;
    for (at, letter) in text.get(from..)?.char_indices() {
        match letter {
            '\n' => in_comment = false,
            '\\' | '#' => in_comment = true,
            _ if !in_comment && wanted(letter) => return Some(from + at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(segment: &str, expected: Option<&str>) {
        assert_eq!(anchors(segment).map(|range| &segment[range]), expected, "{segment}");
    }

    #[test]
    fn operators_and_brackets_are_found() {
        check("a + b", Some("+"));
        check("(a)**(b)", Some("**"));
        check("a *\\\n b", Some("*"));
        check("a # +\n - b", Some("-"));
        check("x[1][y]", Some("[y]"));
        check("f(1)(g(2), 3)", Some("(g(2), 3)"));
        check("a < b", None);
        check("a.b", None);
        check("1 +", None);
    }

    #[test]
    fn calls_that_fill_their_statement_need_no_carets() {
        assert!(is_plain_call("return f(1)", &(7..11)));
        assert!(is_plain_call("x = a.f(1)", &(4..10)));
        assert!(!is_plain_call("return a.f(1)", &(7..13)));
        assert!(!is_plain_call("x.y = f(1)", &(6..10)));
        assert!(!is_plain_call("return f(1)", &(0..11)));
    }
}
