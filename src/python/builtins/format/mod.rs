//! `format()` of builtin values. `__format__` written in Python is looked up by the machine before it comes here.

pub mod complex;
pub mod float;
pub mod number;
pub mod spec;

use num_bigint::BigInt;

use self::spec::{Align, Spec, unknown_code};
use super::number::{Number, out_of_memory, text};
use super::type_name;
use crate::python::native::{Result, Throw};
use crate::python::object::{Complex, Value};
use crate::python::vm::{type_error, value_error};

/// Texts longer than this many characters are refused with a `MemoryError`.
pub const MAX_LENGTH: usize = 1 << 26;

/// # Errors
/// `MemoryError` for a size nobody can mean.
pub(crate) fn check_size(size: usize) -> Result<()> {
    if size > MAX_LENGTH { Err(out_of_memory()) } else { Ok(()) }
}

/// A number or string by a format specification; `None` for values of other types, which have no specifications of their own (see
/// [`unsupported`]).
///
/// # Errors
/// `ValueError` for a specification that is wrong or that the type does not have.
pub fn format_value(value: &Value, spec: &str) -> Result<Option<String>> {
    if let Some(text) = value.payload().as_str() {
        return format_str(text, spec, value).map(Some);
    }
    if let Some(number) = Complex::of(value) {
        return format_complex(number, spec, value).map(Some);
    }
    let Some(number) = Number::of(value) else { return Ok(None) };
    if spec.is_empty() {
        return plain(value.payload(), number).map(Some);
    }
    let name = type_name(value);
    let spec = Spec::parse(spec, true, &name)?;
    match number {
        Number::Small(int) => number::format_int(&BigInt::from(int), &spec, &name),
        Number::Big(int) => number::format_int(int, &spec, &name),
        Number::Float(float) => number::format_float(float, &spec, &name),
    }
    .map(Some)
}

fn format_complex(number: Complex, spec: &str, value: &Value) -> Result<String> {
    if spec.is_empty() {
        return Ok(super::number::complex::repr(number));
    }
    let name = type_name(value);
    complex::format_complex(number, &Spec::parse(spec, true, &name)?, &name)
}

/// `str()` of a number.
pub fn plain(value: &Value, number: Number<'_>) -> Result<String> {
    match (value, number) {
        (Value::Bool(bool), _) => Ok(if *bool { "True" } else { "False" }.to_owned()),
        (_, Number::Small(int)) => Ok(int.to_string()),
        (_, Number::Big(int)) => text::int_to_str(int),
        (_, Number::Float(float)) => Ok(text::repr(float)),
    }
}

/// The error for a specification given to a type without `__format__`.
pub fn unsupported(value: &Value) -> Throw {
    type_error(format!("unsupported format string passed to {}.__format__", type_name(value)))
}

fn format_str(text: &str, spec: &str, value: &Value) -> Result<String> {
    if spec.is_empty() {
        return Ok(text.to_owned());
    }
    let name = type_name(value);
    let spec = Spec::parse(spec, false, &name)?;
    spec.check_separator('s')?;
    let refuse = |what: &str| Err(value_error(format!("{what} not allowed in string format specifier")));
    match spec {
        Spec { kind: Some(kind), .. } if kind != 's' => return Err(unknown_code(kind, &name)),
        Spec { sign: Some(' '), .. } => return refuse("Space"),
        Spec { sign: Some(_), .. } => return refuse("Sign"),
        Spec { no_negative_zero: true, .. } => return refuse("Negative zero coercion (z)"),
        Spec { alternate: true, .. } => return refuse("Alternate form (#)"),
        Spec { align: Some(Align::AfterSign), .. } => return refuse("'=' alignment"),
        _ => {}
    }
    let end = spec.precision.and_then(|precision| text.char_indices().nth(precision)).map_or(text.len(), |(at, _)| at);
    pad(&text[..end], spec.width, spec.fill, spec.align.unwrap_or(Align::Left))
}

/// `text` padded to `width` characters.
pub fn pad(text: &str, width: usize, fill: char, align: Align) -> Result<String> {
    check_size(width)?;
    let missing = width.saturating_sub(text.chars().count());
    let left = match align {
        Align::Left => 0,
        Align::Center => missing / 2,
        Align::Right | Align::AfterSign => missing,
    };
    let mut padded = String::with_capacity(text.len() + missing * fill.len_utf8());
    padded.extend(std::iter::repeat_n(fill, left));
    padded.push_str(text);
    padded.extend(std::iter::repeat_n(fill, missing - left));
    Ok(padded)
}

#[cfg(test)]
mod tests;
