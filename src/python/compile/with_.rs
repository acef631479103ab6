//! `with` and `async with`.

use ruff_python_ast::{StmtWith, WithItem};
use ruff_text_size::Ranged;

use super::compiler::Compiler;
use super::unit::BlockKind;
use crate::python::bytecode::{AwaitContext, Op, SourceSpan, Special};

impl<'a> Compiler<'a> {
    /// The statement from the first of `items` on; every further item is a `with` inside it. The bound method `__exit__` stays on the
    /// stack while the body runs.
    pub fn with(&mut self, statement: &'a StmtWith, items: &'a [WithItem]) {
        let Some((item, inner)) = items.split_first() else { return self.body(&statement.body) };
        let (handler, end) = (self.label(), self.label());
        let range = item.context_expr.range();
        let at = SourceSpan { start: range.start().to_u32(), end: range.end().to_u32() };
        let statement_span = self.set_span(at);
        self.expr(&item.context_expr);
        self.call_enter(statement.is_async);
        self.unit.span = statement_span;

        self.push_block(BlockKind::With { is_async: statement.is_async, span: at });
        self.unit.open_region_below(handler, 1);
        match &item.optional_vars {
            Some(target) => self.store(target),
            None => self.emit(Op::Pop),
        }
        self.with(statement, inner);
        self.unit.close_region();
        self.pop_block();

        self.set_span(at);
        self.call_exit(statement.is_async);
        self.jump(Op::Jump, end);
        self.place(handler);
        self.exceptional_exit(statement.is_async);
        self.place(end);
        self.unit.span = statement_span;
    }

    /// `manager -> exit value`
    fn call_enter(&mut self, is_async: bool) {
        let (enter, exit) = match is_async {
            true => (Special::AsyncEnter, Special::AsyncExit),
            false => (Special::Enter, Special::Exit),
        };
        self.emit(Op::Dup);
        self.emit(Op::LoadSpecial(exit));
        self.emit(Op::Swap);
        self.emit(Op::LoadSpecial(enter));
        self.emit(Op::Call(0));
        if is_async {
            self.await_value(AwaitContext::AsyncEnter);
        }
    }

    /// `exit ->`, where no exception is on its way.
    pub fn call_exit(&mut self, is_async: bool) {
        (0..3).for_each(|_| self.load_none());
        self.emit(Op::Call(3));
        if is_async {
            self.await_value(AwaitContext::AsyncExit);
        }
        self.emit(Op::Pop);
    }

    /// `exit exc ->`, or the exception goes on.
    fn exceptional_exit(&mut self, is_async: bool) {
        let (suppressed, raised) = (self.label(), self.label());
        self.emit(Op::PushHandled);
        self.unit.open_region_below(raised, 1);
        self.emit(Op::WithExcept);
        if is_async {
            self.await_value(AwaitContext::AsyncExit);
        }
        self.jump(Op::PopJumpIfTrue, suppressed);
        self.unit.close_region();
        self.place(raised);
        self.reraise_handled();
        self.place(suppressed);
        self.emit(Op::Pop);
        self.emit(Op::PopHandled);
        self.emit(Op::Pop);
    }

    /// `previous exc ->`, `exc` goes on.
    pub fn reraise_handled(&mut self) {
        self.emit(Op::Swap);
        self.emit(Op::PopHandled);
        self.emit(Op::Reraise);
    }
}
