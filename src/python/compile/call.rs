//! Calls.

use ruff_python_ast::{self as ast, Expr, Keyword};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::compiler::Compiler;
use super::scope::Place;
use crate::python::bytecode::{Literal, Op};

impl Compiler<'_> {
    pub fn call(&mut self, call: &ast::ExprCall) {
        let arguments = &call.arguments;
        let unpacks = unpacks(arguments);
        match &*call.func {
            Expr::Name(name) if &name.id == "super" && arguments.is_empty() && self.is_builtin_super() => {
                self.zero_argument_super(call)
            }
            Expr::Attribute(attribute) if !unpacks => {
                self.expr(&attribute.value);
                let name = self.attribute(&attribute.attr);
                let place = self.place_of_attribute(attribute, attribute.range());
                self.at(place, |this| this.emit(Op::LoadMethod(name)));
                let place = self.place_of_attribute(attribute, call.range());
                self.at(place, |this| this.plain_arguments(arguments, Op::CallMethod, Op::CallMethodKw));
            }
            func => {
                self.expr(func);
                if unpacks {
                    self.unpacked_arguments(arguments);
                } else {
                    self.plain_arguments(arguments, Op::Call, Op::CallKw);
                }
            }
        }
    }

    /// What is marked where an attribute is looked up or called, `whole` being all of it: of a chain over several lines only the name, so
    /// that the line is the right one (`update_start_location_to_match_attr`, Python/codegen.c).
    pub fn place_of_attribute(&self, attribute: &ast::ExprAttribute, whole: TextRange) -> TextRange {
        let line = |at: TextSize| self.source.line(at.to_u32());
        let name = attribute.attr.range();
        match line(whole.start()) == line(name.end()) {
            true => whole,
            false => TextRange::new(name.start(), whole.end()),
        }
    }

    fn is_builtin_super(&self) -> bool {
        self.scope().place(self.mangle("super")) == Place::Implicit
    }

    fn zero_argument_super(&mut self, call: &ast::ExprCall) {
        self.expr(&call.func);
        match self.implicit_super() {
            Some((class, instance)) => {
                self.load_name(class);
                self.load_name(instance);
                self.emit(Op::Call(2));
            }
            None => self.emit(Op::Call(0)),
        }
    }

    fn plain_arguments(&mut self, arguments: &ast::Arguments, call: fn(u32) -> Op, call_kw: fn(u32) -> Op) {
        arguments.args.iter().for_each(|argument| self.expr(argument));
        let names = self.keyword_arguments(&arguments.keywords);
        let count = (arguments.args.len() + names.len()) as u32;
        if names.is_empty() {
            self.emit(call(count));
        } else {
            self.load_const(Literal::Tuple(names));
            self.emit(call_kw(count));
        }
    }

    /// Pushes the values, gives the names.
    fn keyword_arguments(&mut self, keywords: &[Keyword]) -> Vec<Literal> {
        let mut names = Vec::new();
        for keyword in keywords {
            if let Some(name) = &keyword.arg {
                self.expr(&keyword.value);
                names.push(Literal::Name(self.mangle(name)));
            }
        }
        names
    }

    /// `f(*args, **kwargs)`, after the callable.
    fn unpacked_arguments(&mut self, arguments: &ast::Arguments) {
        self.list(&arguments.args);
        let kwargs = !arguments.keywords.is_empty();
        if kwargs {
            self.keyword_dict(&arguments.keywords, Op::DictMerge);
        }
        self.emit(Op::CallUnpacked { kwargs });
    }

    /// A dict of keyword arguments; `merge` adds a mapping to it.
    pub fn keyword_dict(&mut self, keywords: &[Keyword], merge: Op) {
        let mut rest = self.plain_keywords(keywords);
        while let Some((keyword, after)) = rest.split_first() {
            if keyword.arg.is_none() {
                self.expr(&keyword.value);
                rest = after;
            } else {
                rest = self.plain_keywords(rest);
            }
            self.emit(merge);
        }
    }

    /// A dict of the keyword arguments up to the first `**`. Gives those after.
    fn plain_keywords<'k>(&mut self, keywords: &'k [Keyword]) -> &'k [Keyword] {
        let plain = keywords.iter().position(|keyword| keyword.arg.is_none()).unwrap_or(keywords.len());
        for keyword in &keywords[..plain] {
            if let Some(name) = &keyword.arg {
                self.load_const(Literal::Name(self.mangle(name)));
                self.expr(&keyword.value);
            }
        }
        self.emit(Op::BuildDict(plain as u32));
        &keywords[plain..]
    }
}

fn unpacks(arguments: &ast::Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr) || arguments.keywords.iter().any(|keyword| keyword.arg.is_none())
}
