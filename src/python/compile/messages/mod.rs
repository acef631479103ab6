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
use crate::python::bytecode::Source;

mod around;
mod indentation;
mod literals;
mod typos;

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
    let context = |error: &ParseError| Context { source, tokens, range: error.location };
    let message = context(first).message(&first.error);
    let certainty = match message.text.as_str() {
        INVALID | EOF => Certainty::Low,
        FORGOTTEN_COMMA => Certainty::Medium,
        text if text.starts_with("expected ") => Certainty::Low,
        _ => Certainty::High,
    };
    // Where it is at a loss, CPython reads on for a string that does not end, then looks for a bracket that was not closed.
    let unterminated = errors.iter().find(|error| is_unterminated(&error.error));
    let bracket = bracket_error(source, tokens, first.location, certainty);
    if let Some(error) = unterminated.filter(|_| certainty != Certainty::High)
        && bracket.as_ref().is_none_or(|(range, text)| range.start() > error.location.start() || text.ends_with("closed"))
    {
        return Some(context(error).message(&error.error).diagnostic(source));
    }
    if let Some((range, text)) = bracket {
        return Some(Diagnostic::new(source, range, DiagnosticKind::Syntax, text));
    }
    let typo =
        matches!(message.text.as_str(), INVALID | FORGOTTEN_COMMA).then(|| context(first).keyword_typo(message.range)).flatten();
    Some(typo.unwrap_or(message).diagnostic(source))
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
            Parse::UnparenthesizedTupleExpression => {
                let comma = self.after().find(|token| token.kind() == TokenKind::Comma);
                Message { range: comma.map_or(self.range, |comma| comma.range()), ..self.plain(INVALID) }
            }
            Parse::PositionalAfterKeywordArgument | Parse::PositionalAfterKeywordUnpacking => self.at_closing_bracket(fixed(error)),
            Parse::InvalidArgumentUnpackingOrder => self.unpacking_order(fixed(error)),
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
                let message = self.plain("expression expected after dictionary key and ':'");
                Message { range: self.before().next().map_or(self.range, |colon| colon.range()), ..message }
            }
            (Some(operator), _) if operator.is_operator() && self.is_in_replacement_field() => {
                let message = self.plain("f-string: expecting '=', or '!', or ':', or '}'");
                Message { range: self.before().next().map_or(self.range, |token| token.range()), ..message }
            }
            (Some(TokenKind::Less), _) if self.text().starts_with('>') => {
                Message { range: TextRange::new(self.range.start() - TextSize::new(1), self.range.end()), ..self.plain(INVALID) }
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
                let end = self.before().next().map_or(self.range.start(), |key| key.end());
                let last = TextRange::empty(end - TextSize::new(1));
                Message { range: last, ..self.plain("':' expected after dictionary key") }
            }
            (TokenKind::Else, _) => {
                let range = TextRange::new(self.operand_before().start(), self.range.end());
                Message { range, ..self.plain("expected 'else' after 'if' expression") }
            }
            (TokenKind::Lpar, _) if matches!(opener, Some(TokenKind::Def | TokenKind::Async)) => self.plain("expected '('"),
            (_, TokenKind::Dot) if matches!(opener, Some(TokenKind::Import | TokenKind::From)) => {
                let statement: Vec<&Token> = self.statement().collect();
                self.import_target(&statement).unwrap_or_else(|| self.plain(INVALID))
            }
            (TokenKind::In, _) if matches!(opener, Some(TokenKind::For)) => self.plain(INVALID),
            (_, TokenKind::Equal) if self.is_in_brackets() => self.maybe_comparison(),
            (TokenKind::Comma | TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace, _) if starts_operand(found) => {
                self.forgotten_comma()
            }
            (TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::Comma, TokenKind::For | TokenKind::Async) => {
                self.comprehension_target()
            }
            _ => self.plain(INVALID),
        }
    }

    /// `[a, b for a, b in c]`
    fn comprehension_target(&self) -> Message {
        let (start, commas) = self.since_bracket();
        if !commas {
            return self.plain(INVALID);
        }
        let end = self.before().next().map_or(start, |token| token.end());
        Message { range: TextRange::new(start, end), ..self.plain("did you forget parentheses around the comprehension target?") }
    }

    /// CPython notices some errors only when the bracket closes.
    fn at_closing_bracket(&self, text: &str) -> Message {
        let mut depth = 0usize;
        for token in self.after() {
            match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar if depth == 0 => return Message { range: token.range(), ..self.plain(text) },
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        self.plain(text)
    }

    /// `f(**d, *a)`: from the comma on.
    fn unpacking_order(&self, text: &str) -> Message {
        let comma = self.before().find(|token| token.kind() == TokenKind::Comma);
        let start = comma.map_or(self.range.start(), |comma| comma.start());
        Message { range: TextRange::new(start, self.range.end()), ..self.plain(text) }
    }

    /// `x = 1` where only an expression can be.
    fn maybe_comparison(&self) -> Message {
        let left = self.left_operand();
        let name = match parse_expression_range(&self.source.text, left) {
            Ok(parsed) if parsed.syntax().body.is_name_expr() => {
                let range = TextRange::new(left.start(), self.right_operand().max(left.end()));
                return Message { range, ..self.plain("invalid syntax. Maybe you meant '==' or ':=' instead of '='?") };
            }
            Ok(parsed) => expression_name(&parsed.syntax().body),
            Err(_) => return self.plain(INVALID),
        };
        if matches!(name, "list" | "tuple" | "generator expression" | "True" | "False" | "None" | "comparison") {
            return self.plain(INVALID);
        }
        Message { range: left, ..self.plain(format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?")) }
    }

    /// Two operands side by side in brackets; CPython points at the first.
    fn forgotten_comma(&self) -> Message {
        let operand = self.operand_before();
        Message { range: TextRange::new(operand.start(), self.range.end()), ..self.plain(FORGOTTEN_COMMA) }
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
            && self.tokens.get(end).is_some_and(|next| next.start() == number.end())
            && let Some(message) = self.number(number.start())
        {
            return message;
        }
        if let Some(message) = self.import_target(&statement) {
            return message;
        }
        // The parser points at the end of the first statement, CPython at what follows it.
        let next = self.tokens[end..].iter().find(|token| !is_trivia(token.kind()) && !token.range().is_empty());
        Message { range: next.map_or(self.range, |token| token.range()), ..self.plain(INVALID) }
    }

    /// `import a as b.c`
    fn import_target(&self, statement: &[&Token]) -> Option<Message> {
        let imports = statement.last().is_some_and(|first| matches!(first.kind(), TokenKind::Import | TokenKind::From));
        let at = statement.iter().position(|token| token.kind() == TokenKind::As).filter(|_| imports)?;
        let start = statement[..at].last()?.start();
        let stop = |kind| matches!(kind, TokenKind::Comma | TokenKind::Newline | TokenKind::Rpar);
        let rest = self.tokens.iter().filter(|token| token.start() >= start && !is_trivia(token.kind()));
        let last = rest.take_while(|token| !stop(token.kind())).last()?;
        let range = TextRange::new(start, last.end());
        let target = parse_expression_range(&self.source.text, range).ok()?;
        let name = expression_name(&target.syntax().body);
        (name != "name").then(|| Message { range, ..self.plain(format!("cannot use {name} as import target")) })
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
                let message = self.plain("cannot have both 'except' and 'except*' on the same 'try'");
                let end = self.after().find(|token| token.kind() == TokenKind::Star).map_or(self.range.end(), |star| star.end());
                Message { range: TextRange::new(self.range.start(), end), ..message }
            }
            "Multiple exception types must be parenthesized when using `as`" => {
                let message = self.plain("multiple exception types must be parenthesized when using 'as'");
                let last = self.after().take_while(|token| token.kind() != TokenKind::Colon).last();
                Message { range: TextRange::new(self.range.start(), last.map_or(self.range.end(), |last| last.end())), ..message }
            }
            "Expected one or more exception types" => self.plain("expected one or more exception types"),
            "Only one '*' parameter allowed" | "Only one '*' separator allowed" => {
                let star = TextRange::at(self.range.start(), TextSize::new(1));
                Message { range: star, ..self.plain("* argument may appear only once") }
            }
            "Only one '/' separator allowed" => self.plain("/ may appear only once"),
            "'/' parameter must appear before '*' parameter" => self.plain("/ must be ahead of *"),
            "Position-only parameter separator not allowed as first parameter" => {
                self.plain("at least one argument must precede /")
            }
            "Only single target (not list) can be annotated" => self.plain("only single target (not list) can be annotated"),
            "Only single target (not tuple) can be annotated" => self.plain("only single target (not tuple) can be annotated"),
            "Positional patterns cannot follow keyword patterns" => self.plain("positional patterns follow keyword patterns"),
            "Expected a parameter name" => match self.expression_name() {
                name @ ("True" | "False" | "None") => self.with_next(format!("cannot assign to {name}")),
                _ => self.with_next("expression cannot contain assignment, perhaps you meant \"==\"?"),
            },
            "Trailing comma not allowed" => {
                let message = self.plain("trailing comma not allowed without surrounding parentheses");
                Message { range: TextRange::empty(self.range.end()), ..message }
            }
            _ if text.starts_with("Expected an expression or a") && self.text().starts_with('=') => self.maybe_comparison(),
            _ if text.starts_with("Expected an expression or a") && self.is_in_brackets() && self.starts_operand() => {
                self.forgotten_comma()
            }
            _ => self.plain(INVALID),
        }
    }

    /// The token behind is blamed, too.
    fn with_next(&self, text: impl Into<String>) -> Message {
        let next = self.tokens.iter().find(|token| token.start() >= self.range.end() && !is_trivia(token.kind()));
        let end = next.map_or(self.range.end(), |next| next.end());
        Message { range: TextRange::new(self.range.start(), end), ..self.plain(text) }
    }

    fn starts_operand(&self) -> bool {
        let at = self.tokens.partition_point(|token| token.start() < self.range.start());
        self.tokens.get(at).is_some_and(|token| starts_operand(token.kind()))
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
