//! What is wrong inside of a token: strings, numbers, letters that mean nothing.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{InterpolatedStringErrorType as FString, LexicalErrorType as Lexical};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{Context, EOF, Message};
use crate::python::compile::diagnostics::DiagnosticKind;
use crate::python::compile::wording::INVALID;

impl Context<'_> {
    pub(super) fn lexical(&self, error: &Lexical) -> Message {
        match error {
            Lexical::IndentationError => self.unindent(),
            Lexical::UnclosedStringError => self.unterminated("string literal"),
            Lexical::FStringError(error) => self.fstring(error),
            Lexical::InvalidByteLiteral => {
                Message { range: self.literal(), ..self.plain("bytes can only contain ASCII literal characters") }
            }
            Lexical::LineContinuationError => {
                let after = TextRange::empty(self.range.start() + TextSize::new(1));
                Message { range: after, ..self.plain("unexpected character after line continuation character") }
            }
            Lexical::Eof => Message { range: TextRange::empty(TextSize::of(self.source.text.trim_end())), ..self.plain(EOF) },
            Lexical::UnrecognizedToken { tok } if !tok.is_ascii() => {
                let what = if is_printable(*tok) { "character" } else { "non-printable character" };
                let shown = if what == "character" {
                    format!(" '{tok}' (U+{:04X})", u32::from(*tok))
                } else {
                    format!(" U+{:04X}", u32::from(*tok))
                };
                self.plain(format!("invalid {what}{shown}"))
            }
            Lexical::OtherError(text) if text.contains("decimal integer literal") => self.leading_zeros(),
            Lexical::UnicodeError | Lexical::MissingUnicodeLbrace | Lexical::MissingUnicodeRbrace => self.escape(),
            _ => self.number(self.range.start()).unwrap_or_else(|| self.plain(INVALID)),
        }
    }

    fn leading_zeros(&self) -> Message {
        let zeros = self.text().bytes().take_while(|&byte| matches!(byte, b'0' | b'_')).count();
        let text = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        Message { range: TextRange::at(self.range.start(), TextSize::new(zeros.max(1) as u32)), ..self.plain(text) }
    }

    /// What is wrong with the number that begins at `start`, if it is the number that is wrong.
    pub(super) fn number(&self, start: TextSize) -> Option<Message> {
        let (at, text) = number_problem(self.source.text.get(start.to_usize()..)?)?;
        Some(Message { range: TextRange::empty(start + TextSize::new(at as u32)), ..self.plain(text) })
    }

    /// The whole string or number that the error is in.
    fn literal(&self) -> TextRange {
        let around = self.tokens.iter().find(|token| token.range().contains_range(self.range) && !token.range().is_empty());
        around.map_or(self.range, |token| token.range())
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
        let literal = self.literal();
        let written = &self.source.text[literal.start().to_usize()..literal.end().to_usize()];
        let problem = escape_problem(written).unwrap_or_else(|| "malformed \\N, \\x, \\u or \\U escape".to_owned());
        Message { range: literal, ..self.plain(format!("(unicode error) 'unicodeescape' codec can't decode bytes {problem}")) }
    }

    pub(super) fn fstring(&self, error: &FString) -> Message {
        self.plain(match error {
            FString::UnclosedLbrace if self.starts_operand() => return self.forgotten_comma(),
            FString::UnclosedLbrace => "f-string: expecting '}'",
            FString::InvalidConversionFlag => {
                let letter: String = self.text().chars().take(1).collect();
                if letter == "}" {
                    return self.plain("f-string: missing conversion character");
                }
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
        if what == "string literal"
            && let Some(quote) = self.closes_fstring()
        {
            return Message { range: TextRange::empty(quote), ..self.plain("f-string: expecting '}'") };
        }
        let literal = text[start.to_usize().min(here)..].trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        let triple = literal.starts_with("\"\"\"") || literal.starts_with("'''");
        let last = if triple { text.trim_end_matches('\n').len() } else { start.to_usize() };
        let detected = self.source.line(last as u32);
        let triple = if triple { "triple-quoted " } else { "" };
        Message {
            range: TextRange::empty(start),
            ..self.plain(format!("unterminated {triple}{what} (detected at line {detected})"))
        }
    }

    /// The quote that the error is at, if it is the one that the innermost f-string would end with: its replacement field was not closed.
    fn closes_fstring(&self) -> Option<TextSize> {
        let mut ended = 0usize;
        let opened = self.before().find(|token| match token.kind() {
            TokenKind::FStringEnd => {
                ended += 1;
                false
            }
            TokenKind::FStringStart if ended > 0 => {
                ended -= 1;
                false
            }
            kind => kind == TokenKind::FStringStart,
        })?;
        let quote = self.source.text[..opened.end().to_usize()].chars().next_back()?;
        self.text().starts_with(quote).then_some(self.range.start())
    }
}

/// What `str.isprintable` says of a character that is not ASCII.
fn is_printable(letter: char) -> bool {
    let format =
        matches!(u32::from(letter), 0xAD | 0x600..=0x605 | 0x61C | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFEFF);
    !(letter.is_control() || letter.is_whitespace() || format)
}

/// What is wrong with the number that `text` begins with, and the byte where CPython gave up (`tok_get`, Parser/lexer/lexer.c).
fn number_problem(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let (kind, highest) = match bytes.get(..2)? {
        b"0x" | b"0X" => ("hexadecimal", b'9'),
        b"0o" | b"0O" => ("octal", b'7'),
        b"0b" | b"0B" => ("binary", b'1'),
        _ => ("decimal", b'9'),
    };
    let is_digit = |byte: u8| (b'0'..=highest).contains(&byte) || kind == "hexadecimal" && byte.is_ascii_hexdigit();
    let mut at = if kind == "decimal" { 0 } else { 2 };
    let mut after_digit = kind == "decimal";
    loop {
        let next = bytes.get(at).copied().unwrap_or(b' ');
        if is_digit(next) {
            after_digit = true;
        } else if next == b'_' && (after_digit || at == 2 && kind != "decimal") {
            after_digit = false;
        } else if next.is_ascii_digit() {
            return Some((at, format!("invalid digit '{}' in {kind} literal", char::from(next))));
        } else if !after_digit || next.is_ascii_alphabetic() || next == b'_' {
            return Some((at.saturating_sub(1), format!("invalid {kind} literal")));
        } else {
            return None;
        }
        at += 1;
    }
}

/// Where an escape of a string literal goes wrong, as the codec words it.
fn escape_problem(literal: &str) -> Option<String> {
    let body = literal.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let quotes = if body.starts_with("\"\"\"") || body.starts_with("'''") { 3 } else { 1 };
    let mut letters = body.get(quotes..)?.chars().peekable();
    let mut at = 0usize;
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            // What is not ASCII is decoded as an escape of ten characters.
            at += if letter.is_ascii() { 1 } else { 10 };
            continue;
        }
        let (digits, name) = match letters.next()? {
            'x' => (2, "\\xXX"),
            'u' => (4, "\\uXXXX"),
            'U' => (8, "\\UXXXXXXXX"),
            'N' if letters.peek() != Some(&'{') => {
                return Some(format!("in position {at}-{}: malformed \\N character escape", at + 1));
            }
            _ => (0, ""),
        };
        let mut code = 0u32;
        for read in 0..digits {
            let Some(digit) = letters.peek().and_then(|letter| letter.to_digit(16)) else {
                return Some(format!("in position {at}-{}: truncated {name} escape", at + 1 + read));
            };
            code = code.wrapping_mul(16).wrapping_add(digit);
            letters.next();
        }
        if digits == 8 && code > 0x10_FFFF {
            return Some(format!("in position {at}-{}: illegal Unicode character", at + 9));
        }
        at += 2 + digits;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{escape_problem, number_problem};

    fn check_number(text: &str, expected: Option<(usize, &str)>) {
        assert_eq!(number_problem(text).as_ref().map(|(at, text)| (*at, text.as_str())), expected, "{text}");
    }

    #[test]
    fn wrong_numbers_say_what_is_wrong() {
        check_number("0xg", Some((1, "invalid hexadecimal literal")));
        check_number("0b12", Some((3, "invalid digit '2' in binary literal")));
        check_number("0o8", Some((2, "invalid digit '8' in octal literal")));
        check_number("1_ ", Some((1, "invalid decimal literal")));
        check_number("1__0", Some((1, "invalid decimal literal")));
        check_number("12abc", Some((1, "invalid decimal literal")));
        check_number("12 + 1", None);
        check_number("0x_f", None);
    }

    #[test]
    fn wrong_escapes_say_where_they_are() {
        let expected = "in position 1-3: truncated \\uXXXX escape";
        assert_eq!(escape_problem("'a\\u1'").as_deref(), Some(expected));
        assert_eq!(escape_problem("'\\x41\\n'"), None);
    }
}
