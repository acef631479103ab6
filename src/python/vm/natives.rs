//! Binding arguments to the parameters of native functions.

use crate::python::native::{Native, Result, Throw};
use crate::python::object::dict::DictTable;
use crate::python::object::{Obj, Sym, Value};

use super::functions::Args;
use super::type_error;

/// The arguments in the order of the signature; what was not given is unset.
pub fn bind(native: &Native, args: Args) -> Result<Vec<Value>> {
    let signature = &native.signature;
    let mut bound = args.positional;
    let given = bound.len();
    let extra = if given > signature.positional { bound.split_off(signature.positional) } else { Vec::new() };
    bound.resize(signature.params.len(), Value::Unset);
    match signature.star_args {
        Some(at) => bound[at] = Value::tuple(extra),
        None if !extra.is_empty() => return Err(too_many(native, given)),
        None => {}
    }
    let mut rest = DictTable::default();
    for (name, value) in args.keyword {
        let at = signature.params.iter().position(|param| param.name == name && !param.positional_only);
        match at {
            Some(at) if bound[at].is_unset() => bound[at] = value,
            Some(_) => return Err(type_error(format!("{}() got multiple values for argument '{name}'", native.name))),
            None if signature.star_kwargs.is_some() => rest.set_str(name, value),
            None => return Err(type_error(format!("{}() got an unexpected keyword argument '{name}'", native.name))),
        }
    }
    if let Some(at) = signature.star_kwargs {
        bound[at] = Value::from(Obj::Dict(rest.into()));
    }
    let missing = signature.params.iter().zip(&bound).filter(|(param, value)| param.required && value.is_unset()).count();
    if missing > 0 { Err(too_few(native, given)) } else { Ok(bound) }
}

/// How many arguments a native function wants, as the C functions of CPython say it (`_PyArg_CheckPositional`, Python/getargs.c).
fn too_many(native: &Native, given: usize) -> Throw {
    let hidden = usize::from(native.has_self());
    let most = native.signature.positional - hidden;
    let least = native.signature.params[..native.signature.positional].iter().filter(|param| param.required).count() - hidden;
    let given = given - hidden.min(given);
    let short = &*native.name.text();
    let name = if hidden == 1 { &*native.qualname } else { short };
    type_error(match (least, most) {
        (0, 0) => format!("{name}() takes no arguments ({given} given)"),
        (1, 1) => format!("{name}() takes exactly one argument ({given} given)"),
        (a, b) if a == b => format!("{short} expected {a} arguments, got {given}"),
        (_, b) => format!("{short} expected at most {b} argument{}, got {given}", if b == 1 { "" } else { "s" }),
    })
}

fn too_few(native: &Native, given: usize) -> Throw {
    let hidden = usize::from(native.has_self());
    let required = native.signature.params.iter().filter(|param| param.required);
    let least = required.clone().count() - hidden;
    let given = given - hidden.min(given);
    let short = &*native.name.text();
    let name = if hidden == 1 { &*native.qualname } else { short };
    if let Some((at, param)) = required.enumerate().find(|(_, param)| !param.positional_only) {
        return type_error(format!("{name}() missing required argument '{}' (pos {})", param.name, at + 1 - hidden));
    }
    let exact = native.signature.positional - hidden == least;
    type_error(match (least, exact) {
        (1, true) => format!("{name}() takes exactly one argument ({given} given)"),
        (_, true) => format!("{short} expected {least} arguments, got {given}"),
        (_, false) => format!("{short} expected at least {least} argument{}, got {given}", if least == 1 { "" } else { "s" }),
    })
}

/// The symbol of a name given as a string.
pub fn symbol(name: &Value) -> Sym {
    match name.obj() {
        Some(Obj::Str(name)) => name.sym(),
        _ => unreachable!("names are strings"),
    }
}

/// Keyword arguments as a dict.
pub fn kwargs_dict(keyword: Vec<(Sym, Value)>) -> Value {
    let mut dict = DictTable::default();
    for (name, value) in keyword {
        dict.set_str(name, value);
    }
    Value::from(Obj::Dict(dict.into()))
}
