//! State that is read before an `await` and written after it, so that another task can come in between.

use std::collections::BTreeSet;

use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

use super::calls::{dotted, functions, imports, line_of, names_read};
use super::statements::{free_name, indent_of, top_level_start};
use super::{Edit, tree};

/// A read and a write of the same thing in a coroutine function, with an `await` between them and no lock around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Race {
    pub function: String,
    /// Of the write, from 1.
    pub line: u32,
    /// What is read and written, as the program says it.
    pub target: String,
    /// Puts a lock around both, where the text allows it.
    pub edits: Option<Vec<Edit>>,
}

/// All of them in a program, at most one a function.
pub fn races(text: &str) -> Vec<Race> {
    let Some(module) = tree(text) else { return Vec::new() };
    let functions = functions(&module).into_iter().filter(|function| function.is_async);
    functions.filter_map(|function| race(text, &module, function)).collect()
}

fn race(text: &str, module: &ModModule, function: &StmtFunctionDef) -> Option<Race> {
    let outer = names_from_outside(function);
    let found = blocks(&function.body).into_iter().find_map(|block| Some((block, between(block, &outer)?)));
    let (block, (first, last, target)) = found?;
    let region = TextRange::new(block[first].range().start(), block[last].range().end());
    Some(Race {
        function: function.name.to_string(),
        line: line_of(text, block[last].range()),
        edits: lock_around(text, module, function, region),
        target,
    })
}

/// A body and those of the statements in it, but none below a lock.
fn blocks(body: &[Stmt]) -> Vec<&[Stmt]> {
    let inner = body.iter().flat_map(|statement| -> Vec<&[Stmt]> {
        match statement {
            Stmt::For(each) => vec![&each.body],
            Stmt::While(each) => vec![&each.body],
            Stmt::If(choice) => {
                std::iter::once(&choice.body[..]).chain(choice.elif_else_clauses.iter().map(|c| &c.body[..])).collect()
            }
            Stmt::Try(attempt) => vec![&attempt.body],
            Stmt::With(with) if !with.is_async => vec![&with.body],
            _ => Vec::new(),
        }
    });
    std::iter::once(body).chain(inner.flat_map(blocks)).collect()
}

/// The first and the last statement of a body that belong together, and what they read and write.
fn between(body: &[Stmt], outer: &BTreeSet<&str>) -> Option<(usize, usize, String)> {
    for (last, statement) in body.iter().enumerate() {
        let Some((target, value, reads_itself)) = write(statement, outer) else { continue };
        if reads_itself && awaits(value) {
            return Some((last, last, target));
        }
        let used: BTreeSet<&str> = names_read(value).into_iter().collect();
        let reads = |statement: &Stmt| match statement {
            Stmt::Assign(assign) => match &assign.targets[..] {
                [Expr::Name(name)] => used.contains(name.id.as_str()) && mentions(&assign.value, &target),
                _ => false,
            },
            _ => false,
        };
        let first = body[..last].iter().rposition(reads);
        if let Some(first) = first.filter(|&first| body[first..=last].iter().any(statement_awaits)) {
            return Some((first, last, target));
        }
    }
    None
}

/// What a statement writes that others share, the value, and whether the value is made from what was there.
fn write<'a>(statement: &'a Stmt, outer: &BTreeSet<&str>) -> Option<(String, &'a Expr, bool)> {
    let (target, value, is_augmented) = match statement {
        Stmt::Assign(assign) => match &assign.targets[..] {
            [target] => (target, &*assign.value, false),
            _ => return None,
        },
        Stmt::AugAssign(assign) => (&*assign.target, &*assign.value, true),
        _ => return None,
    };
    let name = dotted(target)?;
    let is_shared = match target {
        Expr::Name(name) => outer.contains(name.id.as_str()),
        _ => name.starts_with("self.") || outer.contains(name.split('.').next().unwrap_or_default()),
    };
    let reads_itself = is_augmented || mentions(value, &name);
    is_shared.then_some((name, value, reads_itself))
}

/// The names that a function declares as global or of an outer function.
fn names_from_outside(function: &StmtFunctionDef) -> BTreeSet<&str> {
    let names = function.body.iter().flat_map(|statement| match statement {
        Stmt::Global(global) => &global.names[..],
        Stmt::Nonlocal(nonlocal) => &nonlocal.names[..],
        _ => &[],
    });
    names.map(|name| name.as_str()).collect()
}

/// Is that, `balance` or `self.balance`, read somewhere in an expression?
fn mentions(expr: &Expr, target: &str) -> bool {
    let mut finder = Finder { fits: |expr: &Expr| dotted(expr).is_some_and(|name| name == target), found: false };
    finder.visit_expr(expr);
    finder.found
}

fn awaits(expr: &Expr) -> bool {
    let mut finder = Finder { fits: |expr: &Expr| expr.is_await_expr(), found: false };
    finder.visit_expr(expr);
    finder.found
}

/// Does a statement give way?
fn statement_awaits(statement: &Stmt) -> bool {
    let mut finder = Finder { fits: |expr: &Expr| expr.is_await_expr(), found: false };
    finder.visit_stmt(statement);
    finder.found
}

struct Finder<F> {
    fits: F,
    found: bool,
}

impl<'a, F: Fn(&Expr) -> bool> Visitor<'a> for Finder<F> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        self.found |= (self.fits)(expr);
        walk_expr(self, expr);
    }
}

/// `async with lock:` around a part of a function, and the lock in front of it.
fn lock_around(text: &str, module: &ModModule, function: &StmtFunctionDef, region: TextRange) -> Option<Vec<Edit>> {
    let (start, end) = (region.start().to_usize(), region.end().to_usize());
    let indent = indent_of(text, start)?;
    let body = &text[start..end];
    // To move lines of a long string would change it.
    if !imports(module, "asyncio") || body.contains("\"\"\"") || body.contains("'''") || body.contains("\\\n") {
        return None;
    }
    let name = free_name(text, "lock");
    let top = top_level_start(module, function.range())?;
    let moved = body.replace('\n', "\n    ");
    Some(vec![
        Edit { start: top, end: top, text: format!("{name} = asyncio.Lock()\n\n\n") },
        Edit { start, end, text: format!("async with {name}:\n{indent}    {moved}") },
    ])
}
