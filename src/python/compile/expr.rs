//! Expressions. Each leaves its value on the stack.

use ruff_python_ast::{self as ast, BoolOp, CmpOp, DictItem, Expr, Operator};
use ruff_text_size::{Ranged, TextRange};

use super::compiler::Compiler;
use super::consts::constant;
use super::diagnostics::span;
use super::scope::{Place, ScopeId, ScopeKind};
use super::unit::Label;
use crate::python::bytecode::{AwaitContext, BinaryOp, CodeKind, CompareOp, Literal, Op, UnaryOp};
use crate::python::library::refused;
use crate::python::symbol::Sym;

impl Compiler<'_> {
    pub fn expr(&mut self, expr: &Expr) {
        let around = self.set_span(span(expr.range()));
        if let Expr::StringLiteral(literal) = expr {
            self.refuse_surrogates(literal.range, literal.value.to_str());
        }
        match constant(expr) {
            Some(key) => self.load_const(key),
            None => self.expr_kind(expr),
        }
        self.unit.span = around;
    }

    fn expr_kind(&mut self, expr: &Expr) {
        match expr {
            Expr::Name(name) => {
                self.refuse_builtin(name);
                self.load_name(self.mangle(&name.id));
            }
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value);
                let name = self.attribute(&attribute.attr);
                let place = self.place_of_attribute(attribute, attribute.range);
                self.at(place, |this| this.emit(Op::LoadAttr(name)));
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value);
                self.expr(&subscript.slice);
                self.emit(Op::LoadItem);
            }
            Expr::Call(call) => self.call(call),
            Expr::Await(awaited) => {
                self.expr(&awaited.value);
                self.await_value(AwaitContext::Await);
            }
            Expr::BinOp(operation) => {
                self.expr(&operation.left);
                self.expr(&operation.right);
                self.emit(Op::Binary(binary(operation.op)));
            }
            Expr::UnaryOp(operation) => self.unary(operation),
            Expr::BoolOp(operation) => self.bool_op(operation),
            Expr::Compare(comparison) => self.compare(comparison),
            Expr::If(conditional) => self.conditional(conditional),
            Expr::Named(named) => {
                self.expr(&named.value);
                self.emit(Op::Dup);
                self.store(&named.target);
            }
            Expr::Tuple(tuple) => self.tuple(&tuple.elts),
            Expr::List(list) => self.list(&list.elts),
            Expr::Set(set) => self.set(&set.elts),
            Expr::Dict(dict) => self.dict(&dict.items),
            Expr::Slice(slice) => self.slice(slice),
            Expr::FString(string) => self.fstring(string),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => self.comprehension(expr),
            Expr::Yield(yielded) => self.yield_(yielded),
            Expr::YieldFrom(delegated) => {
                self.expr(&delegated.value);
                self.emit(Op::GetYieldFromIter);
                self.load_none();
                self.emit(Op::YieldFrom);
            }
            _ => self.refuse(expr),
        }
    }

    /// Some builtins of CPython are not there: a program that uses one, and does not define the name itself, is refused.
    fn refuse_builtin(&mut self, name: &ast::ExprName) {
        let Some(reason) = refused::reason("builtins", &name.id) else { return };
        let symbol = Sym::new(&name.id);
        let is_own = self.scope().place(symbol) != Place::Implicit || self.table.get(ScopeId(0)).place(symbol) == Place::Local;
        if !is_own && self.source.user {
            self.report.unsupported(name.range, &format!("{} is not supported", name.id), &refused::sentence(reason));
        }
    }

    /// What no value is made of.
    fn refuse(&mut self, expr: &Expr) {
        let range = expr.range();
        match expr {
            Expr::Starred(_) => self.report.syntax(range, "can't use starred expression here"),
            Expr::TString(_) => self.report.unsupported(range, "template strings are not supported", "Use an f-string."),
            _ => self.report.syntax(range, "invalid syntax"),
        }
        self.load_none();
    }

    /// Strings here are Unicode text, as the parser's are: it puts a replacement character where a program escapes a surrogate.
    pub fn refuse_surrogates(&mut self, range: TextRange, value: &str) {
        let written = self.source.text[range.start().to_usize()..range.end().to_usize()].to_lowercase();
        let meant = ["\u{fffd}", "fffd", "replacement character"].iter().any(|way| written.contains(way));
        if value.contains('\u{fffd}') && !meant {
            self.report.unsupported(range, "lone surrogates are not supported", "Write the character itself.");
        }
    }

    /// `awaitable -> result`
    pub fn await_value(&mut self, context: AwaitContext) {
        self.emit(Op::GetAwaitable(context));
        self.load_none();
        self.emit(Op::YieldFrom);
    }

    fn yield_(&mut self, yielded: &ast::ExprYield) {
        match &yielded.value {
            Some(value) => self.expr(value),
            None => self.load_none(),
        }
        self.yield_value();
    }

    /// `value -> sent`
    pub fn yield_value(&mut self) {
        self.emit(if self.unit.kind == CodeKind::AsyncGenerator { Op::YieldItem } else { Op::Yield });
    }

    /// Index of the name of an attribute.
    pub fn attribute(&mut self, name: &str) -> u32 {
        let name = self.mangle(name);
        self.unit.name(name)
    }

    fn unary(&mut self, operation: &ast::ExprUnaryOp) {
        self.expr(&operation.operand);
        self.emit(match operation.op {
            ast::UnaryOp::Not => Op::Not,
            ast::UnaryOp::Invert => Op::Unary(UnaryOp::Invert),
            ast::UnaryOp::UAdd => Op::Unary(UnaryOp::Positive),
            ast::UnaryOp::USub => Op::Unary(UnaryOp::Negative),
        });
    }

    fn bool_op(&mut self, operation: &ast::ExprBoolOp) {
        let end = self.label();
        let jump: fn(u32) -> Op = if operation.op == BoolOp::And { Op::JumpIfFalseOrPop } else { Op::JumpIfTrueOrPop };
        for (index, value) in operation.values.iter().enumerate() {
            if index > 0 {
                self.jump(jump, end);
            }
            self.expr(value);
        }
        self.place(end);
    }

    /// `a < b < c` is `a < b and b < c`, with `b` evaluated once.
    fn compare(&mut self, comparison: &ast::ExprCompare) {
        let (short, end) = (self.label(), self.label());
        let last = comparison.ops.len() - 1;
        self.expr(&comparison.left);
        for (index, (&op, right)) in comparison.ops.iter().zip(&comparison.comparators).enumerate() {
            self.expr(right);
            if index < last {
                self.emit(Op::Dup);
                self.emit(Op::Rot3);
                self.emit(compare_op(op));
                self.jump(Op::JumpIfFalseOrPop, short);
            } else {
                self.emit(compare_op(op));
            }
        }
        if last > 0 {
            self.jump(Op::Jump, end);
            self.place(short);
            self.emit(Op::Swap);
            self.emit(Op::Pop);
            self.place(end);
        }
    }

    fn conditional(&mut self, conditional: &ast::ExprIf) {
        let (otherwise, end) = (self.label(), self.label());
        self.jump_if(&conditional.test, false, otherwise);
        self.expr(&conditional.body);
        self.jump(Op::Jump, end);
        self.place(otherwise);
        self.expr(&conditional.orelse);
        self.place(end);
    }

    /// Jumps if the truth of `test` is `condition`, else goes on. Leaves nothing on the stack.
    pub fn jump_if(&mut self, test: &Expr, condition: bool, target: Label) {
        match test {
            Expr::UnaryOp(not) if not.op == ast::UnaryOp::Not => self.jump_if(&not.operand, !condition, target),
            Expr::BoolOp(operation) => {
                // Whether the first operand that decides makes the jump, or makes it not happen.
                let decides = operation.op == BoolOp::Or;
                let past = self.label();
                let (last, first) = operation.values.split_last().expect("`and` has operands");
                for value in first {
                    self.jump_if(value, decides, if decides == condition { target } else { past });
                }
                self.jump_if(last, condition, target);
                self.place(past);
            }
            _ if let Some(key) = constant(test) => {
                if key.truth() == condition {
                    self.at(test.range(), |this| this.jump(Op::Jump, target));
                }
            }
            _ => self.jump_if_value(test, condition, target),
        }
    }

    fn jump_if_value(&mut self, test: &Expr, condition: bool, target: Label) {
        let around = self.set_span(span(test.range()));
        match is_none_test(test) {
            Some((operand, negated)) => {
                self.expr(operand);
                self.jump(if negated == condition { Op::PopJumpIfNotNone } else { Op::PopJumpIfNone }, target);
            }
            None => {
                self.expr(test);
                self.jump(if condition { Op::PopJumpIfTrue } else { Op::PopJumpIfFalse }, target);
            }
        }
        self.unit.span = around;
    }

    fn tuple(&mut self, items: &[Expr]) {
        if items.iter().any(Expr::is_starred_expr) {
            self.list(items);
            self.emit(Op::ListToTuple);
        } else {
            items.iter().for_each(|item| self.expr(item));
            self.emit(Op::BuildTuple(items.len() as u32));
        }
    }

    /// A list; items with a star are spread.
    pub fn list(&mut self, items: &[Expr]) {
        self.spread(items, Op::BuildList, Op::ListAppend(1), Op::ListExtend);
    }

    fn set(&mut self, items: &[Expr]) {
        self.spread(items, Op::BuildSet, Op::SetAdd(1), Op::SetUpdate);
    }

    fn spread(&mut self, items: &[Expr], build: fn(u32) -> Op, add: Op, extend: Op) {
        let plain = items.iter().position(Expr::is_starred_expr).unwrap_or(items.len());
        items[..plain].iter().for_each(|item| self.expr(item));
        self.emit(build(plain as u32));
        for item in &items[plain..] {
            match item {
                Expr::Starred(starred) => {
                    self.expr(&starred.value);
                    self.emit(extend);
                }
                item => {
                    self.expr(item);
                    self.emit(add);
                }
            }
        }
    }

    fn dict(&mut self, items: &[DictItem]) {
        let plain = items.iter().position(|item| item.key.is_none()).unwrap_or(items.len());
        for item in &items[..plain] {
            item.key.iter().for_each(|key| self.expr(key));
            self.expr(&item.value);
        }
        self.emit(Op::BuildDict(plain as u32));
        for item in &items[plain..] {
            match &item.key {
                Some(key) => {
                    self.expr(key);
                    self.expr(&item.value);
                    self.emit(Op::DictAdd(1));
                }
                None => {
                    self.expr(&item.value);
                    self.emit(Op::DictUpdate);
                }
            }
        }
    }

    fn slice(&mut self, slice: &ast::ExprSlice) {
        for bound in [&slice.lower, &slice.upper] {
            match bound {
                Some(bound) => self.expr(bound),
                None => self.load_none(),
            }
        }
        slice.step.iter().for_each(|step| self.expr(step));
        self.emit(Op::BuildSlice(2 + u32::from(slice.step.is_some())));
    }

    pub fn load_text(&mut self, range: TextRange) {
        let text = &self.source.text[range.start().to_usize()..range.end().to_usize()];
        self.load_const(Literal::str(text));
    }

    /// What `super()` means: the class of the method and the instance it was called on. `None` where it has no such meaning.
    pub fn implicit_super(&self) -> Option<(Sym, Sym)> {
        let class = Sym::new("__class__");
        let mut scope = self.scope();
        if !scope.free.contains(&class) {
            return None;
        }
        while scope.kind == ScopeKind::Comprehension {
            scope = self.table.get(scope.parent?);
        }
        Some((class, scope.first_parameter?))
    }
}

/// For `x is None`: `x`, and whether it is `is not`.
fn is_none_test(test: &Expr) -> Option<(&Expr, bool)> {
    let Expr::Compare(comparison) = test else { return None };
    match (&*comparison.ops, &*comparison.comparators) {
        ([op @ (CmpOp::Is | CmpOp::IsNot)], [Expr::NoneLiteral(_)]) => Some((&comparison.left, *op == CmpOp::IsNot)),
        _ => None,
    }
}

pub(super) fn binary(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Sub,
        Operator::Mult => BinaryOp::Mul,
        Operator::MatMult => BinaryOp::MatMul,
        Operator::Div => BinaryOp::Div,
        Operator::Mod => BinaryOp::Mod,
        Operator::Pow => BinaryOp::Pow,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}

fn compare_op(op: CmpOp) -> Op {
    match op {
        CmpOp::Eq => Op::Compare(CompareOp::Eq),
        CmpOp::NotEq => Op::Compare(CompareOp::Ne),
        CmpOp::Lt => Op::Compare(CompareOp::Lt),
        CmpOp::LtE => Op::Compare(CompareOp::Le),
        CmpOp::Gt => Op::Compare(CompareOp::Gt),
        CmpOp::GtE => Op::Compare(CompareOp::Ge),
        CmpOp::Is => Op::Is { negated: false },
        CmpOp::IsNot => Op::Is { negated: true },
        CmpOp::In => Op::In { negated: false },
        CmpOp::NotIn => Op::In { negated: true },
    }
}
