//! Awaits in sequence that do not depend on each other: `a = await f()` and `b = await g(1)`, one below the other. Those of loops are
//! found in [`super::loops`].

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, ExprCall, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

use super::calls::{functions, imports, line_of, names_read};
use super::{Edit, loops, tree};

/// Two or more statements, or turns of a loop, each awaiting a call of a coroutine function of the module, none using what another gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence {
    /// The coroutine function they stand in.
    pub function: String,
    /// Line and name of the function called, in the order of the text; of a loop, the one call.
    pub calls: Vec<(u32, String)>,
    pub is_loop: bool,
    /// Awaits them together, with `asyncio.gather`.
    pub edits: Vec<Edit>,
}

/// All such sequences of a program.
pub fn sequences(text: &str) -> Vec<Sequence> {
    let Some(module) = tree(text) else { return Vec::new() };
    if !imports(&module, "asyncio") {
        return Vec::new();
    }
    let functions = functions(&module);
    let coroutines: BTreeSet<&str> = functions.iter().filter(|f| f.is_async).map(|f| f.name.as_str()).collect();
    let bodies = functions.iter().filter(|function| function.is_async);
    bodies.flat_map(|function| runs(text, function, &coroutines)).chain(loops::loops(text, &module, &coroutines)).collect()
}

/// One statement of a sequence.
struct Link<'a> {
    range: TextRange,
    /// What takes the result, as it stands in the text.
    target: Option<&'a Expr>,
    call: &'a ExprCall,
    callee: &'a str,
}

/// The sequences directly in the body of a function. Those in branches are left alone: they may be meant.
fn runs(text: &str, function: &StmtFunctionDef, coroutines: &BTreeSet<&str>) -> Vec<Sequence> {
    let mut found = Vec::new();
    let mut run: Vec<Link<'_>> = Vec::new();
    for statement in &function.body {
        let link = link(statement, coroutines);
        if link.as_ref().is_none_or(|link| uses_result_of(link, &run)) {
            found.extend(sequence(text, function, &run));
            run.clear();
        }
        run.extend(link);
    }
    found.extend(sequence(text, function, &run));
    found
}

fn link<'a>(statement: &'a Stmt, coroutines: &BTreeSet<&str>) -> Option<Link<'a>> {
    let (target, value) = match statement {
        Stmt::Expr(expr) => (None, &*expr.value),
        Stmt::Assign(assign) => match &assign.targets[..] {
            [target @ Expr::Name(_)] => (Some(target), &*assign.value),
            _ => return None,
        },
        _ => return None,
    };
    let Expr::Await(awaited) = value else { return None };
    let Expr::Call(call) = &*awaited.value else { return None };
    let Expr::Name(callee) = &*call.func else { return None };
    coroutines.contains(callee.id.as_str()).then_some(Link { range: statement.range(), target, call, callee: &callee.id })
}

fn uses_result_of(link: &Link<'_>, earlier: &[Link<'_>]) -> bool {
    let reads = link.call.arguments.args.iter().chain(link.call.arguments.keywords.iter().map(|keyword| &keyword.value));
    let reads: BTreeSet<&str> = reads.flat_map(names_read).collect();
    let gives = earlier.iter().filter_map(|link| link.target.and_then(Expr::as_name_expr));
    gives.into_iter().any(|name| reads.contains(name.id.as_str()))
}

fn sequence(text: &str, function: &StmtFunctionDef, run: &[Link<'_>]) -> Option<Sequence> {
    let ([first, .., last], true) = (run, run.len() > 1) else { return None };
    let calls: Vec<&str> = run.iter().map(|link| &text[link.call.range()]).collect();
    let gather = format!("await asyncio.gather({})", calls.join(", "));
    let names: Vec<&str> = run.iter().map(|link| link.target.map_or("_", |target| &text[target.range()])).collect();
    let has_results = run.iter().any(|link| link.target.is_some());
    let together = if has_results { format!("{} = {gather}", names.join(", ")) } else { gather };
    Some(Sequence {
        function: function.name.to_string(),
        calls: run.iter().map(|link| (line_of(text, link.range), link.callee.to_owned())).collect(),
        is_loop: false,
        edits: vec![Edit { start: first.range.start().to_usize(), end: last.range.end().to_usize(), text: together }],
    })
}
