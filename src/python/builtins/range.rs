//! `range` (Objects/rangeobject.c), of ints that fit 64 bits.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Layout, Obj, Range, Value};
use crate::python::vm::{Cx, value_error};

use super::failure::{answer, is_instance, wrong_self};
use super::items::search;
use super::{TypeDef, number, protocol};

pub const TYPE: TypeDef = TypeDef {
    kind: TypeKind::Range,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::control("range(start, stop=0, step=1, /)", new)),
    methods: METHODS,
};

const METHODS: &[Def] = &[
    Def::new("start(self, /)", |_, args| Ok(Value::Int(range_of(&args[0], "start")?.start))).property(),
    Def::new("stop(self, /)", |_, args| Ok(Value::Int(range_of(&args[0], "stop")?.stop))).property(),
    Def::new("step(self, /)", |_, args| Ok(Value::Int(range_of(&args[0], "step")?.step))).property(),
    Def::control("index(self, value, /)", index),
    Def::control("count(self, value, /)", count),
    protocol::LEN,
    protocol::CONTAINS,
    protocol::GET_ITEM,
    protocol::ITER,
    protocol::REVERSED,
    protocol::REPR,
    protocol::HASH,
    protocol::EQ,
    protocol::NE,
];

fn range_of(value: &Value, method: &str) -> Result<Range> {
    match value.obj() {
        Some(Obj::Range(range)) => Ok(*range),
        _ => Err(wrong_self(method, "range", value)),
    }
}

fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if args.iter().any(|arg| is_instance(arg.payload())) {
        return Ok(cx.call_prelude("_range", args.iter().filter(|arg| !arg.is_unset()).cloned().collect()));
    }
    let (start, stop) =
        if args[1].is_unset() { (0, number::index(&args[0])?) } else { (number::index(&args[0])?, number::index(&args[1])?) };
    let step = if args[2].is_unset() { 1 } else { number::index(&args[2])? };
    if step == 0 {
        return Err(value_error("range() arg 3 must not be zero"));
    }
    Ok(Flow::Value(Value::from(Obj::Range(Range { start, stop, step }))))
}

fn index(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let range = range_of(&args[0], "index")?;
    let tried = search(&args[0], &args[1]).and_then(|found| match super::index::int(&args[1]) {
        Some(number) if found == Some(true) => Ok(Value::Int(range.position(number).unwrap_or(0) as i64)),
        _ if super::number::integer(&args[1]).is_some() => Err(value_error("range.index(x): x not in range").into()),
        _ => Err(value_error("sequence.index(x): x not in sequence").into()),
    });
    answer(cx, args, tried)
}

fn count(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = search(&args[0], &args[1]).map(|found| Value::Int(i64::from(found == Some(true))));
    answer(cx, args, tried)
}
