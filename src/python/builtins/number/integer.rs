//! Operators on ints of any size.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::{MAX_BITS, division_by_zero, float, out_of_memory, overflow};
use crate::python::code::BinaryOp;
use crate::python::native::Result;
use crate::python::object::Value;
use crate::python::vm::value_error;

/// A binary operator; `None` for `@`.
pub fn binary(op: BinaryOp, a: &BigInt, b: &BigInt) -> Result<Option<Value>> {
    let result = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => multiply(a, b)?,
        BinaryOp::FloorDiv => divmod(a, b)?.0,
        BinaryOp::Mod => divmod(a, b)?.1,
        BinaryOp::LShift => shift_left(a, b)?,
        BinaryOp::RShift => shift_right(a, b)?,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::Pow => return power(a, b).map(Some),
        BinaryOp::Div => return Ok(Some(Value::Float(true_divide(a, b)?))),
        BinaryOp::MatMul => return Ok(None),
    };
    Ok(Some(Value::int(result)))
}

fn multiply(a: &BigInt, b: &BigInt) -> Result<BigInt> {
    if a.bits() + b.bits() > MAX_BITS { Err(out_of_memory()) } else { Ok(a * b) }
}

/// Operations that would take more products of 64-bit digits are refused with a `MemoryError` before they are begun: nothing can stop
/// them once they are.
const MAX_PRODUCTS: u64 = 1 << 31;

/// An error if an operation that goes `times` over the digits of a number of so many bits would take too long.
pub fn check_work(times: u64, bits: u64) -> Result<()> {
    let products = times.saturating_mul(bits / 64 + 1);
    if products > MAX_PRODUCTS { Err(out_of_memory()) } else { Ok(()) }
}

/// Quotient rounded down, and the rest, which has the sign of `b`.
pub fn divmod(a: &BigInt, b: &BigInt) -> Result<(BigInt, BigInt)> {
    if b.is_zero() {
        return Err(division_by_zero());
    }
    check_work(a.bits().saturating_sub(b.bits()) / 64, b.bits())?;
    Ok(a.div_mod_floor(b))
}

/// The greatest common divisor, which takes a step for each bit.
pub fn gcd(a: &BigInt, b: &BigInt) -> Result<BigInt> {
    let bits = a.bits().max(b.bits());
    check_work(bits, bits)?;
    Ok(a.gcd(b))
}

/// The least common multiple.
pub fn lcm(a: &BigInt, b: &BigInt) -> Result<BigInt> {
    if a.is_zero() || b.is_zero() {
        return Ok(BigInt::zero());
    }
    Ok(multiply(&divmod(a, &gcd(a, b)?)?.0, b)?.abs())
}

fn shift_left(a: &BigInt, count: &BigInt) -> Result<BigInt> {
    if count.is_negative() {
        return Err(value_error("negative shift count"));
    }
    if a.is_zero() {
        return Ok(BigInt::zero());
    }
    match count.to_u64() {
        Some(count) if a.bits().saturating_add(count) <= MAX_BITS => Ok(a << count),
        Some(_) => Err(out_of_memory()),
        None => Err(overflow("too many digits in integer")),
    }
}

fn shift_right(a: &BigInt, count: &BigInt) -> Result<BigInt> {
    if count.is_negative() {
        return Err(value_error("negative shift count"));
    }
    // Beyond its length only the sign is left.
    Ok(a >> count.to_u64().unwrap_or(u64::MAX).min(a.bits() + 1))
}

fn power(base: &BigInt, exponent: &BigInt) -> Result<Value> {
    if exponent.is_negative() {
        let (base, exponent) = (Value::int(base.clone()), Value::int(exponent.clone()));
        let to_float = |value| super::Number::of(value).expect("an int is a number").to_float();
        return float::power(to_float(&base)?, to_float(&exponent)?).map(Value::Float);
    }
    if base.magnitude().is_one() {
        let negative = base.is_negative() && exponent.is_odd();
        return Ok(Value::Int(if negative { -1 } else { 1 }));
    }
    if base.is_zero() {
        return Ok(Value::Int(i64::from(exponent.is_zero())));
    }
    match exponent.to_u32() {
        Some(exponent) if (base.bits() - 1).saturating_mul(u64::from(exponent)) <= MAX_BITS => Ok(Value::int(base.pow(exponent))),
        _ => Err(out_of_memory()),
    }
}

/// `pow(base, exponent, modulus)`, as `long_pow` (Objects/longobject.c).
pub fn power_modulo(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Result<Value> {
    if modulus.is_zero() {
        return Err(value_error("pow() 3rd argument cannot be 0"));
    }
    let magnitude = modulus.abs();
    check_work(exponent.bits().saturating_mul(magnitude.bits() / 64 + 1), magnitude.bits())?;
    check_work(base.bits().saturating_sub(magnitude.bits()) / 64, magnitude.bits())?;
    if exponent.is_negative() {
        check_work(magnitude.bits(), magnitude.bits())?;
    }
    let result = if exponent.is_negative() {
        let inverse = base.modinv(&magnitude).ok_or_else(|| value_error("base is not invertible for the given modulus"))?;
        inverse.modpow(&-exponent, &magnitude)
    } else {
        base.mod_floor(&magnitude).modpow(exponent, &magnitude)
    };
    Ok(Value::int(result.mod_floor(modulus)))
}

/// `a / b`, rounded once to the nearest float, ties to even: `long_true_divide` (Objects/longobject.c).
pub fn true_divide(a: &BigInt, b: &BigInt) -> Result<f64> {
    if b.is_zero() {
        return Err(division_by_zero());
    }
    let negative = a.is_negative() != b.is_negative();
    let sign = if negative { -1.0 } else { 1.0 };
    if a.is_zero() {
        return Ok(0.0 * sign);
    }
    let too_large = || overflow("integer division result too large for a float");
    let difference = a.bits() as i64 - b.bits() as i64;
    if difference > i64::from(f64::MAX_EXP) {
        return Err(too_large());
    }
    if difference < i64::from(f64::MIN_EXP) - i64::from(f64::MANTISSA_DIGITS) - 1 {
        return Ok(0.0 * sign);
    }
    // Two more bits than a float has; what the division leaves goes into the lowest, so that a tie is seen as one.
    let shift = difference.max(i64::from(f64::MIN_EXP)) - i64::from(f64::MANTISSA_DIGITS) - 2;
    let (mut a, mut b) = (a.abs(), b.abs());
    if shift <= 0 {
        a <<= -shift
    } else {
        b <<= shift
    }
    check_work(a.bits().saturating_sub(b.bits()) / 64, b.bits())?;
    let (quotient, rest) = a.div_rem(&b);
    let mut bits = quotient.to_u64().expect("the shift leaves 56 bits at most");
    if !rest.is_zero() {
        bits |= 1;
    }
    let length = i64::from(u64::BITS - bits.leading_zeros());
    let extra = length.max(i64::from(f64::MIN_EXP) - shift) - i64::from(f64::MANTISSA_DIGITS);
    let half = 1u64 << (extra - 1);
    if bits & half != 0 && bits & (3 * half - 1) != 0 {
        bits += half;
    }
    bits &= !(2 * half - 1);
    let result = float::scale(bits as f64, shift);
    if result.is_infinite() { Err(too_large()) } else { Ok(result * sign) }
}

/// The int that a float holds once its fraction is cut off.
///
/// # Errors
/// `ValueError` for NaN, `OverflowError` for an infinity.
pub fn from_float(float: f64) -> Result<Value> {
    if float.is_nan() {
        return Err(value_error("cannot convert float NaN to integer"));
    }
    if float.is_infinite() {
        return Err(overflow("cannot convert float infinity to integer"));
    }
    // Exactly the floats in [-2^63, 2^63).
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&float) {
        return Ok(Value::Int(float as i64));
    }
    let (mantissa, exponent) = float::decompose(float);
    Ok(Value::int(BigInt::from(mantissa) << exponent))
}

/// `int.__round__`: to a multiple of `10 ** -digits`, ties to even.
pub fn round(value: &BigInt, digits: i64) -> BigInt {
    if digits >= 0 {
        return value.clone();
    }
    // A power of ten far above the number rounds it to 0; no need to compute it.
    let Some(places) = u32::try_from(digits.unsigned_abs()).ok().filter(|&places| u64::from(places) <= value.bits() + 1) else {
        return BigInt::zero();
    };
    let unit = BigInt::from(10).pow(places);
    let (quotient, rest) = value.div_mod_floor(&unit);
    let up = match (&rest * 2u32).cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    (if up { quotient + 1 } else { quotient }) * unit
}

/// Big-endian bytes of a two's complement or unsigned number.
pub fn from_bytes(bytes: &[u8], signed: bool) -> Value {
    Value::int(if signed { BigInt::from_signed_bytes_be(bytes) } else { BigInt::from_bytes_be(Sign::Plus, bytes) })
}

/// Big-endian bytes of an int in exactly `length` bytes.
///
/// # Errors
/// `OverflowError` if it does not fit.
pub fn to_bytes(value: &BigInt, length: usize, signed: bool) -> Result<Vec<u8>> {
    if value.is_negative() && !signed {
        return Err(overflow("can't convert negative int to unsigned"));
    }
    let mut bytes = if signed { value.to_signed_bytes_be() } else { value.to_bytes_be().1 };
    if value.is_zero() {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(overflow("int too big to convert"));
    }
    let fill = if value.is_negative() { 0xff } else { 0 };
    let mut padded = vec![fill; length - bytes.len()];
    padded.extend(bytes);
    Ok(padded)
}
