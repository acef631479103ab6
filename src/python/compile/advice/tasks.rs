//! Tasks that nobody keeps or awaits, and coroutines that are awaited more than once.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;

use super::calls::{dotted, functions, imports, line_of};
use super::statements::{Placed, free_name, indent_of, statements, statements_on};
use super::{Edit, tree};

/// What makes a task that nobody else keeps; a task group keeps its own.
const MAKERS: [&str; 5] = ["asyncio.create_task", "asyncio.ensure_future", "create_task", "ensure_future", "loop.create_task"];

/// A statement that makes a task and drops it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// From 1.
    pub line: u32,
    /// Gives the task a name; none in a loop, where one name would not keep them all.
    pub edits: Option<Vec<Edit>>,
}

/// All statements of a program that make a task and drop it.
pub fn dropped_tasks(text: &str) -> Vec<Dropped> {
    let Some(module) = tree(text) else { return Vec::new() };
    let name = free_name(text, "task");
    let found = statements(&module).into_iter().filter_map(|placed| {
        let Stmt::Expr(expr) = placed.statement else { return None };
        makes_task(&expr.value).filter(|_| placed.function.is_some())?;
        let start = expr.range().start().to_usize();
        let edits = (!placed.in_loop).then(|| vec![Edit { start, end: start, text: format!("{name} = ") }]);
        Some(Dropped { line: line_of(text, expr.range()), edits })
    });
    found.collect()
}

/// The task that is made on that line, directly in the body of a coroutine function, is awaited at the end of it. None if the task is
/// one that never ends.
pub fn await_at_end(text: &str, line: u32) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let placed = statements_on(text, &module, line);
    let [Placed { statement, function: Some(function), .. }] = &placed[..] else { return None };
    let is_direct = function.body.iter().any(|other| other.range() == statement.range());
    let (name, call, mut edits) = match statement {
        Stmt::Expr(expr) => {
            let (name, start) = (free_name(text, "task"), expr.range().start().to_usize());
            let edits = vec![Edit { start, end: start, text: format!("{name} = ") }];
            (name, makes_task(&expr.value)?, edits)
        }
        Stmt::Assign(assign) => match &assign.targets[..] {
            [Expr::Name(name)] => (name.id.to_string(), makes_task(&assign.value)?, Vec::new()),
            _ => return None,
        },
        _ => return None,
    };
    if !is_direct || !function.is_async || !ends(&module, call) {
        return None;
    }
    edits.push(at_end(text, function, &format!("await {name}"))?);
    Some(edits)
}

/// A coroutine that is kept in a variable and awaited twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reused {
    /// Of the second `await`, from 1.
    pub line: u32,
    pub name: String,
    /// Makes it a task.
    pub edits: Vec<Edit>,
}

/// The first such coroutine of a program.
pub fn reused(text: &str) -> Option<Reused> {
    let module = tree(text)?;
    let coroutines: BTreeSet<&str> = functions(&module).into_iter().filter(|f| f.is_async).map(|f| f.name.as_str()).collect();
    let makes = |placed: &Placed<'_>| {
        let Stmt::Assign(assign) = placed.statement else { return None };
        let ([Expr::Name(name)], Expr::Call(call)) = (&assign.targets[..], &*assign.value) else { return None };
        let is_coroutine = dotted(&call.func).is_some_and(|name| coroutines.contains(name.as_str()));
        let second = *awaits(placed.function?, &name.id).get(1).filter(|_| is_coroutine)?;
        let (start, end) = (call.range().start().to_usize(), call.range().end().to_usize());
        let edits = vec![
            Edit { start, end: start, text: "asyncio.create_task(".to_owned() },
            Edit { start: end, end, text: ")".to_owned() },
        ];
        Some(Reused { line: line_of(text, second.range()), name: name.id.to_string(), edits })
    };
    statements(&module).iter().filter(|_| imports(&module, "asyncio")).find_map(makes)
}

/// The call, if it makes a task that nobody else keeps.
fn makes_task(value: &Expr) -> Option<&ExprCall> {
    let Expr::Call(call) = value else { return None };
    let is_maker = match &*call.func {
        Expr::Attribute(attribute) if attribute.attr.as_str() == "create_task" => match &*attribute.value {
            Expr::Call(of) => dotted(&of.func).is_some_and(|name| name.ends_with("get_running_loop")),
            _ => dotted(&call.func).is_some_and(|name| MAKERS.contains(&name.as_str())),
        },
        _ => dotted(&call.func).is_some_and(|name| MAKERS.contains(&name.as_str())),
    };
    is_maker.then_some(call)
}

/// Is the task's coroutine a function of the module that does not go on for ever?
fn ends(module: &ModModule, made: &ExprCall) -> bool {
    let Some(Expr::Call(call)) = made.arguments.args.first() else { return false };
    let name = dotted(&call.func).unwrap_or_default();
    let function = functions(module).into_iter().find(|function| function.name.as_str() == name);
    function.is_some_and(|function| !loops_for_ever(&function.body))
}

fn loops_for_ever(body: &[Stmt]) -> bool {
    #[derive(Default)]
    struct Loops(bool);
    impl<'a> Visitor<'a> for Loops {
        fn visit_stmt(&mut self, statement: &'a Stmt) {
            if let Stmt::While(each) = statement {
                self.0 |= each.test.is_boolean_literal_expr() || each.test.is_number_literal_expr();
            }
            walk_stmt(self, statement);
        }
    }
    let mut loops = Loops::default();
    loops.visit_body(body);
    loops.0
}

/// Puts a statement at the end of a function, before its `return`.
fn at_end(text: &str, function: &StmtFunctionDef, statement: &str) -> Option<Edit> {
    let last = function.body.last()?;
    let (start, end) = (last.range().start().to_usize(), last.range().end().to_usize());
    let indent = indent_of(text, start)?;
    Some(match last {
        Stmt::Return(_) | Stmt::Raise(_) => Edit { start, end: start, text: format!("{statement}\n{indent}") },
        _ => Edit { start: end, end, text: format!("\n{indent}{statement}") },
    })
}

/// Where a function awaits a variable.
fn awaits<'a>(function: &'a StmtFunctionDef, name: &str) -> Vec<&'a Expr> {
    struct Finder<'a, 'n>(Vec<&'a Expr>, &'n str);
    impl<'a> Visitor<'a> for Finder<'a, '_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::Await(awaited) = expr
                && awaited.value.as_name_expr().is_some_and(|name| name.id.as_str() == self.1)
            {
                self.0.push(expr);
            }
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder(Vec::new(), name);
    finder.visit_body(&function.body);
    finder.0
}
