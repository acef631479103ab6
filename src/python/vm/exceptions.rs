//! Exceptions: raising, finding the handler, leaving frames on the way.

use crate::python::code::Op;
use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::exception::TracebackEntry;
use crate::python::object::fault::MAX_DEPTH;
use crate::python::object::{GeneratorState, Obj, Ref, Value};
use crate::sim::{StepEnd, Stop};

use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::Args;
use super::{error, type_error};

impl Execution<'_> {
    /// An exception was raised by the present instruction: goes to its handler, leaving frames that have none.
    pub(super) fn raise(&mut self, mut throw: Throw) {
        let mut again = std::mem::take(&mut self.reraising);
        let thrown = self.thrown.take().is_some_and(|thrown| Ref::ptr_eq(&thrown, &throw.0));
        if !again && !thrown {
            self.set_context(&throw);
        }
        loop {
            if !again {
                self.trace_frame(&throw);
            }
            again = false;
            if self.find_handler(&throw) {
                self.reap();
                return;
            }
            self.pay();
            if self.leaving_shows() && !self.world.may_act(self.thread) {
                self.vm.threads[self.thread.index()].pending = Some(throw);
                self.end_turn(Stop::Sync);
                return;
            }
            self.record_leaving(true);
            let (then, frame) = self.leave_frame();
            throw = self.escaped(&frame, throw);
            self.close_frame(frame);
            let Some(then) = then else {
                self.end_thread(Err(throw));
                return;
            };
            match self.propagate(then, throw) {
                Some(next) => throw = next,
                None => {
                    // The task whose step this was may have died with it.
                    self.reap();
                    return;
                }
            }
        }
    }

    /// Goes on with an exception whose raising was put off.
    pub(super) fn go_on_raising(&mut self, throw: Throw) {
        self.reraising = true;
        self.raise(throw);
    }

    /// The exception being handled becomes the context of a new one (`_PyErr_SetObject`, Python/errors.c).
    pub(super) fn set_context(&self, throw: &Throw) {
        if let Some(Value::Obj(handled)) = self.f.chain().map(|frame| &frame.handled).find(|handled| !handled.is_unset()) {
            link(handled, throw);
        }
    }

    /// The exception comes to the innermost frame, a generator's, from whoever resumed it: its context is what the generator itself is
    /// handling, if anything (`_PyErr_ChainStackItem`, Python/errors.c).
    pub(super) fn chain_thrown(&self, throw: &Throw) {
        if let Value::Obj(handled) = &self.f.handled {
            link(handled, throw);
        }
    }

    fn trace_frame(&mut self, throw: &Throw) {
        if let Some(exception) = throw.0.as_exception() {
            let (code, globals) = (self.f.code.clone(), self.f.globals.clone());
            let entry = TracebackEntry { code, globals, pc: self.f.pc.saturating_sub(1), frame: self.f.keep().clone() };
            exception.traceback.borrow_mut().push(entry);
        }
    }

    /// Goes to the handler of the present instruction, if the innermost frame has one.
    fn find_handler(&mut self, throw: &Throw) -> bool {
        let at = self.f.pc.saturating_sub(1);
        let handler = self.f.code.handlers.iter().find(|handler| (handler.start..handler.end).contains(&at)).copied();
        let Some(handler) = handler else { return false };
        let depth = self.f.code.locals.len() + handler.depth as usize;
        self.f.stack.truncate(depth);
        self.f.pc = handler.target;
        self.push(Value::Obj(throw.0.clone()));
        true
    }

    /// An exception leaves a frame: a `StopIteration` that leaves a generator becomes a `RuntimeError` (PEP 479).
    fn escaped(&self, frame: &Frame, throw: Throw) -> Throw {
        let Some(Obj::Generator(generator)) = frame.generator.obj() else { return throw };
        generator.state.set(GeneratorState::Closed);
        if generator.stands_for.is_some() {
            return throw;
        }
        let kind = Self::kind_name(generator.kind);
        let name = if self.is_exception(&throw.0, ExceptionKind::StopIteration) {
            "StopIteration"
        } else if kind == "async generator" && self.is_exception(&throw.0, ExceptionKind::StopAsyncIteration) {
            "StopAsyncIteration"
        } else {
            return throw;
        };
        let replacement = error(ExceptionKind::RuntimeError, format!("{kind} raised {name}"));
        if let Some(exception) = replacement.0.as_exception() {
            exception.cause.replace(Value::Obj(throw.0.clone()));
            exception.context.replace(Value::Obj(throw.0));
            exception.suppress_context.set(true);
        }
        replacement
    }

    /// What an exception means to the frame that called the one it left; `None` if it ends here.
    fn propagate(&mut self, then: Then, throw: Throw) -> Option<Throw> {
        let stops = self.is_exception(&throw.0, ExceptionKind::StopIteration);
        let result = match then {
            Then::NextItem { target } | Then::NextYield { target } if stops => {
                self.pop();
                self.f.pc = target;
                Ok(())
            }
            Then::NextItemOr(default) | Then::NextYieldOr(default) if stops => {
                self.push(default);
                Ok(())
            }
            Then::DelegateCall if stops => {
                self.f.pc += 1;
                let value = throw.0.as_exception().map_or(Value::None, |exception| exception.arg(0));
                self.delegation_done(value)
            }
            Then::Delegate { thrown } => {
                self.f.pc += 1;
                if thrown {
                    self.chain_thrown(&throw);
                }
                Err(throw)
            }
            Then::DelegateCall => {
                self.f.pc += 1;
                Err(throw)
            }
            Then::AsyncStep { thrown } => {
                if thrown {
                    self.chain_thrown(&throw);
                }
                self.async_step_raised(throw)
            }
            Then::Close if stops || self.is_exception(&throw.0, ExceptionKind::GeneratorExit) => {
                self.push(Value::None);
                Ok(())
            }
            Then::OwnResult(task) => self.step_with(&task, Err(throw)),
            Then::TaskStep(task) => self.task_raised(&task, throw),
            Then::EagerStep(task, previous) => self.eager_task_raised(&task, previous, throw),
            Then::Callback(handle, function) => self.end_callback(handle, function, Err(throw)),
            // What closing a generator raises on purpose.
            Then::Finalizer(_) if stops || self.is_exception(&throw.0, ExceptionKind::GeneratorExit) => Ok(()),
            Then::Finalizer(generator) => {
                self.report_ignored(&generator, &throw);
                Ok(())
            }
            Then::Import(module) => {
                self.forget_module(&module);
                Err(throw)
            }
            _ => Err(throw),
        };
        result.err()
    }

    /// The step of a task ended with an exception.
    fn task_raised(&mut self, task: &Ref, throw: Throw) -> Result<()> {
        let error = Value::Obj(throw.0.clone());
        if self.is_exception(&throw.0, ExceptionKind::CancelledError) {
            return self.end_step(task, StepEnd::Cancelled(error));
        }
        let fatal = [ExceptionKind::KeyboardInterrupt, ExceptionKind::SystemExit];
        if fatal.iter().any(|&kind| self.is_exception(&throw.0, kind)) {
            self.end_step(task, StepEnd::Fatal(error))?;
            return Err(throw);
        }
        self.end_step(task, StepEnd::Raised(error))
    }

    /// The first step of a task that starts eagerly ended with an exception. Those that end the program are raised there, too.
    fn eager_task_raised(&mut self, task: &Ref, previous: Value, throw: Throw) -> Result<()> {
        let error = Value::Obj(throw.0.clone());
        if self.is_exception(&throw.0, ExceptionKind::CancelledError) {
            return self.end_eager_step(task, previous, StepEnd::Cancelled(error));
        }
        let fatal = [ExceptionKind::KeyboardInterrupt, ExceptionKind::SystemExit];
        if fatal.iter().any(|&kind| self.is_exception(&throw.0, kind)) {
            self.end_eager_step(task, previous, StepEnd::Fatal(error))?;
            self.pop();
            return Err(throw);
        }
        self.end_eager_step(task, previous, StepEnd::Raised(error))
    }

    /// Is it an instance of that builtin exception, or of a class that inherits from it?
    pub(super) fn is_exception(&self, exception: &Ref, kind: ExceptionKind) -> bool {
        exception.as_exception().is_some_and(|exception| exception.class.is_subclass_of(self.vm.core.exception(kind)))
    }

    pub(super) fn exception_op(&mut self, op: Op, _base: usize) -> Result<()> {
        match op {
            Op::PushHandled => {
                let exception = self.pop();
                let previous = std::mem::replace(&mut self.f.handled, exception.clone());
                self.push(previous);
                self.push(exception);
            }
            Op::PopHandled => {
                self.f.handled = self.pop();
                self.reap();
            }
            Op::ExceptMatches => {
                let types = self.pop();
                let matches = self.except_matches(self.peek(0), &types, 0)?;
                self.push(Value::Bool(matches));
            }
            Op::Raise(n) => return self.raise_op(n),
            Op::Reraise => {
                let Value::Obj(exception) = self.pop() else { unreachable!("only exceptions are raised again") };
                self.reraising = true;
                return Err(Throw(exception));
            }
            Op::WithExcept => {
                let exception = self.peek(0).clone();
                let exit = self.peek(2).clone();
                let class = super::class_of(&exception);
                let positional = vec![Value::Obj(class), exception.clone(), super::traceback::object(&exception)];
                return self.call(exit, Args { positional, keyword: Vec::new() }, Then::Push);
            }
            Op::ExceptStarMatches => {
                let function = self.vm.prelude("_except_star");
                let positional = self.pop_n(2);
                return self.call(function, Args { positional, keyword: Vec::new() }, Then::Unpack);
            }
            Op::ExceptStarRest => {
                let function = self.vm.prelude("_except_star_rest");
                let positional = self.pop_n(2);
                return self.call(function, Args { positional, keyword: Vec::new() }, Then::Push);
            }
            other => unreachable!("{other:?} is not about exceptions"),
        }
        Ok(())
    }

    fn except_matches(&self, exception: &Value, types: &Value, depth: u32) -> Result<bool> {
        if depth > MAX_DEPTH {
            return Err(error(ExceptionKind::RecursionError, "maximum recursion depth exceeded"));
        }
        if let Some(types) = types.as_tuple() {
            for class in types {
                if self.except_matches(exception, class, depth + 1)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let base = self.vm.core.exception(ExceptionKind::BaseException);
        match types.as_ref() {
            Some(class) if class.is_subclass_of(base) => Ok(super::class_of(exception).is_subclass_of(class)),
            _ => Err(type_error("catching classes that do not inherit from BaseException is not allowed")),
        }
    }

    fn raise_op(&mut self, n: u32) -> Result<()> {
        if n == 0 {
            let handled = self.f.chain().map(|frame| &frame.handled).find(|handled| !handled.is_unset());
            let Some(Value::Obj(handled)) = handled.cloned() else {
                return Err(error(ExceptionKind::RuntimeError, "No active exception to reraise"));
            };
            self.reraising = true;
            return Err(Throw(handled));
        }
        // A class stands for a new instance: it takes the place of the class, and the instruction is executed again.
        for i in 0..n as usize {
            let operand = self.peek(i).clone();
            if matches!(operand.obj(), Some(Obj::Class(_))) && self.is_exception_class(&operand) {
                let above = self.pop_n(i);
                self.pop();
                self.f.pc -= 1;
                let swap = n == 2;
                let then =
                    if above.is_empty() { Then::Push } else { Then::PushBelow(above.into_iter().next().unwrap_or_default()) };
                debug_assert!(swap || matches!(then, Then::Push));
                return self.call(operand, Args { positional: Vec::new(), keyword: Vec::new() }, then);
            }
        }
        let cause = if n == 2 { self.pop() } else { Value::Unset };
        let exception = self.pop();
        let Some(object) = exception.as_ref().filter(|object| object.as_exception().is_some()) else {
            return Err(type_error("exceptions must derive from BaseException"));
        };
        self.set_cause(object, cause)?;
        Err(Throw(object.clone()))
    }

    fn set_cause(&self, object: &Ref, cause: Value) -> Result<()> {
        let Some(exception) = object.as_exception() else { return Ok(()) };
        match &cause {
            Value::Unset => return Ok(()),
            Value::None => drop(exception.cause.replace(Value::Unset)),
            Value::Obj(other) if other.as_exception().is_some() => drop(exception.cause.replace(cause.clone())),
            _ => return Err(type_error("exception causes must derive from BaseException")),
        }
        exception.suppress_context.set(true);
        Ok(())
    }

    fn is_exception_class(&self, class: &Value) -> bool {
        class.as_ref().is_some_and(|class| class.is_subclass_of(self.vm.core.exception(ExceptionKind::BaseException)))
    }

    /// An exception that nobody can catch any more, as `PyErr_WriteUnraisable` reports it.
    pub(super) fn report_ignored(&mut self, generator: &Ref, throw: &Throw) {
        // One that has passed no frame is said to be of the present one.
        if throw.0.as_exception().is_some_and(|exception| exception.traceback.borrow().is_empty()) {
            self.trace_frame(throw);
        }
        let text = super::traceback::ignored("closing generator", &Value::Obj(generator.clone()), &throw.0);
        self.write_error(&text);
    }
}

/// Makes the exception `handled` the context of another one.
fn link(handled: &Ref, throw: &Throw) {
    let Some(exception) = throw.0.as_exception() else { return };
    if Ref::ptr_eq(handled, &throw.0) {
        return;
    }
    // Where the new exception is in the chain already, the chain is cut there, so that it stays one.
    let mut link = handled.clone();
    while let Some(other) = link.as_exception() {
        let Value::Obj(next) = other.context.borrow().clone() else { break };
        if Ref::ptr_eq(&next, &throw.0) {
            other.context.replace(Value::Unset);
            break;
        }
        link = next;
    }
    exception.context.replace(Value::Obj(handled.clone()));
}
