//! Numbers to text and back.

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use crate::python::builtins::unicode;
use crate::python::native::{Result, Throw};
use crate::python::object::Value;
use crate::python::vm::value_error;

/// `sys.get_int_max_str_digits()`: the quadratic conversions are refused beyond.
const MAX_DIGITS: usize = 4300;

/// `repr(float)`: the shortest digits that give the same float, with an exponent from 1e16 and below 1e-4 on.
pub fn repr(float: f64) -> String {
    if float.is_nan() {
        return "nan".into();
    }
    if float.is_infinite() {
        return if float > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let (negative, digits, point) = shortest(float);
    let sign = if negative { "-" } else { "" };
    let count = digits.len() as i32;
    match point {
        // 0.000ddd
        -3..=0 => format!("{sign}0.{:0>width$}", digits, width = (count - point) as usize),
        // dd.ddd
        1..=16 if point < count => format!("{sign}{}.{}", &digits[..point as usize], &digits[point as usize..]),
        // ddd000.0
        1..=16 => format!("{sign}{digits:0<width$}.0", width = point as usize),
        _ => {
            let (first, rest) = digits.split_at(1);
            let dot = if rest.is_empty() { "" } else { "." };
            format!("{sign}{first}{dot}{rest}e{}", exponent(point - 1))
        }
    }
}

/// An exponent as C prints it: sign and at least two digits.
pub fn exponent(exponent: i32) -> String {
    format!("{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

/// Sign, shortest digits (no zeros around them, `"0"` for zero) and the place of the point before them: `0.ddd * 10 ** point`.
pub fn shortest(float: f64) -> (bool, String, i32) {
    let negative = float.is_sign_negative();
    if float == 0.0 {
        return (negative, "0".into(), 1);
    }
    let mut buffer = zmij::Buffer::new();
    let text = buffer.format_finite(float.abs());
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i32 = exponent.parse().expect("an exponent is an int");
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    let point = whole.len() as i32 + exponent - (all.len() - significant.len()) as i32;
    (negative, significant.trim_end_matches('0').to_owned(), point)
}

/// The digits of a finite float rounded to a multiple of `10 ** places`, as text that parses as a float.
pub fn round_left_of_point(float: f64, places: usize) -> String {
    let whole = format!("{:.0}", float.abs().trunc());
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if places > whole.len() {
        return format!("{sign}0");
    }
    let (kept, cut) = whole.split_at(whole.len() - places);
    let mut kept: BigInt = if kept.is_empty() { BigInt::zero() } else { kept.parse().expect("digits are an int") };
    // Compared as text with "5000...": both have the same length.
    let half = format!("5{}", "0".repeat(places - 1));
    let above = cut > half.as_str() || (cut == half && (float.fract() != 0.0 || kept.bit(0)));
    if above {
        kept += 1;
    }
    format!("{sign}{kept}e{places}")
}

/// The error of showing an int of more than 4300 digits.
pub fn too_many_to_show() -> Throw {
    value_error(format!(
        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// `str(int)`.
///
/// # Errors
/// `ValueError` for an int of more than 4300 digits.
pub fn int_to_str(int: &BigInt) -> Result<String> {
    // 10 has more than 3 bits: this many digits are certain.
    if int.bits() / 4 > MAX_DIGITS as u64 {
        return Err(too_many_to_show());
    }
    let text = int.to_string();
    if text.trim_start_matches('-').len() > MAX_DIGITS { Err(too_many_to_show()) } else { Ok(text) }
}

/// `int(text, base)`. `shown` is how messages show the argument.
///
/// # Errors
/// `ValueError` if the text is no int of that base.
pub fn parse_int(text: &str, base: u32, shown: &str) -> Result<Value> {
    let invalid = || value_error(format!("invalid literal for int() with base {base}: {shown}"));
    let text = ascii_digits(text.trim_matches(unicode::is_space));
    let (negative, body) = split_sign(&text);
    let (radix, body) = split_prefix(body, base).ok_or_else(invalid)?;
    let digits = without_underscores(body).ok_or_else(invalid)?;
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(invalid());
    }
    if base == 0 && radix == 10 && digits.starts_with('0') && digits.bytes().any(|b| b != b'0') {
        return Err(invalid());
    }
    if !radix.is_power_of_two() && digits.len() > MAX_DIGITS {
        return Err(too_many_digits(digits.len()));
    }
    let int = BigInt::parse_bytes(digits.as_bytes(), radix).ok_or_else(invalid)?;
    Ok(Value::int(if negative { -int } else { int }))
}

fn too_many_digits(count: usize) -> Throw {
    value_error(format!(
        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {count} digits; \
         use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// `float(text)`; `None` if the text is no float.
pub fn parse_float(text: &str) -> Option<f64> {
    let text = ascii_digits(text.trim_matches(unicode::is_space));
    let (negative, body) = split_sign(&text);
    let magnitude = match body.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => {
            let digits = decimal_underscores(body)?;
            if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
                return None;
            }
            digits.parse().ok()?
        }
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// Decimal digits of other scripts as ASCII ones.
fn ascii_digits(text: &str) -> String {
    text.chars().map(|c| unicode::decimal(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)).collect()
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The radix that base and prefix say, and the digits after the prefix.
fn split_prefix(body: &str, base: u32) -> Option<(u32, &str)> {
    let prefix = body.get(..2).map(str::to_ascii_lowercase);
    let of_prefix = match prefix.as_deref() {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => return Some((if base == 0 { 10 } else { base }, body)),
    };
    if base != 0 && base != of_prefix {
        return Some((base, body));
    }
    let digits = &body[2..];
    Some((of_prefix, digits.strip_prefix('_').unwrap_or(digits)))
}

/// Digits without their single underscores; `None` if an underscore is not between two digits.
fn without_underscores(digits: &str) -> Option<String> {
    let misplaced = digits.starts_with('_') || digits.ends_with('_') || digits.contains("__");
    (!misplaced).then(|| digits.replace('_', ""))
}

/// As [`without_underscores`], for the digits of a float.
fn decimal_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let placed = |at: usize| digit(at.checked_sub(1)) && digit(Some(at + 1));
    let well_placed = bytes.iter().enumerate().all(|(at, &byte)| byte != b'_' || placed(at));
    well_placed.then(|| text.replace('_', ""))
}

/// `float.hex()`.
pub fn float_to_hex(float: f64) -> String {
    if !float.is_finite() {
        return repr(float);
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    let bits = float.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7ff) as i32, bits & ((1 << 52) - 1));
    let (lead, exponent) = match (exponent, fraction) {
        (0, 0) => return format!("{sign}0x0.0p+0"),
        (0, _) => (0, -1022),
        _ => (1, exponent - 1023),
    };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

/// `float.fromhex(text)`; `None` if the text is none. Digits beyond 60 bits only decide the rounding.
pub fn float_from_hex(text: &str) -> Option<f64> {
    let text = text.trim_matches(unicode::is_space).to_ascii_lowercase();
    let (negative, body) = split_sign(&text);
    let sign = if negative { -1.0 } else { 1.0 };
    match body {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN),
        _ => {}
    }
    let body = body.strip_prefix("0x").unwrap_or(body);
    let (mantissa, exponent) = body.split_once('p').unwrap_or((body, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let exponent: i64 = exponent.parse().ok()?;
    let int = BigInt::parse_bytes(digits.as_bytes(), 16)?;
    if int.is_zero() {
        return Some(sign * 0.0);
    }
    let exponent = exponent.checked_sub(4 * fraction.len() as i64)?;
    if exponent.unsigned_abs() > 5000 + 4 * digits.len() as u64 {
        return Some(sign * if exponent > 0 { f64::INFINITY } else { 0.0 });
    }
    // A quotient of two ints is rounded once, subnormal or not.
    let one = BigInt::from(1);
    let (a, b) = if exponent >= 0 { (int << exponent, one) } else { (int, one << -exponent) };
    super::integer::true_divide(&a, &b).ok().or_else(|| a.to_f64()).map(|float| sign * float)
}
