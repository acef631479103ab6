//! Debug mode: where futures, tasks, handles and coroutines were made.

use crate::python::library::State;
use crate::python::object::{Obj, Sym};
use crate::python::vm::attributes::special;
use crate::python::vm::traceback::frame::Place;
use crate::python::vm::{Cx, Frame};
use crate::trace::ids::LoopId;

/// How many frames are kept (`DEBUG_STACK_DEPTH`, Lib/asyncio/constants.py).
pub const DEBUG_STACK_DEPTH: usize = 10;

/// The frames from `frame` outwards, innermost last, without the innermost `skip`.
pub fn frames(frame: &Frame, skip: usize) -> Vec<Place> {
    let mut places = Vec::new();
    let mut left = DEBUG_STACK_DEPTH + skip;
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
    frames(cx.frame, usize::from(of_python(cx.frame).next().is_some_and(by_loop)))
}

/// Where a future is being made; nothing unless the loop is in debug mode. What the library makes without asking the loop for it shows
/// as if it had: the last frame is that of `create_future`.
pub fn future_created(cx: &Cx<'_>, event_loop: LoopId) -> Vec<Place> {
    if !is_on(&cx.vm.library, event_loop) {
        return Vec::new();
    }
    let mut places = frames(cx.frame, 0);
    let asks = |frame: &Frame| frame.code.source.user || matches!(&*frame.code.name, "create_future" | "gather");
    if !of_python(cx.frame).next().is_some_and(asks) {
        places.extend(create_future(cx, event_loop));
    }
    places
}

/// The frame of the loop's `create_future`.
fn create_future(cx: &Cx<'_>, event_loop: LoopId) -> Option<Place> {
    let the_loop = &cx.vm.library.loops[event_loop.index()];
    let method = special(the_loop, Sym::new("create_future"))?;
    let Some(Obj::Function(function)) = method.obj() else { return None };
    Some(Place::new(&function.code, 0))
}
