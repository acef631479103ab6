//! What an event loop complains of: callbacks and tasks that failed, steps that took long. The words are `BaseEventLoop`'s
//! (`lib/asyncio/base_events.py`); here is when it is told.

use crate::python::native::{Result, Throw};
use crate::python::object::{Obj, Ref, Sym, Value};
use crate::trace::ids::LoopId;

use super::attributes::special;
use super::execution::Execution;
use super::frame::Then;
use super::functions::Args;
use super::futures::FutureObject;

/// A callback as `_format_callback_source` shows it: `f() at file.py:3`.
pub fn callback_text(function: &Value) -> String {
    let inner = match function.obj() {
        Some(Obj::Method(method)) => &method.function,
        _ => function,
    };
    match inner.obj() {
        Some(Obj::Function(inner)) => {
            let code = &inner.code;
            format!("{}() at {}:{}", code.qualname, code.source.name, code.first_line)
        }
        _ => format!("{}()", super::function_name(function)),
    }
}

impl Execution<'_> {
    /// A callback raised: the loop's exception handler is told. `shown` is its handle, or a tuple of the callback and its arguments.
    pub(super) fn report_callback(&mut self, event_loop: LoopId, shown: Value, throw: &Throw) -> Result<()> {
        self.tell_loop(event_loop, "_report_callback", vec![shown, throw.value()])
    }

    /// A task yielded what it must not: an error is thrown in its next step.
    pub(super) fn report_bad_yield(&mut self, task: &Ref, message: &str, value: Value) -> Result<()> {
        let Some(event_loop) = task.as_future().map(|future| future.state.borrow().event_loop) else { return Ok(()) };
        self.tell_loop(event_loop, "_refuse_yield", vec![Value::Obj(task.clone()), Value::from(message), value])
    }

    /// A future died with an exception that nobody asked for. When the program is over no handler can be called any more; then the
    /// default handler's words are written.
    pub(super) fn report_unretrieved(&mut self, event_loop: LoopId, future: &Ref, message: String, throw: &Throw) -> Result<()> {
        if self.vm.is_finalizing {
            let text = self.vm.future_repr(future);
            let traceback = super::traceback::text(&throw.0);
            self.log_at_end(&format!("{message}\nfuture: {text}\n{traceback}"));
            return Ok(());
        }
        let message = Value::from(message.as_str());
        self.tell_loop(event_loop, "_report_unretrieved", vec![message, Value::Obj(future.clone()), throw.value()])
    }

    /// A task died that was not done (`TaskObj_finalize`, Modules/_asynciomodule.c).
    pub(super) fn report_destroyed(&mut self, event_loop: LoopId, task: &Ref, state: &FutureObject) {
        if let Some(id) = state.state.borrow().task_id() {
            self.world.forget_task(event_loop, id);
        }
        state.attrs.set(Sym::new("_log_destroy_pending"), Value::Bool(false));
        if self.vm.is_finalizing {
            let text = self.vm.future_repr(task);
            self.log_at_end(&format!("Task was destroyed but it is pending!\ntask: {text}\n"));
        } else if let Err(throw) = self.tell_loop(event_loop, "_report_destroyed", vec![Value::Obj(task.clone())]) {
            self.raise(throw);
        }
    }

    /// Logs something when no Python code can be called any more. A record costs a look at the clock.
    fn log_at_end(&mut self, text: &str) {
        self.world.look_at_clock(self.thread);
        self.write_error(text);
    }

    /// The loop begins to run a handle.
    pub(super) fn start_clock(&mut self) {
        self.vm.threads[self.thread.index()].handle_started = self.world.now(self.thread);
    }

    /// In debug mode: how long the handle ran, in seconds, if that is too long (`loop.slow_callback_duration`).
    pub(super) fn was_slow(&self, event_loop: LoopId) -> Option<f64> {
        let limit = (*self.vm.library.slow_callbacks.get(event_loop.index())?)?;
        let started = self.vm.threads[self.thread.index()].handle_started;
        // Two readings of the clock are subtracted: what is just long enough may fall short by a rounding error.
        let taken = self.world.now(self.thread).as_secs() - started.as_secs();
        (taken >= limit).then_some(taken)
    }

    pub(super) fn log_slow(&mut self, event_loop: LoopId, what: Value, seconds: f64) -> Result<()> {
        self.tell_loop(event_loop, "_log_slow", vec![what, Value::Float(seconds)])
    }

    /// Calls a method of the loop object, for its effect.
    pub(super) fn tell_loop(&mut self, event_loop: LoopId, method: &str, positional: Vec<Value>) -> Result<()> {
        let object = self.vm.library.loops[event_loop.index()].clone();
        let Some(function) = special(&object, Sym::new(method)) else { return Ok(()) };
        let positional = std::iter::once(object).chain(positional).collect();
        self.call(function, Args { positional, keyword: Vec::new() }, Then::Drop)
    }
}
