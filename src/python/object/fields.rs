//! The attributes that an object has of its own, and its `__dict__`.

use std::cell::{Ref as Borrow, RefCell};

use super::attrs::Attrs;
use super::dict::DictTable;
use super::heap::{Obj, Ref};
use super::symbol::Sym;
use super::value::Value;

/// Attributes by name. Once a program has asked for `__dict__` they live in that dict, so that both always show the same.
#[derive(Default)]
pub struct Fields {
    attrs: RefCell<Attrs>,
    dict: RefCell<Option<Ref>>,
}

impl Fields {
    /// The attributes that are not in a dict: what inline caches look at.
    pub fn plain(&self) -> Borrow<'_, Attrs> {
        self.attrs.borrow()
    }

    pub fn get(&self, name: Sym) -> Option<Value> {
        match self.shared() {
            Some(dict) => dict.as_dict()?.get_str(name),
            None => self.attrs.borrow().get(name).cloned(),
        }
    }

    pub fn has(&self, name: Sym) -> bool {
        match &*self.dict.borrow() {
            Some(dict) => dict.as_dict().is_some_and(|dict| dict.get_str(name).is_some()),
            None => self.attrs.borrow().position(name).is_some(),
        }
    }

    /// Replaces the plain attribute at a position, if `name` is there, and gives the old value.
    pub fn replace(&self, position: usize, name: Sym, value: Value) -> Option<Value> {
        self.attrs.borrow_mut().at_mut(position, name).map(|place| std::mem::replace(place, value))
    }

    pub fn set(&self, name: Sym, value: Value) {
        // The old value dies when nothing is borrowed any more.
        let old = match self.shared() {
            Some(dict) => {
                if let Some(dict) = dict.as_dict() {
                    dict.set_str(name, value);
                }
                None
            }
            None => self.attrs.borrow_mut().set(name, value),
        };
        drop(old);
    }

    pub fn remove(&self, name: Sym) -> Option<Value> {
        match self.shared() {
            Some(dict) => {
                let removed = dict.as_dict()?.table.borrow_mut().remove(&name.value());
                removed.ok().flatten().map(|entry| entry.value)
            }
            None => self.attrs.borrow_mut().remove(name),
        }
    }

    /// All attributes, in the order in which they were set.
    pub fn entries(&self) -> Vec<(Sym, Value)> {
        match self.shared() {
            Some(dict) => {
                let Some(dict) = dict.as_dict() else { return Vec::new() };
                let table = dict.table.borrow();
                table.entries().filter_map(|entry| Some((Sym::new(entry.key.as_str()?), entry.value.clone()))).collect()
            }
            None => self.attrs.borrow().iter().map(|(name, value)| (name, value.clone())).collect(),
        }
    }

    /// `__dict__`
    pub fn dict(&self) -> Ref {
        if let Some(dict) = self.shared() {
            return dict;
        }
        let mut table = DictTable::default();
        for (name, value) in self.attrs.take().iter() {
            table.set_str(name, value.clone());
        }
        let dict = Ref::new(Obj::Dict(table.into()));
        self.dict.replace(Some(dict.clone()));
        dict
    }

    /// The dict that `__dict__` gave, if a program asked.
    pub fn shared(&self) -> Option<Ref> {
        self.dict.borrow().clone()
    }

    /// Replaces everything: the second half of a copy.
    pub fn fill(&self, attrs: Attrs, dict: Option<Ref>) {
        let old = (self.attrs.replace(attrs), self.dict.replace(dict));
        drop(old);
    }
}
