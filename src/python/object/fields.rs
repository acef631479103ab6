//! The attributes that an object has of its own, and its `__dict__`.

use std::cell::{Ref as Borrow, RefCell};

use super::attrs::Attrs;
use super::dict::DictTable;
use super::heap::{Obj, Ref};
use super::symbol::Sym;
use super::value::Value;

/// Attributes by name. Once a program has asked for `__dict__` they live in that dict, so that both always show the same; but those
/// in `__slots__` are never in it.
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
        if let Some(value) = self.attrs.borrow().get(name) {
            return Some(value.clone());
        }
        self.shared()?.as_dict()?.get_str(name)
    }

    pub fn has(&self, name: Sym) -> bool {
        let in_dict = |dict: &Ref| dict.as_dict().is_some_and(|dict| dict.get_str(name).is_some());
        self.attrs.borrow().position(name).is_some() || self.dict.borrow().as_ref().is_some_and(in_dict)
    }

    /// Replaces the plain attribute at a position, if `name` is there, and gives the old value.
    pub fn replace(&self, position: usize, name: Sym, value: Value) -> Option<Value> {
        self.attrs.borrow_mut().at_mut(position, name).map(|place| std::mem::replace(place, value))
    }

    pub fn set(&self, name: Sym, value: Value) {
        // The old value dies when nothing is borrowed any more.
        let is_slot = || self.attrs.borrow().position(name).is_some();
        let old = match self.shared() {
            Some(dict) if !is_slot() => {
                if let Some(dict) = dict.as_dict() {
                    dict.set_str(name, value);
                }
                None
            }
            _ => self.attrs.borrow_mut().set(name, value),
        };
        drop(old);
    }

    /// Sets one that is in `__slots__`.
    pub fn set_slot(&self, name: Sym, value: Value) {
        let old = self.attrs.borrow_mut().set(name, value);
        drop(old);
    }

    pub fn remove(&self, name: Sym) -> Option<Value> {
        let slot = self.attrs.borrow_mut().remove(name);
        match self.shared() {
            Some(dict) if slot.is_none() => {
                let removed = dict.as_dict()?.table.borrow_mut().remove(&name.value());
                removed.ok().flatten().map(|entry| entry.value)
            }
            _ => slot,
        }
    }

    /// All attributes, in the order in which they were set.
    pub fn entries(&self) -> Vec<(Sym, Value)> {
        let mut entries: Vec<(Sym, Value)> = self.attrs.borrow().iter().map(|(name, value)| (name, value.clone())).collect();
        if let Some(dict) = self.shared().as_ref().and_then(|dict| dict.as_dict()) {
            let table = dict.table.borrow();
            entries.extend(table.entries().filter_map(|entry| Some((Sym::new(entry.key.as_str()?), entry.value.clone()))));
        }
        entries
    }

    /// `__dict__`, of an object whose class says which of its attributes are in `__slots__`.
    pub fn dict(&self, is_slot: impl Fn(Sym) -> bool) -> Ref {
        if let Some(dict) = self.shared() {
            return dict;
        }
        let mut table = DictTable::default();
        let mut slots = Attrs::default();
        for (name, value) in self.attrs.take().iter() {
            if is_slot(name) {
                slots.set(name, value.clone());
            } else {
                table.set_str(name, value.clone());
            }
        }
        self.attrs.replace(slots);
        let dict = Ref::new(Obj::Dict(table.into()));
        self.dict.replace(Some(dict.clone()));
        dict
    }

    /// The dict that `__dict__` gave, if a program asked.
    pub fn shared(&self) -> Option<Ref> {
        self.dict.borrow().clone()
    }

    /// Sets `__dict__`.
    pub fn replace_dict(&self, dict: Ref, is_slot: impl Fn(Sym) -> bool) {
        let before = self.dict(is_slot);
        self.dict.replace(Some(dict));
        drop(before);
    }

    /// Replaces everything: the second half of a copy.
    pub fn fill(&self, attrs: Attrs, dict: Option<Ref>) {
        let old = (self.attrs.replace(attrs), self.dict.replace(dict));
        drop(old);
    }
}
