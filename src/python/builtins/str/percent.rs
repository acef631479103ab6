//! `format % values`: printf-style formatting, as `PyUnicode_Format` (Objects/unicode_format.c).

use num_traits::Signed;

use super::of;
use crate::python::builtins::failure::{Tried, key_error};
use crate::python::builtins::format::float::{self, FloatFormat};
use crate::python::builtins::format::number::char_of;
use crate::python::builtins::format::spec::Align;
use crate::python::builtins::format::{check_size, pad};
use crate::python::builtins::number::{self, Number, integer};
use crate::python::builtins::type_name;
use crate::python::code::Conversion;
use crate::python::native::{Result, Throw};
use crate::python::object::{Obj, Value};
use crate::python::vm::{type_error, value_error};

/// How `%s`, `%r` and `%a` get the text of any value.
pub type Text<'a> = &'a mut dyn FnMut(&Value, Conversion) -> Tried<String>;

/// One conversion of a format, between its `%` and its type.
#[derive(Default)]
struct Item {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

/// `template % values`.
///
/// # Errors
/// As CPython; and what `text` answers, once all values were asked.
pub fn format(template: &str, values: &Value, text: Text<'_>) -> Tried<String> {
    let mut formatter = Formatter { rest: template, template, values: Values::new(values), output: String::new() };
    while let Some(at) = formatter.rest.find('%') {
        formatter.output.push_str(&formatter.rest[..at]);
        formatter.rest = &formatter.rest[at + 1..];
        formatter.item(text)?;
        check_size(formatter.output.len())?;
    }
    formatter.output.push_str(formatter.rest);
    formatter.values.finish()?;
    Ok(formatter.output)
}

/// Where the values come from: a tuple, one by one, or a mapping, by name.
struct Values<'a> {
    all: &'a Value,
    sequence: Vec<&'a Value>,
    next: usize,
    /// The value under the name that the current conversion gives.
    named: Option<Value>,
    by_name: bool,
}

impl<'a> Values<'a> {
    fn new(all: &'a Value) -> Values<'a> {
        let sequence = all.payload().as_tuple().map_or_else(|| vec![all], |items| items.iter().collect());
        Values { all, sequence, next: 0, named: None, by_name: false }
    }

    fn next(&mut self) -> Result<Value> {
        if let Some(named) = self.named.take() {
            return Ok(named);
        }
        let missing = || type_error("not enough arguments for format string");
        if self.by_name {
            return Err(missing());
        }
        let value = self.sequence.get(self.next).ok_or_else(missing)?;
        self.next += 1;
        Ok((*value).clone())
    }

    fn name(&mut self, key: &str) -> Result<()> {
        let Some(Obj::Dict(dict)) = self.all.payload().obj() else { return Err(type_error("format requires a mapping")) };
        let key = Value::from(key);
        // A string has a native hash; if it meets a key with an equality in Python, it is not that key.
        let value = dict.table.borrow().get(&key).ok().flatten();
        self.named = Some(value.ok_or_else(|| key_error(&key))?);
        self.by_name = true;
        Ok(())
    }

    fn finish(&self) -> Result<()> {
        let mapping = matches!(
            self.all.payload().obj(),
            Some(Obj::Dict(_) | Obj::List(_) | Obj::Bytes(_) | Obj::ByteArray(_) | Obj::Range(_) | Obj::Instance(_))
        );
        if self.next < self.sequence.len() && !mapping && !self.by_name {
            return Err(type_error("not all arguments converted during string formatting"));
        }
        Ok(())
    }
}

struct Formatter<'a> {
    template: &'a str,
    /// What is left of the template.
    rest: &'a str,
    values: Values<'a>,
    output: String,
}

impl Formatter<'_> {
    /// One conversion, whose `%` was read.
    fn item(&mut self, text: Text<'_>) -> Tried<()> {
        if let Some(rest) = self.rest.strip_prefix('%') {
            self.rest = rest;
            self.output.push('%');
            return Ok(());
        }
        if let Some(rest) = self.rest.strip_prefix('(') {
            self.key(rest)?;
        }
        let item = self.options()?;
        self.rest = self.rest.strip_prefix(['h', 'l', 'L']).unwrap_or(self.rest);
        let kind = self.rest.chars().next().ok_or_else(|| value_error("incomplete format"))?;
        let position = self.template[..self.template.len() - self.rest.len()].chars().count();
        self.rest = &self.rest[kind.len_utf8()..];
        let value = self.values.next()?;
        let shown = match kind {
            's' => item.text(&text(&value, Conversion::Str)?)?,
            'r' => item.text(&text(&value, Conversion::Repr)?)?,
            'a' => item.text(&text(&value, Conversion::Ascii)?)?,
            'c' => item.character(&value)?,
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => item.int(&value, kind)?,
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => item.float(&value, kind)?,
            _ => return Err(unsupported(kind, position).into()),
        };
        self.output.push_str(&shown);
        Ok(())
    }

    /// The key behind `(`, which may contain balanced parentheses.
    fn key(&mut self, rest: &str) -> Result<()> {
        let mut depth = 1;
        for (at, c) in rest.char_indices() {
            depth += i32::from(c == '(') - i32::from(c == ')');
            if depth == 0 {
                self.values.name(&rest[..at])?;
                self.rest = &self.rest[at + 2..];
                return Ok(());
            }
        }
        // What is no mapping has no keys, complete or not.
        if !matches!(self.values.all.payload().obj(), Some(Obj::Dict(_))) {
            return Err(type_error("format requires a mapping"));
        }
        Err(value_error("incomplete format key"))
    }

    fn options(&mut self) -> Result<Item> {
        let mut item = Item::default();
        while let Some(flag) = self.rest.chars().next() {
            match flag {
                '-' => item.left = true,
                '+' => item.plus = true,
                ' ' => item.blank = true,
                '#' => item.alternate = true,
                '0' => item.zero = true,
                _ => break,
            }
            self.rest = &self.rest[1..];
        }
        let width = self.size("width too big")?.unwrap_or(0);
        item.left |= width < 0;
        item.width = width.unsigned_abs() as usize;
        if let Some(rest) = self.rest.strip_prefix('.') {
            self.rest = rest;
            item.precision = Some(usize::try_from(self.size("precision too big")?.unwrap_or(0)).unwrap_or(0));
        }
        check_size(item.width.max(item.precision.unwrap_or(0)))?;
        Ok(item)
    }

    /// A number, or `*` for one among the values.
    fn size(&mut self, too_big: &str) -> Result<Option<i64>> {
        if let Some(rest) = self.rest.strip_prefix('*') {
            self.rest = rest;
            return match self.values.next()? {
                Value::Int(size) if size.unsigned_abs() <= i32::MAX as u64 => Ok(Some(size)),
                Value::Int(_) => Err(value_error(too_big)),
                _ => Err(type_error("* wants int")),
            };
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        match digits.parse::<i32>() {
            Ok(size) => Ok(Some(i64::from(size))),
            Err(_) if digits.is_empty() => Ok(None),
            Err(_) => Err(value_error(too_big)),
        }
    }
}

fn unsupported(kind: char, position: usize) -> Throw {
    let shown = if (' '..='~').contains(&kind) { kind } else { '?' };
    value_error(format!("unsupported format character '{shown}' (0x{:x}) at index {position}", kind as u32))
}

impl Item {
    fn text(&self, text: &str) -> Result<String> {
        let end = self.precision.and_then(|precision| text.char_indices().nth(precision)).map_or(text.len(), |(at, _)| at);
        self.padded(&text[..end])
    }

    fn padded(&self, text: &str) -> Result<String> {
        pad(text, self.width, ' ', if self.left { Align::Left } else { Align::Right })
    }

    fn character(&self, value: &Value) -> Result<String> {
        let wrong = |given: String| type_error(format!("%c requires an int or a unicode character, not {given}"));
        if let Some(string) = of(value) {
            if string.len() != 1 {
                return Err(wrong(format!("a string of length {}", string.len())));
            }
            return self.padded(string.as_str());
        }
        match Number::of(value) {
            Some(number @ (Number::Small(_) | Number::Big(_))) => self.padded(char_of(number)?.encode_utf8(&mut [0; 4])),
            _ => Err(wrong(type_name(value).to_string())),
        }
    }

    fn int(&self, value: &Value, kind: char) -> Result<String> {
        let hexadecimal = matches!(kind, 'o' | 'x' | 'X');
        let truncated = match Number::of(value) {
            Some(Number::Float(float)) if !hexadecimal => integer::from_float(float)?,
            _ => value.payload().clone(),
        };
        let Some(int) = number::integer(&truncated) else {
            let wanted = if hexadecimal { "an integer" } else { "a real number" };
            return Err(type_error(format!("%{kind} format: {wanted} is required, not {}", type_name(value))));
        };
        let (radix, prefix) = match kind {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut digits = match radix {
            10 => number::text::int_to_str(&int.abs())?,
            _ => int.magnitude().to_str_radix(radix),
        };
        if kind == 'X' {
            digits.make_ascii_uppercase();
        }
        let missing = self.precision.unwrap_or(0).saturating_sub(digits.len());
        let prefix = if self.alternate { prefix } else { "" };
        self.number(int.is_negative(), prefix, &format!("{}{digits}", "0".repeat(missing)))
    }

    fn float(&self, value: &Value, kind: char) -> Result<String> {
        let number = Number::of(value).ok_or_else(|| type_error(format!("must be real number, not {}", type_name(value))))?;
        let float = number.to_float()?;
        let code = kind.to_ascii_lowercase();
        let format = FloatFormat { code, precision: self.precision.unwrap_or(6), alternate: self.alternate, add_dot_0: false };
        let mut digits = float::digits(float, format);
        if kind.is_ascii_uppercase() {
            digits.make_ascii_uppercase();
        }
        self.number(float.is_sign_negative() && !float.is_nan(), "", &digits)
    }

    /// Sign, prefix and digits, with zeros between them if asked for.
    fn number(&self, negative: bool, prefix: &str, digits: &str) -> Result<String> {
        let sign = match (negative, self.plus, self.blank) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (.., true) => " ",
            _ => "",
        };
        let zeros = if self.zero && !self.left { self.width.saturating_sub(sign.len() + prefix.len() + digits.len()) } else { 0 };
        self.padded(&format!("{sign}{prefix}{}{digits}", "0".repeat(zeros)))
    }
}
