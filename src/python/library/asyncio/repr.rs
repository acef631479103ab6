//! How futures and tasks show. The text itself is put together by `lib/asyncio/base_futures.py`, from what the natives here tell;
//! [`future_repr`] is for the end of a program, when no Python code can be run any more.

use crate::python::code::Conversion;
use crate::python::native::{Flow, Result};
use crate::python::object::{Generator, GeneratorState, Obj, Ref, Value};
use crate::python::vm::async_generators::AWAIT_STEP;
use crate::python::vm::traceback::frame::Place;
use crate::python::vm::{Cx, FutureObject, Interpreter, callback_text, class_of, texts, type_error, type_name};
use crate::sim::{DoneCallback, State};

use super::future::future;

/// What shows for the step of a task that waits for the future.
const WAKEUP: &str = "Task.task_wakeup()";

/// `repr(future)`
pub(super) fn repr(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    Ok(match cx.vm.imported(cx.thread, "asyncio.base_futures", "_future_repr") {
        Some(callable) => Flow::Call { callable, args: args.to_vec(), kwargs: Vec::new(), then: crate::python::vm::Then::Push },
        None => Flow::Value(Value::from(future_repr(future(&args[0])?.0))),
    })
}

/// `_future_parts(future)`: state, result or exception, callbacks, places where it was created, innermost last.
pub(super) fn future_parts(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    let state = inner.state.borrow();
    let (word, value) = match &state.state {
        State::Pending => ("PENDING", Value::None),
        State::Cancelled(_) => ("CANCELLED", Value::None),
        State::Finished(Ok(value) | Err(value)) => ("FINISHED", value.clone()),
    };
    let callback = |callback: &DoneCallback<Interpreter>| match callback {
        DoneCallback::Wakeup(_) => Value::from(WAKEUP),
        DoneCallback::Guest(callback) => callback.function.clone(),
    };
    let failed = matches!(state.state, State::Finished(Err(_)));
    let callbacks = Value::list(state.callbacks.iter().map(callback).collect());
    Ok(Value::tuple([Value::from(word), Value::Bool(failed), value, callbacks]))
}

/// `_source_traceback`: the frames that made the future, in debug mode; else `None`.
pub(super) fn source_traceback(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    let created = inner.created.borrow();
    Ok(if created.is_empty() { Value::None } else { places(&created) })
}

/// `_stack(skip)`: the frames of the caller, innermost last, without the last `skip` ones.
pub(super) fn stack(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Value::Int(skip) = args[0] else { return Err(type_error("a number is expected")) };
    let frames = super::debug::frames(cx.frame, skip.try_into().unwrap_or(0), super::debug::DEBUG_STACK_DEPTH);
    Ok(places(&frames))
}

/// Frames as tuples of file, line, function and source line; the source line is empty in the library.
pub(super) fn places(places: &[Place]) -> Value {
    Value::list(places.iter().map(as_tuple).collect())
}

/// The same with one more, the innermost.
pub(super) fn places_and(places: &[Place], innermost: Value) -> Value {
    Value::list(places.iter().map(as_tuple).chain([innermost]).collect())
}

fn as_tuple(place: &Place) -> Value {
    let source = &place.code.source;
    let text = if source.user { source.line_text(place.line()).trim() } else { "" };
    let line = Value::Int(i64::from(place.line()));
    Value::tuple([Value::from(source.name.as_str()), line, Value::from(&*place.code.name), Value::from(text)])
}

/// `_task_parts(task)`: its coroutine, and the future it waits for or `None`; `None` if it is no task.
pub(super) fn task_parts(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    let state = inner.state.borrow();
    let Some(task) = state.task() else { return Ok(Value::None) };
    let waiter = task.fut_waiter.clone().map_or(Value::None, Value::Obj);
    let coroutine = inner.coroutine.borrow().clone();
    Ok(Value::tuple([coroutine, waiter]))
}

/// `_coroutine_text(coroutine)`: `f() running at file.py:3`.
pub(super) fn coroutine_text(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(Obj::Generator(generator)) = args[0].obj() else { return Ok(Value::None) };
    // A coroutine that runs is a frame of this or, rarely, of another thread.
    let running = cx.frame.chain().find(|frame| frame.generator.is(&args[0])).map(|frame| frame.line());
    Ok(Value::from(text_of_coroutine(generator, running)))
}

/// `_function_place(function)`: file and first line of a function written in Python, else `None`.
pub(super) fn function_place(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(Obj::Function(function)) = args[0].obj() else { return Ok(Value::None) };
    let line = Value::Int(i64::from(function.code.first_line));
    Ok(Value::tuple([Value::from(function.code.source.name.as_str()), line]))
}

/// `_qualified_name(callable)`: of functions and classes, else `None`.
pub(super) fn qualified_name(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(match args[0].obj() {
        Some(Obj::Function(_) | Obj::NativeFunction(_) | Obj::Method(_) | Obj::Class(_)) => {
            Value::from(crate::python::vm::function_name(&args[0]))
        }
        _ => Value::None,
    })
}

fn text_of_coroutine(generator: &Generator, running: Option<u32>) -> String {
    let qualname = generator.qualname.borrow();
    if &*generator.code.name == AWAIT_STEP {
        return format!("{qualname}()");
    }
    let file = &generator.code.source.name;
    let first = generator.code.first_line;
    if generator.state.get() == GeneratorState::Closed {
        return format!("{qualname}() done, defined at {file}:{first}");
    }
    let suspended = || generator.frame.borrow().as_deref().map(|frame| frame.line());
    let line = match generator.state.get() {
        GeneratorState::Created => first,
        _ => running.or_else(suspended).unwrap_or(first),
    };
    format!("{qualname}() running at {file}:{line}")
}

/// `repr()` of a future or task as far as it is known without running Python code.
pub fn future_repr(object: &Ref) -> String {
    let Some(inner) = object.as_future() else { return String::new() };
    let state = inner.state.borrow();
    let name = class_of(&Value::Obj(object.clone())).as_class().map(|class| class.name().to_string()).unwrap_or_default();
    let mut parts = vec![word(&state.state, state.task().is_some_and(|task| task.cancelling > 0)).to_owned()];
    if let Some(task) = state.task() {
        parts.push(format!("name={}", crate::python::builtins::str::repr::repr(&task.name)));
        parts.extend(coroutine_of(inner));
    }
    let text =
        |value: &Value| texts::native_text(value, Conversion::Repr).unwrap_or_else(|| format!("<{} object>", type_name(value)));
    if let Some(waiter) = state.task().and_then(|task| task.fut_waiter.as_ref()) {
        parts.push(format!("wait_for={}", future_repr(waiter)));
    }
    match &state.state {
        State::Finished(Ok(value)) => parts.push(format!("result={}", text(value))),
        State::Finished(Err(exception)) => parts.push(format!("exception={}", text(exception))),
        _ => {}
    }
    if !state.callbacks.is_empty() {
        parts.push(format!("cb=[{}]", callbacks_text(&state.callbacks)));
    }
    format!("<{name} {}>", parts.join(" "))
}

fn word(state: &State<Interpreter>, is_cancelling: bool) -> &'static str {
    match state {
        State::Pending if is_cancelling => "cancelling",
        State::Pending => "pending",
        State::Cancelled(_) => "cancelled",
        State::Finished(_) => "finished",
    }
}

fn coroutine_of(inner: &FutureObject) -> Option<String> {
    let coroutine = inner.coroutine.borrow();
    let Some(Obj::Generator(generator)) = coroutine.obj() else { return None };
    Some(format!("coro=<{}>", text_of_coroutine(generator, None)))
}

fn callbacks_text(callbacks: &[DoneCallback<Interpreter>]) -> String {
    let one = |callback: &DoneCallback<Interpreter>| match callback {
        DoneCallback::Wakeup(_) => WAKEUP.to_owned(),
        DoneCallback::Guest(callback) => callback_text(&callback.function),
    };
    match callbacks {
        [] => String::new(),
        [only] => one(only),
        [first, second] => format!("{}, {}", one(first), one(second)),
        [first, .., last] => format!("{}, <{} more>, {}", one(first), callbacks.len() - 2, one(last)),
    }
}
