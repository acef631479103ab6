//! The state of a compilation: the code objects being built, one inside the other, and what is emitted most.

use std::collections::HashMap;
use std::rc::Rc;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::diagnostics::{Report, span};
use super::scope::{Place, Scope, ScopeId, ScopeKind, SymbolTable, mangle};
use super::unit::{Label, Unit};
use crate::python::bytecode::{
    Body, CellVar, CodeKind, CompiledModule, FunctionParts, GlobalNames, Literal, Op, Source, SourceSpan,
};
use crate::python::symbol::Sym;

/// What is done with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Load,
    Store,
    Delete,
}

pub(super) struct Compiler<'a> {
    pub source: &'a Rc<Source>,
    pub table: &'a SymbolTable,
    pub report: &'a Report<'a>,
    globals: GlobalNames,
    global_index: HashMap<Sym, u32>,
    /// The code being built, and those around it.
    pub unit: Unit<'a>,
    outer: Vec<Unit<'a>>,
    /// `from __future__ import annotations`: annotations are the text they were written as.
    pub annotations_as_text: bool,
    /// How many `finally` bodies are being emitted, one inside the other.
    pub finally_depth: usize,
}

impl<'a> Compiler<'a> {
    pub fn new(source: &'a Rc<Source>, table: &'a SymbolTable, report: &'a Report<'a>) -> Compiler<'a> {
        Compiler {
            source,
            table,
            report,
            globals: GlobalNames::default(),
            global_index: HashMap::new(),
            unit: Unit::new(ScopeId(0), CodeKind::Module, "<module>", "<module>".to_owned()),
            outer: Vec::new(),
            annotations_as_text: false,
            finally_depth: 0,
        }
    }

    /// Has the names of a namespace that is there already in its slots.
    pub fn with_globals(mut self, names: &[Sym]) -> Compiler<'a> {
        for &name in names {
            self.global(name);
        }
        self
    }

    /// The code of an expression: it returns the value.
    pub fn expression(mut self, value: &'a Expr) -> CompiledModule {
        self.unit.span = span(value.range());
        self.expr(value);
        self.emit(Op::Return);
        self.finish()
    }

    pub fn module(mut self, body: &'a [Stmt]) -> CompiledModule {
        self.annotations_as_text = imports_future_annotations(body);
        self.unit.docstring = self.docstring(body);
        if let Some(text) = self.unit.docstring.clone() {
            self.unit.span = body.first().map(|first| span(first.range())).unwrap_or_default();
            self.load_const(Literal::str(&text));
            self.store_name(Sym::new("__doc__"));
        }
        self.body(body);
        self.module_annotations(body);
        self.return_none();
        self.finish()
    }

    /// The docstring of a body, its indentation removed as CPython does since 3.13. The library has none: its own are for its readers,
    /// and would be a tenth of its size.
    pub fn docstring(&self, body: &[Stmt]) -> Option<Rc<str>> {
        let Stmt::Expr(statement) = body.first().filter(|_| self.source.user)? else { return None };
        let Expr::StringLiteral(literal) = &*statement.value else { return None };
        Some(clean_docstring(literal.value.to_str()).into())
    }

    fn finish(self) -> CompiledModule {
        let body = self.unit.finish(self.source);
        CompiledModule { source: self.source.clone(), body, globals: self.globals, warnings: Vec::new(), uses: Vec::new() }
    }

    // The code being built.

    pub fn scope(&self) -> &'a Scope {
        self.table.get(self.unit.scope)
    }

    pub fn find_scope(&self, node: TextRange, kind: ScopeKind) -> ScopeId {
        self.table.find(node, kind).expect("the symbol table has walked the same tree")
    }

    /// The line of a byte offset, as messages show it.
    pub fn line(&self, offset: u32) -> u32 {
        self.source.shown_line(self.source.line(offset)).unwrap_or(self.unit.first_line)
    }

    /// Begins a code object inside the current one.
    pub fn enter(&mut self, scope: ScopeId, kind: CodeKind, name: &str) {
        let mut unit = Unit::new(scope, kind, name, self.qualname(name));
        unit.span = self.unit.span;
        unit.first_line = self.line(unit.span.start);
        self.outer.push(std::mem::replace(&mut self.unit, unit));
    }

    /// Gives the new code its closure. Called when the parameters are known.
    pub fn bind_closure(&mut self) {
        let scope = self.scope();
        let count = self.unit.params.count() as u32;
        for name in scope.names_at(Place::Cell) {
            let parameter = scope.symbol(name).is_some_and(|symbol| symbol.parameter);
            let parameter = parameter.then(|| self.unit.local(name)).filter(|&at| at < count);
            self.unit.cells.push(CellVar { name, parameter });
        }
        if scope.class_cell {
            self.unit.cells.push(CellVar { name: Sym::new("__class__"), parameter: None });
        }
        self.unit.free.clone_from(&scope.free);
    }

    /// Ends what [`Compiler::enter`] began.
    pub fn leave(&mut self) -> Body {
        let outer = self.outer.pop().expect("a code object is left as often as entered");
        std::mem::replace(&mut self.unit, outer).finish(self.source)
    }

    /// Makes a function of a finished body. What `parts` names is on the stack.
    pub fn make_function(&mut self, body: Body, mut parts: u8) {
        if !body.free.is_empty() {
            for &name in &body.free {
                let cell = self.unit.cell(name);
                self.emit(Op::PushCell(cell));
            }
            self.emit(Op::BuildTuple(body.free.len() as u32));
            parts |= FunctionParts::CLOSURE;
        }
        let code = self.unit.body_constant(body);
        self.emit(Op::MakeFunction { parts: FunctionParts(parts), code });
    }

    /// As if list, set and dict comprehensions were no functions of their own, which they are not in CPython since 3.12.
    fn qualname(&self, name: &str) -> String {
        let shows = |unit: &&Unit<'_>| !matches!(self.table.get(unit.scope).kind, ScopeKind::TypeParams | ScopeKind::Comprehension);
        let units = std::iter::once(&self.unit).chain(self.outer.iter().rev());
        let Some(parent) = units.into_iter().find(shows) else { return name.to_owned() };
        let scope = self.table.get(parent.scope);
        match scope.kind {
            ScopeKind::Module => name.to_owned(),
            _ if scope.place(self.mangle(name)) == Place::Global => name.to_owned(),
            ScopeKind::Class | ScopeKind::Generator => format!("{}.{name}", parent.qualname),
            _ => format!("{}.<locals>.{name}", parent.qualname),
        }
    }

    // Emitting.

    pub fn emit(&mut self, op: Op) {
        self.unit.emit(op);
    }

    pub fn jump(&mut self, op: fn(u32) -> Op, label: Label) {
        self.unit.emit(op(label.0));
    }

    pub fn label(&mut self) -> Label {
        self.unit.label()
    }

    pub fn place(&mut self, label: Label) {
        self.unit.place(label);
    }

    /// What `emit` does comes from `range`.
    pub fn at(&mut self, range: TextRange, emit: impl FnOnce(&mut Self)) {
        let around = self.set_span(span(range));
        emit(self);
        self.unit.span = around;
    }

    pub fn set_span(&mut self, span: SourceSpan) -> SourceSpan {
        std::mem::replace(&mut self.unit.span, span)
    }

    pub fn load_const(&mut self, key: Literal) {
        let index = self.unit.constant(key);
        self.emit(Op::Const(index));
    }

    pub fn load_none(&mut self) {
        self.load_const(Literal::None);
    }

    pub fn return_none(&mut self) {
        self.load_none();
        self.emit(Op::Return);
    }

    // Names.

    pub fn mangle(&self, name: &str) -> Sym {
        mangle(self.scope().private.as_deref(), name)
    }

    pub fn global(&mut self, name: Sym) -> u32 {
        let globals = &mut self.globals;
        *self.global_index.entry(name).or_insert_with(|| globals.push(name))
    }

    pub fn load_name(&mut self, name: Sym) {
        self.access(name, Access::Load);
    }

    pub fn store_name(&mut self, name: Sym) {
        self.access(name, Access::Store);
    }

    pub fn access(&mut self, name: Sym, access: Access) {
        let scope = self.scope();
        let in_class = scope.kind == ScopeKind::Class;
        let op = match scope.place(name) {
            Place::Cell => cell_op(self.unit.cell(name), access),
            Place::Free if in_class && access == Access::Load => {
                Op::LoadClassCell { name: self.unit.name(name), cell: self.unit.cell(name) as u16 }
            }
            Place::Free => cell_op(self.unit.cell(name), access),
            Place::ClassAttribute => return self.load_class_attribute(name),
            Place::Local | Place::Implicit if in_class => match (access, self.unit.name(name)) {
                (Access::Load, name) => Op::LoadName(name),
                (Access::Store, name) => Op::StoreName(name),
                (Access::Delete, name) => Op::DeleteName(name),
            },
            Place::Local if scope.kind != ScopeKind::Module => match (access, self.unit.local(name)) {
                (Access::Load, local) => Op::LoadLocal(local),
                (Access::Store, local) => Op::StoreLocal(local),
                (Access::Delete, local) => Op::DeleteLocal(local),
            },
            Place::Local | Place::Global | Place::Implicit => match (access, self.global(name)) {
                (Access::Load, slot) => Op::LoadGlobal(slot),
                (Access::Store, slot) => Op::StoreGlobal(slot),
                (Access::Delete, slot) => Op::DeleteGlobal(slot),
            },
        };
        self.emit(op);
    }

    /// The annotations of a class see its body. They run after it, so they find its names in the class.
    fn load_class_attribute(&mut self, name: Sym) {
        let cell = self.unit.cell(Sym::new("__class__"));
        self.emit(Op::LoadCell(cell));
        let name = self.unit.name(name);
        self.emit(Op::LoadAttr(name));
    }

    /// A variable of the compiler's own, which no program can name.
    pub fn hidden_local(&mut self, number: usize) -> u32 {
        self.unit.local(Sym::new(&format!(".{}", number + 1)))
    }
}

fn cell_op(cell: u32, access: Access) -> Op {
    match access {
        Access::Load => Op::LoadCell(cell),
        Access::Store => Op::StoreCell(cell),
        Access::Delete => Op::DeleteCell(cell),
    }
}

fn imports_future_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| {
        matches!(stmt, Stmt::ImportFrom(import)
            if import.module.as_deref() == Some("__future__") && import.names.iter().any(|alias| &alias.name == "annotations"))
    })
}

/// `_PyCompile_CleanDoc`: takes the common indentation of all lines but the first off them, and that of the first off it.
fn clean_docstring(text: &str) -> String {
    let text = text.trim_start_matches(' ');
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = text.split('\n').skip(1).filter(|line| !line.trim_start_matches(' ').is_empty()).map(indent).min().unwrap_or(0);
    let mut lines = text.split('\n');
    let mut clean = lines.next().unwrap_or("").to_owned();
    for line in lines {
        clean.push('\n');
        clean.push_str(line.get(margin.min(indent(line))..).unwrap_or(""));
    }
    clean
}
