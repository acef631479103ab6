//! The next item of every kind of iterator.

use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::heap::{DictPart, Obj, Ref};
use crate::python::object::str::character;
use crate::python::object::value::Value;
use crate::python::vm::error;

pub(super) fn list_item(list: &Ref, next: &mut usize) -> Option<Value> {
    let Obj::List(items) = &**list else { return None };
    let item = items.borrow().get(*next).cloned()?;
    *next += 1;
    Some(item)
}

pub(super) fn tuple_item(tuple: &Ref, next: &mut usize) -> Option<Value> {
    let Obj::Tuple(items) = &**tuple else { return None };
    let item = items.get(*next).cloned()?;
    *next += 1;
    Some(item)
}

pub(super) fn range_item(next: &mut i64, step: i64, left: &mut u64) -> Option<Value> {
    *left = left.checked_sub(1)?;
    let item = Value::Int(*next);
    *next = next.wrapping_add(step);
    Some(item)
}

pub(super) fn character_at(text: &Ref, next: &mut usize) -> Option<Value> {
    let Obj::Str(string) = &**text else { return None };
    let found = string.as_str()[*next..].chars().next()?;
    *next += found.len_utf8();
    Some(character(found))
}

pub(super) fn byte_at(bytes: &Ref, next: &mut usize) -> Option<Value> {
    let byte = match &**bytes {
        Obj::Bytes(bytes) => bytes.get(*next).copied(),
        Obj::ByteArray(bytes) => bytes.borrow().get(*next).copied(),
        _ => None,
    }?;
    *next += 1;
    Some(Value::Int(i64::from(byte)))
}

pub(super) fn dict_item(dict: &Ref, part: DictPart, next: &mut usize, len: usize, left: &mut usize) -> Result<Option<Value>> {
    let Some(dict) = dict.as_dict() else { return Ok(None) };
    let table = dict.table.borrow();
    if table.len() != len {
        return Err(changed("dictionary"));
    }
    let Some((at, entry)) = table.next_from(*next) else { return Ok(None) };
    // As many as there were have come: what comes now has taken the place of another.
    *left = left.checked_sub(1).ok_or_else(|| error(ExceptionKind::RuntimeError, "dictionary keys changed during iteration"))?;
    *next = at + 1;
    Ok(Some(shown(part, &entry.key, &entry.value)))
}

pub(super) fn dict_item_before(dict: &Ref, part: DictPart, end: &mut usize, len: usize) -> Result<Option<Value>> {
    let Some(dict) = dict.as_dict() else { return Ok(None) };
    let table = dict.table.borrow();
    if table.len() != len {
        return Err(changed("dictionary"));
    }
    Ok(table.next_before(*end).map(|(at, entry)| {
        *end = at;
        shown(part, &entry.key, &entry.value)
    }))
}

/// What a view of a dict shows of an entry.
pub fn shown(part: DictPart, key: &Value, value: &Value) -> Value {
    match part {
        DictPart::Keys => key.clone(),
        DictPart::Values => value.clone(),
        DictPart::Items => Value::tuple([key.clone(), value.clone()]),
    }
}

pub(super) fn set_item(set: &Ref, next: &mut usize, len: usize) -> Result<Option<Value>> {
    let Some(set) = set.as_set() else { return Ok(None) };
    let table = set.table.borrow();
    if table.len() != len {
        return Err(changed("Set"));
    }
    Ok(table.next_from(*next).map(|(at, item)| {
        *next = at + 1;
        item.clone()
    }))
}

fn changed(what: &str) -> Throw {
    error(ExceptionKind::RuntimeError, format!("{what} changed size during iteration"))
}

pub(super) fn sequence_len(object: &Ref) -> usize {
    match &**object {
        Obj::List(items) => items.borrow().len(),
        Obj::Tuple(items) => items.len(),
        Obj::Str(string) => string.len(),
        Obj::Bytes(bytes) => bytes.len(),
        Obj::ByteArray(bytes) => bytes.borrow().len(),
        _ => 0,
    }
}

pub(super) fn item_before(sequence: &Ref, left: &mut usize) -> Option<Value> {
    let index = left.checked_sub(1)?;
    let item = match &**sequence {
        Obj::List(items) => items.borrow().get(index).cloned(),
        Obj::Tuple(items) => items.get(index).cloned(),
        Obj::Str(string) => string.as_str().chars().nth(index).map(character),
        Obj::Bytes(bytes) => bytes.get(index).map(|&byte| Value::Int(i64::from(byte))),
        Obj::ByteArray(bytes) => bytes.borrow().get(index).map(|&byte| Value::Int(i64::from(byte))),
        _ => None,
    }?;
    *left = index;
    Some(item)
}

/// Advances an iterator object of the machine's own.
fn advance(iterator: &Ref) -> Result<Option<Value>> {
    match &**iterator {
        Obj::Iterator(iter) => iter.borrow_mut().next(),
        _ => Ok(None),
    }
}

pub(super) fn enumerated(inner: &Ref, index: &mut i64) -> Result<Option<Value>> {
    let Some(item) = advance(inner)? else { return Ok(None) };
    let pair = Value::tuple([Value::Int(*index), item]);
    *index += 1;
    Ok(Some(pair))
}

/// `zip_next` (Python/bltinmodule.c)
pub(super) fn zipped(inner: &[Ref], strict: bool) -> Result<Option<Value>> {
    let mut items = Vec::with_capacity(inner.len());
    for iterator in inner {
        match advance(iterator)? {
            Some(item) => items.push(item),
            None if !strict => return Ok(None),
            None if items.is_empty() => return no_longer(inner),
            None => return Err(unequal(items.len() + 1, "shorter")),
        }
    }
    Ok((!items.is_empty()).then(|| Value::tuple(items)))
}

/// With `strict`, all other iterators have to be at their end when the first is.
fn no_longer(inner: &[Ref]) -> Result<Option<Value>> {
    for (at, iterator) in inner.iter().enumerate().skip(1) {
        if advance(iterator)?.is_some() {
            return Err(unequal(at + 1, "longer"));
        }
    }
    Ok(None)
}

fn unequal(number: usize, how: &str) -> Throw {
    let others = if number == 2 { " 1".to_owned() } else { format!("s 1-{}", number - 1) };
    error(ExceptionKind::ValueError, format!("zip() argument {number} is {how} than argument{others}"))
}
