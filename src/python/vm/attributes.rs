//! The instructions on attributes: reading, setting and deleting them.

use std::cell::Cell;

use crate::python::code::{AttrHint, Special};
use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Binding, Result, Throw};
use crate::python::object::{Class, Instance, Member, Obj, Ref, Sym, Value};

use super::execution::Execution;
use super::frame::Then;
use super::functions::Args;
use super::{Interpreter, class_of, error, type_error, type_name, with_class_of};

use super::lookup::has_own_lookup;
pub use super::lookup::{Found, no_attribute, own_attrs, property_error, special};
pub use super::slots::is_slot;

impl Execution<'_> {
    pub(super) fn load_attr_op(&mut self, i: u32) -> Result<()> {
        let name = self.f.code.names[i as usize];
        if let Some(Obj::Instance(instance)) = self.peek(0).obj()
            && let Some(value) = self.cached_attr(instance, name)
        {
            self.drop_n(1);
            self.push(value);
            self.reap();
            return Ok(());
        }
        let object = self.pop();
        self.load_attr(object, name, Then::Push)
    }

    /// The attribute of the instance in a local that the next instruction loads, if it is one of the instance itself.
    #[inline(always)]
    pub(super) fn attr_of_local(&self, local: u32, i: u32) -> Option<Value> {
        let Some(Obj::Instance(instance)) = self.f.stack[local as usize].obj() else { return None };
        let code = &self.f.code;
        let name = code.names[i as usize];
        let at = self.position(instance, name, &code.caches[self.f.pc as usize], |_| true)?;
        instance.attrs.plain().at(at, name).cloned()
    }

    /// An attribute of the instance itself that no data descriptor of its class hides.
    fn cached_attr(&self, instance: &Instance, name: Sym) -> Option<Value> {
        let at = self.cached_position(instance, name)?;
        instance.attrs.plain().at(at, name).cloned()
    }

    /// Where the instance has an attribute that can be replaced without asking its class.
    fn replaceable(&self, instance: &Instance, name: Sym) -> Option<usize> {
        let is_own = |hook: Option<&Value>| hook.is_some_and(|hook| !super::operators::is_native(hook));
        self.position(instance, name, self.hint(), |class| !class.look(self.vm.names.setattr, is_own))
    }

    /// Where the instance itself has an attribute that nothing in its class hides.
    fn cached_position(&self, instance: &Instance, name: Sym) -> Option<usize> {
        self.position(instance, name, self.hint(), |_| true)
    }

    /// Where the present instruction remembers what it found.
    fn hint(&self) -> &Cell<AttrHint> {
        &self.f.code.caches[self.f.pc as usize - 1]
    }

    /// The place where the instruction found the attribute last time is tried first. `allows` is asked of a class that is new here.
    #[inline(always)]
    fn position(
        &self,
        instance: &Instance,
        name: Sym,
        hint: &Cell<AttrHint>,
        allows: impl FnOnce(&Class) -> bool,
    ) -> Option<usize> {
        let AttrHint { position, class: known } = hint.get();
        let attrs = instance.attrs.plain();
        let class = instance.class.as_class()?;
        let version = class.version();
        if known == version && attrs.at(position as usize, name).is_some() {
            return Some(position as usize);
        }
        let position = attrs.position(name)?;
        let hides = |attr: Option<&Value>| attr.is_some_and(|attr| self.vm.is_data_descriptor(attr));
        if class.own_lookup || class.look(name, hides) || !allows(class) {
            return None;
        }
        hint.set(AttrHint { position: position as u32, class: version });
        Some(position)
    }

    /// `object.name`; `then` says where it goes.
    pub(super) fn load_attr(&mut self, object: Value, name: Sym, then: Then) -> Result<()> {
        match self.vm.lookup(&object, name)? {
            Found::Value(value) => {
                drop(object);
                self.complete(then, value)?;
                self.reap();
                Ok(())
            }
            Found::Call(function, positional) => self.call(function, Args { positional, keyword: Vec::new() }, then),
            Found::Missing => Err(no_attribute(&object, name)),
        }
    }

    /// The function that a method call on the top operand calls, where only the class has a say: the commonest case.
    #[inline(always)]
    fn method_of_class(&self, name: Sym) -> Option<Value> {
        let class = match &**self.peek(0).as_ref()? {
            Obj::Instance(instance) if instance.attrs.has(name) => return None,
            Obj::Instance(instance) => &instance.class,
            Obj::Str(_) => self.vm.core.class(TypeKind::Str),
            Obj::List(_) => self.vm.core.class(TypeKind::List),
            Obj::Dict(_) => self.vm.core.class(TypeKind::Dict),
            _ => return None,
        };
        let class = class.as_class()?;
        if class.own_lookup {
            return None;
        }
        class.look(name, |found| found.filter(|found| is_method(found)).cloned())
    }

    pub(super) fn load_method_op(&mut self, i: u32) -> Result<()> {
        let name = self.f.code.names[i as usize];
        if let Some(method) = self.method_of_class(name) {
            let at = self.f.stack.len() - 1;
            let receiver = std::mem::replace(&mut self.f.stack[at], method);
            self.push(receiver);
            return Ok(());
        }
        let object = self.peek(0);
        let plain = !matches!(object.obj(), Some(Obj::Class(_) | Obj::Module(_) | Obj::Super(_)));
        if plain
            && let Some(method) = special(object, name)
            && is_method(&method)
            && !has_own_lookup(object)
            && own_attrs(object).is_none_or(|attrs| !attrs.has(name))
        {
            let receiver = self.pop();
            self.push(method);
            self.push(receiver);
            return Ok(());
        }
        let object = self.pop();
        self.load_attr(object, name, Then::PushMethod)
    }

    pub(super) fn store_attr_op(&mut self, i: u32) -> Result<()> {
        let name = self.f.code.names[i as usize];
        let (object, value) = (self.pop(), self.pop());
        if let Some(Obj::Instance(instance)) = object.obj()
            && let Some(at) = self.replaceable(instance, name)
        {
            let old = instance.attrs.replace(at, name, value);
            drop((object, old));
            self.reap();
            return Ok(());
        }
        self.store_attr(object, name, value, Then::Drop)?;
        self.reap();
        Ok(())
    }

    /// `object.name = value`
    pub(super) fn store_attr(&mut self, object: Value, name: Sym, value: Value, then: Then) -> Result<()> {
        if let Some(method) = self.own_hook(&object, self.vm.names.setattr) {
            return self.call(method, Args { positional: vec![object, name.value(), value], keyword: Vec::new() }, then);
        }
        self.store_attr_plainly(object, name, value, then)
    }

    /// What `object.__setattr__` does.
    fn store_attr_plainly(&mut self, object: Value, name: Sym, value: Value, then: Then) -> Result<()> {
        if let Some((function, positional)) = self.setter(&object, name, &value)? {
            return self.call(function, Args { positional, keyword: Vec::new() }, then);
        }
        self.vm.store_own(&object, name, value)?;
        self.complete(then, Value::None)
    }

    /// What a data descriptor on the class makes of setting `name`: a call.
    fn setter(&self, object: &Value, name: Sym, value: &Value) -> Result<Option<(Value, Vec<Value>)>> {
        let Some(attr) = with_class_of(object, |class| class.as_class()?.lookup(name)) else { return Ok(None) };
        match attr.obj() {
            Some(Obj::Property(property)) if property.set.is_unset() => Err(property_error(&attr, &class_of(object), "setter")),
            Some(Obj::Property(property)) => Ok(Some((property.set.clone(), vec![object.clone(), value.clone()]))),
            Some(Obj::Instance(_)) => match special(&attr, self.vm.names.set) {
                Some(set) => Ok(Some((set, vec![attr, object.clone(), value.clone()]))),
                None if special(&attr, self.vm.names.delete).is_some() => Err(error(ExceptionKind::AttributeError, "__set__")),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// The same for deleting it.
    fn deleter(&self, object: &Value, name: Sym) -> Result<Option<(Value, Vec<Value>)>> {
        let Some(attr) = with_class_of(object, |class| class.as_class()?.lookup(name)) else { return Ok(None) };
        match attr.obj() {
            Some(Obj::Property(property)) if property.delete.is_unset() => Err(property_error(&attr, &class_of(object), "deleter")),
            Some(Obj::Property(property)) => Ok(Some((property.delete.clone(), vec![object.clone()]))),
            Some(Obj::Instance(_)) => match special(&attr, self.vm.names.delete) {
                Some(delete) => Ok(Some((delete, vec![attr, object.clone()]))),
                None if special(&attr, self.vm.names.set).is_some() => Err(error(ExceptionKind::AttributeError, "__delete__")),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// `__setattr__` or `__delattr__` of the object's class, if it is written in Python.
    fn own_hook(&self, object: &Value, name: Sym) -> Option<Value> {
        match object.obj() {
            Some(Obj::Instance(_) | Obj::Exception(_)) => {}
            Some(Obj::Class(class)) if class.metaclass.is_some() => {}
            _ => return None,
        }
        special(object, name).filter(|method| matches!(method.obj(), Some(Obj::Function(_))))
    }

    pub(super) fn delete_attr_op(&mut self, i: u32) -> Result<()> {
        let name = self.f.code.names[i as usize];
        let object = self.pop();
        self.delete_attr(object, name, Then::Drop)?;
        self.reap();
        Ok(())
    }

    pub(super) fn delete_attr(&mut self, object: Value, name: Sym, then: Then) -> Result<()> {
        if let Some(method) = self.own_hook(&object, self.vm.names.delattr) {
            return self.call(method, Args { positional: vec![object, name.value()], keyword: Vec::new() }, then);
        }
        self.delete_attr_plainly(object, name, then)
    }

    /// Sets or deletes an attribute for a native function, which then returns `None`.
    pub(super) fn change_attr(&mut self, object: Value, name: Sym, value: Option<Value>, hooks: bool) -> Result<()> {
        match (value, hooks) {
            (Some(value), true) => self.store_attr(object, name, value, Then::Push),
            (Some(value), false) => self.store_attr_plainly(object, name, value, Then::Push),
            (None, true) => self.delete_attr(object, name, Then::Push),
            (None, false) => self.delete_attr_plainly(object, name, Then::Push),
        }
    }

    /// What `object.__delattr__` does.
    fn delete_attr_plainly(&mut self, object: Value, name: Sym, then: Then) -> Result<()> {
        if let Some((function, positional)) = self.deleter(&object, name)? {
            return self.call(function, Args { positional, keyword: Vec::new() }, then);
        }
        let removed = match object.obj() {
            Some(Obj::Class(class)) if !class.builtin => class.remove(name),
            Some(Obj::Module(module)) => module.namespace.remove(name),
            _ => own_attrs(&object).and_then(|attrs| attrs.remove(name)),
        };
        if removed.is_none() {
            let is_slot =
                with_class_of(&object, |class| class.as_class()?.lookup(name)).is_some_and(|attr| Member::of(&attr).is_some());
            return Err(match self.vm.has_dict(&object) {
                _ if is_slot => error(ExceptionKind::AttributeError, name.text().to_string()),
                false if !matches!(object.obj(), Some(Obj::Class(class)) if !class.builtin) => self.vm.cannot_store(&object, name),
                _ => no_attribute(&object, name),
            });
        }
        self.complete(then, Value::None)
    }

    pub(super) fn load_special(&mut self, which: Special) -> Result<()> {
        let manager = self.pop();
        let (name, text) = match which {
            Special::Enter => (self.vm.names.enter, "the context manager protocol"),
            Special::Exit => (self.vm.names.exit, "the context manager protocol"),
            Special::AsyncEnter => (self.vm.names.aenter, "the asynchronous context manager protocol"),
            Special::AsyncExit => (self.vm.names.aexit, "the asynchronous context manager protocol"),
        };
        let Some(method) = special(&manager, name) else {
            let other = match which {
                Special::Enter | Special::Exit => self.vm.names.aenter,
                Special::AsyncEnter | Special::AsyncExit => self.vm.names.enter,
            };
            let hint = match (special(&manager, other), which) {
                (Some(_), Special::Enter | Special::Exit) => {
                    " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"
                }
                (Some(_), _) => " but it supports the context manager protocol. Did you mean to use 'with'?",
                (None, _) => "",
            };
            let missed = format!(" (missed {name} method)");
            return Err(type_error(format!(
                "'{}' object does not support {text}{missed}{hint}",
                super::errors::full_type_name(&manager)
            )));
        };
        let class = class_of(&manager);
        match self.vm.bind(method, &manager, &class)? {
            Found::Value(bound) => self.push(bound),
            Found::Call(function, positional) => {
                return self.call(function, Args { positional, keyword: Vec::new() }, Then::Push);
            }
            Found::Missing => unreachable!("it was found"),
        }
        Ok(())
    }
}

/// Is it a function that becomes a method by being called with its object first?
fn is_method(attr: &Value) -> bool {
    match attr.obj() {
        Some(Obj::Function(_)) => true,
        Some(Obj::NativeFunction(native)) => native.native.def.binding == Binding::Method && native.receiver.is_unset(),
        _ => false,
    }
}

impl Interpreter {
    /// Sets an attribute that no descriptor is in charge of.
    pub fn store_own(&self, object: &Value, name: Sym, value: Value) -> Result<()> {
        if name == self.names.class || name == self.names.dict {
            return super::builtin_attrs::store_nature(object, name, &value);
        }
        match object.obj() {
            Some(Obj::Class(class)) if class.builtin => {
                Err(type_error(format!("cannot set '{name}' attribute of immutable type '{}'", class.name())))
            }
            Some(Obj::Class(class)) => {
                super::classes::store(class, name, value);
                Ok(())
            }
            Some(Obj::Module(module)) => {
                module.namespace.set(name, value);
                Ok(())
            }
            Some(Obj::Function(_) | Obj::Exception(_) | Obj::Cell(_)) if super::builtin_attrs::store(object, name, &value)? => {
                Ok(())
            }
            _ => match own_attrs(object) {
                Some(_) if self.is_slotted_out(object, name) => Err(self.cannot_store(object, name)),
                Some(attrs) => {
                    if attrs.shared().is_some() && super::slots::is_slot(object, name) {
                        attrs.set_slot(name, value);
                    } else {
                        attrs.set(name, value);
                    }
                    Ok(())
                }
                None => Err(self.cannot_store(object, name)),
            },
        }
    }

    /// The AttributeError of setting an attribute of an object that can have none of its own.
    fn cannot_store(&self, object: &Value, name: Sym) -> Throw {
        let class = type_name(object);
        let message = match self.lookup(object, name) {
            Ok(Found::Missing) => {
                format!("'{class}' object has no attribute '{name}' and no __dict__ for setting new attributes")
            }
            _ => format!("'{class}' object attribute '{name}' is read-only"),
        };
        error(ExceptionKind::AttributeError, message)
    }

    /// Can the object have attributes that its class does not foresee in `__slots__`?
    pub fn has_dict(&self, object: &Value) -> bool {
        own_attrs(object).is_some() && !self.is_slotted_out(object, Sym::new(""))
    }

    /// Does the object's class list the attributes there may be in `__slots__`, without this one?
    fn is_slotted_out(&self, object: &Value, name: Sym) -> bool {
        let Some(Obj::Instance(instance)) = object.obj() else { return false };
        let Some(class) = instance.class.as_class() else { return false };
        let object_class = self.core.class(TypeKind::Object);
        let mut chain = std::iter::once(&instance.class).chain(&class.ancestors).filter(|class| !Ref::ptr_eq(class, object_class));
        chain.all(|class| {
            let slots = class.as_class().and_then(|class| class.attrs().get(self.names.slots).cloned());
            slots.is_some_and(|slots| {
                !super::slots::allow_all(&slots) && !super::slots::names(&slots, class.as_class()).contains(&name)
            })
        })
    }
}
