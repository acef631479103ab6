//! Natives behind `multiprocessing` (`lib/multiprocessing`): starting processes, what goes from one to another, and what they share.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

use crate::python::core::{ExceptionKind, TypeKind, with_core};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Extension, Obj, Ref, Value};
use crate::python::vm::borders::Absent;
use crate::python::vm::{Cx, Then, error, type_error};
use crate::trace::event::{ResourceKind, ThreadRole, ThreadWait};
use crate::trace::ids::{ProcessId, ResourceId};

use super::thread::{deadline, pid, process};

/// What is known of processes beside what the simulator knows.
#[derive(Clone, Default)]
pub struct State {
    /// With what they ended, where they said so.
    exit_codes: BTreeMap<ProcessId, i64>,
}

/// A value on its way from one process to another: a copy that nobody else refers to.
struct Parcel {
    from: ProcessId,
    value: RefCell<Value>,
}

/// What several processes share: a row of values that need no copying.
#[derive(Default)]
struct Cells {
    values: RefCell<Vec<Value>>,
}

/// A pipe: what one process puts in, another one takes out.
struct Channel {
    items: RefCell<VecDeque<Value>>,
    wait: ThreadWait,
    is_closed: Cell<bool>,
}

impl Channel {
    fn new(resource: ResourceId, kind: ResourceKind) -> Channel {
        let wait = ThreadWait::Resource { resource, kind, holder: None };
        Channel { items: RefCell::default(), wait, is_closed: Cell::default() }
    }
}

/// The parts of [`Extension`] that all of these have in common; `$shell` makes an empty one, `$fill` copies the contents.
macro_rules! shared {
    ($type:ident, $shell:expr, $fill:expr) => {
        impl Extension for $type {
            fn class(&self) -> Ref {
                with_core(|core| core.class(TypeKind::Object).clone())
            }

            fn shell(&self) -> Box<dyn Extension> {
                let shell: fn(&$type) -> $type = $shell;
                Box::new(shell(self))
            }

            fn fill_from(&self, original: &dyn Extension, copy: &mut dyn FnMut(&Value) -> Value) {
                let fill: fn(&$type, &$type, &mut dyn FnMut(&Value) -> Value) = $fill;
                if let Some(original) = original.as_any().downcast_ref::<$type>() {
                    fill(self, original, copy);
                }
            }

            fn is_between_processes(&self) -> bool {
                true
            }

            fn as_any(&self) -> &dyn Any {
                self
            }
        }
    };
}

shared!(Parcel, |parcel| Parcel { from: parcel.from, value: RefCell::default() }, |to, from, copy| {
    let value = copy(&from.value.borrow());
    to.value.replace(value);
});
shared!(Cells, |_| Cells::default(), |to, from, copy| {
    let values = from.values.borrow().iter().map(copy).collect();
    to.values.replace(values);
});
shared!(
    Channel,
    |channel| Channel { items: RefCell::default(), wait: channel.wait, is_closed: channel.is_closed.clone() },
    |to, from, copy| {
        let items = from.items.borrow().iter().map(copy).collect();
        to.items.replace(items);
    }
);

fn extension(extension: impl Extension) -> Value {
    Value::from(Obj::Extension(Box::new(extension)))
}

fn of<T: 'static>(value: &Value) -> Result<&T> {
    let found = value.obj().and_then(|object| match object {
        Obj::Extension(extension) => extension.as_any().downcast_ref::<T>(),
        _ => None,
    });
    found.ok_or_else(|| type_error("something that processes share is expected"))
}

fn process_id(cx: &Cx<'_>, value: &Value) -> Result<ProcessId> {
    match value {
        Value::Int(number) if usize::try_from(*number).is_ok_and(|at| at < cx.world.processes().len()) => {
            Ok(ProcessId(*number as u16))
        }
        _ => Err(type_error("a process is expected")),
    }
}

/// `_spawn(name, forks, function, args)`: a new process whose main thread calls `function`. If it is forked, it has copies of everything,
/// these arguments included. Gives its number.
fn spawn(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = args[0].as_str().unwrap_or_default().to_owned();
    cx.mark_line();
    let thread = cx.world.spawn_process(cx.thread, &name, ThreadRole::Main);
    let thread = thread.map_err(|_| error(ExceptionKind::OSError, "[Errno 11] Resource temporarily unavailable"))?;
    let id = cx.world.thread(thread).process;
    let mut call = Value::tuple([args[2].clone(), args[3].clone()]);
    if matches!(args[1], Value::Bool(true)) {
        call = cx.vm.fork_process(cx.thread, &call);
    } else {
        cx.vm.add_process();
    }
    let Some([function, arguments]) = call.as_tuple() else { unreachable!("a copy of a pair is a pair") };
    let arguments = arguments.as_tuple().unwrap_or_default().to_vec();
    cx.vm.start_thread(thread, id, function.clone(), arguments, cx.frame);
    Ok(Value::Int(i64::from(id.0)))
}

/// `_import_main(keep)`: imports the program's own module in a process that was started anew, if the process does not have it. With
/// `keep`, all processes started so get the module as the first of them imported it: that is what a fork server does.
fn import_main(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let keep = matches!(args[0], Value::Bool(true));
    Ok(match cx.vm.import_main(cx.thread, keep) {
        Some(function) => Flow::Call { callable: function, args: Vec::new(), kwargs: Vec::new(), then: Then::Push },
        None => Flow::Value(Value::None),
    })
}

/// `_main_is_imported()`: keeps the modules of this process for those that are started later.
fn main_is_imported(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    cx.vm.keep_modules(cx.thread);
    Ok(Value::None)
}

fn process_number(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Int(i64::from(process(cx).0)))
}

fn pid_of(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Int(pid(process_id(cx, &args[0])?)))
}

/// `_set_exit_code(code)`: of this process.
fn set_exit_code(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Value::Int(code) = args[0] else { return Err(type_error("a number is expected")) };
    let process = process(cx);
    cx.vm.library.processes.exit_codes.insert(process, code);
    Ok(Value::None)
}

/// `_exit_code(process)`: `None` while it runs.
fn exit_code(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = process_id(cx, &args[0])?;
    if !cx.world.process(id).has_ended() {
        return Ok(Value::None);
    }
    Ok(Value::Int(cx.vm.library.processes.exit_codes.get(&id).copied().unwrap_or(0)))
}

/// `_terminate(process, signal)`
fn terminate(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let id = process_id(cx, &args[0])?;
    let Value::Int(signal) = args[1] else { return Err(type_error("a number is expected")) };
    if !cx.world.process(id).has_ended() {
        cx.mark_line();
        cx.vm.library.processes.exit_codes.insert(id, -signal);
        cx.world.terminate(cx.thread, id);
    }
    Ok(Value::None)
}

/// `_join_process(process, deadline)`
fn join_process(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let id = process_id(cx, &args[0])?;
    if cx.world.process(id).has_ended() {
        return Ok(Flow::Value(Value::Bool(true)));
    }
    let deadline = deadline(&args[1])?;
    if deadline.is_some_and(|deadline| cx.world.now(cx.thread) >= deadline) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    cx.mark_line();
    cx.world.park(cx.thread, ThreadWait::JoinProcess(id), deadline);
    Ok(Flow::Retry)
}

/// `_pack(value, at_start=False)`: a parcel with a copy of the value; raises what pickling it would raise.
fn pack(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let from = process(cx);
    cx.vm.check_sendable(&args[0], from, matches!(args[1], Value::Bool(true)))?;
    let value = cx.vm.copy_for(&args[0], from).map_err(|absent| absent.error())?;
    Ok(extension(Parcel { from, value: value.into() }))
}

/// `_unpack(parcel)`: what is in it, as this process sees it.
fn unpack(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let parcel = of::<Parcel>(&args[0])?;
    match cx.vm.copy_for(&parcel.value.borrow(), process(cx)) {
        Ok(value) => Ok(Flow::Value(value)),
        // As unpickling does, it imports the module and tries again.
        Err(Absent::Module(name)) if super::find(&name).is_some() => {
            Ok(cx.call_prelude("_import_and_unpack", vec![Value::from(name.as_str()), args[0].clone()]))
        }
        Err(absent) => Err(absent.error()),
    }
}

/// `_unpack_for(process, parcel)`: what is in it, as that process sees it.
fn unpack_for(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let to = process_id(cx, &args[0])?;
    let parcel = of::<Parcel>(&args[1])?;
    cx.vm.copy_for(&parcel.value.borrow(), to).map_err(|absent| absent.error())
}

/// `_channel(kind)`: a pipe; `kind` says what waiting for it is shown as.
fn channel(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Value::Int(at) = args[0] else { return Err(type_error("a number is expected")) };
    let kind = usize::try_from(at).ok().and_then(|at| ResourceKind::ALL.get(at)).copied().unwrap_or(ResourceKind::Pipe);
    Ok(extension(Channel::new(cx.world.new_resource(), kind)))
}

fn send(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let channel = of::<Channel>(&args[0])?;
    channel.items.borrow_mut().push_back(args[1].clone());
    cx.mark_line();
    cx.world.wake_one(cx.thread, channel.wait);
    Ok(Value::None)
}

/// `_receive(channel, deadline)`: takes what is first in a channel, waiting for it. Gives it in a tuple; `None` if the time is over,
/// an empty tuple if the channel is closed.
fn receive(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let channel = of::<Channel>(&args[0])?;
    if let Some(item) = channel.items.borrow_mut().pop_front() {
        return Ok(Flow::Value(Value::tuple([item])));
    }
    if channel.is_closed.get() {
        return Ok(Flow::Value(Value::tuple([])));
    }
    let deadline = deadline(&args[1])?;
    if deadline.is_some_and(|deadline| cx.world.now(cx.thread) >= deadline) {
        return Ok(Flow::Value(Value::None));
    }
    cx.mark_line();
    cx.world.park(cx.thread, channel.wait, deadline);
    Ok(Flow::Retry)
}

/// `_poll(channel, deadline)`: waits until there is something to receive. Gives whether there is.
fn poll(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let channel = of::<Channel>(&args[0])?;
    if !channel.items.borrow().is_empty() || channel.is_closed.get() {
        return Ok(Flow::Value(Value::Bool(true)));
    }
    let deadline = deadline(&args[1])?;
    if deadline.is_some_and(|deadline| cx.world.now(cx.thread) >= deadline) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    cx.mark_line();
    cx.world.park(cx.thread, channel.wait, deadline);
    Ok(Flow::Retry)
}

fn channel_len(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(of::<Channel>(&args[0])?.items.borrow().len()))
}

fn close_channel(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let channel = of::<Channel>(&args[0])?;
    channel.is_closed.set(true);
    cx.mark_line();
    cx.world.wake_all(cx.thread, channel.wait);
    Ok(Value::None)
}

/// `_cells(values)`: a row of values that processes share.
fn cells(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let values = args[0].as_tuple().unwrap_or_default().to_vec();
    Ok(extension(Cells { values: values.into() }))
}

/// `_get_cells(cells)`: all of them, as a list.
fn get_cells(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::list(of::<Cells>(&args[0])?.values.borrow().clone()))
}

/// `_set_cells(cells, values)`
fn set_cells(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let values = args[1].as_tuple().unwrap_or_default().to_vec();
    of::<Cells>(&args[0])?.values.replace(values);
    Ok(Value::None)
}

/// `_cell(cells, index)`
fn cell(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let values = of::<Cells>(&args[0])?.values.borrow();
    let Value::Int(at) = args[1] else { return Err(type_error("a number is expected")) };
    usize::try_from(at).ok().and_then(|at| values.get(at).cloned()).ok_or_else(|| error(ExceptionKind::IndexError, "invalid index"))
}

/// `_set_cell(cells, index, value)`
fn set_cell(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut values = of::<Cells>(&args[0])?.values.borrow_mut();
    let Value::Int(at) = args[1] else { return Err(type_error("a number is expected")) };
    match usize::try_from(at).ok().and_then(|at| values.get_mut(at)) {
        Some(value) => *value = args[2].clone(),
        None => return Err(error(ExceptionKind::IndexError, "invalid index")),
    }
    Ok(Value::None)
}

pub const NATIVES: &[Def] = &[
    Def::new("_spawn(name, forks, function, args, /)", spawn).visible(),
    Def::control("_import_main(keep, /)", import_main).visible(),
    Def::new("_main_is_imported()", main_is_imported).visible(),
    Def::new("_process_number()", process_number),
    Def::new("_pid(process, /)", pid_of),
    Def::new("_set_exit_code(code, /)", set_exit_code).visible(),
    Def::new("_exit_code(process, /)", exit_code).visible(),
    Def::new("_terminate(process, signal, /)", terminate).visible(),
    Def::control("_join_process(process, deadline, /)", join_process).visible(),
    Def::new("_pack(value, at_start=False, /)", pack),
    Def::control("_unpack(parcel, /)", unpack),
    Def::new("_unpack_for(process, parcel, /)", unpack_for),
    Def::new("_channel(kind, /)", channel),
    Def::new("_send(channel, item, /)", send).visible(),
    Def::control("_receive(channel, deadline, /)", receive).visible(),
    Def::control("_poll(channel, deadline, /)", poll).visible(),
    Def::new("_channel_len(channel, /)", channel_len).visible(),
    Def::new("_close_channel(channel, /)", close_channel).visible(),
    Def::new("_cells(values, /)", cells),
    Def::new("_get_cells(cells, /)", get_cells).visible(),
    Def::new("_set_cells(cells, values, /)", set_cells).visible(),
    Def::new("_cell(cells, index, /)", cell).visible(),
    Def::new("_set_cell(cells, index, value, /)", set_cell).visible(),
];
