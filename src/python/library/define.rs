//! Functions that the library makes from source text: the methods of dataclasses and named tuples, with real parameters.

use std::rc::Rc;

use crate::python::bytecode::BodyConst;
use crate::python::code::Code;
use crate::python::compile::compile_module;
use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Result};
use crate::python::object::{Namespace, Obj, Ref, Value};
use crate::python::vm::{Cx, error, functions, kwargs_dict, type_error};

/// `_define(source, names, defaults, keyword_defaults)`: the function that `source`, a single `def` without defaults, defines.
/// `names` are its globals. The text is the library's own, but names in it are the program's.
fn define(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let source = args[0].as_str().ok_or_else(|| type_error("a text is expected"))?;
    let module = compile_module("<string>", source, false).map_err(|problems| {
        let message = problems.first().map(|problem| problem.message.clone()).unwrap_or_default();
        error(ExceptionKind::SyntaxError, message)
    })?;
    let namespace = Namespace::new("builtins", &module.globals, cx.vm.core.builtins.clone());
    for (name, value) in
        args[1].as_ref().and_then(Ref::as_dict).map(|names| names.keyword_entries()).transpose()?.unwrap_or_default()
    {
        namespace.set(name, value);
    }
    let body = module.body.consts.into_iter().find_map(|constant| match constant {
        BodyConst::Body(body) => Some(body),
        BodyConst::Literal(_) => None,
    });
    let body = body.ok_or_else(|| type_error("the source defines no function"))?;
    let [defaults, keyword_defaults] = [&args[2], &args[3]].map(Value::clone);
    let keyword_defaults = if matches!(keyword_defaults.obj(), Some(Obj::Dict(_))) { keyword_defaults } else { Value::Unset };
    let code = Code::new(*body, &module.source);
    Ok(functions::function(code, Rc::new(namespace), defaults, keyword_defaults, Value::Unset, Value::Unset))
}

/// `_main_globals()`: the names of the program itself, in which annotations that are texts are evaluated.
fn main_globals(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(kwargs_dict(cx.vm.main.entries()))
}

pub const NATIVES: &[Def] = &[
    Def::new("_define(source, names, defaults=None, keyword_defaults=None, /)", define),
    Def::new("_main_globals()", main_globals),
];
