//! `<`, `<=`, `>`, `>=` of builtin values.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};

use super::eq::{as_set, bigint_of, eq_at};
use super::fault::{Fault, Hook, MAX_DEPTH, native};
use super::heap::{Obj, Ref};
use super::value::Value;
use crate::python::code::CompareOp;

/// `a op b`, for values whose classes have no such method written in Python; `None` means `NotImplemented`. Where the answer hangs on
/// items that are not ordered natively, the fault is [`Fault::InPython`]: comparing them anew finds the right error.
pub fn native_cmp(op: CompareOp, a: &Value, b: &Value) -> Result<Option<bool>, Fault> {
    match op {
        CompareOp::Eq => return eq_at(a, b, 0).map(Some),
        CompareOp::Ne => return eq_at(a, b, 0).map(|equal| Some(!equal)),
        _ => {}
    }
    cmp_at(op, a, b, 0)
}

fn cmp_at(op: CompareOp, a: &Value, b: &Value, depth: u32) -> Result<Option<bool>, Fault> {
    let (hook, reflected) = hooks(op);
    let (a, b) = (native(a, hook)?, native(b, reflected)?);
    if let Some(order) = compare_numbers(a, b) {
        return Ok(Some(order.is_some_and(|order| holds(op, order))));
    }
    match (a, b) {
        (Value::Obj(a), Value::Obj(b)) => cmp_objects(op, a, b, depth),
        _ => Ok(None),
    }
}

fn cmp_objects(op: CompareOp, a: &Ref, b: &Ref, depth: u32) -> Result<Option<bool>, Fault> {
    if depth >= MAX_DEPTH {
        return Err(Fault::TooDeep);
    }
    let order = match (&**a, &**b) {
        // Code points are in the order of their UTF-8.
        (Obj::Str(a), Obj::Str(b)) => a.as_str().cmp(b.as_str()),
        (Obj::Bytes(a), Obj::Bytes(b)) => a.cmp(b),
        (Obj::ByteArray(a), Obj::ByteArray(b)) => a.borrow().cmp(&b.borrow()),
        (Obj::Bytes(a), Obj::ByteArray(b)) => (**a).cmp(&**b.borrow()),
        (Obj::ByteArray(a), Obj::Bytes(b)) => (**a.borrow()).cmp(&**b),
        (Obj::Tuple(a), Obj::Tuple(b)) => return cmp_slices(op, a, b, depth + 1),
        (Obj::List(a), Obj::List(b)) => return cmp_slices(op, &a.borrow(), &b.borrow(), depth + 1),
        _ => return cmp_sets(op, a, b),
    };
    Ok(Some(holds(op, order)))
}

/// The first items that differ decide, else the lengths (`list_richcompare`, Objects/listobject.c).
fn cmp_slices(op: CompareOp, a: &[Value], b: &[Value], depth: u32) -> Result<Option<bool>, Fault> {
    for (a, b) in a.iter().zip(b) {
        if !eq_at(a, b, depth)? {
            return match cmp_at(op, a, b, depth)? {
                None => Err(Fault::InPython),
                answer => Ok(answer),
            };
        }
    }
    Ok(Some(holds(op, a.len().cmp(&b.len()))))
}

/// Sets are ordered by inclusion.
fn cmp_sets(op: CompareOp, a: &Ref, b: &Ref) -> Result<Option<bool>, Fault> {
    let (Some(a), Some(b)) = (as_set(a)?, as_set(b)?) else { return Ok(None) };
    let answer = match op {
        CompareOp::Le => a.is_subset(&b)?,
        CompareOp::Lt => a.len() < b.len() && a.is_subset(&b)?,
        CompareOp::Ge => b.is_subset(&a)?,
        _ => b.len() < a.len() && b.is_subset(&a)?,
    };
    Ok(Some(answer))
}

fn hooks(op: CompareOp) -> (Hook, Hook) {
    match op {
        CompareOp::Lt => (Hook::Lt, Hook::Gt),
        CompareOp::Le => (Hook::Le, Hook::Ge),
        CompareOp::Gt => (Hook::Gt, Hook::Lt),
        CompareOp::Ge => (Hook::Ge, Hook::Le),
        CompareOp::Eq | CompareOp::Ne => (Hook::Eq, Hook::Eq),
    }
}

/// Whether `a op b` holds for an `a` that stands to `b` as `order` says.
pub fn holds(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Eq => order.is_eq(),
        CompareOp::Ne => order.is_ne(),
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
    }
}

enum Number<'a> {
    Int(i64),
    Big(&'a BigInt),
    Float(f64),
}

fn number(value: &Value) -> Option<Number<'_>> {
    Some(match value {
        Value::Int(number) => Number::Int(*number),
        Value::Bool(value) => Number::Int(i64::from(*value)),
        Value::Float(number) => Number::Float(*number),
        Value::Obj(object) => match &**object {
            Obj::BigInt(number) => Number::Big(number),
            _ => return None,
        },
        _ => return None,
    })
}

/// The order of two numbers by their exact values: the outer `None` if one is no number, the inner if one is NaN.
pub fn compare_numbers(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    Some(match (number(a)?, number(b)?) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(&b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
        (Number::Big(a), Number::Big(b)) => Some(a.cmp(b)),
        (Number::Int(_), Number::Big(b)) => Some(if b.sign() == Sign::Minus { Ordering::Greater } else { Ordering::Less }),
        (Number::Big(a), Number::Int(_)) => Some(if a.sign() == Sign::Minus { Ordering::Less } else { Ordering::Greater }),
        (Number::Int(a), Number::Float(b)) => compare_int_float(a, b),
        (Number::Float(a), Number::Int(b)) => compare_int_float(b, a).map(Ordering::reverse),
        (Number::Big(a), Number::Float(b)) => compare_big_float(a, b),
        (Number::Float(a), Number::Big(b)) => compare_big_float(b, a).map(Ordering::reverse),
    })
}

fn compare_int_float(a: i64, b: f64) -> Option<Ordering> {
    const EXACT: i64 = 1 << 53;
    if (-EXACT..=EXACT).contains(&a) { (a as f64).partial_cmp(&b) } else { compare_big_float(&BigInt::from(a), b) }
}

fn compare_big_float(a: &BigInt, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    let Some(whole) = bigint_of(b.trunc()) else {
        return Some(if b > 0.0 { Ordering::Less } else { Ordering::Greater });
    };
    Some(a.cmp(&whole).then_with(|| 0.0.partial_cmp(&b.fract()).expect("not NaN")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: Value, b: Value, less: Option<bool>) {
        assert_eq!(native_cmp(CompareOp::Lt, &a, &b), Ok(less), "{a:?} < {b:?}");
    }

    #[test]
    fn numbers_are_ordered_by_exact_value() {
        check(Value::Float((1u64 << 53) as f64), Value::Int((1 << 53) + 1), Some(true));
        check(Value::int(BigInt::from(10).pow(400)), Value::Float(f64::INFINITY), Some(true));
        check(Value::Int(1), Value::Float(1.5), Some(true));
        check(Value::Int(-1), Value::Float(-1.5), Some(false));
        check(Value::Float(f64::NAN), Value::Int(1), Some(false));
        check(Value::Int(1), "a".into(), None);
    }

    #[test]
    fn sequences_are_ordered_by_the_first_difference() {
        check(Value::tuple([Value::Int(1), Value::Int(2)]), Value::tuple([Value::Int(1), Value::Int(3)]), Some(true));
        check(Value::tuple([Value::Int(1)]), Value::tuple([Value::Int(1), Value::Int(3)]), Some(true));
        check(Value::list(vec!["b".into()]), Value::list(vec!["a".into(), "z".into()]), Some(false));
        let mixed = native_cmp(CompareOp::Lt, &Value::list(vec![Value::Int(1)]), &Value::list(vec!["a".into()]));
        assert_eq!(mixed, Err(Fault::InPython));
    }
}
