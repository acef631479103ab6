//! `isinstance` and `issubclass`.

use crate::python::native::{Def, Flow, Result};
use crate::python::object::fault::MAX_DEPTH;
use crate::python::object::{Class, Fault, Obj, Ref, Sym, Value, class_of};
use crate::python::vm::{Cx, type_error};

use super::failure::{Failure, Tried, answer};

pub const FUNCTIONS: &[Def] = &[
    Def::control("isinstance(obj, class_or_tuple, /)", is_instance),
    Def::control("issubclass(cls, class_or_tuple, /)", is_subclass),
];

fn is_instance(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let class = class_of(&args[0]);
    answer(cx, args, inherits(&class, &args[1], "_isinstance", 0).map(Value::Bool))
}

fn is_subclass(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let class = args[0].as_ref().filter(|object| object.as_class().is_some());
    let class = class.ok_or_else(|| type_error("issubclass() arg 1 must be a class"))?;
    answer(cx, args, inherits(class, &args[1], "_issubclass", 0).map(Value::Bool))
}

/// Whether `class` is one of `classes` or inherits from one. What is neither a class nor a tuple, and classes whose metaclass has a
/// say, go to the prelude's `slow`.
fn inherits(class: &Ref, classes: &Value, slow: &'static str, depth: u32) -> Tried<bool> {
    if depth > MAX_DEPTH {
        return Err(Failure::comparing(Fault::TooDeep, slow));
    }
    match classes.obj() {
        Some(Obj::Class(other)) => match classes.as_ref() {
            Some(other) if class.is_subclass_of(other) => Ok(true),
            _ if decides_itself(other) => Err(Failure::Python(slow)),
            _ => Ok(false),
        },
        Some(Obj::Tuple(several)) => {
            for other in several {
                if inherits(class, other, slow, depth + 1)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        _ => Err(Failure::Python(slow)),
    }
}

/// Whether the metaclass has an `__instancecheck__` written in Python.
fn decides_itself(class: &Class) -> bool {
    let check = class.metaclass.as_ref().and_then(|meta| meta.as_class()?.lookup(Sym::new("__instancecheck__")));
    check.is_some_and(|check| !matches!(check.obj(), Some(Obj::NativeFunction(_))))
}
