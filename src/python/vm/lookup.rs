//! Looking attributes up, through instances, classes and descriptors.

use crate::python::core::ExceptionKind;
use crate::python::library::refused;
use crate::python::native::{Binding, Result, Throw};
use crate::python::object::{BoundMethod, Class, Fields, Member, NativeFunction, Obj, Ref, Sym, Value};

use super::{Interpreter, class_of, error, type_name, with_class_of};

/// What looking up an attribute comes to.
pub enum Found {
    Value(Value),
    /// The value is what this call returns: a property, a descriptor, `__getattr__`.
    Call(Value, Vec<Value>),
    Missing,
}

/// A method that the interpreter itself looks for: on the class of `value` only. To be called with `value` as its first argument.
pub fn special(value: &Value, name: Sym) -> Option<Value> {
    let found = with_class_of(value, |class| class.as_class()?.lookup(name))?;
    match found.obj() {
        // A name that is set to None says that the operation is not there.
        None if found.is_none() => None,
        _ => Some(found),
    }
}

impl Interpreter {
    /// Looks up `value.name`, after `PyObject_GenericGetAttr` (Objects/object.c) and `type_getattro` (Objects/typeobject.c).
    pub fn lookup(&self, value: &Value, name: Sym) -> Result<Found> {
        match value.obj() {
            Some(Obj::Class(class)) => {
                let found = self.lookup_in_class(value, class, name)?;
                return Ok(match special(value, self.names.getattr).filter(|_| class.metaclass.is_some()) {
                    Some(hook) if matches!(found, Found::Missing) => Found::Call(hook, vec![value.clone(), name.value()]),
                    Some(_) => self.with_fallback(found, value, name),
                    None => found,
                });
            }
            Some(Obj::Module(module)) => {
                if let Some(found) = module.namespace.get(name) {
                    return Ok(Found::Value(found));
                }
                if let Some(message) = refused::message(&module.namespace.name, &name.text()) {
                    return Err(error(ExceptionKind::NotImplementedError, message));
                }
                if let Some(getattr) = module.namespace.get(self.names.getattr) {
                    return Ok(Found::Call(getattr, vec![name.value()]));
                }
            }
            Some(Obj::Super(proxy)) => {
                let class = proxy.class.as_class().expect("super keeps a class");
                if let Some(found) = class.lookup_after(&proxy.class, &proxy.start, name) {
                    // In a class method the receiver is the class itself, in a method of a metaclass an instance of it.
                    let to_class = proxy.receiver.as_ref().is_some_and(|receiver| Ref::ptr_eq(receiver, &proxy.class));
                    let receiver = if to_class && !is_class_method(&found) { &Value::Unset } else { &proxy.receiver };
                    return self.bind(found, receiver, &proxy.class);
                }
            }
            Some(Obj::Instance(_)) if has_own_lookup(value) => {
                let method = special(value, self.names.getattribute).unwrap_or_default();
                return Ok(self.with_fallback(Found::Call(method, vec![value.clone(), name.value()]), value, name));
            }
            _ => {}
        }
        match self.lookup_plainly(value, name)? {
            Found::Missing => match special(value, self.names.getattr) {
                None if matches!(value.obj(), Some(Obj::Method(_))) => self.lookup_in_function(value, name),
                Some(method) => Ok(Found::Call(method, vec![value.clone(), name.value()])),
                None => Ok(Found::Missing),
            },
            found => Ok(self.with_fallback(found, value, name)),
        }
    }

    /// What a method does not have its function may have (`method_getattro`, Objects/classobject.c).
    fn lookup_in_function(&self, method: &Value, name: Sym) -> Result<Found> {
        match method.obj() {
            Some(Obj::Method(method)) => self.lookup(&method.function, name),
            _ => Ok(Found::Missing),
        }
    }

    /// Where a call may end in an AttributeError, `__getattr__` is the last resort (`slot_tp_getattr_hook`, Objects/typeobject.c).
    fn with_fallback(&self, found: Found, value: &Value, name: Sym) -> Found {
        match (found, special(value, self.names.getattr)) {
            (Found::Call(function, args), Some(fallback)) => {
                let guarded = vec![function, Value::tuple(args), fallback, value.clone(), name.value()];
                Found::Call(self.prelude("_getattr_hook"), guarded)
            }
            (found, _) => found,
        }
    }

    /// What `object.__getattribute__` does.
    pub fn lookup_plainly(&self, value: &Value, name: Sym) -> Result<Found> {
        let class = class_of(value);
        let class_attr = class.as_class().and_then(|class| class.lookup(name));
        if let Some(attr) = &class_attr
            && self.is_data_descriptor(attr)
        {
            return self.bind(attr.clone(), value, &class);
        }
        if let Some(found) = own_attrs(value).and_then(|attrs| attrs.get(name)) {
            return Ok(Found::Value(found));
        }
        if let Some(attr) = class_attr {
            return self.bind(attr, value, &class);
        }
        Ok(Found::Missing)
    }

    fn lookup_in_class(&self, value: &Value, class: &Class, name: Sym) -> Result<Found> {
        let meta = class_of(value);
        let meta_attr = meta.as_class().and_then(|meta| meta.lookup(name));
        if let Some(attr) = &meta_attr
            && self.is_data_descriptor(attr)
        {
            return self.bind(attr.clone(), value, &meta);
        }
        if let Some(attr) = class.lookup(name) {
            let this = value.as_ref().expect("a class is an object");
            return self.bind(attr, &Value::Unset, this);
        }
        match meta_attr {
            Some(attr) => self.bind(attr, value, &meta),
            None => Ok(Found::Missing),
        }
    }

    /// What an attribute of `class` means when it is looked up on `receiver`; unset: on the class itself.
    pub(super) fn bind(&self, attr: Value, receiver: &Value, class: &Ref) -> Result<Found> {
        let bound = match attr.obj() {
            Some(Obj::Function(_)) if !receiver.is_unset() => {
                Value::from(Obj::Method(BoundMethod { function: attr, receiver: receiver.clone() }))
            }
            Some(Obj::NativeFunction(native)) if native.receiver.is_unset() => match native.native.def.binding {
                Binding::Method if !receiver.is_unset() => native_method(native, receiver.clone()),
                Binding::Class => native_method(native, Value::Obj(class.clone())),
                Binding::Property if !receiver.is_unset() => return Ok(Found::Call(attr, vec![receiver.clone()])),
                Binding::Method | Binding::Property | Binding::Static => attr,
            },
            Some(Obj::StaticMethod(function)) => function.clone(),
            Some(Obj::ClassMethod(function)) => {
                let receiver = match receiver.obj() {
                    Some(Obj::Class(_)) => receiver.clone(),
                    _ => Value::Obj(class.clone()),
                };
                Value::from(Obj::Method(BoundMethod { function: function.clone(), receiver }))
            }
            Some(Obj::Property(property)) if !receiver.is_unset() => {
                return match &property.get {
                    Value::Unset => Err(property_error(&attr, class, "getter")),
                    get => Ok(Found::Call(get.clone(), vec![receiver.clone()])),
                };
            }
            // The slot is empty: its value would be among the attributes of the instance.
            Some(Obj::Extension(_)) if !receiver.is_unset() && Member::of(&attr).is_some() => return Ok(Found::Missing),
            Some(Obj::Instance(_)) => match special(&attr, self.names.get) {
                Some(get) => {
                    let receiver = if receiver.is_unset() { Value::None } else { receiver.clone() };
                    return Ok(Found::Call(get, vec![attr, receiver, Value::Obj(class.clone())]));
                }
                None => attr,
            },
            _ => attr,
        };
        Ok(Found::Value(bound))
    }

    pub(super) fn is_data_descriptor(&self, attr: &Value) -> bool {
        match attr.obj() {
            Some(Obj::Property(_)) => true,
            Some(Obj::NativeFunction(native)) => native.native.def.binding == Binding::Property,
            Some(Obj::Instance(_)) => special(attr, self.names.set).or_else(|| special(attr, self.names.delete)).is_some(),
            _ => false,
        }
    }
}

/// Is there a `__getattribute__` written in Python, which has the say in everything?
pub(super) fn has_own_lookup(value: &Value) -> bool {
    match value.obj() {
        Some(Obj::Instance(instance)) => instance.class.as_class().is_some_and(|class| class.own_lookup),
        _ => false,
    }
}

fn is_class_method(attr: &Value) -> bool {
    match attr.obj() {
        Some(Obj::ClassMethod(_)) => true,
        Some(Obj::NativeFunction(native)) => native.native.def.binding == Binding::Class,
        _ => false,
    }
}

fn native_method(native: &NativeFunction, receiver: Value) -> Value {
    Value::from(Obj::NativeFunction(NativeFunction { native: native.native.clone(), receiver }))
}

/// The error of a property of `class` that lacks a function: its `getter`, `setter` or `deleter`.
pub fn property_error(property: &Value, class: &Ref, what: &str) -> Throw {
    let this = class.as_class().expect("properties are found on classes");
    let order = std::iter::once(class).chain(&this.ancestors).filter_map(|class| class.as_class());
    let name =
        order.flat_map(|class| class.attrs().iter().filter(|(_, value)| value.is(property)).map(|(name, _)| name).next()).next();
    let name = name.map(|name| format!(" '{name}'")).unwrap_or_default();
    error(ExceptionKind::AttributeError, format!("property{name} of '{}' object has no {what}", this.name()))
}

/// The attributes that an object has of its own.
pub fn own_attrs(value: &Value) -> Option<&Fields> {
    match value.obj()? {
        Obj::Instance(instance) => Some(&instance.attrs),
        Obj::Exception(exception) => Some(&exception.attrs),
        Obj::Function(function) => Some(&function.attrs),
        Obj::Future(future) => Some(&future.attrs),
        _ => None,
    }
}

/// The AttributeError for `value.name`. It carries both, as CPython's does.
pub fn no_attribute(value: &Value, name: Sym) -> Throw {
    let message = match value.obj() {
        Some(Obj::Class(class)) => format!("type object '{}' has no attribute '{name}'", class.name()),
        Some(Obj::Module(module)) => format!("module '{}' has no attribute '{name}'", module.namespace.name),
        Some(Obj::Super(_)) => format!("'super' object has no attribute '{name}'"),
        _ => format!("'{}' object has no attribute '{name}'", type_name(value)),
    };
    let throw = error(ExceptionKind::AttributeError, message);
    if let Some(exception) = throw.0.as_exception() {
        exception.attrs.set(Sym::new("name"), name.value());
        exception.attrs.set(Sym::new("obj"), value.clone());
    }
    throw
}
