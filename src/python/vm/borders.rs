//! The border between processes: what is sent across is copied, and functions and classes are found by name on the other side, as
//! pickling does it (Lib/pickle.py).

use std::collections::HashMap;

use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::{Instance, Obj, Ref, Sym, Value};
use crate::trace::ids::ProcessId;

use super::copy::Copier;
use super::threads::PyProcess;
use super::{Interpreter, error, inspect, raise, type_error, type_name};

/// What a copier needs to know of the process for which it copies.
pub struct Border {
    modules: HashMap<Sym, Value>,
    absent: Option<Absent>,
}

/// What is not there on the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The process has not imported it yet.
    Module(String),
    Name {
        module: String,
        qualname: String,
    },
}

impl Border {
    fn new(process: &PyProcess) -> Border {
        Border { modules: process.modules.clone(), absent: None }
    }

    /// What stands for an object on the other side; `None` if the object is copied.
    pub fn stand_in(&mut self, object: &Ref) -> Option<Ref> {
        match &**object {
            Obj::Function(function) => Some(self.named(&function.globals.name, &function.qualname.borrow(), object)),
            Obj::Class(class) if class.builtin => Some(object.clone()),
            Obj::Class(class) if &**class.module.borrow() != "builtins" => {
                Some(self.named(&class.module.borrow(), &class.qualname.borrow(), object))
            }
            Obj::Class(_) => Some(object.clone()),
            Obj::Module(module) => match find_module(&self.modules, &module.namespace.name) {
                Some(Value::Obj(found)) => Some(found),
                _ => Some(self.miss(Absent::Module(module.namespace.name.to_string()), object)),
            },
            Obj::Extension(extension) if extension.is_between_processes() => Some(object.clone()),
            _ => None,
        }
    }

    fn named(&mut self, module: &str, qualname: &str, object: &Ref) -> Ref {
        let Some(found) = find_module(&self.modules, module) else {
            return self.miss(Absent::Module(module.to_owned()), object);
        };
        match find_name(&found, qualname) {
            Some(Value::Obj(found)) => found,
            _ => self.miss(Absent::Name { module: module.to_owned(), qualname: qualname.to_owned() }, object),
        }
    }

    fn miss(&mut self, absent: Absent, object: &Ref) -> Ref {
        self.absent.get_or_insert(absent);
        object.clone()
    }
}

/// A module of a process. The program's own module goes by the name of `__mp_main__` in a process that imported it anew.
fn find_module(modules: &HashMap<Sym, Value>, name: &str) -> Option<Value> {
    let name = if name == "__mp_main__" { "__main__" } else { name };
    modules.get(&Sym::new(name)).cloned()
}

/// What `qualname`, which may have dots, means in a module.
fn find_name(module: &Value, qualname: &str) -> Option<Value> {
    let Some(Obj::Module(module)) = module.obj() else { return None };
    let mut parts = qualname.split('.');
    let first = module.namespace.get(Sym::new(parts.next()?))?;
    parts.try_fold(first, |owner, part| owner.as_ref()?.as_class()?.lookup(Sym::new(part)))
}

impl Interpreter {
    /// A copy of `value`, which belongs to the process `from`, for the process `to`.
    ///
    /// # Errors
    /// If `to` has no function, class or module of a name that `value` refers to.
    pub fn send(&self, value: &Value, from: ProcessId, to: ProcessId) -> std::result::Result<Value, Absent> {
        if from == to { Ok(value.clone()) } else { self.copy_for(value, to) }
    }

    /// A copy of `value` as the process `to` sees it.
    ///
    /// # Errors
    /// As of [`Interpreter::send`].
    pub fn copy_for(&self, value: &Value, to: ProcessId) -> std::result::Result<Value, Absent> {
        let mut copier = Copier::new(&self.prelude);
        copier.border = Some(Border::new(&self.processes[to.index()]));
        let copy = copier.value(value);
        copier.finish();
        match copier.border.and_then(|border| border.absent) {
            Some(absent) => Err(absent),
            None => Ok(copy),
        }
    }

    /// Can a value of that process be sent to another one? `at_start` says whether it goes along with the start of a process: only so
    /// can what processes share be passed on.
    ///
    /// # Errors
    /// What pickling it would raise: functions that have no name of their own in a module, and what lives in one process only.
    pub fn check_sendable(&self, value: &Value, process: ProcessId, at_start: bool) -> Result<()> {
        Sender { modules: &self.processes[process.index()].modules, at_start }.check(value, DEPTH)
    }
}

impl Absent {
    /// What unpickling raises.
    pub fn error(&self) -> Throw {
        match self {
            Absent::Module(name) => error(ExceptionKind::ModuleNotFoundError, format!("No module named '{name}'")),
            Absent::Name { module, qualname } => {
                let module = if module == "__main__" { "__mp_main__" } else { module };
                error(ExceptionKind::AttributeError, format!("module '{module}' has no attribute '{qualname}'"))
            }
        }
    }
}

/// Containers nested deeper than this are taken for what they seem.
const DEPTH: u32 = 50;

/// Methods by which a class says how it is pickled. They are not called, so their classes are refused.
const PICKLING_METHODS: [&str; 6] =
    ["__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__getnewargs__", "__getnewargs_ex__"];

/// The side that sends.
struct Sender<'a> {
    modules: &'a HashMap<Sym, Value>,
    at_start: bool,
}

impl Sender<'_> {
    fn check(&self, value: &Value, depth: u32) -> Result<()> {
        let Some(object) = value.obj().filter(|_| depth > 0) else { return Ok(()) };
        let all = |items: &[Value]| items.iter().try_for_each(|item| self.check(item, depth - 1));
        match object {
            Obj::Function(function) if &*function.globals.name == "builtins" => Ok(()),
            Obj::Function(function) => self.check_name(value, &function.globals.name, &function.qualname.borrow()),
            Obj::Class(class) if &**class.module.borrow() != "builtins" && !class.builtin => {
                self.check_name(value, &class.module.borrow(), &class.qualname.borrow())
            }
            Obj::Tuple(items) => all(items),
            Obj::List(items) => all(&items.borrow()),
            Obj::Dict(dict) => {
                let table = dict.table.borrow();
                table.entries().try_for_each(|entry| all(&[entry.key.clone(), entry.value.clone()]))
            }
            Obj::Method(method) => self.check(&method.receiver, depth - 1),
            Obj::Instance(instance) => self.check_instance(instance, depth),
            Obj::Exception(exception) => self.check(&exception.args.borrow(), depth - 1),
            Obj::Extension(extension) if extension.is_between_processes() => Ok(()),
            Obj::Generator(_) | Obj::Module(_) | Obj::Future(_) | Obj::AsyncStep(_) | Obj::Cell(_) | Obj::Code(_) => {
                Err(type_error(format!("cannot pickle '{}' object", type_name(value))))
            }
            Obj::Extension(extension) => {
                let class = extension.class();
                let module = class.as_class().map(|class| class.module.borrow().to_string()).filter(|module| module != "builtins");
                let module = module.map(|module| module + ".").unwrap_or_default();
                Err(type_error(format!("cannot pickle '{module}{}' object", type_name(value))))
            }
            _ => Ok(()),
        }
    }

    /// A function or class must be found by its name.
    fn check_name(&self, value: &Value, module: &str, qualname: &str) -> Result<()> {
        let text = inspect::text(value);
        if qualname.contains("<locals>") {
            return Err(pickling_error(format!("Can't pickle local object {text}")));
        }
        let found = find_module(self.modules, module).and_then(|module| find_name(&module, qualname));
        match found {
            Some(found) if found.is(value) => Ok(()),
            Some(Value::Obj(found)) if matches!(&*found, Obj::StaticMethod(_) | Obj::ClassMethod(_)) => Ok(()),
            Some(_) => Err(pickling_error(format!("Can't pickle {text}: it's not the same object as {module}.{qualname}"))),
            None => Err(pickling_error(format!("Can't pickle {text}: it's not found as {module}.{qualname}"))),
        }
    }

    fn check_instance(&self, instance: &Instance, depth: u32) -> Result<()> {
        let class = Value::Obj(instance.class.clone());
        let Some(inner) = instance.class.as_class() else { return Ok(()) };
        let name = inner.name();
        if !self.at_start && inner.lookup(Sym::new("_only_inherited")).is_some() {
            let text = format!("{name} objects should only be shared between processes through inheritance");
            return Err(error(ExceptionKind::RuntimeError, text));
        }
        let own =
            |method: &&&str| inner.lookup(Sym::new(method)).is_some_and(|found| matches!(found.obj(), Some(Obj::Function(_))));
        if let Some(method) = PICKLING_METHODS.iter().find(own) {
            let text = format!("cannot send '{name}' objects to another process: {method}() is not supported");
            return Err(error(ExceptionKind::NotImplementedError, text));
        }
        self.check(&class, depth - 1)?;
        self.check(&instance.payload, depth - 1)?;
        instance.attrs.entries().iter().try_for_each(|(_, value)| self.check(value, depth - 1))
    }
}

fn pickling_error(text: String) -> Throw {
    raise(ExceptionKind::PicklingError, vec![Value::from(text)])
}
