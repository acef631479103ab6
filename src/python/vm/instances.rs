//! Calling a class: `__new__`, `__init__`, and the builtin value inside an instance of a subclass.

use crate::python::core::TypeKind;
use crate::python::native::{Result, Throw};
use crate::python::object::{Class, Instance, Layout, Obj, Ref, Value};

use super::classes::builtin_base;
use super::execution::Execution;
use super::frame::{NewCall, Then};
use super::functions::Args;
use super::{class_of, type_error};

impl Execution<'_> {
    /// Calls a class: makes an instance (`type_call`, Objects/typeobject.c).
    pub(super) fn construct(&mut self, callable: &Value, mut args: Args, then: Then) -> Result<()> {
        let Some(object) = callable.as_ref() else { unreachable!("a class is an object") };
        let class = object.as_class().expect("a class is called");
        if let Some(meta) = &class.metaclass
            && let Some(method) = meta.as_class().and_then(|meta| meta.lookup(self.vm.names.call))
            && !super::operators::is_native(&method)
        {
            args.positional.insert(0, callable.clone());
            return self.call(method, args, then);
        }
        self.construct_plainly(object, args, then)
    }

    /// `type.__call__`
    pub(super) fn construct_plainly(&mut self, object: &Ref, args: Args, then: Then) -> Result<()> {
        let class = object.as_class().expect("a class is called");
        let callable = Value::Obj(object.clone());
        if let Some(constructor) = &class.constructor
            && class.builtin
        {
            return self.call_native_then(&constructor.clone(), args, then);
        }
        let new = class.lookup(self.vm.names.new);
        match new {
            Some(new) if !is_default_new(&new) => {
                let mut positional = vec![callable.clone()];
                positional.extend(args.positional.iter().cloned());
                let keyword = args.keyword.clone();
                let call = NewCall { class: object.clone(), args: args.positional, kwargs: args.keyword, init: true };
                let function = match new.obj() {
                    Some(Obj::StaticMethod(function)) => function.clone(),
                    _ => new,
                };
                self.in_bridge(then, |execution| execution.call(function, Args { positional, keyword }, Then::New(Box::new(call))))
            }
            _ => {
                let call = NewCall { class: object.clone(), args: args.positional, kwargs: args.keyword, init: true };
                self.instantiate(call, then)
            }
        }
    }

    /// `object.__new__`, then `__init__`.
    fn instantiate(&mut self, call: NewCall, then: Then) -> Result<()> {
        let class = call.class.as_class().expect("a class is called");
        if class.layout == Layout::Type {
            let new = class.lookup(self.vm.names.new).unwrap_or_default();
            let mut positional = vec![Value::Obj(call.class.clone())];
            positional.extend(call.args.iter().cloned());
            let args = Args { positional, keyword: call.kwargs.clone() };
            return self.in_bridge(then, |execution| execution.call(new, args, Then::New(Box::new(call))));
        }
        if let Some(names) = self.vm.abstract_methods(&call.class) {
            return Err(abstract_error(class, &names));
        }
        let init = class.lookup(self.vm.names.init);
        if class.layout == Layout::Payload && !self.payload_is_mutable(class) {
            // An immutable builtin takes its arguments when it is made.
            return self.in_bridge(then, |execution| execution.make_payload(call));
        }
        let instance = self.vm.new_instance(&call.class, &call.args)?;
        match init {
            Some(init) => {
                let mut positional = vec![instance.clone()];
                positional.extend(call.args);
                let args = Args { positional, keyword: call.kwargs };
                match then {
                    Then::Push => self.call(init, args, Then::Init(instance)),
                    then => self.in_bridge(then, |execution| execution.call(init, args, Then::Init(instance))),
                }
            }
            None if call.args.is_empty() && call.kwargs.is_empty() => self.complete(then, instance),
            None => Err(type_error(format!("{}() takes no arguments", class.name()))),
        }
    }

    fn payload_is_mutable(&self, class: &Class) -> bool {
        let mutable = [TypeKind::List, TypeKind::Dict, TypeKind::Set, TypeKind::ByteArray];
        class.ancestors.iter().any(|base| mutable.iter().any(|&kind| Ref::ptr_eq(base, self.vm.core.class(kind))))
    }

    /// An instance of a class that inherits from `int`, `str`, `tuple` and the like: the builtin constructor makes the payload.
    fn make_payload(&mut self, call: NewCall) -> Result<()> {
        let base = builtin_base(&call.class);
        let args = Args { positional: call.args.clone(), keyword: call.kwargs.clone() };
        self.call(Value::Obj(base), args, Then::Payload(Box::new(call)))
    }

    /// The payload is there: wraps it, and calls `__init__` if it is written in Python.
    pub(super) fn wrap_payload(&mut self, call: NewCall, payload: Value) -> Result<()> {
        let instance = Value::from(Obj::Instance(Instance { class: call.class.clone(), attrs: Default::default(), payload }));
        self.vm.note_finalizable(&instance);
        self.initialize(call, instance)
    }

    /// `__new__` gave `value`: if it is an instance of the class, `__init__` is next.
    pub(super) fn initialize(&mut self, call: NewCall, value: Value) -> Result<()> {
        let class = class_of(&value);
        let init = class.as_class().and_then(|class| class.lookup(self.vm.names.init));
        match init {
            Some(init) if call.init && class.is_subclass_of(&call.class) && !super::operators::is_native(&init) => {
                let mut positional = vec![value.clone()];
                positional.extend(call.args);
                self.call(init, Args { positional, keyword: call.kwargs }, Then::Init(value))
            }
            _ => {
                self.push(value);
                Ok(())
            }
        }
    }
}

fn is_default_new(new: &Value) -> bool {
    super::operators::is_native(new)
}

fn abstract_error(class: &Class, names: &[String]) -> Throw {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let (plural, list) = (if names.len() == 1 { "" } else { "s" }, quoted.join(", "));
    type_error(format!(
        "Can't instantiate abstract class {} without an implementation for abstract method{plural} {list}",
        class.name()
    ))
}
