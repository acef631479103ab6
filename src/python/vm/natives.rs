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
            None => return Err(unexpected_keyword(native, name)),
        }
    }
    if let Some(at) = signature.star_kwargs {
        bound[at] = Value::from(Obj::Dict(rest.into()));
    }
    let missing = signature.params.iter().zip(&bound).filter(|(param, value)| param.required && value.is_unset()).count();
    if missing > 0 { Err(too_few(native, given, &bound)) } else { Ok(bound) }
}

/// How many arguments a native function wants, as the C functions of CPython say it: those that take some by name in other words
/// (`_PyArg_UnpackKeywords`) than those that do not (`_PyArg_CheckPositional`, Python/getargs.c).
struct Wanted<'a> {
    native: &'a Native,
    /// Of the arguments that messages count, those given by position.
    given: usize,
    /// The least and the most that can be given by position.
    least: usize,
    most: usize,
    /// How many can be given in all.
    all: usize,
    by_name: bool,
}

/// These take arguments by name and count as if they did not.
const COUNTS_BY_POSITION: [&str; 3] = ["int", "sorted", "str"];

impl<'a> Wanted<'a> {
    fn of(native: &'a Native, given: usize) -> Wanted<'a> {
        let hidden = usize::from(native.has_self());
        let signature = &native.signature;
        let positional = &signature.params[..signature.positional];
        let by_name = signature.params.iter().any(|param| !param.positional_only && param.name != Sym::new("self"));
        Wanted {
            native,
            given: given - hidden.min(given),
            least: positional.iter().filter(|param| param.required).count() - hidden,
            most: signature.positional - hidden,
            all: signature.params.len() - hidden,
            by_name: by_name && !COUNTS_BY_POSITION.contains(&&*native.name.text()),
        }
    }

    fn short(&self) -> std::rc::Rc<str> {
        self.native.name.text()
    }

    /// The name with its class, if it is a method.
    fn long(&self) -> String {
        if self.native.has_self() { self.native.qualname.to_string() } else { self.short().to_string() }
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn too_many(native: &Native, given: usize) -> Throw {
    let wanted = Wanted::of(native, given);
    let Wanted { given, least, most, all, by_name, .. } = wanted;
    let (short, long) = (wanted.short(), wanted.long());
    let bound = if least < all { "at most" } else { "exactly" };
    type_error(match (least, most) {
        _ if by_name && given > all => format!("{short}() takes {bound} {all} argument{} ({given} given)", plural(all)),
        (_, 0) if by_name => format!("{short}() takes no positional arguments"),
        (a, b) if by_name => {
            let bound = if a < b { "at most" } else { "exactly" };
            format!("{short}() takes {bound} {b} positional argument{} ({given} given)", plural(b))
        }
        (1, 1) if &*short == "sorted" => format!("sorted expected 1 argument, got {given}"),
        (0, 0) => format!("{long}() takes no arguments ({given} given)"),
        (1, 1) => format!("{long}() takes exactly one argument ({given} given)"),
        (a, b) if a == b => format!("{short} expected {a} arguments, got {given}"),
        (_, b) => format!("{short} expected at most {b} argument{}, got {given}", plural(b)),
    })
}

fn too_few(native: &Native, given: usize, bound: &[Value]) -> Throw {
    let wanted = Wanted::of(native, given);
    let (short, long) = (wanted.short(), wanted.long());
    if native.has_self() && given == 0 {
        return type_error(format!("unbound method {}() needs an argument", native.qualname));
    }
    let Wanted { given, least, most, by_name, .. } = wanted;
    let missing = native.signature.params.iter().zip(bound).position(|(param, value)| param.required && value.is_unset());
    if let Some(at) = missing.filter(|&at| !native.signature.params[at].positional_only) {
        let place = at + 1 - usize::from(native.has_self());
        return type_error(format!("{short}() missing required argument '{}' (pos {place})", native.signature.params[at].name));
    }
    type_error(match (least, least == most) {
        (_, exact) if by_name => {
            let bound = if exact { "exactly" } else { "at least" };
            format!("{short}() takes {bound} {least} positional argument{} ({given} given)", plural(least))
        }
        (1, true) if &*short == "sorted" => format!("sorted expected 1 argument, got {given}"),
        (1, true) => format!("{long}() takes exactly one argument ({given} given)"),
        (_, true) => format!("{short} expected {least} arguments, got {given}"),
        (_, false) => format!("{short} expected at least {least} argument{}, got {given}", plural(least)),
    })
}

/// The error of an argument given by a name that the function does not have.
fn unexpected_keyword(native: &Native, name: Sym) -> Throw {
    let names: Vec<_> =
        native.signature.params.iter().filter(|param| !param.positional_only).map(|param| param.name.text()).collect();
    if names.iter().all(|name| &**name == "self") {
        return type_error(format!("{}() takes no keyword arguments", Wanted::of(native, 0).long()));
    }
    type_error(format!("{}() got an unexpected keyword argument '{name}'", native.name))
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
