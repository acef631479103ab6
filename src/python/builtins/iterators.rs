//! Iterator types, and `enumerate`, `zip` and `reversed` over builtin iterables. Over anything else they are written in Python.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Iter, Layout, Obj, Ref, Value};
use crate::python::vm::{Cx, Input, Then, raise, type_error};

use super::failure::wrong_self;
use super::{TypeDef, number, type_name};
use crate::python::core::ExceptionKind;

pub const METHODS: &[Def] = &[
    Def::new("__iter__(self, /)", |_, args| Ok(args[0].clone())),
    Def::control("__next__(self, /)", next),
    Def::new("__length_hint__(self, /)", length_hint),
];

const fn iterator(kind: TypeKind) -> TypeDef {
    TypeDef::internal(kind, METHODS)
}

const fn callable(kind: TypeKind, new: Def) -> TypeDef {
    TypeDef { kind, base: TypeKind::Object, layout: Layout::Final, new: Some(new), methods: METHODS }
}

pub const TYPES: &[&TypeDef] = &[
    &iterator(TypeKind::ListIterator),
    &iterator(TypeKind::TupleIterator),
    &iterator(TypeKind::StrIterator),
    &iterator(TypeKind::RangeIterator),
    &iterator(TypeKind::DictKeyIterator),
    &iterator(TypeKind::DictValueIterator),
    &iterator(TypeKind::DictItemIterator),
    &iterator(TypeKind::SetIterator),
    &iterator(TypeKind::BytesIterator),
    &iterator(TypeKind::ListReverseIterator),
    &iterator(TypeKind::DictReverseKeyIterator),
    &iterator(TypeKind::DictReverseValueIterator),
    &iterator(TypeKind::DictReverseItemIterator),
    &iterator(TypeKind::CallableIterator),
    &iterator(TypeKind::SequenceIterator),
    &callable(TypeKind::Enumerate, Def::control("enumerate(iterable=None, start=0)", enumerate)),
    &callable(TypeKind::Zip, Def::control("zip(*iterables, strict=False)", zip)),
    &callable(TypeKind::Reversed, Def::control("reversed(sequence, /)", reversed)),
    &callable(TypeKind::Map, Def::control("map(*args, strict=False)", map)),
    &callable(TypeKind::Filter, Def::control("filter(function, iterable, /)", filter)),
];

fn next(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match args[0].obj() {
        Some(Obj::Iterator(iter)) => {
            let next = iter.borrow_mut().next()?;
            next.map(Flow::Value).ok_or_else(|| raise(ExceptionKind::StopIteration, Vec::new()))
        }
        Some(Obj::Generator(_)) => super::generators::resume(&args[0], Input::Send(Value::None), Then::Send),
        _ => Err(wrong_self("__next__", "iterator", &args[0])),
    }
}

fn length_hint(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let hint = match args[0].obj() {
        Some(Obj::Iterator(iter)) => iter.borrow().len_hint(),
        _ => None,
    };
    Ok(hint.map_or(Value::NotImplemented, Value::from))
}

/// `iter(value)` for builtin iterables and iterators of the machine's own.
pub fn native_iterator(value: &Value) -> Option<Ref> {
    match value.as_ref() {
        Some(object) if matches!(**object, Obj::Iterator(_)) => Some(object.clone()),
        _ => Iter::over(value).map(|iter| Ref::new(Obj::Iterator(iter.into()))),
    }
}

fn iterator_value(iter: Iter) -> Flow {
    Flow::Value(Value::from(Obj::Iterator(iter.into())))
}

fn enumerate(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if args[0].is_unset() {
        return Err(type_error("enumerate() missing required argument 'iterable'"));
    }
    let start = if args[1].is_unset() { Value::Int(0) } else { args[1].clone() };
    let index = number::index(&start)?;
    Ok(match native_iterator(&args[0]) {
        Some(inner) => iterator_value(Iter::Enumerate { inner, index }),
        None => cx.call_prelude("_enumerate", vec![args[0].clone(), start]),
    })
}

fn zip(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let iterables = args[0].as_tuple().unwrap_or_default();
    let strict = !matches!(args[1], Value::Unset | Value::None | Value::Bool(false) | Value::Int(0));
    let inner: Option<Vec<Ref>> = iterables.iter().map(native_iterator).collect();
    Ok(match inner {
        Some(inner) => iterator_value(Iter::Zip { inner, strict }),
        None => cx.call_prelude("_zip", vec![args[0].clone(), Value::Bool(strict)]),
    })
}

fn reversed(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if let Some(iter) = Iter::over_reversed(&args[0]) {
        return Ok(iterator_value(iter));
    }
    if matches!(args[0].obj(), Some(Obj::Instance(_) | Obj::Extension(_) | Obj::Class(_))) {
        return Ok(cx.call_prelude("_reversed", vec![args[0].clone()]));
    }
    Err(type_error(format!("'{}' object is not reversible", type_name(&args[0]))))
}

fn map(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let strict = !matches!(args[1], Value::Unset | Value::None | Value::Bool(false) | Value::Int(0));
    match args[0].as_tuple().unwrap_or_default() {
        [function, iterables @ ..] if !iterables.is_empty() => {
            Ok(cx.call_prelude("_map", vec![function.clone(), Value::tuple(iterables), Value::Bool(strict)]))
        }
        _ => Err(type_error("map() must have at least two arguments.")),
    }
}

fn filter(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    Ok(cx.call_prelude("_filter", args.to_vec()))
}
