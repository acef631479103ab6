//! The end of a machine: what would keep itself alive for ever is taken apart.

use std::rc::Rc;

use crate::python::object::{Attrs, Obj, Value};

use super::Interpreter;

/// Values are only counted, and functions and the modules they are defined in refer to each other, as do classes and their methods. Without
/// this, every run and every checkpoint would leave its whole library behind.
impl Drop for Interpreter {
    fn drop(&mut self) {
        // The machine that defines the prelude leaves it to all others.
        if Rc::ptr_eq(&self.main, &self.prelude) {
            return;
        }
        for class in self.classes() {
            if let Obj::Class(class) = &*class {
                class.replace_attrs(Attrs::default());
            }
        }
        let modules = self.processes.iter().chain(&self.fork_server).flat_map(|process| process.modules.values());
        for module in modules.filter_map(Value::obj) {
            if let Obj::Module(module) = module {
                module.namespace.clear();
            }
        }
        self.main.clear();
    }
}
