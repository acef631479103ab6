//! `asyncio.Task`.

use crate::python::builtins::TypeDef;
use crate::python::code::Conversion;
use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::library::loops::loop_id;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Layout, Obj, Ref, Value};
use crate::python::vm::contexts;
use crate::python::vm::traceback::frame::Place;
use crate::python::vm::{Cx, Input, Interpreter, Then, error, texts, type_error, type_name};

use crate::sim::{DoneCallback, FutureState};

use super::future::{blank_or_not, future, in_python, loop_for, object};

/// What a task is made of, and how it starts.
struct NewTask {
    state: FutureState<Interpreter>,
    coroutine: Value,
    context: Value,
    created: Vec<Place>,
    eager: bool,
}

/// `Task(...)`: its first step is queued; or, if it starts eagerly, taken at once.
fn construct(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if let Some(flow) = outside(cx, args, &[], "_new_task_outside") {
        return Ok(flow);
    }
    let NewTask { state, coroutine, context, created, eager } = new_task(cx, args)?;
    let class = cx.vm.core.class(TypeKind::Task).clone();
    let task = object(class, state, coroutine, context, created);
    Ok(start(cx, task.clone(), eager).unwrap_or(Flow::Value(Value::Obj(task))))
}

/// `Task.__init__(...)`, of instances of subclasses.
fn init(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if let Some(flow) = outside(cx, &args[1..], &args[..1], "_init_task_outside") {
        return Ok(flow);
    }
    let (task, inner) = blank_or_not(&args[0])?;
    if !inner.state.borrow().is_blank() {
        return Err(error(ExceptionKind::RuntimeError, "a task cannot be initialized twice"));
    }
    let NewTask { state, coroutine, context, created, eager } = new_task(cx, &args[1..])?;
    inner.state.replace(state);
    inner.coroutine.replace(coroutine);
    inner.context.replace(context);
    inner.created.replace(created);
    Ok(start(cx, task.clone(), eager).unwrap_or(Flow::Value(Value::None)))
}

/// Where no loop is given and none runs, a function of `lib/asyncio/futures.py` looks for one; it is given `before` and `args`.
fn outside(cx: &Cx<'_>, args: &[Value], before: &[Value], function: &str) -> Option<Flow> {
    let is_known = !matches!(args[1], Value::Unset | Value::None) || !cx.vm.threads[cx.thread.index()].running_loop.is_unset();
    if is_known || !Interpreter::is_coroutine(&args[0]) {
        return None;
    }
    let args: Vec<Value> = before.iter().cloned().chain(given(args)).collect();
    in_python(cx, function, &args)
}

fn new_task(cx: &mut Cx<'_>, args: &[Value]) -> Result<NewTask> {
    let [coroutine, event_loop, name, context, eager] = args else { unreachable!("five parameters") };
    let wrapped = matches!(coroutine.obj(), Some(Obj::AsyncStep(_))).then(|| cx.vm.awaiting(coroutine, &cx.frame.globals));
    let coroutine = wrapped.as_ref().unwrap_or(coroutine);
    if !Interpreter::is_coroutine(coroutine) {
        let text = texts::native_text(coroutine, Conversion::Repr).unwrap_or_else(|| type_name(coroutine));
        return Err(type_error(format!("a coroutine was expected, got {text}")));
    }
    let event_loop = loop_for(cx, event_loop)?;
    if cx.world.event_loop(event_loop).is_closed() {
        return Err(error(ExceptionKind::RuntimeError, "Event loop is closed"));
    }
    let name = (!matches!(name, Value::Unset | Value::None)).then(|| texts::native_text(name, Conversion::Str).unwrap_or_default());
    Ok(NewTask {
        state: cx.world.new_task(event_loop, name.as_deref()),
        coroutine: coroutine.clone(),
        context: contexts::given_or_copied(cx, context),
        created: super::debug::task_created(cx, event_loop),
        eager: matches!(eager, Value::Bool(true)) && cx.world.running_loop(cx.thread) == Some(event_loop),
    })
}

/// Starts a task; what is to be done if it is one that starts eagerly.
fn start(cx: &mut Cx<'_>, task: Ref, eager: bool) -> Option<Flow> {
    let inner = task.as_future()?;
    let generator = inner.coroutine.borrow().as_ref().cloned()?;
    let name = generator.as_generator()?.qualname.borrow().clone();
    cx.mark_line();
    if !eager {
        cx.world.start_task(cx.thread, &task, &name);
        return None;
    }
    let previous = cx.world.start_task_eagerly(cx.thread, &task, &name);
    contexts::enter(cx.vm, cx.thread, inner.context.borrow().clone());
    let then = Then::EagerStep(task.clone(), previous.map_or(Value::None, Value::Obj));
    Some(Flow::Resume { generator, input: Input::Send(Value::None), then })
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
    Def::control("__init__(self, coro, *, loop=None, name=None, context=None, eager_start=False)", init).visible(),
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
    new: Some(Def::control("Task(coro, *, loop=None, name=None, context=None, eager_start=False)", construct).visible()),
    methods: TASK_METHODS,
};
