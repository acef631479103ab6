//! Operators on complex numbers (Objects/complexobject.c). A real operand stays real: it is not given an imaginary part of 0.

use super::text;
use super::{Number, division_by_zero, overflow};
use crate::python::code::{BinaryOp, UnaryOp};
use crate::python::core::ExceptionKind;
use crate::python::library::math::elementary;
use crate::python::native::{Result, Throw};
use crate::python::object::{Complex, Value};
use crate::python::vm::error;

/// A number of any type as an operand.
#[derive(Clone, Copy)]
enum Operand {
    Real(f64),
    Complex(Complex),
}

impl Operand {
    fn of(value: &Value) -> Result<Option<Operand>> {
        match Complex::of(value) {
            Some(complex) => Ok(Some(Operand::Complex(complex))),
            None => Number::of(value).map(|number| number.to_float().map(Operand::Real)).transpose(),
        }
    }

    fn complex(self) -> Complex {
        match self {
            Operand::Real(real) => Complex::new(real, 0.0),
            Operand::Complex(complex) => complex,
        }
    }
}

/// A number of any type as a complex one; `None` if the value is no number.
pub fn of(value: &Value) -> Result<Option<Complex>> {
    Ok(Operand::of(value)?.map(Operand::complex))
}

/// A binary operator where an operand is complex; `None` if none is, if the other is no number, or if complex numbers lack it.
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>> {
    use BinaryOp::{Add, Div, Mul, Pow, Sub};
    if Complex::of(a).is_none() && Complex::of(b).is_none() || !matches!(op, Add | Sub | Mul | Div | Pow) {
        return Ok(None);
    }
    let (Some(a), Some(b)) = (Operand::of(a)?, Operand::of(b)?) else { return Ok(None) };
    let result = match op {
        Add => add(a, b),
        Sub => subtract(a, b),
        Mul => multiply(a, b),
        Div => divide(a, b)?,
        _ => power(a.complex(), b.complex())?,
    };
    Ok(Some(Value::from(result)))
}

fn add(a: Operand, b: Operand) -> Complex {
    match (a, b) {
        (Operand::Real(real), Operand::Complex(z)) | (Operand::Complex(z), Operand::Real(real)) => Complex::new(z.re + real, z.im),
        _ => {
            let (a, b) = (a.complex(), b.complex());
            Complex::new(a.re + b.re, a.im + b.im)
        }
    }
}

fn subtract(a: Operand, b: Operand) -> Complex {
    match (a, b) {
        (Operand::Real(a), Operand::Complex(b)) => Complex::new(a - b.re, -b.im),
        (Operand::Complex(a), Operand::Real(b)) => Complex::new(a.re - b, a.im),
        _ => {
            let (a, b) = (a.complex(), b.complex());
            Complex::new(a.re - b.re, a.im - b.im)
        }
    }
}

fn multiply(a: Operand, b: Operand) -> Complex {
    match (a, b) {
        (Operand::Real(real), Operand::Complex(z)) | (Operand::Complex(z), Operand::Real(real)) => {
            Complex::new(z.re * real, z.im * real)
        }
        _ => product(a.complex(), b.complex()),
    }
}

fn product(a: Complex, b: Complex) -> Complex {
    Complex::new(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
}

fn divide(a: Operand, b: Operand) -> Result<Complex> {
    match (a, b) {
        (_, Operand::Real(0.0)) => Err(division_by_zero()),
        (Operand::Complex(a), Operand::Real(b)) => Ok(Complex::new(a.re / b, a.im / b)),
        _ => quotient(a.complex(), b.complex()),
    }
}

/// By the larger part of the divisor, so that nothing overflows on the way (`_Py_c_quot`).
fn quotient(a: Complex, b: Complex) -> Result<Complex> {
    if b.is_zero() {
        return Err(division_by_zero());
    }
    if b.re.is_nan() || b.im.is_nan() {
        return Ok(Complex::new(f64::NAN, f64::NAN));
    }
    if b.re.abs() >= b.im.abs() {
        let ratio = b.im / b.re;
        let denominator = b.re + b.im * ratio;
        return Ok(Complex::new((a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator));
    }
    let ratio = b.re / b.im;
    let denominator = b.re * ratio + b.im;
    Ok(Complex::new((a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator))
}

/// `a ** b`: by squaring for small whole exponents, else in polar coordinates (`complex_pow`).
pub fn power(a: Complex, b: Complex) -> Result<Complex> {
    const MAX_BY_SQUARING: f64 = 100.0;
    let zero_power = || error(ExceptionKind::ZeroDivisionError, "zero to a negative or complex power");
    let result = if b.im == 0.0 && b.re == b.re.floor() && b.re.abs() <= MAX_BY_SQUARING {
        let raised = by_squaring(a, b.re.abs() as u32);
        if b.re >= 0.0 { raised } else { quotient(Complex::new(1.0, 0.0), raised).map_err(|_| zero_power())? }
    } else if a.is_zero() {
        if b.im != 0.0 || b.re < 0.0 {
            return Err(zero_power());
        }
        Complex::ZERO
    } else {
        polar_power(a, b)
    };
    let is_finite = |z: Complex| z.re.is_finite() && z.im.is_finite();
    if is_finite(a) && is_finite(b) && !is_finite(result) { Err(overflow("complex exponentiation")) } else { Ok(result) }
}

fn by_squaring(base: Complex, exponent: u32) -> Complex {
    let (mut result, mut factor, mut rest) = (Complex::new(1.0, 0.0), base, exponent);
    while rest > 0 {
        if rest & 1 == 1 {
            result = product(result, factor);
        }
        factor = product(factor, factor);
        rest >>= 1;
    }
    result
}

fn polar_power(a: Complex, b: Complex) -> Complex {
    let (size, angle) = (a.re.hypot(a.im), a.im.atan2(a.re));
    let mut length = elementary::pow(size, b.re);
    let mut phase = angle * b.re;
    if b.im != 0.0 {
        length *= elementary::exp(-angle * b.im);
        phase += b.im * elementary::log(size);
    }
    Complex::new(length * phase.cos(), length * phase.sin())
}

/// A unary operator; `None` if the value is not complex, or for `~`.
pub fn unary(op: UnaryOp, a: &Value) -> Option<Value> {
    let z = Complex::of(a)?;
    match op {
        UnaryOp::Positive => Some(Value::from(z)),
        UnaryOp::Negative => Some(Value::from(Complex::new(-z.re, -z.im))),
        UnaryOp::Invert => None,
    }
}

/// # Errors
/// `OverflowError` if it is beyond the range of floats.
pub fn absolute(z: Complex) -> Result<f64> {
    let size = z.re.hypot(z.im);
    if size.is_infinite() && z.re.is_finite() && z.im.is_finite() {
        return Err(overflow("absolute value too large"));
    }
    Ok(size)
}

/// `repr(complex)`: only the imaginary part where the real one is a positive zero.
pub fn repr(z: Complex) -> String {
    let part = |float: f64| {
        let text = text::repr(float);
        text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
    };
    if z.re == 0.0 && z.re.is_sign_positive() {
        return format!("{}j", part(z.im));
    }
    let sign = if z.im.is_nan() || z.im.is_sign_positive() { "+" } else { "" };
    format!("({}{sign}{}j)", part(z.re), part(z.im))
}

/// `complex(text)`.
///
/// # Errors
/// `ValueError` if the text is no complex number.
pub fn parse(text: &str) -> Result<Complex> {
    let malformed = || crate::python::vm::value_error("complex() arg is a malformed string");
    let trimmed = text.trim_matches(crate::python::builtins::unicode::is_space);
    let inner = match trimmed.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')').ok_or_else(malformed)?.trim_matches(crate::python::builtins::unicode::is_space),
        None => trimmed,
    };
    parse_parts(inner).ok_or_else(malformed)
}

/// `3`, `4j` or `3+4j`.
fn parse_parts(text: &str) -> Option<Complex> {
    if text.contains(crate::python::builtins::unicode::is_space) {
        return None;
    }
    let Some(before) = text.strip_suffix(['j', 'J']) else { return text::parse_float(text).map(|re| Complex::new(re, 0.0)) };
    // The sign of the imaginary part is the last one that is not an exponent's.
    let bytes = before.as_bytes();
    let is_sign = |at: &usize| matches!(bytes[*at], b'+' | b'-') && (*at == 0 || !matches!(bytes[*at - 1], b'e' | b'E'));
    let split = (0..bytes.len()).rev().find(is_sign).unwrap_or(0);
    let (re, im) = before.split_at(split);
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => text::parse_float(digits)?,
    };
    let re = if re.is_empty() { 0.0 } else { text::parse_float(re)? };
    Some(Complex::new(re, im))
}

/// The error of an operation that only real numbers have.
pub fn no_modulus() -> Throw {
    crate::python::vm::value_error("complex modulo")
}
