//! `eval` and `exec` of a text (Python/bltinmodule.c). Code objects made by `compile` are not there.
//!
//! Without namespaces the text runs in the module's own. In a function, or with dicts, it runs in a namespace of its own that
//! begins with what they hold; afterwards the dicts get what it holds.

use std::rc::Rc;

use crate::python::code::{Code, CodeKind};
use crate::python::compile::{Diagnostic, DiagnosticKind, Mode, compile_text};
use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result, Throw};
use crate::python::object::namespace::Module;
use crate::python::object::{Namespace, Obj, Value};
use crate::python::vm::{Cx, Then, error, functions, type_error};

use super::{attributes, bytes, str, type_name};

pub const FUNCTIONS: &[Def] = &[
    Def::control("eval(source, /, globals=None, locals=None)", |cx, args| run(cx, args, Mode::Eval)),
    Def::control("exec(source, /, globals=None, locals=None, *, closure=None)", |cx, args| run(cx, args, Mode::Exec)),
];

fn run(cx: &mut Cx<'_>, args: &[Value], mode: Mode) -> Result<Flow> {
    let name = if mode == Mode::Eval { "eval" } else { "exec" };
    let text = text(&args[0], name)?;
    let text = if mode == Mode::Eval { text.trim_start_matches([' ', '\t']) } else { &text };
    let given = |value: &Value| !value.is_unset() && !value.is_none();
    for (value, what) in [(&args[1], "globals"), (&args[2], "locals")] {
        if given(value) && !matches!(value.payload().obj(), Some(Obj::Dict(_))) {
            return Err(type_error(format!("{name}() {what} must be a dict, not {}", type_name(value))));
        }
    }
    let explicit: Vec<Value> = args[1..3].iter().filter(|value| given(value)).cloned().collect();
    let in_module = cx.frame.code.kind == CodeKind::Module;
    let namespace = if explicit.is_empty() && in_module { cx.frame.globals.clone() } else { namespace(cx, &explicit)? };
    let module = compile_text(text, mode, &namespace.slot_names()).map_err(|problems| syntax_error(&problems))?;
    namespace.extend(&module.globals);
    let unset = || Value::Unset;
    let function =
        functions::function(Code::new(module.body, &module.source), namespace.clone(), unset(), unset(), unset(), unset());
    if explicit.is_empty() {
        return Ok(Flow::Call { callable: function, args: Vec::new(), kwargs: Vec::new(), then: Then::Push });
    }
    let target = explicit.last().cloned().unwrap_or_default();
    let module = Value::from(Obj::Module(Module { namespace }));
    Ok(cx.call_prelude("_run_in", vec![function, module, target]))
}

/// The text to run.
fn text(source: &Value, name: &str) -> Result<String> {
    if let Some(text) = str::of(source) {
        return Ok(text.as_str().to_owned());
    }
    let bytes = bytes::of(source).ok_or_else(|| type_error(format!("{name}() arg 1 must be a string, bytes or code object")))?;
    String::from_utf8(bytes.into_owned()).map_err(|_| error(ExceptionKind::SyntaxError, "(unicode error) the source is not UTF-8"))
}

/// A namespace that begins with the given dicts, or else with what the calling function sees.
fn namespace(cx: &mut Cx<'_>, explicit: &[Value]) -> Result<Rc<Namespace>> {
    let namespace = Namespace::new(&cx.frame.globals.name, &Default::default(), cx.vm.core.builtins.clone());
    let seen = match explicit {
        [] => vec![attributes::globals(cx, &[])?, attributes::locals(cx, &[])?],
        given => given.to_vec(),
    };
    for dict in seen.iter().filter_map(|value| value.payload().as_ref()?.as_dict()) {
        for (name, value) in dict.keyword_entries()? {
            namespace.set(name, value);
        }
    }
    Ok(Rc::new(namespace))
}

/// The first problem as the exception it is.
fn syntax_error(problems: &[Diagnostic]) -> Throw {
    let Some(problem) = problems.first() else { return error(ExceptionKind::SyntaxError, "invalid syntax") };
    let kind = match problem.kind {
        DiagnosticKind::Syntax => ExceptionKind::SyntaxError,
        DiagnosticKind::Indentation => ExceptionKind::IndentationError,
        DiagnosticKind::Tab => ExceptionKind::TabError,
        DiagnosticKind::Unsupported => return error(ExceptionKind::NotImplementedError, problem.message.clone()),
    };
    error(kind, format!("{} (<string>, line {})", problem.message, problem.line))
}
