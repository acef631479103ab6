//! Functions of ints, and those from floats to ints.

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{One, ToPrimitive};

use super::{Failure, Tried, answer, real};
use crate::python::builtins::failure::is_instance;
use crate::python::builtins::number::integer::{check_work, from_float, gcd, lcm};
use crate::python::builtins::number::{integer, out_of_memory, overflow};
use crate::python::builtins::type_name;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error, value_error};

/// Results of more bits are refused with a `MemoryError`: they would take too long.
const MAX_RESULT_BITS: f64 = 4e6;

pub const NATIVES: &[Def] = &[
    Def::control("ceil(x, /)", |cx, args| answer(cx, "ceil", args, rounded(&args[0], f64::ceil))),
    Def::control("floor(x, /)", |cx, args| answer(cx, "floor", args, rounded(&args[0], f64::floor))),
    Def::control("trunc(x, /)", trunc),
    Def::control("comb(n, k, /)", |cx, args| product_of(cx, "comb", args, comb(args))),
    Def::control("factorial(n, /)", |cx, args| product_of(cx, "factorial", args, factorial(&args[0]))),
    Def::control("gcd(*integers)", |cx, args| of_all(cx, "gcd", args, BigInt::ZERO, gcd)),
    Def::control("isqrt(n, /)", |cx, args| answer(cx, "isqrt", args, isqrt(&args[0]))),
    Def::control("lcm(*integers)", |cx, args| of_all(cx, "lcm", args, BigInt::one(), lcm)),
    Def::control("perm(n, k=None, /)", |cx, args| product_of(cx, "perm", args, perm(args))),
];

/// The answer of a function that multiplies many numbers, which is paid for by the length of the result.
fn product_of(cx: &mut Cx<'_>, name: &str, args: &[Value], tried: Tried<Value>) -> Result<Flow> {
    const BITS_PER_INSTRUCTION: u64 = 4;
    if let Ok(value) = &tried
        && let Some(Obj::BigInt(result)) = value.obj()
    {
        cx.charge(result.bits() / BITS_PER_INSTRUCTION);
    }
    answer(cx, name, args, tried)
}

/// The int that an argument must be.
fn int(value: &Value) -> Tried<BigInt> {
    match integer(value) {
        Some(int) => Ok(int.into_owned()),
        None if is_instance(value) => Err(Failure::Instance),
        None => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(value))).into()),
    }
}

fn rounded(value: &Value, round: fn(f64) -> f64) -> Tried<Value> {
    match value {
        value if is_instance(value) => Err(Failure::Instance),
        value => match integer(value) {
            Some(int) => Ok(Value::int(int.into_owned())),
            None => Ok(from_float(round(real(value)?))?),
        },
    }
}

fn trunc(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let is_number = is_instance(&args[0]) || real(&args[0]).is_ok() || integer(&args[0]).is_some();
    if !is_number {
        return Err(type_error(format!("type {} doesn't define __trunc__ method", type_name(&args[0]))));
    }
    answer(cx, "trunc", args, rounded(&args[0], f64::trunc))
}

/// A function of any number of ints, from `start`.
fn of_all(
    cx: &Cx<'_>,
    name: &str,
    args: &[Value],
    start: BigInt,
    function: fn(&BigInt, &BigInt) -> Result<BigInt>,
) -> Result<Flow> {
    let items = args[0].as_tuple().unwrap_or_default();
    let tried: Tried<BigInt> = items.iter().try_fold(start, |result, item| Ok(function(&result, &int(item)?)?));
    answer(cx, name, items, tried.map(Value::int))
}

fn isqrt(n: &Value) -> Tried<Value> {
    let n = int(n)?;
    if n.sign() == Sign::Minus {
        return Err(value_error("isqrt() argument must be nonnegative").into());
    }
    // A few divisions of numbers of that length.
    check_work(n.bits() / 16, n.bits())?;
    Ok(Value::int(n.sqrt()))
}

/// `low * (low + 1) * ... * (high - 1)`, halved again and again so that the factors have about the same size.
fn product(low: u64, high: u64) -> BigUint {
    const FEW: u64 = 8;
    if high - low <= FEW {
        return (low..high).fold(BigUint::one(), |result, factor| result * factor);
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle, high)
}

/// # Errors
/// `MemoryError` if a product of `count` factors up to `largest` is too long.
fn check_length(largest: f64, count: u64) -> Tried<()> {
    if largest.max(2.0).log2() * count as f64 > MAX_RESULT_BITS { Err(out_of_memory().into()) } else { Ok(()) }
}

fn factorial(n: &Value) -> Tried<Value> {
    let n = int(n)?;
    if n.sign() == Sign::Minus {
        return Err(value_error("factorial() not defined for negative values").into());
    }
    let n = n.to_u64().filter(|&n| n <= i32::MAX as u64);
    let n = n.ok_or_else(|| overflow("factorial() argument should not exceed 2147483647"))?;
    check_length(n as f64, n)?;
    Ok(Value::int(product(1, n + 1).into()))
}

/// `n` and `k`, which must not be negative.
fn two_counts(args: &[Value]) -> Tried<(BigInt, BigInt)> {
    let (n, k) = (int(&args[0])?, int(&args[1])?);
    for (name, value) in [("n", &n), ("k", &k)] {
        if value.sign() == Sign::Minus {
            return Err(value_error(format!("{name} must be a non-negative integer")).into());
        }
    }
    Ok((n, k))
}

/// `n * (n - 1) * ...`, `k` factors.
fn falling(n: &BigInt, k: u64) -> Tried<BigInt> {
    check_length(n.to_f64().unwrap_or(f64::MAX), k)?;
    Ok(match n.to_u64().filter(|&n| n < u64::MAX) {
        Some(n) => product(n - k + 1, n + 1).into(),
        None => (0..k).fold(BigInt::one(), |result, step| result * (n - step)),
    })
}

fn perm(args: &[Value]) -> Tried<Value> {
    if args[1].is_unset() || args[1].is_none() {
        return factorial(&args[0]);
    }
    let (n, k) = two_counts(args)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = k.to_u64().ok_or_else(|| overflow("k must not exceed 9223372036854775807"))?;
    falling(&n, k).map(Value::int)
}

fn comb(args: &[Value]) -> Tried<Value> {
    let (n, k) = two_counts(args)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = std::cmp::min(&n - &k, k).to_i64();
    let k = k.ok_or_else(|| overflow("min(n - k, k) must not exceed 9223372036854775807"))?.unsigned_abs();
    Ok(Value::int(falling(&n, k)? / BigInt::from(product(1, k + 1))))
}
