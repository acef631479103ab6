//! `asyncio.Future` and `asyncio.Task`: the objects around the simulator's futures and tasks.

use std::cell::RefCell;

use crate::python::builtins::TypeDef;
use crate::python::code::{CodeKind, Conversion};
use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Def, Result};
use crate::python::object::{GeneratorState, Iter, Layout, Namespace, Obj, Ref, Sym, Value};
use crate::python::vm::{Callback, Cx, FutureObject, Interpreter, callback_text, class_of, error, texts, type_error, type_name};
use crate::sim::{DoneCallback, FutureState, InvalidState, Kind, State};
use crate::trace::Span;
use crate::trace::ids::{JobId, LoopId};

use super::loops::{self, loop_id};
use super::time::duration;

/// The future that a native method was called on.
fn future(value: &Value) -> Result<(&Ref, &FutureObject)> {
    let object = value.as_ref().and_then(|object| Some((object, object.as_future()?)));
    object.ok_or_else(|| type_error(format!("a Future is expected, not '{}'", type_name(value))))
}

/// The loop a new future belongs to: the one given, or the one that runs.
fn loop_for(cx: &Cx<'_>, given: &Value) -> Result<LoopId> {
    let object = match given {
        Value::Unset | Value::None => &cx.vm.threads[cx.thread.index()].running_loop,
        object => object,
    };
    if object.is_unset() {
        return Err(error(ExceptionKind::RuntimeError, "no running event loop"));
    }
    let found = cx.vm.library.loops.iter().position(|other| other.is(object));
    found.map(|at| LoopId(at as u32)).ok_or_else(|| type_error("an event loop is expected"))
}

fn object(class: Ref, state: FutureState<Interpreter>, coroutine: Value, context: Value) -> Ref {
    Ref::new(Obj::Future(Box::new(FutureObject {
        class,
        state: RefCell::new(state),
        coroutine: RefCell::new(coroutine),
        context,
        attrs: Default::default(),
    })))
}

fn plain(cx: &mut Cx<'_>, event_loop: LoopId, kind: Kind<Interpreter>) -> Ref {
    let class = cx.vm.core.class(TypeKind::Future).clone();
    let state = cx.world.new_future(event_loop, kind);
    object(class, state, Value::Unset, Value::Unset)
}

fn new_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = loop_for(cx, &args[0])?;
    Ok(Value::Obj(plain(cx, event_loop, Kind::Plain)))
}

fn new_task(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let [coroutine, event_loop, name, context, _eager] = args else { unreachable!("five parameters") };
    let Some(Obj::Generator(generator)) = coroutine.obj().filter(|_| Interpreter::is_coroutine(coroutine)) else {
        let text = texts::native_text(coroutine, Conversion::Repr).unwrap_or_else(|| type_name(coroutine));
        return Err(type_error(format!("a coroutine was expected, got {text}")));
    };
    let event_loop = loop_for(cx, event_loop)?;
    if cx.world.event_loop(event_loop).is_closed() {
        return Err(error(ExceptionKind::RuntimeError, "Event loop is closed"));
    }
    let name = (!matches!(name, Value::Unset | Value::None)).then(|| texts::native_text(name, Conversion::Str).unwrap_or_default());
    let state = cx.world.new_task(event_loop, name.as_deref());
    let class = cx.vm.core.class(TypeKind::Task).clone();
    let context = if context.is_none() { Value::Unset } else { context.clone() };
    let coroutine_name = generator.qualname.borrow().clone();
    let task = object(class, state, coroutine.clone(), context);
    cx.mark_line();
    cx.world.start_task(cx.thread, &task, &coroutine_name);
    Ok(Value::Obj(task))
}

fn result(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    cx.vm.future_result(object)
}

fn exception(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, future) = future(&args[0])?;
    let mut state = future.state.borrow_mut();
    let cancellation = match &mut state.state {
        State::Pending => return Err(error(ExceptionKind::InvalidStateError, "Exception is not set.")),
        State::Finished(Ok(_)) => return Ok(Value::None),
        State::Finished(Err(exception)) => {
            let exception = exception.clone();
            state.log_traceback = false;
            return Ok(exception);
        }
        State::Cancelled(cancellation) => cancellation.take(),
    };
    drop(state);
    Err(cx.vm.cancelled_error(cancellation))
}

fn done(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(future(&args[0])?.1.state.borrow().is_done()))
}

fn cancelled(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(future(&args[0])?.1.state.borrow().is_cancelled()))
}

fn cancel(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    let message = (!matches!(args[1], Value::Unset | Value::None)).then(|| args[1].clone());
    cx.mark_line();
    Ok(Value::Bool(cx.world.cancel(cx.thread, object, message)))
}

fn refuse_task(object: &FutureObject, what: &str) -> Result<()> {
    match object.state.borrow().task() {
        Some(_) => Err(error(ExceptionKind::RuntimeError, format!("Task does not support {what} operation"))),
        None => Ok(()),
    }
}

fn invalid_state(_: InvalidState) -> crate::python::native::Throw {
    error(ExceptionKind::InvalidStateError, "invalid state")
}

fn set_result(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, inner) = future(&args[0])?;
    refuse_task(inner, "set_result")?;
    cx.mark_line();
    cx.world.set_result(cx.thread, object, args[1].clone()).map_err(invalid_state)?;
    Ok(Value::None)
}

fn set_exception(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, inner) = future(&args[0])?;
    refuse_task(inner, "set_exception")?;
    let value = match args[1].obj() {
        Some(Obj::Exception(_)) => args[1].clone(),
        Some(Obj::Class(_)) => cx.vm.new_instance(args[1].as_ref().expect("a class is an object"), &[])?,
        _ => return Err(type_error("invalid exception object")),
    };
    let stop = cx.vm.core.exception(ExceptionKind::StopIteration);
    let value = if class_of(&value).is_subclass_of(stop) { wrapped_stop_iteration(value) } else { value };
    cx.mark_line();
    cx.world.set_exception(cx.thread, object, value).map_err(invalid_state)?;
    Ok(Value::None)
}

/// A `StopIteration` would end the coroutine that awaits the future.
fn wrapped_stop_iteration(stop: Value) -> Value {
    let text = "StopIteration interacts badly with generators and cannot be raised into a Future";
    let wrapper = error(ExceptionKind::RuntimeError, text).0;
    if let Some(exception) = wrapper.as_exception() {
        exception.cause.replace(stop.clone());
        exception.context.replace(stop);
        exception.suppress_context.set(true);
    }
    Value::Obj(wrapper)
}

fn add_done_callback(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    let context = if args[2].is_none() { Value::Unset } else { args[2].clone() };
    let callback = Callback { function: args[1].clone(), args: Vec::new(), context };
    cx.mark_line();
    cx.world.add_done_callback(cx.thread, object, DoneCallback::Guest(callback));
    Ok(Value::None)
}

fn remove_done_callback(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    Ok(Value::from(cx.world.remove_done_callbacks(object, |callback| callback.function.is(&args[1]))))
}

/// `_make_cancelled_error`: the error that `result()` raises; a task's own is given away once.
fn make_cancelled_error(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    let cancellation = match &mut inner.state.borrow_mut().state {
        State::Cancelled(cancellation) => cancellation.take(),
        _ => crate::sim::Cancellation { message: None, error: None },
    };
    Ok(cx.vm.cancelled_error(cancellation).value())
}

fn cancel_message(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    let state = inner.state.borrow();
    let message = match &state.state {
        State::Cancelled(cancellation) => cancellation.message.clone(),
        _ => None,
    };
    Ok(message.unwrap_or(Value::None))
}

fn get_loop(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = future(&args[0])?.1.state.borrow().event_loop;
    Ok(cx.vm.library.loops[event_loop.index()].clone())
}

/// `__await__`: a future is its own iterator, which the interpreter knows how to drive.
fn itself(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(args[0].clone())
}

fn repr(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    Ok(Value::from(cx.vm.future_repr(object)))
}

/// A part of a task's state.
fn with_task<T>(value: &Value, read: impl FnOnce(&crate::sim::TaskState<Interpreter>) -> T) -> Result<T> {
    let (_, inner) = future(value)?;
    let state = inner.state.borrow();
    state.task().map(read).ok_or_else(|| type_error("a Task is expected"))
}

fn get_name(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    with_task(&args[0], |task| Value::from(&*task.name))
}

fn set_name(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    let name = texts::native_text(&args[1], Conversion::Str).unwrap_or_default();
    cx.mark_line();
    cx.world.rename_task(cx.thread, object, &name);
    Ok(Value::None)
}

fn get_coro(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(future(&args[0])?.1.coroutine.borrow().clone())
}

fn get_context(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let context = &future(&args[0])?.1.context;
    Ok(if context.is_unset() { Value::None } else { context.clone() })
}

fn cancelling(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    with_task(&args[0], |task| Value::Int(i64::from(task.cancelling)))
}

fn uncancel(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    with_task(&args[0], |_| ())?;
    Ok(Value::Int(i64::from(cx.world.uncancel(object))))
}

fn task_set_result(_: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Err(error(ExceptionKind::RuntimeError, "Task does not support set_result operation"))
}

/// `_sleep_future(loop, delay, result)`: a future that a timer finishes, and the timer's handle.
fn sleep_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = loop_id(&args[0])?;
    let when = cx.world.now(cx.thread) + Span::from_secs(duration(&args[1])?);
    let object = plain(cx, event_loop, Kind::Sleep(when));
    cx.mark_line();
    let handle = cx.world.call_at_set_result(cx.thread, event_loop, when, object.clone(), args[2].clone());
    Ok(Value::tuple([Value::Obj(object), loops::handle_value(handle)]))
}

/// `_gathering_future(class, loop, children)`: cancelling it cancels the children.
fn gathering_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(class) = args[0].as_ref() else { return Err(type_error("a class is expected")) };
    let event_loop = loop_id(&args[1])?;
    let Some(Obj::List(children)) = args[2].obj() else { return Err(type_error("a list is expected")) };
    let children = children.borrow().iter().filter_map(|child| child.as_ref().cloned()).collect();
    let state = cx.world.new_future(event_loop, Kind::Gathering { children, cancel_requested: false });
    Ok(Value::Obj(object(class.clone(), state, Value::Unset, Value::Unset)))
}

fn gathering_cancel_requested(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    Ok(Value::Bool(matches!(inner.state.borrow().kind, Kind::Gathering { cancel_requested: true, .. })))
}

/// `_job_future(loop, job)`: the result of an executor's job.
fn job_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = loop_id(&args[0])?;
    let Value::Int(job) = args[1] else { return Err(type_error("a job is expected")) };
    Ok(Value::Obj(plain(cx, event_loop, Kind::Job(JobId(job as u32)))))
}

fn current_task(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let task = cx.world.current_task(loop_id(&args[0])?);
    Ok(task.cloned().map_or(Value::None, Value::Obj))
}

fn all_tasks(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = cx.world.event_loop(loop_id(&args[0])?);
    Ok(Value::list(event_loop.tasks().cloned().map(Value::Obj).collect()))
}

/// Does a bare `yield` when awaited: the task is resumed in the next iteration.
fn bare_yield(_: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::from(Obj::Iterator(Iter::BareYield.into())))
}

/// `isfuture()`
fn is_future(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(matches!(args[0].obj(), Some(Obj::Future(_)))))
}

fn is_coroutine(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(Interpreter::is_coroutine(&args[0])))
}

fn is_coroutine_function(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let function = match args[0].obj() {
        Some(Obj::Method(method)) => &method.function,
        _ => &args[0],
    };
    Ok(Value::Bool(matches!(function.obj(), Some(Obj::Function(function)) if function.code.kind == CodeKind::Coroutine)))
}

/// The exceptions that the event loop itself raises.
pub fn constants(namespace: &Namespace) {
    let core = crate::python::core::core();
    for kind in [ExceptionKind::CancelledError, ExceptionKind::InvalidStateError] {
        namespace.set(Sym::new(kind.name()), Value::Obj(core.exception(kind).clone()));
    }
    for kind in [TypeKind::Future, TypeKind::Task] {
        namespace.set(Sym::new(kind.name()), Value::Obj(core.class(kind).clone()));
    }
}

/// `repr()` of a future or task, as Lib/asyncio/base_futures.py and base_tasks.py build it.
pub fn future_repr(object: &Ref) -> String {
    let Some(inner) = object.as_future() else { return String::new() };
    let state = inner.state.borrow();
    let mut parts = Vec::new();
    let name = class_of(&Value::Obj(object.clone())).as_class().map(|class| class.name().to_string()).unwrap_or_default();
    match (&state.state, state.task()) {
        (State::Pending, Some(task)) if task.must_cancel => parts.push("cancelling".to_owned()),
        (State::Pending, _) => parts.push("pending".to_owned()),
        (State::Cancelled(_), _) => parts.push("cancelled".to_owned()),
        (State::Finished(_), _) => parts.push("finished".to_owned()),
    }
    if let Some(task) = state.task() {
        parts.push(format!("name={}", crate::python::builtins::str::repr::repr(&task.name)));
        if let Some(coroutine) = coroutine_text(inner) {
            parts.push(coroutine);
        }
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

/// `coro=<f() running at file.py:3>`
fn coroutine_text(inner: &FutureObject) -> Option<String> {
    let coroutine = inner.coroutine.borrow();
    let Some(Obj::Generator(generator)) = coroutine.obj() else { return None };
    let frame = generator.frame.borrow();
    let qualname = generator.qualname.borrow();
    let file = &generator.code.source.name;
    let line = generator.code.first_line;
    if generator.state.get() == GeneratorState::Closed {
        return Some(format!("coro=<{qualname}() done, defined at {file}:{line}>"));
    }
    let line = frame.as_deref().map_or(line, |frame| frame.line());
    Some(format!("coro=<{qualname}() running at {file}:{line}>"))
}

fn callbacks_text(callbacks: &[DoneCallback<Interpreter>]) -> String {
    let one = |callback: &DoneCallback<Interpreter>| match callback {
        DoneCallback::Wakeup(_) => "Task.task_wakeup()".to_owned(),
        DoneCallback::Guest(callback) => callback_text(&callback.function),
    };
    match callbacks {
        [] => String::new(),
        [only] => one(only),
        [first, second] => format!("{}, {}", one(first), one(second)),
        [first, .., last] => format!("{}, <{} more>, {}", one(first), callbacks.len() - 2, one(last)),
    }
}

const FUTURE_METHODS: &[Def] = &[
    Def::new("result(self, /)", result),
    Def::new("exception(self, /)", exception),
    Def::new("done(self, /)", done),
    Def::new("cancelled(self, /)", cancelled),
    Def::new("cancel(self, /, msg=None)", cancel).visible(),
    Def::new("set_result(self, result, /)", set_result).visible(),
    Def::new("set_exception(self, exception, /)", set_exception).visible(),
    Def::new("add_done_callback(self, fn, /, *, context=None)", add_done_callback).visible(),
    Def::new("remove_done_callback(self, fn, /)", remove_done_callback),
    Def::new("get_loop(self, /)", get_loop),
    Def::new("_make_cancelled_error(self, /)", make_cancelled_error),
    Def::new("_cancel_message(self, /)", cancel_message).property(),
    Def::new("__await__(self, /)", itself),
    Def::new("__iter__(self, /)", itself),
    Def::new("__repr__(self, /)", repr),
];

const TASK_METHODS: &[Def] = &[
    Def::new("get_name(self, /)", get_name),
    Def::new("set_name(self, value, /)", set_name).visible(),
    Def::new("get_coro(self, /)", get_coro),
    Def::new("get_context(self, /)", get_context),
    Def::new("cancelling(self, /)", cancelling),
    Def::new("uncancel(self, /)", uncancel),
    Def::new("set_result(self, result, /)", task_set_result),
];

pub const FUTURE: TypeDef = TypeDef {
    kind: TypeKind::Future,
    base: TypeKind::Object,
    layout: Layout::Future,
    new: Some(Def::new("Future(*, loop=None)", new_future)),
    methods: FUTURE_METHODS,
};

pub const TASK: TypeDef = TypeDef {
    kind: TypeKind::Task,
    base: TypeKind::Future,
    layout: Layout::Future,
    new: Some(Def::new("Task(coro, *, loop=None, name=None, context=None, eager_start=False)", new_task).visible()),
    methods: TASK_METHODS,
};

/// Natives of the private module `_asyncio`.
pub const NATIVES: &[Def] = &[
    Def::new("_sleep_future(loop, delay, result, /)", sleep_future).visible(),
    Def::new("_gathering_future(class, loop, children, /)", gathering_future),
    Def::new("_gathering_cancel_requested(future, /)", gathering_cancel_requested),
    Def::new("_job_future(loop, job, /)", job_future),
    Def::new("_current_task(loop, /)", current_task),
    Def::new("_all_tasks(loop, /)", all_tasks),
    Def::new("_bare_yield()", bare_yield),
    Def::new("_new_future(loop=None, /)", new_future),
    Def::new("isfuture(obj, /)", is_future),
    Def::new("iscoroutine(obj, /)", is_coroutine),
    Def::new("_is_coroutine_function(obj, /)", is_coroutine_function),
];
