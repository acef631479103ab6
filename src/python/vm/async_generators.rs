//! Async generators: `__anext__`, `asend`, `athrow` and `aclose` give a step that is awaited; awaiting it resumes the generator
//! until it hands out an item, after Objects/genobject.c.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::python::code::CodeKind;
use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::generator::Closer;
use crate::python::object::{Generator, GeneratorState, Namespace, Obj, Ref, Value};

use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::Args;
use super::generators::Input;
use super::{Interpreter, error, raise, type_error, type_name};

/// An awaitable that resumes an async generator once.
pub struct AsyncStep {
    pub generator: Ref,
    pub kind: AsyncStepKind,
    /// What it resumes the generator with; taken when it starts.
    pub input: RefCell<Option<Input>>,
    pub done: Cell<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsyncStepKind {
    Send,
    Throw,
    Close,
}

impl AsyncStep {
    /// A step object that has not begun.
    pub fn value(generator: Ref, kind: AsyncStepKind, input: Input) -> Value {
        Value::from(Obj::AsyncStep(Box::new(AsyncStep { generator, kind, input: Some(input).into(), done: false.into() })))
    }
}

/// The code of a coroutine that awaits a step.
pub const AWAIT_STEP: &str = "<await_step>";

impl Interpreter {
    /// A coroutine that awaits a step, for a task that is to run the step itself. It shows as the step does.
    pub fn awaiting(&self, step: &Value, globals: &Rc<Namespace>) -> Value {
        let kind = match step.obj() {
            Some(Obj::AsyncStep(step)) if step.kind != AsyncStepKind::Send => "async_generator_athrow",
            _ => "async_generator_asend",
        };
        let code = self.glue.await_step.clone();
        let mut frame = Box::new(Frame::new(code.clone(), globals.clone()));
        frame.stack.extend([step.clone(), Value::None]);
        let name: Rc<str> = format!("<{kind} without __name__>").into();
        Value::from(Obj::Generator(Box::new(Generator {
            kind: CodeKind::Coroutine,
            code,
            name: RefCell::new(name.clone()),
            qualname: RefCell::new(name),
            state: GeneratorState::Created.into(),
            frame: Some(frame).into(),
            is_item: false.into(),
            closer: Cell::default(),
            origin: None,
            stands_for: None,
            awaited: true.into(),
        })))
    }
}

impl Execution<'_> {
    /// The first step of an async generator: the loop will see to its end (`BaseEventLoop._asyncgen_firstiter_hook`).
    pub(super) fn begin_async_generator(&mut self, object: &Ref) {
        let Some(event_loop) = self.world.running_loop(self.thread) else { return };
        if let Some(generator) = object.as_generator() {
            generator.closer.set(Closer::Loop(event_loop));
        }
        let known = &mut self.vm.library.asyncgens;
        if known.len().is_power_of_two() {
            known.retain(|(_, weak)| weak.upgrade().is_some());
        }
        known.push((event_loop, object.downgrade()));
    }

    pub(super) fn get_async_next(&mut self) -> Result<()> {
        let iterator = self.peek(0).clone();
        if let Some(object) = iterator.as_ref()
            && let Obj::Generator(generator) = &**object
            && generator.kind == CodeKind::AsyncGenerator
        {
            self.push(AsyncStep::value(object.clone(), AsyncStepKind::Send, Input::Send(Value::None)));
            return Ok(());
        }
        let method = super::attributes::special(&iterator, self.vm.names.anext).ok_or_else(|| {
            type_error(format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {}",
                type_name(&iterator)
            ))
        })?;
        self.call(method, Args { positional: vec![iterator], keyword: Vec::new() }, Then::Awaitable)
    }

    /// `YieldFrom` on a step, which is below what was sent.
    pub(super) fn drive_async_step(&mut self, _object: &Ref, step: &AsyncStep) -> Result<()> {
        if step.done.get() {
            let what = if step.kind == AsyncStepKind::Send { "__anext__()/asend()" } else { "aclose()/athrow()" };
            return Err(error(ExceptionKind::RuntimeError, format!("cannot reuse already awaited {what}")));
        }
        let sent = self.pop();
        self.f.pc -= 1;
        let input = step.input.take().unwrap_or(Input::Send(sent));
        let generator = step.generator.as_generator().expect("a step belongs to an async generator");
        generator.is_item.set(false);
        if generator.state.get() == crate::python::object::GeneratorState::Closed {
            return self.resume_finished(step);
        }
        let depth = self.depth;
        let result = self.resume_with(&step.generator, input, Then::AsyncStep { thrown: false });
        // An error in a frame of its own is one that was thrown into the generator.
        if result.is_err() && self.depth == depth {
            step.done.set(true);
        }
        result
    }

    /// The generator is closed: `aclose` and `athrow` are content (`async_gen_athrow_send`, Objects/genobject.c), everything else is told
    /// that there are no more items.
    fn resume_finished(&mut self, step: &AsyncStep) -> Result<()> {
        step.done.set(true);
        self.f.pc += 1;
        match step.kind {
            AsyncStepKind::Close | AsyncStepKind::Throw => self.delegation_done(Value::None),
            AsyncStepKind::Send => Err(raise(ExceptionKind::StopAsyncIteration, Vec::new())),
        }
    }

    pub(super) fn throw_into_async_step(&mut self, step: &AsyncStep, throw: Throw) -> Result<()> {
        let depth = self.depth;
        let result = self.resume_with(&step.generator.clone(), Input::Throw(throw), Then::AsyncStep { thrown: true });
        if result.is_err() && self.depth == depth {
            self.f.pc += 1;
        }
        result
    }

    /// `yield item` in an async generator.
    pub(super) fn yield_item(&mut self) -> Result<()> {
        let item = self.pop();
        if let Some(Obj::Generator(generator)) = self.f.generator.obj() {
            generator.is_item.set(true);
        }
        self.yield_value(item)
    }

    fn step_on_top(&self) -> Option<(Ref, AsyncStepKind, bool)> {
        match self.peek(0).obj() {
            Some(Obj::AsyncStep(step)) => {
                let generator = step.generator.as_generator()?;
                Some((step.generator.clone(), step.kind, generator.is_item.get()))
            }
            _ => None,
        }
    }

    fn mark_step_done(&self) {
        if let Some(Obj::AsyncStep(step)) = self.peek(0).obj() {
            step.done.set(true);
        }
    }

    /// The generator yielded: an item is the result of the await, anything else is what the generator itself waits for.
    pub(super) fn async_step_yielded(&mut self, value: Value) -> Result<()> {
        let Some((_, kind, is_item)) = self.step_on_top() else { unreachable!("a step is being driven") };
        if !is_item {
            return self.yield_value(value);
        }
        self.mark_step_done();
        self.f.pc += 1;
        if kind == AsyncStepKind::Close {
            return Err(error(ExceptionKind::RuntimeError, "async generator ignored GeneratorExit"));
        }
        self.delegation_done(value)
    }

    /// The generator came to its end.
    pub(super) fn async_step_returned(&mut self) -> Result<()> {
        let Some((_, kind, _)) = self.step_on_top() else { unreachable!("a step is being driven") };
        self.mark_step_done();
        self.f.pc += 1;
        match kind {
            AsyncStepKind::Close => self.delegation_done(Value::None),
            AsyncStepKind::Send | AsyncStepKind::Throw => Err(raise(ExceptionKind::StopAsyncIteration, Vec::new())),
        }
    }

    /// The generator ended with an exception, which the await raises; what closing it raises on purpose is its end.
    pub(super) fn async_step_raised(&mut self, throw: Throw) -> Result<()> {
        let Some((_, kind, _)) = self.step_on_top() else { unreachable!("a step is being driven") };
        self.mark_step_done();
        self.f.pc += 1;
        let expected = [ExceptionKind::GeneratorExit, ExceptionKind::StopAsyncIteration];
        if kind == AsyncStepKind::Close && expected.iter().any(|&kind| self.is_exception(&throw.0, kind)) {
            return self.delegation_done(Value::None);
        }
        Err(throw)
    }
}
