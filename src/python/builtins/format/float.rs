//! The digits of floats in the formats of C's printf: `PyOS_double_to_string` (Python/pystrtod.c).

use crate::python::builtins::number::text::{exponent, repr};

/// What decides the digits of a float.
#[derive(Clone, Copy, Debug)]
pub struct FloatFormat {
    /// `e`, `f`, `g`, or `r` for `repr`.
    pub code: char,
    /// Not looked at for `r`.
    pub precision: usize,
    /// `#`: the point stays, and `g` keeps its zeros.
    pub alternate: bool,
    /// An integral number gets ".0".
    pub add_dot_0: bool,
}

/// No float has more digits after the point than this; the rest are zeros. (`format!` takes no precision above 65535.)
const MAX_DIGITS: usize = 1100;

/// The digits of `float` without its sign, in lower case.
pub fn digits(float: f64, format: FloatFormat) -> String {
    let float = float.abs();
    if !float.is_finite() {
        return repr(float);
    }
    match format.code {
        'e' => scientific(float, format.precision, format.alternate),
        'f' => fixed(float, format.precision, format.alternate),
        'g' => general(float, format),
        _ => match repr(float).split_once('e') {
            Some((mantissa, power)) => format!("{}e{power}", with_point(mantissa.to_owned(), format.alternate)),
            None => repr(float),
        },
    }
}

fn with_point(mut digits: String, alternate: bool) -> String {
    if alternate && !digits.contains('.') {
        digits.push('.');
    }
    digits
}

fn fixed(float: f64, precision: usize, alternate: bool) -> String {
    let kept = precision.min(MAX_DIGITS);
    let mut text = format!("{float:.kept$}");
    text.extend(std::iter::repeat_n('0', precision - kept));
    with_point(text, alternate)
}

/// The mantissa's text and the exponent, rounded to `precision` digits after the point.
fn rounded(float: f64, precision: usize) -> (String, i32) {
    let kept = precision.min(MAX_DIGITS);
    let text = format!("{float:.kept$e}");
    let (mantissa, exponent) = text.split_once('e').expect("scientific notation has an exponent");
    let mut mantissa = mantissa.to_owned();
    mantissa.extend(std::iter::repeat_n('0', precision - kept));
    (mantissa, exponent.parse().expect("an exponent is an int"))
}

fn scientific(float: f64, precision: usize, alternate: bool) -> String {
    let (mantissa, power) = rounded(float, precision);
    format!("{}e{}", with_point(mantissa, alternate), exponent(power))
}

fn general(float: f64, format: FloatFormat) -> String {
    // Digits beyond what a float has would be zeros, which only `#` keeps.
    let precision = if format.alternate { format.precision.max(1) } else { format.precision.clamp(1, MAX_DIGITS) };
    let (mantissa, power) = rounded(float, precision - 1);
    let limit = precision as i64 - i64::from(format.add_dot_0);
    let use_exponent = power < -4 || i64::from(power) >= limit;
    let trim = |text: String| match text.contains('.') && !format.alternate {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => with_point(text, format.alternate),
    };
    if use_exponent {
        return format!("{}e{}", trim(mantissa), exponent(power));
    }
    let text = trim(fixed(float, (precision as i64 - 1 - i64::from(power)) as usize, false));
    if format.add_dot_0 && !text.contains('.') { text + ".0" } else { text }
}

/// Whether digits are all zeros: what `z` asks.
pub fn is_zero(digits: &str) -> bool {
    digits.split('e').next().is_some_and(|mantissa| mantissa.bytes().all(|b| matches!(b, b'0' | b'.')))
}
