//! `_thread`: natives behind `threading` (`lib/threading.py`): starting threads, joining them, and what each keeps for itself.

use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Namespace, Sym, Value};
use crate::python::vm::{Cx, error, type_error};
use crate::trace::event::{ThreadRole, ThreadWait};
use crate::trace::ids::{PoolId, ProcessId, ThreadId};
use crate::trace::{Span, Time};

use super::locks::TIMEOUT_MAX;
use super::time::duration;

/// What `os.getpid()` gives in a process.
pub fn pid(process: ProcessId) -> i64 {
    4001 + i64::from(process.0)
}

/// What `threading.get_ident()` gives in a thread. It looks like the addresses that Linux gives: a stack of 8 MiB and a page apart.
pub fn ident(thread: ThreadId) -> i64 {
    0x7f5e_0000_0000 + i64::from(thread.0) * 0x80_1000
}

/// The thread of a number, as natives are given it.
fn thread_id(cx: &Cx<'_>, value: &Value) -> Result<ThreadId> {
    match value {
        Value::Int(number) if usize::try_from(*number).is_ok_and(|at| at < cx.world.threads().len()) => {
            Ok(ThreadId(*number as u16))
        }
        _ => Err(type_error("a thread is expected")),
    }
}

/// `_start(name, function, args, daemon, object)`: starts a thread that calls `function`. Gives its number.
fn start(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = args[0].as_str().unwrap_or_default().to_owned();
    cx.mark_line();
    let thread = cx.world.spawn_thread(cx.thread, &name, ThreadRole::Thread);
    let thread = thread.map_err(|_| error(ExceptionKind::RuntimeError, "can't start new thread"))?;
    let process = cx.world.thread(thread).process;
    let arguments = args[2].as_tuple().unwrap_or_default().to_vec();
    cx.vm.start_thread(thread, process, args[1].clone(), arguments, cx.frame);
    let state = &mut cx.vm.threads[thread.index()];
    state.is_daemon = matches!(args[3], Value::Bool(true));
    state.object = args[4].clone();
    Ok(Value::Int(i64::from(thread.0)))
}

/// When a wait with a timeout ends; it has to be the same each time the native is called again.
pub fn deadline(value: &Value) -> Result<Option<Time>> {
    match value {
        Value::None => Ok(None),
        seconds => Ok(Some(Time(Span::from_secs(duration(seconds)?.max(0.0)).0))),
    }
}

/// `_join(thread, deadline)`: waits until the thread has ended. Gives whether it has.
fn join(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let thread = thread_id(cx, &args[0])?;
    if cx.world.thread(thread).has_ended() {
        return Ok(Flow::Value(Value::Bool(true)));
    }
    let deadline = deadline(&args[1])?;
    if deadline.is_some_and(|deadline| cx.world.now(cx.thread) >= deadline) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    cx.mark_line();
    cx.world.park(cx.thread, ThreadWait::Join(thread), deadline);
    Ok(Flow::Retry)
}

fn has_ended(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let thread = thread_id(cx, &args[0])?;
    Ok(Value::Bool(cx.world.thread(thread).has_ended()))
}

/// `_join_all()`: what a process waits for at its end: its threads that are no daemons, and the workers of its executors, which are told
/// that there will be no more work.
fn join_all(cx: &mut Cx<'_>, _: &[Value]) -> Result<Flow> {
    let process = process(cx);
    let owned: Vec<PoolId> =
        cx.world.pools().map(|pool| pool.id).filter(|&pool| super::pools::owner(cx, pool) == process).collect();
    for &pool in &owned {
        if !cx.world.pool(pool).is_shut_down() {
            cx.world.shut_down(cx.thread, pool);
        }
    }
    let is_joined = |thread: &&crate::sim::Thread| match thread.role {
        ThreadRole::Worker(pool) => owned.contains(&pool),
        _ => thread.process == process && !cx.vm.threads[thread.id.index()].is_daemon,
    };
    let others = cx.world.threads().iter().filter(|thread| thread.id != cx.thread && !thread.has_ended());
    let Some(other) = others.filter(is_joined).map(|thread| thread.id).next() else { return Ok(Flow::Value(Value::None)) };
    cx.world.park(cx.thread, ThreadWait::Join(other), None);
    Ok(Flow::Retry)
}

pub fn process(cx: &Cx<'_>) -> ProcessId {
    cx.world.thread(cx.thread).process
}

fn number(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Int(i64::from(cx.thread.0)))
}

/// `_ident(thread)`
fn ident_of(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Int(ident(thread_id(cx, &args[0])?)))
}

fn get_ident(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Int(ident(cx.thread)))
}

/// `_native_id(thread)`: Linux numbers threads and processes alike.
fn native_id(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let thread = if args[0].is_unset() { cx.thread } else { thread_id(cx, &args[0])? };
    let process = cx.world.process(cx.world.thread(thread).process);
    let id = if process.main_thread == thread { pid(process.id) } else { 5000 + i64::from(thread.0) };
    Ok(Value::Int(id))
}

/// `_object(thread)`: its `Thread` object, or `None` if it has none yet.
fn object(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let thread = thread_id(cx, &args[0])?;
    let object = &cx.vm.threads[thread.index()].object;
    Ok(if object.is_unset() { Value::None } else { object.clone() })
}

fn set_object(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let thread = thread_id(cx, &args[0])?;
    cx.vm.threads[thread.index()].object = args[1].clone();
    Ok(Value::None)
}

/// `_info(thread)`: its name, and whether it is the main thread of its process.
fn info(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let thread = cx.world.thread(thread_id(cx, &args[0])?);
    let is_main = cx.world.process(thread.process).main_thread == thread.id;
    Ok(Value::tuple([Value::from(&*thread.name), Value::Bool(is_main)]))
}

fn rename(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let thread = thread_id(cx, &args[0])?;
    cx.world.rename_thread(thread, args[1].as_str().unwrap_or_default());
    Ok(Value::None)
}

/// `_live()`: the numbers of the threads of this process that have not ended, oldest first.
fn live(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let process = process(cx);
    let live = cx.world.threads().iter().filter(|thread| thread.process == process && !thread.has_ended());
    Ok(Value::list(live.map(|thread| Value::Int(i64::from(thread.id.0))).collect()))
}

/// `_locals()`: the dict in which `threading.local` objects keep what they have in this thread.
fn locals(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let thread = &mut cx.vm.threads[cx.thread.index()];
    if thread.locals.is_unset() {
        thread.locals = Value::from(crate::python::object::DictTable::default());
    }
    Ok(thread.locals.clone())
}

/// `_now()`: the time, without the cost of a look at the clock.
fn now(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Float(cx.world.now(cx.thread).as_secs()))
}

fn getpid(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Int(pid(process(cx))))
}

/// `_switch_interval()`: in seconds.
fn switch_interval(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Float(cx.world.settings.switch_interval.as_secs()))
}

fn set_switch_interval(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.world.settings.switch_interval = Span::from_secs(duration(&args[0])?);
    Ok(Value::None)
}

fn is_gil_enabled(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Bool(!cx.world.settings.free_threaded))
}

pub fn constants(namespace: &Namespace) {
    let core = crate::python::core::core();
    let lock = Value::Obj(core.class(TypeKind::Lock).clone());
    namespace.set(Sym::new("lock"), lock.clone());
    namespace.set(Sym::new("LockType"), lock);
    namespace.set(Sym::new("RLock"), Value::Obj(core.class(TypeKind::RLock).clone()));
    namespace.set(Sym::new("error"), Value::Obj(core.exception(ExceptionKind::RuntimeError).clone()));
    namespace.set(Sym::new("TIMEOUT_MAX"), Value::Float(TIMEOUT_MAX));
}

pub const NATIVES: &[Def] = &[
    Def::new("_start(name, function, args, daemon, object, /)", start).visible(),
    Def::control("_join(thread, deadline, /)", join).visible(),
    Def::control("_join_all()", join_all).visible(),
    Def::new("_has_ended(thread, /)", has_ended).visible(),
    Def::new("_number()", number),
    Def::new("_ident(thread, /)", ident_of),
    Def::new("get_ident()", get_ident),
    Def::new("_native_id(thread=None, /)", native_id),
    Def::new("_object(thread, /)", object),
    Def::new("_set_object(thread, object, /)", set_object),
    Def::new("_info(thread, /)", info),
    Def::new("_rename(thread, name, /)", rename),
    Def::new("_live()", live).visible(),
    Def::new("_locals()", locals),
    Def::new("_now()", now),
    Def::new("_getpid()", getpid),
    Def::new("_switch_interval()", switch_interval),
    Def::new("_set_switch_interval(seconds, /)", set_switch_interval).visible(),
    Def::new("_is_gil_enabled()", is_gil_enabled),
];
