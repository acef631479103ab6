//! `type` and what every object knows of its class; `object.__new__`.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Class, Layout, Obj, Ref, Sym, Value, class_of};
use crate::python::vm::attributes::{is_slot, no_attribute, own_attrs};
use crate::python::vm::{Cx, Then, kwargs_dict, type_error};

use super::{TypeDef, type_name};

fn class(value: &Value) -> Result<(&Ref, &Class)> {
    let found = value.as_ref().and_then(|object| Some((object, object.as_class()?)));
    found.ok_or_else(|| type_error(format!("a class is expected, not '{}'", type_name(value))))
}

/// `type(object)`, or `type(name, bases, namespace)`.
fn new_type(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match args[0].as_tuple() {
        Some([object]) => Ok(Flow::Value(Value::Obj(class_of(object)))),
        Some([name, bases, namespace]) => {
            let meta = cx.vm.core.class(TypeKind::Type).clone();
            match derived_metaclass(bases)? {
                Some(derived) => Ok(Flow::Call {
                    callable: Value::Obj(derived),
                    args: vec![name.clone(), bases.clone(), namespace.clone()],
                    kwargs: keywords(&args[1])?,
                    then: Then::Push,
                }),
                None => make(&meta, [name, bases, namespace], &args[1]),
            }
        }
        _ => Err(type_error("type() takes 1 or 3 arguments")),
    }
}

/// The metaclass, other than `type`, that a class with these bases gets.
///
/// # Errors
/// `TypeError` if none of their metaclasses inherits from all others.
fn derived_metaclass(bases: &Value) -> Result<Option<Ref>> {
    let metas = bases.as_tuple().unwrap_or_default().iter().filter_map(|base| base.as_ref()?.as_class()?.metaclass.clone());
    let mut winner: Option<Ref> = None;
    for meta in metas {
        winner = match winner {
            Some(winner) if winner.is_subclass_of(&meta) => Some(winner),
            Some(winner) if !meta.is_subclass_of(&winner) => return Err(type_error(CONFLICT)),
            _ => Some(meta),
        };
    }
    Ok(winner)
}

const CONFLICT: &str =
    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases";

fn keywords(kwargs: &Value) -> Result<Vec<(Sym, Value)>> {
    match kwargs.obj() {
        Some(Obj::Dict(dict)) => dict.keyword_entries(),
        _ => Ok(Vec::new()),
    }
}

fn base_of(base: &Value) -> Result<Ref> {
    let (object, this) = class(base).map_err(|_| type_error(CONFLICT))?;
    if this.layout == Layout::Final {
        return Err(type_error(format!("type '{}' is not an acceptable base type", this.name())));
    }
    Ok(object.clone())
}

/// `type.__new__(metaclass, name, bases, namespace, **kwargs)`
fn make(meta: &Ref, [name, bases, namespace]: [&Value; 3], kwargs: &Value) -> Result<Flow> {
    let wrong = |number: usize, wanted: &str, given: &Value| {
        type_error(format!("type.__new__() argument {number} must be {wanted}, not {}", type_name(given)))
    };
    if name.payload().as_str().is_none() {
        return Err(wrong(1, "str", name));
    }
    let bases = bases.as_tuple().ok_or_else(|| wrong(2, "tuple", bases))?;
    if !matches!(namespace.payload().obj(), Some(Obj::Dict(_))) {
        return Err(wrong(3, "dict", namespace));
    }
    let bases = bases.iter().map(base_of).collect::<Result<Vec<_>>>()?;
    let kwargs = keywords(kwargs)?;
    Ok(Flow::MakeClass { metaclass: meta.clone(), name: name.clone(), bases, namespace: namespace.clone(), kwargs })
}

/// `object.__new__(cls, ...)`; for metaclasses `type.__new__`.
fn new_object(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let not_a_class = |_| type_error(format!("object.__new__(X): X is not a type object ({})", type_name(&args[0])));
    let (object, this) = class(&args[0]).map_err(not_a_class)?;
    let rest = args[1].as_tuple().unwrap_or_default();
    match (this.layout, rest) {
        (Layout::Type, [name, bases, namespace]) => make(object, [name, bases, namespace], &args[2]),
        (Layout::Payload, _) => {
            let base = crate::python::vm::classes::builtin_base(object);
            let new = crate::python::vm::new_call(object.clone());
            Ok(Flow::Call {
                callable: Value::Obj(base),
                args: rest.to_vec(),
                kwargs: Vec::new(),
                then: Then::Payload(Box::new(new)),
            })
        }
        (Layout::Object, [_, ..]) if !overrides(this, "__init__") => {
            Err(type_error(format!("{}() takes no arguments", this.name())))
        }
        (Layout::Object, [_, ..]) if overrides(this, "__new__") => {
            Err(type_error("object.__new__() takes exactly one argument (the type to instantiate)"))
        }
        _ => Ok(Flow::Value(cx.vm.new_instance(object, rest)?)),
    }
}

/// Whether the class or one it inherits from defines this method in Python.
fn overrides(class: &Class, name: &str) -> bool {
    class.lookup(Sym::new(name)).is_some_and(|method| !matches!(method.obj(), Some(Obj::NativeFunction(_))))
}

fn class_name(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(class(&args[0])?.1.name()))
}

fn class_qualname(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(class(&args[0])?.1.qualname.borrow().clone()))
}

fn class_module(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, this) = class(&args[0])?;
    let own = this.attrs().get(Sym::new("__module__")).filter(|_| !this.builtin).cloned();
    Ok(own.unwrap_or_else(|| Value::from(this.module.borrow().clone())))
}

fn class_bases(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::tuple(class(&args[0])?.1.bases.iter().cloned().map(Value::Obj).collect::<Vec<_>>()))
}

/// `__base__`: the base whose layout the class has.
fn class_base(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, this) = class(&args[0])?;
    let solid = this.bases.iter().find(|base| base.as_class().is_some_and(|base| base.layout != Layout::Object));
    Ok(solid.or(this.bases.first()).cloned().map_or(Value::None, Value::Obj))
}

fn class_mro(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, this) = class(&args[0])?;
    let order = std::iter::once(object).chain(&this.ancestors).cloned().map(Value::Obj);
    Ok(Value::tuple(order.collect::<Vec<_>>()))
}

fn class_mro_list(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::list(class_mro(cx, args)?.as_tuple().unwrap_or_default().to_vec()))
}

fn class_dict(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (_, this) = class(&args[0])?;
    let entries = this.attrs().iter().map(|(name, value)| (name, value.clone())).collect();
    Ok(cx.call_prelude("mappingproxy", vec![kwargs_dict(entries)]))
}

/// `__doc__`: not inherited.
fn class_doc(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (_, this) = class(&args[0])?;
    Ok(this.attrs().get(Sym::new("__doc__")).filter(|_| !this.builtin).cloned().unwrap_or(Value::None))
}

/// `__annotations__` and `__annotate__`, which belong to the class alone (PEP 649).
fn class_annotations(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    Ok(cx.call_prelude("_class_annotations", vec![args[0].clone()]))
}

fn class_annotate(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(class(&args[0])?.1.attrs().get(Sym::new("__annotate_func__")).cloned().unwrap_or(Value::None))
}

fn class_type_params(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(class(&args[0])?.1.attrs().get(Sym::new("__type_params__")).cloned().unwrap_or_else(|| Value::tuple([])))
}

/// `__subclasses__()`: the living classes with this base, oldest first.
fn class_subclasses(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (object, _) = class(&args[0])?;
    let is_base = |other: &Ref| other.as_class().is_some_and(|other| other.bases.iter().any(|base| Ref::ptr_eq(base, object)));
    Ok(Value::list(cx.vm.classes().filter(is_base).map(Value::Obj).collect()))
}

/// `__class__`
fn class_attr(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Obj(class_of(&args[0])))
}

/// `__dict__` of an instance.
fn dict_attr(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let attrs = own_attrs(&args[0]).filter(|_| cx.vm.has_dict(&args[0]));
    let attrs = attrs.ok_or_else(|| no_attribute(&args[0], Sym::new("__dict__")))?;
    Ok(Value::Obj(attrs.dict(|name| is_slot(&args[0], name))))
}

const TYPE: TypeDef = TypeDef {
    kind: TypeKind::Type,
    base: TypeKind::Object,
    layout: Layout::Type,
    new: Some(Def::control("type(*args, **kwargs)", new_type)),
    methods: &[
        Def::new("__name__(self, /)", class_name).property(),
        Def::new("__qualname__(self, /)", class_qualname).property(),
        Def::new("__module__(self, /)", class_module).property(),
        Def::new("__bases__(self, /)", class_bases).property(),
        Def::new("__base__(self, /)", class_base).property(),
        Def::new("__mro__(self, /)", class_mro).property(),
        Def::control("__dict__(self, /)", class_dict).property(),
        Def::new("__doc__(self, /)", class_doc).property(),
        Def::control("__annotations__(self, /)", class_annotations).property(),
        Def::new("__annotate__(self, /)", class_annotate).property(),
        Def::new("__type_params__(self, /)", class_type_params).property(),
        Def::new("__prepare__(cls, name=None, bases=None, /, **kwargs)", |_, _| Ok(kwargs_dict(Vec::new()))).class_method(),
        Def::new("__subclasses__(self, /)", class_subclasses),
        Def::new("mro(self, /)", class_mro_list),
        Def::control("__call__(self, /, *args, **kwargs)", call_type),
        Def::new("__init__(self, /, *args, **kwargs)", |_, _| Ok(Value::None)),
    ],
};

/// `type.__call__(cls, ...)`: what calling a class does unless its metaclass says otherwise.
fn call_type(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (object, _) = class(&args[0])?;
    let kwargs = keywords(&args[2])?;
    Ok(Flow::Construct { class: object.clone(), args: args[1].as_tuple().unwrap_or_default().to_vec(), kwargs })
}

const OBJECT: TypeDef = TypeDef {
    kind: TypeKind::Object,
    base: TypeKind::Object,
    layout: Layout::Object,
    new: None,
    methods: &[
        Def::control("__new__(cls, /, *args, **kwargs)", new_object).static_method(),
        Def::new("__class__(self, /)", class_attr).property(),
        Def::new("__dict__(self, /)", dict_attr).property(),
    ],
};

pub const TYPES: &[&TypeDef] = &[&TYPE, &OBJECT];
