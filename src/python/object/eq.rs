//! `==` of builtin values.

use num_bigint::BigInt;

use super::dict::Dict;
use super::fault::{Fault, Hook, MAX_DEPTH, native};
use super::hash::{native_hash, same_native_function};
use super::heap::{DictPart, Obj, Range, Ref};
use super::order::compare_numbers;
use super::set::SetTable;
use super::value::Value;

/// `a == b`, for values whose classes have no `__eq__` written in Python. As in containers, an object equals itself, whatever its
/// class says (`PyObject_RichCompareBool`, Objects/object.c).
pub fn native_eq(a: &Value, b: &Value) -> Result<bool, Fault> {
    eq_at(a, b, 0)
}

pub(super) fn eq_at(a: &Value, b: &Value, depth: u32) -> Result<bool, Fault> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => return Ok(a == b),
        // An item of a container equals itself, even if it is not a number.
        (Value::Float(a), Value::Float(b)) => return Ok(a == b || depth > 0 && a.to_bits() == b.to_bits()),
        _ if a.is(b) => return Ok(true),
        _ => {}
    }
    let (a, b) = (native(a, Hook::Eq)?, native(b, Hook::Eq)?);
    if let Some(order) = compare_numbers(a, b) {
        return Ok(order.is_some_and(|order| order.is_eq()));
    }
    if let Some(equal) = super::complex::equal(a, b) {
        return Ok(equal);
    }
    let (Value::Obj(a), Value::Obj(b)) = (a, b) else { return Ok(false) };
    eq_objects(a, b, depth)
}

fn eq_objects(a: &Ref, b: &Ref, depth: u32) -> Result<bool, Fault> {
    if Ref::ptr_eq(a, b) {
        return Ok(true);
    }
    if depth >= MAX_DEPTH {
        return Err(Fault::TooDeep);
    }
    let depth = depth + 1;
    match (&**a, &**b) {
        (Obj::Str(a), Obj::Str(b)) => Ok(a.as_str() == b.as_str()),
        (Obj::Tuple(a), Obj::Tuple(b)) => eq_slices(a, b, depth),
        (Obj::List(a), Obj::List(b)) => eq_slices(&a.borrow(), &b.borrow(), depth),
        (Obj::Dict(a), Obj::Dict(b)) => eq_dicts(a, b, depth),
        (Obj::Bytes(a), Obj::Bytes(b)) => Ok(a == b),
        (Obj::ByteArray(a), Obj::ByteArray(b)) => Ok(*a.borrow() == *b.borrow()),
        (Obj::Bytes(bytes), Obj::ByteArray(array)) | (Obj::ByteArray(array), Obj::Bytes(bytes)) => Ok(**array.borrow() == **bytes),
        (Obj::Range(a), Obj::Range(b)) => Ok(eq_ranges(*a, *b)),
        (Obj::Slice(a), Obj::Slice(b)) => eq_slices(&a[..], &b[..], depth),
        (Obj::Method(a), Obj::Method(b)) => Ok(a.receiver.is(&b.receiver) && a.function.is(&b.function)),
        (Obj::NativeFunction(a), Obj::NativeFunction(b)) => Ok(same_native_function(a, b)),
        _ => match (as_set(a)?, as_set(b)?) {
            (Some(a), Some(b)) => Ok(a.len() == b.len() && a.is_subset(&b)?),
            _ => Ok(false),
        },
    }
}

fn eq_slices(a: &[Value], b: &[Value], depth: u32) -> Result<bool, Fault> {
    if a.len() != b.len() {
        return Ok(false);
    }
    for (a, b) in a.iter().zip(b) {
        if !eq_at(a, b, depth)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn eq_dicts(a: &Dict, b: &Dict, depth: u32) -> Result<bool, Fault> {
    let (a, b) = (a.table.borrow(), b.table.borrow());
    if a.len() != b.len() {
        return Ok(false);
    }
    for entry in a.entries() {
        match b.find(entry.hash, &entry.key)? {
            Some(at) if eq_at(&entry.value, b.value_at(at), depth)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// Two ranges are equal if their items are (`range_equals`, Objects/rangeobject.c).
fn eq_ranges(a: Range, b: Range) -> bool {
    let len = a.len();
    len == b.len() && (len == 0 || a.start == b.start) && (len <= 1 || a.step == b.step)
}

/// A set's table, or that of a view of a dict that compares as a set.
pub(super) enum AsSet<'a> {
    Set(std::cell::Ref<'a, SetTable>),
    View(SetTable),
}

impl std::ops::Deref for AsSet<'_> {
    type Target = SetTable;

    fn deref(&self) -> &SetTable {
        match self {
            AsSet::Set(set) => set,
            AsSet::View(set) => set,
        }
    }
}

/// `None` for what does not compare as a set.
pub(super) fn as_set(object: &Ref) -> Result<Option<AsSet<'_>>, Fault> {
    match &**object {
        Obj::Set(set) | Obj::FrozenSet(set) => Ok(Some(AsSet::Set(set.table.borrow()))),
        Obj::DictView { dict, part } => Ok(view_set(dict, *part)?.map(AsSet::View)),
        _ => Ok(None),
    }
}

/// The set of what a view of a dict shows; `None` for its values, which are no set.
fn view_set(dict: &Ref, part: DictPart) -> Result<Option<SetTable>, Fault> {
    let Some(dict) = dict.as_dict() else { return Ok(None) };
    let mut set = SetTable::default();
    for entry in dict.table.borrow().entries() {
        match part {
            DictPart::Keys => set.insert_hashed(entry.hash, &entry.key)?,
            DictPart::Items => {
                let item = Value::tuple([entry.key.clone(), entry.value.clone()]);
                set.insert_hashed(native_hash(&item)?, &item)?
            }
            DictPart::Values => return Ok(None),
        };
    }
    Ok(Some(set))
}

/// Whether a float has exactly the value of a bigint.
pub(super) fn bigint_of(number: f64) -> Option<BigInt> {
    use num_traits::FromPrimitive;
    BigInt::from_f64(number)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    fn check(a: Value, b: Value, expected: bool) {
        assert_eq!(native_eq(&a, &b), Ok(expected), "{a:?} == {b:?}");
        assert_eq!(native_eq(&b, &a), Ok(expected), "{b:?} == {a:?}");
    }

    #[test]
    fn numbers_are_compared_exactly() {
        check(Value::Int(1), Value::Float(1.0), true);
        check(Value::Bool(true), Value::Float(1.0), true);
        check(Value::Int((1 << 53) + 1), Value::Float((1u64 << 53) as f64), false);
        check(Value::int(BigInt::from(10).pow(22)), Value::Float(1e22), true);
        check(Value::int(BigInt::from(10).pow(23)), Value::Float(1e23), false);
        check(Value::Float(f64::NAN), Value::Float(f64::NAN), false);
        check(Value::Int(0), Value::None, false);
    }

    #[test]
    fn containers_are_compared_by_their_items() {
        check(Value::list(vec![Value::Int(1), "a".into()]), Value::list(vec![Value::Float(1.0), "a".into()]), true);
        check(Value::list(vec![]), Value::tuple([]), false);
        let empty = |start, stop| Value::from(Obj::Range(Range { start, stop, step: 1 }));
        check(empty(5, 5), empty(7, 3), true);
    }

    #[test]
    fn a_list_that_contains_itself_is_too_deep() {
        let cyclic = || {
            let list = Value::list(vec![]);
            let Some(Obj::List(items)) = list.obj() else { unreachable!("a list was made") };
            RefCell::borrow_mut(items).push(list.clone());
            list
        };
        assert_eq!(native_eq(&cyclic(), &cyclic()), Err(Fault::TooDeep));
    }
}
