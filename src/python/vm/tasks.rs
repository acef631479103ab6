//! The event loop's turns: running callbacks and steps of tasks, and telling the world how they ended.

use std::rc::Rc;

use crate::python::core::ExceptionKind;
use crate::python::library::asyncio::debug;
use crate::python::native::{Result, Throw};
use crate::python::object::{Obj, Ref, Sym, Value};
use crate::sim::{BadYield, Resume, StepCause, StepEnd, Stop, Turn};
use crate::trace::event::ThreadWait;
use crate::trace::ids::{HandleId, LoopId};

use super::Interpreter;
use super::contexts;
use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::Args;
use super::futures::own_result;
use super::generators::Input;

/// A callback with its arguments and its context, as given to `call_soon` and the like.
#[derive(Clone, Debug)]
pub struct Callback {
    pub function: Value,
    pub args: Vec<Value>,
    /// The context it runs in, or unset.
    pub context: Value,
    /// The `asyncio.Handle` that the program has of it; or, in debug mode, where it was made; or unset.
    pub handle: Value,
}

impl Execution<'_> {
    /// `run_forever`: a frame of its own that takes turns until the loop stops.
    pub(super) fn run_loop(&mut self, event_loop: LoopId) -> Result<()> {
        let mut frame = Box::new(Frame::new(self.vm.glue.run_forever.clone(), self.f.globals.clone()));
        frame.stack.push(Value::Int(i64::from(event_loop.0)));
        self.push_frame(frame, Then::Push)
    }

    /// One turn of the loop whose `run_forever` the innermost frame is. The loop's number is on the stack.
    pub(super) fn loop_turn(&mut self) -> Result<()> {
        if !self.may_act() {
            return Ok(());
        }
        let Value::Int(id) = *self.peek(0) else { unreachable!("the frame knows its loop") };
        let event_loop = LoopId(id as u32);
        self.mark_line();
        let turn = self.world.next_turn(self.thread, event_loop);
        self.acted();
        match turn {
            Turn::Again => {}
            Turn::Wait(until) => {
                self.world.park(self.thread, ThreadWait::Select, until);
                self.end_turn(Stop::Waits);
            }
            Turn::Stopped => return Ok(()),
            Turn::Call { handle, callback, future } => return self.run_callback(handle, callback, future),
            Turn::Step { task, cause } => {
                if let Some((result, future)) = own_result(&cause) {
                    return self.ask_result(&task, result, future);
                }
                let woken_by = match &cause {
                    StepCause::Wakeup(future) => Some(future.clone()),
                    _ => None,
                };
                let resume = self.world.begin_step(self.thread, &task, cause);
                return self.step(&task, resume, woken_by);
            }
        }
        self.f.pc -= 1;
        Ok(())
    }

    /// A task awaited a future whose class has a `result` written in Python: what that says comes next (`task_wakeup`,
    /// Modules/_asynciomodule.c).
    fn ask_result(&mut self, task: &Ref, result: Value, future: Ref) -> Result<()> {
        let depth = self.depth;
        let args = Args { positional: vec![Value::Obj(future)], keyword: Vec::new() };
        match self.call(result, args, Then::OwnResult(task.clone())) {
            Err(throw) if self.depth == depth => self.step_with(task, Err(throw)),
            other => other,
        }
    }

    /// The step of a task after the `result` of what it awaited returned or raised.
    pub(super) fn step_with(&mut self, task: &Ref, result: std::result::Result<(), Throw>) -> Result<()> {
        let cause = result.map_or_else(|throw| StepCause::Error(throw.value()), |()| StepCause::Scheduled);
        let resume = self.world.begin_step(self.thread, task, cause);
        self.step(task, resume, None)
    }

    fn run_callback(&mut self, handle: HandleId, callback: Callback, future: Option<Ref>) -> Result<()> {
        self.f.pc -= 1;
        let mut positional = callback.args;
        positional.extend(future.map(Value::Obj));
        let shown = match callback.handle.obj() {
            None | Some(Obj::List(_)) => {
                let created = if callback.handle.is_unset() { Value::None } else { callback.handle };
                let all: Vec<Value> = [created, callback.function.clone()].into_iter().chain(positional.iter().cloned()).collect();
                Value::tuple(all)
            }
            Some(_) => callback.handle,
        };
        let depth = self.depth;
        self.start_clock();
        contexts::enter(self.vm, self.thread, callback.context);
        let then = Then::Callback(handle, shown.clone());
        let result = self.call(callback.function, Args { positional, keyword: Vec::new() }, then);
        match result {
            Err(throw) if self.depth == depth => self.end_callback(handle, shown, Err(throw)),
            other => other,
        }
    }

    /// A callback returned or raised; an exception goes to the loop's exception handler. `shown` is its handle, or a tuple of where that
    /// was made, the callback and its arguments.
    pub(super) fn end_callback(&mut self, handle: HandleId, shown: Value, result: std::result::Result<(), Throw>) -> Result<()> {
        self.pay();
        contexts::leave(self.vm, self.thread);
        self.world.callback_ended(self.thread, handle);
        self.acted();
        let event_loop = self.turning_loop();
        if let Some(event_loop) = event_loop
            && let Some(seconds) = self.was_slow(event_loop)
        {
            self.log_slow(event_loop, shown.clone(), seconds)?;
        }
        let Err(throw) = result else { return Ok(()) };
        let fatal = [ExceptionKind::KeyboardInterrupt, ExceptionKind::SystemExit];
        match event_loop {
            Some(event_loop) if !fatal.iter().any(|&kind| self.is_exception(&throw.0, kind)) => {
                self.report_callback(event_loop, shown, &throw)
            }
            _ => Err(throw),
        }
    }

    /// Whether the frame is that of a loop's turns.
    pub(super) fn is_loop(&self, frame: &Frame) -> bool {
        Rc::ptr_eq(&frame.code, &self.vm.glue.run_forever)
    }

    /// The loop whose `run_forever` the innermost frame is.
    fn turning_loop(&self) -> Option<LoopId> {
        match self.f.stack.last() {
            Some(Value::Int(id)) => Some(LoopId(*id as u32)),
            _ => None,
        }
    }

    /// Resumes a task's coroutine, after `woken_by` was done if it waited for that.
    fn step(&mut self, task: &Ref, resume: Resume<Interpreter>, woken_by: Option<Ref>) -> Result<()> {
        self.f.pc -= 1;
        let input = match resume {
            Resume::Send => Input::Send(Value::None),
            Resume::Throw(Value::Obj(exception)) => Input::Throw(Throw(exception)),
            Resume::Throw(_) => unreachable!("only exceptions are thrown"),
            Resume::ThrowCancelled(cancellation) => Input::Throw(self.vm.cancelled_error(cancellation)),
        };
        let thrown = match &input {
            Input::Throw(throw) if woken_by.is_some() => {
                // `result()` raised it.
                if woken_by.as_ref().and_then(Ref::as_future).is_some_and(|future| future.state.borrow().is_cancelled()) {
                    self.set_context(throw);
                }
                Value::Obj(throw.0.clone())
            }
            _ => Value::Unset,
        };
        let thread = &mut self.vm.threads[self.thread.index()];
        thread.woken_by = woken_by.map_or(Value::Unset, Value::Obj);
        thread.thrown = thrown;
        let coroutine = task.as_future().map(|future| future.coroutine.borrow().clone()).unwrap_or_default();
        let Some(coroutine) = coroutine.as_ref().cloned() else { unreachable!("a task that steps has its coroutine") };
        let depth = self.depth;
        self.start_clock();
        let context = task.as_future().map(|future| future.context.borrow().clone()).unwrap_or_default();
        contexts::enter(self.vm, self.thread, context);
        match self.resume_with(&coroutine, input, Then::TaskStep(task.clone())) {
            Err(throw) if self.depth == depth => {
                // No frame sees it: whoever asks for the task's result raises it anew.
                self.thrown = None;
                self.task_failed(task, throw)
            }
            other => other,
        }
    }

    fn task_failed(&mut self, task: &Ref, throw: Throw) -> Result<()> {
        let end = if self.is_exception(&throw.0, ExceptionKind::CancelledError) {
            StepEnd::Cancelled(Value::Obj(throw.0))
        } else {
            StepEnd::Raised(Value::Obj(throw.0))
        };
        self.end_step(task, end)
    }

    /// A task's coroutine yielded: a future it waits for, or `None`, which means to be resumed in the next iteration.
    pub(super) fn task_yielded(&mut self, task: &Ref, value: Value) -> Result<()> {
        if let Some(line) = self.vm.awaiting_line(task) {
            self.world.set_line(self.thread, u16::try_from(line).unwrap_or(u16::MAX));
        }
        self.end_step(task, yielded(&value))?;
        self.refuse_yield(task, value)
    }

    /// What is neither a future nor `None` is an error of the task, thrown in its next step.
    fn refuse_yield(&mut self, task: &Ref, value: Value) -> Result<()> {
        if value.is_none() || value.as_ref().is_some_and(|object| object.as_future().is_some()) {
            return Ok(());
        }
        self.report_bad_yield(task, "Task got bad yield", value)
    }

    pub(super) fn end_step(&mut self, task: &Ref, end: StepEnd<Interpreter>) -> Result<()> {
        // What died with the coroutine's frame is dealt with before those who wait for the task are called.
        self.reap();
        self.pay();
        self.leave_context(task);
        let awaited = match &end {
            StepEnd::Yielded(future) => Value::Obj(future.clone()),
            _ => Value::None,
        };
        self.note_end(task, &end);
        let own_cancel = self.take_own_cancel(task, &awaited);
        let result = self.world.end_step(self.thread, task, end);
        self.acted();
        if let Some((cancel, args)) = own_cancel {
            self.call(cancel, Args { positional: args, keyword: Vec::new() }, Then::Drop)?;
        }
        let thread = &mut self.vm.threads[self.thread.index()];
        let over = (std::mem::take(&mut thread.thrown), std::mem::take(&mut thread.woken_by));
        drop(over);
        let event_loop = task.as_future().map(|future| future.state.borrow().event_loop);
        if let Some(event_loop) = event_loop
            && let Some(seconds) = self.was_slow(event_loop)
        {
            self.log_slow(event_loop, Value::Obj(task.clone()), seconds)?;
        }
        self.check_yield(task, result, awaited)?;
        self.reap();
        Ok(())
    }

    /// Notes for later that a task is done.
    fn note_end(&mut self, task: &Ref, end: &StepEnd<Interpreter>) {
        match end {
            StepEnd::YieldedNothing | StepEnd::Yielded(_) | StepEnd::YieldedRefused => return,
            StepEnd::Raised(_) | StepEnd::Fatal(_) => self.vm.note_failed(task),
            StepEnd::Returned(_) | StepEnd::Cancelled(_) => {}
        }
        debug::note_callbacks_of_task(&self.vm.library, &self.f, task);
    }

    /// What is to be called if a task that is to be cancelled awaits a future whose class has a `cancel` written in Python.
    fn take_own_cancel(&self, task: &Ref, awaited: &Value) -> Option<(Value, Vec<Value>)> {
        awaited.as_ref()?.as_future()?.own_method(Sym::new("cancel"))?;
        let mut state = task.as_future()?.state.borrow_mut();
        let part = state.task_mut()?;
        if !std::mem::take(&mut part.must_cancel) {
            return None;
        }
        let message = part.cancel_message.clone().unwrap_or(Value::None);
        let function = self.vm.imported(self.thread, "asyncio.futures", "_cancel_awaited")?;
        Some((function, vec![Value::Obj(task.clone()), awaited.clone(), message]))
    }

    fn check_yield(&mut self, task: &Ref, result: std::result::Result<(), BadYield>, awaited: Value) -> Result<()> {
        match result {
            Ok(()) => Ok(()),
            Err(BadYield::AwaitsItself) => self.report_bad_yield(task, "Task cannot await on itself", Value::Obj(task.clone())),
            Err(BadYield::DifferentLoop) => self.report_bad_yield(task, "attached to a different loop", awaited),
        }
    }

    /// The task keeps the context its step ran in, which it may have begun.
    fn leave_context(&mut self, task: &Ref) {
        let context = contexts::leave(self.vm, self.thread);
        if let Some(future) = task.as_future() {
            future.context.replace(context);
        }
    }

    /// The first step of a task that starts eagerly is over: the task, which may be done already, is what `Task(...)` returns.
    pub(super) fn end_eager_step(&mut self, task: &Ref, previous: Value, end: StepEnd<Interpreter>) -> Result<()> {
        self.pay();
        self.leave_context(task);
        let awaited = match &end {
            StepEnd::Yielded(future) => Value::Obj(future.clone()),
            _ => Value::None,
        };
        if matches!(end, StepEnd::Raised(_) | StepEnd::Fatal(_)) {
            self.vm.note_failed(task);
        }
        let result = self.world.end_eager_step(self.thread, task, end, previous.as_ref());
        self.acted();
        if let Some(future) = task.as_future().filter(|future| future.state.borrow().is_done()) {
            future.coroutine.replace(Value::None);
        }
        // It is the result of `Task(...)`, or of the `__init__` of a subclass.
        let is_own_class = task.as_future().is_some_and(|task| task.class.as_class().is_some_and(|class| !class.builtin));
        self.push(if is_own_class { Value::None } else { Value::Obj(task.clone()) });
        self.reap();
        self.check_yield(task, result, awaited)
    }

    pub(super) fn eager_task_yielded(&mut self, task: &Ref, previous: Value, value: Value) -> Result<()> {
        self.end_eager_step(task, previous, yielded(&value))?;
        self.refuse_yield(task, value)
    }

    /// `await future`: yields it until it is done.
    pub(super) fn await_future(&mut self, object: &Ref) -> Result<()> {
        let future = object.as_future().expect("a future is awaited");
        future.check_initialized()?;
        if !future.state.borrow().is_done() {
            self.pop();
            self.f.pc -= 1;
            return self.yield_value(Value::Obj(object.clone()));
        }
        self.pop();
        let result = self.vm.future_result(object)?;
        self.delegation_done(result)
    }
}

/// What a yield of a task's coroutine means.
fn yielded(value: &Value) -> StepEnd<Interpreter> {
    match value {
        Value::None => StepEnd::YieldedNothing,
        Value::Obj(object) if object.as_future().is_some() => StepEnd::Yielded(object.clone()),
        _ => StepEnd::YieldedRefused,
    }
}
