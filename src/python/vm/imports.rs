//! Importing: modules of the library are made when they are first imported, per process.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::python::code::{GlobalNames, ModuleCode};
use crate::python::compile::compile_module;
use crate::python::core::ExceptionKind;
use crate::python::library::{self, ModuleDef, refused};
use crate::python::native::{Native, Result};
use crate::python::object::namespace::Module;
use crate::python::object::{Namespace, NativeFunction, Obj, Sym, Value};

use crate::sim::{Budget, Machine, Settings};
use crate::trace::Recorder;

use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::Args;
use super::{Interpreter, error};

/// The natives of a module as function objects, made once.
pub fn native_function(def: &crate::python::native::Def) -> Value {
    Value::from(Obj::NativeFunction(NativeFunction { native: Rc::new(Native::new(def, None)), receiver: Value::Unset }))
}

impl Interpreter {
    /// A module that the thread's process has imported.
    pub fn loaded_module(&self, thread: crate::trace::ids::ThreadId, name: Sym) -> Option<Value> {
        self.process(thread).modules.get(&name).cloned()
    }

    /// A name of a module that the thread's process has imported.
    pub fn imported(&self, thread: crate::trace::ids::ThreadId, module: &str, name: &str) -> Option<Value> {
        match self.process(thread).modules.get(&Sym::new(module))?.obj() {
            Some(Obj::Module(module)) => module.namespace.get(Sym::new(name)),
            _ => None,
        }
    }

    /// The namespace of a library module, and its code if it has some that must run.
    pub fn new_module(&self, def: ModuleDef) -> (Rc<Namespace>, Option<Rc<ModuleCode>>) {
        let code = def.written.map(library::compiled);
        let globals = code.as_ref().map_or_else(GlobalNames::default, |module| module.globals.clone());
        let namespace = Namespace::new(def.name, &globals, self.core.builtins.clone());
        namespace.set(self.names.name, Value::from(def.name));
        for native in def.natives {
            let function = native_function(native);
            let Some(Obj::NativeFunction(object)) = function.obj() else { continue };
            namespace.set(object.native.name, function.clone());
        }
        (def.constants)(&namespace);
        (Rc::new(namespace), code)
    }
}

impl Execution<'_> {
    pub(super) fn import(&mut self, name: u32, leaf: bool) -> Result<()> {
        let name = self.f.code.names[name as usize];
        let text = name.text();
        let parts = text.match_indices('.').map(|(at, _)| &text[..at]).chain(std::iter::once(&*text));
        for part in parts {
            let sym = Sym::new(part);
            if self.module(sym).is_none() {
                return self.load_module(part);
            }
        }
        let wanted = if leaf { name } else { Sym::new(text.split('.').next().unwrap_or(&text)) };
        let module = self.module(wanted).unwrap_or_default();
        self.push(module);
        Ok(())
    }

    fn module(&self, name: Sym) -> Option<Value> {
        self.vm.process(self.thread).modules.get(&name).cloned()
    }

    /// Begins to load a module; its code, if it has some, runs next. The instruction is executed again when the module is there.
    fn load_module(&mut self, name: &str) -> Result<()> {
        let Some(def) = library::find(name) else { return Err(no_module(name)) };
        self.f.pc -= 1;
        let (namespace, code) = self.vm.new_module(def);
        let module = Value::from(Obj::Module(Module { namespace: namespace.clone() }));
        self.vm.process_mut(self.thread).modules.insert(Sym::new(name), module.clone());
        if let Some((parent, child)) = name.rsplit_once('.')
            && let Some(parent) = self.module(Sym::new(parent))
            && let Some(Obj::Module(parent)) = parent.obj()
        {
            parent.namespace.set(Sym::new(child), module.clone());
        }
        match code {
            Some(found) => {
                let frame = Box::new(Frame::new(found.code.clone(), namespace));
                self.push_frame(frame, Then::Import(module))
            }
            None => Ok(()),
        }
    }

    /// A module whose code failed is not there.
    pub(super) fn forget_module(&mut self, module: &Value) {
        if let Some(Obj::Module(module)) = module.obj() {
            let name = Sym::new(&module.namespace.name);
            self.vm.process_mut(self.thread).modules.remove(&name);
        }
    }

    pub(super) fn import_from(&mut self, i: u32) -> Result<()> {
        let name = self.f.code.names[i as usize];
        let Some(Obj::Module(module)) = self.peek(0).obj() else { unreachable!("imported from a module") };
        if let Some(value) = module.namespace.get(name) {
            self.push(value);
            return Ok(());
        }
        let submodule = format!("{}.{name}", module.namespace.name);
        if let Some(value) = self.module(Sym::new(&submodule)) {
            self.push(value);
            return Ok(());
        }
        if library::find(&submodule).is_some() {
            return self.load_module(&submodule);
        }
        if let Some(message) = refused::message(&module.namespace.name, &name.text()) {
            return Err(error(ExceptionKind::ImportError, message));
        }
        if let Some(getattr) = module.namespace.get(self.vm.names.getattr) {
            return self.call(getattr, Args { positional: vec![name.value()], keyword: Vec::new() }, Then::Push);
        }
        Err(no_name(&module.namespace.name, name))
    }

    pub(super) fn import_star(&mut self) -> Result<()> {
        let module = self.pop();
        let Some(Obj::Module(module)) = module.obj() else { unreachable!("imported from a module") };
        let all = module.namespace.get(self.vm.names.all);
        let listed: Option<Vec<Sym>> = match all.as_ref().and_then(Value::obj) {
            Some(Obj::List(names)) => Some(names.borrow().iter().filter_map(Value::as_str).map(Sym::new).collect()),
            Some(Obj::Tuple(names)) => Some(names.iter().filter_map(Value::as_str).map(Sym::new).collect()),
            _ => None,
        };
        for (name, value) in module.namespace.entries() {
            let public = listed.as_ref().map_or_else(|| !name.text().starts_with('_'), |listed| listed.contains(&name));
            if public {
                self.f.globals.set(name, value);
            }
        }
        Ok(())
    }
}

/// The names that a module of the library has once it is imported.
pub fn module_names(name: &str) -> Rc<BTreeSet<Rc<str>>> {
    thread_local! {
        static NAMES: RefCell<HashMap<String, Rc<BTreeSet<Rc<str>>>>> = RefCell::default();
    }
    if let Some(names) = NAMES.with_borrow(|known| known.get(name).cloned()) {
        return names;
    }
    let names = Rc::new(import_alone(name));
    NAMES.with_borrow_mut(|known| known.insert(name.to_owned(), names.clone()));
    names
}

/// Imports a module on a machine of its own.
fn import_alone(name: &str) -> BTreeSet<Rc<str>> {
    let Ok(module) = compile_module("<import>", &format!("import {name}\n"), false) else { return BTreeSet::new() };
    let module = ModuleCode::from(module);
    let core = crate::python::core::core();
    let main = Rc::new(Namespace::new("__main__", &module.globals, core.builtins.clone()));
    let mut guest = Interpreter::new(main, Default::default(), library::prelude());
    guest.start_main(module.code);
    let mut machine = Machine::new(Settings::default(), Recorder::counting(0), guest);
    machine.run(Budget { instructions: u64::MAX, until_events: None });
    let module = machine.guest.processes[0].modules.get(&Sym::new(name)).and_then(Value::obj);
    let Some(Obj::Module(module)) = module else { return BTreeSet::new() };
    module.namespace.entries().into_iter().map(|(name, _)| name.text()).collect()
}

/// Runs the prelude's definitions on a machine of their own and gives their namespace.
pub fn run_prelude(name: &str, module: &ModuleCode) -> Rc<Namespace> {
    let namespace = Rc::new(Namespace::new(name, &module.globals, crate::python::core::core().builtins.clone()));
    namespace.set(Sym::new("__name__"), Value::from(name));
    let mut guest = Interpreter::new(namespace.clone(), Default::default(), namespace.clone());
    guest.start_definitions(module.code.clone());
    let mut machine = Machine::new(Settings::default(), Recorder::counting(0), guest);
    let status = machine.run(Budget { instructions: u64::MAX, until_events: None });
    assert!(machine.guest.error().is_none(), "the prelude runs: {status:?} {:?}", machine.guest.traceback());
    namespace
}

/// The ImportError for `from module import name`. It carries both, as CPython's does.
fn no_name(module: &str, name: Sym) -> crate::python::native::Throw {
    let place = match library::find(module).filter(|def| def.written.is_some()) {
        Some(_) if library::is_package(module) => format!("{}/{}/__init__.py", library::FOLDER, module.replace('.', "/")),
        Some(_) => format!("{}/{}.py", library::FOLDER, module.replace('.', "/")),
        None => "unknown location".to_owned(),
    };
    let throw = error(ExceptionKind::ImportError, format!("cannot import name '{name}' from '{module}' ({place})"));
    if let Some(exception) = throw.0.as_exception() {
        exception.attrs.set(Sym::new("name"), Value::from(module));
        exception.attrs.set(Sym::new("name_from"), name.value());
    }
    throw
}

fn no_module(name: &str) -> crate::python::native::Throw {
    let throw = missing_module(name);
    if let Some(exception) = throw.0.as_exception() {
        exception.attrs.set(Sym::new("name"), Value::from(name));
        exception.attrs.set(Sym::new("msg"), exception.arg(0));
    }
    throw
}

fn missing_module(name: &str) -> crate::python::native::Throw {
    let refusal = name.rsplit_once('.').and_then(|(parent, child)| refused::message(parent, child));
    match name.rsplit_once('.') {
        _ if refusal.is_some() => error(ExceptionKind::ModuleNotFoundError, refusal.unwrap_or_default()),
        Some((parent, _)) if library::find(parent).is_some() && !library::is_package(parent) => {
            error(ExceptionKind::ModuleNotFoundError, format!("No module named '{name}'; '{parent}' is not a package"))
        }
        _ => {
            let throw = error(ExceptionKind::ModuleNotFoundError, format!("No module named '{name}'"));
            if let Some(exception) = throw.0.as_exception() {
                exception.attrs.set(Sym::new("name"), Value::from(name));
            }
            throw
        }
    }
}
