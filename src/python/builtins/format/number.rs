//! Numbers in the format mini-language: sign, prefix, grouped digits, padding (Python/formatter_unicode.c).

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::float::{self, FloatFormat};
use super::pad;
use super::spec::{Align, Separator, Spec, unknown_code};
use crate::python::builtins::number::{Number, overflow};
use crate::python::native::{Result, Throw};
use crate::python::vm::value_error;

/// A number taken apart for layout.
struct Parts<'a> {
    negative: bool,
    /// `0x` and the like.
    prefix: &'a str,
    /// Before the point.
    whole: &'a str,
    /// From the point on.
    rest: String,
    /// Digits between separators.
    group: usize,
}

/// An int by `spec`.
pub fn format_int(int: &BigInt, spec: &Spec, type_name: &str) -> Result<String> {
    let kind = spec.kind.unwrap_or('d');
    spec.check_separator(kind)?;
    match kind {
        'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n' => {}
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            let value = int.to_f64().filter(|float| float.is_finite());
            let value = value.ok_or_else(|| overflow("int too large to convert to float"))?;
            return format_float(value, spec, type_name);
        }
        _ => return Err(unknown_code(kind, type_name)),
    }
    if spec.precision.is_some() {
        return Err(value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if kind == 'c' {
        return format_char(int, spec);
    }
    let (radix, prefix) = match kind {
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = match radix {
        10 => crate::python::builtins::number::text::int_to_str(&int.abs())?,
        _ => int.magnitude().to_str_radix(radix),
    };
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let group = if radix == 10 { 3 } else { 4 };
    layout(&Parts { negative: int.is_negative(), prefix, whole: &digits, rest: String::new(), group }, spec)
}

fn format_char(int: &BigInt, spec: &Spec) -> Result<String> {
    if spec.sign.is_some() {
        return Err(value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let c = char_of(Number::Big(int))?;
    let align = spec.align.unwrap_or(Align::Right);
    pad(c.encode_utf8(&mut [0; 4]), spec.width, spec.fill, if align == Align::AfterSign { Align::Right } else { align })
}

/// The character of a code point, for `c`. Surrogates, which strings here cannot hold, are refused like what is too large.
pub fn char_of(number: Number<'_>) -> Result<char> {
    let code = match number {
        Number::Small(code) => u32::try_from(code).ok(),
        Number::Big(code) => code.to_u32(),
        Number::Float(_) => None,
    };
    code.and_then(char::from_u32).ok_or_else(out_of_range)
}

fn out_of_range() -> Throw {
    overflow("%c arg not in range(0x110000)")
}

/// A float by `spec`.
pub fn format_float(value: f64, spec: &Spec, type_name: &str) -> Result<String> {
    spec.check_separator('g')?;
    let default = |precision: usize| spec.precision.unwrap_or(precision);
    let (code, precision, add_dot_0) = match (spec.kind, spec.precision) {
        (None, None) => ('r', 0, true),
        (None, Some(precision)) => ('g', precision, true),
        (Some('e' | 'E'), _) => ('e', default(6), false),
        (Some('f' | 'F' | '%'), _) => ('f', default(6), false),
        (Some('g' | 'G' | 'n'), _) => ('g', default(6), false),
        (Some(kind), _) => return Err(unknown_code(kind, type_name)),
    };
    let percent = spec.kind == Some('%');
    let value = if percent { value * 100.0 } else { value };
    super::check_size(precision)?;
    let mut digits = float::digits(value, FloatFormat { code, precision, alternate: spec.alternate, add_dot_0 });
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        digits.make_ascii_uppercase();
    }
    if percent {
        digits.push('%');
    }
    let negative = value.is_sign_negative() && !value.is_nan();
    let zero = spec.no_negative_zero && float::is_zero(digits.trim_end_matches('%'));
    let whole = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(whole);
    let rest = group_fraction(rest, spec.fraction_separator);
    layout(&Parts { negative: negative && !zero, prefix: "", whole, rest, group: 3 }, spec)
}

/// Separators between the digits after the point, counted from the point.
fn group_fraction(rest: &str, separator: Option<Separator>) -> String {
    let (Some(separator), Some(fraction)) = (separator, rest.strip_prefix('.')) else { return rest.to_owned() };
    let end = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
    let mut grouped = String::from(".");
    for (at, digit) in fraction[..end].chars().enumerate() {
        if at > 0 && at % 3 == 0 {
            grouped.push(separator.char());
        }
        grouped.push(digit);
    }
    grouped + &fraction[end..]
}

fn layout(parts: &Parts<'_>, spec: &Spec) -> Result<String> {
    super::check_size(spec.width)?;
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        (false, _) => "",
    };
    let align = spec.align.unwrap_or(Align::Right);
    let around = sign.len() + parts.prefix.len() + parts.rest.len();
    // Zeros after the sign are grouped like the digits they precede.
    let least = if spec.fill == '0' && align == Align::AfterSign { spec.width.saturating_sub(around) } else { 0 };
    let whole = match spec.separator {
        Some(separator) if !parts.whole.is_empty() => group_digits(parts.whole, separator.char(), parts.group, least),
        _ => parts.whole.to_owned(),
    };
    if align == Align::AfterSign {
        let padding = spec.width.saturating_sub(around + whole.len());
        let padding: String = std::iter::repeat_n(spec.fill, padding).collect();
        return Ok(format!("{sign}{}{padding}{whole}{}", parts.prefix, parts.rest));
    }
    pad(&format!("{sign}{}{whole}{}", parts.prefix, parts.rest), spec.width, spec.fill, align)
}

/// Digits with a separator between groups, and zeros before them up to `least` characters: one more where a separator would come
/// first.
fn group_digits(digits: &str, separator: char, group: usize, least: usize) -> String {
    let mut reversed = String::new();
    let mut rest = digits.chars().rev().peekable();
    let mut count = 0;
    while rest.peek().is_some() || reversed.len() < least {
        if count > 0 && count % group == 0 {
            reversed.push(separator);
        }
        reversed.push(rest.next().unwrap_or('0'));
        count += 1;
    }
    reversed.chars().rev().collect()
}
