//! The words of CPython 3.14 for what the parser's checks of meaning find, and for syntax that it knows but Python 3.14 does not.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::UnsupportedSyntaxErrorKind;
use ruff_python_parser::semantic_errors::{
    AwaitOutsideAsyncFunctionKind, SemanticSyntaxError, SemanticSyntaxErrorKind as Semantic, WriteToDebugKind,
    YieldOutsideFunctionKind,
};

use ruff_text_size::{Ranged, TextRange, TextSize};

use super::diagnostics::{Diagnostic, DiagnosticKind};
use crate::python::bytecode::Source;

/// An error that the parser's checks of meaning found.
pub(super) fn diagnostic(source: &Source, error: &SemanticSyntaxError) -> Diagnostic {
    Diagnostic::new(source, error.range, DiagnosticKind::Syntax, message(error))
}

/// CPython marks the whole comprehension where the parser marks its `async for`.
pub(super) fn widen(error: &mut SemanticSyntaxError, expr: &Expr) {
    let asynchronous = Semantic::AwaitOutsideAsyncFunction(AwaitOutsideAsyncFunctionKind::AsyncComprehension);
    let comprehension = matches!(expr, Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_));
    if error.kind == asynchronous && comprehension {
        error.range = expr.range();
    }
}

/// CPython marks the star of `from m import *`, and the whole of an annotated assignment.
pub(super) fn widen_in(error: &mut SemanticSyntaxError, stmt: &Stmt) {
    match (&error.kind, stmt) {
        (Semantic::NonModuleImportStar(_), _) => error.range = TextRange::empty(stmt.end() - TextSize::new(1)),
        (Semantic::AnnotatedGlobal(_), Stmt::AnnAssign(_)) => error.range = stmt.range(),
        _ => {}
    }
}

fn message(error: &SemanticSyntaxError) -> String {
    match &error.kind {
        Semantic::LateFutureImport => "from __future__ imports must occur at the beginning of the file".to_owned(),
        Semantic::ReboundComprehensionVariable => "assignment expression cannot rebind comprehension iteration variable".to_owned(),
        Semantic::MultipleCaseAssignment(name) => format!("multiple assignments to name '{name}' in pattern"),
        Semantic::DuplicateMatchKey(key) => format!("mapping pattern checks duplicate key ({key})"),
        Semantic::IrrefutableCasePattern(_) | Semantic::DuplicateMatchClassAttribute(_) => error.to_string().replace('`', "'"),
        Semantic::WriteToDebug(WriteToDebugKind::Store) => "cannot assign to __debug__".to_owned(),
        Semantic::WriteToDebug(WriteToDebugKind::Delete(_)) => "cannot delete __debug__".to_owned(),
        Semantic::InvalidStarExpression => "can't use starred expression here".to_owned(),
        Semantic::YieldOutsideFunction(YieldOutsideFunctionKind::Await) => "'await' outside function".to_owned(),
        Semantic::YieldOutsideFunction(kind) => format!("'{kind}' outside function"),
        Semantic::ReturnOutsideFunction => "'return' outside function".to_owned(),
        Semantic::AwaitOutsideAsyncFunction(kind) => match kind {
            AwaitOutsideAsyncFunctionKind::Await => "'await' outside async function".to_owned(),
            AwaitOutsideAsyncFunctionKind::AsyncFor => "'async for' outside async function".to_owned(),
            AwaitOutsideAsyncFunctionKind::AsyncWith => "'async with' outside async function".to_owned(),
            AwaitOutsideAsyncFunctionKind::AsyncComprehension => {
                "asynchronous comprehension outside of an asynchronous function".to_owned()
            }
        },
        Semantic::DuplicateParameter(name) => format!("duplicate argument '{name}' in function definition"),
        Semantic::DuplicateKeywordArgument(name) => format!("keyword argument repeated: {name}"),
        Semantic::YieldFromInAsyncFunction => "'yield from' inside async function".to_owned(),
        Semantic::NonModuleImportStar(_) => "import * only allowed at module level".to_owned(),
        Semantic::MultipleStarredExpressions => "multiple starred expressions in assignment".to_owned(),
        Semantic::FutureFeatureNotDefined(name) => format!("future feature {name} is not defined"),
        Semantic::ReturnInGenerator => "'return' with value in async generator".to_owned(),
        _ => error.to_string().replace('`', "'"),
    }
}

/// Syntax that the parser knows but Python 3.14 does not.
pub(super) fn unsupported_syntax(kind: &UnsupportedSyntaxErrorKind) -> &'static str {
    match kind {
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(_) => "iterable unpacking cannot be used in comprehension",
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => {
            "multiple exception types must be parenthesized when using 'as'"
        }
        _ => "invalid syntax",
    }
}
