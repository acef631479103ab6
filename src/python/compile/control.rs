//! `if`, loops, and leaving statements early: `break`, `continue`, `return`.

use ruff_python_ast::{self as ast, CmpOp, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::compiler::Compiler;
use super::consts::constant;
use super::unit::{Block, BlockKind, Label};
use crate::python::bytecode::Op;

/// CPython's `CO_MAXBLOCKS`.
const MAX_BLOCKS: usize = 20;

/// What [`Compiler::unwind`] took away.
struct Unwound<'a> {
    blocks: Vec<Block<'a>>,
    regions: Vec<usize>,
}

impl<'a> Compiler<'a> {
    pub fn push_block(&mut self, kind: BlockKind<'a>) {
        let regions = self.unit.open_regions();
        self.push_block_around(kind, regions);
    }

    /// A block whose first `regions` regions cover also the way out of it.
    pub fn push_block_around(&mut self, kind: BlockKind<'a>, regions: usize) {
        if self.unit.blocks.len() == MAX_BLOCKS {
            let at = self.unit.span;
            self.report.syntax(TextRange::new(at.start.into(), at.end.into()), "too many statically nested blocks");
        }
        self.unit.blocks.push(Block { kind, regions });
    }

    pub fn pop_block(&mut self) {
        self.unit.blocks.pop();
    }

    pub fn if_(&mut self, statement: &'a ast::StmtIf) {
        let end = self.label();
        self.if_branch(Some(&statement.test), &statement.body, end);
        for clause in &statement.elif_else_clauses {
            self.if_branch(clause.test.as_ref(), &clause.body, end);
        }
        self.place(end);
    }

    fn if_branch(&mut self, test: Option<&Expr>, body: &'a [Stmt], end: Label) {
        let next = self.label();
        if let Some(test) = test {
            self.jump_if(test, false, next);
        }
        self.body(body);
        self.jump(Op::Jump, end);
        self.place(next);
    }

    pub fn while_(&mut self, statement: &'a ast::StmtWhile) {
        let (start, past, end) = (self.label(), self.label(), self.label());
        self.place(start);
        if is_busy_wait(statement) {
            self.jump(|end| Op::BusyWait { end }, past);
        }
        self.jump_if(&statement.test, false, past);
        self.push_block(BlockKind::Loop { start, end, has_iterator: false });
        self.body(&statement.body);
        self.jump(Op::Jump, start);
        self.pop_block();
        self.place(past);
        self.body(&statement.orelse);
        self.place(end);
    }

    pub fn for_(&mut self, statement: &'a ast::StmtFor) {
        let (start, past, end) = (self.label(), self.label(), self.label());
        let iterable = statement.iter.range();
        self.expr(&statement.iter);
        self.at(iterable, |this| this.emit(if statement.is_async { Op::GetAsyncIter } else { Op::GetIter }));
        self.place(start);
        self.push_block(BlockKind::Loop { start, end, has_iterator: true });
        if statement.is_async {
            self.at(statement.range, |this| this.async_next(past));
        } else {
            self.at(iterable, |this| this.jump(Op::ForIter, past));
        }
        self.store(&statement.target);
        self.body(&statement.body);
        self.jump(Op::Jump, start);
        self.pop_block();
        self.place(past);
        if statement.is_async {
            self.at(iterable, |this| this.emit(Op::EndAsyncFor));
        }
        self.body(&statement.orelse);
        self.place(end);
    }

    /// `async iterator -> async iterator item`; an exception goes to `past`, where `EndAsyncFor` must be.
    pub fn async_next(&mut self, past: Label) {
        self.unit.open_region(past);
        self.emit(Op::GetAsyncNext);
        self.load_none();
        self.emit(Op::YieldFrom);
        self.unit.close_region();
    }

    pub fn break_or_continue(&mut self, range: TextRange, is_break: bool) {
        let found =
            self.unit.blocks.iter().rposition(|block| matches!(block.kind, BlockKind::Loop { .. } | BlockKind::StarHandler));
        let target = found.map(|at| (at, self.unit.blocks[at].kind.clone()));
        match target {
            Some((at, BlockKind::Loop { start, end, has_iterator })) => {
                let unwound = self.unwind(at + 1, false);
                if is_break && has_iterator {
                    self.emit(Op::Pop);
                }
                self.jump(Op::Jump, if is_break { end } else { start });
                self.rewind(unwound);
            }
            Some(_) => self.report.syntax(range, LEAVES_STAR_HANDLER),
            None if is_break => self.report.syntax(range, "'break' outside loop"),
            None => self.report.syntax(range, "'continue' not properly in loop"),
        }
    }

    pub fn return_(&mut self, statement: &'a ast::StmtReturn) {
        if self.unit.blocks.iter().any(|block| matches!(block.kind, BlockKind::StarHandler)) {
            // A constant is not evaluated, so its place is where the statement is.
            let constant = statement.value.as_deref().filter(|value| constant(value).is_some());
            self.report.syntax(constant.map_or(statement.range, |value| value.range()), LEAVES_STAR_HANDLER);
        }
        match &statement.value {
            Some(value) => self.expr(value),
            None => self.load_none(),
        }
        let unwound = self.unwind(0, true);
        self.emit(Op::Return);
        self.rewind(unwound);
    }

    /// Emits what leaving the innermost blocks takes, down to `keep` of them. If `has_value`, the top of the stack is kept.
    fn unwind(&mut self, keep: usize, has_value: bool) -> Unwound<'a> {
        let mut unwound = Unwound { blocks: Vec::new(), regions: Vec::new() };
        while self.unit.blocks.len() > keep
            && let Some(block) = self.unit.blocks.pop()
        {
            unwound.regions.extend(self.unit.suspend_regions(block.regions));
            self.leave_block(&block.kind, has_value);
            unwound.blocks.push(block);
        }
        unwound
    }

    /// What follows is in the blocks again.
    fn rewind(&mut self, unwound: Unwound<'a>) {
        self.unit.resume_regions(&unwound.regions);
        self.unit.blocks.extend(unwound.blocks.into_iter().rev());
    }

    fn leave_block(&mut self, kind: &BlockKind<'a>, has_value: bool) {
        match *kind {
            BlockKind::Loop { has_iterator: false, .. } | BlockKind::Try | BlockKind::StarHandler => {}
            BlockKind::Loop { .. } | BlockKind::Value => self.pop_below(has_value),
            BlockKind::Finally(body) => {
                if has_value {
                    self.push_block(BlockKind::Value);
                }
                self.finally_body(body);
                if has_value {
                    self.pop_block();
                }
            }
            BlockKind::FinallyHandler => {
                self.pop_below(has_value);
                self.pop_handled_below(has_value);
            }
            BlockKind::Handler(name) => {
                self.pop_handled_below(has_value);
                self.forget(name);
            }
            BlockKind::With { is_async, span } => {
                if has_value {
                    self.emit(Op::Swap);
                }
                let around = self.set_span(span);
                self.call_exit(is_async);
                self.unit.span = around;
            }
        }
    }

    fn pop_below(&mut self, has_value: bool) {
        if has_value {
            self.emit(Op::Swap);
        }
        self.emit(Op::Pop);
    }

    fn pop_handled_below(&mut self, has_value: bool) {
        if has_value {
            self.emit(Op::Swap);
        }
        self.emit(Op::PopHandled);
    }
}

const LEAVES_STAR_HANDLER: &str = "'break', 'continue' and 'return' cannot appear in an except* block";

/// Whether the loop has the shape `while clock() < limit: pass`.
fn is_busy_wait(statement: &ast::StmtWhile) -> bool {
    let Expr::Compare(test) = &*statement.test else { return false };
    let ([CmpOp::Lt | CmpOp::LtE], [limit]) = (&*test.ops, &*test.comparators) else { return false };
    let Expr::Call(clock) = &*test.left else { return false };
    let idle = match &*statement.body {
        [Stmt::Pass(_)] => true,
        [Stmt::Expr(statement)] => statement.value.is_ellipsis_literal_expr(),
        _ => false,
    };
    let limited = is_dotted_name(limit) || constant(limit).is_some();
    idle && limited && statement.orelse.is_empty() && clock.arguments.is_empty() && is_dotted_name(&clock.func)
}

fn is_dotted_name(expr: &Expr) -> bool {
    match expr {
        Expr::Name(_) => true,
        Expr::Attribute(attribute) => is_dotted_name(&attribute.value),
        _ => false,
    }
}
