//! Why a builtin operation could not be done natively, and how to tell beforehand.

use std::rc::Rc;

use super::class_of::class_of;
use super::hash::native_hash;
use super::heap::{Obj, Ref};
use super::symbol::Sym;
use super::value::Value;
use crate::python::core::{ExceptionKind, TypeKind, core};
use crate::python::native::Throw;
use crate::python::vm::{error, type_error};

/// Why a native comparison or hash could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The object has no hash: a list, dict or set.
    Unhashable,
    /// `__hash__`, `__eq__` or `__lt__` of the object is written in Python: the machine has to call it.
    InPython,
    /// Nested too deep: a `RecursionError`.
    TooDeep,
    /// An int has more digits than may be shown: a `ValueError`.
    TooManyDigits,
}

impl Fault {
    /// The exception it is, about hashing or comparing `value`.
    ///
    /// # Panics
    /// For [`Fault::InPython`], which is no error.
    pub fn to_error(self, value: &Value) -> Throw {
        match self {
            Fault::Unhashable => type_error(format!("unhashable type: '{}'", unhashable_part(value))),
            Fault::TooDeep => error(ExceptionKind::RecursionError, "maximum recursion depth exceeded in comparison"),
            Fault::TooManyDigits => crate::python::builtins::number::text::too_many_to_show(),
            Fault::InPython => unreachable!("what is written in Python is called"),
        }
    }
}

/// The name of the type that makes a value unhashable: its own, or that of an item of a tuple.
pub fn unhashable_part(value: &Value) -> Rc<str> {
    let is_unhashable = |value: &&Value| matches!(native_hash(value), Err(Fault::Unhashable));
    let mut part = value;
    while let Some(inner) = part.payload().as_tuple().and_then(|items| items.iter().find(is_unhashable)) {
        part = inner;
    }
    class_of(part).as_class().expect("a class is a class").name()
}

/// Containers nested deeper than this are not walked, so that the machine's own stack does not overflow.
pub const MAX_DEPTH: u32 = 400;

/// The methods that the machine looks for on classes written in Python.
#[derive(Clone, Copy, Debug)]
pub enum Hook {
    Eq,
    Hash,
    Lt,
    Le,
    Gt,
    Ge,
    Repr,
    Str,
    Init,
    New,
}

const HOOKS: [&str; 10] =
    ["__eq__", "__hash__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "__str__", "__init__", "__new__"];

thread_local! {
    static NAMES: [Sym; 10] = HOOKS.map(Sym::new);
}

impl Hook {
    pub fn name(self) -> Sym {
        NAMES.with(|names| names[self as usize])
    }
}

/// The value whose native rule is to be followed for `hook`: the value itself, or what an instance of a subclass of a builtin type
/// carries. A plain instance without the method stands for itself.
pub fn native(value: &Value, hook: Hook) -> Result<&Value, Fault> {
    let Value::Obj(object) = value else { return Ok(value) };
    match &**object {
        Obj::Instance(instance) => check(&instance.class, hook).map(|()| value.payload()),
        Obj::Class(class) => class.metaclass.as_ref().map_or(Ok(()), |meta| check(meta, hook)).map(|()| value),
        Obj::Exception(exception) => check(&exception.class, hook).map(|()| value),
        Obj::Future(future) => check(&future.class, hook).map(|()| value),
        Obj::Extension(extension) => match extension.class().as_class().and_then(|class| class.lookup(hook.name())) {
            Some(method) if !is_default(&method, hook) => Err(Fault::InPython),
            _ => Ok(value),
        },
        _ => Ok(value),
    }
}

/// Whether instances of `class` follow the native rule for `hook`.
fn check(class: &Ref, hook: Hook) -> Result<(), Fault> {
    let Some(class) = class.as_class().filter(|class| !class.builtin) else { return Ok(()) };
    match class.lookup(hook.name()) {
        None => Ok(()),
        Some(Value::None) if matches!(hook, Hook::Hash) => Err(Fault::Unhashable),
        Some(method) if matches!(method.obj(), Some(Obj::NativeFunction(_))) => Ok(()),
        Some(_) => Err(Fault::InPython),
    }
}

/// Whether `method` is the one every object has.
fn is_default(method: &Value, hook: Hook) -> bool {
    let core = core();
    let default = core.class(TypeKind::Object).as_class().and_then(|object| object.lookup(hook.name()));
    default.is_some_and(|default| default.is(method))
}
