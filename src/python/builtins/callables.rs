//! Functions, methods and descriptors as objects: their attributes and constructors.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{BoundMethod, Function, Layout, Obj, Property, Super, Sym, Value, class_of};
use crate::python::vm::attributes::own_attrs;
use crate::python::vm::{Cx, Then, error, kwargs_dict, type_error, value_error};

use super::{TypeDef, truth, type_name};

fn function(value: &Value) -> Result<&Function> {
    match value.obj() {
        Some(Obj::Function(function)) => Ok(function),
        Some(Obj::Method(method)) => function(&method.function),
        _ => Err(type_error(format!("a function is expected, not '{}'", type_name(value)))),
    }
}

fn function_name(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(match args[0].obj() {
        Some(Obj::NativeFunction(native)) => native.native.name.value(),
        _ => Value::from(function(&args[0])?.name.borrow().clone()),
    })
}

fn function_qualname(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(match args[0].obj() {
        Some(Obj::NativeFunction(native)) => Value::from(&*native.native.qualname),
        _ => Value::from(function(&args[0])?.qualname.borrow().clone()),
    })
}

fn function_module(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(match args[0].obj() {
        Some(Obj::NativeFunction(_)) => Value::from("builtins"),
        _ => special(&args[0], "__module__")?.map_or_else(|| Ok(Value::from(function(&args[0])?.globals.name.clone())), Ok)?,
    })
}

fn function_doc(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(match args[0].obj() {
        Some(Obj::NativeFunction(_)) => Value::None,
        _ => match special(&args[0], "__doc__")? {
            Some(doc) => doc,
            None => function(&args[0])?.code.docstring.clone().map_or(Value::None, Value::from),
        },
    })
}

/// What a program set of an attribute that is not in the function's `__dict__`.
fn special(value: &Value, name: &str) -> Result<Option<Value>> {
    Ok(function(value)?.special.borrow().get(Sym::new(name)).cloned())
}

fn function_defaults(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let defaults = function(&args[0])?.defaults.borrow().clone();
    Ok(if defaults.is_empty() { Value::None } else { Value::tuple(&*defaults) })
}

fn function_keyword_defaults(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let defaults = function(&args[0])?.keyword_defaults.borrow().clone();
    Ok(if defaults.is_empty() { Value::None } else { kwargs_dict(defaults.to_vec()) })
}

fn function_code(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(Obj::Code(function(&args[0])?.code.clone())))
}

/// `__annotations__`: computed by the function's annotate function (PEP 649) when they are first asked for.
fn function_annotations(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    Ok(match special(&args[0], "__annotations__")? {
        Some(known) => Flow::Value(known),
        None => cx.call_prelude("_function_annotations", vec![args[0].clone()]),
    })
}

fn function_annotate(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let own = || function(&args[0]).map(|function| function.annotate.clone());
    let annotate = special(&args[0], "__annotate__")?.map_or_else(own, Ok)?;
    Ok(if annotate.is_unset() { Value::None } else { annotate })
}

fn function_type_params(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(special(&args[0], "__type_params__")?.unwrap_or_else(|| Value::tuple([])))
}

fn function_closure(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let cells = &function(&args[0])?.closure;
    Ok(if cells.is_empty() { Value::None } else { Value::tuple(cells.iter().cloned().map(Value::Obj).collect::<Vec<_>>()) })
}

/// `function.__get__(instance, owner)`: a method, or on a class the function itself.
fn function_get(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    Ok(Value::from(Obj::Method(BoundMethod { function: args[0].clone(), receiver: args[1].clone() })))
}

fn call_function(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let kwargs = match args[2].obj() {
        Some(Obj::Dict(dict)) => dict.keyword_entries()?,
        _ => Vec::new(),
    };
    Ok(Flow::Call { callable: args[0].clone(), args: args[1].as_tuple().unwrap_or_default().to_vec(), kwargs, then: Then::Push })
}

const NAMES: [Def; 4] = [
    Def::new("__name__(self, /)", function_name).property(),
    Def::new("__qualname__(self, /)", function_qualname).property(),
    Def::new("__module__(self, /)", function_module).property(),
    Def::new("__doc__(self, /)", function_doc).property(),
];

const FUNCTION: TypeDef = TypeDef::internal(
    TypeKind::Function,
    &[
        NAMES[0],
        NAMES[1],
        NAMES[2],
        NAMES[3],
        Def::new("__defaults__(self, /)", function_defaults).property(),
        Def::new("__kwdefaults__(self, /)", function_keyword_defaults).property(),
        Def::new("__code__(self, /)", function_code).property(),
        Def::control("__annotations__(self, /)", function_annotations).property(),
        Def::new("__annotate__(self, /)", function_annotate).property(),
        Def::new("__type_params__(self, /)", function_type_params).property(),
        Def::new("__closure__(self, /)", function_closure).property(),
        Def::new("__get__(self, instance, owner=None, /)", function_get),
        Def::control("__call__(self, /, *args, **kwargs)", call_function),
    ],
);

const NATIVE: TypeDef = TypeDef::internal(TypeKind::NativeFunction, &NAMES);

const METHOD: TypeDef = TypeDef {
    kind: TypeKind::Method,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("method(function, instance, /)", new_method)),
    methods: &[
        NAMES[0],
        NAMES[1],
        NAMES[2],
        NAMES[3],
        Def::new("__self__(self, /)", method_self).property(),
        Def::new("__func__(self, /)", method_function).property(),
    ],
};

fn new_method(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(Obj::Method(BoundMethod { function: args[0].clone(), receiver: args[1].clone() })))
}

fn method_self(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match args[0].obj() {
        Some(Obj::Method(method)) => Ok(method.receiver.clone()),
        _ => Err(type_error("a method is expected")),
    }
}

fn method_function(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match args[0].obj() {
        Some(Obj::Method(method)) => Ok(method.function.clone()),
        _ => Err(type_error("a method is expected")),
    }
}

fn new_property(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let part = |i: usize| if args[i].is_none() { Value::Unset } else { args[i].clone() };
    Ok(Value::from(Obj::Property(Box::new(Property { get: part(0), set: part(1), delete: part(2), doc: part(3) }))))
}

/// A copy of a property with one function replaced: `@x.setter` and the like.
fn replaced(args: &[Value], replace: impl FnOnce(&mut Property, Value)) -> Result<Value> {
    let Some(Obj::Property(property)) = args[0].obj() else { return Err(type_error("a property is expected")) };
    let mut copy = (**property).clone();
    replace(&mut copy, args[1].clone());
    Ok(Value::from(Obj::Property(Box::new(copy))))
}

fn property_part(args: &[Value], read: impl FnOnce(&Property) -> &Value) -> Result<Value> {
    let Some(Obj::Property(property)) = args[0].obj() else { return Err(type_error("a property is expected")) };
    let value = read(property);
    Ok(if value.is_unset() { Value::None } else { value.clone() })
}

/// The `doc` that was given, or else that of the getter.
fn property_doc(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let doc = property_part(args, |property| &property.doc)?;
    let getter = property_part(args, |property| &property.get)?;
    if doc.is_none() && function(&getter).is_ok() { function_doc(cx, &[getter]) } else { Ok(doc) }
}

const PROPERTY: TypeDef = TypeDef {
    kind: TypeKind::Property,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("property(fget=None, fset=None, fdel=None, doc=None)", new_property)),
    methods: &[
        Def::new("getter(self, fget, /)", |_, args| replaced(args, |property, function| property.get = function)),
        Def::new("setter(self, fset, /)", |_, args| replaced(args, |property, function| property.set = function)),
        Def::new("deleter(self, fdel, /)", |_, args| replaced(args, |property, function| property.delete = function)),
        Def::new("fget(self, /)", |_, args| property_part(args, |property| &property.get)).property(),
        ABSTRACT,
        Def::new("fdel(self, /)", |_, args| property_part(args, |property| &property.delete)).property(),
        Def::new("__doc__(self, /)", property_doc).property(),
        Def::new("__name__(self, /)", |cx, args| function_name(cx, &[property_part(args, |property| &property.get)?])).property(),
        Def::new("fset(self, /)", |_, args| property_part(args, |property| &property.set)).property(),
    ],
};

const STATIC_METHOD: TypeDef = TypeDef {
    kind: TypeKind::StaticMethod,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("staticmethod(function, /)", |_, args| Ok(Value::from(Obj::StaticMethod(args[0].clone()))))),
    methods: &[WRAPPED[0], WRAPPED[1], ABSTRACT],
};

const CLASS_METHOD: TypeDef = TypeDef {
    kind: TypeKind::ClassMethod,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("classmethod(function, /)", |_, args| Ok(Value::from(Obj::ClassMethod(args[0].clone()))))),
    methods: &[WRAPPED[0], WRAPPED[1], ABSTRACT],
};

const WRAPPED: [Def; 2] = [Def::new("__func__(self, /)", wrapped).property(), Def::new("__wrapped__(self, /)", wrapped).property()];

/// `__isabstractmethod__`: whether a function inside is abstract.
const ABSTRACT: Def = Def::new("__isabstractmethod__(self, /)", |_, args| Ok(Value::Bool(is_abstract(&args[0])))).property();

fn is_abstract(value: &Value) -> bool {
    match value.obj() {
        Some(Obj::Property(property)) => [&property.get, &property.set, &property.delete].into_iter().any(is_abstract),
        Some(Obj::StaticMethod(function) | Obj::ClassMethod(function)) => is_abstract(function),
        _ => own_attrs(value)
            .and_then(|attrs| attrs.get(Sym::new("__isabstractmethod__")))
            .is_some_and(|mark| truth(&mark) == Some(true)),
    }
}

fn wrapped(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match args[0].obj() {
        Some(Obj::StaticMethod(function) | Obj::ClassMethod(function)) => Ok(function.clone()),
        _ => Err(type_error("a static or class method is expected")),
    }
}

/// `super(start, receiver)`; without arguments the compiler gives both.
fn new_super(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    if args[0].is_unset() {
        let outside = if cx.frame.code.params.positional == 0 { "no arguments" } else { "__class__ cell not found" };
        return Err(error(crate::python::core::ExceptionKind::RuntimeError, format!("super(): {outside}")));
    }
    let Some(start) = args[0].as_ref().filter(|start| start.as_class().is_some()) else {
        return Err(type_error(format!("super() argument 1 must be a type, not {}", type_name(&args[0]))));
    };
    let receiver = &args[1];
    let class = match receiver.as_ref().filter(|receiver| receiver.is_subclass_of(start)) {
        Some(class) => class.clone(),
        None => class_of(receiver),
    };
    if !class.is_subclass_of(start) {
        return Err(type_error(
            "super(type, obj): obj (instance of ".to_owned()
                + &type_name(receiver)
                + ") is not an instance or subtype of type ("
                + &start.as_class().map(|class| class.name()).unwrap_or_default()
                + ").",
        ));
    }
    Ok(Value::from(Obj::Super(Box::new(Super { start: start.clone(), receiver: receiver.clone(), class }))))
}

fn super_part(args: &[Value], read: impl FnOnce(&Super) -> Value) -> Result<Value> {
    match args[0].obj() {
        Some(Obj::Super(proxy)) => Ok(read(proxy)),
        _ => Err(type_error("a super object is expected")),
    }
}

const SUPER: TypeDef = TypeDef {
    kind: TypeKind::Super,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("super(type=None, object=None, /)", new_super)),
    methods: &[
        Def::new("__self__(self, /)", |_, args| super_part(args, |proxy| proxy.receiver.clone())).property(),
        Def::new("__thisclass__(self, /)", |_, args| super_part(args, |proxy| Value::Obj(proxy.start.clone()))).property(),
        Def::new("__self_class__(self, /)", |_, args| super_part(args, |proxy| Value::Obj(proxy.class.clone()))).property(),
    ],
};

fn cell_contents(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match args[0].obj() {
        Some(Obj::Cell(value)) if value.borrow().is_unset() => Err(value_error("Cell is empty")),
        Some(Obj::Cell(value)) => Ok(value.borrow().clone()),
        _ => Err(type_error("a cell is expected")),
    }
}

const CELL: TypeDef = TypeDef::internal(TypeKind::Cell, &[Def::new("cell_contents(self, /)", cell_contents).property()]);

pub const TYPES: &[&TypeDef] = &[&CELL, &FUNCTION, &NATIVE, &METHOD, &PROPERTY, &STATIC_METHOD, &CLASS_METHOD, &SUPER];
