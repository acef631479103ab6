//! What tasks wait for besides plain futures, and what can be awaited at all.

use crate::python::code::CodeKind;
use crate::python::library::loops::{handle_value, loop_id};
use crate::python::library::time::duration;
use crate::python::native::Result;
use crate::python::object::{Iter, Obj, Value};
use crate::python::vm::{Cx, Interpreter, type_error};
use crate::sim::Kind;
use crate::trace::Span;
use crate::trace::ids::JobId;

use super::future::{future, object, plain};

/// `_sleep_future(loop, delay, result)`: a future that a timer finishes, and the timer's handle.
pub(super) fn sleep_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = loop_id(&args[0])?;
    let when = cx.world.now(cx.thread) + Span::from_secs(duration(&args[1])?);
    let object = plain(cx, event_loop, Kind::Sleep(when));
    cx.mark_line();
    let handle = cx.world.call_at_set_result(cx.thread, event_loop, when, object.clone(), args[2].clone());
    Ok(Value::tuple([Value::Obj(object), handle_value(handle)]))
}

/// `_gathering_future(class, loop, children)`: cancelling it cancels the children.
pub(super) fn gathering_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(class) = args[0].as_ref() else { return Err(type_error("a class is expected")) };
    let event_loop = loop_id(&args[1])?;
    let Some(Obj::List(children)) = args[2].obj() else { return Err(type_error("a list is expected")) };
    let children = children.borrow().iter().filter_map(|child| child.as_ref().cloned()).collect();
    let state = cx.world.new_future(event_loop, Kind::Gathering { children, cancel_requested: false });
    let created = super::debug::future_created(cx, event_loop);
    Ok(Value::Obj(object(class.clone(), state, Value::Unset, Value::Unset, created)))
}

pub(super) fn gathering_cancel_requested(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    Ok(Value::Bool(matches!(inner.state.borrow().kind, Kind::Gathering { cancel_requested: true, .. })))
}

/// `_job_future(loop, job)`: the result of an executor's job.
pub(super) fn job_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = loop_id(&args[0])?;
    let Value::Int(job) = args[1] else { return Err(type_error("a job is expected")) };
    Ok(Value::Obj(plain(cx, event_loop, Kind::Job(JobId(job as u32)))))
}

/// Does a bare `yield` when awaited: the task is resumed in the next iteration.
pub(super) fn bare_yield(_: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::from(Obj::Iterator(Iter::BareYield.into())))
}

/// `isfuture()`
pub(super) fn is_future(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(matches!(args[0].obj(), Some(Obj::Future(_)))))
}

pub(super) fn is_coroutine(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    // What `aclose()` and the like give has all methods of coroutines.
    Ok(Value::Bool(Interpreter::is_coroutine(&args[0]) || matches!(args[0].obj(), Some(Obj::AsyncStep(_)))))
}

pub(super) fn is_coroutine_function(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let function = match args[0].obj() {
        Some(Obj::Method(method)) => &method.function,
        _ => &args[0],
    };
    Ok(Value::Bool(matches!(function.obj(), Some(Obj::Function(function)) if function.code.kind == CodeKind::Coroutine)))
}
