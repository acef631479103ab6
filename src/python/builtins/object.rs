//! What every object has, and `bool`.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::fault::Hook;
use crate::python::object::{Layout, Obj, Value, class_of};
use crate::python::vm::attributes::{Found, no_attribute};
use crate::python::vm::{Cx, Then, type_error};

use super::failure::{Failure, answer};
use super::protocol::hash_of;
use super::{TypeDef, repr, truth, type_name};

pub const OBJECT: TypeDef =
    TypeDef { kind: TypeKind::Object, base: TypeKind::Object, layout: Layout::Object, new: None, methods: METHODS };

pub const BOOL: TypeDef = TypeDef {
    kind: TypeKind::Bool,
    base: TypeKind::Int,
    layout: Layout::Final,
    new: Some(Def::control("bool(object=False, /)", new_bool)),
    methods: &[],
};

const METHODS: &[Def] = &[
    Def::new("__init__(self, /, *args, **kwargs)", init),
    Def::new("__init_subclass__(cls, /, **kwargs)", init_subclass).class_method(),
    Def::new("__subclasshook__(cls, subclass=None, /)", |_, _| Ok(Value::NotImplemented)).class_method(),
    Def::control("__getattribute__(self, name, /)", get_attribute),
    Def::control("__setattr__(self, name, value, /)", |_, args| change_attribute(args, Some(args[2].clone()))),
    Def::control("__delattr__(self, name, /)", |_, args| change_attribute(args, None)),
    Def::new("__repr__(self, /)", |_, args| Ok(Value::from(object_repr(&args[0])))),
    Def::control("__str__(self, /)", str_method),
    Def::control("__format__(self, format_spec, /)", format),
    Def::control("__hash__(self, /)", hash),
    Def::new("__eq__(self, value, /)", |_, args| Ok(if args[0].is(&args[1]) { true.into() } else { Value::NotImplemented })),
    Def::control("__ne__(self, value, /)", not_equal),
    Def::new("__lt__(self, value, /)", |_, _| Ok(Value::NotImplemented)),
    Def::new("__le__(self, value, /)", |_, _| Ok(Value::NotImplemented)),
    Def::new("__gt__(self, value, /)", |_, _| Ok(Value::NotImplemented)),
    Def::new("__ge__(self, value, /)", |_, _| Ok(Value::NotImplemented)),
];

/// `object_init` (Objects/typeobject.c): arguments are an error unless `__new__` took them.
fn init(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let given = !args[1].as_tuple().unwrap_or_default().is_empty() || truth(&args[2]) == Some(true);
    if !given || !matches!(args[0].obj(), Some(Obj::Instance(_))) {
        return Ok(Value::None);
    }
    let class = class_of(&args[0]);
    let in_python = |hook: Hook| {
        let found = class.as_class().and_then(|class| class.lookup(hook.name()));
        found.is_some_and(|method| !matches!(method.obj(), Some(Obj::NativeFunction(_))))
    };
    if in_python(Hook::Init) {
        return Err(type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if in_python(Hook::New) { Ok(Value::None) } else { Err(type_error(format!("{}() takes no arguments", type_name(&args[0])))) }
}

/// `object.__init_subclass__`: the end of the chain, where no keyword argument of the class statement may be left.
fn init_subclass(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let class = args[0].as_ref().and_then(|class| class.as_class()).map(|class| class.qualname.borrow().clone());
    match truth(&args[1]) {
        Some(true) => Err(type_error(format!("{}.__init_subclass__() takes no keyword arguments", class.unwrap_or_default()))),
        _ => Ok(Value::None),
    }
}

/// `object.__getattribute__`: the class's own `__getattribute__` is not asked, and neither is `__getattr__`.
fn get_attribute(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let name = super::attributes::name(&args[1])?;
    match cx.vm.lookup_plainly(&args[0], name)? {
        Found::Value(value) => Ok(Flow::Value(value)),
        Found::Call(callable, args) => Ok(Flow::Call { callable, args, kwargs: Vec::new(), then: Then::Push }),
        Found::Missing => Err(no_attribute(&args[0], name)),
    }
}

/// `object.__setattr__` and, without a value, `object.__delattr__`.
fn change_attribute(args: &[Value], value: Option<Value>) -> Result<Flow> {
    Ok(Flow::SetAttr { object: args[0].clone(), name: super::attributes::name(&args[1])?, value, hooks: false })
}

/// `object.__repr__`, also of builtin values, whose own it stands for.
fn object_repr(value: &Value) -> String {
    match value.obj() {
        Some(Obj::Instance(_) | Obj::Extension(_)) => repr::object(value),
        _ => repr::plain(value),
    }
}

/// `object.__str__` is the object's `__repr__`.
fn str_method(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = match args[0].payload().obj() {
        Some(Obj::Str(_)) => repr::to_str(args[0].payload()),
        _ => repr::repr(&args[0]),
    };
    answer(cx, args, tried.map(Value::from))
}

fn format(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let spec = args[1].payload().as_str();
    let spec = spec.ok_or_else(|| type_error(format!("__format__() argument must be str, not {}", type_name(&args[1]))))?;
    if !spec.is_empty() {
        // Numbers and strings have specifications; they inherit this method.
        let text = super::format::format_value(args[0].payload(), spec)?;
        return text.map(|text| Flow::Value(Value::from(text))).ok_or_else(|| super::format::unsupported(&args[0]));
    }
    answer(cx, &args[..1], repr::to_str(&args[0]).map(Value::from))
}

/// `object.__hash__`: by identity, whatever the class says.
fn hash(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match args[0].as_ref() {
        Some(object) if matches!(**object, Obj::Instance(_) | Obj::Exception(_) | Obj::Extension(_)) => {
            Ok(Flow::Value(Value::Int(i64::from(object.id()))))
        }
        _ => answer(cx, args, hash_of(&args[0]).map(Value::Int)),
    }
}

/// `object.__ne__` asks `__eq__` and says the opposite.
fn not_equal(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    answer(cx, args, Err(Failure::Python("_not_equal")))
}

fn new_bool(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = if args[0].is_unset() { Some(false) } else { truth(&args[0]) };
    answer(cx, args, tried.map(Value::Bool).ok_or(Failure::Python("_bool")))
}
