//! `list` (Objects/listobject.c)

use std::cell::RefCell;

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Obj, Value, native_eq};
use crate::python::vm::{Cx, value_error};

use super::failure::{Failure, Tried, answer, index_error, wrong_self};
use super::index::{int, position, search_bounds};
use super::items::{check_room, collect};
use super::{TypeDef, number, protocol, sort};

pub const TYPE: TypeDef = TypeDef::payload(TypeKind::List, Def::new("list(iterable=(), /)", new).iterable(0), METHODS);

pub const METHODS: &[Def] = &[
    Def::new("__init__(self, iterable=(), /)", init).iterable(1),
    Def::new("append(self, object, /)", append),
    Def::new("extend(self, iterable, /)", extend).iterable(1),
    Def::new("__iadd__(self, iterable, /)", add_in_place).iterable(1),
    Def::new("__imul__(self, value, /)", multiply_in_place),
    Def::new("insert(self, index, object, /)", insert),
    Def::new("pop(self, index=-1, /)", pop),
    Def::control("remove(self, value, /)", remove),
    Def::new("clear(self, /)", clear),
    Def::new("copy(self, /)", copy),
    Def::control("index(self, value, start=0, stop=9223372036854775807, /)", index),
    Def::control("count(self, value, /)", count),
    Def::new("reverse(self, /)", reverse),
    Def::control("sort(self, /, *, key=None, reverse=False)", sort_method),
    protocol::LEN,
    protocol::CONTAINS,
    protocol::GET_ITEM,
    protocol::SET_ITEM,
    protocol::DELETE_ITEM,
    protocol::ITER,
    protocol::REVERSED,
    protocol::REPR,
    protocol::EQ,
    protocol::NE,
    protocol::LT,
    protocol::LE,
    protocol::GT,
    protocol::GE,
    protocol::ADD,
    protocol::MUL,
    protocol::RMUL,
];

/// The items of the list that `value` is or carries.
pub fn list_of<'a>(value: &'a Value, method: &str) -> Result<&'a RefCell<Vec<Value>>> {
    match value.payload().obj() {
        Some(Obj::List(items)) => Ok(items),
        _ => Err(wrong_self(method, "list", value)),
    }
}

fn new(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::list(if args[0].is_unset() { Vec::new() } else { collect(&args[0])? }))
}

/// Replaces what the list, one that a subclass is about to initialize, holds.
fn init(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let old = list_of(&args[0], "__init__")?.replace(Vec::new());
    drop(old);
    if args[1].is_unset() { Ok(Value::None) } else { extend(cx, args) }
}

fn append(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    list_of(&args[0], "append")?.borrow_mut().push(args[1].clone());
    Ok(Value::None)
}

fn extend(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let new = collect(&args[1])?;
    let mut items = list_of(&args[0], "extend")?.borrow_mut();
    check_room(items.len(), new.len())?;
    items.extend(new);
    Ok(Value::None)
}

fn add_in_place(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    extend(cx, args)?;
    Ok(args[0].clone())
}

fn multiply_in_place(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let product = super::operators::binary(crate::python::code::BinaryOp::Mul, args[0].payload(), &args[1])?;
    let Some(product) = product else { return Ok(Value::NotImplemented) };
    let old = list_of(&args[0], "__imul__")?.replace(collect(&product)?);
    drop(old);
    Ok(args[0].clone())
}

fn insert(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut items = list_of(&args[0], "insert")?.borrow_mut();
    let index = number::index(&args[1])?;
    let index = if index < 0 { index.saturating_add(items.len() as i64).max(0) } else { index };
    let at = (index as usize).min(items.len());
    items.insert(at, args[2].clone());
    Ok(Value::None)
}

fn pop(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut items = list_of(&args[0], "pop")?.borrow_mut();
    let index = if args[1].is_unset() { -1 } else { number::index(&args[1])? };
    if items.is_empty() {
        return Err(index_error("pop from empty list"));
    }
    let at = position(index, items.len()).ok_or_else(|| index_error("pop index out of range"))?;
    Ok(items.remove(at))
}

fn clear(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let old = list_of(&args[0], "clear")?.take();
    drop(old);
    Ok(Value::None)
}

fn copy(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::list(list_of(&args[0], "copy")?.borrow().clone()))
}

fn reverse(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    list_of(&args[0], "reverse")?.borrow_mut().reverse();
    Ok(Value::None)
}

/// Where `value` first is among `items`.
pub fn find(items: &[Value], value: &Value, slow: &'static str) -> Tried<Option<usize>> {
    for (at, item) in items.iter().enumerate() {
        if item.is(value) || native_eq(item, value).map_err(|fault| Failure::comparing(fault, slow))? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn remove(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let items = list_of(&args[0], "remove")?;
    let found = find(&items.borrow(), &args[1], "_list_remove");
    let tried = found.and_then(|found| {
        let at = found.ok_or_else(|| value_error("list.remove(x): x not in list"))?;
        let old = items.borrow_mut().remove(at);
        drop(old);
        Ok(Value::None)
    });
    answer(cx, args, tried)
}

fn index(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let items = list_of(&args[0], "index")?.borrow();
    let range = search_bounds(&args[2], &args[3], items.len())?;
    let start = range.start;
    let tried = find(&items[range], &args[1], "_index").and_then(|found| match found {
        Some(at) => Ok(Value::from(start + at)),
        None => Err(value_error("list.index(x): x not in list").into()),
    });
    answer(cx, args, tried)
}

fn count(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = count_in(&list_of(&args[0], "count")?.borrow(), &args[1]);
    answer(cx, args, tried)
}

/// How many of `items` equal `value`.
pub fn count_in(items: &[Value], value: &Value) -> Tried<Value> {
    let mut count = 0usize;
    for item in items {
        let equal = item.is(value) || native_eq(item, value).map_err(|fault| Failure::comparing(fault, "_count"))?;
        count += usize::from(equal);
    }
    Ok(Value::from(count))
}

/// Sorts natively if there is no key function and the items can be compared natively; else the prelude does.
fn sort_method(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let items = list_of(&args[0], "sort")?;
    let reverse = if args[2].is_unset() { 0 } else { int(&args[2]).unwrap_or(1) };
    if (args[1].is_unset() || args[1].is_none()) && sort::sort(&mut items.borrow_mut(), reverse != 0) {
        return Ok(Flow::Value(Value::None));
    }
    let key = if args[1].is_unset() { Value::None } else { args[1].clone() };
    Ok(cx.call_prelude("_list_sort", vec![args[0].clone(), key, Value::Bool(reverse != 0)]))
}
