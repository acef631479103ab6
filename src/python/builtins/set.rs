//! `set` and `frozenset` (Objects/setobject.c). What an operation iterates, and what it adds to, is as in CPython, because the order
//! in which a set is shown depends on it.

use std::cell::Ref as Borrow;

use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Fault, Obj, Set, SetTable, Value, native_hash};
use crate::python::vm::{Cx, raise};

use super::failure::{Failure, Tried, answer, key_error, wrong_self};
use super::items::collect;
use super::{TypeDef, protocol};

pub const SET: TypeDef = TypeDef::payload(TypeKind::Set, Def::control("set(iterable=(), /)", new_set), MUTABLE);
pub const FROZEN_SET: TypeDef =
    TypeDef::payload(TypeKind::FrozenSet, Def::control("frozenset(iterable=(), /)", new_frozen_set), COMMON);

/// Methods of `set` that change it.
const MUTABLE: &[Def] = &[
    Def::control("__init__(self, iterable=(), /)", |cx, args| {
        let others = if args[1].is_unset() { Value::tuple([]) } else { Value::tuple([args[1].clone()]) };
        change(cx, &[args[0].clone(), others], "__init__", "_set_update", update)
    }),
    Def::control("add(self, object, /)", add),
    Def::control("discard(self, object, /)", |cx, args| remove(cx, args, false)),
    Def::control("remove(self, object, /)", |cx, args| remove(cx, args, true)),
    Def::new("pop(self, /)", pop),
    Def::new("clear(self, /)", clear),
    Def::control("update(self, /, *others)", |cx, args| change(cx, args, "update", "_set_update", update)),
    Def::control("intersection_update(self, /, *others)", |cx, args| {
        change(cx, args, "intersection_update", "_set_intersection_update", |table, other| {
            *table = intersection(table, other)?;
            Ok(())
        })
    }),
    Def::control("difference_update(self, /, *others)", |cx, args| {
        change(cx, args, "difference_update", "_set_difference_update", difference_update)
    }),
    Def::control("symmetric_difference_update(self, other, /)", |cx, args| {
        let args = [args[0].clone(), Value::tuple([args[1].clone()])];
        change(cx, &args, "symmetric_difference_update", "_set_symmetric_difference_update", symmetric_difference_update)
    }),
    Def::new("_insert(self, hash, object, /)", insert),
    Def::new("_remove(self, hash, object, /)", remove_candidate),
];

/// All methods of `frozenset`, and what `set` has of them.
pub const COMMON: &[Def] = &[
    Def::new("copy(self, /)", copy),
    Def::control("union(self, /, *others)", |cx, args| combine(cx, args, "union", "_set_union", update)),
    Def::control("intersection(self, /, *others)", |cx, args| {
        combine(cx, args, "intersection", "_set_intersection", |table, other| {
            *table = intersection(table, other)?;
            Ok(())
        })
    }),
    Def::control("difference(self, /, *others)", |cx, args| {
        combine(cx, args, "difference", "_set_difference", |table, other| {
            *table = difference(table, other)?;
            Ok(())
        })
    }),
    Def::control("symmetric_difference(self, other, /)", |cx, args| {
        let args = [args[0].clone(), Value::tuple([args[1].clone()])];
        combine(cx, &args, "symmetric_difference", "_set_symmetric_difference", |table, other| {
            *table = symmetric_difference(table, other)?;
            Ok(())
        })
    }),
    Def::control("issubset(self, other, /)", |cx, args| test(cx, args, "_set_issubset", |a, b| a.is_subset(b))),
    Def::control("issuperset(self, other, /)", |cx, args| test(cx, args, "_set_issuperset", |a, b| b.is_subset(a))),
    Def::control("isdisjoint(self, other, /)", |cx, args| test(cx, args, "_is_disjoint", |a, b| a.is_disjoint(b))),
    // What the prelude looks items up with that are compared in Python.
    Def::new("_candidates(self, hash, /)", candidates),
    protocol::LEN,
    protocol::CONTAINS,
    protocol::ITER,
    protocol::REPR,
    protocol::HASH,
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

/// A set has the methods of a frozenset as well.
pub const SET_COMMON: TypeDef = TypeDef::internal(TypeKind::Set, COMMON);

/// What a set operation is given besides the set.
enum Operand<'a> {
    Set(Borrow<'a, SetTable>),
    /// The keys of a dict, with their hashes.
    Keys(Vec<(i64, Value)>),
    /// The items of any other iterable, with their hashes.
    Items(Vec<(i64, Value)>),
}

/// Why a set operation stopped.
enum Trouble {
    Fault(Fault),
    /// About this item.
    Item(Fault, Value),
    /// The operand cannot be iterated natively.
    NeedsPython,
    Failure(Failure),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble::Fault(fault)
    }
}

impl Trouble {
    fn into_failure(self, slow: &'static str) -> Failure {
        match self {
            Trouble::Fault(fault) => Failure::comparing(fault, slow),
            Trouble::Item(fault, item) => Failure::set_item(fault, &item, slow),
            Trouble::NeedsPython => Failure::Python(slow),
            Trouble::Failure(failure) => failure,
        }
    }
}

type Outcome<T> = std::result::Result<T, Trouble>;

impl Operand<'_> {
    fn of(value: &Value) -> Outcome<Operand<'_>> {
        match value.payload().obj() {
            Some(Obj::Set(set) | Obj::FrozenSet(set)) => return Ok(Operand::Set(set.table.borrow())),
            Some(Obj::Dict(dict)) if value.as_dict().is_some() => {
                let table = dict.table.borrow();
                return Ok(Operand::Keys(table.entries().map(|entry| (entry.hash, entry.key.clone())).collect()));
            }
            Some(Obj::Instance(_) | Obj::Generator(_) | Obj::Extension(_) | Obj::Class(_)) => return Err(Trouble::NeedsPython),
            _ => {}
        }
        let items = collect(value).map_err(|throw| Trouble::Failure(throw.into()))?;
        let hashed = |item: Value| match native_hash(&item) {
            Ok(hash) => Ok((hash, item)),
            Err(fault) => Err(Trouble::Item(fault, item)),
        };
        Ok(Operand::Items(items.into_iter().map(hashed).collect::<Outcome<_>>()?))
    }

    /// The operand as a set.
    fn into_table(self) -> Outcome<SetTable> {
        let mut table = SetTable::default();
        update(&mut table, self)?;
        Ok(table)
    }
}

/// `set_update_internal`
fn update(table: &mut SetTable, other: Operand<'_>) -> Outcome<()> {
    match other {
        Operand::Set(other) => table.merge(&other)?,
        Operand::Keys(keys) => {
            table.reserve(keys.len());
            insert_all(table, keys)?;
        }
        Operand::Items(items) => insert_all(table, items)?,
    }
    Ok(())
}

fn insert_all(table: &mut SetTable, items: Vec<(i64, Value)>) -> Outcome<()> {
    for (hash, item) in items {
        table.insert_hashed(hash, &item)?;
    }
    Ok(())
}

fn intersection(table: &SetTable, other: Operand<'_>) -> Outcome<SetTable> {
    match other {
        Operand::Set(other) => Ok(table.intersection(&other)?),
        Operand::Keys(items) | Operand::Items(items) => {
            let mut result = SetTable::default();
            for (hash, item) in items {
                if table.find(hash, &item)?.is_some() {
                    result.insert_hashed(hash, &item)?;
                }
            }
            Ok(result)
        }
    }
}

fn difference(table: &SetTable, other: Operand<'_>) -> Outcome<SetTable> {
    match other {
        Operand::Set(other) => Ok(table.difference(&other)?),
        other => {
            let mut result = table.copy();
            difference_update(&mut result, other)?;
            Ok(result)
        }
    }
}

fn difference_update(table: &mut SetTable, other: Operand<'_>) -> Outcome<()> {
    match other {
        Operand::Set(other) => table.difference_update(&other)?,
        Operand::Keys(items) | Operand::Items(items) => {
            for (hash, item) in items {
                table.remove_hashed(hash, &item)?;
            }
            table.drop_dummies();
        }
    }
    Ok(())
}

fn symmetric_difference_update(table: &mut SetTable, other: Operand<'_>) -> Outcome<()> {
    let other = match other {
        Operand::Set(other) => return Ok(table.symmetric_difference_update(&other)?),
        other => other.into_table()?,
    };
    Ok(table.symmetric_difference_update(&other)?)
}

/// `a ^ b` copies `b` and changes the copy.
fn symmetric_difference(table: &SetTable, other: Operand<'_>) -> Outcome<SetTable> {
    let mut result = other.into_table()?;
    result.symmetric_difference_update(table)?;
    Ok(result)
}

/// The set that `value` is or carries.
pub fn set_of<'a>(value: &'a Value, method: &str) -> Result<&'a Set> {
    value.payload().as_set().ok_or_else(|| wrong_self(method, "set", value))
}

/// A set of the same type as the set `like` with the items of `table`.
pub fn set_like(like: &Value, table: SetTable) -> Value {
    Value::from(match like.payload().obj() {
        Some(Obj::FrozenSet(_)) => Obj::FrozenSet(table.into()),
        _ => Obj::Set(table.into()),
    })
}

fn new_set(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = table_of(&args[0]).map(|table| Value::from(Obj::Set(table.into())));
    answer(cx, args, tried.map_err(|trouble| trouble.into_failure("_set_new")))
}

fn new_frozen_set(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if let Some(Obj::FrozenSet(_)) = args[0].obj() {
        return Ok(Flow::Value(args[0].clone()));
    }
    let tried = table_of(&args[0]).map(|table| Value::from(Obj::FrozenSet(table.into())));
    answer(cx, args, tried.map_err(|trouble| trouble.into_failure("_frozenset_new")))
}

fn table_of(iterable: &Value) -> Outcome<SetTable> {
    if iterable.is_unset() { Ok(SetTable::default()) } else { Operand::of(iterable)?.into_table() }
}

/// `set.add`
pub fn add_item(set: &Value, item: &Value) -> Tried<()> {
    let added = set_of(set, "add")?.table.borrow_mut().insert(item);
    added.map(drop).map_err(|fault| Failure::set_item(fault, item, "_set_add"))
}

fn add(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    answer(cx, args, add_item(&args[0], &args[1]).map(|()| Value::None))
}

fn remove(cx: &mut Cx<'_>, args: &[Value], must: bool) -> Result<Flow> {
    let slow = if must { "_set_remove" } else { "_set_discard" };
    let removed = set_of(&args[0], "remove")?.table.borrow_mut().remove(&args[1]);
    let tried = match removed {
        Ok(None) if must => Err(key_error(&args[1]).into()),
        Ok(_) => Ok(Value::None),
        // A set as an item to look for stands for a frozenset of the same items.
        Err(Fault::Unhashable) if args[1].as_set().is_some() => Err(Failure::Python(slow)),
        Err(fault) => Err(Failure::set_item(fault, &args[1], slow)),
    };
    answer(cx, args, tried)
}

fn pop(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let popped = set_of(&args[0], "pop")?.table.borrow_mut().pop();
    popped.ok_or_else(|| raise(ExceptionKind::KeyError, vec!["pop from an empty set".into()]))
}

fn clear(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let old = set_of(&args[0], "clear")?.table.take();
    drop(old);
    Ok(Value::None)
}

fn copy(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    if let Some(Obj::FrozenSet(_)) = args[0].obj() {
        return Ok(args[0].clone());
    }
    Ok(set_like(&args[0], set_of(&args[0], "copy")?.table.borrow().copy()))
}

/// The arguments as the prelude's function takes them: the set, then the others.
fn spread(args: &[Value]) -> Vec<Value> {
    let others = args[1].as_tuple().unwrap_or_default();
    std::iter::once(&args[0]).chain(others).cloned().collect()
}

/// A method that changes the set once for every operand.
fn change(
    cx: &mut Cx<'_>,
    args: &[Value],
    method: &str,
    slow: &'static str,
    apply: fn(&mut SetTable, Operand<'_>) -> Outcome<()>,
) -> Result<Flow> {
    let set = set_of(&args[0], method)?;
    let apply_all = || -> Outcome<Value> {
        // Worked out on a copy: an operand may be the set itself, and a failure must leave no half-done work to the prelude.
        let mut table = set.table.borrow().clone();
        for other in args[1].as_tuple().unwrap_or_default() {
            apply(&mut table, Operand::of(other)?)?;
        }
        let old = set.table.replace(table);
        drop(old);
        Ok(Value::None)
    };
    let tried = apply_all().map_err(|trouble| trouble.into_failure(slow));
    answer(cx, &spread(args), tried)
}

/// A method that makes a new set from the set and every operand in turn.
fn combine(
    cx: &mut Cx<'_>,
    args: &[Value],
    method: &str,
    slow: &'static str,
    apply: fn(&mut SetTable, Operand<'_>) -> Outcome<()>,
) -> Result<Flow> {
    let set = set_of(&args[0], method)?;
    let apply_all = || -> Outcome<Value> {
        let others = args[1].as_tuple().unwrap_or_default();
        let mut table = if method == "union" || others.is_empty() { set.table.borrow().copy() } else { set.table.borrow().clone() };
        for other in others {
            apply(&mut table, Operand::of(other)?)?;
        }
        Ok(set_like(&args[0], table))
    };
    let tried = apply_all().map_err(|trouble| trouble.into_failure(slow));
    answer(cx, &spread(args), tried)
}

type Test = fn(&SetTable, &SetTable) -> std::result::Result<bool, Fault>;

fn test(cx: &mut Cx<'_>, args: &[Value], slow: &'static str, holds: Test) -> Result<Flow> {
    let set = set_of(&args[0], "issubset")?;
    let decide = || -> Outcome<Value> {
        let other = match Operand::of(&args[1])? {
            Operand::Set(other) => return Ok(Value::Bool(holds(&set.table.borrow(), &other)?)),
            other => other.into_table()?,
        };
        Ok(Value::Bool(holds(&set.table.borrow(), &other)?))
    };
    let tried = decide().map_err(|trouble| trouble.into_failure(slow));
    answer(cx, args, tried)
}

fn candidates(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let hash = super::number::index(&args[1])?;
    Ok(Value::list(set_of(&args[0], "_candidates")?.table.borrow().candidates(hash)))
}

/// Adds an item that the prelude knows not to be there.
fn insert(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let hash = super::number::index(&args[1])?;
    set_of(&args[0], "_insert")?.table.borrow_mut().insert_new(hash, args[2].clone());
    Ok(Value::None)
}

/// Removes an item that is one of the [`candidates`].
fn remove_candidate(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let hash = super::number::index(&args[1])?;
    let removed = set_of(&args[0], "_remove")?.table.borrow_mut().remove_same(hash, &args[2]);
    Ok(Value::Bool(removed.is_some()))
}
