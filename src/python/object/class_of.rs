//! Which class a value belongs to.

use super::heap::{DictPart, Obj, Ref};
use super::value::Value;
use crate::python::code::CodeKind;
use crate::python::core::{TypeKind, with_core};

/// The class of any value.
pub fn class_of(value: &Value) -> Ref {
    with_class_of(value, Ref::clone)
}

/// Looks at the class of a value.
pub fn with_class_of<R>(value: &Value, look: impl FnOnce(&Ref) -> R) -> R {
    let kind = match value {
        Value::Unset => unreachable!("an unset value has no class"),
        Value::None => TypeKind::NoneType,
        Value::Ellipsis => TypeKind::Ellipsis,
        Value::NotImplemented => TypeKind::NotImplemented,
        Value::Bool(_) => TypeKind::Bool,
        Value::Int(_) => TypeKind::Int,
        Value::Float(_) => TypeKind::Float,
        Value::Obj(object) => match &**object {
            Obj::Instance(instance) => return look(&instance.class),
            Obj::Exception(exception) => return look(&exception.class),
            Obj::Extension(extension) => return look(&extension.class()),
            Obj::Future(future) => return look(&future.class),
            Obj::Class(class) => match &class.metaclass {
                Some(metaclass) => return look(metaclass),
                None => TypeKind::Type,
            },
            object => kind_of(object),
        },
    };
    with_core(|core| look(core.class(kind)))
}

/// The builtin type of an object that does not say its class itself.
fn kind_of(object: &Obj) -> TypeKind {
    match object {
        Obj::Instance(_) | Obj::Exception(_) | Obj::Extension(_) | Obj::Future(_) => TypeKind::Object,
        Obj::Class(_) => TypeKind::Type,
        Obj::Str(_) => TypeKind::Str,
        Obj::BigInt(_) => TypeKind::Int,
        Obj::Complex(_) => TypeKind::Complex,
        Obj::Tuple(_) => TypeKind::Tuple,
        Obj::List(_) => TypeKind::List,
        Obj::Dict(_) => TypeKind::Dict,
        Obj::Set(_) => TypeKind::Set,
        Obj::FrozenSet(_) => TypeKind::FrozenSet,
        Obj::Bytes(_) => TypeKind::Bytes,
        Obj::ByteArray(_) => TypeKind::ByteArray,
        Obj::Range(_) => TypeKind::Range,
        Obj::Slice(_) => TypeKind::Slice,
        Obj::DictView { part, .. } => match part {
            DictPart::Keys => TypeKind::DictKeys,
            DictPart::Values => TypeKind::DictValues,
            DictPart::Items => TypeKind::DictItems,
        },
        Obj::Iterator(iter) => iter.borrow().kind(),
        Obj::Function(_) => TypeKind::Function,
        Obj::Method(_) => TypeKind::Method,
        Obj::NativeFunction(_) => TypeKind::NativeFunction,
        Obj::Code(_) => TypeKind::Code,
        Obj::Cell(_) => TypeKind::Cell,
        Obj::Module(_) => TypeKind::Module,
        Obj::Generator(generator) if generator.stands_for.is_some() => generator.stands_for.unwrap_or(TypeKind::Generator),
        Obj::Generator(generator) => match generator.kind {
            CodeKind::Coroutine => TypeKind::Coroutine,
            CodeKind::AsyncGenerator => TypeKind::AsyncGenerator,
            CodeKind::Module | CodeKind::Class | CodeKind::Function | CodeKind::Generator => TypeKind::Generator,
        },
        Obj::Property(_) => TypeKind::Property,
        Obj::StaticMethod(_) => TypeKind::StaticMethod,
        Obj::ClassMethod(_) => TypeKind::ClassMethod,
        Obj::Super(_) => TypeKind::Super,
        Obj::AsyncStep(_) => TypeKind::AsyncGeneratorAsend,
        Obj::Traceback(_) => TypeKind::Traceback,
    }
}
