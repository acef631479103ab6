//! How a builtin operation fails: with an exception, or because only Python can do it.

use crate::python::core::ExceptionKind;
use crate::python::native::{Flow, Result, Throw};
use crate::python::object::fault::unhashable_part;
use crate::python::object::{Fault, Obj, Value};
use crate::python::vm::{Cx, raise, type_error};

use super::type_name;

/// Why an operation has no native result.
#[derive(Debug)]
pub enum Failure {
    Throw(Throw),
    /// Methods written in Python have to be called: the function of this name in `lib/prelude`, called with the operands, gives
    /// the result.
    Python(&'static str),
}

/// The result of an operation that may need Python.
pub type Tried<T> = std::result::Result<T, Failure>;

impl From<Throw> for Failure {
    fn from(throw: Throw) -> Failure {
        Failure::Throw(throw)
    }
}

impl Failure {
    /// What a fault in comparing comes to, where `slow` names the prelude's function for the same operation.
    pub fn comparing(fault: Fault, slow: &'static str) -> Failure {
        match fault {
            Fault::InPython => Failure::Python(slow),
            fault => Failure::Throw(fault.to_error(&Value::None)),
        }
    }

    /// The same failure of a part of the operation, where `slow` names the prelude's function for the whole.
    pub fn in_words(self, slow: &'static str) -> Failure {
        match self {
            Failure::Python(_) => Failure::Python(slow),
            failure => failure,
        }
    }

    /// The same for looking up `key` in a dict.
    pub fn dict_key(fault: Fault, key: &Value, slow: &'static str) -> Failure {
        Failure::hashing(fault, key, "a dict key", slow)
    }

    /// The same for looking up `item` in a set.
    pub fn set_item(fault: Fault, item: &Value, slow: &'static str) -> Failure {
        Failure::hashing(fault, item, "a set element", slow)
    }

    fn hashing(fault: Fault, value: &Value, role: &str, slow: &'static str) -> Failure {
        match fault {
            Fault::InPython => Failure::Python(slow),
            fault => Failure::Throw(hashing_error(fault, value, role)),
        }
    }
}

/// The exception that `fault`, which does not need Python, is for `key` in a dict.
pub fn dict_key_error(fault: Fault, key: &Value) -> Throw {
    hashing_error(fault, key, "a dict key")
}

/// The same for `item` in a set.
pub fn set_item_error(fault: Fault, item: &Value) -> Throw {
    hashing_error(fault, item, "a set element")
}

fn hashing_error(fault: Fault, value: &Value, role: &str) -> Throw {
    match fault {
        Fault::Unhashable => {
            let (name, part) = (type_name(value), unhashable_part(value));
            type_error(format!("cannot use '{name}' as {role} (unhashable type: '{part}')"))
        }
        fault => fault.to_error(value),
    }
}

/// The answer of a native function whose arguments are `args` to the machine.
pub fn answer(cx: &Cx<'_>, args: &[Value], tried: Tried<Value>) -> Result<Flow> {
    match tried {
        Ok(value) => Ok(Flow::Value(value)),
        Err(Failure::Throw(throw)) => Err(throw),
        Err(Failure::Python(name)) => {
            let given = args.iter().rposition(|arg| !arg.is_unset()).map_or(0, |last| last + 1);
            let args = args[..given].iter().map(|arg| if arg.is_unset() { Value::None } else { arg.clone() }).collect();
            Ok(cx.call_prelude(name, args))
        }
    }
}

/// A `KeyError` whose argument is the key itself.
pub fn key_error(key: &Value) -> Throw {
    raise(ExceptionKind::KeyError, vec![key.clone()])
}

pub fn index_error(message: &str) -> Throw {
    crate::python::vm::error(ExceptionKind::IndexError, message)
}

/// The error of a method called with a `self` of the wrong type.
pub fn wrong_self(method: &str, owner: &str, given: &Value) -> Throw {
    type_error(format!("descriptor '{method}' for '{owner}' objects doesn't apply to a '{}' object", type_name(given)))
}

/// Whether the class of the value is written in Python, so that it may have methods of its own.
pub fn is_instance(value: &Value) -> bool {
    matches!(value.obj(), Some(Obj::Instance(_)))
}
