//! Attributes of functions and exceptions that are not in their dict, and the names of callables.

use crate::python::core::ExceptionKind;
use crate::python::native::Result;
use crate::python::object::{Obj, Ref, Sym, Value};

use super::type_error;

/// Sets an attribute that the object itself knows. `false` if it is not one of those.
pub fn store(object: &Value, name: Sym, value: &Value) -> Result<bool> {
    let text = name.text();
    match object.obj() {
        Some(Obj::Function(function)) => match (&*text, value.as_str()) {
            ("__name__", Some(name)) => *function.name.borrow_mut() = name.into(),
            ("__qualname__", Some(name)) => *function.qualname.borrow_mut() = name.into(),
            ("__doc__" | "__module__" | "__annotations__" | "__annotate__" | "__type_params__", _) => {
                let old = function.special.borrow_mut().set(name, value.clone());
                drop(old);
            }
            ("__defaults__", _) if value.as_tuple().is_none() && !value.is_none() => {
                return Err(type_error("__defaults__ must be set to a tuple object"));
            }
            ("__defaults__", _) => *function.defaults.borrow_mut() = value.as_tuple().unwrap_or_default().into(),
            ("__kwdefaults__", _) => {
                let named = value.as_ref().and_then(Ref::as_dict).map(|dict| dict.keyword_entries()).transpose()?;
                *function.keyword_defaults.borrow_mut() = named.unwrap_or_default().into();
            }
            ("__name__" | "__qualname__", None) => return Err(type_error(format!("{text} must be set to a string object"))),
            _ => return Ok(false),
        },
        Some(Obj::Cell(cell)) if &*text == "cell_contents" => drop(cell.replace(value.clone())),
        Some(Obj::Exception(exception)) => match &*text {
            "__cause__" => {
                exception.cause.replace(if value.is_none() { Value::Unset } else { value.clone() });
                exception.suppress_context.set(true);
            }
            "__context__" => drop(exception.context.replace(if value.is_none() { Value::Unset } else { value.clone() })),
            "__suppress_context__" => exception.suppress_context.set(matches!(value, Value::Bool(true))),
            "args" => drop(exception.args.replace(value.clone())),
            "__traceback__" => crate::python::builtins::exceptions::set_traceback(exception, value)?,
            _ => return Ok(false),
        },
        _ => return Ok(false),
    }
    Ok(true)
}

/// Sets `__dict__`. The class of an object stays what it is, unlike in CPython: that is refused.
pub fn store_nature(object: &Value, name: Sym, value: &Value) -> Result<()> {
    let given = super::type_name(value);
    if &*name.text() == "__class__" {
        return Err(match value.as_ref().and_then(Ref::as_class) {
            None => type_error(format!("__class__ must be set to a class, not '{given}' object")),
            Some(class) if class.builtin => {
                type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")
            }
            Some(_) => super::error(ExceptionKind::NotImplementedError, "__class__ assignment is not supported here"),
        });
    }
    let dict = value.as_ref().filter(|value| value.as_dict().is_some());
    let dict = dict.ok_or_else(|| type_error(format!("__dict__ must be set to a dictionary, not a '{given}'")))?;
    match super::attributes::own_attrs(object) {
        Some(attrs) => {
            attrs.replace_dict(dict.clone(), |name| super::slots::is_slot(object, name));
            Ok(())
        }
        None => Err(super::error(ExceptionKind::AttributeError, "attribute '__dict__' is not writable")),
    }
}

/// How messages call a callable: `f()`, `Point()`.
pub fn callable_name(callable: &Value) -> String {
    match callable.obj() {
        Some(Obj::Function(function)) => format!("{}.{}()", function.globals.name, function.qualname.borrow()),
        Some(Obj::NativeFunction(native)) => format!("{}()", native.native.qualname),
        Some(Obj::Class(class)) if class.builtin => format!("{}()", class.name()),
        Some(Obj::Class(class)) => format!("{}.{}()", class.module.borrow(), class.qualname.borrow()),
        Some(Obj::Method(method)) => callable_name(&method.function),
        _ => format!("{} object", super::type_name(callable)),
    }
}
