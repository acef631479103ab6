//! `len()`, `in`, and reading, setting and deleting items of builtin containers.

use crate::python::native::{Result, Throw};
use crate::python::object::str::character;
use crate::python::object::{Dict, DictTable, Fault, Hook, Iter, Obj, Range, Str, Sym, Value, fault, native_eq, native_hash};
use crate::python::vm::{type_error, value_error};

use super::failure::{Failure, Tried, index_error, key_error};
use super::index::{Selection, position, subscript};
use super::number::overflow;
use super::type_name;

/// `len(value)` of a builtin container; `None` if it is none.
pub fn length(value: &Value) -> Option<usize> {
    match value.payload().obj()? {
        Obj::Str(string) => Some(string.len()),
        Obj::List(items) => Some(items.borrow().len()),
        Obj::Tuple(items) => Some(items.len()),
        Obj::Dict(dict) => Some(dict.table.borrow().len()),
        Obj::Set(set) | Obj::FrozenSet(set) => Some(set.table.borrow().len()),
        Obj::Bytes(bytes) => Some(bytes.len()),
        Obj::ByteArray(bytes) => Some(bytes.borrow().len()),
        Obj::Range(range) => usize::try_from(range.len()).ok(),
        Obj::DictView { dict, .. } => dict.as_dict().map(|dict| dict.table.borrow().len()),
        _ => None,
    }
}

/// The items of a builtin iterable: what a native function gets for a parameter that may be any iterable.
///
/// # Errors
/// TypeError if the value is no builtin iterable: the machine did not make it one because it cannot be iterated.
pub fn collect(value: &Value) -> Result<Vec<Value>> {
    match value.obj() {
        Some(Obj::List(items)) => return Ok(items.borrow().clone()),
        Some(Obj::Tuple(items)) => return Ok(items.to_vec()),
        Some(Obj::Iterator(iter)) => return drain(&mut iter.borrow_mut()),
        _ => {}
    }
    let iter = Iter::over(value).or_else(|| Iter::over(value.payload()));
    let mut iter = iter.ok_or_else(|| type_error(format!("'{}' object is not iterable", type_name(value))))?;
    drain(&mut iter)
}

/// What is left of an iterator of the machine's own.
///
/// # Errors
/// MemoryError if it is too much for a container, see [`MAX_ITEMS`].
pub fn drain(iter: &mut Iter) -> Result<Vec<Value>> {
    let mut items = Vec::with_capacity(iter.len_hint().unwrap_or(0).min(1 << 16));
    while let Some(item) = iter.next()? {
        if items.len() >= MAX_ITEMS {
            return Err(super::number::out_of_memory());
        }
        items.push(item);
    }
    Ok(items)
}

/// Containers of more items, or strings of more bytes, are refused with a `MemoryError`.
pub const MAX_ITEMS: usize = 50_000_000;

/// `MemoryError` if a container of `len` items has no room for as many more.
pub fn check_room(len: usize, more: usize) -> Result<()> {
    if len.saturating_add(more) > MAX_ITEMS { Err(super::number::out_of_memory()) } else { Ok(()) }
}

/// Leaves what needs Python to the prelude's function for the operation: `None`.
fn native<T>(tried: Tried<Option<T>>) -> Result<Option<T>> {
    match tried {
        Ok(done) => Ok(done),
        Err(Failure::Python(_)) => Ok(None),
        Err(Failure::Throw(throw)) => Err(throw),
    }
}

/// `container[key]`; `None` if it takes the prelude's `_get_item(container, key)`.
pub fn get_item(container: &Value, key: &Value) -> Result<Option<Value>> {
    native(find_item(container, key))
}

/// `container[key] = value`; false if it takes the prelude's `_set_item(container, key, value)`.
pub fn set_item(container: &Value, key: &Value, value: Value) -> Result<bool> {
    native(replace_item(container, key, value)).map(|done| done.is_some())
}

/// `del container[key]`; false if it takes the prelude's `_delete_item(container, key)`.
pub fn delete_item(container: &Value, key: &Value) -> Result<bool> {
    native(remove_item(container, key)).map(|done| done.is_some())
}

/// `item in container`; `None` if it takes the prelude's `_contains(container, item)`.
pub fn contains(container: &Value, item: &Value) -> Result<Option<bool>> {
    native(search(container, item))
}

fn find_item(container: &Value, key: &Value) -> Tried<Option<Value>> {
    let Some(object) = container.payload().obj() else { return Ok(None) };
    if let Some(Obj::Slice(slice)) = key.obj()
        && !matches!(object, Obj::Dict(_))
    {
        check_slice(slice, "_get_item")?;
        return Ok(get_slice(object, slice)?);
    }
    let found = match object {
        Obj::List(items) => {
            let index = subscript(key, "_get_item", || indices("list", key))?;
            let items = items.borrow();
            position(index, items.len()).map(|at| items[at].clone()).ok_or("list index out of range")
        }
        Obj::Tuple(items) => {
            let index = subscript(key, "_get_item", || indices("tuple", key))?;
            position(index, items.len()).map(|at| items[at].clone()).ok_or("tuple index out of range")
        }
        Obj::Dict(dict) => {
            let found = dict.table.borrow().get(key).map_err(|fault| Failure::dict_key(fault, key, "_get_item"))?;
            return match found {
                None if has_missing(container) => Err(Failure::Python("_get_item")),
                None => Err(key_error(key).into()),
                found => Ok(found),
            };
        }
        Obj::Str(string) => {
            let complaint = || format!("string indices must be integers, not '{}'", type_name(key));
            let index = subscript(key, "_get_item", complaint)?;
            position(index, string.len()).and_then(|at| char_at(string, at)).ok_or("string index out of range")
        }
        Obj::Bytes(bytes) => byte_at(bytes, subscript(key, "_get_item", || indices("byte", key))?, "index out of range"),
        Obj::ByteArray(bytes) => {
            let index = subscript(key, "_get_item", || indices("bytearray", key))?;
            byte_at(&bytes.borrow(), index, "bytearray index out of range")
        }
        Obj::Range(range) => {
            let index = subscript(key, "_get_item", || indices("range", key))?;
            let index = if index < 0 { index.saturating_add(range.len() as i64) } else { index };
            let index = u64::try_from(index).ok().filter(|&index| index < range.len());
            index.map(|index| Value::Int(range.at(index))).ok_or("range object index out of range")
        }
        _ => return Ok(None),
    };
    found.map(Some).map_err(|message| index_error(message).into())
}

fn indices(what: &str, key: &Value) -> String {
    format!("{what} indices must be integers or slices, not {}", type_name(key))
}

/// Whether the class of an instance has a `__missing__` for keys that are not there.
fn has_missing(container: &Value) -> bool {
    let Some(Obj::Instance(instance)) = container.obj() else { return false };
    instance.class.as_class().is_some_and(|class| class.lookup(Sym::new("__missing__")).is_some())
}

fn char_at(string: &Str, at: usize) -> Option<Value> {
    let found = if string.is_ascii() {
        string.as_str().as_bytes().get(at).map(|&byte| char::from(byte))
    } else {
        string.as_str().chars().nth(at)
    };
    found.map(character)
}

fn byte_at(bytes: &[u8], index: i64, complaint: &'static str) -> std::result::Result<Value, &'static str> {
    position(index, bytes.len()).map(|at| Value::Int(i64::from(bytes[at]))).ok_or(complaint)
}

/// Parts of a slice that may have an `__index__` written in Python are the prelude's business.
fn check_slice(slice: &[Value; 3], slow: &'static str) -> Tried<()> {
    let is_object = |part: &Value| {
        let Some(Obj::Instance(instance)) = part.obj() else { return false };
        instance.payload.is_unset() && instance.class.as_class().is_some_and(|class| class.lookup(Sym::new("__index__")).is_some())
    };
    if slice.iter().any(is_object) { Err(Failure::Python(slow)) } else { Ok(()) }
}

fn get_slice(object: &Obj, slice: &[Value; 3]) -> Result<Option<Value>> {
    Ok(Some(match object {
        Obj::List(items) => {
            let items = items.borrow();
            Value::list(Selection::new(slice, items.len())?.of(&items))
        }
        Obj::Tuple(items) => Value::tuple(Selection::new(slice, items.len())?.of(items)),
        Obj::Str(string) => slice_str(string, Selection::new(slice, string.len())?),
        Obj::Bytes(bytes) => Value::from(Obj::Bytes(Selection::new(slice, bytes.len())?.of(bytes).into())),
        Obj::ByteArray(bytes) => {
            let bytes = bytes.borrow();
            Value::from(Obj::ByteArray(Selection::new(slice, bytes.len())?.of(&bytes).into()))
        }
        Obj::Range(range) => {
            let selected = Selection::new(slice, range.len() as usize)?;
            let at = |index: i64| range.start.wrapping_add(range.step.wrapping_mul(index));
            let step = range.step.checked_mul(selected.step).ok_or_else(|| overflow("range step too large"))?;
            Value::from(Obj::Range(Range { start: at(selected.start), stop: at(selected.stop), step }))
        }
        _ => return Ok(None),
    }))
}

fn slice_str(string: &Str, selected: Selection) -> Value {
    if string.is_ascii() {
        let bytes = selected.of(string.as_str().as_bytes());
        return Value::from(String::from_utf8(bytes).expect("bytes of an ASCII text are a text"));
    }
    let characters: Vec<char> = string.as_str().chars().collect();
    Value::from(selected.of(&characters).into_iter().collect::<String>())
}

fn replace_item(container: &Value, key: &Value, value: Value) -> Tried<Option<()>> {
    match container.payload().obj() {
        Some(Obj::Dict(dict)) => set_key(dict, key.clone(), value).map(Some),
        Some(Obj::List(items)) => {
            if let Some(Obj::Slice(slice)) = key.obj() {
                check_slice(slice, "_set_item")?;
                return set_slice(container, slice, &value).map(Some);
            }
            let index = subscript(key, "_set_item", || indices("list", key))?;
            let mut items = items.borrow_mut();
            let at = position(index, items.len()).ok_or_else(|| index_error("list assignment index out of range"))?;
            let old = std::mem::replace(&mut items[at], value);
            drop(items);
            drop(old);
            Ok(Some(()))
        }
        Some(Obj::ByteArray(bytes)) => {
            if let Some(Obj::Slice(slice)) = key.obj() {
                return Ok(super::bytes::mutable::set_slice(bytes, slice, &value).map(Some)?);
            }
            let index = subscript(key, "_set_item", || indices("bytearray", key))?;
            let no_int = || type_error(format!("'{}' object cannot be interpreted as an integer", type_name(&value)));
            let byte = u8::try_from(super::index::int(&value).ok_or_else(no_int)?);
            let byte = byte.map_err(|_| value_error("byte must be in range(0, 256)"))?;
            let mut bytes = bytes.borrow_mut();
            let at = position(index, bytes.len()).ok_or_else(|| index_error("bytearray index out of range"))?;
            bytes[at] = byte;
            Ok(Some(()))
        }
        _ => Ok(None),
    }
}

pub fn set_key(dict: &Dict, key: Value, value: Value) -> Tried<()> {
    let old = match native_hash(&key) {
        Ok(hash) => dict.table.borrow_mut().insert_hashed(hash, key.clone(), value),
        Err(fault) => Err(fault),
    };
    // The old value dies outside the borrow.
    old.map(drop).map_err(|fault| Failure::dict_key(fault, &key, "_set_item"))
}

/// `list[start:stop:step] = value`
fn set_slice(list: &Value, slice: &[Value; 3], value: &Value) -> Tried<()> {
    if Iter::over(value).is_none() {
        return Err(Failure::Python("_set_item"));
    }
    let new = collect(value)?;
    let Some(Obj::List(items)) = list.payload().obj() else { return Ok(()) };
    let mut items = items.borrow_mut();
    let selected = Selection::new(slice, items.len())?;
    if selected.step == 1 {
        let start = selected.start as usize;
        check_room(items.len(), new.len().saturating_sub(selected.len))?;
        let old: Vec<Value> = items.splice(start..start + selected.len, new).collect();
        drop(items);
        drop(old);
        return Ok(());
    }
    if new.len() != selected.len {
        let message = format!("attempt to assign sequence of size {} to extended slice of size {}", new.len(), selected.len);
        return Err(value_error(message).into());
    }
    let mut old = new;
    for (at, new) in selected.indices().zip(&mut old) {
        std::mem::swap(&mut items[at], new);
    }
    drop(items);
    drop(old);
    Ok(())
}

fn remove_item(container: &Value, key: &Value) -> Tried<Option<()>> {
    match container.payload().obj() {
        Some(Obj::Dict(dict)) => {
            let removed = dict.table.borrow_mut().remove(key);
            let removed = removed.map_err(|fault| Failure::dict_key(fault, key, "_delete_item"))?;
            removed.map(|_| Some(())).ok_or_else(|| key_error(key).into())
        }
        Some(Obj::List(items)) => {
            if let Some(Obj::Slice(slice)) = key.obj() {
                check_slice(slice, "_delete_item")?;
                let deleted = delete_slice(&mut items.borrow_mut(), slice)?;
                drop(deleted);
                return Ok(Some(()));
            }
            let index = subscript(key, "_delete_item", || indices("list", key))?;
            let len = items.borrow().len();
            let at = position(index, len).ok_or_else(|| index_error("list assignment index out of range"))?;
            let old = items.borrow_mut().remove(at);
            drop(old);
            Ok(Some(()))
        }
        Some(Obj::ByteArray(bytes)) => Ok(super::bytes::mutable::delete(bytes, key).map(Some)?),
        _ => Ok(None),
    }
}

/// Deletes what a slice selects, and gives it.
fn delete_slice(items: &mut Vec<Value>, slice: &[Value; 3]) -> Result<Vec<Value>> {
    let selected = Selection::new(slice, items.len())?;
    if selected.step == 1 {
        let start = selected.start as usize;
        return Ok(items.drain(start..start + selected.len).collect());
    }
    let mut doomed: Vec<usize> = selected.indices().collect();
    doomed.sort_unstable();
    let mut index = 0;
    Ok(items
        .extract_if(.., |_| {
            let dies = doomed.binary_search(&index).is_ok();
            index += 1;
            dies
        })
        .collect())
}

/// `item in container`; `None` if the container is not a builtin one.
pub fn search(container: &Value, item: &Value) -> Tried<Option<bool>> {
    let Some(object) = container.payload().obj() else { return Ok(None) };
    Ok(Some(match object {
        Obj::List(items) => contains_equal(&items.borrow(), item)?,
        Obj::Tuple(items) => contains_equal(items, item)?,
        Obj::Dict(dict) => contains_key(&dict.table.borrow(), item)?,
        Obj::Set(set) | Obj::FrozenSet(set) => {
            set.table.borrow().contains(item).map_err(|fault| match fault {
                // A set to look for stands for a frozenset of the same items.
                Fault::Unhashable if item.as_set().is_some() => Failure::Python("_contains"),
                fault => Failure::set_item(fault, item, "_contains"),
            })?
        }
        Obj::Str(string) => match item.payload().as_str() {
            Some(part) => string.as_str().contains(part),
            None => return Err(in_string(item).into()),
        },
        Obj::Range(range) => match fault::native(item, Hook::Eq).map_err(|fault| Failure::comparing(fault, "_contains"))? {
            Value::Float(number) if number.fract() == 0.0 && number.abs() < 9e18 => range.position(*number as i64).is_some(),
            Value::Int(number) => range.position(*number).is_some(),
            Value::Bool(number) => range.position(i64::from(*number)).is_some(),
            _ => false,
        },
        Obj::DictView { dict, part } => return super::dict_views::contains(dict, *part, item).map(Some),
        Obj::Bytes(bytes) => contains_bytes(bytes, item)?,
        Obj::ByteArray(bytes) => contains_bytes(&bytes.borrow(), item)?,
        _ => return Ok(None),
    }))
}

fn contains_equal(items: &[Value], item: &Value) -> Tried<bool> {
    for other in items {
        if other.is(item) || native_eq(other, item).map_err(|fault| Failure::comparing(fault, "_contains"))? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn contains_key(table: &DictTable, key: &Value) -> Tried<bool> {
    table.contains(key).map_err(|fault| Failure::dict_key(fault, key, "_contains"))
}

fn contains_bytes(bytes: &[u8], item: &Value) -> Tried<bool> {
    if let Some(number) = super::index::int(item) {
        let byte = u8::try_from(number).map_err(|_| value_error("byte must be in range(0, 256)"))?;
        return Ok(bytes.contains(&byte));
    }
    let part = match item.payload().obj() {
        Some(Obj::Bytes(part)) => part.to_vec(),
        Some(Obj::ByteArray(part)) => part.borrow().clone(),
        _ => return Err(type_error(format!("a bytes-like object is required, not '{}'", type_name(item))).into()),
    };
    Ok(part.is_empty() || bytes.windows(part.len()).any(|window| window == part))
}

fn in_string(item: &Value) -> Throw {
    type_error(format!("'in <string>' requires string as left operand, not {}", type_name(item)))
}
