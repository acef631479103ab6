//! A frame: one call of a function, or a generator between two of its steps.

use std::rc::Rc;

use crate::python::code::Code;
use crate::python::object::exception::KeptFrame;
use crate::python::object::{Namespace, Ref, Sym, Value};
use crate::trace::Time;

/// The state of one activation of a code.
pub struct Frame {
    pub code: Rc<Code>,
    pub globals: Rc<Namespace>,
    /// Index of the next instruction.
    pub pc: u32,
    /// The locals, followed by the operands.
    pub stack: Vec<Value>,
    /// The code's cells, followed by those of its closure.
    pub cells: Vec<Ref>,
    /// In a class body: the dict its names go to. Else unset.
    pub namespace: Value,
    /// The exception being handled, or unset.
    pub handled: Value,
    /// The generator whose frame this is, while it runs; else unset.
    pub generator: Value,
    /// The number under which the trace knows this call, if it does.
    pub call: Option<u32>,
    /// When it was called or resumed.
    pub began: Time,
    /// What tracebacks know it by, if any does.
    pub kept: Option<KeptFrame>,
    /// Whoever called or resumed it.
    pub back: Option<Box<Frame>>,
    /// What the caller does with the result.
    pub then: Then,
}

/// What happens in the calling frame when a frame is left or yields.
#[derive(Clone, Debug)]
pub enum Then {
    /// The result is pushed.
    Push,
    /// The result is pushed below this value.
    PushBelow(Value),
    /// The items of the result, a tuple, are pushed.
    Unpack,
    /// The result is pushed as `LoadMethod` leaves what is not a method.
    PushMethod,
    /// The result is dropped.
    Drop,
    /// The result of `__iter__`, which must be an iterator, is pushed.
    Iterator,
    /// The result, as a truth value, decides a jump that keeps the operand, which is on the stack.
    JumpOrPop { wanted: bool, target: u32 },
    /// The result, as a truth value, is pushed; the other way round if `negated`.
    Truth { negated: bool },
    /// The result must be a `str`, and is pushed. The name is that of the method, for the error.
    Str(&'static str),
    /// The result must be an int that is not negative: what `__len__` gave.
    Length,
    /// `__init__` is done: its result must be `None`, and this instance is the result of the call.
    Init(Value),
    /// A builtin constructor made the payload of an instance.
    Payload(Box<NewCall>),
    /// A metaclass written in Python made a class, which goes into this cell, too.
    SetClassCell(Value),
    /// `__new__` is done: if it made an instance of `class`, `__init__` is next.
    New(Box<NewCall>),
    /// An operator's method is done: if it gave `NotImplemented`, the next one is tried.
    Operator(Box<OperatorCall>),
    /// Bases, metaclass and namespace of a class statement were found: its body, this function, is next.
    Prepared(Value, Box<ClassBody>),
    /// A class body is done: the class is made from its namespace.
    Class(Box<ClassBody>),
    /// A `for` loop called `__next__`: the result is the item, `StopIteration` ends the loop by a jump to the target.
    NextItem { target: u32 },
    /// A `for` loop resumed a generator: what it yields is the item, its end ends the loop.
    NextYield { target: u32 },
    /// A generator was resumed by `send`, `throw`, `next()`: its end is a `StopIteration`.
    Send,
    /// The same by `next()` with a default, which is the result when it ends.
    NextYieldOr(Value),
    /// `next()` with a default called `__next__`: the default is the result at a `StopIteration`.
    NextItemOr(Value),
    /// A generator was resumed by `close`: `GeneratorExit` and the end are fine, a yield is not.
    Close,
    /// A generator or coroutine was resumed by a `YieldFrom` of the calling frame.
    Delegate {
        /// An exception was thrown into it.
        thrown: bool,
    },
    /// A `YieldFrom` of the calling frame called `__next__`, `send` or `throw` of what it delegates to.
    DelegateCall,
    /// `__await__` was called: the result must be an iterator.
    Awaitable,
    /// An async generator was resumed by an `asend` that a `YieldFrom` of the calling frame drives.
    AsyncStep {
        /// An exception was thrown into it while it was driven.
        thrown: bool,
    },
    /// What this task awaited says its `result`: the task's step is next.
    OwnResult(Ref),
    /// The loop runs a step of this task.
    TaskStep(Ref),
    /// This task, which starts eagerly, takes its first step; the other one, if there is one, goes on after it.
    EagerStep(Ref, Value),
    /// The loop called this callback.
    Callback(crate::trace::ids::HandleId, Value),
    /// A module's code is done: the import is executed again and finds this module.
    Import(Value),
    /// A dead generator's last words are done: nobody wants the result, and an exception is reported as ignored.
    Finalizer(Ref),
}

/// `__init__` still has to be called.
#[derive(Clone, Debug)]
pub struct NewCall {
    pub class: Ref,
    pub args: Vec<Value>,
    pub kwargs: Vec<(Sym, Value)>,
    /// Whether `__init__` is called at all: not if only `__new__` was asked for.
    pub init: bool,
}

/// Methods that may still implement an operator, in the order in which they are tried.
#[derive(Clone, Debug)]
pub struct OperatorCall {
    /// The next one last.
    pub rest: Vec<Attempt>,
    /// Whether the one that runs is the opposite of what is asked.
    pub negates: bool,
    pub left: Value,
    pub right: Value,
    pub fallback: Fallback,
}

/// A method that may implement an operator.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub method: Value,
    pub receiver: Value,
    pub argument: Value,
    /// Its result is the opposite of what is asked: `__eq__` for `!=`.
    pub negates: bool,
}

/// What an operator means that no method implements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// The text of the operator, for the TypeError.
    Unsupported(&'static str),
    /// An order comparison, which has an error of its own.
    Unordered(&'static str),
    /// `==` is `is`
    Identity,
    /// `!=` is `is not`, or the opposite of `==`
    NotIdentity,
}

/// A class statement whose body runs.
#[derive(Clone, Debug)]
pub struct ClassBody {
    pub name: Value,
    pub bases: Vec<Ref>,
    pub metaclass: Value,
    pub namespace: Value,
    pub kwargs: Vec<(Sym, Value)>,
}

/// Frames that are done with, chained by `back`, so that most calls allocate nothing.
#[derive(Default)]
pub struct SpareFrames {
    first: Option<Box<Frame>>,
    count: u32,
}

impl SpareFrames {
    const MOST: u32 = 64;
    /// A larger stack is not kept.
    const LARGEST: usize = 1024;

    /// A frame at the beginning of `code`, its stack empty, with room for all there will be.
    pub fn take(&mut self, code: &Rc<Code>, globals: &Rc<Namespace>) -> Box<Frame> {
        let mut frame = match self.first.take() {
            Some(mut frame) => {
                self.first = frame.back.take();
                self.count -= 1;
                frame
            }
            None => return Box::new(Frame::empty(code.clone(), globals.clone())),
        };
        if !Rc::ptr_eq(&frame.code, code) {
            frame.code = code.clone();
            frame.stack.reserve(code.frame_size());
        }
        if !Rc::ptr_eq(&frame.globals, globals) {
            frame.globals = globals.clone();
        }
        frame
    }

    /// Takes back a frame that was left. All that it refers to is dropped but its code and its globals.
    pub fn put(&mut self, mut frame: Box<Frame>) {
        // The last locals die first, those that inner functions share before the others (`_PyFrame_ClearLocals`, Python/frame.c).
        while frame.cells.pop().is_some() {}
        while frame.stack.pop().is_some() {}
        frame.namespace = Value::Unset;
        frame.handled = Value::Unset;
        frame.generator = Value::Unset;
        frame.kept = None;
        if self.count < Self::MOST && frame.stack.capacity() < Self::LARGEST {
            frame.pc = 0;
            frame.call = None;
            frame.become_plain();
            frame.back = self.first.take();
            self.first = Some(frame);
            self.count += 1;
        }
    }
}

impl Frame {
    /// A frame at the beginning of `code`, its locals not bound.
    pub fn new(code: Rc<Code>, globals: Rc<Namespace>) -> Frame {
        let mut frame = Frame::empty(code, globals);
        frame.stack.resize(frame.code.locals.len(), Value::Unset);
        frame
    }

    /// The same with an empty stack.
    fn empty(code: Rc<Code>, globals: Rc<Namespace>) -> Frame {
        let stack = Vec::with_capacity(code.frame_size());
        Frame {
            code,
            globals,
            pc: 0,
            stack,
            cells: Vec::new(),
            namespace: Value::Unset,
            handled: Value::Unset,
            generator: Value::Unset,
            call: None,
            began: Time::ZERO,
            kept: None,
            back: None,
            then: Then::Push,
        }
    }

    /// What tracebacks know it by.
    pub fn keep(&mut self) -> &KeptFrame {
        self.kept.get_or_insert_default()
    }

    /// Its result goes to its caller's stack. Most frames are like that already, and dropping a [`Then`] is not free.
    #[inline(always)]
    pub fn become_plain(&mut self) {
        if !matches!(self.then, Then::Push) {
            self.then = Then::Push;
        }
    }

    /// Does its result go to its caller's stack, and is that all there is to do when it is left?
    #[inline(always)]
    pub fn is_plain_call(&self) -> bool {
        self.call.is_none() && self.kept.is_none() && self.generator.is_unset() && matches!(self.then, Then::Push)
    }

    /// The line, from 1, of the instruction that is being executed or comes next.
    pub fn line(&self) -> u32 {
        let at = (self.pc as usize).saturating_sub(1).min(self.code.lines.len().saturating_sub(1));
        self.code.lines.get(at).copied().unwrap_or(self.code.first_line)
    }

    /// This frame and those it was called from.
    pub fn chain(&self) -> impl Iterator<Item = &Frame> {
        std::iter::successors(Some(self), |frame| frame.back.as_deref())
    }
}
