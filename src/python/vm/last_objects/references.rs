//! What an object refers to, in the order in which CPython's collector sees it (`tp_traverse` of its type).

use crate::python::object::extension::Extension;
use crate::python::object::{Exception, Fields, Generator, Obj, Ref, Value};
use crate::python::vm::attributes::own_attrs;
use crate::python::vm::futures::FutureObject;
use crate::python::vm::generators::Input;
use crate::python::vm::tasks::Callback;
use crate::python::vm::{AsyncStep, Cx, Frame, Interpreter};
use crate::sim::{Action, DoneCallback, Kind, State};
use crate::trace::ids::LoopId;

type Visit<'a> = &'a mut dyn FnMut(&Value);

/// Calls `visit` with everything that `object` refers to. What functions find in their modules is left out: the module's names lead there
/// too.
pub fn visit(cx: &Cx<'_>, object: &Ref, visit: Visit<'_>) {
    match &**object {
        // From the end: `list_traverse`, `tuple_traverse`.
        Obj::List(items) => items.borrow().iter().rev().for_each(visit),
        Obj::Tuple(items) => items.iter().rev().for_each(visit),
        Obj::Dict(dict) => {
            for entry in dict.table.borrow().entries() {
                visit(&entry.key);
                visit(&entry.value);
            }
        }
        Obj::Set(set) | Obj::FrozenSet(set) => set.table.borrow().items().for_each(|(_, item)| visit(item)),
        Obj::Cell(value) => visit(&value.borrow()),
        Obj::Method(method) => {
            visit(&method.function);
            visit(&method.receiver);
        }
        Obj::NativeFunction(native) => visit(&native.receiver),
        Obj::Function(function) => {
            function.defaults.borrow().iter().for_each(&mut *visit);
            function.keyword_defaults.borrow().iter().for_each(|(_, value)| visit(value));
            visit_fields(&function.attrs, visit);
            function.closure.iter().for_each(|cell| visit(&Value::Obj(cell.clone())));
        }
        Obj::Class(class) if !class.builtin => class.attrs().iter().for_each(|(_, value)| visit(value)),
        Obj::Instance(instance) => {
            visit_fields(&instance.attrs, visit);
            visit(&instance.payload);
            visit_loop(cx, object, visit);
        }
        Obj::Exception(exception) => visit_exception(exception, visit),
        Obj::Generator(generator) => visit_generator(generator, visit),
        Obj::Future(future) => visit_future(cx.vm, future, visit),
        Obj::AsyncStep(step) => visit_step(step, visit),
        Obj::Extension(extension) => visit_extension(&**extension, visit),
        Obj::StaticMethod(function) | Obj::ClassMethod(function) => visit(function),
        Obj::DictView { dict, .. } => visit(&Value::Obj(dict.clone())),
        _ => {
            if let Some(attrs) = own_attrs(&Value::Obj(object.clone())) {
                visit_fields(attrs, visit);
            }
        }
    }
}

fn visit_fields(fields: &Fields, visit: Visit<'_>) {
    fields.entries().iter().for_each(|(_, value)| visit(value));
}

/// `BaseException_traverse`: with the frames that the traceback leads to.
fn visit_exception(exception: &Exception, visit: Visit<'_>) {
    visit_fields(&exception.attrs, visit);
    visit(&exception.args.borrow());
    for entry in exception.traceback.borrow().iter().rev() {
        visit(&entry.frame.object());
    }
    visit(&exception.cause.borrow());
    visit(&exception.context.borrow());
}

/// `gen_traverse`
fn visit_generator(generator: &Generator, visit: Visit<'_>) {
    if let Some(frame) = &*generator.frame.borrow() {
        visit_frame(frame, visit);
    }
}

/// `_PyFrame_Traverse`: the locals, cells among them, before the operands.
fn visit_frame(frame: &Frame, visit: Visit<'_>) {
    let (locals, operands) = frame.stack.split_at(frame.code.locals.len().min(frame.stack.len()));
    locals.iter().for_each(&mut *visit);
    frame.cells.iter().for_each(|cell| visit(&Value::Obj(cell.clone())));
    operands.iter().for_each(&mut *visit);
    visit(&frame.handled);
}

/// `TaskObj_traverse` and `FutureObj_traverse`
fn visit_future(vm: &Interpreter, future: &FutureObject, visit: Visit<'_>) {
    visit(&future.context.borrow());
    visit(&future.coroutine.borrow());
    let state = future.state.borrow();
    let task = state.task();
    if let Some(waiter) = task.and_then(|task| task.fut_waiter.as_ref()) {
        visit(&Value::Obj(waiter.clone()));
    }
    if let Some(event_loop) = vm.library.loops.get(state.event_loop.index()) {
        visit(event_loop);
    }
    for callback in &state.callbacks {
        match callback {
            DoneCallback::Wakeup(task) => visit(&Value::Obj(task.clone())),
            DoneCallback::Guest(callback) => visit_callback(callback, visit),
        }
    }
    match &state.state {
        State::Finished(Ok(value) | Err(value)) => visit(value),
        State::Cancelled(cancellation) => cancellation.error.iter().for_each(&mut *visit),
        State::Pending => {}
    }
    if let Kind::Gathering { children, .. } = &state.kind {
        children.iter().for_each(|child| visit(&Value::Obj(child.clone())));
    }
    visit_fields(&future.attrs, visit);
}

fn visit_callback(callback: &Callback, visit: Visit<'_>) {
    visit(&callback.function);
    callback.args.iter().rev().for_each(&mut *visit);
    visit(&callback.context);
}

/// Where `object` is an event loop: what waits in `_ready` and `_scheduled`.
fn visit_loop(cx: &Cx<'_>, object: &Ref, visit: Visit<'_>) {
    let is_it = |other: &Value| other.as_ref().is_some_and(|other| Ref::ptr_eq(other, object));
    let Some(number) = cx.vm.library.loops.iter().position(is_it) else { return };
    let event_loop = cx.world.event_loop(LoopId(number as u32));
    event_loop.ready().filter_map(|(_, action)| action).for_each(|action| visit_action(action, visit));
    event_loop.timers().iter().rev().for_each(|(_, _, action)| visit_action(action, visit));
}

fn visit_action(action: &Action<Interpreter>, visit: Visit<'_>) {
    match action {
        Action::Call { callback, .. } => visit_callback(callback, visit),
        Action::Step { task, .. } | Action::Wakeup { task, .. } => visit(&Value::Obj(task.clone())),
        Action::Settle { future, result: Ok(value) | Err(value) } => {
            visit(value);
            visit(&Value::Obj(future.clone()));
        }
    }
}

fn visit_step(step: &AsyncStep, visit: Visit<'_>) {
    visit(&Value::Obj(step.generator.clone()));
    match &*step.input.borrow() {
        Some(Input::Send(value)) => visit(value),
        Some(Input::Throw(throw)) => visit(&Value::Obj(throw.0.clone())),
        None => {}
    }
}

/// A copy asks for all of them.
fn visit_extension(extension: &dyn Extension, visit: Visit<'_>) {
    extension.shell().fill_from(extension, &mut |value| {
        visit(value);
        value.clone()
    });
}
