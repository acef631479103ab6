//! What a program wants of the library: the modules and names that it imports, and the attributes of modules that it names. Whether they
//! are there is for others to say.

use std::collections::HashMap;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, ExceptHandler, Expr, ExprContext, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::diagnostics::span;
use crate::python::bytecode::{LibraryUse, UseKind};

/// The uses in the order of the source. Those that the program is ready to do without are left out: imports in a `try` that catches
/// ImportError, and under `if TYPE_CHECKING`.
pub(super) fn uses(body: &[Stmt]) -> Vec<LibraryUse> {
    let mut names = Names::default();
    names.visit_body(body);
    let mut finder = Finder { modules: names.modules, optional: false, found: Vec::new() };
    finder.visit_body(body);
    finder.found.sort_by_key(|found| found.span.start);
    finder.found
}

/// Names that stand for one module wherever they are bound.
#[derive(Default)]
struct Names {
    /// `None` for names that are bound to something else, too.
    modules: HashMap<String, Option<String>>,
}

impl Names {
    fn bind(&mut self, name: &str, module: Option<&str>) {
        let known = self.modules.entry(name.to_owned()).or_insert_with(|| module.map(str::to_owned));
        if known.as_deref() != module {
            *known = None;
        }
    }
}

impl<'a> Visitor<'a> for Names {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    let top = alias.name.split('.').next().unwrap_or(&alias.name);
                    match &alias.asname {
                        Some(name) => self.bind(name, Some(&alias.name)),
                        None => self.bind(top, Some(top)),
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    let module = import.module.as_ref().map(|module| format!("{module}.{}", alias.name));
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name), module.as_deref());
                }
            }
            Stmt::FunctionDef(function) => self.bind(&function.name, None),
            Stmt::ClassDef(class) => self.bind(&class.name, None),
            _ => {}
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr
            && name.ctx != ExprContext::Load
        {
            self.bind(&name.id, None);
        }
        visitor::walk_expr(self, expr);
    }

    fn visit_parameter(&mut self, parameter: &'a ast::Parameter) {
        self.bind(&parameter.name, None);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(clause) = handler;
        if let Some(name) = &clause.name {
            self.bind(name, None);
        }
        visitor::walk_except_handler(self, handler);
    }
}

struct Finder {
    modules: HashMap<String, Option<String>>,
    /// What is used here may be missing.
    optional: bool,
    found: Vec<LibraryUse>,
}

impl Finder {
    fn add(&mut self, range: TextRange, module: &str, name: Option<&str>, kind: UseKind) {
        if !self.optional {
            self.found.push(LibraryUse { span: span(range), module: module.to_owned(), name: name.map(str::to_owned), kind });
        }
    }

    fn within(&mut self, optional: bool, visit: impl FnOnce(&mut Self)) {
        let around = self.optional;
        self.optional |= optional;
        visit(self);
        self.optional = around;
    }

    /// The dotted name that an expression is, if its first part is a module.
    fn dotted(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => self.modules.get(name.id.as_str())?.clone(),
            Expr::Attribute(attribute) => Some(format!("{}.{}", self.dotted(&attribute.value)?, attribute.attr)),
            _ => None,
        }
    }
}

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.add(alias.name.range, &alias.name, None, UseKind::Import);
                }
            }
            Stmt::ImportFrom(ast::StmtImportFrom { module: Some(module), names, level: 0, .. }) if module != "__future__" => {
                self.add(module.range, module, None, UseKind::Import);
                for alias in names.iter().filter(|alias| &alias.name != "*") {
                    self.add(alias.name.range, module, Some(&alias.name), UseKind::Import);
                }
            }
            Stmt::Try(statement) if statement.handlers.iter().any(catches_import_error) => {
                self.within(true, |this| this.visit_body(&statement.body));
                statement.handlers.iter().for_each(|handler| self.visit_except_handler(handler));
                self.visit_body(&statement.orelse);
                self.visit_body(&statement.finalbody);
            }
            Stmt::With(statement) if statement.items.iter().any(|item| suppresses(&item.context_expr)) => {
                self.within(true, |this| this.visit_body(&statement.body));
            }
            Stmt::If(statement) if last_name(&statement.test) == Some("TYPE_CHECKING") => {
                self.within(true, |this| this.visit_body(&statement.body));
                statement.elif_else_clauses.iter().for_each(|clause| self.visit_elif_else_clause(clause));
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Attribute(attribute) = expr
            && let Some(module) = self.dotted(&attribute.value)
        {
            self.add(expr.range(), &module, Some(&attribute.attr), UseKind::Attribute);
        }
        visitor::walk_expr(self, expr);
    }
}

/// Exceptions whose handler takes the failure of an import.
const CATCHING: &[&str] = &["ImportError", "ModuleNotFoundError", "Exception", "BaseException"];

fn catches_import_error(handler: &ExceptHandler) -> bool {
    let ExceptHandler::ExceptHandler(clause) = handler;
    let catches = |class: &Expr| last_name(class).is_some_and(|name| CATCHING.contains(&name));
    match clause.type_.as_deref() {
        None => true,
        Some(Expr::Tuple(classes)) => classes.elts.iter().any(catches),
        Some(class) => catches(class),
    }
}

/// `contextlib.suppress(ImportError)`
fn suppresses(expr: &Expr) -> bool {
    let Expr::Call(call) = expr else { return false };
    last_name(&call.func) == Some("suppress")
        && call.arguments.args.iter().any(|class| last_name(class).is_some_and(|name| CATCHING.contains(&name)))
}

/// The last part of a dotted name.
fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}
