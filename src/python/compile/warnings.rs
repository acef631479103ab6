//! What CPython warns of while it compiles: things that are allowed and hardly ever meant.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{CmpOp, ExceptHandler, Expr, Number, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::python::bytecode::{Source, SyntaxWarning};

/// The warnings for a program, in the order in which CPython prints them: those of its lexer first, then those of leaving `finally`,
/// then those of its code generator.
pub(super) fn warnings(source: &Source, tokens: &[Token], body: &[Stmt]) -> Vec<SyntaxWarning> {
    let mut found = Finder { source, finally: Vec::new(), generated: Vec::new(), loops: 0, in_finally: false };
    found.visit_body(body);
    let mut all = escapes(source, tokens);
    all.extend(found.finally);
    all.extend(found.generated);
    all
}

/// Backslashes in strings that begin no escape: of each string, or part of an f-string, the first.
fn escapes(source: &Source, tokens: &[Token]) -> Vec<SyntaxWarning> {
    let mut warnings = Vec::new();
    for token in tokens {
        let flags = match token.kind() {
            TokenKind::String => token.string_flags().filter(|flags| !flags.is_raw_string()),
            TokenKind::FStringMiddle => token.string_flags().filter(|flags| !flags.is_raw_string()),
            _ => None,
        };
        let Some(flags) = flags else { continue };
        let text = &source.text[token.start().to_usize()..token.end().to_usize()];
        if let Some((at, escaped)) = wrong_escape(text, flags.is_byte_string()) {
            let hint = "Such sequences will not work in the future. Did you mean";
            warnings.push(SyntaxWarning {
                line: source.line((token.start().to_usize() + at) as u32),
                message: format!(
                    "\"\\{escaped}\" is an invalid escape sequence. {hint} \"\\\\{escaped}\"? A raw string is also an option."
                ),
            });
        }
    }
    warnings
}

/// The first backslash that begins no escape, and what follows it.
fn wrong_escape(text: &str, bytes: bool) -> Option<(usize, char)> {
    let known = if bytes { "\r\n\\'\"abfnrtvx01234567" } else { "\r\n\\'\"abfnrtvx01234567NuU" };
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            let (_, escaped) = letters.next()?;
            if !known.contains(escaped) {
                return Some((at, escaped));
            }
        }
    }
    None
}

struct Finder<'a> {
    source: &'a Source,
    finally: Vec<SyntaxWarning>,
    generated: Vec<SyntaxWarning>,
    /// How many loops of the `finally` block, or of the function, are around.
    loops: u32,
    in_finally: bool,
}

impl Finder<'_> {
    fn warning(&self, range: TextRange, message: impl Into<String>) -> SyntaxWarning {
        SyntaxWarning { line: self.source.line(range.start().to_u32()), message: message.into() }
    }

    fn warn(&mut self, range: TextRange, message: impl Into<String>) {
        let warning = self.warning(range, message);
        self.generated.push(warning);
    }

    fn leaves_finally(&mut self, range: TextRange, word: &str) {
        if self.in_finally && (word == "return" || self.loops == 0) {
            let warning = self.warning(range, format!("'{word}' in a 'finally' block"));
            self.finally.push(warning);
        }
    }

    /// Visits a body in which `break` and `return` mean something else.
    fn within(&mut self, loops: u32, in_finally: bool, visit: impl FnOnce(&mut Self)) {
        let around = (self.loops, self.in_finally);
        (self.loops, self.in_finally) = (loops, in_finally);
        visit(self);
        (self.loops, self.in_finally) = around;
    }

    fn comparison(&mut self, comparison: &ruff_python_ast::ExprCompare) {
        let mut left = &*comparison.left;
        for (op, right) in comparison.ops.iter().zip(&comparison.comparators) {
            let literal = literal_type(left).or_else(|| literal_type(right));
            if let (CmpOp::Is | CmpOp::IsNot, Some(literal)) = (op, literal) {
                let (word, meant) = if *op == CmpOp::Is { ("is", "==") } else { ("is not", "!=") };
                self.warn(comparison.range, format!("\"{word}\" with '{literal}' literal. Did you mean \"{meant}\"?"));
                return;
            }
            left = right;
        }
    }

    fn subscript(&mut self, subscript: &ruff_python_ast::ExprSubscript) {
        let missed = "perhaps you missed a comma?";
        let value = &*subscript.value;
        let unsubscriptable = match value {
            Expr::NumberLiteral(_) | Expr::Set(_) | Expr::SetComp(_) | Expr::Generator(_) | Expr::Lambda(_) => kind(value),
            Expr::NoneLiteral(_) | Expr::BooleanLiteral(_) | Expr::EllipsisLiteral(_) => kind(value),
            _ => None,
        };
        if let Some(kind) = unsubscriptable {
            return self.warn(subscript.range, format!("'{kind}' object is not subscriptable; {missed}"));
        }
        let sequence = match value {
            Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::Tuple(_) | Expr::List(_) | Expr::ListComp(_) => kind(value),
            Expr::FString(_) => kind(value),
            _ => None,
        };
        let index = kind(&subscript.slice).filter(|&index| !matches!(index, "int" | "bool"));
        if let (Some(sequence), Some(index)) = (sequence, index) {
            self.warn(subscript.range, format!("{sequence} indices must be integers or slices, not {index}; {missed}"));
        }
    }
}

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => self.within(0, false, |this| visitor::walk_stmt(this, stmt)),
            Stmt::While(_) | Stmt::For(_) => self.within(self.loops + 1, self.in_finally, |this| visitor::walk_stmt(this, stmt)),
            Stmt::Return(_) => {
                self.leaves_finally(stmt.range(), "return");
                visitor::walk_stmt(self, stmt);
            }
            Stmt::Break(_) => self.leaves_finally(stmt.range(), "break"),
            Stmt::Continue(_) => self.leaves_finally(stmt.range(), "continue"),
            Stmt::Try(statement) => {
                self.visit_body(&statement.body);
                for ExceptHandler::ExceptHandler(handler) in &statement.handlers {
                    handler.type_.iter().for_each(|class| self.visit_expr(class));
                    self.visit_body(&handler.body);
                }
                self.visit_body(&statement.orelse);
                self.within(0, !statement.finalbody.is_empty(), |this| this.visit_body(&statement.finalbody));
            }
            Stmt::Assert(statement) => {
                if statement.test.as_tuple_expr().is_some_and(|tuple| !tuple.elts.is_empty()) {
                    self.warn(statement.range, "assertion is always true, perhaps remove parentheses?");
                }
                visitor::walk_stmt(self, stmt);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Compare(comparison) => self.comparison(comparison),
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::Call(call) => {
                if let Some(kind) = kind(&call.func).filter(|&kind| kind != "function") {
                    let range = call.func.range();
                    self.warn(range, format!("'{kind}' object is not callable; perhaps you missed a comma?"));
                }
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }
}

/// The type of a literal that has an identity of its own only by chance.
fn literal_type(expr: &Expr) -> Option<&'static str> {
    match expr {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => kind(expr),
        Expr::Tuple(tuple) if tuple.elts.iter().all(is_constant) => kind(expr),
        _ => None,
    }
}

fn is_constant(expr: &Expr) -> bool {
    expr.is_literal_expr()
}

/// The type that an expression surely has (`infer_type`, Python/codegen.c).
fn kind(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) | Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::BooleanLiteral(_) => "bool",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(literal) => match literal.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        _ => return None,
    })
}
