//! Deep copies of objects: for a copy of the whole machine (`copy_machine`), and for what goes from one process to another.
//!
//! Objects that can change are copied in two steps, an empty shell first and its contents from a work list later, so that cycles
//! are no problem. What cannot change and refers to nothing that can is shared.

use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use crate::python::object::exception::{Traceback, TracebackEntry};
use crate::python::object::namespace::Module;
use crate::python::object::{
    BoundMethod, Class, Exception, FastHash, Fields, Function, Generator, Instance, Namespace, NativeFunction, Obj, Property, Ref,
    Super, Value, WeakReference,
};

use super::AsyncStep;
use super::borders::Border;
use super::futures::FutureObject;
use super::generators::Input;

/// Copies objects, each once.
pub struct Copier {
    copies: HashMap<usize, Ref, FastHash>,
    namespaces: HashMap<usize, Rc<Namespace>, FastHash>,
    /// Shells that still have to be filled, with their originals.
    shells: VecDeque<(Ref, Ref)>,
    /// Namespaces to be filled.
    open: VecDeque<(Rc<Namespace>, Rc<Namespace>)>,
    /// Originals whose address must not be used again while the copier knows them.
    kept: Vec<Ref>,
    /// Where the copy is for another process that has modules of its own.
    pub(super) border: Option<Border>,
    /// Whether the copy is a process forked from the original.
    pub(super) is_fork: bool,
    /// Whether nothing is copied but what strong references lead to, and the weak references that were met.
    pub(super) is_collecting: bool,
    pub(super) weak: Vec<Ref>,
    /// Number of values copied so far: references and what needs none.
    pub(super) values: u64,
}

impl Copier {
    /// A copier that shares `prelude` and everything in it.
    pub fn new(prelude: &Rc<Namespace>) -> Copier {
        let mut copier = Copier {
            copies: HashMap::default(),
            namespaces: HashMap::default(),
            shells: VecDeque::new(),
            open: VecDeque::new(),
            kept: Vec::new(),
            border: None,
            is_fork: false,
            is_collecting: false,
            weak: Vec::new(),
            values: 0,
        };
        copier.use_for_namespace(prelude, prelude.clone());
        copier
    }

    /// Says what stands for an object in the copy.
    pub fn use_for(&mut self, original: &Ref, copy: Ref) {
        self.kept.push(original.clone());
        self.copies.insert(original.address(), copy);
    }

    pub fn use_for_namespace(&mut self, original: &Rc<Namespace>, copy: Rc<Namespace>) {
        self.namespaces.insert(Rc::as_ptr(original).addr(), copy);
    }

    /// The addresses of the objects that were copied.
    pub fn copied(&self) -> HashSet<usize> {
        self.copies.keys().copied().collect()
    }

    pub fn value(&mut self, value: &Value) -> Value {
        self.values += 1;
        match value {
            Value::Obj(object) => Value::Obj(self.object(object)),
            other => other.clone(),
        }
    }

    /// Fills all shells. The copies are complete only then.
    pub fn finish(&mut self) {
        loop {
            if let Some((original, copy)) = self.shells.pop_front() {
                self.fill(&original, &copy);
            } else if let Some((original, copy)) = self.open.pop_front() {
                copy.fill_from(&original, |value| self.value(value));
            } else {
                return;
            }
        }
    }

    pub fn object(&mut self, object: &Ref) -> Ref {
        if let Obj::Str(_) | Obj::BigInt(_) | Obj::Complex(_) | Obj::Bytes(_) | Obj::Range(_) | Obj::Code(_) = &**object {
            return object.clone();
        }
        if let Some(copy) = self.copies.get(&object.address()) {
            return copy.clone();
        }
        if let Some(found) = self.stand_in(object) {
            return found;
        }
        let shell = match &**object {
            Obj::NativeFunction(native) if native.receiver.is_unset() => return object.clone(),
            Obj::Class(class) if class.builtin => return object.clone(),
            Obj::Function(function) if self.is_shared(&function.globals) => return object.clone(),
            Obj::Tuple(_) => return self.tuple(object),
            other => self.shell(other),
        };
        let copy = object.copied(shell);
        self.copies.insert(object.address(), copy.clone());
        self.shells.push_back((object.clone(), copy.clone()));
        copy
    }

    /// What stands for an object in another process, where the object is not copied.
    fn stand_in(&mut self, object: &Ref) -> Option<Ref> {
        if self.is_fork && matches!(&**object, Obj::Extension(extension) if extension.is_between_processes()) {
            return Some(object.clone());
        }
        let is_shared = matches!(&**object, Obj::Function(function) if self.is_shared(&function.globals));
        if is_shared {
            return None;
        }
        let found = self.border.as_mut()?.stand_in(object)?;
        self.use_for(object, found.clone());
        Some(found)
    }

    /// A tuple is copied when those inside it are, from a list of what is to do: tuples may nest deeper than the stack allows.
    fn tuple(&mut self, outermost: &Ref) -> Ref {
        let mut work = vec![(outermost.clone(), false)];
        while let Some((tuple, inner_done)) = work.pop() {
            let Obj::Tuple(items) = &*tuple else { continue };
            if self.copies.contains_key(&tuple.address()) {
                continue;
            }
            if !inner_done {
                work.push((tuple.clone(), true));
                let inner = items.iter().filter_map(Value::as_ref).filter(|item| matches!(***item, Obj::Tuple(_)));
                work.extend(inner.map(|item| (item.clone(), false)));
                continue;
            }
            let copies: Vec<Value> = items.iter().map(|item| self.value(item)).collect();
            let is_shared = copies.iter().zip(items).all(|(a, b)| a.is(b));
            let copy = if is_shared { tuple.clone() } else { tuple.copied(Obj::Tuple(copies.into())) };
            self.copies.insert(tuple.address(), copy);
        }
        self.copies[&outermost.address()].clone()
    }

    fn is_shared(&self, namespace: &Rc<Namespace>) -> bool {
        self.namespaces.get(&Rc::as_ptr(namespace).addr()).is_some_and(|copy| Rc::ptr_eq(copy, namespace))
    }

    pub fn namespace(&mut self, namespace: &Rc<Namespace>) -> Rc<Namespace> {
        let address = Rc::as_ptr(namespace).addr();
        if let Some(copy) = self.namespaces.get(&address) {
            return copy.clone();
        }
        let copy = Rc::new(namespace.empty());
        self.namespaces.insert(address, copy.clone());
        self.open.push_back((namespace.clone(), copy.clone()));
        copy
    }

    /// A copy of the parts that cannot change, with everything that can left empty.
    fn shell(&mut self, kind: &Obj) -> Obj {
        match kind {
            Obj::List(_) => Obj::List(Default::default()),
            Obj::Dict(_) => Obj::Dict(Default::default()),
            Obj::Set(_) => Obj::Set(Default::default()),
            Obj::FrozenSet(_) => Obj::FrozenSet(Default::default()),
            Obj::ByteArray(bytes) => Obj::ByteArray(bytes.clone()),
            Obj::Cell(_) => Obj::Cell(Default::default()),
            Obj::Slice(parts) => Obj::Slice(Box::new([0, 1, 2].map(|i| self.value(&parts[i])))),
            Obj::DictView { dict, part } => Obj::DictView { dict: self.object(dict), part: *part },
            Obj::Iterator(iter) => {
                let iter = iter.borrow().map(|object: &Ref| self.object(object));
                Obj::Iterator(iter.into())
            }
            Obj::Class(class) => Obj::Class(Box::new(self.class(class))),
            Obj::Instance(instance) => Obj::Instance(Instance {
                class: self.object(&instance.class),
                attrs: Default::default(),
                payload: self.value(&instance.payload),
            }),
            Obj::Exception(exception) => {
                let class = self.object(&exception.class);
                Obj::Exception(Box::new(Exception::new(class, Vec::new())))
            }
            Obj::Function(function) => Obj::Function(Box::new(self.function(function))),
            Obj::Method(method) => {
                Obj::Method(BoundMethod { function: self.value(&method.function), receiver: self.value(&method.receiver) })
            }
            Obj::NativeFunction(native) => {
                Obj::NativeFunction(NativeFunction { native: native.native.clone(), receiver: self.value(&native.receiver) })
            }
            Obj::Module(module) => Obj::Module(Module { namespace: self.namespace(&module.namespace) }),
            Obj::Generator(generator) => Obj::Generator(Box::new(generator.shell())),
            Obj::AsyncStep(step) => Obj::AsyncStep(Box::new(AsyncStep {
                generator: self.object(&step.generator),
                kind: step.kind,
                input: Default::default(),
                done: step.done.clone(),
            })),
            Obj::Future(future) => {
                let state = future.state.borrow().shell();
                Obj::Future(Box::new(FutureObject {
                    class: self.object(&future.class),
                    state: state.into(),
                    coroutine: Default::default(),
                    context: self.value(&future.context.borrow()).into(),
                    created: future.created.clone(),
                    attrs: Default::default(),
                }))
            }
            Obj::Property(property) => Obj::Property(Box::new(Property {
                get: self.value(&property.get),
                set: self.value(&property.set),
                delete: self.value(&property.delete),
                doc: self.value(&property.doc),
            })),
            Obj::StaticMethod(function) => Obj::StaticMethod(self.value(function)),
            Obj::ClassMethod(function) => Obj::ClassMethod(self.value(function)),
            Obj::Super(proxy) => Obj::Super(Box::new(Super {
                start: self.object(&proxy.start),
                receiver: self.value(&proxy.receiver),
                class: self.object(&proxy.class),
            })),
            Obj::Traceback(traceback) => {
                let exception = self.value(&traceback.exception);
                Obj::Traceback(Box::new(Traceback { exception, ..**traceback }))
            }
            Obj::Extension(extension) => Obj::Extension(extension.shell()),
            Obj::Str(_) | Obj::BigInt(_) | Obj::Complex(_) | Obj::Bytes(_) | Obj::Range(_) | Obj::Code(_) | Obj::Tuple(_) => {
                unreachable!("shared or copied at once")
            }
        }
    }

    fn class(&mut self, class: &Class) -> Class {
        let bases = class.bases.iter().map(|base| self.object(base)).collect();
        let ancestors = class.ancestors.iter().map(|base| self.object(base)).collect();
        let mut copy = Class::new(&class.name(), bases, ancestors, class.layout, Default::default());
        copy.qualname = class.qualname.clone();
        copy.module = class.module.clone();
        copy.metaclass = class.metaclass.as_ref().map(|metaclass| self.object(metaclass));
        copy.constructor = class.constructor.clone();
        copy.own_lookup = class.own_lookup;
        copy.has_del = class.has_del.clone();
        copy
    }

    fn function(&mut self, function: &Function) -> Function {
        Function {
            code: function.code.clone(),
            globals: self.namespace(&function.globals),
            defaults: Default::default(),
            keyword_defaults: Default::default(),
            closure: function.closure.iter().map(|cell| self.object(cell)).collect(),
            annotate: self.value(&function.annotate),
            name: function.name.clone(),
            qualname: function.qualname.clone(),
            special: Default::default(),
            attrs: Default::default(),
        }
    }

    /// Copies what can change.
    fn fill(&mut self, original: &Ref, copy: &Ref) {
        match (&**original, &**copy) {
            (Obj::List(from), Obj::List(to)) => {
                let items = from.borrow().iter().map(|item| self.value(item)).collect();
                to.replace(items);
            }
            (Obj::Dict(from), Obj::Dict(to)) => {
                let table = from.table.borrow().map(|value: &Value| self.value(value));
                to.table.replace(table);
            }
            (Obj::Set(from), Obj::Set(to)) | (Obj::FrozenSet(from), Obj::FrozenSet(to)) => {
                let table = from.table.borrow().map(|value: &Value| self.value(value));
                to.table.replace(table);
            }
            (Obj::Cell(from), Obj::Cell(to)) => drop(to.replace(self.value(&from.borrow()))),
            (Obj::Class(from), Obj::Class(to)) => to.replace_attrs(self.attrs(&from.attrs())),
            (Obj::Instance(from), Obj::Instance(to)) => self.fields(&from.attrs, &to.attrs),
            (Obj::Exception(from), Obj::Exception(to)) => self.fill_exception(from, to),
            (Obj::Function(from), Obj::Function(to)) => self.fill_function(from, to),
            (Obj::Generator(from), Obj::Generator(to)) => {
                let frame = from.frame.borrow().as_deref().map(|frame| self.frame(frame));
                to.frame.replace(frame);
            }
            (Obj::AsyncStep(from), Obj::AsyncStep(to)) => {
                let input = from.input.borrow().as_ref().map(|input| self.input(input));
                to.input.replace(input);
            }
            (Obj::Future(from), Obj::Future(to)) => {
                let state = from.state.borrow().map(self);
                to.state.replace(state);
                to.coroutine.replace(self.value(&from.coroutine.borrow()));
                self.fields(&from.attrs, &to.attrs);
            }
            (Obj::Extension(_), _) if self.is_collecting && WeakReference::of(&Value::Obj(original.clone())).is_some() => {
                let reference = WeakReference::of(&Value::Obj(original.clone())).map(WeakReference::callback);
                self.value(&reference.unwrap_or_default());
                self.weak.push(original.clone());
            }
            (Obj::Extension(from), Obj::Extension(to)) => to.fill_from(&**from, &mut |value| self.value(value)),
            _ => {}
        }
    }

    fn attrs(&mut self, attrs: &crate::python::object::Attrs) -> crate::python::object::Attrs {
        attrs.iter().map(|(name, value)| (name, self.value(value))).collect()
    }

    fn fields(&mut self, from: &Fields, to: &Fields) {
        let attrs = self.attrs(&from.plain());
        to.fill(attrs, from.shared().map(|dict| self.object(&dict)));
    }

    fn fill_exception(&mut self, from: &Exception, to: &Exception) {
        to.args.replace(self.value(&from.args.borrow()));
        self.fields(&from.attrs, &to.attrs);
        to.cause.replace(self.value(&from.cause.borrow()));
        to.context.replace(self.value(&from.context.borrow()));
        to.suppress_context.set(from.suppress_context.get());
        let entries = from.traceback.borrow().iter().map(|entry| self.traceback_entry(entry)).collect();
        to.traceback.replace(entries);
        to.words.replace(from.words.borrow().clone());
    }

    fn traceback_entry(&mut self, entry: &TracebackEntry) -> TracebackEntry {
        let frame = entry.frame.map(|object| self.object(object));
        TracebackEntry { code: entry.code.clone(), globals: self.namespace(&entry.globals), pc: entry.pc, frame }
    }

    fn fill_function(&mut self, from: &Function, to: &Function) {
        let special = self.attrs(&from.special.borrow());
        to.special.replace(special);
        let defaults: Rc<[Value]> = from.defaults.borrow().iter().map(|value| self.value(value)).collect();
        to.defaults.replace(defaults);
        let keyword: Rc<[_]> = from.keyword_defaults.borrow().iter().map(|(name, value)| (*name, self.value(value))).collect();
        to.keyword_defaults.replace(keyword);
        let special = self.attrs(&from.special.borrow());
        to.special.replace(special);
        self.fields(&from.attrs, &to.attrs);
    }

    fn input(&mut self, input: &Input) -> Input {
        match input {
            Input::Send(value) => Input::Send(self.value(value)),
            Input::Throw(throw) => Input::Throw(crate::python::native::Throw(self.object(&throw.0))),
        }
    }
}

impl Generator {
    /// The same generator without its frame.
    fn shell(&self) -> Generator {
        Generator {
            kind: self.kind,
            code: self.code.clone(),
            name: self.name.clone(),
            qualname: self.qualname.clone(),
            state: self.state.clone(),
            frame: Default::default(),
            is_item: self.is_item.clone(),
            closer: self.closer.clone(),
            origin: self.origin.clone(),
            stands_for: self.stands_for,
            awaited: self.awaited.clone(),
        }
    }
}
