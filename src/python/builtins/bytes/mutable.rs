//! Methods that change a `bytearray`.

use std::cell::RefCell;

use super::{byte, from_iterable, of};
use crate::python::builtins::failure::{index_error, wrong_self};
use crate::python::builtins::{index, number, protocol};
use crate::python::native::{Def, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, value_error};

pub const METHODS: &[Def] = &[
    Def::new("append(self, item, /)", append),
    Def::new("extend(self, iterable_of_ints, /)", extend).iterable(1),
    Def::new("insert(self, index, item, /)", insert),
    Def::new("pop(self, index=-1, /)", pop),
    Def::new("remove(self, value, /)", remove),
    Def::new("clear(self, /)", |_, args| change(args, "clear", Vec::clear)),
    Def::new("reverse(self, /)", |_, args| change(args, "reverse", |bytes| bytes.reverse())),
    Def::new("copy(self, /)", |_, args| Ok(Value::from(Obj::ByteArray(this(args, "copy")?.clone())))),
    protocol::SET_ITEM,
    protocol::DELETE_ITEM,
];

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
    let more = match of(&args[1]) {
        Some(bytes) => bytes.into_owned(),
        None => from_iterable(&args[1])?,
    };
    this(args, "extend")?.borrow_mut().extend(more);
    Ok(Value::None)
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
