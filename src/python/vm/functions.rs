//! Making functions, and binding arguments to the parameters of those written in Python.

use std::cell::RefCell;
use std::rc::Rc;

use crate::python::code::{Code, Params};
use crate::python::native::Result;
use crate::python::object::dict::DictTable;
use crate::python::object::{Function, Namespace, Obj, Ref, Sym, Value};

use super::type_error;

/// A function object from what `MakeFunction` finds on the stack; what is not there is unset.
pub fn function(
    code: Rc<Code>,
    globals: Rc<Namespace>,
    defaults: Value,
    keyword_defaults: Value,
    annotate: Value,
    closure: Value,
) -> Value {
    let defaults: Rc<[Value]> = defaults.as_tuple().unwrap_or_default().into();
    let keyword_defaults: Rc<[(Sym, Value)]> = match keyword_defaults.obj() {
        Some(Obj::Dict(dict)) => dict.keyword_entries().unwrap_or_default().into(),
        _ => Rc::default(),
    };
    let closure: Rc<[Ref]> = closure.as_tuple().unwrap_or_default().iter().filter_map(|cell| cell.as_ref().cloned()).collect();
    Value::from(Obj::Function(Box::new(Function {
        name: RefCell::new(code.name.clone()),
        qualname: RefCell::new(code.qualname.clone()),
        defaults: RefCell::new(defaults),
        keyword_defaults: RefCell::new(keyword_defaults),
        closure,
        annotate,
        special: Default::default(),
        attrs: Default::default(),
        code,
        globals,
    })))
}

/// Arguments of a call: by position, then by name.
pub struct Args {
    pub positional: Vec<Value>,
    pub keyword: Vec<(Sym, Value)>,
}

/// The locals that the parameters start with, as `initialize_locals` (Python/ceval.c) makes them. The general case: the machine
/// has a fast path for calls with positional arguments only.
pub fn bind(function: &Function, args: Args) -> Result<Vec<Value>> {
    let code = &function.code;
    let params = code.params;
    let positional = params.positional as usize;
    let named = positional + params.keyword_only as usize;
    let mut locals = args.positional;
    let given = locals.len();
    let extra = if given > positional { locals.split_off(positional) } else { Vec::new() };
    locals.resize(params.count(), Value::Unset);
    if params.star_args {
        locals[named] = Value::tuple(extra);
    } else if !extra.is_empty() {
        return Err(too_many(function, given, &args.keyword));
    }
    let mut rest = DictTable::default();
    let names: Vec<Sym> = args.keyword.iter().map(|(name, _)| *name).collect();
    for (name, value) in args.keyword {
        bind_keyword(function, &mut locals, &mut rest, (name, value), &names)?;
    }
    fill_defaults(function, &mut locals);
    check_missing(function, &locals)?;
    if params.star_kwargs {
        locals[named + usize::from(params.star_args)] = Value::from(Obj::Dict(rest.into()));
    }
    Ok(locals)
}

/// `given` are the names of all arguments given by name.
fn bind_keyword(
    function: &Function,
    locals: &mut [Value],
    rest: &mut DictTable,
    (name, value): (Sym, Value),
    given: &[Sym],
) -> Result<()> {
    let code = &function.code;
    let Params { positional, positional_only, keyword_only, star_kwargs, .. } = code.params;
    let names = &code.locals[positional_only as usize..(positional + keyword_only) as usize];
    match names.iter().position(|&other| other == name) {
        Some(at) => {
            let slot = &mut locals[positional_only as usize + at];
            if !slot.is_unset() {
                return Err(type_error(format!("{}() got multiple values for argument '{name}'", function.qualname.borrow())));
            }
            *slot = value;
        }
        None if star_kwargs => rest.set_str(name, value),
        None if code.locals[..positional_only as usize].contains(&name) => {
            return Err(positional_only_by_name(function, given));
        }
        None => return Err(unexpected_keyword(function, names, name)),
    }
    Ok(())
}

/// The error of positional-only arguments given by name (`positional_only_passed_as_keyword`, Python/ceval.c).
fn positional_only_by_name(function: &Function, given: &[Sym]) -> crate::python::native::Throw {
    let code = &function.code;
    let names = code.locals[..code.params.positional_only as usize].iter().filter(|name| given.contains(name));
    let names = names.map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let message = "got some positional-only arguments passed as keyword arguments";
    type_error(format!("{}() {message}: '{names}'", function.qualname.borrow()))
}

fn unexpected_keyword(function: &Function, names: &[Sym], name: Sym) -> crate::python::native::Throw {
    let qualname = function.qualname.borrow();
    let candidates: Vec<Rc<str>> = names.iter().map(|name| name.text()).collect();
    let hint = crate::python::suggest::closest(&name.text(), candidates.iter().map(|name| &**name));
    let hint = hint.map(|hint| format!(". Did you mean '{hint}'?")).unwrap_or_default();
    type_error(format!("{qualname}() got an unexpected keyword argument '{name}'{hint}"))
}

fn fill_defaults(function: &Function, locals: &mut [Value]) {
    let params = function.code.params;
    let positional = params.positional as usize;
    let defaults = function.defaults.borrow();
    let first = positional - defaults.len().min(positional);
    for (slot, default) in locals[first..positional].iter_mut().zip(defaults.iter()) {
        if slot.is_unset() {
            *slot = default.clone();
        }
    }
    let names = &function.code.locals[positional..positional + params.keyword_only as usize];
    for (name, default) in function.keyword_defaults.borrow().iter() {
        if let Some(at) = names.iter().position(|other| other == name)
            && locals[positional + at].is_unset()
        {
            locals[positional + at] = default.clone();
        }
    }
}

fn check_missing(function: &Function, locals: &[Value]) -> Result<()> {
    let params = function.code.params;
    let positional = params.positional as usize;
    let named = positional + params.keyword_only as usize;
    let missing = |range: std::ops::Range<usize>| -> Vec<Sym> {
        range.filter(|&at| locals[at].is_unset()).map(|at| function.code.locals[at]).collect()
    };
    for (kind, names) in [("positional", missing(0..positional)), ("keyword-only", missing(positional..named))] {
        if !names.is_empty() {
            let plural = if names.len() == 1 { "" } else { "s" };
            let qualname = function.qualname.borrow();
            let (count, list) = (names.len(), enumerate_names(&names));
            return Err(type_error(format!("{qualname}() missing {count} required {kind} argument{plural}: {list}")));
        }
    }
    Ok(())
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`
fn enumerate_names(names: &[Sym]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

/// The error for too many positional arguments, as `too_many_positional` (Python/ceval.c) words it.
fn too_many(function: &Function, given: usize, keyword: &[(Sym, Value)]) -> crate::python::native::Throw {
    let params = function.code.params;
    let positional = params.positional as usize;
    let defaults = function.defaults.borrow().len();
    let takes = if defaults > 0 { format!("from {} to {positional}", positional - defaults) } else { positional.to_string() };
    let plural = if positional == 1 && defaults == 0 { "" } else { "s" };
    let keyword_only = &function.code.locals[positional..positional + params.keyword_only as usize];
    let also = keyword.iter().filter(|(name, _)| keyword_only.contains(name)).count();
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let given_text = match also {
        0 => format!("{given} {}", if given == 1 { "was" } else { "were" }),
        _ => format!("{given} positional argument{} (and {also} keyword-only argument{}) were", s(given), s(also)),
    };
    let qualname = function.qualname.borrow();
    type_error(format!("{qualname}() takes {takes} positional argument{plural} but {given_text} given"))
}
