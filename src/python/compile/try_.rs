//! `try`, in all its forms.

use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Expr, Stmt, StmtTry};
use ruff_text_size::{Ranged, TextRange};

use super::compiler::Compiler;
use super::diagnostics::span;
use super::unit::{BlockKind, Label};
use crate::python::bytecode::Op;
use crate::python::symbol::Sym;

/// Most `finally` bodies inside each other.
const MAX_FINALLY: usize = 10;

impl<'a> Compiler<'a> {
    pub fn try_(&mut self, statement: &'a StmtTry) {
        if statement.finalbody.is_empty() {
            self.try_except(statement);
        } else {
            self.try_finally(statement);
        }
    }

    /// The `finally` is emitted once for every way into it: the end of the body, an exception, each `return`, `break` or `continue`.
    fn try_finally(&mut self, statement: &'a StmtTry) {
        let (handler, raised, end) = (self.label(), self.label(), self.label());
        self.push_block(BlockKind::Finally(&statement.finalbody));
        self.unit.open_region(handler);
        self.try_except(statement);
        self.unit.close_region();
        self.pop_block();
        self.finally_body(&statement.finalbody);
        self.jump(Op::Jump, end);

        self.place(handler);
        self.emit(Op::PushHandled);
        self.push_block(BlockKind::FinallyHandler);
        self.open_handled_region(raised);
        self.finally_body(&statement.finalbody);
        self.unit.close_region();
        self.pop_block();
        self.place(raised);
        self.reraise_handled();
        self.place(end);
    }

    /// One copy of a `finally`. One inside another is emitted twice as often, so there is a bound.
    pub fn finally_body(&mut self, body: &'a [Stmt]) {
        if self.finally_depth == MAX_FINALLY {
            let range = body.first().map_or(TextRange::default(), Ranged::range);
            return self.report.unsupported(range, "`finally` is nested too deeply", "Move the inner `try` to a function.");
        }
        self.finally_depth += 1;
        self.body(body);
        self.finally_depth -= 1;
    }

    fn try_except(&mut self, statement: &'a StmtTry) {
        if statement.handlers.is_empty() {
            return self.body(&statement.body);
        }
        let (handler, raised, end) = (self.label(), self.label(), self.label());
        self.push_block(BlockKind::Try);
        self.unit.open_region(handler);
        self.body(&statement.body);
        self.unit.close_region();
        self.pop_block();
        self.body(&statement.orelse);
        self.jump(Op::Jump, end);

        self.place(handler);
        self.emit(Op::PushHandled);
        if statement.is_star {
            self.star_handlers(&statement.handlers, raised, end);
        } else {
            self.handlers(&statement.handlers, raised, end);
        }
        self.place(raised);
        self.reraise_handled();
        self.place(end);
    }

    /// From here on, exceptions go to `target` with the same operands as now, the exception on top replaced.
    fn open_handled_region(&mut self, target: Label) {
        self.unit.open_region_below(target, 1);
    }

    /// `previous exc -> previous exc` where no clause matches; each that does goes to `end`.
    fn handlers(&mut self, handlers: &'a [ExceptHandler], raised: Label, end: Label) {
        let regions = self.unit.open_regions();
        self.open_handled_region(raised);
        for ExceptHandler::ExceptHandler(clause) in handlers {
            let next = self.label();
            let around = self.set_span(span(clause_header(clause)));
            if let Some(class) = &clause.type_ {
                self.expr(class);
                self.emit(Op::ExceptMatches);
                self.jump(Op::PopJumpIfFalse, next);
            } else if !std::ptr::eq(clause, last_clause(handlers)) {
                self.report.syntax(clause_header(clause), "default 'except:' must be last");
            }
            let name = clause.name.as_ref().map(|name| self.mangle(name));
            self.bind_exception(name);
            let forget = self.label();
            self.handler_body(&clause.body, name, regions, forget);
            let suspended = self.unit.suspend_regions(regions);
            // What leaves a clause has no line of its own: it is on the line of what ran before it (`codegen_try_except`, Python/codegen.c).
            let header = clause.body.last().map(|last| self.set_span(span(last.range())));
            self.emit(Op::PopHandled);
            self.forget(name);
            self.jump(Op::Jump, end);
            if let Some(header) = header {
                self.unit.span = header;
            }
            self.unit.resume_regions(&suspended);
            if name.is_some() {
                self.place(forget);
                self.forget(name);
                self.jump(Op::Jump, raised);
            }
            self.place(next);
            self.unit.span = around;
        }
        self.unit.close_region();
    }

    /// `exc ->`
    fn bind_exception(&mut self, name: Option<Sym>) {
        match name {
            Some(name) => self.store_name(name),
            None => self.emit(Op::Pop),
        }
    }

    /// The body of a clause, the previous exception on the stack. If there is a name to forget, what is raised goes to `forget`.
    fn handler_body(&mut self, body: &'a [Stmt], name: Option<Sym>, regions: usize, forget: Label) {
        self.push_block_around(BlockKind::Handler(name), regions);
        if name.is_some() {
            self.unit.open_region(forget);
        }
        self.body(body);
        if name.is_some() {
            self.unit.close_region();
        }
        self.pop_block();
    }

    /// `previous group -> previous exc` if something is left to raise, else it goes to `end`.
    fn star_handlers(&mut self, handlers: &'a [ExceptHandler], raised: Label, end: Label) {
        self.open_handled_region(raised);
        self.emit(Op::Dup);
        self.emit(Op::BuildList(0));
        self.emit(Op::Swap);
        for ExceptHandler::ExceptHandler(clause) in handlers {
            let around = self.set_span(span(clause_header(clause)));
            if let Some(class) = &clause.type_ {
                self.star_handler(clause, class);
            }
            self.unit.span = around;
        }
        self.emit(Op::ListAppend(1));
        self.emit(Op::ExceptStarRest);
        self.emit(Op::Dup);
        self.jump(Op::PopJumpIfNotNone, raised);
        self.unit.close_region();
        self.emit(Op::Pop);
        self.emit(Op::PopHandled);
        self.jump(Op::Jump, end);
    }

    /// `list group -> list rest`: what the body raises is added to the list.
    fn star_handler(&mut self, clause: &'a ExceptHandlerExceptHandler, class: &Expr) {
        let (unmatched, collect, next) = (self.label(), self.label(), self.label());
        self.expr(class);
        self.at(clause.range(), |this| this.emit(Op::ExceptStarMatches));
        self.emit(Op::Dup);
        self.jump(Op::PopJumpIfNone, unmatched);
        self.emit(Op::PushHandled);
        let name = clause.name.as_ref().map(|name| self.mangle(name));
        self.bind_exception(name);
        self.push_block(BlockKind::StarHandler);
        self.unit.open_region(collect);
        self.body(&clause.body);
        self.unit.close_region();
        self.pop_block();
        self.emit(Op::PopHandled);
        self.forget(name);
        self.jump(Op::Jump, next);

        self.place(collect);
        self.emit(Op::Swap);
        self.emit(Op::PopHandled);
        self.forget(name);
        self.emit(Op::ListAppend(2));
        self.jump(Op::Jump, next);
        self.place(unmatched);
        self.emit(Op::Pop);
        self.place(next);
    }
}

fn last_clause(handlers: &[ExceptHandler]) -> *const ExceptHandlerExceptHandler {
    handlers.last().map_or(std::ptr::null(), |ExceptHandler::ExceptHandler(clause)| std::ptr::from_ref(clause))
}

/// `except E as name`
fn clause_header(clause: &ExceptHandlerExceptHandler) -> TextRange {
    let end = clause.name.as_ref().map(|name| name.end()).or_else(|| clause.type_.as_ref().map(|class| class.end()));
    let start = clause.range.start();
    TextRange::new(start, end.unwrap_or(start + ruff_text_size::TextSize::of("except:")))
}
