//! `weakref.ref`.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Layout, Obj, Ref, Value, WeakReference};
use crate::python::vm::{Cx, Then, type_error};

use super::{TypeDef, type_name};

/// Classes, functions and instances of classes written in Python can be referred to weakly.
fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let referable = match args[0].obj() {
        Some(Obj::Instance(instance)) => instance.payload.is_unset() || !matches!(instance.payload.obj(), Some(Obj::Tuple(_))),
        Some(Obj::Class(_) | Obj::Function(_) | Obj::Method(_) | Obj::Generator(_) | Obj::Exception(_) | Obj::Module(_)) => true,
        Some(Obj::Set(_) | Obj::FrozenSet(_) | Obj::Future(_)) => true,
        _ => false,
    };
    let target = args[0].as_ref().filter(|_| referable);
    let target = target.ok_or_else(|| type_error(format!("cannot create weak reference to '{}' object", type_name(&args[0]))))?;
    let callback = if args[1].is_none() { Value::Unset } else { args[1].clone() };
    let is_watcher = !callback.is_unset();
    let reference = Ref::new(Obj::Extension(Box::new(WeakReference::new(target, callback))));
    if is_watcher {
        target.watch();
        cx.vm.watchers.push(reference.downgrade());
    }
    Ok(Value::Obj(reference))
}

fn this(args: &[Value]) -> Result<&WeakReference> {
    WeakReference::of(&args[0]).ok_or_else(|| type_error("a weak reference is expected"))
}

/// `__callback__`
fn callback(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let callback = this(args)?.callback();
    Ok(if callback.is_unset() { Value::None } else { callback })
}

fn target(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(this(args)?.target().map_or(Value::None, Value::Obj))
}

/// References to one object are equal as their objects are; those to dead ones only to themselves.
fn equal(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let Some(other) = WeakReference::of(&args[1]) else { return Ok(Flow::Value(Value::NotImplemented)) };
    Ok(match (this(args)?.target(), other.target()) {
        (Some(a), Some(b)) => cx.call_prelude("_same", vec![Value::Obj(a), Value::Obj(b)]),
        _ => Flow::Value(Value::Bool(args[0].is(&args[1]))),
    })
}

fn hash(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let target = this(args)?.target().ok_or_else(|| type_error("weak object has gone away"))?;
    let callable = cx.vm.core.builtins.get(&crate::python::object::Sym::new("hash")).cloned().unwrap_or_default();
    Ok(Flow::Call { callable, args: vec![Value::Obj(target)], kwargs: Vec::new(), then: Then::Push })
}

const TYPE: TypeDef = TypeDef {
    kind: TypeKind::WeakReference,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("ReferenceType(object, callback=None, /)", new)),
    methods: &[
        Def::new("__call__(self, /)", target),
        Def::new("__callback__(self, /)", callback).property(),
        Def::control("__eq__(self, other, /)", equal),
        Def::control("__hash__(self, /)", hash),
    ],
};

pub const TYPES: &[&TypeDef] = &[&TYPE];
