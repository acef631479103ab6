//! A reference to a Python object, 16 bytes; the commonest immutable objects are in the reference itself.

use std::rc::Rc;

use compact_str::{CompactString, ToCompactString};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::heap::{Obj, Ref};
use super::str::Str;

/// A Python object, or [`Value::Unset`] where there is none.
// With a tag as wide as the payload a value is moved as two words: without, as odd pieces, since a `bool` would be next to the tag.
#[repr(u64)]
#[derive(Default, Debug)]
pub enum Value {
    /// No object: a local that is not bound, an argument that was not given. Never seen by a program.
    #[default]
    Unset,
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    /// An int that fits; others are [`Obj::BigInt`].
    Int(i64),
    Float(f64),
    Obj(Ref),
}

impl Clone for Value {
    /// In place for what programs copy most: to tell all kinds apart takes a jump through a table.
    #[inline(always)]
    fn clone(&self) -> Value {
        match self {
            Value::Int(number) => Value::Int(*number),
            Value::Obj(object) => Value::Obj(object.clone()),
            other => other.clone_small(),
        }
    }
}

impl Value {
    /// A copy of what is in the reference itself.
    fn clone_small(&self) -> Value {
        match self {
            Value::Unset => Value::Unset,
            Value::None => Value::None,
            Value::Ellipsis => Value::Ellipsis,
            Value::NotImplemented => Value::NotImplemented,
            Value::Bool(truth) => Value::Bool(*truth),
            Value::Int(number) => Value::Int(*number),
            Value::Float(number) => Value::Float(*number),
            Value::Obj(object) => Value::Obj(object.clone()),
        }
    }

    pub fn is_unset(&self) -> bool {
        matches!(self, Value::Unset)
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The object behind the reference, unless the reference holds it itself.
    pub fn obj(&self) -> Option<&Obj> {
        match self {
            Value::Obj(object) => Some(object),
            _ => None,
        }
    }

    pub fn as_ref(&self) -> Option<&Ref> {
        match self {
            Value::Obj(object) => Some(object),
            _ => None,
        }
    }

    /// The text of a `str` (not of an instance of a subclass: see [`Value::payload`]).
    pub fn as_str(&self) -> Option<&str> {
        match self.obj() {
            Some(Obj::Str(string)) => Some(string.as_str()),
            _ => None,
        }
    }

    pub fn as_tuple(&self) -> Option<&[Value]> {
        match self.obj() {
            Some(Obj::Tuple(items)) => Some(items),
            _ => None,
        }
    }

    /// For an instance of a subclass of a builtin type, the builtin value inside it; else the value itself.
    pub fn payload(&self) -> &Value {
        match self.obj() {
            Some(Obj::Instance(instance)) if !instance.payload.is_unset() => &instance.payload,
            _ => self,
        }
    }

    /// `is`: the same object. Ints, floats and strings of equal value count as the same where CPython may share them.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Obj(a), Value::Obj(b)) => Ref::ptr_eq(a, b),
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::None, Value::None)
            | (Value::Unset, Value::Unset)
            | (Value::Ellipsis, Value::Ellipsis)
            | (Value::NotImplemented, Value::NotImplemented) => true,
            _ => false,
        }
    }

    pub fn str(text: impl Into<CompactString>) -> Value {
        Value::from(Obj::Str(Str::new(text)))
    }

    pub fn tuple(items: impl Into<Box<[Value]>>) -> Value {
        Value::from(Obj::Tuple(items.into()))
    }

    pub fn list(items: Vec<Value>) -> Value {
        Value::from(Obj::List(items.into()))
    }

    /// `str()` of an int that fits.
    pub fn decimal(number: i64) -> Value {
        Value::str(number.to_compact_string())
    }

    /// An int of any size, in its one representation.
    pub fn int(number: BigInt) -> Value {
        match number.to_i64() {
            Some(small) => Value::Int(small),
            None => Value::from(Obj::BigInt(number)),
        }
    }
}

impl From<Obj> for Value {
    fn from(object: Obj) -> Value {
        Value::Obj(Ref::new(object))
    }
}

impl From<Ref> for Value {
    fn from(object: Ref) -> Value {
        Value::Obj(object)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Int(value as i64)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Float(value)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::str(text)
    }
}

impl From<CompactString> for Value {
    fn from(text: CompactString) -> Value {
        Value::str(text)
    }
}

impl From<Rc<str>> for Value {
    fn from(text: Rc<str>) -> Value {
        Value::str(&*text)
    }
}
