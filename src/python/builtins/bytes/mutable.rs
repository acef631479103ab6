//! Methods that change a `bytearray`.

use std::cell::RefCell;

use super::{byte, from_iterable, of};
use crate::python::builtins::failure::{index_error, wrong_self};
use crate::python::builtins::{index, number, protocol};
use crate::python::native::{Def, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error, value_error};

pub const METHODS: &[Def] = &[
    Def::new("append(self, item, /)", append),
    Def::new("extend(self, iterable_of_ints, /)", extend).iterable(1),
    Def::new("insert(self, index, item, /)", insert),
    Def::new("pop(self, index=-1, /)", pop),
    Def::new("remove(self, value, /)", remove),
    Def::new("clear(self, /)", |_, args| change(args, "clear", Vec::clear)),
    Def::new("reverse(self, /)", |_, args| change(args, "reverse", |bytes| bytes.reverse())),
    Def::new("copy(self, /)", |_, args| Ok(Value::from(Obj::ByteArray(this(args, "copy")?.clone())))),
    Def::new("resize(self, size, /)", resize),
    protocol::SET_ITEM,
    protocol::DELETE_ITEM,
];

/// `bytearray[start:stop:step] = value`
pub fn set_slice(bytes: &RefCell<Vec<u8>>, slice: &[Value; 3], value: &Value) -> Result<()> {
    // Read before it is changed: both may be the same object.
    let new = match of(value) {
        Some(new) => new.into_owned(),
        None if number::integer(value).is_some() => {
            return Err(type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
        }
        None => from_iterable(value)?,
    };
    let mut bytes = bytes.borrow_mut();
    let selected = index::Selection::new(slice, bytes.len())?;
    if selected.step == 1 {
        crate::python::builtins::format::check_size(bytes.len().saturating_add(new.len()))?;
        let start = selected.start as usize;
        bytes.splice(start..start + selected.len, new);
        return Ok(());
    }
    if new.len() != selected.len {
        let (given, wanted) = (new.len(), selected.len);
        return Err(value_error(format!("attempt to assign bytes of size {given} to extended slice of size {wanted}")));
    }
    for (at, byte) in selected.indices().zip(new) {
        bytes[at] = byte;
    }
    Ok(())
}

/// `del bytearray[key]`, where `key` is an index or a slice.
pub fn delete(bytes: &RefCell<Vec<u8>>, key: &Value) -> Result<()> {
    let mut bytes = bytes.borrow_mut();
    let doomed: Vec<usize> = match key.obj() {
        Some(Obj::Slice(slice)) => index::Selection::new(slice, bytes.len())?.indices().collect(),
        _ => {
            let at = index::position(number::index(key)?, bytes.len());
            vec![at.ok_or_else(|| index_error("bytearray index out of range"))?]
        }
    };
    let mut at = 0;
    bytes.retain(|_| {
        at += 1;
        !doomed.contains(&(at - 1))
    });
    Ok(())
}

/// `resize(size)`: cuts, or fills up with zeros.
fn resize(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let size = number::index(&args[1])?;
    let complaint = || value_error(format!("bytearray.resize(): new size must be >= 0, got {size}"));
    let size = usize::try_from(size).map_err(|_| complaint())?;
    crate::python::builtins::format::check_size(size)?;
    this(args, "resize")?.borrow_mut().resize(size, 0);
    Ok(Value::None)
}

const NO_BYTE: &str = "byte must be in range(0, 256)";

fn this<'a>(args: &'a [Value], method: &str) -> Result<&'a RefCell<Vec<u8>>> {
    match args[0].payload().obj() {
        Some(Obj::ByteArray(bytes)) => Ok(bytes),
        _ => Err(wrong_self(method, "bytearray", &args[0])),
    }
}

fn change(args: &[Value], method: &str, change: fn(&mut Vec<u8>)) -> Result<Value> {
    change(&mut this(args, method)?.borrow_mut());
    Ok(Value::None)
}

fn append(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    this(args, "append")?.borrow_mut().push(byte(&args[1], NO_BYTE)?);
    Ok(Value::None)
}

fn extend(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    // Read before it is changed: both may be the same object.
    if matches!(args[1].payload().obj(), Some(Obj::Str(_))) {
        return Err(type_error("expected iterable of integers; got: 'str'"));
    }
    let more = match of(&args[1]) {
        Some(bytes) => bytes.into_owned(),
        None => from_iterable(&args[1]).map_err(|throw| no_byte(&args[1]).unwrap_or(throw))?,
    };
    this(args, "extend")?.borrow_mut().extend(more);
    Ok(Value::None)
}

/// In a `bytearray` an int that is no byte has a message of its own.
fn no_byte(items: &Value) -> Option<crate::python::native::Throw> {
    let items = crate::python::builtins::items::collect(items).ok()?;
    let is_byte = |item: &Value| index::int(item).is_none_or(|byte| (0..256).contains(&byte));
    (!items.iter().all(is_byte)).then(|| value_error(NO_BYTE))
}

fn insert(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut bytes = this(args, "insert")?.borrow_mut();
    let at = index::search_bounds(&Value::Int(number::index(&args[1])?), &Value::None, bytes.len())?.start;
    bytes.insert(at, byte(&args[2], NO_BYTE)?);
    Ok(Value::None)
}

fn pop(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut bytes = this(args, "pop")?.borrow_mut();
    if bytes.is_empty() {
        return Err(index_error("pop from empty bytearray"));
    }
    let at = if args[1].is_unset() { -1 } else { number::index(&args[1])? };
    let at = index::position(at, bytes.len()).ok_or_else(|| index_error("pop index out of range"))?;
    Ok(Value::Int(i64::from(bytes.remove(at))))
}

fn remove(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let value = byte(&args[1], NO_BYTE)?;
    let mut bytes = this(args, "remove")?.borrow_mut();
    let at = bytes.iter().position(|&other| other == value).ok_or_else(|| value_error("value not found in bytearray"))?;
    bytes.remove(at);
    Ok(Value::None)
}
