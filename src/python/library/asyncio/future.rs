//! `asyncio.Future`.

use std::cell::RefCell;

use crate::python::builtins::TypeDef;
use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Def, Flow, Result, Throw};
use crate::python::object::{Layout, Obj, Ref, Sym, Value};
use crate::python::vm::contexts;
use crate::python::vm::traceback::frame::Place;
use crate::python::vm::{Callback, Cx, FutureObject, Interpreter, Then, class_of, error, type_error, type_name};
use crate::sim::{DoneCallback, FutureState, Kind, Refusal, State};
use crate::trace::ids::LoopId;

use super::debug;

/// The future that a native method was called on.
pub(super) fn future(value: &Value) -> Result<(&Ref, &FutureObject)> {
    let (object, inner) = blank_or_not(value)?;
    inner.check_initialized()?;
    Ok((object, inner))
}

/// The same, although its `__init__` may not have been called.
pub(super) fn blank_or_not(value: &Value) -> Result<(&Ref, &FutureObject)> {
    let object = value.as_ref().and_then(|object| Some((object, object.as_future()?)));
    object.ok_or_else(|| type_error(format!("a Future is expected, not '{}'", type_name(value))))
}

/// The loop a new future belongs to: the one given, or the one that runs.
pub(super) fn loop_for(cx: &Cx<'_>, given: &Value) -> Result<LoopId> {
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

/// A future or task object; `created` are the frames that made it, in debug mode.
pub(super) fn object(class: Ref, state: FutureState<Interpreter>, coroutine: Value, context: Value, created: Vec<Place>) -> Ref {
    Ref::new(Obj::Future(Box::new(FutureObject {
        class,
        state: RefCell::new(state),
        coroutine: RefCell::new(coroutine),
        context: RefCell::new(context),
        created: created.into(),
        attrs: Default::default(),
    })))
}

pub(super) fn plain(cx: &mut Cx<'_>, event_loop: LoopId, kind: Kind<Interpreter>) -> Ref {
    let class = cx.vm.core.class(TypeKind::Future).clone();
    let state = cx.world.new_future(event_loop, kind);
    let created = debug::future_created(cx, event_loop);
    object(class, state, Value::Unset, Value::Unset, created)
}

pub(super) fn new_future(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = loop_for(cx, &args[0])?;
    Ok(Value::Obj(plain(cx, event_loop, Kind::Plain)))
}

/// `Future(loop=None)`: where no loop runs, it belongs to the one that `get_event_loop()` gives.
fn construct(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let running = !cx.vm.threads[cx.thread.index()].running_loop.is_unset();
    if running || !matches!(args[0], Value::Unset | Value::None) {
        return Ok(Flow::Value(new_future(cx, args)?));
    }
    match in_python(cx, "_new_outside", &[]) {
        Some(flow) => Ok(flow),
        None => Ok(Flow::Value(new_future(cx, args)?)),
    }
}

/// `Future.__init__(loop=None)`, of instances of subclasses.
fn init(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (_, inner) = blank_or_not(&args[0])?;
    let running = !cx.vm.threads[cx.thread.index()].running_loop.is_unset();
    if !running
        && matches!(args[1], Value::Unset | Value::None)
        && let Some(flow) = in_python(cx, "_init_outside", &args[..1])
    {
        return Ok(flow);
    }
    let event_loop = loop_for(cx, &args[1])?;
    if inner.state.borrow().task().is_some() {
        return Err(error(ExceptionKind::RuntimeError, "a task cannot be made a future"));
    }
    let state = cx.world.new_future(event_loop, Kind::Plain);
    let old = (inner.state.replace(state), inner.created.replace(debug::future_created(cx, event_loop)));
    drop(old);
    Ok(Flow::Value(Value::None))
}

/// A call of a function of `lib/asyncio/futures.py`, if that was imported.
pub(super) fn in_python(cx: &Cx<'_>, function: &str, args: &[Value]) -> Option<Flow> {
    let callable = cx.vm.imported(cx.thread, "asyncio.futures", function)?;
    Some(Flow::Call { callable, args: args.to_vec(), kwargs: Vec::new(), then: Then::Push })
}

/// The future whose result or exception is asked for.
fn finished(value: &Value) -> Result<(&Ref, &FutureObject)> {
    future(value).map_err(|throw| match blank_or_not(value) {
        Ok(_) => error(ExceptionKind::InvalidStateError, "Future object is not initialized."),
        Err(_) => throw,
    })
}

fn result(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = finished(&args[0])?;
    cx.vm.future_result(object)
}

fn exception(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, future) = finished(&args[0])?;
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
    Ok(Value::Bool(blank_or_not(&args[0])?.1.state.borrow().is_done()))
}

fn cancelled(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(blank_or_not(&args[0])?.1.state.borrow().is_cancelled()))
}

fn cancel(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (object, _) = future(&args[0])?;
    let message = given(&args[1]);
    if passes_own_cancel(object)
        && let Some(flow) = in_python(cx, "_cancel", &[args[0].clone(), message.clone().unwrap_or(Value::None)])
    {
        return Ok(flow);
    }
    cx.mark_line();
    debug::note_callbacks(cx, object);
    cx.world.cancel(cx.thread, object, message).map(|any| Flow::Value(Value::Bool(any))).map_err(refused)
}

fn given(value: &Value) -> Option<Value> {
    (!matches!(value, Value::Unset | Value::None)).then(|| value.clone())
}

/// Whether cancelling the future would cancel one whose class has a `cancel` written in Python, which is to be called then.
fn passes_own_cancel(object: &Ref) -> bool {
    let name = Sym::new("cancel");
    let mut left = vec![object.clone()];
    while let Some(object) = left.pop() {
        let Some(inner) = object.as_future() else { continue };
        let next: Vec<Ref> = match &inner.state.borrow().kind {
            Kind::Task(task) => task.fut_waiter.iter().cloned().collect(),
            Kind::Gathering { children, .. } => children.clone(),
            Kind::Plain | Kind::Sleep(_) | Kind::Job(_) => continue,
        };
        if next.iter().any(|next| next.as_future().is_some_and(|next| next.own_method(name).is_some())) {
            return true;
        }
        left.extend(next);
    }
    false
}

/// `_begin_cancel(future)`: what has to be cancelled with it, or `None` if it is done.
pub(super) fn begin_cancel(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    cx.mark_line();
    let next = cx.world.begin_cancel(cx.thread, object);
    Ok(next.map_or(Value::None, |next| Value::list(next.into_iter().map(Value::Obj).collect())))
}

/// `_end_cancel(future, any, message)`: whether a cancellation was requested; `any` of what `_begin_cancel` gave took it.
pub(super) fn end_cancel(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    let any = matches!(args[1], Value::Bool(true));
    cx.mark_line();
    cx.world.end_cancel(cx.thread, object, any, given(&args[2])).map(Value::Bool).map_err(refused)
}

fn refuse_task(object: &FutureObject, what: &str) -> Result<()> {
    match object.state.borrow().task() {
        Some(_) => Err(error(ExceptionKind::RuntimeError, format!("Task does not support {what} operation"))),
        None => Ok(()),
    }
}

fn refused(refusal: Refusal) -> Throw {
    match refusal {
        Refusal::InvalidState => error(ExceptionKind::InvalidStateError, "invalid state"),
        Refusal::LoopClosed => error(ExceptionKind::RuntimeError, "Event loop is closed"),
    }
}

pub(super) fn set_result(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, inner) = future(&args[0])?;
    refuse_task(inner, "set_result")?;
    cx.mark_line();
    debug::note_callbacks(cx, object);
    cx.world.set_result(cx.thread, object, args[1].clone()).map_err(refused)?;
    Ok(Value::None)
}

fn set_exception(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, inner) = future(&args[0])?;
    refuse_task(inner, "set_exception")?;
    if inner.state.borrow().is_done() {
        return Err(refused(Refusal::InvalidState));
    }
    let value = match args[1].obj() {
        Some(Obj::Exception(_)) => args[1].clone(),
        Some(Obj::Class(_)) => cx.vm.new_instance(args[1].as_ref().expect("a class is an object"), &[])?,
        _ => return Err(type_error("invalid exception object")),
    };
    let stop = cx.vm.core.exception(ExceptionKind::StopIteration);
    let value = if class_of(&value).is_subclass_of(stop) { wrapped_stop_iteration(value) } else { value };
    cx.mark_line();
    debug::note_callbacks(cx, object);
    cx.world.set_exception(cx.thread, object, value).map_err(refused)?;
    cx.vm.note_failed(object);
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
    let (object, inner) = future(&args[0])?;
    let context = contexts::given_or_copied(cx, &args[2]);
    let (is_done, event_loop) = (inner.state.borrow().is_done(), inner.state.borrow().event_loop);
    let handle = if is_done { debug::handle_created(cx, event_loop) } else { Value::Unset };
    let callback = Callback { function: args[1].clone(), args: Vec::new(), context, handle };
    cx.mark_line();
    cx.world.add_done_callback(cx.thread, object, DoneCallback::Guest(callback)).map_err(refused)?;
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

const FUTURE_METHODS: &[Def] = &[
    Def::control("__init__(self, /, *, loop=None)", init),
    Def::new("result(self, /)", result),
    Def::new("exception(self, /)", exception),
    Def::new("done(self, /)", done),
    Def::new("cancelled(self, /)", cancelled),
    Def::control("cancel(self, /, msg=None)", cancel).visible(),
    Def::new("set_result(self, result, /)", set_result).visible(),
    Def::new("set_exception(self, exception, /)", set_exception).visible(),
    Def::new("add_done_callback(self, fn, /, *, context=None)", add_done_callback).visible(),
    Def::new("remove_done_callback(self, fn, /)", remove_done_callback),
    Def::new("get_loop(self, /)", get_loop),
    Def::new("_make_cancelled_error(self, /)", make_cancelled_error),
    Def::new("_cancel_message(self, /)", cancel_message).property(),
    Def::new("__await__(self, /)", itself),
    Def::new("__iter__(self, /)", itself),
    Def::new("_source_traceback(self, /)", super::repr::source_traceback).property(),
    Def::control("__repr__(self, /)", super::repr::repr),
];

pub const FUTURE: TypeDef = TypeDef {
    kind: TypeKind::Future,
    base: TypeKind::Object,
    layout: Layout::Future,
    new: Some(Def::control("Future(*, loop=None)", construct)),
    methods: FUTURE_METHODS,
};
