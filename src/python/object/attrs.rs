//! The attributes of an object: names to values in the order in which they were set.

use super::symbol::{Sym, SymMap};
use super::value::Value;

/// Up to this many attributes a linear search is faster than an index.
const LINEAR: usize = 8;

/// An ordered map of names. Deleted entries keep no place.
#[derive(Clone, Debug, Default)]
pub struct Attrs {
    entries: Vec<(Sym, Value)>,
    index: Option<Box<SymMap<u32>>>,
}

impl Attrs {
    /// Where `name` is, for [`Attrs::at`].
    pub fn position(&self, name: Sym) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(&name).map(|&at| at as usize),
            None => self.entries.iter().position(|(key, _)| *key == name),
        }
    }

    /// The value at a position, if `name` is there (still): how an inline cache looks.
    pub fn at(&self, position: usize, name: Sym) -> Option<&Value> {
        self.entries.get(position).filter(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The value at a position, where there must be one.
    pub fn value_at(&self, position: usize) -> &Value {
        &self.entries[position].1
    }

    pub fn at_mut(&mut self, position: usize, name: Sym) -> Option<&mut Value> {
        self.entries.get_mut(position).filter(|(key, _)| *key == name).map(|(_, value)| value)
    }

    pub fn get(&self, name: Sym) -> Option<&Value> {
        self.position(name).map(|at| &self.entries[at].1)
    }

    /// Sets `name` and gives its old value.
    pub fn set(&mut self, name: Sym, value: Value) -> Option<Value> {
        if let Some(at) = self.position(name) {
            return Some(std::mem::replace(&mut self.entries[at].1, value));
        }
        self.entries.push((name, value));
        if let Some(index) = &mut self.index {
            index.insert(name, self.entries.len() as u32 - 1);
        } else if self.entries.len() > LINEAR {
            self.reindex();
        }
        None
    }

    pub fn remove(&mut self, name: Sym) -> Option<Value> {
        let at = self.position(name)?;
        let (_, value) = self.entries.remove(at);
        if self.index.is_some() {
            self.reindex();
        }
        Some(value)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Sym, &Value)> {
        self.entries.iter().map(|(name, value)| (*name, value))
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn reindex(&mut self) {
        let index = self.entries.iter().enumerate().map(|(at, (name, _))| (*name, at as u32)).collect();
        self.index = Some(Box::new(index));
    }
}

impl Extend<(Sym, Value)> for Attrs {
    fn extend<I: IntoIterator<Item = (Sym, Value)>>(&mut self, entries: I) {
        for (name, value) in entries {
            self.set(name, value);
        }
    }
}

impl FromIterator<(Sym, Value)> for Attrs {
    fn from_iter<I: IntoIterator<Item = (Sym, Value)>>(entries: I) -> Attrs {
        let mut attrs = Attrs::default();
        for (name, value) in entries {
            attrs.set(name, value);
        }
        attrs
    }
}
