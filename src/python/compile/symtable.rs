//! Walks the syntax tree once, to find what each scope does with its names, and to let the parser's semantic checks run.

use std::cell::RefCell;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Comprehension, ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt, TypeParam};
use ruff_python_parser::semantic_errors::SemanticSyntaxChecker;
use ruff_text_size::{Ranged, TextRange};

use super::checks::Context;
use super::diagnostics::Report;
use super::scope::{ScopeId, ScopeKind, Symbol, SymbolTable, mangle};
use super::semantic;
use crate::python::symbol::Sym;

/// The symbol table of a module.
pub(super) fn build(body: &[Stmt], text: &str, report: &Report<'_>) -> SymbolTable {
    let mut table = SymbolTable::default();
    let module = table.add(ScopeKind::Module, TextRange::default(), None, None);
    let context = Context { table, scope: module, text, errors: RefCell::default() };
    let mut builder = Builder { context, checker: SemanticSyntaxChecker::new(), report };
    builder.visit_body(body);
    for error in builder.context.errors.take() {
        report.push(semantic::diagnostic(report.source, &error));
    }
    for unbound in builder.context.table.resolve() {
        report.syntax(unbound.range, format!("no binding for nonlocal '{}' found", unbound.name));
    }
    builder.context.table
}

struct Builder<'a> {
    context: Context<'a>,
    checker: SemanticSyntaxChecker,
    report: &'a Report<'a>,
}

impl Builder<'_> {
    fn enter(&mut self, kind: ScopeKind, node: TextRange, private: Option<String>) -> ScopeId {
        let outer = self.context.scope;
        let private = private.or_else(|| self.context.table.get(outer).private.clone());
        self.context.scope = self.context.table.add(kind, node, Some(outer), private);
        outer
    }

    fn leave(&mut self, outer: ScopeId) {
        self.context.scope = outer;
    }

    fn kind(&self) -> ScopeKind {
        self.context.table.get(self.context.scope).kind
    }

    fn mangled(&self, name: &str) -> Sym {
        mangle(self.context.table.get(self.context.scope).private.as_deref(), name)
    }

    fn symbol(&mut self, name: &str) -> &mut Symbol {
        let name = self.mangled(name);
        self.context.table.get_mut(self.context.scope).symbol_mut(name)
    }

    fn bind(&mut self, name: &str) {
        self.symbol(name).bound = true;
    }

    fn use_name(&mut self, name: &str) {
        self.symbol(name).used = true;
        if name == "super" && !matches!(self.kind(), ScopeKind::Module | ScopeKind::Class) {
            self.symbol("__class__").used = true;
            if self.kind() == ScopeKind::Comprehension
                && let Some(parameter) = self.context.around_comprehensions().first_parameter
            {
                self.context.table.get_mut(self.context.scope).symbol_mut(parameter).used = true;
            }
        }
    }

    fn type_params(&mut self, params: Option<&ast::TypeParams>, node: TextRange) -> ScopeId {
        let outer = self.context.scope;
        if let Some(params) = params {
            self.enter(ScopeKind::TypeParams, node, None);
            for param in &params.type_params {
                self.bind(match param {
                    TypeParam::TypeVar(param) => &param.name,
                    TypeParam::TypeVarTuple(param) => &param.name,
                    TypeParam::ParamSpec(param) => &param.name,
                });
            }
            let scope = self.context.scope;
            for part in params.type_params.iter().flat_map(super::functions::type_param_parts).flatten() {
                self.enter(ScopeKind::Annotations, part.range(), None);
                self.visit_expr(match part {
                    Expr::Starred(starred) => &starred.value,
                    part => part,
                });
                self.leave(scope);
            }
        }
        outer
    }

    fn parameters(&mut self, parameters: &Parameters) {
        if let Some(first) = parameters.posonlyargs.iter().chain(&parameters.args).next() {
            let name = self.mangled(first.name());
            self.context.table.get_mut(self.context.scope).first_parameter = Some(name);
        }
        for parameter in parameters {
            let name = parameter.name().as_str();
            let symbol = self.symbol(name);
            symbol.bound = true;
            symbol.parameter = true;
        }
    }

    fn defaults(&mut self, parameters: &Parameters) {
        for parameter in parameters {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        self.bind(&function.name);
        function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        self.defaults(&function.parameters);
        let outer = self.type_params(function.type_params.as_deref(), function.range);
        let annotations: Vec<&Expr> =
            function.parameters.iter().filter_map(|parameter| parameter.annotation()).chain(function.returns.as_deref()).collect();
        if !annotations.is_empty() {
            let around = self.enter(ScopeKind::Annotations, function.range, None);
            annotations.into_iter().for_each(|annotation| self.visit_expr(annotation));
            self.leave(around);
        }
        self.enter(ScopeKind::Function, function.range, None);
        self.context.table.get_mut(self.context.scope).is_async = function.is_async;
        self.parameters(&function.parameters);
        self.visit_body(&function.body);
        self.leave(outer);
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        self.bind(&class.name);
        class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        let outer = self.type_params(class.type_params.as_deref(), class.range);
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        self.enter(ScopeKind::Class, class.range, Some(class.name.to_string()));
        self.visit_body(&class.body);
        self.leave(outer);
    }

    /// `x: int = 1`. Annotations of locals are never evaluated, those of a class or module only when asked for.
    fn annotated(&mut self, statement: &ast::StmtAnnAssign) {
        match &*statement.target {
            Expr::Name(name) if statement.simple => {
                let symbol = self.symbol(&name.id);
                symbol.bound = true;
                symbol.annotated = true;
                self.annotation(&statement.annotation);
            }
            // `(x): int` says nothing of `x`.
            Expr::Name(_) if statement.value.is_none() => {}
            target => self.visit_expr(target),
        }
        if let Some(value) = &statement.value {
            self.visit_expr(value);
        }
    }

    fn annotation(&mut self, annotation: &Expr) {
        let scope = self.context.scope;
        if !matches!(self.kind(), ScopeKind::Class | ScopeKind::Module) {
            return;
        }
        let node = annotations_node(scope);
        match self.context.table.find(node, ScopeKind::Annotations) {
            Some(existing) => self.context.scope = existing,
            None => {
                self.enter(ScopeKind::Annotations, node, None);
            }
        }
        self.visit_expr(annotation);
        self.leave(scope);
    }

    fn declare(&mut self, names: &[ast::Identifier], range: TextRange, global: bool) {
        let word = if global { "global" } else { "nonlocal" };
        for name in names {
            let symbol = self.symbol(name);
            let problem = if symbol.parameter {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if symbol.annotated {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if symbol.bound {
                Some(format!("name '{name}' is assigned to before {word} declaration"))
            } else if symbol.used {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else {
                None
            };
            if global {
                symbol.global = Some(range);
            } else {
                symbol.nonlocal = Some(range);
            }
            let both = symbol.global.zip(symbol.nonlocal);
            if let Some((global, nonlocal)) = both {
                let first = if global.start() < nonlocal.start() { global } else { nonlocal };
                symbol.nonlocal = None;
                self.report.syntax(first, format!("name '{name}' is nonlocal and global"));
            } else if let Some(problem) = problem {
                self.report.syntax(range, problem);
            } else if global && self.kind() != ScopeKind::Module {
                let name = self.mangled(name);
                self.context.table.get_mut(ScopeId(0)).symbol_mut(name).bound = true;
            }
        }
    }

    /// The element of a comprehension is visited last, as it is evaluated.
    fn comprehension(&mut self, node: TextRange, kind: ScopeKind, elements: &[&Expr], generators: &[Comprehension]) {
        let Some(first) = generators.first() else { return };
        self.visit_expr(&first.iter);
        let outer = self.enter(kind, node, None);
        for (index, generator) in generators.iter().enumerate() {
            if index > 0 {
                self.visit_expr(&generator.iter);
            }
            self.visit_expr(&generator.target);
            generator.ifs.iter().for_each(|condition| self.visit_expr(condition));
            self.context.table.get_mut(self.context.scope).has_await |= generator.is_async;
        }
        elements.iter().for_each(|element| self.visit_expr(element));
        let awaits = self.context.table.get(self.context.scope).has_await && kind == ScopeKind::Comprehension;
        self.leave(outer);
        self.context.table.get_mut(outer).has_await |= awaits;
    }

    /// `name := value` in a comprehension binds in the function around it.
    fn walrus(&mut self, name: &ast::ExprName) {
        let inner = self.context.scope;
        let mut scope = inner;
        let mut crossed = Vec::new();
        while self.context.table.get(scope).kind.is_comprehension() {
            crossed.push(scope);
            scope = self.context.table.get(scope).parent.unwrap_or(ScopeId(0));
        }
        let mangled = self.mangled(&name.id);
        let at_module = self.context.table.get(scope).kind == ScopeKind::Module;
        let declared = self.context.table.get(scope).symbol(mangled).and_then(|symbol| symbol.global);
        self.context.table.get_mut(scope).symbol_mut(mangled).bound = true;
        for scope in crossed {
            let symbol = self.context.table.get_mut(scope).symbol_mut(mangled);
            if at_module || declared.is_some() {
                symbol.global = Some(name.range);
            } else {
                symbol.nonlocal = Some(name.range);
            }
        }
    }
}

/// The key of the scope of a class's or module's annotations: no piece of source is that scope, so its number stands for one.
pub(super) fn annotations_node(scope: ScopeId) -> TextRange {
    TextRange::empty(scope.0.into())
}

impl<'a> Visitor<'a> for Builder<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let before = self.context.errors.borrow().len();
        self.checker.visit_stmt(stmt, &self.context);
        for error in self.context.errors.borrow_mut().iter_mut().skip(before) {
            semantic::widen_in(error, stmt);
        }
        match stmt {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::AnnAssign(statement) => self.annotated(statement),
            Stmt::Global(statement) => self.declare(&statement.names, statement.range, true),
            Stmt::Nonlocal(statement) => self.declare(&statement.names, statement.range, false),
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.bind(name.split('.').next().unwrap_or(name));
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in import.names.iter().filter(|alias| &alias.name != "*") {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::AugAssign(statement) => {
                if let Expr::Name(name) = &*statement.target {
                    self.use_name(&name.id);
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::TypeAlias(alias) => {
                self.visit_expr(&alias.name);
                let outer = self.type_params(alias.type_params.as_deref(), alias.range);
                self.enter(ScopeKind::Annotations, alias.range, None);
                self.visit_expr(&alias.value);
                self.leave(outer);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        let before = self.context.errors.borrow().len();
        self.checker.visit_expr(expr, &self.context);
        for error in self.context.errors.borrow_mut().iter_mut().skip(before) {
            semantic::widen(error, expr);
        }
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.use_name(&name.id),
            Expr::Name(name) => self.bind(&name.id),
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                let outer = self.enter(ScopeKind::Lambda, lambda.range, None);
                if let Some(parameters) = &lambda.parameters {
                    self.parameters(parameters);
                }
                self.visit_expr(&lambda.body);
                self.leave(outer);
            }
            Expr::ListComp(comp) => self.comprehension(comp.range, ScopeKind::Comprehension, &[&comp.elt], &comp.generators),
            Expr::SetComp(comp) => self.comprehension(comp.range, ScopeKind::Comprehension, &[&comp.elt], &comp.generators),
            Expr::DictComp(comp) => {
                let elements: Vec<&Expr> = comp.key.as_deref().into_iter().chain([&*comp.value]).collect();
                self.comprehension(comp.range, ScopeKind::Comprehension, &elements, &comp.generators);
            }
            Expr::Generator(comp) => self.comprehension(comp.range, ScopeKind::Generator, &[&comp.elt], &comp.generators),
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                if let Expr::Name(name) = &*named.target {
                    self.walrus(name);
                }
            }
            _ => {
                let scope = self.context.table.get_mut(self.context.scope);
                scope.has_yield |= matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_));
                scope.has_await |= expr.is_await_expr();
                visitor::walk_expr(self, expr);
            }
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(clause) = handler;
        if let Some(name) = &clause.name {
            self.bind(name);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name);
        }
        visitor::walk_pattern(self, pattern);
    }
}
