//! Natives behind event loop objects (`lib/asyncio/base_events.py`): turning the loop, setting callbacks and timers.

use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{GeneratorState, Ref, Sym, Value};
use crate::python::vm::contexts;
use crate::python::vm::{Callback, Cx, error, type_error};
use crate::sim::Handle;
use crate::trace::Span;
use crate::trace::event::Stream;
use crate::trace::ids::{LoopId, ThreadId};

use super::time::duration;

/// A loop's number, as natives are given it.
pub fn loop_id(value: &Value) -> Result<LoopId> {
    match value {
        Value::Int(id) => Ok(LoopId(*id as u32)),
        _ => Err(type_error("an event loop is expected")),
    }
}

fn new_loop(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = cx.world.new_loop();
    debug_assert_eq!(id.index(), cx.vm.library.loops.len());
    cx.vm.library.loops.push(args[0].clone());
    Ok(Value::Int(i64::from(id.0)))
}

fn enter_loop(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    cx.mark_line();
    cx.world.start_loop(cx.thread, id);
    let object = cx.vm.library.loops[id.index()].clone();
    cx.vm.threads[cx.thread.index()].running_loop = object;
    Ok(Value::None)
}

fn leave_loop(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    cx.mark_line();
    cx.world.leave_loop(cx.thread, id);
    cx.vm.threads[cx.thread.index()].running_loop = Value::Unset;
    Ok(Value::None)
}

fn turn_loop(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    Ok(Flow::RunLoop(loop_id(&args[0])?))
}

fn stop_loop(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.world.stop_loop(loop_id(&args[0])?);
    Ok(Value::None)
}

fn close_loop(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.world.close_loop(loop_id(&args[0])?);
    Ok(Value::None)
}

fn loop_state(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let event_loop = cx.world.event_loop(loop_id(&args[0])?);
    Ok(Value::tuple([Value::Bool(event_loop.is_running()), Value::Bool(event_loop.is_closed())]))
}

fn loop_time(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Float(cx.world.look_at_clock(cx.thread).as_secs()))
}

/// The loop object that runs in this thread, or `None`.
fn running_loop(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(match &cx.vm.threads[cx.thread.index()].running_loop {
        Value::Unset => Value::None,
        object => object.clone(),
    })
}

fn check_open(cx: &Cx<'_>, id: LoopId) -> Result<()> {
    if cx.world.event_loop(id).is_closed() {
        return Err(error(ExceptionKind::RuntimeError, "Event loop is closed"));
    }
    Ok(())
}

/// The callback of natives whose parameters end with `function, args, context, handle`.
fn callback(cx: &Cx<'_>, args: &[Value]) -> Callback {
    let [function, positional, context, handle] = args else { unreachable!("four arguments") };
    Callback {
        function: function.clone(),
        args: positional.as_tuple().unwrap_or_default().to_vec(),
        context: contexts::given_or_copied(cx, context),
        handle: handle.clone(),
    }
}

pub fn handle_value(handle: Handle) -> Value {
    let (id, slot) = handle.numbers();
    Value::tuple([Value::Int(i64::from(id)), Value::Int(i64::from(slot))])
}

fn call_soon(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    let callback = callback(cx, &args[1..]);
    check_open(cx, id)?;
    cx.mark_line();
    let handle = cx.world.call_soon(cx.thread, id, callback, None);
    Ok(handle_value(handle))
}

fn call_soon_threadsafe(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    let callback = callback(cx, &args[1..]);
    check_open(cx, id)?;
    cx.mark_line();
    let handle = cx.world.call_soon_threadsafe(cx.thread, id, callback);
    Ok(handle_value(handle))
}

/// `_call_later(loop, delay, function, args, context)`: the clock is looked at, then the timer is set.
fn call_later(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    let callback = callback(cx, &args[2..]);
    check_open(cx, id)?;
    cx.mark_line();
    let when = cx.world.now(cx.thread) + Span::from_secs(duration(&args[1])?);
    let handle = cx.world.call_at(cx.thread, id, when, callback);
    Ok(Value::tuple([handle_value(handle), Value::Float(when.as_secs())]))
}

fn call_at(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    let callback = callback(cx, &args[2..]);
    check_open(cx, id)?;
    cx.mark_line();
    let when = crate::trace::Time(Span::from_secs(duration(&args[1])?).0);
    let handle = cx.world.call_at(cx.thread, id, when, callback);
    Ok(handle_value(handle))
}

/// `_cancel_handle(loop, handle)`
fn cancel_handle(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    let Some([Value::Int(number), Value::Int(key)]) = args[1].as_tuple() else {
        return Err(type_error("a handle is expected"));
    };
    cx.mark_line();
    let handle = Handle::from_numbers(id, (*number as u32, *key as u32));
    Ok(Value::Bool(cx.world.cancel_handle(cx.thread, handle)))
}

/// The thread that calls, for comparisons in debug mode.
fn thread_number(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let ThreadId(number) = cx.thread;
    Ok(Value::Int(i64::from(number)))
}

/// The thread's name.
fn thread_name(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::from(&*cx.world.thread(cx.thread).name))
}

/// `_set_loop_debug(loop, seconds)`: steps and callbacks that take that long are reported; `None` reports nothing.
fn set_loop_debug(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    let limit = if args[1].is_none() { None } else { Some(duration(&args[1])?) };
    let limits = &mut cx.vm.library.slow_callbacks;
    limits.resize(limits.len().max(id.index() + 1), None);
    limits[id.index()] = limit;
    Ok(Value::None)
}

/// `_live_asyncgens(loop)`: the async generators that were begun in the loop and are not done, oldest first.
fn live_asyncgens(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = loop_id(&args[0])?;
    let generators = &cx.vm.library.asyncgens;
    let live = generators.iter().filter(|(owner, _)| *owner == id).filter_map(|(_, weak)| weak.upgrade());
    let open = |generator: &Ref| generator.as_generator().is_some_and(|generator| generator.state.get() != GeneratorState::Closed);
    Ok(Value::list(live.filter(open).map(Value::Obj).collect()))
}

/// `_write_error(text)`: to standard error.
fn write_error(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let text = args[0].as_str().ok_or_else(|| type_error("a text is expected"))?;
    cx.write(Stream::Err, text);
    Ok(Value::None)
}

/// `_loaded_module(name)`: the module, if it was imported.
fn loaded_module(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = args[0].as_str().map(Sym::new).ok_or_else(|| type_error("a name is expected"))?;
    Ok(cx.vm.process(cx.thread).modules.get(&name).cloned().unwrap_or(Value::None))
}

/// `_handled_exception()`: the one that `sys.exception()` gives.
fn handled_exception(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(cx.handled().map_or(Value::None, Value::Obj))
}

pub const NATIVES: &[Def] = &[
    Def::new("_new_loop(loop, /)", new_loop),
    Def::new("_enter_loop(loop, /)", enter_loop).visible(),
    Def::new("_leave_loop(loop, /)", leave_loop).visible(),
    Def::control("_turn_loop(loop, /)", turn_loop).visible(),
    Def::new("_stop_loop(loop, /)", stop_loop).visible(),
    Def::new("_close_loop(loop, /)", close_loop).visible(),
    Def::new("_loop_state(loop, /)", loop_state),
    Def::new("_loop_time()", loop_time),
    Def::new("_get_running_loop()", running_loop),
    Def::new("_call_soon(loop, function, args, context, handle, /)", call_soon).visible(),
    Def::new("_call_soon_threadsafe(loop, function, args, context, handle, /)", call_soon_threadsafe).visible(),
    Def::new("_call_later(loop, delay, function, args, context, handle, /)", call_later).visible(),
    Def::new("_call_at(loop, when, function, args, context, handle, /)", call_at).visible(),
    Def::new("_cancel_handle(loop, handle, /)", cancel_handle).visible(),
    Def::new("_thread_number()", thread_number),
    Def::new("_thread_name()", thread_name),
    Def::new("_set_loop_debug(loop, seconds, /)", set_loop_debug),
    Def::new("_live_asyncgens(loop, /)", live_asyncgens),
    Def::new("_write_error(text, /)", write_error).visible(),
    Def::new("_loaded_module(name, /)", loaded_module),
    Def::new("_handled_exception()", handled_exception),
];
