//! Classes: making them from a `class` statement, and making instances of them.

use crate::python::code::CodeKind;
use crate::python::core::TypeKind;
use crate::python::native::{Result, Throw};
use crate::python::object::class::linearize;
use crate::python::object::heap::WeakRef;
use crate::python::object::{Attrs, Class, Exception, Instance, Layout, Obj, Ref, Sym, Value};

use super::execution::Execution;
use super::frame::{ClassBody, Frame, NewCall, Then};
use super::functions::Args;
use super::futures::FutureObject;
use super::{Interpreter, type_error, type_name};

impl Execution<'_> {
    /// The `class` statement: runs the body in a namespace of its own.
    pub(super) fn build_class(&mut self) -> Result<()> {
        let operands = self.pop_n(4);
        let [body, name, bases, keywords] = operands.as_slice() else { unreachable!("four operands") };
        let mut kwargs = match keywords.obj() {
            Some(Obj::Dict(dict)) => dict.keyword_entries()?,
            _ => Vec::new(),
        };
        let metaclass = match kwargs.iter().position(|(name, _)| *name == self.vm.names.metaclass) {
            Some(at) => kwargs.remove(at).1,
            None => Value::Unset,
        };
        let plain = |base: &Value| base.as_ref().and_then(Ref::as_class).is_some_and(|class| class.metaclass.is_none());
        let function = body.clone();
        let mut body = ClassBody { name: name.clone(), bases: Vec::new(), metaclass, namespace: Value::Unset, kwargs };
        if body.metaclass.is_unset() && bases.as_tuple().unwrap_or_default().iter().all(plain) {
            body.namespace = Value::from(Obj::Dict(Default::default()));
            body.bases = self.base_classes(bases)?;
            return self.run_class_body(&function, body);
        }
        let prepare = self.vm.prelude("_prepare_class");
        let metaclass = if body.metaclass.is_unset() { Value::None } else { body.metaclass.clone() };
        let positional = vec![name.clone(), bases.clone(), metaclass];
        let keyword = body.kwargs.clone();
        self.call(prepare, Args { positional, keyword }, Then::Prepared(function, Box::new(body)))
    }

    /// `_prepare_class` found the bases, the metaclass and the namespace of a class statement: runs its body.
    pub(super) fn prepared(&mut self, function: &Value, mut body: ClassBody, found: &Value) -> Result<()> {
        let [bases, metaclass, namespace] = found.as_tuple().unwrap_or_default() else { unreachable!("it gives three") };
        body.bases = self.base_classes(bases)?;
        body.metaclass = metaclass.clone();
        body.namespace = namespace.clone();
        self.run_class_body(function, body)
    }

    fn run_class_body(&mut self, function: &Value, body: ClassBody) -> Result<()> {
        let Some(Obj::Function(function)) = function.obj() else { unreachable!("a class body is a function") };
        debug_assert_eq!(function.code.kind, CodeKind::Class);
        let mut frame = Box::new(Frame::new(function.code.clone(), function.globals.clone()));
        super::calls::make_cells(&mut frame, &function.closure);
        frame.namespace = body.namespace.clone();
        self.push_frame(frame, Then::Class(Box::new(body)))
    }

    fn base_classes(&self, bases: &Value) -> Result<Vec<Ref>> {
        bases.as_tuple().unwrap_or_default().iter().map(|base| self.base_class(base)).collect()
    }

    fn base_class(&self, base: &Value) -> Result<Ref> {
        match base.as_ref().map(|object| (object, &**object)) {
            Some((_, Obj::Class(class))) if class.layout == Layout::Final => {
                Err(type_error(format!("type '{}' is not an acceptable base type", class.name())))
            }
            Some((object, Obj::Class(_))) => Ok(object.clone()),
            _ => Err(type_error(format!("bases must be types, not '{}'", type_name(base)))),
        }
    }

    /// The body is done; `cell` is that of `__class__`, or `None`.
    pub(super) fn finish_class(&mut self, body: ClassBody, cell: Value) -> Result<()> {
        let plain = self.vm.core.class(TypeKind::Type).clone();
        let custom = match &body.metaclass {
            Value::Obj(metaclass) if !Ref::ptr_eq(metaclass, &plain) => Some(body.metaclass.clone()),
            _ => None,
        };
        if let Some(metaclass) = custom {
            return self.call_metaclass(metaclass, body, cell);
        }
        let class = self.vm.new_class(&body, &plain, &self.f.globals.name)?;
        set_cell(&cell, &class);
        self.announce_class(class, body)
    }

    /// Another metaclass than `type` is called as any class: `Meta(name, bases, namespace, **kwargs)`.
    fn call_metaclass(&mut self, metaclass: Value, body: ClassBody, cell: Value) -> Result<()> {
        let bases = Value::tuple(body.bases.iter().cloned().map(Value::Obj).collect::<Vec<_>>());
        let positional = vec![body.name, bases, body.namespace];
        self.call(metaclass, Args { positional, keyword: body.kwargs }, Then::SetClassCell(cell))
    }

    /// Tells descriptors their names and the base that it has a new subclass, in Python (`type_new`, Objects/typeobject.c).
    pub(super) fn announce_class(&mut self, class: Ref, body: ClassBody) -> Result<()> {
        let value = Value::Obj(class.clone());
        let is_special = |value: &Value, name| super::attributes::special(value, name).is_some();
        let attrs = class.as_class().map(|class| class.attrs().iter().map(|(name, value)| (name, value.clone())).collect());
        let attrs: Vec<(Sym, Value)> = attrs.unwrap_or_default();
        let named =
            |(_, value): &(Sym, Value)| matches!(value.obj(), Some(Obj::Instance(_))) && is_special(value, self.vm.names.set_name);
        let set_names: Vec<Value> =
            attrs.iter().filter(|entry| named(entry)).map(|(name, value)| Value::tuple([name.value(), value.clone()])).collect();
        let hook = class.as_class().and_then(|this| this.lookup_after(&class, &class, self.vm.names.init_subclass));
        let has_hook = hook.as_ref().is_some_and(|hook| !super::operators::is_native(hook));
        if !has_hook && !body.kwargs.is_empty() {
            let name = class.as_class().map(|class| class.qualname.borrow().clone()).unwrap_or_default();
            return Err(type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
        }
        if set_names.is_empty() && !has_hook {
            self.push(value);
            return Ok(());
        }
        let function = self.vm.prelude("_announce_class");
        let positional = vec![value, Value::tuple(set_names), Value::Bool(has_hook)];
        self.call(function, Args { positional, keyword: body.kwargs }, Then::Push)
    }

    /// `type.__new__`: a class from its parts.
    pub(super) fn make_class(&mut self, metaclass: &Ref, body: ClassBody) -> Result<()> {
        let class = self.vm.new_class(&body, metaclass, &self.f.globals.name)?;
        self.announce_class(class, body)
    }

    /// `list[int]`: what `__class_getitem__` gives, of builtin classes an alias.
    pub(super) fn subscript_class(&mut self, class: Value, key: Value) -> Result<()> {
        if let Some(method) = super::attributes::special(&class, self.vm.names.getitem) {
            return self.call(method, Args { positional: vec![class, key], keyword: Vec::new() }, Then::Push);
        }
        let found = class.as_ref().and_then(|object| object.as_class()?.lookup(self.vm.names.class_getitem));
        let builtin = class.as_ref().and_then(Ref::as_class).is_some_and(|class| class.builtin);
        match found {
            Some(_) => self.in_bridge(Then::Push, |execution| {
                execution.load_attr(class, execution.vm.names.class_getitem, Then::Push)?;
                let method = execution.pop();
                execution.call(method, Args { positional: vec![key], keyword: Vec::new() }, Then::Push)
            }),
            None if builtin && is_generic(&type_name_of(&class)) => {
                let function = self.vm.prelude("_generic_alias");
                self.call(function, Args { positional: vec![class, key], keyword: Vec::new() }, Then::Push)
            }
            None => Err(type_error(format!("type '{}' is not subscriptable", type_name_of(&class)))),
        }
    }

    /// Does something whose result is pushed, in a frame that then returns it to `then`.
    pub(super) fn in_bridge(&mut self, then: Then, run: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if matches!(then, Then::Push) {
            return run(self);
        }
        let frame = Box::new(Frame::new(self.vm.glue.leave.clone(), self.f.globals.clone()));
        self.push_frame(frame, then)?;
        run(self)
    }
}

impl Interpreter {
    /// An instance made by `object.__new__`, without a call of `__init__`.
    pub fn new_instance(&self, class: &Ref, args: &[Value]) -> Result<Value> {
        let this = class.as_class().expect("a class is called");
        let instance = match this.layout {
            Layout::Exception => {
                let class = crate::python::builtins::groups::class_of_new(class, args)?;
                Value::from(Obj::Exception(Box::new(Exception::new(class, args.to_vec()))))
            }
            Layout::Object => Value::from(Obj::Instance(Instance::new(class.clone()))),
            Layout::Payload => {
                let payload = crate::python::builtins::empty_payload(&builtin_base(class))
                    .ok_or_else(|| type_error(format!("cannot create '{}' instances", this.name())))?;
                Value::from(Obj::Instance(Instance { class: class.clone(), attrs: Default::default(), payload }))
            }
            Layout::Future => Value::from(Obj::Future(Box::new(FutureObject::blank(class.clone())))),
            Layout::Type | Layout::Final => {
                return Err(type_error(format!("cannot create '{}' instances", this.name())));
            }
        };
        self.note_finalizable(&instance);
        Ok(instance)
    }

    /// Remembers an object whose class has a `__del__`, without keeping it alive.
    pub fn note_finalizable(&self, object: &Value) {
        let Some(object) = object.as_ref().filter(|object| object.has_del()) else { return };
        let mut finalizable = self.finalizable.borrow_mut();
        if finalizable.len() == finalizable.capacity() {
            finalizable.retain(|object| object.upgrade().is_some());
        }
        finalizable.push(object.downgrade());
    }

    /// A class from a body that is done, or from the arguments of `type()`. `module` is where it is from, if the body does not say.
    pub fn new_class(&self, body: &ClassBody, metaclass: &Ref, module: &str) -> Result<Ref> {
        let object = self.core.class(TypeKind::Object);
        let bases = if body.bases.is_empty() { vec![object.clone()] } else { body.bases.clone() };
        check_bases(&bases)?;
        let ancestors = linearize(&bases).ok_or_else(|| inconsistent(&bases))?;
        let layout = bases.iter().map(layout_of).find(|&layout| layout != Layout::Object).unwrap_or(Layout::Object);
        let Some(Obj::Dict(namespace)) = body.namespace.payload().obj() else {
            return Err(type_error("type.__new__() argument 3 must be dict"));
        };
        let mut attrs: Attrs = namespace.keyword_entries()?.into_iter().collect();
        if attrs.get(self.names.module).is_none() {
            attrs.set(self.names.module, Value::from(module));
        }
        let module = attrs.get(self.names.module).and_then(Value::as_str).unwrap_or_default().to_owned();
        let name = body.name.payload().as_str().unwrap_or_default().to_owned();
        let qualname = attrs.remove(self.names.qualname);
        implicit_methods(self, &mut attrs);
        super::slots::declare(&mut attrs, &name)?;
        if attrs.get(self.names.doc).is_none() {
            attrs.set(self.names.doc, Value::None);
        }
        let mut class = Class::new(&name, bases, ancestors, layout, attrs);
        if let Some(qualname) = qualname.as_ref().and_then(Value::as_str) {
            class.qualname = std::cell::RefCell::new(qualname.into());
        }
        class.module = std::cell::RefCell::new(module.into());
        class.has_del.set(class.lookup(self.names.del).is_some());
        class.own_lookup = class.lookup(self.names.getattribute).is_some_and(|method| !super::operators::is_native(&method));
        if !Ref::ptr_eq(metaclass, self.core.class(TypeKind::Type)) {
            class.metaclass = Some(metaclass.clone());
        }
        let class = Ref::new(Obj::Class(Box::new(class)));
        self.remember_class(&class);
        Ok(class)
    }

    fn remember_class(&self, class: &Ref) {
        let mut classes = self.classes.borrow_mut();
        if classes.len() == classes.capacity() {
            classes.retain(|class| class.upgrade().is_some());
        }
        classes.push(class.downgrade());
    }

    /// The living classes that are not builtin, oldest first.
    pub fn classes(&self) -> impl Iterator<Item = Ref> {
        let classes = self.classes.borrow();
        classes.iter().filter_map(WeakRef::upgrade).collect::<Vec<_>>().into_iter()
    }

    /// The names of methods that are abstract in the class, if there are any.
    pub(super) fn abstract_methods(&self, class: &Ref) -> Option<Vec<String>> {
        let this = class.as_class()?;
        let found = this.lookup(self.names.abstract_methods)?;
        let Some(Obj::FrozenSet(found)) = found.obj() else { return None };
        let mut names: Vec<String> =
            found.table.borrow().items().filter_map(|(_, name)| name.as_str().map(str::to_owned)).collect();
        names.sort();
        (!names.is_empty()).then_some(names)
    }
}

/// `__new__`, `__init_subclass__` and `__class_getitem__` need no decorator; a class with `__eq__` and without `__hash__` has none.
fn implicit_methods(vm: &Interpreter, attrs: &mut Attrs) {
    let wrap = |attrs: &mut Attrs, name: Sym, wrap: fn(Value) -> Obj| {
        if let Some(value) = attrs.get(name).cloned()
            && matches!(value.obj(), Some(Obj::Function(_)))
        {
            attrs.set(name, Value::from(wrap(value)));
        }
    };
    wrap(attrs, vm.names.new, Obj::StaticMethod);
    wrap(attrs, vm.names.init_subclass, Obj::ClassMethod);
    wrap(attrs, vm.names.class_getitem, Obj::ClassMethod);
    let eq = vm.names.compare[crate::python::code::CompareOp::Eq as usize];
    if attrs.get(eq).is_some() && attrs.get(vm.names.hash).is_none() {
        attrs.set(vm.names.hash, Value::None);
    }
}

fn check_bases(bases: &[Ref]) -> Result<()> {
    for (at, base) in bases.iter().enumerate() {
        if bases[..at].iter().any(|other| Ref::ptr_eq(other, base)) {
            let name = base.as_class().map(Class::name).unwrap_or_default();
            return Err(type_error(format!("duplicate base class {name}")));
        }
    }
    let mut solid = bases.iter().filter_map(solid_base);
    let first = solid.next();
    if let Some(first) = first
        && solid.any(|other| !other.is_subclass_of(&first) && !first.is_subclass_of(&other))
    {
        return Err(type_error("multiple bases have instance lay-out conflict"));
    }
    Ok(())
}

/// Builtin exceptions with fields of their own in CPython: a class can inherit from one of them only.
const SOLID_EXCEPTIONS: [&str; 9] = [
    "AttributeError",
    "BaseExceptionGroup",
    "ImportError",
    "NameError",
    "OSError",
    "StopIteration",
    "SyntaxError",
    "SystemExit",
    "UnicodeError",
];

/// The builtin class that says what instances of `base` look like; `None` if any other may be combined with it.
fn solid_base(base: &Ref) -> Option<Ref> {
    match layout_of(base) {
        Layout::Object => None,
        Layout::Exception => {
            let class = base.as_class()?;
            let mut chain = std::iter::once(base).chain(&class.ancestors);
            let is_solid =
                |class: &&Ref| class.as_class().is_some_and(|class| class.builtin && SOLID_EXCEPTIONS.contains(&&*class.name()));
            chain.find(is_solid).cloned()
        }
        _ => Some(builtin_base(base)),
    }
}

fn inconsistent(bases: &[Ref]) -> Throw {
    let names: Vec<String> = bases.iter().filter_map(|base| base.as_class()).map(|class| class.name().to_string()).collect();
    type_error(format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", ")))
}

fn layout_of(base: &Ref) -> Layout {
    base.as_class().map_or(Layout::Object, |class| class.layout)
}

/// The nearest builtin class in the method resolution order.
pub fn builtin_base(class: &Ref) -> Ref {
    let this = class.as_class().expect("only classes have bases");
    let mut chain = std::iter::once(class).chain(&this.ancestors);
    chain.find(|base| base.as_class().is_some_and(|base| base.builtin)).unwrap_or(class).clone()
}

/// Whether a builtin class can be subscripted: `list[int]`.
fn is_generic(name: &str) -> bool {
    const PLAIN: [&str; 15] = [
        "int",
        "float",
        "bool",
        "complex",
        "str",
        "bytes",
        "bytearray",
        "object",
        "range",
        "slice",
        "property",
        "super",
        "NoneType",
        "function",
        "zip",
    ];
    !PLAIN.contains(&name)
}

fn type_name_of(class: &Value) -> String {
    class.as_ref().and_then(Ref::as_class).map_or_else(String::new, |class| class.name().to_string())
}

fn set_cell(cell: &Value, class: &Ref) {
    if let Some(Obj::Cell(cell)) = cell.obj() {
        cell.replace(Value::Obj(class.clone()));
    }
}

impl Execution<'_> {
    pub(super) fn complete_class_cell(&mut self, cell: &Value, class: Value) {
        if let Some(object) = class.as_ref() {
            set_cell(cell, object);
        }
        self.push(class);
    }
}

/// Sets an attribute of a class; a few of them are not in its dict.
pub fn store(class: &Class, name: Sym, value: Value) {
    match (&*name.text(), value.as_str()) {
        ("__name__", Some(text)) => *class.name.borrow_mut() = text.into(),
        ("__qualname__", Some(text)) => *class.qualname.borrow_mut() = text.into(),
        ("__module__", Some(text)) => {
            *class.module.borrow_mut() = text.into();
            class.set(name, value);
        }
        ("__del__", _) => {
            class.has_del.set(true);
            class.set(name, value);
        }
        _ => class.set(name, value),
    }
}

/// A call of a class of which only `__new__` is wanted.
pub fn new_call(class: Ref) -> NewCall {
    NewCall { class, args: Vec::new(), kwargs: Vec::new(), init: false }
}
