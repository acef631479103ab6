//! Exception objects.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::fields::Fields;
use super::heap::{Obj, Ref};
use super::namespace::Namespace;
use super::value::Value;
use crate::python::code::Code;

/// An instance of `BaseException` or a class that inherits from it.
pub struct Exception {
    pub class: Ref,
    /// `args`, a tuple.
    pub args: RefCell<Value>,
    pub attrs: Fields,
    /// `__cause__`, or `Unset`
    pub cause: RefCell<Value>,
    /// `__context__`, or `Unset`
    pub context: RefCell<Value>,
    /// `__suppress_context__`
    pub suppress_context: Cell<bool>,
    /// Where it passed, innermost first (the order in which frames are left).
    pub traceback: RefCell<Vec<TracebackEntry>>,
    /// What tracebacks say of it, once Python was asked.
    pub words: RefCell<Option<Words>>,
}

/// What a traceback says of an exception.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Its text, with hints.
    pub text: String,
    /// Its text, without hints that need to know where it passed.
    pub plain: String,
    /// `__notes__`
    pub notes: Vec<String>,
}

/// What `__traceback__` is: the way of an exception up to the moment when it was asked for, from some frame on.
#[derive(Clone, Debug)]
pub struct Traceback {
    pub exception: Value,
    /// How many frames the exception had passed, those of the library included.
    pub passed: usize,
    /// How many of the outermost frames are left out.
    pub skipped: u32,
}

/// A frame that an exception left or was caught in.
#[derive(Clone)]
pub struct TracebackEntry {
    pub code: Rc<Code>,
    pub globals: Rc<Namespace>,
    /// The instruction that was being executed.
    pub pc: u32,
    /// Lives as long as the exception.
    pub frame: KeptFrame,
}

/// What is left of a frame that somebody may still ask for: a frame object of CPython. When the frame is left, its variables stay here, and so
/// do those of its caller when that one is left, and so on (`take_ownership`, Python/frame.c).
#[derive(Clone)]
pub struct KeptFrame(Ref);

impl Default for KeptFrame {
    /// Of a frame that is still being executed.
    fn default() -> KeptFrame {
        KeptFrame(Ref::new(Obj::List(RefCell::default())))
    }
}

impl KeptFrame {
    /// Whether nobody but its frame knows it.
    pub fn is_unknown(&self) -> bool {
        self.0.count() == 1
    }

    /// The frame is left.
    pub fn fill(&self, caller: &KeptFrame, variables: impl Iterator<Item = Value>) {
        if let Obj::List(items) = &*self.0 {
            items.replace(std::iter::once(Value::Obj(caller.0.clone())).chain(variables).collect());
        }
    }

    /// The variables of a frame that was left: locals and cells.
    pub fn variables(&self) -> Vec<Value> {
        match &*self.0 {
            Obj::List(items) => items.borrow().iter().skip(1).cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// The object that keeps them, and the caller's.
    pub fn object(&self) -> Value {
        Value::Obj(self.0.clone())
    }

    /// Lets go of them, the last ones first, and of the caller's.
    pub fn forget(&self) {
        if let Obj::List(items) = &*self.0 {
            let mut old = items.take();
            while old.pop().is_some() {}
        }
    }

    /// The same frame of a copy of the machine.
    pub fn map(&self, copy: impl FnOnce(&Ref) -> Ref) -> KeptFrame {
        KeptFrame(copy(&self.0))
    }
}

impl TracebackEntry {
    /// The `pc` of a generator that an exception was thrown into before its first instruction: it shows the line of its `def`.
    pub const NOT_BEGUN: u32 = u32::MAX;
}

impl Exception {
    pub fn new(class: Ref, args: Vec<Value>) -> Exception {
        Exception {
            class,
            args: RefCell::new(Value::tuple(args)),
            attrs: Fields::default(),
            cause: RefCell::default(),
            context: RefCell::default(),
            suppress_context: Cell::new(false),
            traceback: RefCell::default(),
            words: RefCell::default(),
        }
    }

    /// The `i`th of `args`, or `None` where there are fewer.
    pub fn arg(&self, i: usize) -> Value {
        self.args.borrow().as_tuple().and_then(|args| args.get(i).cloned()).unwrap_or(Value::None)
    }
}

impl Ref {
    pub fn as_exception(&self) -> Option<&Exception> {
        match &**self {
            Obj::Exception(exception) => Some(exception),
            _ => None,
        }
    }
}
