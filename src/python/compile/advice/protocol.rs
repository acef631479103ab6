//! Edits between a statement and its `async` form: `with` and `for` of something that only the other form can use.

use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;

use super::statements::statements_on;
use super::{Edit, tree};

const ASYNC: &str = "async ";

/// `with` or `for` on that line, in a coroutine function, becomes `async with` or `async for`.
pub fn make_async(text: &str, line: u32) -> Option<Vec<Edit>> {
    let start = place(text, line, false)?;
    Some(vec![Edit { start, end: start, text: ASYNC.to_owned() }])
}

/// `async with` or `async for` on that line becomes `with` or `for`.
pub fn make_plain(text: &str, line: u32) -> Option<Vec<Edit>> {
    let start = place(text, line, true)?;
    text[start..].starts_with(ASYNC).then(|| vec![Edit { start, end: start + ASYNC.len(), text: String::new() }])
}

/// Where the only such statement of the line begins.
fn place(text: &str, line: u32, is_async: bool) -> Option<usize> {
    let module = tree(text)?;
    let placed = statements_on(text, &module, line);
    let mut fits = placed.iter().filter(|placed| placed.is_in_coroutine()).filter(|placed| match placed.statement {
        // Of several, only one may be the wrong one.
        Stmt::With(with) => with.is_async == is_async && with.items.len() == 1,
        Stmt::For(each) => each.is_async == is_async,
        _ => false,
    });
    let (first, None) = (fits.next()?, fits.next()) else { return None };
    Some(first.statement.range().start().to_usize())
}
