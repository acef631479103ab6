//! A limit for coroutines that are all started at once.

use ruff_python_ast::{Expr, ExprCall, ModModule};
use ruff_text_size::{Ranged, TextRange};

use super::calls::{Calls, dotted, line_of};
use super::statements::{free_name, indent_of, statements, top_level_start};
use super::{Edit, tree};

/// How many go on at once after the repair.
pub const LIMIT: u32 = 10;

/// `gather(*(f(x) for x in ...))` on that line lets at most [`LIMIT`] coroutines go on at once.
pub fn limit_gather(text: &str, line: u32) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let lines = |call: &ExprCall| line_of(text, call.range())..=line_of(text, TextRange::empty(call.range().end()));
    let (call, element) = gathers(&module).into_iter().find(|(call, _)| lines(call).contains(&line))?;
    let placed = statements(&module);
    // The innermost statement around the call.
    let around = placed.iter().rfind(|placed| placed.statement.range().contains_range(call.range()))?;
    let start = around.statement.range().start().to_usize();
    let (indent, top) = (indent_of(text, start)?, top_level_start(&module, around.function?.range())?);
    let (limit, limited) = (free_name(text, "limit"), free_name(text, "limited"));
    let (from, to) = (element.range().start().to_usize(), element.range().end().to_usize());
    let helper = format!("async def {limited}({limit}, coroutine):\n    async with {limit}:\n        return await coroutine\n\n\n");
    Some(vec![
        Edit { start: top, end: top, text: helper },
        Edit { start, end: start, text: format!("{limit} = asyncio.Semaphore({LIMIT})\n{indent}") },
        Edit { start: from, end: from, text: format!("{limited}({limit}, ") },
        Edit { start: to, end: to, text: ")".to_owned() },
    ])
}

/// The calls of `asyncio.gather` with a starred comprehension, and the coroutine that this makes.
fn gathers(module: &ModModule) -> Vec<(&ExprCall, &Expr)> {
    let calls = Calls::of(module).into_iter().filter(|found| dotted(&found.call.func).as_deref() == Some("asyncio.gather"));
    calls.filter_map(|found| Some((found.call, comprehended(found.call)?))).collect()
}

fn comprehended(call: &ExprCall) -> Option<&Expr> {
    let [Expr::Starred(starred)] = &call.arguments.args[..] else { return None };
    match &*starred.value {
        Expr::Generator(generator) => Some(&generator.elt),
        Expr::ListComp(list) => Some(&list.elt),
        _ => None,
    }
}
