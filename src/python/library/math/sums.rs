//! Functions of many numbers.

use super::double::Double;
use super::{Failure, Tried, answer, real};
use crate::python::builtins::failure::is_instance;
use crate::python::builtins::items::collect;
use crate::python::builtins::number::{Number, overflow};
use crate::python::builtins::operators;
use crate::python::code::BinaryOp;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::Value;
use crate::python::vm::{Cx, value_error};

pub const NATIVES: &[Def] = &[
    Def::control("fsum(seq, /)", fsum).iterable(0),
    Def::control("prod(iterable, /, *, start=1)", prod).iterable(0),
    Def::control("_sumprod(p, q, /)", sumprod),
    Def::control("sumprod(p, q, /)", |cx, args| Ok(cx.call_prelude("_math_lists", with_name("_sumprod", args)))),
    Def::control("hypot(*coordinates)", hypot),
    Def::control("_dist(p, q, /)", dist),
    Def::control("dist(p, q, /)", |cx, args| Ok(cx.call_prelude("_math_lists", with_name("_dist", args)))),
];

fn with_name(name: &str, args: &[Value]) -> Vec<Value> {
    std::iter::once(Value::from(name)).chain(args.iter().cloned()).collect()
}

fn fsum(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let items = collect(&args[0])?;
    let floats: Tried<Vec<f64>> = items.iter().map(real).collect();
    match floats {
        Ok(floats) => exact_sum(&floats).map(|sum| Flow::Value(Value::Float(sum))),
        Err(Failure::Instance) => Ok(cx.call_prelude("_math_items", vec![Value::from("fsum"), Value::list(items)])),
        Err(Failure::Throw(throw)) => Err(throw),
    }
}

/// The sum of floats, rounded once (Shewchuk, "Adaptive precision floating-point arithmetic", 1997).
fn exact_sum(floats: &[f64]) -> Result<f64> {
    // Floats that do not overlap, in the order of their size, whose sum is the exact sum of the finite ones so far.
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinite) = (0.0, 0.0);
    for &float in floats {
        if !float.is_finite() {
            special += float;
            infinite += if float.is_infinite() { float } else { 0.0 };
            continue;
        }
        let mut carry = float;
        let mut kept = 0;
        for at in 0..partials.len() {
            let sum = Double::sum(carry, partials[at]);
            if sum.low != 0.0 {
                partials[kept] = sum.low;
                kept += 1;
            }
            carry = sum.high;
        }
        if carry.is_infinite() {
            return Err(overflow("intermediate overflow in fsum"));
        }
        partials.truncate(kept);
        partials.push(carry);
    }
    if f64::is_nan(infinite) {
        return Err(value_error("-inf + inf in fsum"));
    }
    Ok(if special != 0.0 { special } else { rounded(&partials) })
}

/// The sum of floats that do not overlap, smallest first, rounded once, ties to even.
fn rounded(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev();
    let Some(&first) = rest.next() else { return 0.0 };
    let mut sum = Double::from(first);
    for &partial in rest.by_ref() {
        sum = Double::sum(sum.high, partial);
        if sum.low != 0.0 {
            break;
        }
    }
    // What follows decides a tie.
    if let Some(next) = rest.next()
        && sum.low != 0.0
        && (sum.low < 0.0) == (*next < 0.0)
    {
        let doubled = sum.low * 2.0;
        let other = sum.high + doubled;
        if doubled == other - sum.high {
            return other;
        }
    }
    sum.high
}

fn prod(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let start = if args[1].is_unset() { Value::Int(1) } else { args[1].clone() };
    let items = collect(&args[0])?;
    let is_plain = |value: &Value| Number::of(value).is_some() && !is_instance(value);
    if !is_plain(&start) || !items.iter().all(is_plain) {
        return Ok(cx.call_prelude("_math_prod", vec![Value::list(items), start]));
    }
    let mut result = start;
    for item in &items {
        result = operators::binary(BinaryOp::Mul, &result, item)?.unwrap_or_default();
    }
    Ok(Flow::Value(result))
}

/// The sum of the products of two lists, which have the same length.
fn sumprod(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (p, q) = (collect(&args[0])?, collect(&args[1])?);
    if p.len() != q.len() {
        return Err(value_error("Inputs are not the same length"));
    }
    let is_float = |value: &Value| matches!(value, Value::Float(float) if float.is_finite()) || matches!(value, Value::Int(_));
    let has_float = p.iter().chain(&q).any(|value| matches!(value, Value::Float(_)));
    if !has_float || !p.iter().chain(&q).all(is_float) {
        return Ok(cx.call_prelude("_math_sumprod", args.to_vec()));
    }
    let mut parts = Vec::with_capacity(2 * p.len());
    for (a, b) in p.iter().zip(&q) {
        let (Ok(a), Ok(b)) = (real(a), real(b)) else { unreachable!("both are numbers") };
        let product = Double::product(a, b);
        if !product.high.is_finite() || !product.low.is_finite() {
            return Ok(cx.call_prelude("_math_sumprod", args.to_vec()));
        }
        parts.extend([product.high, product.low]);
    }
    exact_sum(&parts).map(|sum| Flow::Value(Value::Float(sum)))
}

fn hypot(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let coordinates = args[0].as_tuple().unwrap_or_default();
    let floats: Tried<Vec<f64>> = coordinates.iter().map(real).collect();
    answer(cx, "hypot", coordinates, floats.map(|floats| Value::Float(length(&floats))))
}

/// The distance of two points, which are lists.
fn dist(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (p, q) = (collect(&args[0])?, collect(&args[1])?);
    if p.len() != q.len() {
        return Err(value_error("both points must have the same number of dimensions"));
    }
    let differences: Tried<Vec<f64>> = p.iter().zip(&q).map(|(a, b)| Ok(real(a)? - real(b)?)).collect();
    match differences {
        Ok(differences) => Ok(Flow::Value(Value::Float(length(&differences)))),
        Err(Failure::Throw(throw)) => Err(throw),
        Err(Failure::Instance) => Ok(cx.call_prelude("_math_items", with_name("_dist", args))),
    }
}

/// The Euclidean length of a vector, rounded once.
fn length(coordinates: &[f64]) -> f64 {
    let largest = coordinates.iter().fold(0f64, |largest, x| largest.max(x.abs()));
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    // Scaled by a power of two so that no square leaves the range.
    let (_, exponent) = libm::frexp(largest);
    let squares = coordinates.iter().map(|&x| libm::ldexp(x, -exponent)).map(|x| Double::product(x, x));
    let sum = squares.fold(Double::from(0.0), |sum, square| sum + square);
    libm::ldexp(sum.sqrt().high, exponent)
}
