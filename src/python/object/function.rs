//! Functions: those written in Python, those of the machine, and both bound to an object.

use std::cell::RefCell;
use std::rc::Rc;

use super::attrs::Attrs;
use super::fields::Fields;
use super::heap::Ref;
use super::namespace::Namespace;
use super::symbol::Sym;
use super::value::Value;
use crate::python::code::Code;
use crate::python::native::Native;

/// A function written in Python.
pub struct Function {
    pub code: Rc<Code>,
    /// The namespace of the module it was defined in.
    pub globals: Rc<Namespace>,
    /// Values of the last positional parameters.
    pub defaults: RefCell<Rc<[Value]>>,
    pub keyword_defaults: RefCell<Rc<[(Sym, Value)]>>,
    /// Cells of the code's free variables.
    pub closure: Rc<[Ref]>,
    /// Computes the annotations (PEP 649), or unset.
    pub annotate: Value,
    pub name: RefCell<Rc<str>>,
    pub qualname: RefCell<Rc<str>>,
    /// What a program set of the attributes that are not in `__dict__`: `__doc__`, `__module__`, `__annotations__`, ...
    pub special: RefCell<Attrs>,
    pub attrs: Fields,
}

/// A function of the machine's own, maybe bound to an object.
#[derive(Clone)]
pub struct NativeFunction {
    pub native: Rc<Native>,
    /// The object whose method it is, or unset.
    pub receiver: Value,
}

/// A function written in Python, or any callable, bound to its first argument.
#[derive(Clone)]
pub struct BoundMethod {
    pub function: Value,
    pub receiver: Value,
}
