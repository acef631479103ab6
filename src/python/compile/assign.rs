//! Assignment to every kind of target, and `del`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::compiler::{Access, Compiler};
use super::diagnostics::span;
use super::expr::binary;
use crate::python::bytecode::Op;
use crate::python::symbol::Sym;

impl Compiler<'_> {
    pub fn assign(&mut self, statement: &ast::StmtAssign) {
        self.expr(&statement.value);
        for (index, target) in statement.targets.iter().enumerate() {
            if index + 1 < statement.targets.len() {
                self.emit(Op::Dup);
            }
            self.store(target);
        }
    }

    /// `value ->`
    pub fn store(&mut self, target: &Expr) {
        let around = self.set_span(span(target.range()));
        match target {
            Expr::Name(name) => self.store_name(self.mangle(&name.id)),
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value);
                let name = self.attribute(&attribute.attr);
                self.emit(Op::StoreAttr(name));
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value);
                self.expr(&subscript.slice);
                self.emit(Op::StoreItem);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts),
            Expr::List(list) => self.unpack(&list.elts),
            other => self.refuse_target(other, "assign to"),
        }
        self.unit.span = around;
    }

    fn unpack(&mut self, targets: &[Expr]) {
        match targets.iter().position(Expr::is_starred_expr) {
            Some(before) => {
                let after = targets.len() - before - 1;
                if before > 255 || after > usize::from(u16::MAX) {
                    self.report.syntax(targets[before].range(), "too many expressions in star-unpacking assignment");
                }
                self.emit(Op::UnpackStarred { before: before as u16, after: after as u16 });
            }
            None => self.emit(Op::UnpackSequence(targets.len() as u32)),
        }
        for target in targets {
            match target {
                Expr::Starred(starred) => self.store(&starred.value),
                target => self.store(target),
            }
        }
    }

    fn refuse_target(&mut self, target: &Expr, what: &str) {
        self.report.syntax(target.range(), format!("cannot {what} this expression"));
        self.emit(Op::Pop);
    }

    /// The target is evaluated once, before the value.
    pub fn augmented_assign(&mut self, statement: &ast::StmtAugAssign) {
        let op = Op::InPlace(binary(statement.op));
        let target = statement.target.range();
        match &*statement.target {
            Expr::Name(name) => {
                let name = self.mangle(&name.id);
                self.at(target, |this| this.load_name(name));
                self.expr(&statement.value);
                self.emit(op);
                self.at(target, |this| this.store_name(name));
            }
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value);
                let name = self.attribute(&attribute.attr);
                self.at(target, |this| {
                    this.emit(Op::Dup);
                    this.emit(Op::LoadAttr(name));
                });
                self.expr(&statement.value);
                self.emit(op);
                self.at(target, |this| {
                    this.emit(Op::Swap);
                    this.emit(Op::StoreAttr(name));
                });
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value);
                self.expr(&subscript.slice);
                self.at(target, |this| {
                    this.emit(Op::Dup2);
                    this.emit(Op::LoadItem);
                });
                self.expr(&statement.value);
                self.emit(op);
                self.at(target, |this| {
                    this.emit(Op::Rot3);
                    this.emit(Op::StoreItem);
                });
            }
            other => self.report.syntax(other.range(), "this expression is an illegal expression for augmented assignment"),
        }
    }

    /// Only a name's annotation is kept, and that elsewhere; other targets are evaluated as far as they can be.
    pub fn annotated_assign(&mut self, statement: &ast::StmtAnnAssign) {
        if let Some(value) = &statement.value {
            self.expr(value);
            self.store(&statement.target);
            return;
        }
        match &*statement.target {
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value);
                self.emit(Op::Pop);
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value);
                self.emit(Op::Pop);
                self.expr(&subscript.slice);
                self.emit(Op::Pop);
            }
            _ => {}
        }
    }

    pub fn delete(&mut self, target: &Expr) {
        let around = self.set_span(span(target.range()));
        match target {
            Expr::Name(name) => self.access(self.mangle(&name.id), Access::Delete),
            Expr::Attribute(attribute) => {
                self.expr(&attribute.value);
                let name = self.attribute(&attribute.attr);
                self.emit(Op::DeleteAttr(name));
            }
            Expr::Subscript(subscript) => {
                self.expr(&subscript.value);
                self.expr(&subscript.slice);
                self.emit(Op::DeleteItem);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|target| self.delete(target)),
            Expr::List(list) => list.elts.iter().for_each(|target| self.delete(target)),
            other => self.report.syntax(other.range(), "cannot delete this expression"),
        }
        self.unit.span = around;
    }

    /// What CPython does with the name of an exception when its handler ends: first set, so that `del` cannot fail.
    pub fn forget(&mut self, name: Option<Sym>) {
        if let Some(name) = name {
            self.load_none();
            self.store_name(name);
            self.access(name, Access::Delete);
        }
    }
}
