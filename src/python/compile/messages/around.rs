//! The tokens around an error: those before and after it, the bracket it is in, the operands beside it.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{Context, is_trivia};

impl Context<'_> {
    /// Where the content of the innermost bracket begins, and whether it has commas of its own.
    pub(super) fn since_bracket(&self) -> (TextSize, bool) {
        let (mut start, mut commas, mut depth) = (self.range.start(), false, 0usize);
        for token in self.before() {
            match token.kind() {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if depth > 0 => depth -= 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => break,
                TokenKind::Comma if depth == 0 => commas = true,
                _ => {}
            }
            start = token.start();
        }
        (start, commas)
    }

    /// The tokens from the error on that mean something.
    pub(super) fn after(&self) -> impl Iterator<Item = &Token> {
        let start = self.tokens.partition_point(|token| token.start() < self.range.start());
        self.tokens[start..].iter().filter(|token| !is_trivia(token.kind()))
    }

    /// Whether the innermost open bracket is that of a replacement field of an f-string.
    pub(super) fn is_in_replacement_field(&self) -> bool {
        let mut closed = 0usize;
        let mut tokens = self.before().peekable();
        while let Some(token) = tokens.next() {
            match token.kind() {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => closed += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if closed > 0 => closed -= 1,
                TokenKind::Lbrace => {
                    let before = tokens.peek().map(|token| token.kind());
                    return matches!(before, Some(TokenKind::FStringStart | TokenKind::FStringMiddle));
                }
                TokenKind::Lpar | TokenKind::Lsqb => return false,
                _ => {}
            }
        }
        false
    }

    pub(super) fn is_in_brackets(&self) -> bool {
        self.bracket().is_some()
    }

    /// The innermost bracket that is open where the error is.
    pub(super) fn bracket(&self) -> Option<TokenKind> {
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

    /// The expression that ends where the error is, back to what cannot be part of an operand.
    pub(super) fn left_operand(&self) -> TextRange {
        let mut start = self.range.start();
        let mut end = None;
        let mut depth = 0usize;
        for token in self.before() {
            match token.kind() {
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth += 1,
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if depth > 0 => depth -= 1,
                kind if depth == 0 && ends_operand(kind) => break,
                _ => {}
            }
            end.get_or_insert(token.end());
            start = token.start();
        }
        TextRange::new(start, end.unwrap_or(start).max(start))
    }

    /// Where the operand after the token at the error ends.
    pub(super) fn right_operand(&self) -> TextSize {
        let mut end = self.range.end();
        let mut depth = 0usize;
        for token in self.after().skip(1) {
            match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth > 0 => depth -= 1,
                kind if depth == 0 && ends_operand(kind) => break,
                _ => {}
            }
            end = token.end();
        }
        end
    }

    /// The whole expression that ends where the error is.
    pub(super) fn operand_before(&self) -> TextRange {
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

    /// The tokens before the error that mean something, the last first.
    pub(super) fn before(&self) -> impl Iterator<Item = &Token> {
        let end = self.tokens.partition_point(|token| token.start() < self.range.start());
        self.tokens[..end].iter().rev().filter(|token| !is_trivia(token.kind()))
    }

    /// The tokens of the line that the error is in, up to it, the last first.
    pub(super) fn statement(&self) -> impl Iterator<Item = &Token> {
        self.before().take_while(|token| !matches!(token.kind(), TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent))
    }
}

/// Whether a token is none that an operand can have outside of brackets.
fn ends_operand(kind: TokenKind) -> bool {
    use TokenKind as T;
    matches!(
        kind,
        T::Comma | T::Colon | T::Equal | T::ColonEqual | T::Newline | T::If | T::Else | T::While | T::Elif | T::For | T::In
    ) || matches!(kind, T::And | T::Or | T::Not | T::Lpar | T::Lsqb | T::Lbrace | T::Rpar | T::Rsqb | T::Rbrace | T::Return)
        || matches!(kind, T::EqEqual | T::NotEqual | T::Less | T::Greater | T::LessEqual | T::GreaterEqual | T::Is | T::Lambda)
        || matches!(kind, T::Indent | T::Dedent | T::Assert | T::Await)
}
