//! Edits that mend a call on a given line. `None` where it is not clear what to change: then there is only advice.

use ruff_python_ast::{Expr, ModModule, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::calls::{Calls, FoundCall, dotted, functions, imports, line_of};
use super::{Edit, tree};

/// `time.sleep(x)` on that line, directly in a coroutine function, becomes `await asyncio.sleep(x)`.
pub fn await_sleep(text: &str, line: u32) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let found = only(calls_on(text, &module, line).filter(|found| is_in_coroutine(found) && is_sleep(&module, &found.call.func)))?;
    let func = found.call.func.range();
    let mut edits =
        vec![Edit { start: func.start().to_usize(), end: func.end().to_usize(), text: "await asyncio.sleep".to_owned() }];
    edits.extend(import_asyncio(&module));
    Some(edits)
}

/// A call of a plain function on that line, directly in a coroutine function, becomes `await asyncio.to_thread(f, ...)`.
pub fn run_in_thread(text: &str, line: u32, function: &str) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let is_it = |found: &FoundCall<'_>| is_in_coroutine(found) && dotted(&found.call.func).is_some_and(|name| name == function);
    let call = only(calls_on(text, &module, line).filter(is_it))?.call;
    let (start, end) = (call.range().start().to_usize(), call.range().end().to_usize());
    let arguments = &text[call.arguments.range()];
    // The bracket of the call becomes the comma behind the function.
    let comma = if call.arguments.is_empty() { "" } else { ", " };
    let awaited = format!("await asyncio.to_thread({}{comma}{}", &text[call.func.range()], &arguments[1..]);
    let mut edits = vec![Edit { start, end, text: in_brackets_if_needed(text, end, awaited) }];
    edits.extend(import_asyncio(&module));
    Some(edits)
}

/// `asyncio.run(f())`, directly in a coroutine function, becomes `await f()`, where `f` is the coroutine function of that name. Gives the
/// line of it, too.
pub fn await_instead_of_run(text: &str, coroutine: &str) -> Option<(u32, Vec<Edit>)> {
    let module = tree(text)?;
    let last = |name: &str| name.rsplit('.').next().map(str::to_owned);
    let is_it = |found: &FoundCall<'_>| {
        let given = found.call.arguments.args.first().and_then(Expr::as_call_expr);
        let name = given.and_then(|given| last(&dotted(&given.func)?));
        is_in_coroutine(found) && dotted(&found.call.func).as_deref() == Some("asyncio.run") && name == last(coroutine)
    };
    let call = only(Calls::of(&module).into_iter().filter(is_it))?.call;
    let awaited = format!("await {}", &text[call.arguments.args.first()?.range()]);
    let (start, end) = (call.range().start().to_usize(), call.range().end().to_usize());
    let edit = Edit { start, end, text: in_brackets_if_needed(text, end, awaited) };
    Some((line_of(text, call.range()), vec![edit]))
}

/// The only call on that line of a coroutine function that can block, `requests.get(url)`, becomes `await asyncio.to_thread(...)`.
pub fn blocking_call_in_thread(text: &str, line: u32) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let name = |found: &FoundCall<'_>| dotted(&found.call.func).filter(|name| name.contains('.') && !found.is_awaited);
    let found = only(calls_on(text, &module, line).filter(|found| is_in_coroutine(found) && name(found).is_some()))?;
    run_in_thread(text, line, &name(&found)?)
}

/// An `await` with something behind it that takes a part of the result.
fn in_brackets_if_needed(text: &str, end: usize, awaited: String) -> String {
    if text[end..].starts_with(['.', '[', '(']) { format!("({awaited})") } else { awaited }
}

/// The call of the coroutine function on that line gets its `await`. It must stand directly in a coroutine function.
pub fn await_call(text: &str, line: u32, coroutine: &str) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let last = coroutine.rsplit('.').next().unwrap_or(coroutine);
    let is_it = |found: &FoundCall<'_>| {
        let name = dotted(&found.call.func);
        !found.is_awaited && is_in_coroutine(found) && name.is_some_and(|name| name.rsplit('.').next() == Some(last))
    };
    let call = only(calls_on(text, &module, line).filter(is_it))?.call;
    let (start, end) = (call.range().start().to_usize(), call.range().end().to_usize());
    let awaited = in_brackets_if_needed(text, end, format!("await {}", &text[start..end]));
    Some(vec![Edit { start, end, text: awaited }])
}

fn calls_on<'a>(text: &'a str, module: &'a ModModule, line: u32) -> impl Iterator<Item = FoundCall<'a>> {
    Calls::of(module).into_iter().filter(move |found| line_of(text, found.call.range()) == line)
}

/// The single one.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

fn is_in_coroutine(found: &FoundCall<'_>) -> bool {
    found.function.is_some_and(|function| function.is_async)
}

/// Whether it is `time.sleep`, or `sleep` imported from `time`.
fn is_sleep(module: &ModModule, func: &Expr) -> bool {
    let from_time = |statement: &Stmt| match statement {
        Stmt::ImportFrom(import) => {
            import.module.as_ref().is_some_and(|module| module.as_str() == "time")
                && import.names.iter().any(|alias| alias.name.as_str() == "sleep" && alias.asname.is_none())
        }
        _ => false,
    };
    match dotted(func).as_deref() {
        Some("time.sleep") => true,
        Some("sleep") => module.body.iter().any(from_time) && !functions(module).iter().any(|f| f.name.as_str() == "sleep"),
        _ => false,
    }
}

/// `import asyncio` above the first statement, if it is missing.
fn import_asyncio(module: &ModModule) -> Option<Edit> {
    if imports(module, "asyncio") {
        return None;
    }
    let is_docstring = |statement: &Stmt| matches!(statement, Stmt::Expr(expr) if expr.value.is_string_literal_expr());
    let start = module.body.iter().find(|statement| !is_docstring(statement))?.range().start().to_usize();
    Some(Edit { start, end: start, text: "import asyncio\n".to_owned() })
}

/// The line is in a plain function that coroutine functions call at one place: that call becomes `await asyncio.to_thread(f, ...)`.
pub fn caller_in_thread(text: &str, line: u32) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let holds = |range: TextRange| (line_of(text, range)..=line_of(text, TextRange::empty(range.end()))).contains(&line);
    let innermost = functions(&module).into_iter().rfind(|function| holds(function.range()))?;
    if innermost.is_async {
        return None;
    }
    let name = innermost.name.as_str();
    let calls = Calls::of(&module).into_iter();
    let call = only(calls.filter(|found| dotted(&found.call.func).is_some_and(|called| called == name)))?;
    run_in_thread(text, line_of(text, call.call.range()), name)
}
