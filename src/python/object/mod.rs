//! Python objects: what a [`Value`] can be and how objects live, die and are copied.
//!
//! Values are reference counted, as CPython's are, because programs see when an object dies (a coroutine that was never awaited, a
//! task whose exception nobody looked at). There is no other collector: cycles live until the machine is dropped.
//!
//! This folder knows data and its native rules (equality, hashing, order). What needs to run Python code is the business of
//! [`super::vm`].

pub mod attrs;
pub mod class;
pub mod class_of;
pub mod complex;
pub mod descriptor;
pub mod dict;
pub mod eq;
pub mod exception;
pub mod extension;
mod fast_hash;
pub mod fault;
pub mod fields;
pub mod function;
pub mod generator;
pub mod hash;
pub mod heap;
pub mod instance;
pub mod iter;
pub mod member;
pub mod namespace;
pub mod order;
pub mod set;
pub mod str;
pub mod symbol;
pub mod value;
pub mod weak;

pub use attrs::Attrs;
pub use class::{Class, Layout};
pub use class_of::{class_of, with_class_of};
pub use complex::Complex;
pub use descriptor::{Property, Super};
pub use dict::{Dict, DictTable};
pub use eq::native_eq;
pub use exception::Exception;
pub use extension::Extension;
pub use fast_hash::FastHash;
pub use fault::{Fault, Hook};
pub use fields::Fields;
pub use function::{BoundMethod, Function, NativeFunction};
pub use generator::{Generator, GeneratorState};
pub use hash::native_hash;
pub use heap::{DictPart, Obj, Range, Ref};
pub use instance::Instance;
pub use iter::Iter;
pub use member::Member;
pub use namespace::Namespace;
pub use order::native_cmp;
pub use set::{Set, SetTable};
pub use str::Str;
pub use symbol::{Sym, SymMap};
pub use value::Value;
pub use weak::WeakReference;
