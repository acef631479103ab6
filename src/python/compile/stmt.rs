//! Statements.

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::compiler::Compiler;
use super::consts::constant;
use super::diagnostics::span;
use crate::python::bytecode::Op;

impl<'a> Compiler<'a> {
    pub fn body(&mut self, body: &'a [Stmt]) {
        body.iter().for_each(|statement| self.stmt(statement));
    }

    fn stmt(&mut self, statement: &'a Stmt) {
        let around = self.set_span(span(header(statement)));
        match statement {
            Stmt::Expr(statement) => self.expression_statement(statement),
            Stmt::Assign(statement) => self.assign(statement),
            Stmt::AugAssign(statement) => self.augmented_assign(statement),
            Stmt::AnnAssign(statement) => self.annotated_assign(statement),
            Stmt::Delete(statement) => statement.targets.iter().for_each(|target| self.delete(target)),
            Stmt::If(statement) => self.if_(statement),
            Stmt::While(statement) => self.while_(statement),
            Stmt::For(statement) => self.for_(statement),
            Stmt::With(statement) => self.with(statement, &statement.items),
            Stmt::Try(statement) => self.try_(statement),
            Stmt::Match(statement) => self.match_(statement),
            Stmt::FunctionDef(statement) => self.function(statement),
            Stmt::ClassDef(statement) => self.class(statement),
            Stmt::Return(statement) => self.return_(statement),
            Stmt::Break(statement) => self.break_or_continue(statement.range, true),
            Stmt::Continue(statement) => self.break_or_continue(statement.range, false),
            Stmt::Raise(statement) => self.raise(statement),
            Stmt::Assert(statement) => self.assert(statement),
            Stmt::Import(statement) => self.import(statement),
            Stmt::ImportFrom(statement) => self.import_from(statement),
            Stmt::TypeAlias(statement) => self.type_alias(statement),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) => {}
            Stmt::IpyEscapeCommand(statement) => self.report.syntax(statement.range, "invalid syntax"),
        }
        self.unit.span = around;
    }

    /// A constant does nothing, so nothing is emitted for it.
    fn expression_statement(&mut self, statement: &ast::StmtExpr) {
        if constant(&statement.value).is_none() {
            self.expr(&statement.value);
            self.emit(Op::Pop);
        }
    }

    fn raise(&mut self, statement: &ast::StmtRaise) {
        let values = [&statement.exc, &statement.cause].into_iter().flatten();
        let count = values.map(|value| self.expr(value)).count();
        self.emit(Op::Raise(count as u32));
    }

    fn assert(&mut self, statement: &ast::StmtAssert) {
        let end = self.label();
        self.jump_if(&statement.test, true, end);
        self.emit(Op::LoadAssertionError);
        if let Some(message) = &statement.msg {
            self.expr(message);
            self.emit(Op::Call(1));
        }
        self.at(statement.test.range(), |this| this.emit(Op::Raise(1)));
        self.place(end);
    }
}

/// The part of a statement that stands for it: all of it, but of a compound statement only the line that opens it.
fn header(statement: &Stmt) -> TextRange {
    let to = |end: TextRange| TextRange::new(statement.start(), end.end());
    match statement {
        Stmt::If(inner) => to(inner.test.range()),
        Stmt::While(inner) => to(inner.test.range()),
        Stmt::For(inner) => to(inner.iter.range()),
        Stmt::With(inner) => inner.items.last().map_or(inner.range, |item| to(item.range)),
        Stmt::Match(inner) => to(inner.subject.range()),
        Stmt::Try(inner) => TextRange::at(inner.start(), TextSize::of("try")),
        Stmt::FunctionDef(inner) => to(inner.name.range()),
        Stmt::ClassDef(inner) => to(inner.name.range()),
        other => other.range(),
    }
}
