//! Stable sorting of values that can be compared natively.

use std::cell::Cell;

use crate::python::code::CompareOp;
use crate::python::object::{Value, native_cmp};

/// Sorts `items` in place. False, with the items as they were, if comparing two of them needs Python or is an error: comparing
/// them again in Python does what there is to do.
pub fn sort(items: &mut Vec<Value>, reverse: bool) -> bool {
    let Some(order) = order(items, reverse) else { return false };
    *items = order.into_iter().map(|at| items[at].clone()).collect();
    true
}

/// The positions of `keys` in sorted order. Equal keys keep their order, also in reverse.
pub fn order(keys: &[Value], reverse: bool) -> Option<Vec<usize>> {
    let failed = Cell::new(false);
    let less = |a: &Value, b: &Value| {
        !failed.get()
            && match native_cmp(CompareOp::Lt, a, b) {
                Ok(Some(less)) => less,
                Ok(None) | Err(_) => {
                    failed.set(true);
                    false
                }
            }
    };
    let mut order: Vec<usize> = (0..keys.len()).collect();
    merge_sort(&mut order, &mut |&a, &b| if reverse { less(&keys[a], &keys[b]) } else { less(&keys[b], &keys[a]) });
    (!failed.get()).then_some(order)
}

/// A merge sort that asks only whether an item belongs after a later one. The standard library's may panic when an order is
/// inconsistent, as one with NaN is.
fn merge_sort(items: &mut Vec<usize>, after: &mut impl FnMut(&usize, &usize) -> bool) {
    let len = items.len();
    let mut merged = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        merged.clear();
        for start in (0..len).step_by(2 * width) {
            let middle = (start + width).min(len);
            let end = (start + 2 * width).min(len);
            merge(&items[start..middle], &items[middle..end], &mut merged, after);
        }
        std::mem::swap(items, &mut merged);
        width *= 2;
    }
}

fn merge(left: &[usize], right: &[usize], merged: &mut Vec<usize>, after: &mut impl FnMut(&usize, &usize) -> bool) {
    // Runs that are in order already are the common case.
    if let (Some(last), Some(first)) = (left.last(), right.first())
        && !after(last, first)
    {
        merged.extend_from_slice(left);
        merged.extend_from_slice(right);
        return;
    }
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    while let (Some(&a), Some(&b)) = (left.peek(), right.peek()) {
        merged.extend(if after(a, b) { right.next() } else { left.next() });
    }
    merged.extend(left.chain(right));
}

/// The greatest or least of `items` by `op`: the first of equal ones. `None` if that needs Python.
pub fn extreme(items: &[Value], op: CompareOp) -> Option<usize> {
    let mut best = 0;
    for at in 1..items.len() {
        match native_cmp(op, &items[at], &items[best]) {
            Ok(Some(true)) => best = at,
            Ok(Some(false)) => {}
            Ok(None) | Err(_) => return None,
        }
    }
    Some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(keys: &[i64], reverse: bool, expected: &[usize]) {
        let keys: Vec<Value> = keys.iter().map(|&key| Value::Int(key)).collect();
        assert_eq!(order(&keys, reverse).as_deref(), Some(expected));
    }

    #[test]
    fn equal_keys_keep_their_order() {
        check(&[3, 1, 2, 1, 3], false, &[1, 3, 2, 0, 4]);
        check(&[3, 1, 2, 1, 3], true, &[0, 4, 2, 1, 3]);
        check(&[], false, &[]);
    }

    #[test]
    fn what_cannot_be_compared_is_left_alone() {
        let mut items = vec![Value::Int(2), "a".into(), Value::Int(1)];
        assert!(!sort(&mut items, false));
        assert!(matches!(items[..], [Value::Int(2), _, Value::Int(1)]));
    }

    #[test]
    fn nan_does_no_harm() {
        let mut items: Vec<Value> = [3.0, f64::NAN, 1.0, 2.0].map(Value::Float).into();
        assert!(sort(&mut items, false));
        assert_eq!(items.len(), 4);
    }
}
