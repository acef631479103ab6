//! `contextvars`: the context that a thread executes in. The objects are `lib/contextvars.py`'s; here is when one is entered and left.
//!
//! A context without variables need not be there: it is unset until one is set. A copy shares the variables, for they are a dict that is
//! replaced, never changed (`Context._data`).

use crate::python::native::{Def, Result};
use crate::python::object::{Instance, Obj, Sym, Value};
use crate::trace::ids::ThreadId;

use super::{Cx, Interpreter};

/// A copy of the context: `copy_context()`.
fn copied(context: &Value) -> Value {
    let Some(Obj::Instance(original)) = context.obj() else { return Value::Unset };
    let copy = Instance::new(original.class.clone());
    let data = Sym::new("_data");
    copy.attrs.set(data, original.attrs.get(data).unwrap_or_default());
    Value::from(Obj::Instance(copy))
}

/// The context that an argument `context=` names, or a copy of the present one.
pub fn given_or_copied(cx: &Cx<'_>, given: &Value) -> Value {
    match given {
        Value::Unset | Value::None => copied(&cx.vm.threads[cx.thread.index()].context),
        given => given.clone(),
    }
}

/// Makes `context` the present one until [`leave`].
pub fn enter(vm: &mut Interpreter, thread: ThreadId, context: Value) {
    let thread = &mut vm.threads[thread.index()];
    let outer = std::mem::replace(&mut thread.context, context);
    thread.outer_contexts.push(outer);
}

/// Goes back to the context before the last [`enter`]. Returns the one left.
pub fn leave(vm: &mut Interpreter, thread: ThreadId) -> Value {
    let thread = &mut vm.threads[thread.index()];
    let outer = thread.outer_contexts.pop().unwrap_or_default();
    std::mem::replace(&mut thread.context, outer)
}

/// `_current_context()`: `None` if it has no variables yet.
fn current_context(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let context = &cx.vm.threads[cx.thread.index()].context;
    Ok(if context.is_unset() { Value::None } else { context.clone() })
}

/// `_set_context(context)`: returns the one before.
fn set_context(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let context = if args[0].is_none() { Value::Unset } else { args[0].clone() };
    let before = std::mem::replace(&mut cx.vm.threads[cx.thread.index()].context, context);
    Ok(if before.is_unset() { Value::None } else { before })
}

/// Natives of the private module `_contexts`.
pub const NATIVES: &[Def] = &[Def::new("_current_context()", current_context), Def::new("_set_context(context, /)", set_context)];
