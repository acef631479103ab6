//! What `lib/asyncio/queues.py` asks all the time, with every `put` and `get`.

use crate::python::native::{Flow, Result};
use crate::python::object::{Obj, Sym, Value};
use crate::python::vm::{Cx, Then, type_error};

use super::future::{future, set_result};

/// `Queue.full()`
pub(super) fn full(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match (attribute(&args[0], "_maxsize"), items(&args[0])) {
        (Some(Value::Int(maxsize)), Some(len)) => Ok(Flow::Value(Value::Bool(maxsize > 0 && len as i64 >= maxsize))),
        _ => in_python(cx, "_is_full", &args[0]),
    }
}

/// `Queue.empty()`
pub(super) fn empty(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match items(&args[0]) {
        Some(len) => Ok(Flow::Value(Value::Bool(len == 0))),
        None => in_python(cx, "_is_empty", &args[0]),
    }
}

/// How many items the queue has, unless a class of the program keeps them in a way of its own.
fn items(queue: &Value) -> Option<usize> {
    match attribute(queue, "_queue")?.obj()? {
        Obj::List(items) => Some(items.borrow().len()),
        _ => None,
    }
}

fn attribute(queue: &Value, name: &str) -> Option<Value> {
    match queue.obj()? {
        Obj::Instance(instance) => instance.attrs.get(Sym::new(name)),
        _ => None,
    }
}

fn in_python(cx: &Cx<'_>, function: &str, queue: &Value) -> Result<Flow> {
    let callable = cx.vm.imported(cx.thread, "asyncio.queues", function).ok_or_else(|| type_error("a queue is expected"))?;
    Ok(Flow::Call { callable, args: vec![queue.clone()], kwargs: Vec::new(), then: Then::Push })
}

/// `_wake_next(waiters)`: gives the first future of a list that is not done its result, `None`, and takes it off the list with those before
/// it (`Queue._wakeup_next`, Lib/asyncio/queues.py).
pub(super) fn wake_next(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(Obj::List(waiters)) = args[0].obj() else { return Err(type_error("a list of futures is expected")) };
    let next = {
        let mut waiters = waiters.borrow_mut();
        let passed = waiters.iter().position(is_pending).map_or(waiters.len(), |first| first + 1);
        waiters.drain(..passed).next_back().filter(is_pending)
    };
    match next {
        Some(waiter) => set_result(cx, &[waiter, Value::None]),
        None => Ok(Value::None),
    }
}

fn is_pending(waiter: &Value) -> bool {
    future(waiter).is_ok_and(|(_, inner)| !inner.state.borrow().is_done())
}
