//! `asyncio.Future` and `asyncio.Task`: the objects around the simulator's futures and tasks, and the natives of `_asyncio`.
//!
//! | file | what |
//! | --- | --- |
//! | [`future`] | `Future`: its methods |
//! | [`task`] | `Task`: its methods, tasks of a loop |
//! | [`waiting`] | futures of `sleep`, `gather` and executors' jobs; what can be awaited |
//! | [`debug`] | where things were made, in debug mode |
//! | [`graph`] | the frames of tasks, for call graphs |
//! | [`repr`] | how futures, tasks and callbacks show |

pub mod debug;
pub mod future;
pub mod graph;
mod queue;
pub mod repr;
pub mod task;
pub mod waiting;

use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::Def;
use crate::python::object::{Namespace, Sym, Value};

pub use future::FUTURE;
pub use repr::future_repr;
pub use task::TASK;

/// The exceptions that the event loop itself raises.
pub fn constants(namespace: &Namespace) {
    let core = crate::python::core::core();
    for kind in [ExceptionKind::CancelledError, ExceptionKind::InvalidStateError] {
        namespace.set(Sym::new(kind.name()), Value::Obj(core.exception(kind).clone()));
    }
    for kind in [TypeKind::Future, TypeKind::Task] {
        namespace.set(Sym::new(kind.name()), Value::Obj(core.class(kind).clone()));
    }
}

/// Natives of the private module `_asyncio`.
pub const NATIVES: &[Def] = &[
    Def::new("_begin_cancel(future, /)", future::begin_cancel).visible(),
    Def::new("_end_cancel(future, any, message, /)", future::end_cancel).visible(),
    Def::new("_sleep_future(loop, delay, result, /)", waiting::sleep_future).visible(),
    Def::new("_gathering_future(class, loop, children, /)", waiting::gathering_future),
    Def::new("_gathering_cancel_requested(future, /)", waiting::gathering_cancel_requested),
    Def::new("_job_future(loop, job, /)", waiting::job_future),
    Def::new("_future_parts(future, /)", repr::future_parts),
    Def::new("_task_parts(task, /)", repr::task_parts),
    Def::new("_coroutine_text(coroutine, /)", repr::coroutine_text),
    Def::new("_function_place(function, /)", repr::function_place),
    Def::new("_qualified_name(function, /)", repr::qualified_name),
    Def::new("_async_stack(task, /)", graph::async_stack),
    Def::new("_own_stack(skip, /)", graph::own_stack),
    Def::new("_stack(skip, /)", repr::stack),
    Def::new("_waiting_tasks(future, /)", task::waiting_tasks),
    Def::new("_queue_error(task, error, /)", task::queue_error).visible(),
    Def::new("_current_task(loop, /)", task::current_task),
    Def::new("_all_tasks(loop, /)", task::all_tasks),
    Def::new("_bare_yield()", waiting::bare_yield),
    Def::new("_new_future(loop=None, /)", future::new_future),
    Def::control("full(self, /)", queue::full),
    Def::control("empty(self, /)", queue::empty),
    Def::new("_wake_next(waiters, /)", queue::wake_next).visible(),
    Def::new("isfuture(obj, /)", waiting::is_future),
    Def::new("iscoroutine(obj, /)", waiting::is_coroutine),
    Def::new("_is_coroutine_function(obj, /)", waiting::is_coroutine_function),
];
