//! Handlers that catch a cancellation and drop it.

use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Expr, Stmt};
use ruff_text_size::Ranged;

use super::calls::dotted;
use super::statements::{indent_of, statements};
use super::{Edit, tree};

/// A handler of a coroutine function that drops a cancellation.
struct Dropping<'a> {
    function: &'a str,
    handler: &'a ExceptHandlerExceptHandler,
}

/// The handler that drops the cancellation of a task of `coroutine` raises it again at its end.
pub fn raise_again(text: &str, coroutine: &str) -> Option<Vec<Edit>> {
    let module = tree(text)?;
    let name = coroutine.rsplit('.').next().unwrap_or(coroutine);
    let placed = statements(&module);
    let mut dropping = Vec::new();
    for placed in &placed {
        let (Stmt::Try(attempt), Some(function)) = (placed.statement, placed.function) else { continue };
        let handlers = attempt.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| handler);
        let function = function.name.as_str();
        dropping.extend(handlers.filter(|handler| drops(handler)).map(|handler| Dropping { function, handler }));
    }
    // Its own, or that of the only function it can have been in.
    let own: Vec<&Dropping<'_>> = dropping.iter().filter(|dropping| dropping.function == name).collect();
    match (&own[..], &dropping[..]) {
        ([only], _) => edit(text, only.handler),
        ([], [only]) => edit(text, only.handler),
        _ => None,
    }
}

fn drops(handler: &ExceptHandlerExceptHandler) -> bool {
    catches(handler.type_.as_deref()) && !raises(&handler.body)
}

fn catches(kind: Option<&Expr>) -> bool {
    match kind {
        None => true,
        Some(Expr::Tuple(kinds)) => kinds.elts.iter().any(|kind| catches(Some(kind))),
        Some(kind) => {
            let name = dotted(kind).unwrap_or_default();
            matches!(name.rsplit('.').next(), Some("CancelledError" | "BaseException"))
        }
    }
}

fn raises(body: &[Stmt]) -> bool {
    #[derive(Default)]
    struct Raises(bool);
    impl<'a> Visitor<'a> for Raises {
        fn visit_stmt(&mut self, statement: &'a Stmt) {
            self.0 |= matches!(statement, Stmt::Raise(_));
            walk_stmt(self, statement);
        }
    }
    let mut raises = Raises::default();
    raises.visit_body(body);
    raises.0
}

fn edit(text: &str, handler: &ExceptHandlerExceptHandler) -> Option<Vec<Edit>> {
    let last = handler.body.last()?;
    let (start, end) = (last.range().start().to_usize(), last.range().end().to_usize());
    let leaves = matches!(last, Stmt::Pass(_) | Stmt::Continue(_) | Stmt::Break(_) | Stmt::Return(_));
    Some(vec![match (leaves, indent_of(text, start)) {
        (true, _) => Edit { start, end, text: "raise".to_owned() },
        (false, Some(indent)) => Edit { start: end, end, text: format!("\n{indent}raise") },
        (false, None) => Edit { start: end, end, text: "; raise".to_owned() },
    }])
}
