//! The frames that call graphs show (`lib/asyncio/graph.py`).

use crate::python::code::CodeKind;
use crate::python::native::Result;
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, Frame, type_error};

use super::debug::of_python;
use super::future::future;

/// `_async_stack(task)`: the coroutines that a task which waits is in, the task's own first: each awaits the next.
pub(super) fn async_stack(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, inner) = future(&args[0])?;
    let mut frames = Vec::new();
    let mut next = inner.coroutine.borrow().clone();
    while let Some(Obj::Generator(generator)) = next.clone().obj() {
        let frame = generator.frame.borrow();
        let Some(frame) = frame.as_deref() else { break };
        frames.push(entry(frame));
        // What a suspended coroutine awaits is on top of its stack.
        next = frame.stack.last().cloned().unwrap_or_default();
    }
    Ok(Value::list(frames))
}

/// `_own_stack(skip)`: the frames of the current task, innermost first, without the innermost `skip`.
pub(super) fn own_stack(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Value::Int(skip) = args[0] else { return Err(type_error("a number is expected")) };
    let mut frames = Vec::new();
    let mut chain = of_python(cx.frame).skip(skip.try_into().unwrap_or(0)).peekable();
    while let Some(frame) = chain.next() {
        frames.push(entry(frame));
        let resumed_by_loop = chain.peek().is_none_or(|outer| outer.generator.is_unset());
        if !frame.generator.is_unset() && resumed_by_loop {
            break;
        }
    }
    Ok(Value::list(frames))
}

fn entry(frame: &Frame) -> Value {
    let kind = match frame.code.kind {
        CodeKind::Coroutine => "async",
        CodeKind::AsyncGenerator => "async generator",
        CodeKind::Generator => "generator",
        _ => "",
    };
    let line = Value::Int(i64::from(frame.line()));
    let file = Value::from(frame.code.source.name.as_str());
    Value::tuple([file, line, Value::from(&*frame.code.qualname), Value::from(kind)])
}
