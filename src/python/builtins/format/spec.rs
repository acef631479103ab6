//! The format mini-language, parsed: `parse_internal_render_format_spec` (Python/formatter_unicode.c).

use std::iter::Peekable;
use std::str::Chars;

use crate::python::native::{Result, Throw};
use crate::python::vm::value_error;

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    Center,
    /// Between the sign and the digits.
    AfterSign,
}

/// `,` or `_` between groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Underscore,
}

impl Separator {
    pub fn char(self) -> char {
        match self {
            Separator::Comma => ',',
            Separator::Underscore => '_',
        }
    }
}

/// A format specification. Sizes are in code points.
#[derive(Clone, Debug)]
pub struct Spec {
    pub fill: char,
    /// `None` if it was not given.
    pub align: Option<Align>,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    /// `z`: a negative zero loses its sign.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    pub width: usize,
    pub separator: Option<Separator>,
    pub precision: Option<usize>,
    /// Between the digits after the point.
    pub fraction_separator: Option<Separator>,
    /// The type, if it was given.
    pub kind: Option<char>,
}

/// Sizes above this are refused: nothing that large can be shown.
const MAX_SIZE: usize = i32::MAX as usize;

fn align_of(c: char) -> Option<Align> {
    match c {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
}

impl Parser<'_> {
    fn take(&mut self, c: char) -> bool {
        self.rest.next_if_eq(&c).is_some()
    }

    /// A number, if there is one.
    fn number(&mut self) -> Result<Option<usize>> {
        let mut number = None;
        while let Some(digit) = self.rest.peek().and_then(|c| c.to_digit(10)) {
            self.rest.next();
            let next = number.unwrap_or(0usize).saturating_mul(10).saturating_add(digit as usize);
            if next > MAX_SIZE {
                return Err(value_error("Too many decimal digits in format string"));
            }
            number = Some(next);
        }
        Ok(number)
    }

    fn separator(&mut self) -> Result<Option<Separator>> {
        let both = || Err(value_error("Cannot specify both ',' and '_'."));
        let comma = self.take(',');
        if self.take('_') {
            return if comma || self.rest.peek() == Some(&',') { both() } else { Ok(Some(Separator::Underscore)) };
        }
        Ok(comma.then_some(Separator::Comma))
    }
}

impl Spec {
    /// Parses `text`. Numbers are aligned to the right by default (`numeric`), and a 0 before the width then goes after the sign.
    ///
    /// # Errors
    /// `ValueError` if it is no specification; `type_name` is the class of the formatted object.
    pub fn parse(text: &str, numeric: bool, type_name: &str) -> Result<Spec> {
        let (fill, align, rest) = fill_and_align(text);
        let mut parser = Parser { rest: rest.chars().peekable() };
        let mut spec = Spec {
            fill: fill.unwrap_or(' '),
            align,
            sign: parser.rest.next_if(|c| matches!(c, '+' | '-' | ' ')),
            no_negative_zero: parser.take('z'),
            alternate: parser.take('#'),
            width: 0,
            separator: None,
            precision: None,
            fraction_separator: None,
            kind: None,
        };
        if fill.is_none() && parser.take('0') {
            spec.fill = '0';
            if align.is_none() && numeric {
                spec.align = Some(Align::AfterSign);
            }
        }
        spec.width = parser.number()?.unwrap_or(0);
        spec.separator = parser.separator()?;
        if parser.take('.') {
            spec.precision = parser.number()?;
            spec.fraction_separator = parser.separator()?;
            if spec.precision.is_none() && spec.fraction_separator.is_none() {
                return Err(value_error("Format specifier missing precision"));
            }
        }
        spec.kind = parser.rest.next();
        if parser.rest.next().is_some() {
            return Err(value_error(format!("Invalid format specifier '{text}' for object of type '{type_name}'")));
        }
        Ok(spec)
    }

    /// Checks the separators against the type, which is `default` if it was not given.
    pub fn check_separator(&self, default: char) -> Result<()> {
        let kind = self.kind.unwrap_or(default);
        let fits = |separator: &Separator| match kind {
            'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => true,
            'b' | 'o' | 'x' | 'X' => *separator == Separator::Underscore,
            _ => false,
        };
        let misplaced = self.separator.filter(|separator| !fits(separator)).or(self.fraction_separator.filter(|_| kind == 'n'));
        let Some(separator) = misplaced else { return Ok(()) };
        Err(value_error(format!("Cannot specify '{}' with '{}'.", separator.char(), shown(kind))))
    }
}

/// The error for a type that the class does not have.
pub fn unknown_code(kind: char, type_name: &str) -> Throw {
    value_error(format!("Unknown format code '{}' for object of type '{type_name}'", shown(kind)))
}

/// A type as messages show it.
fn shown(kind: char) -> String {
    if kind > ' ' && kind < '\u{80}' { kind.to_string() } else { format!("\\x{:x}", kind as u32) }
}

/// Fill, alignment and what follows them.
fn fill_and_align(text: &str) -> (Option<char>, Option<Align>, &str) {
    let mut chars = text.chars();
    let first = chars.next();
    let after_first = chars.as_str();
    let second = chars.next().and_then(align_of);
    match (first, first.and_then(align_of), second) {
        (Some(fill), _, Some(align)) => (Some(fill), Some(align), chars.as_str()),
        (_, Some(align), None) => (None, Some(align), after_first),
        _ => (None, None, text),
    }
}
