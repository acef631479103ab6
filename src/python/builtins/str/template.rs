//! `str.format`: templates, parsed as `MarkupIterator` does (Objects/stringlib/unicode_format.h).

use std::iter::Peekable;
use std::str::CharIndices;

use crate::python::native::{Result, Throw};
use crate::python::vm::value_error;

/// A replacement field with the text before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    pub literal: String,
    pub field: Option<Field>,
}

/// What is between braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub argument: Argument,
    pub path: Vec<Step>,
    /// `r`, `s` or `a` behind `!`.
    pub conversion: Option<char>,
    /// The format specification, itself a template.
    pub spec: String,
}

/// Which argument a field shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// The next positional one.
    Next,
    Position(usize),
    Keyword(String),
}

/// A part of the way from the argument to the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Attribute(String),
    Index(usize),
    Key(String),
}

/// The pieces of a template.
///
/// # Errors
/// `ValueError` if the template is malformed.
pub fn parse(template: &str) -> Result<Vec<Piece>> {
    let mut parser = Parser { template, rest: template.char_indices().peekable() };
    let mut pieces = Vec::new();
    while parser.rest.peek().is_some() {
        pieces.push(parser.piece()?);
    }
    Ok(pieces)
}

struct Parser<'a> {
    template: &'a str,
    rest: Peekable<CharIndices<'a>>,
}

impl Parser<'_> {
    fn next(&mut self) -> Option<char> {
        self.rest.next().map(|(_, c)| c)
    }

    fn offset(&mut self) -> usize {
        self.rest.peek().map_or(self.template.len(), |&(at, _)| at)
    }

    fn piece(&mut self) -> Result<Piece> {
        let mut literal = String::new();
        while let Some(c) = self.next() {
            if !matches!(c, '{' | '}') {
                literal.push(c);
                continue;
            }
            if self.rest.next_if(|&(_, next)| next == c).is_some() {
                literal.push(c);
                continue;
            }
            if c == '}' || self.rest.peek().is_none() {
                return Err(value_error(format!("Single '{c}' encountered in format string")));
            }
            return Ok(Piece { literal, field: Some(self.field()?) });
        }
        Ok(Piece { literal, field: None })
    }

    /// A field whose `{` was read.
    fn field(&mut self) -> Result<Field> {
        let start = self.offset();
        let mut in_brackets = false;
        let (end, after) = loop {
            let (at, c) = self.rest.next().ok_or_else(|| value_error("expected '}' before end of string"))?;
            match c {
                '{' => return Err(value_error("unexpected '{' in field name")),
                '[' => in_brackets = true,
                ']' => in_brackets = false,
                '}' | ':' | '!' if !in_brackets => break (at, c),
                _ => {}
            }
        };
        let (argument, path) = parse_name(&self.template[start..end])?;
        let mut field = Field { argument, path, conversion: None, spec: String::new() };
        let mut after = after;
        if after == '!' {
            let conversion = self.next().ok_or_else(|| value_error("end of string while looking for conversion specifier"))?;
            after = self.next().ok_or_else(unmatched)?;
            if !matches!(after, '}' | ':') {
                return Err(value_error("expected ':' after conversion specifier"));
            }
            if !matches!(conversion, 'r' | 's' | 'a') {
                return Err(value_error(format!("Unknown conversion specifier {conversion}")));
            }
            field.conversion = Some(conversion);
        }
        if after == ':' {
            field.spec = self.spec()?;
        }
        Ok(field)
    }

    /// Up to the `}` of the field.
    fn spec(&mut self) -> Result<String> {
        let start = self.offset();
        let mut depth = 1;
        for (at, c) in self.rest.by_ref() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 {
                return Ok(self.template[start..at].to_owned());
            }
        }
        Err(unmatched())
    }
}

fn unmatched() -> Throw {
    value_error("unmatched '{' in format spec")
}

/// The name of a field: `0`, `name`, with `.attribute` and `[item]` behind.
fn parse_name(name: &str) -> Result<(Argument, Vec<Step>)> {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let argument = match (first, number(first)?) {
        ("", _) => Argument::Next,
        (_, Some(position)) => Argument::Position(position),
        _ => Argument::Keyword(first.to_owned()),
    };
    let empty = || value_error("Empty attribute in format string");
    let mut path = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let (attribute, next) = after.split_at(after.find(['.', '[']).unwrap_or(after.len()));
            path.push(Step::Attribute(Some(attribute).filter(|name| !name.is_empty()).ok_or_else(empty)?.to_owned()));
            rest = next;
        } else if let Some(after) = rest.strip_prefix('[') {
            let (key, next) = after.split_once(']').ok_or_else(|| value_error("Missing ']' in format string"))?;
            path.push(match number(key)? {
                _ if key.is_empty() => return Err(empty()),
                Some(index) => Step::Index(index),
                None => Step::Key(key.to_owned()),
            });
            rest = next;
        } else {
            return Err(value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    Ok((argument, path))
}

/// The number that the text is, if it is all digits.
fn number(text: &str) -> Result<Option<usize>> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    let number = text.parse::<i64>().map_err(|_| value_error("Too many decimal digits in format string"))?;
    Ok(usize::try_from(number).ok())
}
