//! Awaits in a loop whose turns do not depend on each other: `[await f(x) for x in xs]`, and the loop that appends.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ExprCall, ModModule, Stmt};
use ruff_text_size::Ranged;

use super::Edit;
use super::calls::{line_of, names_read};
use super::sequence::Sequence;
use super::statements::{Placed, statements};

/// Those of the coroutine functions of a module; `coroutines` are the names of these.
pub(super) fn loops(text: &str, module: &ModModule, coroutines: &BTreeSet<&str>) -> Vec<Sequence> {
    let placed = statements(module).into_iter().filter(Placed::is_in_coroutine);
    placed.flat_map(|placed| of_statement(text, &placed, coroutines)).collect()
}

fn of_statement(text: &str, placed: &Placed<'_>, coroutines: &BTreeSet<&str>) -> Vec<Sequence> {
    let Some(function) = placed.function else { return Vec::new() };
    let repeated = match placed.statement {
        Stmt::For(each) if !each.is_async && each.orelse.is_empty() => appending(text, each, coroutines).into_iter().collect(),
        Stmt::Expr(_) | Stmt::Assign(_) | Stmt::AnnAssign(_) | Stmt::Return(_) => in_lists(text, placed.statement, coroutines),
        _ => Vec::new(),
    };
    let sequence = |(call, callee, edits): Repeated<'_>| Sequence {
        function: function.name.to_string(),
        calls: vec![(line_of(text, call.range()), callee.to_owned())],
        is_loop: true,
        edits,
    };
    repeated.into_iter().map(sequence).collect()
}

/// A call that is awaited in each turn, the function, and what makes one wait of them all.
type Repeated<'a> = (&'a ExprCall, &'a str, Vec<Edit>);

/// `for x in xs: results.append(await f(x))`.
fn appending<'a>(text: &str, each: &'a ruff_python_ast::StmtFor, coroutines: &BTreeSet<&str>) -> Option<Repeated<'a>> {
    let [Stmt::Expr(expr)] = &each.body[..] else { return None };
    let Expr::Call(append) = &*expr.value else { return None };
    let Expr::Attribute(method) = &*append.func else { return None };
    let (Expr::Name(list), "append") = (&*method.value, method.attr.as_str()) else { return None };
    let ([value], true) = (&append.arguments.args[..], append.arguments.keywords.is_empty()) else { return None };
    let (call, callee) = awaited(value, coroutines)?;
    if names_read(value).contains(&list.id.as_str()) {
        return None;
    }
    let part = |expr: &Expr| &text[expr.range()];
    let together = format!(
        "{}.extend(await asyncio.gather(*({} for {} in {})))",
        list.id,
        &text[call.range()],
        part(&each.target),
        part(&each.iter)
    );
    let (start, end) = (each.range().start().to_usize(), each.range().end().to_usize());
    Some((call, callee, vec![Edit { start, end, text: together }]))
}

/// `[await f(x) for x in xs]` anywhere in a statement.
fn in_lists<'a>(text: &str, statement: &'a Stmt, coroutines: &BTreeSet<&str>) -> Vec<Repeated<'a>> {
    #[derive(Default)]
    struct Lists<'a>(Vec<&'a ruff_python_ast::ExprListComp>);
    impl<'a> Visitor<'a> for Lists<'a> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::ListComp(list) = expr {
                self.0.push(list);
            }
            walk_expr(self, expr);
        }
    }
    let mut lists = Lists::default();
    lists.visit_stmt(statement);
    let found = lists.0.into_iter().filter_map(|list| {
        let (call, callee) = awaited(&list.elt, coroutines)?;
        if list.generators.iter().any(|generator| generator.is_async) {
            return None;
        }
        let (start, end) = (list.range().start().to_usize(), list.range().end().to_usize());
        let (from, to) = (list.elt.range().start().to_usize(), call.range().start().to_usize());
        // What takes a part of the list must not take it of the future.
        let takes_part = text[end..].starts_with(['.', '[']);
        let (opening, closing) = if takes_part { ("(await asyncio.gather(*", "))") } else { ("await asyncio.gather(*", ")") };
        Some((
            call,
            callee,
            vec![
                Edit { start, end: start, text: opening.to_owned() },
                Edit { start: from, end: to, text: String::new() },
                Edit { start: end, end, text: closing.to_owned() },
            ],
        ))
    });
    found.collect()
}

/// The call of a coroutine function that an expression awaits, and nothing else.
fn awaited<'a>(expr: &'a Expr, coroutines: &BTreeSet<&str>) -> Option<(&'a ExprCall, &'a str)> {
    let Expr::Await(awaited) = expr else { return None };
    let Expr::Call(call) = &*awaited.value else { return None };
    let Expr::Name(callee) = &*call.func else { return None };
    coroutines.contains(callee.id.as_str()).then_some((call, callee.id.as_str()))
}
