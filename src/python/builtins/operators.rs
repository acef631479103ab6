//! Binary operators of builtin values. Knows no classes written in Python: their methods are looked up by the machine.

use compact_str::CompactString;

use crate::python::code::BinaryOp;
use crate::python::native::Result;
use crate::python::object::{DictPart, Iter, Obj, Set, SetTable, Sym, Value};

use super::failure::Failure;
use super::index::int;
use super::items::{MAX_ITEMS, collect};
use super::number::{self, out_of_memory};
use super::set::set_like;
use super::{str, type_name};

/// `a op b`; `None` for `NotImplemented`.
///
/// # Errors
/// What CPython raises, and `MemoryError` for results beyond [`MAX_ITEMS`].
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>> {
    if let Some(result) = number::binary(op, a, b)? {
        return Ok(Some(result));
    }
    if op == BinaryOp::Mod {
        // The value is shown as its class says.
        return percent(a.payload(), b);
    }
    let (a, b) = (a.payload(), b.payload());
    match op {
        BinaryOp::Add => add(a, b),
        BinaryOp::Mul => match (int(a), int(b)) {
            (_, Some(times)) => repeat(a, times),
            (Some(times), _) => repeat(b, times),
            _ => Ok(None),
        },
        BinaryOp::Or if a.as_dict().is_some() => Ok(merge_dicts(a, b)),
        BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor => Ok(combine_sets(op, a, b)),
        _ => Ok(None),
    }
}

fn add(a: &Value, b: &Value) -> Result<Option<Value>> {
    Ok(Some(match (a.obj(), b.payload().obj()) {
        (Some(Obj::Str(a)), Some(Obj::Str(b))) => {
            check_len(a.as_str().len().checked_add(b.as_str().len()))?;
            let mut text = CompactString::with_capacity(a.as_str().len() + b.as_str().len());
            text.push_str(a.as_str());
            text.push_str(b.as_str());
            Value::from(text)
        }
        (Some(Obj::List(a)), Some(Obj::List(b))) => Value::list(joined(&a.borrow(), &b.borrow())?),
        (Some(Obj::Tuple(a)), Some(Obj::Tuple(b))) => Value::tuple(joined(a, b)?),
        (Some(Obj::Bytes(a)), Some(Obj::Bytes(b))) => Value::from(Obj::Bytes(joined(a, b)?.into())),
        (Some(Obj::Bytes(a)), Some(Obj::ByteArray(b))) => Value::from(Obj::Bytes(joined(a, &b.borrow())?.into())),
        (Some(Obj::ByteArray(a)), Some(Obj::ByteArray(b))) => Value::from(Obj::ByteArray(joined(&a.borrow(), &b.borrow())?.into())),
        (Some(Obj::ByteArray(a)), Some(Obj::Bytes(b))) => Value::from(Obj::ByteArray(joined(&a.borrow(), b)?.into())),
        _ => return Ok(None),
    }))
}

fn joined<T: Clone>(a: &[T], b: &[T]) -> Result<Vec<T>> {
    check_len(a.len().checked_add(b.len()))?;
    Ok([a, b].concat())
}

fn check_len(len: Option<usize>) -> Result<()> {
    if len.is_some_and(|len| len <= MAX_ITEMS) { Ok(()) } else { Err(out_of_memory()) }
}

fn repeated(items: &[Value], times: usize) -> Vec<Value> {
    std::iter::repeat_n(items, times).flatten().cloned().collect()
}

/// `sequence * times`
fn repeat(sequence: &Value, times: i64) -> Result<Option<Value>> {
    let times = times.max(0) as usize;
    let within = |len: usize| check_len(len.checked_mul(times));
    Ok(Some(match sequence.obj() {
        Some(Obj::Str(text)) => {
            within(text.as_str().len())?;
            Value::from(text.as_str().repeat(times))
        }
        Some(Obj::List(items)) => {
            within(items.borrow().len())?;
            Value::list(repeated(&items.borrow(), times))
        }
        Some(Obj::Tuple(items)) => {
            within(items.len())?;
            Value::tuple(repeated(items, times))
        }
        Some(Obj::Bytes(bytes)) => {
            within(bytes.len())?;
            Value::from(Obj::Bytes(bytes.repeat(times).into()))
        }
        Some(Obj::ByteArray(bytes)) => {
            within(bytes.borrow().len())?;
            Value::from(Obj::ByteArray(bytes.borrow().repeat(times).into()))
        }
        _ => return Ok(None),
    }))
}

/// `str % values`; `None` also if texts have to be made in Python (see [`in_prelude`]).
fn percent(template: &Value, values: &Value) -> Result<Option<Value>> {
    if let Some(bytes) = super::bytes::of(template) {
        return super::bytes::percent::format(template, &bytes, values).map(Some);
    }
    let Some(template) = template.as_str() else { return Ok(None) };
    match str::percent::format(template, values, &mut str::methods::converted) {
        Ok(text) => Ok(Some(Value::from(text))),
        Err(Failure::Throw(throw)) => Err(throw),
        Err(Failure::Python(_)) => Ok(None),
    }
}

fn merge_dicts(a: &Value, b: &Value) -> Option<Value> {
    b.as_dict()?;
    let merged = a.as_dict()?.table.borrow().compacted();
    let result = Value::from(merged);
    super::dict::merge_dict(result.as_dict()?, b, "_dict_or").ok()?;
    Some(result)
}

/// The table of an operand that is a set or, in an operation with views, can be made one.
fn operand(value: &Value) -> Option<SetTable> {
    match value.obj()? {
        Obj::Set(set) | Obj::FrozenSet(set) => Some(set.table.borrow().clone()),
        Obj::DictView { part: DictPart::Values, .. } => None,
        Obj::DictView { .. } => {
            let mut table = SetTable::default();
            let mut iter = Iter::over(value)?;
            while let Ok(Some(item)) = iter.next() {
                table.insert(&item).ok()?;
            }
            Some(table)
        }
        _ => None,
    }
}

/// Set operators; `None` also if items have to be compared in Python (see [`in_prelude`]).
fn combine_sets(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    let (left, right) = (operand(a)?, operand(b)?);
    let result = match op {
        BinaryOp::And => left.intersection(&right),
        BinaryOp::Sub => left.difference(&right),
        BinaryOp::Xor => {
            let mut result = right.copy();
            result.symmetric_difference_update(&left).map(|()| result)
        }
        _ => {
            let mut result = left.copy();
            result.merge(&right).map(|()| result)
        }
    };
    result.ok().map(|table| set_like(a, table))
}

/// The function of the prelude that does what [`binary`] left undone because items have to be compared in Python.
pub fn in_prelude(op: BinaryOp, a: &Value, b: &Value) -> Option<&'static str> {
    let is_set = |value: &Value| matches!(value.obj(), Some(Obj::Set(_) | Obj::FrozenSet(_) | Obj::DictView { .. }));
    match (op, a.as_dict(), b.as_dict()) {
        (BinaryOp::Or, Some(_), Some(_)) => Some("_dict_or"),
        (BinaryOp::Or, ..) if is_class(a) && (b.is_none() || is_class(b)) || a.is_none() && is_class(b) => Some("_union"),
        (BinaryOp::Mod, ..) if a.payload().as_str().is_some() => Some("_percent"),
        (BinaryOp::Mul, ..) if is_sequence(a) && has_index(b) || is_sequence(b) && has_index(a) => Some("_repeat"),
        (BinaryOp::Or, ..) if is_set(a) && is_set(b) => Some("_set_or"),
        (BinaryOp::And, ..) if is_set(a) && is_set(b) => Some("_set_and"),
        (BinaryOp::Sub, ..) if is_set(a) && is_set(b) => Some("_set_sub"),
        (BinaryOp::Xor, ..) if is_set(a) && is_set(b) => Some("_set_xor"),
        _ => None,
    }
}

/// Has its class an `__index__` written in Python?
fn has_index(value: &Value) -> bool {
    let Some(Obj::Instance(instance)) = value.obj() else { return false };
    instance.payload.is_unset() && instance.class.as_class().is_some_and(|class| class.lookup(Sym::new("__index__")).is_some())
}

fn is_class(value: &Value) -> bool {
    matches!(value.obj(), Some(Obj::Class(_)))
}

/// `a op= b` of a mutable builtin value, which it changes; `None` if it means `a = a op b`, or if the prelude does it.
pub fn in_place(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>> {
    let done = match (op, a.obj(), b.obj()) {
        (BinaryOp::Add, Some(Obj::List(items)), _) if Iter::over(b).is_some() => {
            let new = collect(b)?;
            check_len(items.borrow().len().checked_add(new.len()))?;
            items.borrow_mut().extend(new);
            true
        }
        (BinaryOp::Mul, Some(Obj::List(items)), _) if int(b).is_some() => {
            let Some(repeated) = repeat(a, int(b).unwrap_or(0))? else { return Ok(None) };
            let old = items.replace(collect(&repeated)?);
            drop(old);
            true
        }
        (BinaryOp::Add, Some(Obj::ByteArray(bytes)), Some(Obj::Bytes(more))) => {
            bytes.borrow_mut().extend_from_slice(more);
            true
        }
        (BinaryOp::Or, Some(Obj::Dict(dict)), Some(Obj::Dict(_))) => super::dict::merge_dict(dict, b, "_dict_update").is_ok(),
        (
            BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor,
            Some(Obj::Set(set)),
            Some(Obj::Set(_) | Obj::FrozenSet(_)),
        ) => change_set(op, set, b),
        _ => false,
    };
    Ok(done.then(|| a.clone()))
}

/// Whether `set op= b` could be done without Python; if not, the set is as it was.
fn change_set(op: BinaryOp, set: &Set, b: &Value) -> bool {
    let Some(other) = operand(b) else { return false };
    let mut table = set.table.borrow().clone();
    let changed = match op {
        BinaryOp::And => table.intersection(&other).map(|result| table = result),
        BinaryOp::Sub => table.difference_update(&other),
        BinaryOp::Xor => table.symmetric_difference_update(&other),
        _ => table.merge(&other),
    };
    if changed.is_ok() {
        let old = set.table.replace(table);
        drop(old);
    }
    changed.is_ok()
}

/// The message for operands that do not go together; `text` is how the operator is written. Sequences have their own words.
pub fn unsupported(op: BinaryOp, text: &str, a: &Value, b: &Value) -> String {
    let other = type_name(b);
    match (op, a.payload().obj()) {
        (BinaryOp::Add, Some(Obj::Str(_))) => format!("can only concatenate str (not \"{other}\") to str"),
        (BinaryOp::Add, Some(Obj::List(_))) => format!("can only concatenate list (not \"{other}\") to list"),
        (BinaryOp::Add, Some(Obj::Tuple(_))) => format!("can only concatenate tuple (not \"{other}\") to tuple"),
        (BinaryOp::Add, Some(Obj::Bytes(_))) => format!("can't concat {other} to bytes"),
        (BinaryOp::Add, Some(Obj::ByteArray(_))) => format!("can't concat {other} to bytearray"),
        (BinaryOp::Mul, Some(_)) if is_sequence(a) => format!("can't multiply sequence by non-int of type '{other}'"),
        (BinaryOp::Mul, _) if is_sequence(b) => format!("can't multiply sequence by non-int of type '{}'", type_name(a)),
        _ => format!("unsupported operand type(s) for {text}: '{}' and '{other}'", type_name(a)),
    }
}

/// Is it a builtin sequence that can be added and repeated?
pub fn is_sequence(value: &Value) -> bool {
    matches!(value.payload().obj(), Some(Obj::Str(_) | Obj::List(_) | Obj::Tuple(_) | Obj::Bytes(_) | Obj::ByteArray(_)))
}
