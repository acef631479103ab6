//! The border between processes: what is sent across is copied, and functions and classes are found by name on the other side, as
//! pickling does it (Lib/pickle.py).

use std::rc::Rc;

use crate::python::native::{Result, Throw};
use crate::python::object::{Namespace, Obj, Ref, Value};
use crate::trace::ids::ProcessId;

use super::copy::Copier;
use super::threads::PyProcess;
use super::{Interpreter, type_error, type_name};

impl Interpreter {
    /// A copy of `value`, which belongs to the process `from`, for the process `to`.
    pub fn send(&self, value: &Value, from: ProcessId, to: ProcessId) -> Value {
        if from == to {
            return value.clone();
        }
        let mut copier = Copier::new(&self.prelude);
        match_modules(&mut copier, &self.processes[from.index()], &self.processes[to.index()]);
        let copy = copier.value(value);
        copier.finish();
        copy
    }
}

/// Tells the copier which modules, functions and classes of one process stand for those of the other.
fn match_modules(copier: &mut Copier, from: &PyProcess, to: &PyProcess) {
    for (name, module) in &from.modules {
        let (Some(Obj::Module(mine)), Some(theirs)) = (module.obj(), to.modules.get(name)) else { continue };
        let Some(Obj::Module(other)) = theirs.obj() else { continue };
        if let (Some(mine), Some(theirs)) = (module.as_ref(), theirs.as_ref()) {
            copier.use_for(mine, theirs.clone());
        }
        match_names(copier, &mine.namespace, &other.namespace);
    }
}

fn match_names(copier: &mut Copier, from: &Rc<Namespace>, to: &Rc<Namespace>) {
    copier.use_for_namespace(from, to.clone());
    for (name, value) in from.entries() {
        if let (Some(mine), Some(Value::Obj(theirs))) = (value.as_ref(), to.get(name)) {
            match_definition(copier, mine, &theirs);
        }
    }
}

/// Two definitions of the same name: a function, or a class with its methods.
fn match_definition(copier: &mut Copier, mine: &Ref, theirs: &Ref) {
    match (&**mine, &**theirs) {
        (Obj::Function(_), Obj::Function(_)) => copier.use_for(mine, theirs.clone()),
        (Obj::Class(class), Obj::Class(other)) if !class.builtin => {
            copier.use_for(mine, theirs.clone());
            let methods: Vec<_> = class.attrs().iter().map(|(name, value)| (name, value.clone())).collect();
            for (name, value) in methods {
                let found = other.attrs().get(name).cloned();
                if let (Some(mine), Some(Value::Obj(theirs))) = (value.as_ref(), found) {
                    match_definition(copier, mine, &theirs);
                }
            }
        }
        _ => {}
    }
}

/// Containers nested deeper than this are taken for what they seem.
const DEPTH: u32 = 50;

/// Can the value be sent to another process?
///
/// # Errors
/// What pickling it would raise: functions that have no name of their own in a module, and what lives in one process only.
pub fn check_sendable(value: &Value) -> Result<()> {
    check(value, DEPTH)
}

fn check(value: &Value, depth: u32) -> Result<()> {
    let Some(object) = value.obj().filter(|_| depth > 0) else { return Ok(()) };
    match object {
        Obj::Function(function) => {
            let qualname = function.qualname.borrow();
            if qualname.contains("<locals>") || qualname.contains("<lambda>") {
                return Err(pickling_error(&super::inspect::text(value), &qualname));
            }
            Ok(())
        }
        Obj::Tuple(items) => items.iter().try_for_each(|item| check(item, depth - 1)),
        Obj::List(items) => items.borrow().iter().try_for_each(|item| check(item, depth - 1)),
        Obj::Dict(dict) => {
            let table = dict.table.borrow();
            table.entries().try_for_each(|entry| check(&entry.key, depth - 1).and_then(|()| check(&entry.value, depth - 1)))
        }
        Obj::Method(method) => check(&method.receiver, depth - 1),
        Obj::Instance(instance) => instance.attrs.entries().iter().try_for_each(|(_, value)| check(value, depth - 1)),
        Obj::Generator(_) | Obj::Module(_) | Obj::Future(_) | Obj::AsyncStep(_) | Obj::Cell(_) | Obj::Code(_) => {
            Err(type_error(format!("cannot pickle '{}' object", type_name(value))))
        }
        _ => Ok(()),
    }
}

fn pickling_error(text: &str, qualname: &str) -> Throw {
    let what =
        if qualname.contains("<locals>") { format!("Can't pickle local object {text}") } else { format!("Can't pickle {text}") };
    super::raise(crate::python::core::ExceptionKind::PicklingError, vec![Value::from(what)])
}
