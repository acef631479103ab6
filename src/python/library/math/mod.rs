//! `math`: every function of Modules/mathmodule.c, with its results and messages.
//!
//! | file | what |
//! | --- | --- |
//! | [`elementary`] | `exp`, `log` and powers, rounded as if exact |
//! | [`double`] | numbers of twice the precision |
//! | `gamma` | the gamma function |
//! | `reals` | functions of floats |
//! | `integers` | functions of ints |
//! | `sums` | functions of many numbers: `fsum`, `prod`, `hypot`, ... |
//!
//! Arguments that are instances of classes written in Python (with a `__float__`, `__index__` or `__floor__`) go through
//! `_math` in the prelude, which converts them and calls again.

pub mod double;
pub mod elementary;
mod gamma;
mod integers;
mod reals;
mod sums;

use crate::python::builtins::failure::is_instance;
use crate::python::builtins::number::Number;
use crate::python::builtins::type_name;
use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result, Throw};
use crate::python::object::{Namespace, Obj, Sym, Value};
use crate::python::vm::{Cx, error, type_error, value_error};

/// All functions, of the three tables.
pub const NATIVES: &[Def] = &{
    let mut all = [reals::NATIVES[0]; reals::NATIVES.len() + integers::NATIVES.len() + sums::NATIVES.len()];
    let mut at = 0;
    while at < all.len() {
        let (integers_at, sums_at) = (reals::NATIVES.len(), reals::NATIVES.len() + integers::NATIVES.len());
        all[at] = match at {
            _ if at < integers_at => reals::NATIVES[at],
            _ if at < sums_at => integers::NATIVES[at - integers_at],
            _ => sums::NATIVES[at - sums_at],
        };
        at += 1;
    }
    all
};

pub fn constants(module: &Namespace) {
    use std::f64::consts::{E, PI, TAU};
    for (name, value) in [("e", E), ("pi", PI), ("tau", TAU), ("inf", f64::INFINITY), ("nan", f64::NAN)] {
        module.set(Sym::new(name), Value::Float(value));
    }
}

/// Why a function has no native result.
enum Failure {
    Throw(Throw),
    /// An argument is an instance whose methods say what number it is.
    Instance,
}

impl From<Throw> for Failure {
    fn from(throw: Throw) -> Failure {
        Failure::Throw(throw)
    }
}

type Tried<T> = std::result::Result<T, Failure>;

/// The answer of the function `name`, which may have to be asked again with plain numbers.
fn answer(cx: &Cx<'_>, name: &str, args: &[Value], tried: Tried<Value>) -> Result<Flow> {
    match tried {
        Ok(value) => Ok(Flow::Value(value)),
        Err(Failure::Throw(throw)) => Err(throw),
        Err(Failure::Instance) => {
            let given = args.iter().take_while(|arg| !arg.is_unset()).cloned();
            Ok(cx.call_prelude("_math", std::iter::once(Value::from(name)).chain(given).collect()))
        }
    }
}

/// The float that an argument must be.
fn real(value: &Value) -> Tried<f64> {
    match Number::of(value) {
        Some(number) => Ok(number.to_float()?),
        None if is_instance(value) || matches!(value.obj(), Some(Obj::Extension(_))) => Err(Failure::Instance),
        None => Err(type_error(format!("must be real number, not {}", type_name(value))).into()),
    }
}

fn domain_error() -> Throw {
    value_error("math domain error")
}

fn range_error() -> Throw {
    error(ExceptionKind::OverflowError, "math range error")
}
