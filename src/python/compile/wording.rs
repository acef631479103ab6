//! The parts of the table of messages that depend on nothing around the error.

use ruff_python_ast::Expr;
use ruff_python_parser::ParseErrorType as Parse;

pub(super) const INVALID: &str = "invalid syntax";

/// What CPython calls an expression that cannot be assigned to (`_PyPegen_get_expr_name`).
pub(super) fn expression_name(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(name) if name.id == "__debug__" => "__debug__",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) => "f-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(literal) if literal.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        _ => "expression",
    }
}

/// Messages that depend on nothing else.
pub(super) fn fixed(error: &Parse) -> &'static str {
    match error {
        Parse::PositionalAfterKeywordArgument => "positional argument follows keyword argument",
        Parse::PositionalAfterKeywordUnpacking => "positional argument follows keyword argument unpacking",
        Parse::InvalidArgumentUnpackingOrder => "iterable argument unpacking follows keyword argument unpacking",
        Parse::IterableUnpackingInComprehension => "iterable unpacking cannot be used in comprehension",
        Parse::NonDefaultParamAfterDefaultParam => "parameter without a default follows parameter with a default",
        Parse::ParamAfterVarKeywordParam => "arguments cannot follow var-keyword argument",
        Parse::VarParameterWithDefault => "var-positional argument cannot have default value",
        Parse::ExpectedKeywordParam => "named arguments must follow bare *",
        Parse::UnparenthesizedGeneratorExpression => "Generator expression must be parenthesized",
        Parse::InvalidStarredExpressionUsage => "can't use starred expression here",
        Parse::InvalidAnnotatedAssignmentTarget => "illegal target for annotation",
        Parse::InvalidMatchPatternTarget => "cannot use '_' as a target",
        Parse::EmptyImportNames => "Expected one or more names after 'import'",
        Parse::EmptyTypeParams => "Type parameter list cannot be empty",
        Parse::ExpectedRealNumber => "real number required in complex literal",
        Parse::ExpectedImaginaryNumber => "imaginary number required in complex literal",
        _ => INVALID,
    }
}
