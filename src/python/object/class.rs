//! Classes: name, bases, method resolution order, attributes; and the cache that makes looking up a method cheap.

use std::cell::{Cell, Ref as Borrow, RefCell};
use std::rc::Rc;

use super::attrs::Attrs;
use super::heap::{Obj, Ref};
use super::symbol::Sym;
use super::value::Value;
use crate::python::code::ClassVersion;
use crate::python::native::Native;

/// What instances of a class are made of, inherited from the builtin type among its ancestors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Attributes only: plain classes.
    Object,
    /// An [`super::Exception`].
    Exception,
    /// A class of classes.
    Type,
    /// A future or task of the event loop.
    Future,
    /// A builtin value, which instances of a subclass carry as their payload: `int`, `str`, `list`, `dict`, ...
    Payload,
    /// A builtin type that cannot be a base: `bool`, `function`, `range`, ...
    Final,
}

/// A class, builtin or written in Python.
pub struct Class {
    pub name: RefCell<Rc<str>>,
    pub qualname: RefCell<Rc<str>>,
    /// The module it was defined in, as `repr` shows it.
    pub module: RefCell<Rc<str>>,
    pub bases: Vec<Ref>,
    /// The method resolution order after the class itself.
    pub ancestors: Vec<Ref>,
    pub layout: Layout,
    /// A builtin class: immutable, and shared by all machines.
    pub builtin: bool,
    /// Its metaclass, if that is not `type`.
    pub metaclass: Option<Ref>,
    /// Of a builtin class: what a call of it does. Its parameters are those of the call, without the class.
    pub constructor: Option<Rc<Native>>,
    /// Whether the class had a `__getattribute__` written in Python when it was made: one that is set later is not asked.
    pub own_lookup: bool,
    /// Whether it has or inherits a `__del__`.
    pub has_del: Cell<bool>,
    /// Tells it from all other classes of the host's thread.
    number: u32,
    attrs: RefCell<Attrs>,
    cache: RefCell<Cache>,
}

/// Where names were found lately: a place a name, which it shares with others. It keeps no object alive, so it never shows.
#[derive(Default)]
struct Cache {
    epoch: u32,
    places: Vec<Option<Place>>,
}

#[derive(Clone, Copy)]
struct Place {
    name: Sym,
    found: Option<Found>,
}

#[derive(Clone, Copy)]
struct Found {
    /// Position in the method resolution order: 0 is the class itself.
    owner: u32,
    /// Position among the owner's attributes.
    position: u32,
}

impl Cache {
    /// Symbols are numbered as they come, so names that are used together seldom share a place.
    const PLACES: usize = 64;

    fn at(name: Sym) -> usize {
        name.0 as usize % Cache::PLACES
    }

    #[inline(always)]
    fn get(&self, epoch: u32, name: Sym) -> Option<Option<Found>> {
        let place = (*self.places.get(Cache::at(name))?)?;
        (self.epoch == epoch && place.name == name).then_some(place.found)
    }

    fn insert(&mut self, epoch: u32, name: Sym, found: Option<Found>) {
        if self.epoch != epoch || self.places.is_empty() {
            self.epoch = epoch;
            self.places.clear();
            self.places.resize(Cache::PLACES, None);
        }
        self.places[Cache::at(name)] = Some(Place { name, found });
    }
}

thread_local! {
    /// Counts changes of any class, so that caches know when they are stale.
    static EPOCH: Cell<u32> = const { Cell::new(0) };
    /// Counts classes.
    static CLASSES: Cell<u32> = const { Cell::new(0) };
}

impl Class {
    pub fn new(name: &str, bases: Vec<Ref>, ancestors: Vec<Ref>, layout: Layout, attrs: Attrs) -> Class {
        Class {
            name: RefCell::new(name.into()),
            qualname: RefCell::new(name.into()),
            module: RefCell::new("builtins".into()),
            bases,
            ancestors,
            layout,
            builtin: false,
            metaclass: None,
            constructor: None,
            own_lookup: false,
            has_del: Cell::new(false),
            number: CLASSES.replace(CLASSES.get() + 1) + 1,
            attrs: RefCell::new(attrs),
            cache: RefCell::default(),
        }
    }

    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    /// The class's own attributes.
    pub fn attrs(&self) -> Borrow<'_, Attrs> {
        self.attrs.borrow()
    }

    /// An attribute of the class or of an ancestor, as `_PyType_Lookup` finds it (Objects/typeobject.c).
    pub fn lookup(&self, name: Sym) -> Option<Value> {
        self.look(name, |found| found.cloned())
    }

    /// The same without taking hold of what is found.
    #[inline]
    pub fn look<R>(&self, name: Sym, look: impl FnOnce(Option<&Value>) -> R) -> R {
        let epoch = EPOCH.get();
        let cached = self.cache.borrow().get(epoch, name);
        let found = cached.unwrap_or_else(|| {
            let found = self.search(name);
            self.cache.borrow_mut().insert(epoch, name, found);
            found
        });
        match found {
            None => look(None),
            Some(Found { owner: 0, position }) => look(Some(self.attrs.borrow().value_at(position as usize))),
            Some(Found { owner, position }) => {
                let owner = self.ancestors[owner as usize - 1].as_class().expect("ancestors are classes");
                look(Some(owner.attrs.borrow().value_at(position as usize)))
            }
        }
    }

    /// The class as it is now, for what is remembered of it.
    pub fn version(&self) -> ClassVersion {
        ClassVersion { class: self.number, epoch: EPOCH.get() }
    }

    fn search(&self, name: Sym) -> Option<Found> {
        let ancestors = self.ancestors.iter().filter_map(Ref::as_class);
        let mut order = std::iter::once(self).chain(ancestors).zip(0..);
        order.find_map(|(class, owner)| {
            let position = class.attrs.borrow().position(name)? as u32;
            Some(Found { owner, position })
        })
    }

    /// An attribute of an ancestor after `start` in the method resolution order that begins with this class: what `super()` sees.
    /// `this` is the class itself.
    pub fn lookup_after(&self, this: &Ref, start: &Ref, name: Sym) -> Option<Value> {
        let mut order = std::iter::once(this).chain(&self.ancestors).skip_while(|class| !Ref::ptr_eq(class, start)).skip(1);
        order.find_map(|ancestor| ancestor.as_class()?.attrs.borrow().get(name).cloned())
    }

    /// Replaces all attributes at once: the second half of a copy.
    pub fn replace_attrs(&self, attrs: Attrs) {
        let old = self.attrs.replace(attrs);
        invalidate_caches();
        drop(old);
    }

    pub fn set(&self, name: Sym, value: Value) {
        let old = self.attrs.borrow_mut().set(name, value);
        invalidate_caches();
        drop(old);
    }

    pub fn remove(&self, name: Sym) -> Option<Value> {
        let old = self.attrs.borrow_mut().remove(name);
        invalidate_caches();
        old
    }

    /// Whether this class, which is `this`, is `other` or inherits from it.
    pub fn is_subclass(&self, this: &Ref, other: &Ref) -> bool {
        Ref::ptr_eq(this, other) || self.ancestors.iter().any(|ancestor| Ref::ptr_eq(ancestor, other))
    }
}

fn invalidate_caches() {
    EPOCH.set(EPOCH.get().wrapping_add(1));
}

impl Ref {
    pub fn as_class(&self) -> Option<&Class> {
        match &**self {
            Obj::Class(class) => Some(class),
            _ => None,
        }
    }

    /// Whether this class is `other` or inherits from it; false if either is no class.
    pub fn is_subclass_of(&self, other: &Ref) -> bool {
        self.as_class().is_some_and(|class| class.is_subclass(self, other))
    }
}

/// The method resolution order after the class itself, by C3 linearization (Michele Simionato, "The Python 2.3 Method Resolution
/// Order"). `None` if there is no consistent one.
pub fn linearize(bases: &[Ref]) -> Option<Vec<Ref>> {
    let mut sequences: Vec<Vec<Ref>> = Vec::new();
    for base in bases {
        let mut sequence = vec![base.clone()];
        sequence.extend(base.as_class()?.ancestors.iter().cloned());
        sequences.push(sequence);
    }
    sequences.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        sequences.retain(|sequence| !sequence.is_empty());
        if sequences.is_empty() {
            return Some(order);
        }
        let in_a_tail = |class: &Ref| sequences.iter().any(|sequence| sequence[1..].iter().any(|other| Ref::ptr_eq(other, class)));
        let next = sequences.iter().map(|sequence| &sequence[0]).find(|class| !in_a_tail(class))?.clone();
        for sequence in &mut sequences {
            if Ref::ptr_eq(&sequence[0], &next) {
                sequence.remove(0);
            }
        }
        order.push(next);
    }
}
