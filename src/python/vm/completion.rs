//! Leaving a frame: what its result means to the frame that called or resumed it.

use crate::python::code::{CodeKind, Op};
use crate::python::core::ExceptionKind;
use crate::python::native::Result;
use crate::python::object::{GeneratorState, Obj, Value};
use crate::sim::StepEnd;
use crate::trace::{Span, What};

use super::execution::Execution;
use super::frame::{Attempt, Fallback, Frame, OperatorCall, Then};
use super::functions::Args;
use super::{error, type_error, type_name};

/// A call of a plain function that takes so long is shown: less cannot be seen beside the waits that programs are about.
const LONG_CALL: Span = Span(50_000);
/// Calls with more frames around them are not shown, so that deep recursion does not fill the trace.
const DEEPEST_LONG_CALL: u32 = 32;

/// How a frame was left.
pub enum Left {
    Returned(Value),
    Yielded(Value),
}

impl Execution<'_> {
    pub(super) fn return_op(&mut self) -> Result<()> {
        if self.f.is_plain_call()
            && !self.took_long()
            && let Some(back) = self.f.back.take()
        {
            let value = self.pop();
            let frame = std::mem::replace(&mut self.f, back);
            self.depth -= 1;
            self.vm.spare.put(frame);
            self.give(value);
            return Ok(());
        }
        if self.leaving_shows() && !self.may_act() {
            return Ok(());
        }
        let value = self.pop();
        self.record_leaving(false);
        let (then, frame) = self.leave_frame();
        self.close_frame(frame);
        match then {
            Some(then) => self.complete_frame(then, Left::Returned(value))?,
            None => self.end_thread(Ok(value)),
        }
        self.reap();
        Ok(())
    }

    /// Can others notice that the frame is left? A call that the trace shows ends, or a task's step.
    pub(super) fn leaving_shows(&self) -> bool {
        let f = &self.f;
        f.call.is_some()
            || self.is_long_call()
            || matches!(f.then, Then::TaskStep(_) | Then::EagerStep(..) | Then::Callback(..))
            || f.back.is_none()
    }

    /// Is it long ago that the innermost frame was called or resumed?
    #[inline(always)]
    fn took_long(&self) -> bool {
        self.now().0 - self.f.began.0 >= LONG_CALL.0
    }

    /// Is the innermost frame a call that the trace shows because it took long?
    fn is_long_call(&self) -> bool {
        let code = &self.f.code;
        self.took_long()
            && self.f.call.is_none()
            && code.kind == CodeKind::Function
            && code.source.user
            && self.depth <= DEEPEST_LONG_CALL
    }

    /// Records that the innermost frame is left for good, if the trace shows its call.
    pub(super) fn record_leaving(&mut self, raised: bool) {
        let call = self.f.call;
        if call.is_none() && !self.is_long_call() {
            return;
        }
        self.pay();
        self.mark_line();
        let (name, began, from_line) = (&self.f.code.name, self.f.began.into(), self.line_of_call());
        self.world.record(self.thread, |strings| match call {
            Some(call) => What::CallReturned { call, raised },
            None => What::FunctionDone { function: strings.intern(name), began, from_line, raised },
        });
        self.acted();
    }

    /// Makes the calling frame the innermost one. `None` if there is none.
    pub(super) fn leave_frame(&mut self) -> (Option<Then>, Box<Frame>) {
        let Some(back) = self.f.back.take() else {
            let rest = Box::new(Frame::new(self.vm.glue.call.clone(), self.f.globals.clone()));
            return (None, std::mem::replace(&mut self.f, rest));
        };
        let then = std::mem::replace(&mut self.f.then, Then::Push);
        self.depth -= 1;
        (Some(then), std::mem::replace(&mut self.f, back))
    }

    /// Drops what a frame that is done refers to, and keeps it for the next call. Its variables live on if a traceback knows the frame. The
    /// caller is the innermost frame again.
    pub(super) fn close_frame(&mut self, mut frame: Box<Frame>) {
        if let Some(kept) = frame.kept.take().filter(|kept| !kept.is_unknown()) {
            frame.stack.truncate(frame.code.locals.len());
            let variables = frame.stack.drain(..).chain(frame.cells.drain(..).map(Value::Obj));
            kept.fill(self.f.keep(), variables);
        }
        if let Some(Obj::Generator(generator)) = frame.generator.obj() {
            generator.state.set(GeneratorState::Closed);
        }
        self.vm.spare.put(frame);
    }

    /// The result of something that is not a frame (a native function, a new generator) goes where `then` says.
    pub(super) fn complete(&mut self, then: Then, value: Value) -> Result<()> {
        match then {
            Then::Push => {
                self.push(value);
                Ok(())
            }
            then => self.complete_frame(then, Left::Returned(value)),
        }
    }

    /// A frame was left, its caller is the innermost frame again.
    pub(super) fn complete_frame(&mut self, then: Then, left: Left) -> Result<()> {
        let value = match left {
            Left::Yielded(value) => return self.complete_yield(then, value),
            Left::Returned(value) => value,
        };
        match then {
            Then::Push => self.push(value),
            Then::PushBelow(above) => self.f.stack.extend([value, above]),
            Then::PushMethod => self.f.stack.extend([value, Value::Unset]),
            Then::Unpack => self.f.stack.extend(value.as_tuple().unwrap_or_default().iter().cloned()),
            Then::Iterator => return self.check_iterator(value),
            Then::JumpOrPop { wanted, target } => self.complete_jump(&value, wanted, target)?,
            Then::Payload(call) => return self.wrap_payload(*call, value),
            Then::SetClassCell(cell) => self.complete_class_cell(&cell, value),
            Then::Drop | Then::Finalizer(_) => drop(value),
            Then::Truth { negated } => self.push(Value::Bool(bool_answer(&value)? != negated)),
            Then::Str(method) => {
                if value.payload().as_str().is_none() {
                    return Err(type_error(format!("{method} returned non-string (type {})", type_name(&value))));
                }
                self.push(value);
            }
            Then::Length => {
                let length = super::operators::length_from(&value)?;
                self.push(Value::Int(length));
            }
            Then::Init(instance) => {
                if !value.is_none() {
                    return Err(type_error(format!("__init__() should return None, not '{}'", type_name(&value))));
                }
                self.push(instance);
            }
            Then::New(new) => return self.initialize(*new, value),
            Then::Operator(call) => return self.complete_operator(*call, value),
            Then::Prepared(function, body) => return self.prepared(&function, *body, &value),
            Then::Class(body) => return self.finish_class(*body, value),
            Then::NextItem { .. } => self.push(value),
            Then::NextYield { target } => {
                self.pop();
                self.f.pc = target;
            }
            Then::Send => return Err(self.stop_iteration(value)),
            Then::NextYieldOr(default) => self.push(default),
            Then::NextItemOr(_) => self.push(value),
            Then::DelegateCall => return self.yield_value(value),
            Then::Awaitable => return self.check_awaitable(value),
            Then::Close => self.push(value),
            Then::Delegate { .. } => {
                self.pop();
                self.f.pc += 1;
                self.push(value);
            }
            Then::AsyncStep { .. } => return self.async_step_returned(),
            Then::OwnResult(task) => return self.step_with(&task, Ok(())),
            Then::TaskStep(task) => return self.end_step(&task, StepEnd::Returned(value)),
            Then::EagerStep(task, previous) => return self.end_eager_step(&task, previous, StepEnd::Returned(value)),
            Then::Callback(handle, function) => return self.end_callback(handle, function, Ok(())),
            Then::Import(_) => {}
        }
        Ok(())
    }

    fn complete_yield(&mut self, then: Then, value: Value) -> Result<()> {
        match then {
            Then::Delegate { .. } => return self.yield_value(value),
            Then::AsyncStep { .. } => return self.async_step_yielded(value),
            Then::TaskStep(task) => return self.task_yielded(&task, value),
            Then::EagerStep(task, previous) => return self.eager_task_yielded(&task, previous, value),
            Then::Close => return Err(error(ExceptionKind::RuntimeError, "generator ignored GeneratorExit")),
            Then::Finalizer(_) => drop(value),
            Then::NextYield { .. } | Then::Send | Then::NextYieldOr(_) => self.push(value),
            other => unreachable!("{other:?} does not resume a generator"),
        }
        Ok(())
    }

    fn check_iterator(&mut self, value: Value) -> Result<()> {
        let is_iterator = matches!(value.obj(), Some(Obj::Iterator(_) | Obj::Generator(_)))
            || super::attributes::special(&value, self.vm.names.next).is_some();
        if !is_iterator {
            return Err(type_error(format!("iter() returned non-iterator of type '{}'", type_name(&value))));
        }
        self.push(value);
        Ok(())
    }

    fn complete_jump(&mut self, answer: &Value, wanted: bool, target: u32) -> Result<()> {
        if bool_answer(answer)? == wanted {
            self.f.pc = target;
        } else {
            self.drop_n(1);
        }
        Ok(())
    }

    /// What `__await__` or `__anext__` gave.
    fn check_awaitable(&mut self, value: Value) -> Result<()> {
        let is_coroutine = matches!(value.obj(), Some(Obj::Generator(generator)) if generator.kind == CodeKind::Coroutine);
        let is_iterator = matches!(value.obj(), Some(Obj::Generator(_) | Obj::Future(_) | Obj::AsyncStep(_) | Obj::Iterator(_)))
            || super::attributes::special(&value, self.vm.names.next).is_some();
        let from_next = self.f.code.ops.get(self.f.pc as usize - 1) == Some(&Op::GetAsyncNext);
        if from_next && !is_coroutine && !matches!(value.obj(), Some(Obj::Future(_) | Obj::AsyncStep(_))) {
            let method = super::attributes::special(&value, self.vm.names.await_).ok_or_else(|| {
                type_error(format!("'async for' received an invalid object from __anext__: {}", type_name(&value)))
            })?;
            return self.call(method, Args { positional: vec![value], keyword: Vec::new() }, Then::Push);
        }
        if !is_coroutine && !is_iterator {
            return Err(type_error(format!("__await__() returned non-iterator of type '{}'", type_name(&value))));
        }
        self.push(value);
        Ok(())
    }

    fn complete_operator(&mut self, call: OperatorCall, value: Value) -> Result<()> {
        if matches!(value, Value::NotImplemented) {
            return self.try_operator(call);
        }
        if call.negates {
            // Any object may be the answer of `__eq__`: it counts as its truth.
            return match super::operators::native_truth(&value) {
                Some(truth) => {
                    self.push(Value::Bool(!truth));
                    Ok(())
                }
                None => self.truth(value, Then::Truth { negated: true }),
            };
        }
        self.push(value);
        Ok(())
    }

    /// Tries the next method that may implement an operator.
    pub(super) fn try_operator(&mut self, mut call: OperatorCall) -> Result<()> {
        if let Some(Attempt { method, receiver, argument, negates }) = call.rest.pop() {
            call.negates = negates;
            let args = Args { positional: vec![receiver, argument], keyword: Vec::new() };
            return self.call(method, args, Then::Operator(Box::new(call)));
        }
        let (left, right) = (type_name(&call.left), type_name(&call.right));
        match call.fallback {
            Fallback::Identity => self.push(Value::Bool(call.left.is(&call.right))),
            Fallback::NotIdentity => self.push(Value::Bool(!call.left.is(&call.right))),
            Fallback::Unsupported(op) => {
                return Err(type_error(format!("unsupported operand type(s) for {op}: '{left}' and '{right}'")));
            }
            Fallback::Unordered(op) => {
                return Err(type_error(format!("'{op}' not supported between instances of '{left}' and '{right}'")));
            }
        }
        Ok(())
    }

    /// The bottom frame was left: the thread is done.
    pub(super) fn end_thread(&mut self, result: std::result::Result<Value, crate::python::native::Throw>) {
        self.pay();
        self.thread_ended(result);
    }

    pub(super) fn stop_iteration(&self, value: Value) -> crate::python::native::Throw {
        let args = if value.is_none() { Vec::new() } else { vec![value] };
        super::raise(ExceptionKind::StopIteration, args)
    }

    /// Whether the frame belongs to a coroutine, for messages.
    pub(super) fn kind_name(kind: CodeKind) -> &'static str {
        match kind {
            CodeKind::Coroutine => "coroutine",
            CodeKind::AsyncGenerator => "async generator",
            _ => "generator",
        }
    }
}

/// What `__bool__` gave.
fn bool_answer(value: &Value) -> Result<bool> {
    match value {
        Value::Bool(truth) => Ok(*truth),
        _ => Err(type_error(format!("__bool__ should return bool, returned {}", type_name(value)))),
    }
}
