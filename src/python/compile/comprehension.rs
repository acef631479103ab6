//! Comprehensions and generator expressions: functions of one argument, the iterator of the first `for`, as CPython made them before
//! 3.12. The first iterable is evaluated outside.

use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::compiler::Compiler;
use super::scope::ScopeKind;
use crate::python::bytecode::{AwaitContext, CodeKind, Op};
use crate::python::symbol::Sym;

/// What is made of each turn.
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Item(&'a Expr),
}

impl Compiler<'_> {
    pub fn comprehension(&mut self, expr: &Expr) {
        let (element, generators, name) = match expr {
            Expr::ListComp(comp) => (Element::List(&comp.elt), &comp.generators, "<listcomp>"),
            Expr::SetComp(comp) => (Element::Set(&comp.elt), &comp.generators, "<setcomp>"),
            Expr::Generator(comp) => (Element::Item(&comp.elt), &comp.generators, "<genexpr>"),
            Expr::DictComp(comp) => match &comp.key {
                Some(key) => (Element::Dict(key, &comp.value), &comp.generators, "<dictcomp>"),
                None => return self.report.syntax(comp.range, "dict unpacking cannot be used in dict comprehension"),
            },
            _ => return self.report.syntax(expr.range(), "invalid syntax"),
        };
        let Some(first) = generators.first() else { return };
        let kind = self.comprehension_body(expr.range(), &element, generators, name);
        self.expr(&first.iter);
        self.emit(if first.is_async { Op::GetAsyncIter } else { Op::GetIter });
        self.emit(Op::Call(1));
        if kind == CodeKind::Coroutine {
            self.await_value(AwaitContext::Await);
        }
    }

    /// Pushes the function. Gives the kind of its code.
    fn comprehension_body(&mut self, node: TextRange, element: &Element<'_>, generators: &[Comprehension], name: &str) -> CodeKind {
        let lazy = matches!(element, Element::Item(_));
        let scope = self.find_scope(node, if lazy { ScopeKind::Generator } else { ScopeKind::Comprehension });
        let kind = match (lazy, self.table.get(scope).has_await) {
            (true, true) => CodeKind::AsyncGenerator,
            (true, false) => CodeKind::Generator,
            (false, true) => CodeKind::Coroutine,
            (false, false) => CodeKind::Function,
        };
        self.enter(scope, kind, name);
        self.unit.params.positional = 1;
        self.unit.params.positional_only = 1;
        let iterator = self.unit.local(Sym::new(".0"));
        self.bind_closure();
        match element {
            Element::List(_) => self.emit(Op::BuildList(0)),
            Element::Set(_) => self.emit(Op::BuildSet(0)),
            Element::Dict(..) => self.emit(Op::BuildDict(0)),
            Element::Item(_) => {}
        }
        self.emit(Op::LoadLocal(iterator));
        self.turns(element, generators, 1);
        if lazy {
            self.return_none();
        } else {
            self.emit(Op::Return);
        }
        let code = self.leave();
        self.make_function(code, 0);
        kind
    }

    /// The loop of the first of `generators`, whose iterator is on the stack, and those inside it. `depth` counts the iterators.
    fn turns(&mut self, element: &Element<'_>, generators: &[Comprehension], depth: u32) {
        let Some((generator, inner)) = generators.split_first() else { return };
        let (start, end) = (self.label(), self.label());
        self.place(start);
        if generator.is_async {
            // The whole comprehension is marked, as it is while its loops are set up.
            self.async_next(end);
        } else {
            self.at(generator.iter.range(), |this| this.jump(Op::ForIter, end));
        }
        self.store(&generator.target);
        for condition in &generator.ifs {
            self.jump_if(condition, false, start);
        }
        match inner.first() {
            Some(next) => {
                self.expr(&next.iter);
                self.emit(if next.is_async { Op::GetAsyncIter } else { Op::GetIter });
                self.turns(element, inner, depth + 1);
            }
            None => self.element(element, depth),
        }
        self.jump(Op::Jump, start);
        self.place(end);
        if generator.is_async {
            self.emit(Op::EndAsyncFor);
        }
    }

    fn element(&mut self, element: &Element<'_>, depth: u32) {
        match element {
            Element::List(item) => {
                self.expr(item);
                self.emit(Op::ListAppend(depth + 1));
            }
            Element::Set(item) => {
                self.expr(item);
                self.emit(Op::SetAdd(depth + 1));
            }
            Element::Dict(key, value) => {
                self.expr(key);
                self.expr(value);
                self.emit(Op::DictAdd(depth + 1));
            }
            Element::Item(item) => {
                self.expr(item);
                self.at(item.range(), |this| this.yield_value());
                self.emit(Op::Pop);
            }
        }
    }
}
