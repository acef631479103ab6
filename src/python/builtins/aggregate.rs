//! Functions over all items of an iterable: `sum`, `min`, `max`, `any`, `all`, `sorted`, `len`.

use crate::python::code::{BinaryOp, CompareOp};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Iter, Obj, Value};
use crate::python::vm::{Cx, type_error, value_error};

use super::index::int;
use super::items::{collect, length};
use super::{operators, sort, truth, type_name};

pub const FUNCTIONS: &[Def] = &[
    Def::control("len(obj, /)", len),
    Def::control("sum(iterable, /, start=0)", sum).iterable(0),
    Def::control("min(*args, default=None, key=None)", |cx, args| extreme(cx, args, CompareOp::Lt)),
    Def::control("max(*args, default=None, key=None)", |cx, args| extreme(cx, args, CompareOp::Gt)),
    Def::control("any(iterable, /)", |cx, args| search(cx, args, true)),
    Def::control("all(iterable, /)", |cx, args| search(cx, args, false)),
    Def::control("sorted(iterable, /, *, key=None, reverse=False)", sorted).iterable(0),
    Def::new("_sort_order(keys, reverse, /)", sort_order),
];

fn len(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if let (false, Some(len)) = (matches!(args[0].obj(), Some(Obj::Instance(_))), length(&args[0])) {
        return Ok(Flow::Value(Value::from(len)));
    }
    Ok(cx.call_prelude("_len", args.to_vec()))
}

/// A sum of floats with its error, as `cs_add` (Python/bltinmodule.c; Neumaier's algorithm).
struct FloatSum {
    high: f64,
    low: f64,
}

impl FloatSum {
    fn add(&mut self, float: f64) {
        let total = self.high + float;
        self.low += if self.high.abs() >= float.abs() { (self.high - total) + float } else { (float - total) + self.high };
        self.high = total;
    }

    fn total(&self) -> f64 {
        if self.low != 0.0 && self.low.is_finite() { self.high + self.low } else { self.high }
    }
}

fn sum(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let start = if args[1].is_unset() { Value::Int(0) } else { args[1].clone() };
    let wrong = match start.obj() {
        Some(Obj::Str(_)) => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Some(Obj::Bytes(_)) => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        Some(Obj::ByteArray(_)) => Some("sum() can't sum bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(message) = wrong {
        return Err(type_error(message));
    }
    let items = collect(&args[0])?;
    match add_all(start.clone(), &items)? {
        Some(total) => Ok(Flow::Value(total)),
        None => Ok(cx.call_prelude("_sum", vec![Value::list(items), start])),
    }
}

/// `None` if an addition is not a native one.
fn add_all(start: Value, items: &[Value]) -> Result<Option<Value>> {
    let mut total = start;
    let mut rest = items.iter().peekable();
    while let Some(item) = rest.next() {
        total = match (&total, item) {
            (Value::Float(high), Value::Float(_) | Value::Int(_)) => {
                let mut sum = FloatSum { high: *high, low: 0.0 };
                sum.add_number(item);
                while let Some(next) = rest.next_if(|next| matches!(next, Value::Float(_) | Value::Int(_))) {
                    sum.add_number(next);
                }
                Value::Float(sum.total())
            }
            _ => match operators::binary(BinaryOp::Add, &total, item)? {
                Some(_) if has_method(&total) || has_method(item) => return Ok(None),
                Some(sum) => sum,
                None => return Ok(None),
            },
        };
    }
    Ok(Some(total))
}

impl FloatSum {
    fn add_number(&mut self, number: &Value) {
        match number {
            Value::Float(float) => self.add(*float),
            Value::Int(int) => self.add(*int as f64),
            _ => {}
        }
    }
}

/// Whether the value may have an `__add__` written in Python.
fn has_method(value: &Value) -> bool {
    matches!(value.obj(), Some(Obj::Instance(_) | Obj::Extension(_)))
}

fn extreme(cx: &mut Cx<'_>, args: &[Value], op: CompareOp) -> Result<Flow> {
    let name = if op == CompareOp::Lt { "min" } else { "max" };
    let given = args[0].as_tuple().unwrap_or_default();
    let default = &args[1];
    let plain = args[2].is_unset() || args[2].is_none();
    let items = match given {
        [] => return Err(type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] if Iter::over(iterable).is_some() => collect(iterable)?,
        [_] => Vec::new(),
        _ if !default.is_unset() => {
            return Err(type_error(format!("Cannot specify a default for {name}() with multiple positional arguments")));
        }
        several => several.to_vec(),
    };
    let native = given.len() > 1 || Iter::over(&given[0]).is_some();
    if native && items.is_empty() {
        let empty = || value_error(format!("{name}() iterable argument is empty"));
        return if default.is_unset() { Err(empty()) } else { Ok(Flow::Value(default.clone())) };
    }
    if native
        && plain
        && let Some(best) = sort::extreme(&items, op)
    {
        return Ok(Flow::Value(items[best].clone()));
    }
    let iterable = if native { Value::list(items) } else { given[0].clone() };
    let key = if plain { Value::None } else { args[2].clone() };
    // The default in a tuple: `None` is one, too.
    let default = if default.is_unset() { Value::tuple([]) } else { Value::tuple([default.clone()]) };
    Ok(cx.call_prelude(if op == CompareOp::Lt { "_min" } else { "_max" }, vec![iterable, key, default]))
}

/// Whether an item's truth is `wanted`: `any` looks for a true one, `all` for a false one. Iterators are asked one item at a time,
/// and no further than needed.
fn search(cx: &mut Cx<'_>, args: &[Value], wanted: bool) -> Result<Flow> {
    let slow = if wanted { "_any" } else { "_all" };
    let Some(mut iter) = Iter::over(&args[0]) else { return Ok(cx.call_prelude(slow, args.to_vec())) };
    while let Some(item) = iter.next()? {
        match truth(&item) {
            Some(truth) if truth == wanted => return Ok(Flow::Value(Value::Bool(wanted))),
            Some(_) => {}
            None => return Ok(cx.call_prelude(slow, args.to_vec())),
        }
    }
    Ok(Flow::Value(Value::Bool(!wanted)))
}

fn sorted(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let mut items = collect(&args[0])?;
    let reverse = if args[2].is_unset() { 0 } else { int(&args[2]).unwrap_or(1) } != 0;
    let key = if args[1].is_unset() { Value::None } else { args[1].clone() };
    if key.is_none() && sort::sort(&mut items, reverse) {
        return Ok(Flow::Value(Value::list(items)));
    }
    Ok(cx.call_prelude("_sorted", vec![Value::list(items), key, Value::Bool(reverse)]))
}

/// The positions of a list of keys in sorted order, or `None` if comparing them takes Python.
fn sort_order(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let reverse = matches!(args[1], Value::Bool(true));
    let Some(Obj::List(keys)) = args[0].obj() else {
        return Err(type_error(format!("'{}' object is not a list", type_name(&args[0]))));
    };
    let order = sort::order(&keys.borrow(), reverse);
    Ok(order.map_or(Value::None, |order| Value::list(order.into_iter().map(Value::from).collect())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(items: &[Value], expected: f64) {
        let total = add_all(Value::Int(0), items).expect("numbers add up");
        assert!(matches!(total, Some(Value::Float(total)) if total == expected), "{total:?}");
    }

    #[test]
    fn floats_are_summed_with_their_errors() {
        check(&[0.1; 10].map(Value::Float), 1.0);
        check(&[1e100, 1.0, -1e100].map(Value::Float), 1.0);
        check(&[Value::Int(1), Value::Float(0.5), Value::Int(2)], 3.5);
    }
}
