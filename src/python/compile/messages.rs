//! The one table between the parser's words and those of CPython 3.14.
//!
//! The parser goes on after an error and finds more; CPython stops at the first, and so does this: what comes after is rarely worth
//! reading.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{
    InterpolatedStringErrorType as FString, LexicalErrorType as Lexical, ParseError, ParseErrorType as Parse,
    parse_expression_range,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::brackets::{Certainty, bracket_error};
use super::diagnostics::{Diagnostic, DiagnosticKind};
use super::wording::{INVALID, expression_name, fixed};
use crate::python::code::Source;

const EOF: &str = "unexpected EOF while parsing";
const FORGOTTEN_COMMA: &str = "invalid syntax. Perhaps you forgot a comma?";

/// A message and where it points.
struct Message {
    kind: DiagnosticKind,
    range: TextRange,
    text: String,
}

impl Message {
    fn diagnostic(self, source: &Source) -> Diagnostic {
        Diagnostic::new(source, self.range, self.kind, self.text)
    }
}

/// What CPython says of a program in which the parser finds `errors`, the first of them first; `None` if there are none.
pub(super) fn parse_error(source: &Source, tokens: &[Token], errors: &[ParseError]) -> Option<Diagnostic> {
    let first = errors.iter().min_by_key(|error| error.location.start())?;
    let message = Context { source, tokens, range: first.location }.message(&first.error);
    let certainty = match message.text.as_str() {
        INVALID | EOF => Certainty::Low,
        FORGOTTEN_COMMA => Certainty::Medium,
        text if text.starts_with("expected ") => Certainty::Low,
        _ => Certainty::High,
    };
    // Where it is at a loss, CPython reads on for a string that does not end, then looks for a bracket that was not closed.
    if certainty != Certainty::High
        && let Some(error) = errors.iter().find(|error| is_unterminated(&error.error))
    {
        let message = Context { source, tokens, range: error.location }.message(&error.error);
        return Some(message.diagnostic(source));
    }
    Some(match bracket_error(source, tokens, first.location, certainty) {
        Some((range, text)) => Diagnostic::new(source, range, DiagnosticKind::Syntax, text),
        None => message.diagnostic(source),
    })
}

fn is_unterminated(error: &Parse) -> bool {
    let fstring = |error: &FString| matches!(error, FString::UnterminatedString | FString::UnterminatedTripleQuotedString);
    match error {
        Parse::Lexical(Lexical::UnclosedStringError) => true,
        Parse::Lexical(Lexical::FStringError(error)) | Parse::FStringError(error) => fstring(error),
        _ => false,
    }
}

/// The surroundings of an error.
struct Context<'a> {
    source: &'a Source,
    tokens: &'a [Token],
    range: TextRange,
}

impl Context<'_> {
    fn message(&self, error: &Parse) -> Message {
        match error {
            Parse::Lexical(error) => self.lexical(error),
            Parse::FStringError(error) => self.fstring(error),
            Parse::TStringError(_) => self.plain(INVALID),
            Parse::UnexpectedIndentation => self.indentation("unexpected indent"),
            Parse::OtherError(text) => self.other(text),
            Parse::ExpectedToken { expected, found } => self.expected(*expected, *found),
            Parse::InvalidAssignmentTarget => self.assignment_target(),
            Parse::InvalidAugmentedAssignmentTarget => {
                self.plain(format!("'{}' is an illegal expression for augmented assignment", self.expression_name()))
            }
            Parse::InvalidDeleteTarget => self.plain(format!("cannot delete {}", self.expression_name())),
            Parse::InvalidNamedAssignmentTarget => {
                self.plain(format!("cannot use assignment expressions with {}", self.expression_name()))
            }
            Parse::SimpleStatementsOnSameLine | Parse::UnexpectedExpressionToken => self.same_line(),
            Parse::ExpectedExpression => self.missing_expression(),
            other => self.plain(fixed(other)),
        }
    }

    fn missing_expression(&self) -> Message {
        let mut before = self.before().map(|token| token.kind());
        match (before.next(), before.next()) {
            (Some(TokenKind::Lbrace), Some(TokenKind::FStringStart | TokenKind::FStringMiddle | TokenKind::Rbrace))
                if self.text().starts_with('}') =>
            {
                self.plain("f-string: valid expression required before '}'")
            }
            (Some(TokenKind::Colon), _) if self.text().starts_with(['}', ',']) && self.bracket() == Some(TokenKind::Lbrace) => {
                self.plain("expression expected after dictionary key and ':'")
            }
            _ => self.plain(INVALID),
        }
    }

    fn text(&self) -> &str {
        self.source.text.get(self.range.start().to_usize()..).unwrap_or("")
    }

    fn plain(&self, text: impl Into<String>) -> Message {
        Message { kind: DiagnosticKind::Syntax, range: self.range, text: text.into() }
    }

    fn indentation(&self, text: impl Into<String>) -> Message {
        Message { kind: DiagnosticKind::Indentation, range: self.range, text: text.into() }
    }

    fn line(&self, at: TextSize) -> u32 {
        self.source.line(at.to_u32())
    }

    /// The tokens before the error that mean something, the last first.
    fn before(&self) -> impl Iterator<Item = &Token> {
        let end = self.tokens.partition_point(|token| token.start() < self.range.start());
        self.tokens[..end].iter().rev().filter(|token| !is_trivia(token.kind()))
    }

    /// The tokens of the line that the error is in, up to it, the last first.
    fn statement(&self) -> impl Iterator<Item = &Token> {
        self.before().take_while(|token| !matches!(token.kind(), TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent))
    }

    fn expected(&self, expected: TokenKind, found: TokenKind) -> Message {
        let opener = self.statement().last().map(|token| token.kind());
        match (expected, found) {
            (TokenKind::Colon, TokenKind::Newline | TokenKind::EndOfFile) => self.plain("expected ':'"),
            (TokenKind::Colon, TokenKind::Equal) => self.maybe_comparison(),
            (TokenKind::Colon, _)
                if matches!(
                    opener,
                    Some(TokenKind::Def | TokenKind::Else | TokenKind::Try | TokenKind::Finally | TokenKind::Lambda)
                ) =>
            {
                self.plain("expected ':'")
            }
            (TokenKind::Colon, TokenKind::Rbrace | TokenKind::Comma) if self.bracket() == Some(TokenKind::Lbrace) => {
                self.plain("':' expected after dictionary key")
            }
            (TokenKind::Else, _) => {
                let range = TextRange::new(self.operand_before().start(), self.range.end());
                Message { range, ..self.plain("expected 'else' after 'if' expression") }
            }
            (TokenKind::Lpar, _) if matches!(opener, Some(TokenKind::Def | TokenKind::Async)) => self.plain("expected '('"),
            (TokenKind::In, _) if matches!(opener, Some(TokenKind::For)) => self.plain(INVALID),
            (_, TokenKind::Equal) if self.is_in_brackets() => self.maybe_comparison(),
            (TokenKind::Comma | TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace, _) if starts_operand(found) => {
                self.forgotten_comma()
            }
            _ => self.plain(INVALID),
        }
    }

    fn is_in_brackets(&self) -> bool {
        self.bracket().is_some()
    }

    /// The innermost bracket that is open where the error is.
    fn bracket(&self) -> Option<TokenKind> {
        let mut closed = 0usize;
        for token in self.statement() {
            match token.kind() {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => closed += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if closed > 0 => closed -= 1,
                kind @ (TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace) => return Some(kind),
                _ => {}
            }
        }
        None
    }

    fn maybe_comparison(&self) -> Message {
        let range = self.before().next().map_or(self.range, |token| token.range());
        Message { range, ..self.plain("invalid syntax. Maybe you meant '==' or ':=' instead of '='?") }
    }

    /// Two operands side by side in brackets; CPython points at the first.
    fn forgotten_comma(&self) -> Message {
        let operand = self.operand_before();
        Message { range: TextRange::new(operand.start(), self.range.end()), ..self.plain(FORGOTTEN_COMMA) }
    }

    /// The whole expression that ends where the error is.
    fn operand_before(&self) -> TextRange {
        let mut start = self.range.start();
        let mut depth = 0usize;
        for token in self.before() {
            match token.kind() {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if depth > 0 => depth -= 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => break,
                TokenKind::Comma | TokenKind::Colon | TokenKind::Equal | TokenKind::Newline | TokenKind::ColonEqual
                    if depth == 0 =>
                {
                    break;
                }
                _ => {}
            }
            start = token.start();
        }
        TextRange::new(start, self.range.start())
    }

    /// Two statements, or what looks like that, on one line.
    fn same_line(&self) -> Message {
        let end = self.tokens.partition_point(|token| token.start() < self.range.start());
        let statement: Vec<&Token> = self.statement().collect();
        if let Some(first) = statement.last()
            && let word @ ("print" | "exec") = &self.source.text[first.start().to_usize()..first.end().to_usize()]
            && statement.len() == 1
        {
            let range = TextRange::new(first.start(), self.range.end());
            return Message { range, ..self.plain(format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?")) };
        }
        if let Some(number) = statement.first()
            && matches!(number.kind(), TokenKind::Int | TokenKind::Float)
            && self.tokens.get(end).is_some_and(|next| next.start() == number.end() && next.kind() == TokenKind::Name)
        {
            return Message { range: number.range(), ..self.plain("invalid decimal literal") };
        }
        // The parser points at the end of the first statement, CPython at what follows it.
        let next = self.tokens[end..].iter().find(|token| !is_trivia(token.kind()) && !token.range().is_empty());
        Message { range: next.map_or(self.range, |token| token.range()), ..self.plain(INVALID) }
    }

    fn other(&self, text: &str) -> Message {
        if let Some(clause) = text.strip_prefix("Expected an indented block after ") {
            let header = self.before().find(|token| token.kind() == TokenKind::Colon);
            let line = header.map_or(1, |token| self.line(token.start()));
            let clause = clause.replace('`', "'").replace("clause", "statement").replace("'case' block", "'case' statement");
            let clause = clause.replace("'class' definition", "class definition");
            return self.indentation(format!("expected an indented block after {clause} on line {line}"));
        }
        match text {
            "Expected `except` or `finally` after `try` block" => self.plain("expected 'except' or 'finally' block"),
            "Cannot have both 'except' and 'except*' on the same 'try'" => {
                self.plain("cannot have both 'except' and 'except*' on the same 'try'")
            }
            "Multiple exception types must be parenthesized when using `as`" => {
                self.plain("multiple exception types must be parenthesized when using 'as'")
            }
            "Expected one or more exception types" => self.plain("expected one or more exception types"),
            "Only one '*' parameter allowed" | "Only one '*' separator allowed" => self.plain("* argument may appear only once"),
            "Only one '/' separator allowed" => self.plain("/ may appear only once"),
            "'/' parameter must appear before '*' parameter" => self.plain("/ must be ahead of *"),
            "Position-only parameter separator not allowed as first parameter" => {
                self.plain("at least one argument must precede /")
            }
            "Only single target (not list) can be annotated" => self.plain("only single target (not list) can be annotated"),
            "Only single target (not tuple) can be annotated" => self.plain("only single target (not tuple) can be annotated"),
            "Positional patterns cannot follow keyword patterns" => self.plain("positional patterns follow keyword patterns"),
            "Expected a parameter name" => match self.expression_name() {
                name @ ("True" | "False" | "None") => self.plain(format!("cannot assign to {name}")),
                _ => self.plain("expression cannot contain assignment, perhaps you meant \"==\"?"),
            },
            "Trailing comma not allowed" => self.plain("trailing comma not allowed without surrounding parentheses"),
            _ if text.starts_with("Expected an expression or a") && self.is_in_brackets() && self.starts_operand() => {
                self.forgotten_comma()
            }
            _ => self.plain(INVALID),
        }
    }

    fn starts_operand(&self) -> bool {
        let at = self.tokens.partition_point(|token| token.start() < self.range.start());
        self.tokens.get(at).is_some_and(|token| starts_operand(token.kind()))
    }

    fn lexical(&self, error: &Lexical) -> Message {
        match error {
            Lexical::IndentationError => self.indentation("unindent does not match any outer indentation level"),
            Lexical::UnclosedStringError => self.unterminated("string literal"),
            Lexical::FStringError(error) => self.fstring(error),
            Lexical::InvalidByteLiteral => self.plain("bytes can only contain ASCII literal characters"),
            Lexical::LineContinuationError => self.plain("unexpected character after line continuation character"),
            Lexical::Eof => self.plain(EOF),
            Lexical::UnrecognizedToken { tok } if !tok.is_ascii() => {
                let what = if tok.is_control() || tok.is_whitespace() { "non-printable character" } else { "character" };
                let shown = if what == "character" {
                    format!(" '{tok}' (U+{:04X})", u32::from(*tok))
                } else {
                    format!(" U+{:04X}", u32::from(*tok))
                };
                self.plain(format!("invalid {what}{shown}"))
            }
            Lexical::OtherError(text) if text.contains("decimal integer literal") => {
                self.plain("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
            }
            Lexical::UnicodeError | Lexical::MissingUnicodeLbrace | Lexical::MissingUnicodeRbrace => self.escape(),
            _ => self.plain(INVALID),
        }
    }

    /// A wrong `\x`, `\u` or `\N{..}`. The name may be right: few are known here.
    fn escape(&self) -> Message {
        let before = &self.source.text[..self.range.end().to_usize().min(self.source.text.len())];
        let named = before.rfind('\\').is_some_and(|at| before[at..].starts_with("\\N{"));
        if named {
            return Message {
                kind: DiagnosticKind::Unsupported,
                ..self.plain("this name of a Unicode character is not known here; write the character itself")
            };
        }
        self.plain("(unicode error) 'unicodeescape' codec can't decode bytes: malformed \\N, \\x, \\u or \\U escape")
    }

    fn fstring(&self, error: &FString) -> Message {
        self.plain(match error {
            FString::UnclosedLbrace if self.starts_operand() => return self.forgotten_comma(),
            FString::UnclosedLbrace => "f-string: expecting '}'",
            FString::InvalidConversionFlag => {
                let letter: String = self.text().chars().take(1).collect();
                return self.plain(format!("f-string: invalid conversion character '{letter}': expected 's', 'r', or 'a'"));
            }
            FString::SingleRbrace => "f-string: single '}' is not allowed",
            FString::UnterminatedString | FString::UnterminatedTripleQuotedString => return self.unterminated("f-string literal"),
            FString::LambdaWithoutParentheses => "f-string: lambda expressions are not allowed without parentheses",
            FString::ConversionFlagNotImmediatelyAfterExclamation => {
                "f-string: conversion type must come right after the exclamation mark"
            }
            FString::NewlineInFormatSpec => "f-string: newlines are not allowed in format specifiers for single quoted f-strings",
        })
    }

    /// CPython points at the opening quote and tells the line where it gave up.
    fn unterminated(&self, what: &str) -> Message {
        let text = &self.source.text;
        let here = self.range.start().to_usize().min(text.len());
        let opened =
            self.tokens.iter().rev().find(|token| token.start() <= self.range.start() && token.kind() == TokenKind::FStringStart);
        let start = match opened {
            Some(opened) if what.starts_with('f') => opened.start(),
            _ => self.range.start(),
        };
        let literal = text[start.to_usize().min(here)..].trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        let triple = literal.starts_with("\"\"\"") || literal.starts_with("'''");
        let last = if triple { text.trim_end_matches('\n').len() } else { start.to_usize() };
        let detected = self.source.line(last as u32);
        let triple = if triple { "triple-quoted " } else { "" };
        let range = TextRange::new(start, self.range.end().max(start));
        Message { range, ..self.plain(format!("unterminated {triple}{what} (detected at line {detected})")) }
    }

    /// `f() = 1`
    fn assignment_target(&self) -> Message {
        let name = self.expression_name();
        let after = self.tokens.iter().find(|token| token.start() >= self.range.end() && !is_trivia(token.kind()));
        let alone = self.statement().next().is_none() && after.is_some_and(|token| token.kind() == TokenKind::Equal);
        let fixed =
            ["True", "False", "None", "comparison", "conditional expression", "lambda", "yield expression", "generator expression"];
        if alone && !fixed.contains(&name) {
            return self.plain(format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"));
        }
        self.plain(format!("cannot assign to {name}"))
    }

    /// What CPython calls the expression that the error is about (`_PyPegen_get_expr_name`).
    fn expression_name(&self) -> &'static str {
        match parse_expression_range(&self.source.text, self.range) {
            Ok(parsed) => expression_name(&parsed.syntax().body),
            Err(_) => "expression",
        }
    }
}

fn is_trivia(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::NonLogicalNewline | TokenKind::Comment)
}

fn starts_operand(kind: TokenKind) -> bool {
    use TokenKind as T;
    matches!(
        kind,
        T::Name
            | T::Int
            | T::Float
            | T::Complex
            | T::String
            | T::FStringStart
            | T::Lambda
            | T::None
            | T::True
            | T::False
            | T::Ellipsis
    ) || matches!(kind, T::Lpar | T::Lsqb | T::Lbrace | T::Not | T::Await)
}
