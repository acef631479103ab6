//! `asyncio.Task`.

use crate::python::builtins::TypeDef;
use crate::python::code::Conversion;
use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::library::loops::loop_id;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Layout, Obj, Value};
use crate::python::vm::{Cx, Input, Interpreter, Then, error, texts, type_error, type_name};
use crate::python::vm::{contexts, traceback};

use crate::sim::DoneCallback;
use crate::trace::event::Stream;

use super::future::{future, loop_for, object};

/// `Task(...)`: its first step is queued; or, if it starts eagerly, taken at once.
fn new_task(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let [coroutine, event_loop, name, context, eager] = args else { unreachable!("five parameters") };
    let wrapped = matches!(coroutine.obj(), Some(Obj::AsyncStep(_))).then(|| cx.vm.awaiting(coroutine, &cx.frame.globals));
    let coroutine = wrapped.as_ref().unwrap_or(coroutine);
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
    let context = contexts::given_or_copied(cx, context);
    let coroutine_name = generator.qualname.borrow().clone();
    let created = super::debug::task_created(cx, event_loop);
    let task = object(class, state, coroutine.clone(), context, created);
    cx.mark_line();
    let eager = matches!(eager, Value::Bool(true)) && cx.world.running_loop(cx.thread) == Some(event_loop);
    if !eager {
        cx.world.start_task(cx.thread, &task, &coroutine_name);
        return Ok(Flow::Value(Value::Obj(task)));
    }
    let previous = cx.world.start_task_eagerly(cx.thread, &task, &coroutine_name);
    contexts::enter(cx.vm, cx.thread, task.as_future().expect("it was made here").context.borrow().clone());
    let then = Then::EagerStep(task, previous.map_or(Value::None, Value::Obj));
    let generator = coroutine.as_ref().expect("a coroutine is an object").clone();
    Ok(Flow::Resume { generator, input: Input::Send(Value::None), then })
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
    let context = future(&args[0])?.1.context.borrow();
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

/// `_waiting_tasks(future)`: the tasks that await it.
pub(super) fn waiting_tasks(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    let state = inner.state.borrow();
    let task = |callback: &DoneCallback<Interpreter>| match callback {
        DoneCallback::Wakeup(task) => Some(Value::Obj(task.clone())),
        DoneCallback::Guest(_) => None,
    };
    Ok(Value::list(state.callbacks.iter().filter_map(task).collect()))
}

/// `_queue_error(task, error)`: the next step of a task that has none throws the error.
pub(super) fn queue_error(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = future(&args[0])?;
    with_task(&args[0], |_| ())?;
    cx.world.queue_error_step(cx.thread, object, args[1].clone());
    Ok(Value::None)
}

/// `_report_ignored(coroutine, error)`: closing the coroutine of a task that is lost at the end raised the error.
pub(super) fn report_ignored(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let error = args[1].as_ref().ok_or_else(|| type_error("an exception is expected"))?;
    cx.write(Stream::Err, &traceback::ignored(&args[0], error));
    Ok(Value::None)
}

pub(super) fn current_task(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let task = cx.world.current_task(loop_id(&args[0])?);
    Ok(task.cloned().map_or(Value::None, Value::Obj))
}

pub(super) fn all_tasks(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = cx.world.event_loop(loop_id(&args[0])?);
    Ok(Value::list(event_loop.tasks().map(Value::Obj).collect()))
}

/// The arguments that were given, for a function of the prelude.
fn given(args: &[Value]) -> Vec<Value> {
    args.iter().map(|arg| if arg.is_unset() { Value::None } else { arg.clone() }).collect()
}

const TASK_METHODS: &[Def] = &[
    Def::new("get_name(self, /)", get_name),
    Def::new("set_name(self, value, /)", set_name).visible(),
    Def::new("get_coro(self, /)", get_coro),
    Def::new("get_context(self, /)", get_context),
    Def::control("get_stack(self, /, *, limit=None)", |cx, args| Ok(cx.call_prelude("_task_get_stack", given(args)))),
    Def::control(
        "print_stack(self, /, *, limit=None, file=None)",
        |cx, args| Ok(cx.call_prelude("_task_print_stack", given(args))),
    ),
    Def::new("cancelling(self, /)", cancelling),
    Def::new("uncancel(self, /)", uncancel),
    Def::new("set_result(self, result, /)", task_set_result),
];

pub const TASK: TypeDef = TypeDef {
    kind: TypeKind::Task,
    base: TypeKind::Future,
    layout: Layout::Future,
    new: Some(Def::control("Task(coro, *, loop=None, name=None, context=None, eager_start=False)", new_task).visible()),
    methods: TASK_METHODS,
};
