//! `dict` (Objects/dictobject.c)

use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Dict, DictPart, DictTable, Obj, Ref, Value};
use crate::python::vm::{Cx, raise, type_error, value_error};

use super::failure::{Failure, Tried, answer, key_error, wrong_self};
use super::items::{collect, length, set_key};
use super::{TypeDef, protocol, type_name};

pub const TYPE: TypeDef = TypeDef::payload(TypeKind::Dict, Def::control("dict(iterable=(), /, **kwargs)", new), METHODS);

pub const METHODS: &[Def] = &[
    Def::control("__init__(self, iterable=(), /, **kwargs)", update),
    Def::control("get(self, key, default=None, /)", get),
    Def::control("setdefault(self, key, default=None, /)", set_default),
    Def::control("pop(self, key, default=None, /)", pop),
    Def::new("popitem(self, /)", pop_item),
    Def::new("clear(self, /)", clear),
    Def::new("copy(self, /)", copy),
    Def::control("update(self, iterable=(), /, **kwargs)", update),
    Def::new("keys(self, /)", |_, args| view(args, DictPart::Keys)),
    Def::new("values(self, /)", |_, args| view(args, DictPart::Values)),
    Def::new("items(self, /)", |_, args| view(args, DictPart::Items)),
    Def::control("fromkeys(cls, iterable, value=None, /)", from_keys).iterable(1).class_method(),
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
    protocol::OR,
    // What the prelude looks keys up with that are compared in Python.
    Def::new("_candidates(self, hash, /)", candidates),
    Def::new("_entry(self, position, /)", entry),
    Def::new("_replace(self, position, value, /)", replace),
    Def::new("_insert(self, hash, key, value, /)", insert),
    Def::new("_delete(self, position, /)", delete),
];

/// The dict that `value` is or carries.
pub fn dict_of<'a>(value: &'a Value, method: &str) -> Result<&'a Dict> {
    value.payload().as_dict().ok_or_else(|| wrong_self(method, "dict", value))
}

fn dict_ref(value: &Value, method: &str) -> Result<Ref> {
    let found = value.payload().as_ref().filter(|object| object.as_dict().is_some());
    found.cloned().ok_or_else(|| wrong_self(method, "dict", value))
}

fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let dict = Value::from(DictTable::default());
    let tried = merge(&dict, &args[0], &args[1], "_dict_new").map(|()| dict);
    answer(cx, args, tried)
}

fn update(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    dict_of(&args[0], "update")?;
    let tried = merge(args[0].payload(), &args[1], &args[2], "_dict_update").map(|()| Value::None);
    answer(cx, args, tried)
}

/// `dict.update(source, **named)`: `source` is a dict, an iterable of pairs, or unset. The prelude's `slow` does what has to call
/// Python; it starts from the beginning, which sets the same keys once more.
fn merge(dict: &Value, source: &Value, named: &Value, slow: &'static str) -> Tried<()> {
    let Some(target) = dict.as_dict() else { return Ok(()) };
    match source.payload().obj() {
        None if source.is_unset() => {}
        Some(Obj::Dict(_)) => merge_dict(target, source.payload(), slow)?,
        Some(Obj::List(_) | Obj::Tuple(_)) => merge_pairs(target, &collect(source.payload())?, slow)?,
        Some(Obj::Iterator(_) | Obj::Generator(_) | Obj::Instance(_) | Obj::Extension(_) | Obj::DictView { .. }) => {
            return Err(Failure::Python(slow));
        }
        Some(Obj::Set(_) | Obj::FrozenSet(_)) => merge_pairs(target, &collect(source)?, slow)?,
        Some(Obj::Str(text)) if text.is_empty() => {}
        Some(Obj::Str(_)) => merge_pairs(target, &collect(source)?, slow)?,
        _ => return Err(type_error(format!("'{}' object is not iterable", type_name(source))).into()),
    }
    if named.is_unset() { Ok(()) } else { merge_dict(target, named, slow) }
}

/// Sets in `target` what the dict `source` has.
pub fn merge_dict(target: &Dict, source: &Value, slow: &'static str) -> Tried<()> {
    let Some(source) = source.as_dict() else { return Ok(()) };
    if std::ptr::eq(target, source) {
        return Ok(());
    }
    let source = source.table.borrow();
    let mut table = target.table.borrow_mut();
    if table.is_empty() {
        *table = source.compacted();
        return Ok(());
    }
    for entry in source.entries() {
        let old = table.insert_hashed(entry.hash, entry.key.clone(), entry.value.clone());
        old.map_err(|fault| Failure::comparing(fault, slow))?;
    }
    Ok(())
}

fn merge_pairs(target: &Dict, pairs: &[Value], slow: &'static str) -> Tried<()> {
    for (at, pair) in pairs.iter().enumerate() {
        if !matches!(pair.payload().obj(), Some(Obj::Tuple(_) | Obj::List(_) | Obj::Str(_))) {
            return Err(Failure::Python(slow));
        }
        let [key, value] = &collect(pair)?[..] else {
            let len = length(pair).unwrap_or(0);
            let message = format!("dictionary update sequence element #{at} has length {len}; 2 is required");
            return Err(value_error(message).into());
        };
        set_key(target, key.clone(), value.clone()).map_err(|failure| match failure {
            Failure::Python(_) => Failure::Python(slow),
            failure => failure,
        })?;
    }
    Ok(())
}

/// The value of a key.
fn find(dict: &Dict, key: &Value, slow: &'static str) -> Tried<Option<Value>> {
    dict.table.borrow().get(key).map_err(|fault| Failure::dict_key(fault, key, slow))
}

fn get(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let default = || if args[2].is_unset() { Value::None } else { args[2].clone() };
    let tried = find(dict_of(&args[0], "get")?, &args[1], "_dict_get").map(|found| found.unwrap_or_else(default));
    answer(cx, args, tried)
}

fn set_default(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let dict = dict_of(&args[0], "setdefault")?;
    let default = if args[2].is_unset() { Value::None } else { args[2].clone() };
    let tried = find(dict, &args[1], "_dict_setdefault").and_then(|found| match found {
        Some(value) => Ok(value),
        None => set_key(dict, args[1].clone(), default.clone()).map(|()| default),
    });
    answer(cx, args, tried)
}

fn pop(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let removed = dict_of(&args[0], "pop")?.table.borrow_mut().remove(&args[1]);
    let removed = removed.map_err(|fault| Failure::dict_key(fault, &args[1], "_dict_pop"));
    let tried = removed.and_then(|removed| match removed {
        Some(entry) => Ok(entry.value),
        None if args[2].is_unset() => Err(key_error(&args[1]).into()),
        None => Ok(args[2].clone()),
    });
    answer(cx, args, tried)
}

fn pop_item(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match dict_of(&args[0], "popitem")?.table.borrow_mut().pop_last() {
        Some(entry) => Ok(Value::tuple([entry.key, entry.value])),
        None => Err(raise(ExceptionKind::KeyError, vec!["popitem(): dictionary is empty".into()])),
    }
}

fn clear(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let old = dict_of(&args[0], "clear")?.table.take();
    drop(old);
    Ok(Value::None)
}

fn copy(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(dict_of(&args[0], "copy")?.table.borrow().compacted()))
}

fn view(args: &[Value], part: DictPart) -> Result<Value> {
    Ok(Value::from(Obj::DictView { dict: dict_ref(&args[0], "keys")?, part }))
}

fn from_keys(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let value = if args[2].is_unset() { Value::None } else { args[2].clone() };
    if !args[0].as_ref().and_then(Ref::as_class).is_some_and(|class| class.builtin) {
        return answer(cx, args, Err(Failure::Python("_dict_fromkeys")));
    }
    let dict = Value::from(DictTable::default());
    let fill = |dict: &Value| -> Tried<()> {
        let target = dict_of(dict, "fromkeys")?;
        collect(&args[1])?.into_iter().try_for_each(|key| set_key(target, key, value.clone()))
    };
    let tried = match fill(&dict) {
        Err(Failure::Python(_)) => Err(Failure::Python("_dict_fromkeys")),
        filled => filled.map(|()| dict),
    };
    answer(cx, args, tried)
}

fn candidates(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let hash = super::number::index(&args[1])?;
    let found = dict_of(&args[0], "_candidates")?.table.borrow().candidates(hash);
    Ok(Value::list(found.into_iter().map(Value::from).collect()))
}

fn at(value: &Value) -> Result<usize> {
    Ok(super::number::index(value)? as usize)
}

/// The key and value at a position, or `None`.
fn entry(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let table = dict_of(&args[0], "_entry")?.table.borrow();
    let entry = table.entry_at(at(&args[1])?);
    Ok(entry.map_or(Value::None, |entry| Value::tuple([entry.key.clone(), entry.value.clone()])))
}

fn replace(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut table = dict_of(&args[0], "_replace")?.table.borrow_mut();
    let at = at(&args[1])?;
    if table.entry_at(at).is_some() {
        let old = table.set_value_at(at, args[2].clone());
        drop(table);
        drop(old);
    }
    Ok(Value::None)
}

fn insert(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let hash = super::number::index(&args[1])?;
    dict_of(&args[0], "_insert")?.table.borrow_mut().insert_new(hash, args[2].clone(), args[3].clone());
    Ok(Value::None)
}

fn delete(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut table = dict_of(&args[0], "_delete")?.table.borrow_mut();
    let at = at(&args[1])?;
    let removed = table.entry_at(at).is_some().then(|| table.remove_at(at));
    Ok(removed.map_or(Value::None, |entry| entry.value))
}
