//! The compiler: Python source to [`CompiledModule`]. The only place that knows the parser.
//!
//! The tree is walked twice: [`symtable`] finds where every name lives, then the rest of this folder emits instructions, one file for
//! each kind of construct. The model is CPython's `Python/codegen.c`, whose order of evaluation is kept. Knows nothing of the machine.

pub mod advice;
pub mod anchors;
mod assign;
mod brackets;
mod call;
mod checks;
mod classes;
mod compiler;
mod comprehension;
mod consts;
mod control;
mod diagnostics;
pub mod dis;
mod effect;
pub mod excerpt;
mod expr;
mod fstring;
mod functions;
mod imports;
mod match_;
mod messages;
mod parse;
mod scope;
mod semantic;
mod stmt;
mod symtable;
#[cfg(test)]
mod tests;
mod try_;
mod unit;
mod uses;
mod warnings;
mod with_;
mod wording;

use std::rc::Rc;

use ruff_python_ast::Stmt;
use ruff_text_size::{Ranged, TextRange};

pub use diagnostics::{Diagnostic, DiagnosticKind};

use super::bytecode::{CompiledModule, Source};
use super::symbol::Sym;
use compiler::Compiler;
use diagnostics::Report;

/// What a text is compiled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Statements.
    Exec,
    /// One expression, whose value the code returns.
    Eval,
}

/// Compiles the module of the file `name`; `user` says whether the file is the user's.
///
/// # Errors
/// All that is wrong with it, in the order of the source.
pub fn compile_module(name: &str, text: &str, user: bool) -> Result<CompiledModule, Vec<Diagnostic>> {
    compile(name, text, user, Mode::Exec, &[])
}

/// Compiles a text that the program made, for a namespace with these names in its slots.
///
/// # Errors
/// All that is wrong with it, in the order of the source.
pub fn compile_text(text: &str, mode: Mode, names: &[Sym]) -> Result<CompiledModule, Vec<Diagnostic>> {
    compile("<string>", text, true, mode, names)
}

fn compile(name: &str, text: &str, user: bool, mode: Mode, names: &[Sym]) -> Result<CompiledModule, Vec<Diagnostic>> {
    if let Some(problem) = parse::size_problem(text) {
        // Not even looked at: it may be a huge paste.
        let source = Source::new(name, "", user);
        let report = Report::new(&source);
        report.unsupported(TextRange::default(), &problem, "Only programs that fit on a few screens are worth stepping through.");
        return Err(report.take());
    }
    let source = Rc::new(Source::new(name, text, user));
    let report = Report::new(&source);
    let Some((module, warnings)) = parse::parse(text, &report) else { return Err(report.take()) };
    let table = symtable::build(&module.body, text, &report);
    if !report.is_empty() {
        return Err(report.take());
    }
    let uses = if user && mode == Mode::Exec { uses::uses(&module.body) } else { Vec::new() };
    let compiler = Compiler::new(&source, &table, &report).with_globals(names);
    let compiled = match (mode, module.body.as_slice()) {
        (Mode::Exec, body) => compiler.module(body),
        (Mode::Eval, [Stmt::Expr(statement)]) => compiler.expression(&statement.value),
        (Mode::Eval, body) => {
            report.syntax(body.first().map(Ranged::range).unwrap_or_default(), "invalid syntax");
            return Err(report.take());
        }
    };
    if report.is_empty() { Ok(CompiledModule { warnings, uses, ..compiled }) } else { Err(report.take()) }
}
