//! The special methods that builtin types have in common, for programs that call them by name: `super().__setitem__(key, value)`.

use crate::python::code::{BinaryOp, CompareOp};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Complex, Fault, Iter, Obj, Value, native_cmp, native_hash};
use crate::python::vm::{Cx, type_error};

use super::failure::{Failure, Tried, answer};
use super::{items, operators, repr, type_name};

pub const LEN: Def = Def::new("__len__(self, /)", len);
pub const CONTAINS: Def = Def::control("__contains__(self, key, /)", contains);
pub const GET_ITEM: Def = Def::control("__getitem__(self, key, /)", get_item);
pub const SET_ITEM: Def = Def::control("__setitem__(self, key, value, /)", set_item);
pub const DELETE_ITEM: Def = Def::control("__delitem__(self, key, /)", delete_item);
pub const ITER: Def = Def::new("__iter__(self, /)", iter);
pub const REVERSED: Def = Def::new("__reversed__(self, /)", reversed);
pub const REPR: Def = Def::control("__repr__(self, /)", repr_method);
pub const HASH: Def = Def::control("__hash__(self, /)", hash);
pub const EQ: Def = Def::control("__eq__(self, value, /)", |cx, args| equal(cx, args, CompareOp::Eq));
pub const NE: Def = Def::control("__ne__(self, value, /)", |cx, args| equal(cx, args, CompareOp::Ne));
pub const LT: Def = Def::control("__lt__(self, value, /)", |cx, args| order(cx, args, CompareOp::Lt));
pub const LE: Def = Def::control("__le__(self, value, /)", |cx, args| order(cx, args, CompareOp::Le));
pub const GT: Def = Def::control("__gt__(self, value, /)", |cx, args| order(cx, args, CompareOp::Gt));
pub const GE: Def = Def::control("__ge__(self, value, /)", |cx, args| order(cx, args, CompareOp::Ge));
pub const ADD: Def = Def::new("__add__(self, value, /)", |_, args| add(&args[0], &args[1]));
pub const MUL: Def = Def::new("__mul__(self, value, /)", |_, args| binary(BinaryOp::Mul, &args[0], &args[1]));
pub const RMUL: Def = Def::new("__rmul__(self, value, /)", |_, args| binary(BinaryOp::Mul, &args[1], &args[0]));
pub const OR: Def = Def::new("__or__(self, value, /)", |_, args| binary(BinaryOp::Or, &args[0], &args[1]));
pub const AND: Def = Def::new("__and__(self, value, /)", |_, args| binary(BinaryOp::And, &args[0], &args[1]));
pub const SUB: Def = Def::new("__sub__(self, value, /)", |_, args| binary(BinaryOp::Sub, &args[0], &args[1]));
pub const XOR: Def = Def::new("__xor__(self, value, /)", |_, args| binary(BinaryOp::Xor, &args[0], &args[1]));

fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Value> {
    Ok(operators::binary(op, a.payload(), b.payload())?.unwrap_or(Value::NotImplemented))
}

/// What is no sequence cannot be added to one, whatever its class says.
fn add(a: &Value, b: &Value) -> Result<Value> {
    let sum = operators::binary(BinaryOp::Add, a.payload(), b.payload())?;
    match sum {
        Some(sum) => Ok(sum),
        None if operators::is_sequence(a) => Err(type_error(operators::unsupported(BinaryOp::Add, "+", a, b))),
        None => Ok(Value::NotImplemented),
    }
}

fn len(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let len = items::length(&args[0]);
    len.map(Value::from).ok_or_else(|| type_error(format!("object of type '{}' has no len()", type_name(&args[0]))))
}

fn contains(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let found = items::contains(args[0].payload(), &args[1])?.map(Value::Bool);
    Ok(found_or_prelude(cx, args, found, "_contains"))
}

fn get_item(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    // The instance itself: its class may have a `__missing__`.
    Ok(match items::get_item(&args[0], &args[1])? {
        Some(value) => Flow::Value(value),
        None => cx.call_prelude("_get_item", args.to_vec()),
    })
}

fn set_item(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let done = items::set_item(args[0].payload(), &args[1], args[2].clone())?.then_some(Value::None);
    Ok(found_or_prelude(cx, args, done, "_set_item"))
}

fn delete_item(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let done = items::delete_item(args[0].payload(), &args[1])?.then_some(Value::None);
    Ok(found_or_prelude(cx, args, done, "_delete_item"))
}

fn found_or_prelude(cx: &Cx<'_>, args: &[Value], found: Option<Value>, slow: &str) -> Flow {
    match found {
        Some(value) => Flow::Value(value),
        None => cx.call_prelude(slow, for_payload(args)),
    }
}

/// The arguments with the builtin value instead of the instance that carries it, whose class may define the method that called.
fn for_payload(args: &[Value]) -> Vec<Value> {
    let mut args = args.to_vec();
    args[0] = args[0].payload().clone();
    args
}

/// As [`answer`], with [`for_payload`].
fn answer_for_payload(cx: &Cx<'_>, args: &[Value], tried: Tried<Value>) -> Result<Flow> {
    answer(cx, &for_payload(args), tried)
}

fn iter(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let value = args[0].payload();
    let iter = Iter::over(value).ok_or_else(|| type_error(format!("'{}' object is not iterable", type_name(value))))?;
    Ok(Value::from(Obj::Iterator(iter.into())))
}

fn reversed(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let value = args[0].payload();
    let iter = Iter::over_reversed(value).ok_or_else(|| type_error(format!("'{}' object is not reversible", type_name(value))))?;
    Ok(Value::from(Obj::Iterator(iter.into())))
}

fn repr_method(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    answer_for_payload(cx, args, repr::repr(args[0].payload()).map(Value::from))
}

fn hash(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let value = args[0].payload();
    answer_for_payload(cx, args, hash_of(value).map(Value::Int))
}

/// `hash(value)`
pub fn hash_of(value: &Value) -> Tried<i64> {
    native_hash(value).map_err(|fault| match fault {
        Fault::InPython => Failure::Python("_hash"),
        fault => Failure::Throw(fault.to_error(value)),
    })
}

/// Whether two builtin values are of types that compare with each other at all.
fn comparable(a: &Value, b: &Value) -> bool {
    if crate::python::object::complex::equal(a, b).is_some() {
        return Complex::of(a).is_some();
    }
    let is_float = |value: &Value| matches!(value, Value::Float(_));
    if is_float(b) && !is_float(a) {
        return false;
    }
    match (a.obj(), b.obj()) {
        (
            Some(Obj::Set(_) | Obj::FrozenSet(_) | Obj::DictView { .. }),
            Some(Obj::Set(_) | Obj::FrozenSet(_) | Obj::DictView { .. }),
        )
        | (Some(Obj::Bytes(_) | Obj::ByteArray(_)), Some(Obj::Bytes(_) | Obj::ByteArray(_))) => true,
        (Some(a), Some(b)) => std::mem::discriminant(a) == std::mem::discriminant(b),
        _ => crate::python::object::order::compare_numbers(a, b).is_some() || a.is(b),
    }
}

fn equal(cx: &mut Cx<'_>, args: &[Value], op: CompareOp) -> Result<Flow> {
    if comparable(args[0].payload(), args[1].payload()) { order(cx, args, op) } else { Ok(Flow::Value(Value::NotImplemented)) }
}

fn order(cx: &mut Cx<'_>, args: &[Value], op: CompareOp) -> Result<Flow> {
    let (a, b) = (args[0].payload(), args[1].payload());
    if matches!(b, Value::Float(_)) && !matches!(a, Value::Float(_)) {
        return Ok(Flow::Value(Value::NotImplemented));
    }
    let tried = native_cmp(op, a, b).map_err(|fault| Failure::comparing(fault, "_compare"));
    let tried = tried.map(|answer| answer.map_or(Value::NotImplemented, Value::Bool));
    answer(cx, &[Value::from(op.text()), a.clone(), b.clone()], tried)
}
