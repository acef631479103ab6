//! `bytes % values`: the formatting of strings, on text whose characters are the bytes (`_PyBytes_FormatEx`, Objects/bytesobject.c).

use super::{methods, of};
use crate::python::builtins::failure::Failure;
use crate::python::builtins::{repr, str, type_name};
use crate::python::code::Conversion;
use crate::python::native::Result;
use crate::python::object::Value;
use crate::python::vm::type_error;

/// `like % values`, where `template` are the bytes of `like`.
///
/// # Errors
/// What CPython raises; `TypeError` also for what only a `__repr__` written in Python can show.
pub fn format(like: &Value, template: &[u8], values: &Value) -> Result<Value> {
    let text = with_s_for_b(&latin1(template));
    let shown = str::percent::format(&text, values, &mut |value: &Value, conversion| match conversion {
        Conversion::Repr | Conversion::Ascii => repr::repr(value).map(|text| repr::to_ascii(&text)),
        Conversion::Str | Conversion::None => Ok(of(value).map(|bytes| latin1(&bytes)).ok_or_else(|| not_bytes(value))?),
    });
    let shown = shown.map_err(|failure| match failure {
        Failure::Throw(throw) => throw,
        Failure::Python(_) => type_error("%r of objects with a __repr__ in Python is not supported in bytes"),
    })?;
    let bytes = shown.chars().map(|c| u8::try_from(c as u32).map_err(|_| not_in_range())).collect::<Result<Vec<u8>>>()?;
    Ok(methods::like(like, bytes))
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

fn not_bytes(value: &Value) -> crate::python::native::Throw {
    let wanted = "%b requires a bytes-like object, or an object that implements __bytes__";
    type_error(format!("{wanted}, not '{}'", type_name(value)))
}

fn not_in_range() -> crate::python::native::Throw {
    crate::python::builtins::number::overflow("%c arg not in range(256)")
}

/// `%b` is another name of `%s`, which strings do not know.
fn with_s_for_b(template: &str) -> String {
    let mut text = String::with_capacity(template.len());
    let mut in_conversion = false;
    for c in template.chars() {
        let is_option = matches!(c, '#' | '0'..='9' | ' ' | '+' | '-' | '.' | '*');
        text.push(if in_conversion && c == 'b' { 's' } else { c });
        in_conversion = if in_conversion { is_option } else { c == '%' };
    }
    text
}
