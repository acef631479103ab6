//! `dict_keys`, `dict_values` and `dict_items`.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{DictPart, Obj, Ref, Value, native_eq};
use crate::python::vm::Cx;

use super::failure::{Failure, Tried, answer};
use super::items::{collect, contains_key};
use super::{TypeDef, protocol};

pub const KEYS: TypeDef = TypeDef::internal(TypeKind::DictKeys, SET_LIKE);
pub const ITEMS: TypeDef = TypeDef::internal(TypeKind::DictItems, SET_LIKE);
pub const VALUES: TypeDef =
    TypeDef::internal(TypeKind::DictValues, &[MAPPING, protocol::LEN, protocol::ITER, protocol::REVERSED, protocol::REPR]);

const MAPPING: Def = Def::new("mapping(self, /)", mapping).property();

const SET_LIKE: &[Def] = &[
    Def::control("isdisjoint(self, other, /)", is_disjoint).iterable(1),
    MAPPING,
    protocol::LEN,
    protocol::CONTAINS,
    protocol::ITER,
    protocol::REVERSED,
    protocol::REPR,
    protocol::EQ,
    protocol::NE,
    protocol::LT,
    protocol::LE,
    protocol::GT,
    protocol::GE,
    protocol::OR,
    protocol::AND,
    protocol::SUB,
    protocol::XOR,
];

/// `item in view`
pub fn contains(dict: &Ref, part: DictPart, item: &Value) -> Tried<bool> {
    let Some(dict) = dict.as_dict() else { return Ok(false) };
    let table = dict.table.borrow();
    let equal = |a: &Value, b: &Value| native_eq(a, b).map_err(|fault| Failure::comparing(fault, "_contains"));
    match (part, item.payload().as_tuple()) {
        (DictPart::Keys, _) => contains_key(&table, item),
        (DictPart::Values, _) => {
            for entry in table.entries() {
                if equal(&entry.value, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        (DictPart::Items, Some([key, value])) => {
            let found = table.get(key).map_err(|fault| Failure::dict_key(fault, key, "_contains"))?;
            found.map_or(Ok(false), |found| equal(&found, value))
        }
        (DictPart::Items, _) => Ok(false),
    }
}

fn is_disjoint(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let search = || -> Tried<bool> {
        for item in collect(&args[1])? {
            if super::items::search(&args[0], &item)? == Some(true) {
                return Ok(false);
            }
        }
        Ok(true)
    };
    let tried = match search() {
        Err(Failure::Python(_)) => Err(Failure::Python("_is_disjoint")),
        result => result.map(Value::Bool),
    };
    answer(cx, args, tried)
}

fn mapping(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match args[0].obj() {
        Some(Obj::DictView { dict, .. }) => Ok(Value::from(dict.clone())),
        _ => Ok(Value::None),
    }
}
