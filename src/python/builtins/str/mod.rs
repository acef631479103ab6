//! `str`: its methods, by theme. Indexing, comparing and the operators are where those of all sequences are.

pub mod affix;
pub mod case;
pub mod fill;
pub mod methods;
pub mod percent;
pub mod predicate;
pub mod render;
pub mod replace;
pub mod repr;
pub mod search;
pub mod split;
pub mod template;

use super::failure::wrong_self;
use super::{TypeDef, type_name};
use crate::python::core::TypeKind;
use crate::python::native::{Def, Result};
use crate::python::object::{Layout, Obj, Str, Value};
use crate::python::vm::type_error;

/// The tables of methods, one a theme.
pub const TYPES: &[&TypeDef] = &[
    &TypeDef::payload(TypeKind::Str, methods::NEW, methods::METHODS),
    &table(affix::METHODS),
    &table(case::METHODS),
    &table(fill::METHODS),
    &table(predicate::METHODS),
    &table(replace::METHODS),
    &table(search::METHODS),
    &table(split::METHODS),
];

const fn table(methods: &'static [Def]) -> TypeDef {
    TypeDef { kind: TypeKind::Str, base: TypeKind::Object, layout: Layout::Payload, new: None, methods }
}

/// The string a value is, itself or as an instance of a subclass.
pub fn of(value: &Value) -> Option<&Str> {
    match value.payload().obj() {
        Some(Obj::Str(string)) => Some(string),
        _ => None,
    }
}

/// The `self` of a method.
fn this<'a>(args: &'a [Value], method: &str) -> Result<&'a Str> {
    of(&args[0]).ok_or_else(|| wrong_self(method, "str", &args[0]))
}

/// An argument that must be a string.
///
/// # Errors
/// `TypeError: {what} must be str, not int`; without `what` just `must be str, not int`
fn text<'a>(value: &'a Value, what: &str) -> Result<&'a str> {
    // An argument checked by its number is named as `_PyArg_BadArgument` does it.
    let given = || if value.is_none() && what.contains("argument") { "None".into() } else { type_name(value) };
    let complaint = || type_error(format!("{what}{}must be str, not {}", if what.is_empty() { "" } else { " " }, given()));
    of(value).map(Str::as_str).ok_or_else(complaint)
}

/// An optional argument that must be an int; `default` if it was not given. Ints that do not fit count as the nearest that does.
fn int_or(value: &Value, default: i64) -> Result<i64> {
    match value {
        Value::Unset => Ok(default),
        value => super::index::int(value)
            .ok_or_else(|| type_error(format!("'{}' object cannot be interpreted as an integer", type_name(value)))),
    }
}

/// An optional argument that may be None.
fn given(value: &Value) -> Option<&Value> {
    (!value.is_unset() && !value.is_none()).then_some(value)
}

#[cfg(test)]
mod tests;
