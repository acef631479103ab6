//! Operators on floats.

use super::{complex, division_by_zero, integer, overflow, text};
use crate::python::code::BinaryOp;
use crate::python::core::ExceptionKind;
use crate::python::library::math::elementary;
use crate::python::native::Result;
use crate::python::object::{Complex, Value};
use crate::python::vm::{error, raise};

/// Whether floats have the operator.
pub fn has(op: BinaryOp) -> bool {
    use BinaryOp::{Add, Div, FloorDiv, Mod, Mul, Pow, Sub};
    matches!(op, Add | Sub | Mul | Div | FloorDiv | Mod | Pow)
}

/// A binary operator that floats have (see [`has`]).
pub fn binary(op: BinaryOp, a: f64, b: f64) -> Result<Value> {
    Ok(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if b == 0.0 => return Err(division_by_zero()),
        BinaryOp::Div => a / b,
        BinaryOp::FloorDiv => divmod(a, b)?.0,
        BinaryOp::Mod => divmod(a, b)?.1,
        BinaryOp::Pow if is_complex_power(a, b) => {
            return complex::power(Complex::new(a, 0.0), Complex::new(b, 0.0)).map(Value::from);
        }
        BinaryOp::Pow => power(a, b)?,
        BinaryOp::MatMul | BinaryOp::LShift | BinaryOp::RShift | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
            unreachable!("floats do not have the operator")
        }
    }))
}

/// Quotient rounded down, and the rest, which has the sign of `b`: `_float_div_mod` (Objects/floatobject.c).
pub fn divmod(a: f64, b: f64) -> Result<(f64, f64)> {
    if b == 0.0 {
        return Err(division_by_zero());
    }
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return Ok((0f64.copysign(a / b), rest));
    }
    // The quotient is an integer but for rounding errors.
    let floor = quotient.floor();
    Ok((if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest))
}

/// Whether `a ** b` is a complex number.
fn is_complex_power(a: f64, b: f64) -> bool {
    a < 0.0 && a.is_finite() && b.is_finite() && b.floor() != b
}

/// `a ** b` where it is real: `float_pow` (Objects/floatobject.c).
///
/// # Errors
/// `ZeroDivisionError` and `OverflowError` as CPython.
pub fn power(a: f64, b: f64) -> Result<f64> {
    if a == 0.0 && b < 0.0 {
        return Err(error(ExceptionKind::ZeroDivisionError, "zero to a negative power"));
    }
    let result = elementary::pow(a, b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        let message = Value::from("Numerical result out of range");
        return Err(raise(ExceptionKind::OverflowError, vec![Value::Int(34), message]));
    }
    Ok(result)
}

/// `float * 2 ** exponent` where the result is exact, zero or infinite.
pub fn scale(mut float: f64, mut exponent: i64) -> f64 {
    const STEP: i64 = 1000;
    let power = |exponent: i64| f64::from_bits(((exponent + 1023) as u64) << 52);
    while exponent > STEP {
        float *= power(STEP);
        exponent -= STEP;
    }
    while exponent < -STEP {
        float *= power(-STEP);
        exponent += STEP;
    }
    float * power(exponent)
}

/// A finite float as `mantissa * 2 ** exponent`, the mantissa with its sign and as many bits as the format has.
pub fn decompose(float: f64) -> (i64, i64) {
    let bits = float.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7ff) as i64, (bits & ((1 << 52) - 1)) as i64);
    let (mantissa, exponent) = if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    (if float.is_sign_negative() { -mantissa } else { mantissa }, exponent)
}

/// `round(float)`: to the nearest int, ties to even.
pub fn round_to_int(float: f64) -> Result<Value> {
    integer::from_float(float.round_ties_even())
}

/// `round(float, digits)`: correctly rounded, ties (exact ones, which only few floats are) to even, as `double_round`
/// (Objects/floatobject.c).
pub fn round(float: f64, digits: i64) -> Result<f64> {
    // Enough digits to change nothing, or so few that nothing is left: NDIGITS_MAX and NDIGITS_MIN there.
    if !float.is_finite() || digits > 323 {
        return Ok(float);
    }
    if digits < -308 {
        return Ok(0f64.copysign(float));
    }
    let rounded = match usize::try_from(digits) {
        Ok(digits) => format!("{float:.digits$}").parse(),
        Err(_) => text::round_left_of_point(float, digits.unsigned_abs() as usize).parse(),
    };
    match rounded.expect("digits are a float") {
        rounded if f64::is_infinite(rounded) => Err(overflow("rounded value too large to represent")),
        rounded => Ok(rounded),
    }
}
