//! Functions of one, two or three floats.

use super::{Failure, Tried, answer, domain_error, elementary, gamma, range_error, real};
use crate::python::builtins::number::text::repr;
use crate::python::builtins::number::{Number, division_by_zero, integer};
use crate::python::builtins::type_name;
use crate::python::native::{Def, Flow, Result, Throw};
use crate::python::object::Value;
use crate::python::vm::{Cx, type_error, value_error};

/// `name(x, /)`: a function of one float; with a message, which says what it expects where it has no result.
macro_rules! unary {
    ($name:literal, $function:expr) => {
        unary!($name, $function, "")
    };
    ($name:literal, $function:expr, $expected:literal) => {
        Def::control(concat!($name, "(x, /)"), |cx, args| {
            let tried = real(&args[0]).and_then(|x| checked(x, $function(x), $expected)).map(Value::Float);
            answer(cx, $name, args, tried)
        })
    };
}

/// `name(x, y, /)`: a function of two floats.
macro_rules! binary {
    ($name:literal, $first:literal, $second:literal, $function:expr) => {
        Def::control(concat!($name, "(", $first, ", ", $second, ", /)"), |cx, args| {
            let tried = real(&args[0]).and_then(|x| Ok($function(x, real(&args[1])?)?)).map(Value::Float);
            answer(cx, $name, args, tried)
        })
    };
}

pub const NATIVES: &[Def] = &[
    unary!("acos", libm::acos, "a number in range from -1 up to 1"),
    unary!("acosh", elementary::acosh, "argument value not less than 1"),
    unary!("asin", libm::asin, "a number in range from -1 up to 1"),
    unary!("asinh", elementary::asinh),
    unary!("atan", libm::atan),
    unary!("atanh", atanh, "a number between -1 and 1"),
    unary!("cbrt", libm::cbrt),
    unary!("cos", libm::cos, "a finite input"),
    unary!("cosh", elementary::cosh),
    unary!("degrees", |x: f64| x * (180.0 / std::f64::consts::PI)),
    unary!("erf", libm::erf),
    unary!("erfc", libm::erfc),
    unary!("exp", elementary::exp),
    unary!("exp2", elementary::exp2),
    unary!("expm1", libm::expm1),
    unary!("fabs", f64::abs),
    unary!("gamma", gamma::gamma, "a noninteger or positive integer"),
    unary!("lgamma", gamma::log_gamma, "a noninteger or positive integer"),
    unary!("log1p", log1p, "argument value > -1"),
    unary!("radians", |x: f64| x * (std::f64::consts::PI / 180.0)),
    unary!("sin", libm::sin, "a finite input"),
    unary!("sinh", libm::sinh),
    unary!("sqrt", libm::sqrt, "a nonnegative input"),
    unary!("tan", libm::tan, "a finite input"),
    unary!("tanh", libm::tanh),
    Def::control("ulp(x, /)", |cx, args| answer(cx, "ulp", args, real(&args[0]).map(|x| Value::Float(ulp(x))))),
    binary!("atan2", "y", "x", |y, x| fine(libm::atan2(y, x))),
    binary!("copysign", "x", "y", |x: f64, y: f64| fine(x.copysign(y))),
    binary!("fmod", "x", "y", fmod),
    binary!("pow", "x", "y", pow),
    binary!("remainder", "x", "y", remainder),
    Def::control("fma(x, y, z, /)", |cx, args| answer(cx, "fma", args, fma(args))),
    Def::control("frexp(x, /)", |cx, args| answer(cx, "frexp", args, frexp(args))),
    Def::control("ldexp(x, i, /)", |cx, args| answer(cx, "ldexp", args, ldexp(args))),
    Def::control("modf(x, /)", |cx, args| answer(cx, "modf", args, modf(args))),
    Def::control("nextafter(x, y, /, *, steps=None)", nextafter),
    Def::control("isfinite(x, /)", |cx, args| test(cx, "isfinite", args, f64::is_finite)),
    Def::control("isinf(x, /)", |cx, args| test(cx, "isinf", args, f64::is_infinite)),
    Def::control("isnan(x, /)", |cx, args| test(cx, "isnan", args, f64::is_nan)),
    Def::control("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose),
    Def::control("log(x, base=None, /)", log),
    Def::control("log2(x, /)", |cx, args| answer(cx, "log2", args, logarithm(&args[0], elementary::log2).map(Value::Float))),
    Def::control("log10(x, /)", |cx, args| answer(cx, "log10", args, logarithm(&args[0], libm::log10).map(Value::Float))),
];

fn fine(result: f64) -> Result<f64> {
    Ok(result)
}

/// The result of a function of `x`: NaN where `x` is none, and infinity where `x` is finite, are errors.
fn checked(x: f64, result: f64, expected: &str) -> Tried<f64> {
    if result.is_nan() && !x.is_nan() {
        return Err(value_error(format!("expected {expected}, got {}", repr(x))).into());
    }
    if result.is_infinite() && x.is_finite() {
        return Err(range_error().into());
    }
    Ok(result)
}

fn atanh(x: f64) -> f64 {
    if x.abs() == 1.0 { f64::NAN } else { libm::atanh(x) }
}

fn log1p(x: f64) -> f64 {
    if x == -1.0 { f64::NAN } else { libm::log1p(x) }
}

fn fmod(x: f64, y: f64) -> Result<f64> {
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(domain_error()) } else { Ok(result) }
}

fn remainder(x: f64, y: f64) -> Result<f64> {
    if x.is_nan() || y.is_nan() {
        return Ok(f64::NAN);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain_error());
    }
    Ok(if y.is_infinite() { x } else { libm::remainder(x, y) })
}

fn pow(x: f64, y: f64) -> Result<f64> {
    let result = elementary::pow(x, y);
    if x.is_finite() && y.is_finite() && !result.is_finite() {
        return Err(if result.is_nan() || x == 0.0 { domain_error() } else { range_error() });
    }
    Ok(result)
}

/// The distance to the next float further from 0.
fn ulp(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    let x = x.abs();
    let next = f64::from_bits(x.to_bits() + 1);
    if next.is_infinite() { x - f64::from_bits(x.to_bits() - 1) } else { next - x }
}

fn fma(args: &[Value]) -> Tried<Value> {
    let (x, y, z) = (real(&args[0])?, real(&args[1])?, real(&args[2])?);
    let result = libm::fma(x, y, z);
    if result.is_nan() && !(x.is_nan() || y.is_nan() || z.is_nan()) {
        return Err(value_error("invalid operation in fma").into());
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(crate::python::builtins::number::overflow("overflow in fma").into());
    }
    Ok(Value::Float(result))
}

fn frexp(args: &[Value]) -> Tried<Value> {
    let x = real(&args[0])?;
    let (mantissa, exponent) = if x.is_finite() { libm::frexp(x) } else { (x, 0) };
    Ok(Value::tuple([Value::Float(mantissa), Value::Int(i64::from(exponent))]))
}

fn ldexp(args: &[Value]) -> Tried<Value> {
    let exponent = integer(&args[1]).ok_or_else(|| type_error("Expected an int as second argument to ldexp."))?;
    let x = real(&args[0])?;
    // Beyond this every result is 0 or infinite.
    const FAR: i32 = 100_000;
    let far = if exponent.sign() == num_bigint::Sign::Minus { -FAR } else { FAR };
    let exponent = i32::try_from(&*exponent).map_or(far, |exponent| exponent.clamp(-FAR, FAR));
    let result = libm::ldexp(x, exponent);
    if result.is_infinite() && x.is_finite() { Err(range_error().into()) } else { Ok(Value::Float(result)) }
}

fn modf(args: &[Value]) -> Tried<Value> {
    let x = real(&args[0])?;
    let parts = if x.is_infinite() { (0f64.copysign(x), x) } else { ((x - x.trunc()).copysign(x), x.trunc()) };
    Ok(Value::tuple([Value::Float(parts.0), Value::Float(parts.1)]))
}

fn nextafter(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let steps = match &args[2] {
        Value::Unset | Value::None => 1,
        steps => {
            let complaint = || type_error(format!("'{}' object cannot be interpreted as an integer", type_name(steps)));
            let steps = integer(steps).ok_or_else(complaint)?;
            if steps.sign() == num_bigint::Sign::Minus {
                return Err(value_error("steps must be a non-negative integer"));
            }
            u64::try_from(&*steps).unwrap_or(u64::MAX)
        }
    };
    let tried = real(&args[0]).and_then(|x| Ok(Value::Float(step_towards(x, real(&args[1])?, steps))));
    answer(cx, "nextafter", &args[..2], tried)
}

/// The float so many steps from `x` to `y`, but not beyond.
fn step_towards(x: f64, y: f64, steps: u64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return x + y;
    }
    if steps == 0 {
        return x;
    }
    // Floats in their order, as ints.
    let place = |x: f64| if x.is_sign_negative() { -((x.to_bits() << 1 >> 1) as i64) } else { x.to_bits() as i64 };
    let (from, to) = (place(x), place(y));
    if from == to {
        return y;
    }
    let steps = i64::try_from(steps).unwrap_or(i64::MAX);
    let reached = if from < to { from.saturating_add(steps).min(to) } else { from.saturating_sub(steps).max(to) };
    match reached {
        reached if reached == to => y,
        reached if reached < 0 => -f64::from_bits(reached.unsigned_abs()),
        0 => 0f64.copysign(x),
        reached => f64::from_bits(reached as u64),
    }
}

fn test(cx: &Cx<'_>, name: &str, args: &[Value], test: fn(f64) -> bool) -> Result<Flow> {
    answer(cx, name, args, real(&args[0]).map(|x| Value::Bool(test(x))))
}

fn isclose(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tolerance = |value: &Value, default| if value.is_unset() { Ok(default) } else { real(value) };
    let tried = (|| {
        let (a, b) = (real(&args[0])?, real(&args[1])?);
        let (relative, absolute) = (tolerance(&args[2], 1e-9)?, tolerance(&args[3], 0.0)?);
        if relative < 0.0 || absolute < 0.0 {
            return Err(Failure::Throw(value_error("tolerances must be non-negative")));
        }
        let difference = (b - a).abs();
        let is_near = difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
        Ok(Value::Bool(a == b || a.is_finite() && b.is_finite() && is_near))
    })();
    answer(cx, "isclose", args, tried)
}

fn log(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = logarithm(&args[0], elementary::log).and_then(|logarithm_of_x| {
        if args[1].is_unset() {
            return Ok(logarithm_of_x);
        }
        match logarithm(&args[1], elementary::log)? {
            0.0 => Err(division_by_zero().into()),
            base => Ok(logarithm_of_x / base),
        }
    });
    answer(cx, "log", args, tried.map(Value::Float))
}

/// A logarithm, of ints of any size: `loghelper` (Modules/mathmodule.c).
fn logarithm(value: &Value, function: fn(f64) -> f64) -> Tried<f64> {
    let expected = || -> Throw { value_error("expected a positive input") };
    match Number::of(value) {
        Some(Number::Float(x)) => {
            let result = function(x);
            let is_wrong = x <= 0.0 || result.is_nan() && !x.is_nan();
            let got = || value_error(format!("expected a positive input, got {}", repr(x)));
            if is_wrong { Err(got().into()) } else { Ok(result) }
        }
        Some(Number::Small(x)) if x <= 0 => Err(expected().into()),
        Some(Number::Small(x)) => Ok(function(x as f64)),
        Some(Number::Big(x)) if x.sign() == num_bigint::Sign::Minus => Err(expected().into()),
        Some(number @ Number::Big(x)) => match number.to_float() {
            Ok(x) => Ok(function(x)),
            Err(_) => {
                let power = x.bits() - 64;
                let leading = Number::Big(&(x >> power)).to_float()?;
                let (mantissa, exponent) = libm::frexp(leading);
                let power = power as f64 + f64::from(exponent);
                Ok(function(mantissa) + function(2.0) * power)
            }
        },
        None => real(value).map(function),
    }
}
