//! The builtin types and functions, each a table of native functions. [`super::core`] makes the classes from the tables.
//!
//! Nothing here calls Python. What would have to (an item's `__eq__`, say) hands over to a function of `lib/prelude`.

pub mod aggregate;
pub mod arithmetic;
pub mod attributes;
pub mod bytes;
pub mod callables;
pub mod classes;
pub mod code;
pub mod complex;
pub mod dict;
pub mod dict_views;
pub mod evaluation;
pub mod exceptions;
pub mod failure;
pub mod float;
pub mod format;
pub mod functions;
pub mod generators;
pub mod groups;
pub mod index;
pub mod int;
pub mod items;
pub mod iterators;
pub mod last_words;
mod list;
pub mod member;
pub mod number;
pub mod object;
pub mod operators;
pub mod os_error;
pub mod print;
pub mod protocol;
pub mod range;
pub mod repr;
pub mod set;
pub mod slice;
pub mod sort;
pub mod str;
pub mod tracebacks;
pub mod tuple;
pub mod types;
pub mod unicode;
pub mod weak;

use std::rc::Rc;

use super::core::{ExceptionKind, TypeKind, core};
use super::native::Def;
use super::object::{Complex, DictTable, Layout, Obj, Ref, Set, Sym, Value};
use super::vm::class_of;

/// What a builtin type has. A type may have several tables; the first one decides its base and layout.
pub struct TypeDef {
    pub kind: TypeKind,
    pub base: TypeKind,
    pub layout: Layout,
    /// What a call of the type does; `None` if it cannot be called.
    pub new: Option<Def>,
    pub methods: &'static [Def],
}

impl TypeDef {
    /// A type whose instances a subclass carries as payload.
    pub const fn payload(kind: TypeKind, new: Def, methods: &'static [Def]) -> TypeDef {
        TypeDef { kind, base: TypeKind::Object, layout: Layout::Payload, new: Some(new), methods }
    }

    /// A type that cannot be called and cannot be a base.
    pub const fn internal(kind: TypeKind, methods: &'static [Def]) -> TypeDef {
        TypeDef { kind, base: TypeKind::Object, layout: Layout::Final, new: None, methods }
    }
}

/// All tables of types, by theme.
pub const TYPES: &[&[&TypeDef]] = &[
    &[&object::OBJECT, &object::BOOL],
    NUMBERS,
    str::TYPES,
    bytes::TYPES,
    CONTAINERS,
    iterators::TYPES,
    super::library::itertools::TYPES,
    weak::TYPES,
    types::TYPES,
    callables::TYPES,
    &[&code::TYPE, &member::TYPE],
    generators::TYPES,
    FUTURES,
    &[&tracebacks::TYPE],
    LOCKS,
];

const NUMBERS: &[&TypeDef] = &[&int::INT, &arithmetic::INT, &float::FLOAT, &arithmetic::FLOAT, &complex::TYPE];

const CONTAINERS: &[&TypeDef] = &[
    &list::TYPE,
    &tuple::TYPE,
    &dict::TYPE,
    &dict_views::KEYS,
    &dict_views::VALUES,
    &dict_views::ITEMS,
    &set::SET,
    &set::SET_COMMON,
    &set::FROZEN_SET,
    &range::TYPE,
    &slice::TYPE,
];

const FUTURES: &[&TypeDef] = &[&super::library::asyncio::FUTURE, &super::library::asyncio::TASK];

const LOCKS: &[&TypeDef] = &[&super::library::locks::LOCK, &super::library::locks::RLOCK];

/// Methods of exceptions.
pub const EXCEPTIONS: &[(ExceptionKind, &[Def])] = exceptions::METHODS;

/// The builtin functions.
pub const FUNCTIONS: &[&[Def]] = &[
    aggregate::FUNCTIONS,
    attributes::FUNCTIONS,
    classes::FUNCTIONS,
    evaluation::FUNCTIONS,
    functions::FUNCTIONS,
    groups::FUNCTIONS,
    last_words::FUNCTIONS,
    print::FUNCTIONS,
    str::methods::FOR_PRELUDE,
];

/// Whether the type has a name in every module.
pub fn is_named(kind: TypeKind) -> bool {
    use TypeKind as T;
    matches!(
        kind,
        T::Object | T::Type | T::Bool | T::Int | T::Float | T::Complex | T::Str | T::Bytes | T::ByteArray | T::Tuple | T::List
    ) || matches!(kind, T::Dict | T::Set | T::FrozenSet | T::Range | T::Slice | T::Property | T::StaticMethod | T::ClassMethod)
        || matches!(kind, T::Super | T::Zip | T::Enumerate | T::Map | T::Filter | T::Reversed)
}

/// Whether instances are mutable and so have no hash.
pub fn is_unhashable(kind: TypeKind) -> bool {
    use TypeKind as T;
    matches!(kind, T::List | T::Dict | T::Set | T::ByteArray | T::DictKeys | T::DictItems)
}

/// The module the type says it is from.
pub fn module_of(kind: TypeKind) -> &'static str {
    use TypeKind as T;
    match kind {
        T::Future | T::Task | T::FutureIterator => "_asyncio",
        T::Handle | T::TimerHandle => "asyncio.events",
        T::EventLoop => "asyncio.unix_events",
        T::Lock | T::RLock => "_thread",
        T::Traceback => "types",
        T::WeakReference => "weakref",
        kind if super::library::itertools::ITERATORS.iter().any(|&(_, other)| other == kind) => "itertools",
        _ => "builtins",
    }
}

/// The name of a value's class, for messages.
pub fn type_name(value: &Value) -> Rc<str> {
    super::vm::class_name(class_of(value).as_class().expect("a class is a class"))
}

/// The truth of a value whose class leaves it to the machine; `None` if a method written in Python says.
pub fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Unset | Value::None => Some(false),
        Value::Bool(truth) => Some(*truth),
        Value::Int(number) => Some(*number != 0),
        Value::Float(number) => Some(*number != 0.0),
        Value::NotImplemented => None,
        Value::Ellipsis => Some(true),
        Value::Obj(object) => match &**object {
            Obj::Instance(instance) => {
                let class = instance.class.as_class()?;
                let own = |name| class.lookup(name);
                let in_python = |method: Value| !matches!(method.obj(), Some(Obj::NativeFunction(_)));
                if own(Sym::BOOL).is_some_and(in_python) || own(Sym::LEN).is_some_and(in_python) {
                    return None;
                }
                if instance.payload.is_unset() { Some(true) } else { truth(&instance.payload) }
            }
            Obj::Extension(_) => None,
            Obj::Exception(exception) => plain_truth(&exception.class),
            Obj::Future(future) => plain_truth(&future.class),
            Obj::Complex(number) => Some(!number.is_zero()),
            Obj::Class(class) => class.metaclass.is_none().then_some(true),
            _ => Some(items::length(value).is_none_or(|len| len != 0)),
        },
    }
}

/// The truth of an instance of a class that is no container: `None` if the class has its own idea of it, in Python.
pub fn plain_truth(class: &Ref) -> Option<bool> {
    let class = class.as_class()?;
    let in_python = |method: Option<&Value>| method.is_some_and(|method| !matches!(method.obj(), Some(Obj::NativeFunction(_))));
    let own = |name| class.look(name, in_python);
    (class.builtin || !(own(Sym::BOOL) || own(Sym::LEN))).then_some(true)
}

/// What an instance of a subclass of the builtin `class` carries before it is initialized; `None` if the class carries nothing.
pub fn empty_payload(class: &Ref) -> Option<Value> {
    let core = core();
    let is = |kind| Ref::ptr_eq(class, core.class(kind));
    [
        (TypeKind::List, Value::list(Vec::new())),
        (TypeKind::Dict, DictTable::default().into()),
        (TypeKind::Set, Obj::Set(Set::default()).into()),
        (TypeKind::FrozenSet, Obj::FrozenSet(Set::default()).into()),
        (TypeKind::Tuple, Value::tuple([])),
        (TypeKind::Int, Value::Int(0)),
        (TypeKind::Float, Value::Float(0.0)),
        (TypeKind::Complex, Complex::ZERO.into()),
        (TypeKind::Str, Value::from("")),
        (TypeKind::Bytes, Obj::Bytes(Box::default()).into()),
        (TypeKind::ByteArray, Obj::ByteArray(Vec::new().into()).into()),
    ]
    .into_iter()
    .find_map(|(kind, payload)| is(kind).then_some(payload))
}

#[cfg(test)]
mod tests;
