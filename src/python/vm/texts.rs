//! Texts of values: `str`, `repr` and formatting where no Python code has a say.

use crate::python::builtins;
use crate::python::code::Conversion;
use crate::python::native::Result;
use crate::python::object::{Obj, Value};

/// `str(value)`, `repr(value)` or `ascii(value)`; `None` if code written in Python has to be asked.
pub fn native_text(value: &Value, conversion: Conversion) -> Option<String> {
    match conversion {
        Conversion::Str | Conversion::None => builtins::repr::native_str(value),
        Conversion::Repr => builtins::repr::native_repr(value),
        Conversion::Ascii => builtins::repr::native_repr(value).map(|text| builtins::repr::to_ascii(&text)),
    }
}

/// `format(value, spec)`; `None` if code written in Python has to be asked.
pub fn native_format(value: &Value, spec: &str) -> Result<Option<String>> {
    match value {
        Value::Int(_) | Value::Float(_) | Value::Bool(_) => builtins::format::format_value(value, spec),
        Value::Obj(object) => match &**object {
            Obj::Str(_) | Obj::BigInt(_) | Obj::Complex(_) => builtins::format::format_value(value, spec),
            _ if spec.is_empty() => Ok(native_text(value, Conversion::Str)),
            _ => Ok(None),
        },
        _ if spec.is_empty() => Ok(native_text(value, Conversion::Str)),
        _ => Ok(None),
    }
}
