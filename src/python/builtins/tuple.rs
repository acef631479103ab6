//! `tuple` (Objects/tupleobject.c)

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, value_error};

use super::failure::{answer, wrong_self};
use super::index::search_bounds;
use super::items::collect;
use super::list::{count_in, find};
use super::{TypeDef, protocol};

pub const TYPE: TypeDef = TypeDef::payload(TypeKind::Tuple, Def::new("tuple(iterable=(), /)", new).iterable(0), METHODS);

pub const METHODS: &[Def] = &[
    Def::control("index(self, value, start=0, stop=9223372036854775807, /)", index),
    Def::control("count(self, value, /)", count),
    protocol::LEN,
    protocol::CONTAINS,
    protocol::GET_ITEM,
    protocol::ITER,
    protocol::REPR,
    protocol::HASH,
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

fn tuple_of<'a>(value: &'a Value, method: &str) -> Result<&'a [Value]> {
    value.payload().as_tuple().ok_or_else(|| wrong_self(method, "tuple", value))
}

fn new(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match args[0].obj() {
        None if args[0].is_unset() => Ok(Value::tuple([])),
        Some(Obj::Tuple(_)) => Ok(args[0].clone()),
        _ => collect(&args[0]).map(Value::tuple),
    }
}

fn index(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let items = tuple_of(&args[0], "index")?;
    let range = search_bounds(&args[2], &args[3], items.len())?;
    let start = range.start;
    let tried = find(&items[range], &args[1], "_index").and_then(|found| match found {
        Some(at) => Ok(Value::from(start + at)),
        None => Err(value_error("tuple.index(x): x not in tuple").into()),
    });
    answer(cx, args, tried)
}

fn count(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = count_in(tuple_of(&args[0], "count")?, &args[1]);
    answer(cx, args, tried)
}
