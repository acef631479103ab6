//! Member descriptors: what a class has for each name in its `__slots__`.

use super::{TypeDef, type_name};
use crate::python::core::TypeKind;
use crate::python::native::{Def, Result};
use crate::python::object::{Member, Value};
use crate::python::vm::attributes::{no_attribute, own_attrs};
use crate::python::vm::{Cx, type_error};

pub const TYPE: TypeDef = TypeDef::internal(
    TypeKind::Member,
    &[
        Def::new("__name__(self, /)", |_, args| Ok(this(args)?.name.value())).property(),
        Def::new("__get__(self, instance, owner=None, /)", get),
        Def::new("__set__(self, instance, value, /)", set),
        Def::new("__delete__(self, instance, /)", delete),
    ],
);

fn this(args: &[Value]) -> Result<&Member> {
    Member::of(&args[0]).ok_or_else(|| type_error(format!("a member descriptor is expected, not '{}'", type_name(&args[0]))))
}

fn get(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = this(args)?.name;
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    own_attrs(&args[1]).and_then(|attrs| attrs.get(name)).ok_or_else(|| no_attribute(&args[1], name))
}

fn set(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = this(args)?.name;
    own_attrs(&args[1]).ok_or_else(|| no_attribute(&args[1], name))?.set(name, args[2].clone());
    Ok(Value::None)
}

fn delete(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = this(args)?.name;
    own_attrs(&args[1]).and_then(|attrs| attrs.remove(name)).map(|_| Value::None).ok_or_else(|| no_attribute(&args[1], name))
}
