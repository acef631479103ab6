//! Arithmetic on `int`, `bool` and `float` with CPython's results and messages (Objects/longobject.c, Objects/floatobject.c).
//!
//! Knows no classes written in Python: `__add__` and the like are looked up by the machine before it comes here.

pub mod complex;
pub mod float;
pub mod integer;
pub mod text;

use std::borrow::Cow;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::python::code::{BinaryOp, UnaryOp};
use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::{Complex, Obj, Value};
use crate::python::vm::{error, raise, type_error};

/// Ints longer than this many bits are refused with a `MemoryError` before they are computed.
pub const MAX_BITS: u64 = 1 << 26;

/// A Python number with its type known.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    Small(i64),
    Big(&'a BigInt),
    Float(f64),
}

impl<'a> Number<'a> {
    /// The number a value is; `bool` and instances of subclasses count as what they inherit from.
    pub fn of(value: &'a Value) -> Option<Number<'a>> {
        match value.payload() {
            Value::Int(int) => Some(Number::Small(*int)),
            Value::Bool(bool) => Some(Number::Small(i64::from(*bool))),
            Value::Float(float) => Some(Number::Float(*float)),
            Value::Obj(object) => match &**object {
                Obj::BigInt(int) => Some(Number::Big(int)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The int, if it is one.
    pub fn integer(self) -> Option<Cow<'a, BigInt>> {
        match self {
            Number::Small(int) => Some(Cow::Owned(BigInt::from(int))),
            Number::Big(int) => Some(Cow::Borrowed(int)),
            Number::Float(_) => None,
        }
    }

    /// # Errors
    /// `OverflowError` for an int beyond the range of floats.
    pub fn to_float(self) -> Result<f64> {
        match self {
            Number::Small(int) => Ok(int as f64),
            Number::Float(float) => Ok(float),
            Number::Big(int) => match int.to_f64() {
                Some(float) if float.is_finite() => Ok(float),
                _ => Err(overflow("int too large to convert to float")),
            },
        }
    }
}

/// The int of any size that a value is (`bool` included); `None` if it is no int.
pub fn integer(value: &Value) -> Option<Cow<'_, BigInt>> {
    Number::of(value)?.integer()
}

/// The int that an argument must be.
///
/// # Errors
/// `TypeError` if it is none, `OverflowError` if it does not fit.
pub fn index(value: &Value) -> Result<i64> {
    match Number::of(value) {
        Some(Number::Small(int)) => Ok(int),
        Some(Number::Big(_)) => Err(overflow("Python int too large to convert to C ssize_t")),
        _ => Err(type_error(format!("'{}' object cannot be interpreted as an integer", super::type_name(value)))),
    }
}

pub(crate) fn overflow(message: &str) -> Throw {
    error(ExceptionKind::OverflowError, message)
}

pub(crate) fn division_by_zero() -> Throw {
    error(ExceptionKind::ZeroDivisionError, "division by zero")
}

/// `MemoryError` without arguments, as CPython raises it.
pub(crate) fn out_of_memory() -> Throw {
    raise(ExceptionKind::MemoryError, Vec::new())
}

/// A binary operator on numbers; `None` if an operand is no number or the operator is not for such numbers.
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>> {
    if let (Value::Int(a), Value::Int(b)) = (a, b)
        && let Some(result) = small(op, *a, *b)
    {
        return Ok(Some(result));
    }
    if let (Value::Bool(a), Value::Bool(b)) = (a, b)
        && let Some(result) = logical(op, *a, *b)
    {
        return Ok(Some(result));
    }
    let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) else { return complex::binary(op, a, b) };
    match (a.integer(), b.integer()) {
        (Some(a), Some(b)) => integer::binary(op, &a, &b),
        _ if float::has(op) => float::binary(op, a.to_float()?, b.to_float()?).map(Some),
        _ => Ok(None),
    }
}

/// Operators on ints that fit, where the result fits as well.
fn small(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    let result = match op {
        BinaryOp::Add => a.checked_add(b)?,
        BinaryOp::Sub => a.checked_sub(b)?,
        BinaryOp::Mul => a.checked_mul(b)?,
        BinaryOp::FloorDiv => floor_divide(a, b)?.0,
        BinaryOp::Mod => floor_divide(a, b)?.1,
        BinaryOp::Pow => a.checked_pow(u32::try_from(b).ok()?)?,
        BinaryOp::LShift => {
            let count = u32::try_from(b).ok().filter(|&count| count < 63)?;
            (a << count >> count == a).then_some(a << count)?
        }
        BinaryOp::RShift => a >> u32::try_from(b).ok()?.min(63),
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::Div => {
            // Both are exact as floats, so the one rounding is that of the division.
            const EXACT: u64 = 1 << 53;
            let exact = b != 0 && a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT;
            return exact.then(|| Value::Float(a as f64 / b as f64));
        }
        BinaryOp::MatMul => return None,
    };
    Some(Value::Int(result))
}

fn floor_divide(a: i64, b: i64) -> Option<(i64, i64)> {
    let (quotient, rest) = (a.checked_div(b)?, a.checked_rem(b)?);
    Some(if rest != 0 && (rest < 0) != (b < 0) { (quotient - 1, rest + b) } else { (quotient, rest) })
}

fn logical(op: BinaryOp, a: bool, b: bool) -> Option<Value> {
    match op {
        BinaryOp::And => Some(Value::Bool(a & b)),
        BinaryOp::Or => Some(Value::Bool(a | b)),
        BinaryOp::Xor => Some(Value::Bool(a ^ b)),
        _ => None,
    }
}

/// A unary operator on a number; `None` if the operand is no number or `~` is asked of a float.
pub fn unary(op: UnaryOp, a: &Value) -> Option<Value> {
    let Some(number) = Number::of(a) else { return complex::unary(op, a) };
    Some(match (op, number) {
        (UnaryOp::Positive, Number::Small(int)) => Value::Int(int),
        (UnaryOp::Positive, Number::Float(float)) => Value::Float(float),
        (UnaryOp::Positive, Number::Big(int)) => Value::int(int.clone()),
        (UnaryOp::Negative, Number::Small(int)) => int.checked_neg().map_or_else(|| Value::int(-BigInt::from(int)), Value::Int),
        (UnaryOp::Negative, Number::Float(float)) => Value::Float(-float),
        (UnaryOp::Negative, Number::Big(int)) => Value::int(-int),
        (UnaryOp::Invert, Number::Small(int)) => Value::Int(!int),
        (UnaryOp::Invert, Number::Big(int)) => Value::int(!int),
        (UnaryOp::Invert, Number::Float(_)) => return None,
    })
}

/// `abs()`; `None` if it is no number.
///
/// # Errors
/// `OverflowError` for a complex number whose absolute value is beyond the range of floats.
pub fn absolute(a: &Value) -> Result<Option<Value>> {
    if let Some(number) = Complex::of(a) {
        return complex::absolute(number).map(|size| Some(Value::Float(size)));
    }
    Ok(Number::of(a).map(|number| match number {
        Number::Small(int) => int.checked_abs().map_or_else(|| Value::int(-BigInt::from(int)), Value::Int),
        Number::Float(float) => Value::Float(float.abs()),
        Number::Big(int) => Value::int(BigInt::from(int.magnitude().clone())),
    }))
}

/// `divmod()`: quotient and rest; `None` if an operand is no number.
pub fn divmod(a: &Value, b: &Value) -> Result<Option<(Value, Value)>> {
    let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) else { return Ok(None) };
    if let (Number::Small(a), Number::Small(b)) = (a, b)
        && let Some((quotient, rest)) = floor_divide(a, b)
    {
        return Ok(Some((Value::Int(quotient), Value::Int(rest))));
    }
    match (a.integer(), b.integer()) {
        (Some(a), Some(b)) => {
            let (quotient, rest) = integer::divmod(&a, &b)?;
            Ok(Some((Value::int(quotient), Value::int(rest))))
        }
        _ => {
            let (quotient, rest) = float::divmod(a.to_float()?, b.to_float()?)?;
            Ok(Some((Value::Float(quotient), Value::Float(rest))))
        }
    }
}

/// `pow()` with three arguments; `None` if they are not all numbers.
pub fn power_modulo(base: &Value, exponent: &Value, modulus: &Value) -> Result<Option<Value>> {
    if [base, exponent].iter().any(|value| Complex::of(value).is_some()) {
        return Err(complex::no_modulus());
    }
    let (Some(a), Some(b), Some(c)) = (Number::of(base), Number::of(exponent), Number::of(modulus)) else { return Ok(None) };
    match (a.integer(), b.integer(), c.integer()) {
        (Some(a), Some(b), Some(c)) => integer::power_modulo(&a, &b, &c).map(Some),
        _ => Err(type_error("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

#[cfg(test)]
mod tests;
