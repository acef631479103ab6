//! Making exceptions of builtin classes.

use std::rc::Rc;

use crate::python::core::{ExceptionKind, core};
use crate::python::native::Throw;
use crate::python::object::{Class, Exception, Obj, Ref, Value, class_of};

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

/// The name of a value's class, for messages.
pub fn type_name(value: &Value) -> String {
    class_of(value).as_class().map(|class| class_name(class).to_string()).unwrap_or_default()
}

/// Classes of the library that CPython implements in C: their names in messages have the module with them.
const QUALIFIED: &[(&str, &[&str])] =
    &[("collections", &["deque", "defaultdict", "OrderedDict"]), ("functools", &["partial"]), ("types", &["SimpleNamespace"])];

/// The name of a class, for messages (`tp_name`).
pub fn class_name(class: &Class) -> Rc<str> {
    let module = class.module.borrow();
    let name = class.name();
    let qualified = match &**module {
        "builtins" | "__main__" => false,
        "itertools" => true,
        module => QUALIFIED.iter().any(|(other, names)| *other == module && names.contains(&&*name)),
    };
    if qualified { format!("{module}.{name}").into() } else { name }
}

/// The same with the module, as `PyType_GetFullyQualifiedName` gives it (Objects/typeobject.c).
pub fn full_type_name(value: &Value) -> String {
    let class = class_of(value);
    let Some(class) = class.as_class() else { return String::new() };
    let (module, qualname) = (class.module.borrow(), class.qualname.borrow());
    if matches!(&**module, "builtins" | "__main__") { qualname.to_string() } else { format!("{module}.{qualname}") }
}
