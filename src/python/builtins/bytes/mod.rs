//! `bytes` and `bytearray`: constructors and methods.

pub mod codec;
pub mod methods;
pub mod mutable;
pub mod percent;
mod text;

use std::borrow::Cow;

use super::items::collect;
use super::number::Number;
use super::{TypeDef, protocol, str, type_name};
use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Layout, Obj, Value};
use crate::python::vm::{Cx, type_error, value_error};

pub const TYPES: &[&TypeDef] = &[
    &TypeDef::payload(
        TypeKind::Bytes,
        Def::control("bytes(source=b'', encoding=None, errors=None)", new).iterable(0),
        methods::METHODS,
    ),
    &TypeDef { kind: TypeKind::Bytes, base: TypeKind::Object, layout: Layout::Payload, new: None, methods: text::METHODS },
    &TypeDef { kind: TypeKind::Bytes, base: TypeKind::Object, layout: Layout::Payload, new: None, methods: PROTOCOL },
    &TypeDef::payload(
        TypeKind::ByteArray,
        Def::control("bytearray(source=b'', encoding=None, errors=None)", new_array).iterable(0),
        methods::METHODS,
    ),
    &TypeDef { kind: TypeKind::ByteArray, base: TypeKind::Object, layout: Layout::Payload, new: None, methods: mutable::METHODS },
    &TypeDef { kind: TypeKind::ByteArray, base: TypeKind::Object, layout: Layout::Payload, new: None, methods: text::METHODS },
    &TypeDef { kind: TypeKind::ByteArray, base: TypeKind::Object, layout: Layout::Payload, new: None, methods: PROTOCOL },
];

const PROTOCOL: &[Def] = &[
    protocol::LEN,
    protocol::CONTAINS,
    protocol::GET_ITEM,
    protocol::ITER,
    protocol::REPR,
    protocol::EQ,
    protocol::NE,
    protocol::ADD,
    protocol::MUL,
    protocol::RMUL,
];

/// The bytes of a `bytes` or `bytearray`.
pub fn of(value: &Value) -> Option<Cow<'_, [u8]>> {
    match value.payload().obj()? {
        Obj::Bytes(bytes) => Some(Cow::Borrowed(bytes)),
        Obj::ByteArray(bytes) => Some(Cow::Owned(bytes.borrow().clone())),
        _ => None,
    }
}

/// An argument that must be `bytes` or `bytearray`.
fn data(value: &Value) -> Result<Cow<'_, [u8]>> {
    of(value).ok_or_else(|| type_error(format!("a bytes-like object is required, not '{}'", type_name(value))))
}

/// `repr` of a `bytes`.
pub fn repr(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut shown = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\n' => shown.push_str("\\n"),
            b'\r' => shown.push_str("\\r"),
            b'\t' => shown.push_str("\\t"),
            b'\\' => shown.push_str("\\\\"),
            _ if char::from(byte) == quote => shown.extend(['\\', quote]),
            b' '..=b'~' => shown.push(char::from(byte)),
            _ => shown.push_str(&format!("\\x{byte:02x}")),
        }
    }
    shown.push(quote);
    shown
}

/// `repr` of a `bytearray`. Unlike that of `bytes` it escapes `'` between double quotes (`bytearray_repr_lock_held`,
/// Objects/bytearrayobject.c).
pub fn array_repr(bytes: &[u8]) -> String {
    let shown = repr(bytes);
    match shown.starts_with("b\"") {
        true => format!("bytearray({})", shown.replace('\'', "\\'")),
        false => format!("bytearray({shown})"),
    }
}

/// A byte among the items of an iterable.
fn byte(value: &Value, out_of_range: &str) -> Result<u8> {
    match Number::of(value) {
        Some(Number::Small(int)) => u8::try_from(int).map_err(|_| value_error(out_of_range)),
        Some(Number::Big(_)) => Err(value_error(out_of_range)),
        _ => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(value)))),
    }
}

/// The bytes whose numbers an iterable gives.
///
/// # Errors
/// `TypeError` if it is none or an item is no int, `ValueError` if an item is no byte.
pub fn from_iterable(value: &Value) -> Result<Vec<u8>> {
    if str::of(value).is_some() {
        return Err(type_error("cannot convert 'str' object to bytes"));
    }
    let items = collect(value).map_err(|_| type_error(format!("cannot convert '{}' object to bytes", type_name(value))))?;
    items.iter().map(|item| byte(item, "bytes must be in range(0, 256)")).collect()
}

fn contents(args: &[Value]) -> Result<Vec<u8>> {
    let (source, encoding, errors) = (&args[0], &args[1], &args[2]);
    let encoded = !encoding.is_unset() || !errors.is_unset();
    if let Some(text) = str::of(source) {
        if encoding.is_unset() {
            return Err(type_error("string argument without an encoding"));
        }
        return codec::encode(
            text.as_str(),
            codec::name(encoding, "utf-8", "bytes() argument 'encoding'")?,
            codec::name(errors, "strict", "bytes() argument 'errors'")?,
        );
    }
    if encoded {
        return Err(type_error("encoding without a string argument"));
    }
    if source.is_unset() {
        return Ok(Vec::new());
    }
    if let Some(bytes) = of(source) {
        return Ok(bytes.into_owned());
    }
    match Number::of(source) {
        Some(Number::Small(count)) => {
            let count = usize::try_from(count).map_err(|_| value_error("negative count"))?;
            super::format::check_size(count)?;
            Ok(vec![0; count])
        }
        Some(Number::Big(_)) => Err(super::number::overflow("cannot fit 'int' into an index-sized integer")),
        _ => from_iterable(source),
    }
}

fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match asks_python(cx, args, "bytes") {
        Some(call) => Ok(call),
        None => Ok(Flow::Value(Value::from(Obj::Bytes(contents(args)?.into())))),
    }
}

fn new_array(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match asks_python(cx, args, "bytearray") {
        Some(call) => Ok(call),
        None => Ok(Flow::Value(Value::from(Obj::ByteArray(contents(args)?.into())))),
    }
}

/// The source may have a `__bytes__` or an `__index__`.
fn asks_python(cx: &Cx<'_>, args: &[Value], name: &str) -> Option<Flow> {
    let plain = matches!(args[0].obj(), Some(Obj::Instance(instance)) if instance.payload.is_unset());
    plain.then(|| cx.call_prelude("_bytes", vec![args[0].clone(), Value::from(name)]))
}

#[cfg(test)]
mod tests;
