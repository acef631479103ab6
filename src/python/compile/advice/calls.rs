//! Finding functions, calls and names in a tree.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, ExprContext, ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::TextRange;

/// All functions of a module, nested ones and methods too, in the order of the text.
pub(super) fn functions(module: &ModModule) -> Vec<&StmtFunctionDef> {
    #[derive(Default)]
    struct Finder<'a>(Vec<&'a StmtFunctionDef>);
    impl<'a> Visitor<'a> for Finder<'a> {
        fn visit_stmt(&mut self, statement: &'a Stmt) {
            if let Stmt::FunctionDef(function) = statement {
                self.0.push(function);
            }
            walk_stmt(self, statement);
        }
    }
    let mut finder = Finder::default();
    finder.visit_body(&module.body);
    finder.0
}

/// The calls in a module, each with whether it stands right behind `await`, and with the function whose body it is in.
pub(super) struct Calls<'a> {
    pub found: Vec<FoundCall<'a>>,
    around: Option<&'a StmtFunctionDef>,
}

pub(super) struct FoundCall<'a> {
    pub call: &'a ExprCall,
    pub is_awaited: bool,
    pub function: Option<&'a StmtFunctionDef>,
}

impl<'a> Calls<'a> {
    pub fn of(module: &'a ModModule) -> Vec<FoundCall<'a>> {
        let mut calls = Calls { found: Vec::new(), around: None };
        calls.visit_body(&module.body);
        calls.found
    }

    fn add(&mut self, call: &'a ExprCall, is_awaited: bool) {
        self.found.push(FoundCall { call, is_awaited, function: self.around });
    }
}

impl<'a> Visitor<'a> for Calls<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let outer = self.around;
        if let Stmt::FunctionDef(function) = statement {
            self.around = Some(function);
        }
        walk_stmt(self, statement);
        self.around = outer;
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Await(awaited) => {
                if let Expr::Call(call) = &*awaited.value {
                    self.add(call, true);
                    // Its parts, but not itself once more.
                    self.visit_expr(&call.func);
                    self.visit_arguments(&call.arguments);
                    return;
                }
            }
            Expr::Call(call) => self.add(call, false),
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// The names that are read somewhere in an expression.
pub(super) fn names_read(expr: &Expr) -> Vec<&str> {
    #[derive(Default)]
    struct Names<'a>(Vec<&'a str>);
    impl<'a> Visitor<'a> for Names<'a> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::Name(name) = expr
                && name.ctx == ExprContext::Load
            {
                self.0.push(&name.id);
            }
            walk_expr(self, expr);
        }
    }
    let mut names = Names::default();
    names.visit_expr(expr);
    names.0
}

/// Whether the module imports `module` under its own name.
pub(super) fn imports(tree: &ModModule, module: &str) -> bool {
    tree.body.iter().any(|statement| match statement {
        Stmt::Import(import) => import.names.iter().any(|alias| alias.asname.is_none() && alias.name.as_str() == module),
        _ => false,
    })
}

/// The line of a place in the text, from 1.
pub(super) fn line_of(text: &str, at: TextRange) -> u32 {
    super::line_at(text, at.start().to_usize())
}

/// `a.b.c` as text, if the expression is that.
pub(super) fn dotted(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => Some(format!("{}.{}", dotted(&attribute.value)?, attribute.attr)),
        _ => None,
    }
}
