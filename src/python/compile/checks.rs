//! What the parser's checks of meaning (`'return' outside function` and the like) ask about the place they are at.

use std::cell::RefCell;

use ruff_python_ast::PythonVersion;
use ruff_python_parser::semantic_errors::{LazyImportContext, SemanticSyntaxContext, SemanticSyntaxError};
use ruff_text_size::TextRange;

use super::scope::{Scope, ScopeId, ScopeKind, SymbolTable, mangle};

/// Where the walk is, as the checks ask for it.
pub(super) struct Context<'a> {
    pub table: SymbolTable,
    pub scope: ScopeId,
    pub text: &'a str,
    pub errors: RefCell<Vec<SemanticSyntaxError>>,
}

impl Context<'_> {
    /// The nearest scope, this one included, that is not a comprehension.
    pub fn around_comprehensions(&self) -> &Scope {
        let mut scope = self.table.get(self.scope);
        while let Some(parent) = scope.parent.filter(|_| scope.kind.is_comprehension()) {
            scope = self.table.get(parent);
        }
        scope
    }
}

impl SemanticSyntaxContext for Context<'_> {
    fn future_annotations_or_stub(&self) -> bool {
        false
    }

    fn lazy_import_context(&self) -> Option<LazyImportContext> {
        None
    }

    fn python_version(&self) -> PythonVersion {
        PythonVersion::PY314
    }

    fn source(&self) -> &str {
        self.text
    }

    fn global(&self, name: &str) -> Option<TextRange> {
        let scope = self.table.get(self.scope);
        if scope.kind.is_comprehension() {
            // Only a walrus makes a name of a comprehension global, and that may come after its use.
            return None;
        }
        scope.symbol(mangle(scope.private.as_deref(), name)).and_then(|symbol| symbol.global)
    }

    /// Only known when all scopes are: [`SymbolTable::resolve`] looks.
    fn has_nonlocal_binding(&self, _name: &str) -> bool {
        true
    }

    fn in_async_context(&self) -> bool {
        self.around_comprehensions().is_async
    }

    fn in_await_allowed_context(&self) -> bool {
        matches!(self.around_comprehensions().kind, ScopeKind::Function | ScopeKind::Lambda)
    }

    fn in_yield_allowed_context(&self) -> bool {
        matches!(self.table.get(self.scope).kind, ScopeKind::Function | ScopeKind::Lambda)
    }

    /// Allowed since Python 3.11.
    fn in_sync_comprehension(&self) -> bool {
        false
    }

    fn in_class_body_comprehension(&self) -> bool {
        self.table.get(self.scope).kind.is_comprehension() && self.around_comprehensions().kind == ScopeKind::Class
    }

    fn in_module_scope(&self) -> bool {
        self.table.get(self.scope).kind == ScopeKind::Module
    }

    fn in_function_scope(&self) -> bool {
        self.table.get(self.scope).kind == ScopeKind::Function
    }

    fn in_generator_context(&self) -> bool {
        self.table.get(self.scope).kind == ScopeKind::Generator
    }

    fn in_notebook(&self) -> bool {
        false
    }

    fn report_semantic_error(&self, error: SemanticSyntaxError) {
        self.errors.borrow_mut().push(error);
    }

    /// The compiler looks itself: it has to find the loop anyway.
    fn in_loop_context(&self) -> bool {
        true
    }

    /// Checked where the declaration is.
    fn is_bound_parameter(&self, _name: &str) -> bool {
        false
    }
}
