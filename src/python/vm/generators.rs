//! Generators, coroutines and async generators: resuming, yielding, delegating, closing.

use crate::python::code::{AwaitContext, CodeKind, Op};
use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::exception::TracebackEntry;
use crate::python::object::{Generator, GeneratorState, Iter, Obj, Ref, Value};

#[cfg(doc)]
use super::Interpreter;
use super::async_generators::AWAIT_STEP;
use super::completion::Left;
use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::Args;
use super::{error, type_error, type_name};

/// What a generator is resumed with.
#[derive(Clone, Debug)]
pub enum Input {
    Send(Value),
    Throw(Throw),
}

impl Ref {
    pub fn as_generator(&self) -> Option<&Generator> {
        match &**self {
            Obj::Generator(generator) => Some(generator),
            _ => None,
        }
    }
}

impl Execution<'_> {
    /// Resumes a generator; `then` says what its yield or its end means to the present frame.
    pub(super) fn resume_with(&mut self, object: &Ref, input: Input, then: Then) -> Result<()> {
        let generator = object.as_generator().expect("only generators are resumed");
        match generator.state.get() {
            GeneratorState::Running => {
                let kind = Self::kind_name(generator.kind);
                return Err(error(ExceptionKind::ValueError, format!("{kind} already executing")));
            }
            GeneratorState::Closed => return self.resume_closed(generator, input, then),
            GeneratorState::Created | GeneratorState::Suspended => {}
        }
        let fresh = generator.state.get() == GeneratorState::Created;
        if let (true, Input::Send(value)) = (fresh, &input)
            && !value.is_none()
        {
            let kind = Self::kind_name(generator.kind);
            return Err(type_error(format!("can't send non-None value to a just-started {kind}")));
        }
        let mut frame = generator.frame.take().expect("a generator that does not run has its frame");
        let input = match input {
            Input::Throw(throw) if fresh && hand_to_step(&frame, &throw) => Input::Send(Value::None),
            input => input,
        };
        if let (true, Input::Throw(throw)) = (fresh, &input) {
            // It ends before its first instruction.
            generator.state.set(GeneratorState::Closed);
            if let Some(exception) = throw.0.as_exception() {
                let (code, globals) = (frame.code.clone(), frame.globals.clone());
                let entry = TracebackEntry { code, globals, pc: TracebackEntry::NOT_BEGUN, frame: frame.keep().clone() };
                exception.traceback.borrow_mut().push(entry);
            }
            self.thrown = Some(throw.0.clone());
            return Err(throw.clone());
        }
        frame.generator = Value::Obj(object.clone());
        generator.state.set(GeneratorState::Running);
        if let Err(throw) = self.push_frame(frame, then) {
            generator.state.set(GeneratorState::Closed);
            return Err(throw);
        }
        match generator.kind {
            CodeKind::Coroutine if fresh => self.begin_coroutine_call(generator),
            CodeKind::AsyncGenerator if fresh => self.begin_async_generator(object),
            _ => {}
        }
        match input {
            Input::Send(value) if !fresh => self.push(value),
            Input::Send(_) => {}
            Input::Throw(throw) => return self.throw_into(throw),
        }
        Ok(())
    }

    /// Resumes a generator of which a `for` loop wants the next item.
    pub(super) fn next_of_generator(&mut self, object: &Ref, target: u32) -> Result<()> {
        let generator = object.as_generator().expect("only generators are resumed");
        if generator.state.get() != GeneratorState::Suspended || generator.kind != CodeKind::Generator {
            return self.resume_with(object, Input::Send(Value::None), Then::NextYield { target });
        }
        let mut frame = generator.frame.take().expect("a generator that does not run has its frame");
        frame.stack.push(Value::None);
        frame.generator = Value::Obj(object.clone());
        generator.state.set(GeneratorState::Running);
        let pushed = self.push_frame(frame, Then::NextYield { target });
        if pushed.is_err() {
            generator.state.set(GeneratorState::Closed);
        }
        pushed
    }

    /// The first step of a coroutine: the trace shows the call.
    fn begin_coroutine_call(&mut self, generator: &Generator) {
        if generator.code.source.user {
            let call = self.record_call(&generator.code.clone(), self.line_of_call());
            self.f.call = Some(call);
        }
    }

    fn resume_closed(&mut self, generator: &Generator, input: Input, then: Then) -> Result<()> {
        match input {
            _ if generator.kind == CodeKind::Coroutine && !matches!(then, Then::Close) => {
                Err(error(ExceptionKind::RuntimeError, "cannot reuse already awaited coroutine"))
            }
            Input::Send(_) => self.complete_frame(then, Left::Returned(Value::None)),
            Input::Throw(_) if matches!(then, Then::Close) => self.complete_frame(then, Left::Returned(Value::None)),
            Input::Throw(throw) => {
                self.thrown = Some(throw.0.clone());
                Err(throw)
            }
        }
    }

    /// An exception is thrown into the generator whose frame is now the innermost: where it delegates, into what it delegates to.
    fn throw_into(&mut self, throw: Throw) -> Result<()> {
        let delegates = self.f.code.ops.get(self.f.pc as usize) == Some(&Op::YieldFrom);
        if !delegates {
            return self.thrown(throw);
        }
        let inner = self.peek(0).clone();
        if let Some(object) = inner.as_ref() {
            match &**object {
                Obj::Generator(_) => return self.delegate(object, Input::Throw(throw)),
                Obj::AsyncStep(step) => return self.throw_into_async_step(step, throw),
                Obj::Instance(_) if self.is_exception(&throw.0, ExceptionKind::GeneratorExit) => {
                    // Closing it is all: its answer does not matter, the exit goes on (`gen_close_iter`, Objects/genobject.c).
                    self.f.pc += 1;
                    if super::attributes::special(&inner, self.vm.names.close).is_some() {
                        let function = self.vm.prelude("_close_and_raise");
                        let positional = vec![inner, Value::Obj(throw.0)];
                        return self.call(function, Args { positional, keyword: Vec::new() }, Then::Push);
                    }
                    return Err(throw);
                }
                Obj::Instance(_) => {
                    if let Some(method) = super::attributes::special(&inner, self.vm.names.throw) {
                        let positional = vec![inner.clone(), Value::Obj(throw.0)];
                        return self.call(method, Args { positional, keyword: Vec::new() }, Then::DelegateCall);
                    }
                }
                _ => {}
            }
        }
        // Futures and native iterators have nothing to do before it: it is raised at the `YieldFrom`.
        self.f.pc += 1;
        self.thrown(throw)
    }

    /// The innermost frame, a generator's, is to raise what was thrown into it.
    fn thrown(&mut self, throw: Throw) -> Result<()> {
        self.chain_thrown(&throw);
        self.thrown = Some(throw.0.clone());
        Err(throw)
    }

    /// Resumes what the innermost frame delegates to; its `pc` is at the `YieldFrom`. An error of a generator that refuses belongs to
    /// that instruction.
    fn delegate(&mut self, object: &Ref, input: Input) -> Result<()> {
        let depth = self.depth;
        let then = Then::Delegate { thrown: matches!(input, Input::Throw(_)) };
        let result = self.resume_with(object, input, then);
        if result.is_err() && self.depth == depth {
            self.f.pc += 1;
        }
        result
    }

    pub(super) fn yield_op(&mut self) -> Result<()> {
        let value = self.pop();
        if matches!(self.f.then, Then::NextYield { .. })
            && self.f.call.is_none()
            && let Some(back) = self.f.back.take()
        {
            self.depth -= 1;
            let frame = std::mem::replace(&mut self.f, back);
            suspend(frame);
            self.produce(value);
            return Ok(());
        }
        self.yield_value(value)
    }

    /// Leaves the innermost frame, which belongs to a generator, for the time being.
    pub(super) fn yield_value(&mut self, value: Value) -> Result<()> {
        let call = self.f.call.take();
        let (then, mut frame) = self.leave_frame();
        frame.call = call;
        if let Some(Then::Finalizer(object)) = &then {
            // A dead generator is closed only once: it does not go on.
            if let Some(generator) = object.as_generator() {
                generator.state.set(GeneratorState::Closed);
            }
            self.report_ignored(object, &error(ExceptionKind::RuntimeError, "generator ignored GeneratorExit"));
        } else {
            suspend(frame);
        }
        let then = then.expect("a generator was resumed by someone");
        self.complete_frame(then, Left::Yielded(value))
    }

    /// One step of `await` or `yield from`: see [`Op::YieldFrom`].
    pub(super) fn yield_from(&mut self) -> Result<()> {
        let inner = self.peek(1).clone();
        let Some(object) = inner.as_ref() else { return Err(not_an_iterator(&inner)) };
        match &**object {
            Obj::Generator(generator) => {
                let shows = generator.state.get() == GeneratorState::Created && generator.code.source.user;
                if shows && !self.may_act() {
                    return Ok(());
                }
                let sent = self.pop();
                self.f.pc -= 1;
                self.delegate(object, Input::Send(sent))
            }
            Obj::Future(_) => self.await_future(object),
            Obj::AsyncStep(step) => self.drive_async_step(object, step),
            Obj::Iterator(iter) => {
                let next = iter.borrow_mut().next()?;
                self.pop();
                match next {
                    Some(item) => {
                        self.f.pc -= 1;
                        self.yield_value(item)
                    }
                    None => self.delegation_done(Value::None),
                }
            }
            Obj::Instance(_) => {
                let sent = self.pop();
                self.f.pc -= 1;
                let (name, args) = if sent.is_none() { (self.vm.names.next, vec![]) } else { (self.vm.names.send, vec![sent]) };
                let method = super::attributes::special(&inner, name).ok_or_else(|| not_an_iterator(&inner))?;
                let positional = std::iter::once(inner).chain(args).collect();
                self.call(method, Args { positional, keyword: Vec::new() }, Then::DelegateCall)
            }
            _ => Err(not_an_iterator(&inner)),
        }
    }

    /// What is delegated to is done, and on top of the stack; its result takes its place.
    pub(super) fn delegation_done(&mut self, result: Value) -> Result<()> {
        self.pop();
        self.push(result);
        Ok(())
    }

    pub(super) fn async_op(&mut self, op: Op) -> Result<()> {
        match op {
            Op::YieldItem => self.yield_item(),
            Op::GetYieldFromIter => match self.peek(0).obj() {
                Some(Obj::Future(future)) => future.check_initialized(),
                Some(Obj::Generator(generator)) if generator.kind == CodeKind::Generator => Ok(()),
                Some(Obj::Generator(generator)) if generator.kind == CodeKind::Coroutine && generator.awaited.get() => Ok(()),
                Some(Obj::Generator(generator)) if generator.kind == CodeKind::Coroutine => {
                    Err(type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"))
                }
                _ => self.get_iter(),
            },
            Op::GetAwaitable(context) => self.get_awaitable(context),
            Op::GetAsyncIter => {
                let iterable = self.pop();
                if matches!(iterable.obj(), Some(Obj::Generator(generator)) if generator.kind == CodeKind::AsyncGenerator) {
                    self.push(iterable);
                    return Ok(());
                }
                let method = super::attributes::special(&iterable, self.vm.names.aiter).ok_or_else(|| {
                    let name = type_name(&iterable);
                    type_error(format!("'async for' requires an object with __aiter__ method, got {name}"))
                })?;
                self.call(method, Args { positional: vec![iterable], keyword: Vec::new() }, Then::Push)
            }
            Op::GetAsyncNext => self.get_async_next(),
            Op::EndAsyncFor => {
                let exception = self.pop();
                let over =
                    exception.as_ref().is_some_and(|exception| self.is_exception(exception, ExceptionKind::StopAsyncIteration));
                match (over, exception) {
                    (false, Value::Obj(exception)) => {
                        self.reraising = true;
                        Err(Throw(exception))
                    }
                    _ => {
                        self.pop();
                        Ok(())
                    }
                }
            }
            other => unreachable!("{other:?} is not about async iteration"),
        }
    }

    fn get_awaitable(&mut self, context: AwaitContext) -> Result<()> {
        let awaitable = self.peek(0).clone();
        match awaitable.obj() {
            Some(Obj::Generator(generator)) if generator.kind == CodeKind::Coroutine => {
                if generator.state.get() == GeneratorState::Suspended && generator.awaited.get() {
                    return Err(error(ExceptionKind::RuntimeError, "coroutine is being awaited already"));
                }
                generator.awaited.set(true);
                Ok(())
            }
            Some(Obj::Future(future)) if future.own_method(self.vm.names.await_).is_none() => future.check_initialized(),
            Some(Obj::AsyncStep(_)) => Ok(()),
            Some(Obj::Iterator(iter)) if matches!(*iter.borrow(), Iter::BareYield) => Ok(()),
            Some(Obj::Generator(generator)) if generator.kind == CodeKind::Generator && generator.is_iterable_coroutine() => Ok(()),
            _ => match super::attributes::special(&awaitable, self.vm.names.await_) {
                Some(method) => {
                    self.pop();
                    self.call(method, Args { positional: vec![awaitable], keyword: Vec::new() }, Then::Awaitable)
                }
                None => Err(not_awaitable(&awaitable, context)),
            },
        }
    }
}

/// Gives a generator its frame back, until it is resumed.
fn suspend(mut frame: Box<Frame>) {
    let object = std::mem::take(&mut frame.generator);
    if let Some(Obj::Generator(generator)) = object.obj() {
        generator.state.set(GeneratorState::Suspended);
        generator.frame.replace(Some(frame));
    }
}

fn not_an_iterator(value: &Value) -> Throw {
    type_error(format!("'{}' object is not an iterator", type_name(value)))
}

/// The TypeError of `await` on something else, as `format_awaitable_error` (Python/ceval.c) words it.
fn not_awaitable(value: &Value, context: AwaitContext) -> Throw {
    let name = type_name(value);
    type_error(match context {
        AwaitContext::Await => format!("'{name}' object can't be awaited"),
        AwaitContext::AsyncEnter => {
            format!("'async with' received an object from __aenter__ that does not implement __await__: {name}")
        }
        AwaitContext::AsyncExit => {
            format!("'async with' received an object from __aexit__ that does not implement __await__: {name}")
        }
    })
}

/// Makes an exception for a coroutine that only awaits a step of an async generator ([`Interpreter::awaiting`]) what that step begins
/// with. False if the coroutine is another one.
fn hand_to_step(frame: &Frame, throw: &Throw) -> bool {
    let wraps_step = &*frame.code.name == AWAIT_STEP;
    let Some(Obj::AsyncStep(step)) = frame.stack.first().and_then(Value::obj).filter(|_| wraps_step) else { return false };
    step.input.replace(Some(Input::Throw(throw.clone())));
    true
}
