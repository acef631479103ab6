//! Debug mode: where futures, tasks, handles and coroutines were made.

use crate::python::library::State;
use crate::python::object::{Obj, Ref, Sym, Value};
use crate::python::vm::attributes::special;
use crate::python::vm::traceback::frame::Place;
use crate::python::vm::{Cx, Frame, Interpreter};
use crate::sim::{DoneCallback, Kind};
use crate::trace::ids::LoopId;

/// How many frames of a handle and of a coroutine are kept (`DEBUG_STACK_DEPTH`, Lib/asyncio/constants.py). Those of futures and tasks, which
/// are C code, all are: it calls `traceback.extract_stack` (Modules/_asynciomodule.c).
pub const DEBUG_STACK_DEPTH: usize = 10;

/// The frames from `frame` outwards, innermost last, without the innermost `skip`, which are not counted.
pub fn frames(frame: &Frame, skip: usize, limit: usize) -> Vec<Place> {
    let mut places = Vec::new();
    let mut left = limit.saturating_add(skip);
    for frame in frame.chain() {
        // The frame of a loop's turns stands for `_run_once` and `Handle._run`.
        let frames = if is_python(frame) { 1 } else { 2 * usize::from(&*frame.code.name == "<run_forever>") };
        if left < frames.max(1) {
            break;
        }
        left -= frames;
        if is_python(frame) {
            places.push(Place::new(&frame.code, frame.pc.saturating_sub(1)));
        }
    }
    places.drain(..skip.min(places.len()));
    places.reverse();
    places
}

/// The frames without those of the machine's own codes.
pub fn of_python(frame: &Frame) -> impl Iterator<Item = &Frame> {
    frame.chain().filter(|frame| is_python(frame))
}

fn is_python(frame: &Frame) -> bool {
    !frame.code.source.name.starts_with('<')
}

/// Is the loop in debug mode?
pub fn is_on(library: &State, event_loop: LoopId) -> bool {
    library.slow_callbacks.get(event_loop.index()).is_some_and(Option::is_some)
}

/// Where a task is being made; nothing unless the loop is in debug mode. A loop's own `create_task` is not shown, nor the
/// factory of eager tasks.
pub fn task_created(cx: &Cx<'_>, event_loop: LoopId) -> Vec<Place> {
    if !is_on(&cx.vm.library, event_loop) {
        return Vec::new();
    }
    let makers = ["BaseEventLoop.create_task", "create_eager_task_factory.<locals>.factory"];
    let by_loop = |frame: &Frame| !frame.code.source.user && makers.contains(&&*frame.code.qualname);
    frames(cx.frame, usize::from(of_python(cx.frame).next().is_some_and(by_loop)), usize::MAX)
}

/// Where a future is being made; nothing unless the loop is in debug mode. What the library makes without asking the loop for it shows
/// as if it had: the last frame is that of `create_future`.
pub fn future_created(cx: &Cx<'_>, event_loop: LoopId) -> Vec<Place> {
    if !is_on(&cx.vm.library, event_loop) {
        return Vec::new();
    }
    let mut places = frames(cx.frame, 0, usize::MAX);
    let asks = |frame: &Frame| frame.code.source.user || matches!(&*frame.code.name, "create_future" | "gather");
    if !of_python(cx.frame).next().is_some_and(asks) {
        places.extend(create_future(cx, event_loop));
    }
    places
}

/// Where a handle is being made, as [`super::repr::places`]; unset unless the loop is in debug mode.
pub fn handle_created(cx: &Cx<'_>, event_loop: LoopId) -> Value {
    if !is_on(&cx.vm.library, event_loop) {
        return Value::Unset;
    }
    super::repr::places(&frames(cx.frame, 0, DEBUG_STACK_DEPTH))
}

/// The future is about to be done: its callbacks become handles, which in debug mode know where they were made.
pub fn note_callbacks(cx: &Cx<'_>, future: &Ref) {
    if !cx.vm.library.any_debug() {
        return;
    }
    let mut left = vec![future.clone()];
    while let Some(future) = left.pop() {
        let Some(inner) = future.as_future() else { continue };
        let event_loop = inner.state.borrow().event_loop;
        name_callbacks(&future, || handle_created(cx, event_loop));
        if let Kind::Gathering { children, .. } = &inner.state.borrow().kind {
            left.extend(children.iter().cloned());
        }
    }
}

/// The same for a task whose step ends in the frame of a loop's turns: the innermost Python frame is that of `Handle._run`.
pub fn note_callbacks_of_task(library: &State, frame: &Frame, task: &Ref) {
    let Some(event_loop) = task.as_future().map(|inner| inner.state.borrow().event_loop) else { return };
    if !is_on(library, event_loop) {
        return;
    }
    name_callbacks(task, || {
        let run = Value::tuple([
            Value::from("/usr/lib/python3.14/asyncio/events.py"),
            Value::Int(94),
            Value::from("_run"),
            Value::from(""),
        ]);
        super::repr::places_and(&frames(frame, 0, DEBUG_STACK_DEPTH), run)
    });
}

fn name_callbacks(future: &Ref, created: impl Fn() -> Value) {
    let Some(inner) = future.as_future() else { return };
    for callback in &mut inner.state.borrow_mut().callbacks {
        if let DoneCallback::<Interpreter>::Guest(callback) = callback {
            callback.handle = created();
        }
    }
}

/// The frame of the loop's `create_future`.
fn create_future(cx: &Cx<'_>, event_loop: LoopId) -> Option<Place> {
    let the_loop = &cx.vm.library.loops[event_loop.index()];
    let method = special(the_loop, Sym::new("create_future"))?;
    let Some(Obj::Function(function)) = method.obj() else { return None };
    Some(Place::new(&function.code, 0))
}
