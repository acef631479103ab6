//! Modules and their global variables.

use std::cell::RefCell;
use std::rc::Rc;

use super::symbol::{Sym, SymMap};
use super::value::Value;
use crate::python::code::GlobalNames;

/// The global variables of a module. Code of the module knows the slots of its names; everybody else looks them up by name.
pub struct Namespace {
    /// The module's name, as classes and functions defined in it show it.
    pub name: Rc<str>,
    inner: RefCell<Inner>,
    /// The names of the language, shared by all modules.
    builtin_names: Rc<SymMap<Value>>,
}

#[derive(Clone, Default)]
struct Inner {
    names: Vec<Sym>,
    index: SymMap<u32>,
    slots: Vec<Value>,
    /// Per slot, the builtin of that name; what a name that is not set means.
    builtins: Vec<Value>,
    /// The slots in the order in which they were set, which is the order that `globals()` shows.
    order: Vec<u32>,
}

/// A module object.
pub struct Module {
    pub namespace: Rc<Namespace>,
}

impl Namespace {
    /// A namespace for code compiled against `globals`.
    pub fn new(name: &str, globals: &GlobalNames, builtin_names: Rc<SymMap<Value>>) -> Namespace {
        let namespace = Namespace { name: name.into(), inner: RefCell::default(), builtin_names };
        for &name in &globals.names {
            namespace.slot(name);
        }
        namespace
    }

    /// The slot of `name`, a new one if it has none.
    fn slot(&self, name: Sym) -> usize {
        let mut inner = self.inner.borrow_mut();
        if let Some(&slot) = inner.index.get(&name) {
            return slot as usize;
        }
        let slot = inner.slots.len();
        inner.names.push(name);
        inner.index.insert(name, slot as u32);
        inner.slots.push(Value::Unset);
        inner.builtins.push(self.builtin_names.get(&name).cloned().unwrap_or_default());
        slot
    }

    /// The value of a slot, else the builtin of that name, else `Unset`.
    #[inline]
    pub fn load(&self, slot: u32) -> Value {
        let inner = self.inner.borrow();
        match &inner.slots[slot as usize] {
            Value::Unset => inner.builtins[slot as usize].clone(),
            value => value.clone(),
        }
    }

    pub fn store(&self, slot: u32, value: Value) {
        let old = {
            let mut inner = self.inner.borrow_mut();
            if inner.slots[slot as usize].is_unset() {
                inner.order.push(slot);
            }
            std::mem::replace(&mut inner.slots[slot as usize], value)
        };
        // Freed only now: what dies with it may look at the namespace.
        drop(old);
    }

    /// Unsets a slot and gives its value, `Unset` if it had none.
    pub fn delete(&self, slot: u32) -> Value {
        let mut inner = self.inner.borrow_mut();
        inner.order.retain(|&other| other != slot);
        std::mem::take(&mut inner.slots[slot as usize])
    }

    /// The names of all slots, those that are not set included: what code for this namespace is compiled against.
    pub fn slot_names(&self) -> Vec<Sym> {
        self.inner.borrow().names.clone()
    }

    /// Makes room for the names of code that was compiled against [`Namespace::slot_names`].
    pub fn extend(&self, globals: &GlobalNames) {
        for &name in &globals.names {
            self.slot(name);
        }
    }

    pub fn name_of(&self, slot: u32) -> Sym {
        self.inner.borrow().names[slot as usize]
    }

    /// A global by name; builtins are not looked at.
    pub fn get(&self, name: Sym) -> Option<Value> {
        let inner = self.inner.borrow();
        let value = &inner.slots[*inner.index.get(&name)? as usize];
        (!value.is_unset()).then(|| value.clone())
    }

    /// A builtin by name.
    pub fn builtin(&self, name: Sym) -> Option<Value> {
        self.builtin_names.get(&name).cloned()
    }

    pub fn set(&self, name: Sym, value: Value) {
        let slot = self.slot(name);
        self.store(slot as u32, value);
    }

    pub fn remove(&self, name: Sym) -> Option<Value> {
        let slot = *self.inner.borrow().index.get(&name)?;
        let value = self.delete(slot);
        (!value.is_unset()).then_some(value)
    }

    /// All names that are set, in the order in which they were.
    pub fn entries(&self) -> Vec<(Sym, Value)> {
        let inner = self.inner.borrow();
        inner.order.iter().map(|&slot| (inner.names[slot as usize], inner.slots[slot as usize].clone())).collect()
    }

    /// A namespace of the same name without values: the first half of a copy.
    pub fn empty(&self) -> Namespace {
        Namespace { name: self.name.clone(), inner: RefCell::default(), builtin_names: self.builtin_names.clone() }
    }

    /// Takes over names and values of `original`, with every value copied by `copy`.
    pub fn fill_from(&self, original: &Namespace, mut copy: impl FnMut(&Value) -> Value) {
        let mut inner = original.inner.borrow().clone();
        for slot in &mut inner.slots {
            *slot = copy(slot);
        }
        self.inner.replace(inner);
    }

    /// Forgets all values, so that cycles through the namespace end.
    pub fn clear(&self) {
        let mut inner = self.inner.borrow_mut();
        let old: Vec<Value> = inner.slots.iter_mut().map(std::mem::take).collect();
        drop(inner);
        drop(old);
    }
}
