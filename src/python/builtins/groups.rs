//! Exception groups (PEP 654): `BaseExceptionGroup` and `ExceptionGroup`. Splitting them is written in Python.

use crate::python::core::{ExceptionKind, core};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::exception::{KeptFrame, TracebackEntry};
use crate::python::object::{Obj, Ref, Value, class_of};
use crate::python::vm::{Cx, type_error, value_error};

use super::items::collect;
use super::type_name;

pub const METHODS: &[Def] = &[
    Def::new("message(self, /)", |_, args| Ok(part(&args[0], 0))).property(),
    Def::new("exceptions(self, /)", exceptions).property(),
    Def::control("split(self, matcher_value, /)", |cx, args| prelude(cx, "_group_split", args)),
    Def::control("subgroup(self, matcher_value, /)", |cx, args| prelude(cx, "_group_subgroup", args)),
    Def::control("derive(self, excs, /)", |cx, args| prelude(cx, "_group_derive", args)),
];

/// What the prelude needs besides.
pub const FUNCTIONS: &[Def] =
    &[Def::new("_copy_traceback(target, source, /)", copy_traceback), Def::new("_trace_caller(exception, /)", trace_caller)];

fn copy_traceback(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let [target, source] = [&args[0], &args[1]].map(|value| value.as_ref().and_then(Ref::as_exception));
    if let (Some(target), Some(source)) = (target, source) {
        let traceback = source.traceback.borrow().clone();
        target.traceback.replace(traceback);
    }
    Ok(Value::None)
}

/// `_trace_caller(exception)`: the frame that called the caller is where the exception comes from.
fn trace_caller(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    if let (Some(exception), Some(frame)) = (args[0].as_ref().and_then(Ref::as_exception), cx.frame.back.as_deref()) {
        let (code, globals) = (frame.code.clone(), frame.globals.clone());
        let entry = TracebackEntry { code, globals, pc: frame.pc.saturating_sub(1), frame: KeptFrame::default() };
        exception.traceback.borrow_mut().push(entry);
    }
    Ok(Value::None)
}

fn prelude(cx: &mut Cx<'_>, name: &str, args: &[Value]) -> Result<Flow> {
    Ok(cx.call_prelude(name, args.to_vec()))
}

fn part(group: &Value, at: usize) -> Value {
    group.as_ref().and_then(Ref::as_exception).map_or(Value::None, |exception| exception.arg(at))
}

fn exceptions(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    collect(&part(&args[0], 1)).map(Value::tuple)
}

/// The class that a new instance of `class` really has: a `BaseExceptionGroup` of nothing but `Exception`s is an `ExceptionGroup`
/// (`BaseExceptionGroup_new`, Objects/exceptions.c).
///
/// # Errors
/// TypeError and ValueError for arguments that make no group.
pub fn class_of_new(class: &Ref, args: &[Value]) -> Result<Ref> {
    let core = core();
    if Ref::ptr_eq(class, core.exception(ExceptionKind::OSError)) {
        let kind = super::os_error::kind_of(args).unwrap_or(ExceptionKind::OSError);
        return Ok(core.exception(kind).clone());
    }
    let base = core.exception(ExceptionKind::BaseExceptionGroup);
    if !class.is_subclass_of(base) {
        return Ok(class.clone());
    }
    let name = class.as_class().map(|class| class.name()).unwrap_or_default();
    let [message, members] = args else {
        return Err(type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", args.len())));
    };
    if message.payload().as_str().is_none() {
        let given = type_name(message);
        return Err(type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {given}")));
    }
    if !matches!(members.payload().obj(), Some(Obj::List(_) | Obj::Tuple(_))) {
        return Err(type_error("second argument (exceptions) must be a sequence"));
    }
    let members = collect(members.payload())?;
    if members.is_empty() {
        return Err(value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let is_a = |member: &Value, kind| class_of(member).is_subclass_of(core.exception(kind));
    if let Some(at) = members.iter().position(|member| !is_a(member, ExceptionKind::BaseException)) {
        return Err(value_error(format!("Item {at} of second argument (exceptions) is not an exception")));
    }
    let plain = members.iter().all(|member| is_a(member, ExceptionKind::Exception));
    if plain && Ref::ptr_eq(class, base) {
        return Ok(core.exception(ExceptionKind::ExceptionGroup).clone());
    }
    if !plain && class.is_subclass_of(core.exception(ExceptionKind::Exception)) {
        return Err(type_error(match class.as_class().is_some_and(|class| class.builtin) {
            true => "Cannot nest BaseExceptions in an ExceptionGroup".to_owned(),
            false => format!("Cannot nest BaseExceptions in '{name}'"),
        }));
    }
    Ok(class.clone())
}
