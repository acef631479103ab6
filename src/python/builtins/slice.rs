//! `slice` (Objects/sliceobject.c)

use crate::python::core::TypeKind;
use crate::python::native::{Def, Result};
use crate::python::object::{Layout, Obj, Value};
use crate::python::vm::{Cx, value_error};

use super::failure::wrong_self;
use super::index::Selection;
use super::{TypeDef, number, protocol};

pub const TYPE: TypeDef = TypeDef {
    kind: TypeKind::Slice,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("slice(start, stop=None, step=None, /)", new)),
    methods: METHODS,
};

const METHODS: &[Def] = &[
    Def::new("start(self, /)", |_, args| Ok(parts(&args[0], "start")?[0].clone())).property(),
    Def::new("stop(self, /)", |_, args| Ok(parts(&args[0], "stop")?[1].clone())).property(),
    Def::new("step(self, /)", |_, args| Ok(parts(&args[0], "step")?[2].clone())).property(),
    Def::new("indices(self, len, /)", indices),
    protocol::REPR,
    protocol::HASH,
    protocol::EQ,
    protocol::NE,
];

fn parts<'a>(value: &'a Value, method: &str) -> Result<&'a [Value; 3]> {
    match value.obj() {
        Some(Obj::Slice(parts)) => Ok(parts),
        _ => Err(wrong_self(method, "slice", value)),
    }
}

fn new(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let or_none = |value: &Value| if value.is_unset() { Value::None } else { value.clone() };
    let parts = if args[1].is_unset() {
        [Value::None, args[0].clone(), Value::None]
    } else {
        [args[0].clone(), args[1].clone(), or_none(&args[2])]
    };
    Ok(Value::from(Obj::Slice(Box::new(parts))))
}

fn indices(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let len = usize::try_from(number::index(&args[1])?).map_err(|_| value_error("length should not be negative"))?;
    let selected = Selection::new(parts(&args[0], "indices")?, len)?;
    Ok(Value::tuple([selected.start, selected.stop, selected.step].map(Value::Int)))
}
