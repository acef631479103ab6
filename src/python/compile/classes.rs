//! Classes, and the annotations of classes and modules.

use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::compiler::Compiler;
use super::diagnostics::span;
use super::functions::Annotation;
use super::scope::ScopeKind;
use super::symtable::annotations_node;
use crate::python::bytecode::{CodeKind, Literal, Op};
use crate::python::symbol::Sym;

impl<'a> Compiler<'a> {
    pub fn class(&mut self, class: &'a ast::StmtClassDef) {
        self.decorators(&class.decorator_list);
        self.at(self.without_decorators(class), |this| match &class.type_params {
            Some(type_params) => {
                this.with_type_params(
                    class.range,
                    type_params,
                    |_| (),
                    |this, ()| {
                        this.class_object(class);
                        this.bind_type_params_attribute(type_params);
                    },
                );
                this.emit(Op::Call(0));
            }
            None => this.class_object(class),
        });
        self.apply_decorators(&class.decorator_list);
        let name = self.mangle(&class.name);
        self.at(class.name.range(), |this| this.store_name(name));
    }

    /// The statement from its `class` on.
    fn without_decorators(&self, class: &ast::StmtClassDef) -> TextRange {
        let before = &self.source.text[..class.name.start().to_usize()];
        let keyword = before.rfind("class").map_or(class.range.start(), |at| TextSize::new(at as u32));
        TextRange::new(keyword, class.range.end())
    }

    fn class_object(&mut self, class: &'a ast::StmtClassDef) {
        self.class_body(class);
        self.load_const(Literal::str(&class.name));
        let generic = class.type_params.as_deref();
        let (bases, keywords) =
            class.arguments.as_deref().map_or((&[][..], &[][..]), |arguments| (&arguments.args[..], &arguments.keywords[..]));
        if bases.iter().any(Expr::is_starred_expr) {
            self.list(bases);
            if let Some(type_params) = generic {
                self.generic_base(type_params);
                self.emit(Op::ListAppend(1));
            }
            self.emit(Op::ListToTuple);
        } else {
            bases.iter().for_each(|base| self.expr(base));
            if let Some(type_params) = generic {
                self.generic_base(type_params);
            }
            self.emit(Op::BuildTuple(bases.len() as u32 + u32::from(generic.is_some())));
        }
        if keywords.is_empty() {
            self.load_none();
        } else {
            self.keyword_dict(keywords, Op::DictUpdate);
        }
        self.emit(Op::BuildClass);
    }

    /// Pushes `typing.Generic[T, ...]`, the last base of a class with type parameters.
    fn generic_base(&mut self, type_params: &ast::TypeParams) {
        self.load_typing("Generic");
        self.type_params_tuple(type_params);
        self.emit(Op::LoadItem);
    }

    /// Pushes the function that is the body. It returns the cell that the methods find the class in, if they need it.
    fn class_body(&mut self, class: &'a ast::StmtClassDef) {
        let scope = self.find_scope(class.range, ScopeKind::Class);
        self.enter(scope, CodeKind::Class, &class.name);
        self.unit.first_line = self.line(span(class.range).start);
        self.bind_closure();
        self.load_name(Sym::new("__name__"));
        self.store_name(Sym::new("__module__"));
        let qualname = self.unit.qualname.clone();
        self.load_const(Literal::str(&qualname));
        self.store_name(Sym::new("__qualname__"));
        self.unit.docstring = self.docstring(&class.body);
        if let Some(text) = self.unit.docstring.clone() {
            self.load_const(Literal::str(&text));
            self.store_name(Sym::new("__doc__"));
        }
        self.body(&class.body);
        self.annotations(&class.body);
        if self.scope().class_cell {
            let cell = self.unit.cell(Sym::new("__class__"));
            self.emit(Op::PushCell(cell));
            self.emit(Op::Return);
        } else {
            self.return_none();
        }
        let code = self.leave();
        self.make_function(code, 0);
    }

    pub fn module_annotations(&mut self, body: &'a [Stmt]) {
        self.annotations(body);
    }

    /// Stores the function that evaluates the annotations of a body, if it has any.
    fn annotations(&mut self, body: &'a [Stmt]) {
        let mut found = Annotated(Vec::new());
        found.visit_body(body);
        if found.0.is_empty() {
            return;
        }
        let annotations: Vec<Annotation<'_>> =
            found.0.into_iter().map(|(name, annotation)| (self.mangle(name), annotation)).collect();
        let node = annotations_node(self.unit.scope);
        let range = annotations[0].1.range();
        let name = if self.unit.kind == CodeKind::Class { "__annotate_func__" } else { "__annotate__" };
        self.at(range, |this| {
            this.annotate_function(node, &annotations);
            this.store_name(Sym::new(name));
        });
    }
}

/// The annotated names of a body, not those of functions and classes in it.
struct Annotated<'a>(Vec<(&'a str, &'a Expr)>);

impl<'a> StatementVisitor<'a> for Annotated<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::AnnAssign(statement) => {
                if let Expr::Name(name) = &*statement.target
                    && statement.simple
                {
                    self.0.push((&name.id, &statement.annotation));
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }
}
