//! What exceptions have: `args`, `__cause__`, `add_note`, and what single classes add.

use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Exception, Obj, Sym, Value};
use crate::python::vm::{Cx, type_error};

use super::failure::answer;
use super::tracebacks::entries_of;
use super::{repr, type_name};

fn exception(value: &Value) -> Result<&Exception> {
    match value.obj() {
        Some(Obj::Exception(exception)) => Ok(exception),
        _ => Err(type_error(format!("an exception is expected, not '{}'", type_name(value)))),
    }
}

fn or_none(value: &Value) -> Value {
    if value.is_unset() { Value::None } else { value.clone() }
}

/// `BaseException.__init__`: the arguments become `args`.
fn init(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let inner = exception(&args[0])?;
    inner.args.replace(args[1].clone());
    super::os_error::take_filename(inner);
    Ok(Value::None)
}

fn str_method(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let text = repr::exception_str(exception(&args[0])?).map_err(|failure| failure.in_words("_exception_str"));
    answer(cx, args, text.map(Value::from))
}

fn repr_method(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let text = repr::exception_repr(exception(&args[0])?).map_err(|failure| failure.in_words("_exception_repr"));
    answer(cx, args, text.map(Value::from))
}

fn args(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(exception(&args[0])?.args.borrow().clone())
}

fn cause(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(or_none(&exception(&args[0])?.cause.borrow()))
}

fn context(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(or_none(&exception(&args[0])?.context.borrow()))
}

fn suppress_context(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(exception(&args[0])?.suppress_context.get()))
}

fn traceback(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    exception(&args[0])?;
    Ok(crate::python::vm::traceback::object(&args[0]))
}

fn with_traceback(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    set_traceback(exception(&args[0])?, &args[1])?;
    Ok(args[0].clone())
}

/// Sets `__traceback__`.
///
/// # Errors
/// TypeError if `value` is neither a traceback nor None.
pub fn set_traceback(exception: &Exception, value: &Value) -> Result<()> {
    let entries = match value {
        Value::None => Vec::new(),
        other if matches!(other.obj(), Some(Obj::Traceback(_))) => entries_of(super::tracebacks::traceback(other)?),
        _ => return Err(type_error("__traceback__ must be a traceback or None")),
    };
    exception.traceback.replace(entries.into_iter().rev().collect());
    Ok(())
}

fn add_note(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let inner = exception(&args[0])?;
    if args[1].payload().as_str().is_none() {
        return Err(type_error(format!("add_note() argument must be str, not {}", type_name(&args[1]))));
    }
    let notes = Sym::new("__notes__");
    let list = inner.attrs.get(notes);
    match list.as_ref().and_then(Value::obj) {
        Some(Obj::List(items)) => items.borrow_mut().push(args[1].clone()),
        _ => inner.attrs.set(notes, Value::list(vec![args[1].clone()])),
    }
    Ok(Value::None)
}

/// The value that a generator returned.
fn stop_value(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(exception(&args[0])?.arg(0))
}

/// `NameError(*args, name=None)` and its like: the keywords become attributes.
fn init_named(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    set_parts(args, &["name"])
}

fn init_attribute(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    set_parts(args, &["name", "obj"])
}

fn init_import(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let inner = exception(&args[0])?;
    if let Some([message]) = args[1].as_tuple() {
        inner.attrs.set(Sym::new("msg"), message.clone());
    }
    set_parts(args, &["name", "path", "name_from"])
}

fn set_parts(args: &[Value], names: &[&str]) -> Result<Value> {
    let inner = exception(&args[0])?;
    inner.args.replace(args[1].clone());
    for (name, value) in names.iter().zip(&args[2..]).filter(|(_, value)| !value.is_unset()) {
        inner.attrs.set(Sym::new(name), value.clone());
    }
    Ok(Value::None)
}

/// `SyntaxError(message, (filename, lineno, offset, text, end_lineno, end_offset))`
fn init_syntax(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let inner = exception(&args[0])?;
    inner.args.replace(args[1].clone());
    let given = args[1].as_tuple().unwrap_or_default();
    if let Some(message) = given.first() {
        inner.attrs.set(Sym::new("msg"), message.clone());
    }
    let place = given.get(1).and_then(Value::as_tuple).unwrap_or_default();
    let names = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];
    for (name, value) in names.iter().zip(place) {
        inner.attrs.set(Sym::new(name), value.clone());
    }
    Ok(Value::None)
}

/// Attributes that instances have from the start, all of them `None`.
pub fn parts(kind: ExceptionKind) -> &'static [&'static str] {
    match kind {
        ExceptionKind::NameError => &["name"],
        ExceptionKind::AttributeError => &["name", "obj"],
        ExceptionKind::ImportError => &["name", "path", "msg", "name_from"],
        ExceptionKind::SyntaxError => {
            &["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"]
        }
        _ => &[],
    }
}

/// The code that the program exits with.
fn exit_code(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(exception(&args[0])?.arg(0))
}

pub const METHODS: &[(ExceptionKind, &[Def])] = &[
    (
        ExceptionKind::BaseException,
        &[
            Def::new("__init__(self, /, *args)", init),
            Def::control("__str__(self, /)", str_method),
            Def::control("__repr__(self, /)", repr_method),
            Def::new("args(self, /)", args).property(),
            Def::new("__cause__(self, /)", cause).property(),
            Def::new("__context__(self, /)", context).property(),
            Def::new("__suppress_context__(self, /)", suppress_context).property(),
            Def::new("__traceback__(self, /)", traceback).property(),
            Def::new("with_traceback(self, tb, /)", with_traceback),
            Def::new("add_note(self, note, /)", add_note),
        ],
    ),
    (ExceptionKind::OSError, super::os_error::METHODS),
    (
        ExceptionKind::UnicodeError,
        &[
            Def::new("encoding(self, /)", |_, args| Ok(exception(&args[0])?.arg(0))).property(),
            Def::new("object(self, /)", |_, args| Ok(exception(&args[0])?.arg(1))).property(),
            Def::new("start(self, /)", |_, args| Ok(exception(&args[0])?.arg(2))).property(),
            Def::new("end(self, /)", |_, args| Ok(exception(&args[0])?.arg(3))).property(),
            Def::new("reason(self, /)", |_, args| Ok(exception(&args[0])?.arg(4))).property(),
        ],
    ),
    (ExceptionKind::StopIteration, &[Def::new("value(self, /)", stop_value).property()]),
    (ExceptionKind::NameError, &[Def::new("__init__(self, /, *args, name=None)", init_named)]),
    (ExceptionKind::AttributeError, &[Def::new("__init__(self, /, *args, name=None, obj=None)", init_attribute)]),
    (ExceptionKind::ImportError, &[Def::new("__init__(self, /, *args, name=None, path=None, name_from=None)", init_import)]),
    (ExceptionKind::SyntaxError, &[Def::new("__init__(self, /, *args)", init_syntax)]),
    (ExceptionKind::BaseExceptionGroup, super::groups::METHODS),
    (ExceptionKind::SystemExit, &[Def::new("code(self, /)", exit_code).property()]),
];
