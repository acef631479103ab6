//! Builtin operations without a program around them.

use super::failure::{Failure, Tried};
use super::{items, operators};
use crate::python::code::BinaryOp;
use crate::python::native::Result;
use crate::python::object::{DictTable, Obj, Range, SetTable, Value};

/// What a result shows: the value's `repr`, or the exception's type and message.
fn shown<T>(result: Result<Option<T>>, show: impl Fn(T) -> String) -> String {
    match result {
        Ok(Some(value)) => show(value),
        Ok(None) => "NotImplemented".to_owned(),
        Err(throw) => {
            let exception = Value::from(throw.0);
            format!("{}: {}", super::type_name(&exception), super::repr::native_str(&exception).unwrap_or_default())
        }
    }
}

fn repr(value: &Value) -> String {
    super::repr::native_repr(value).unwrap_or_default()
}

fn list(items: impl IntoIterator<Item = i64>) -> Value {
    Value::list(items.into_iter().map(Value::Int).collect())
}

fn slice(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Value {
    let parts = [start, stop, step].map(|part| part.map_or(Value::None, Value::Int));
    Value::from(Obj::Slice(Box::new(parts)))
}

fn set(items: impl IntoIterator<Item = i64>) -> Value {
    let mut table = SetTable::default();
    items.into_iter().for_each(|item| assert!(table.insert(&Value::Int(item)).is_ok()));
    Value::from(Obj::Set(table.into()))
}

fn check_get(container: &Value, key: &Value, expected: &str) {
    assert_eq!(shown(items::get_item(container, key), |value| repr(&value)), expected);
}

#[test]
fn items_are_read_by_index_key_and_slice() {
    let numbers = list(0..5);
    check_get(&numbers, &Value::Int(-1), "4");
    check_get(&numbers, &Value::Int(5), "IndexError: list index out of range");
    check_get(&numbers, &"a".into(), "TypeError: list indices must be integers or slices, not str");
    check_get(&numbers, &slice(None, None, Some(-2)), "[4, 2, 0]");
    check_get(&"héllo".into(), &Value::Int(1), "'é'");
    check_get(&"hello".into(), &slice(Some(1), Some(3), None), "'el'");
    check_get(&Value::from(Obj::Range(Range { start: 0, stop: 10, step: 2 })), &slice(Some(1), None, None), "range(2, 10, 2)");
    check_get(&DictTable::default().into(), &"k".into(), "KeyError: 'k'");
    check_get(
        &DictTable::default().into(),
        &Value::tuple([list([])]),
        "TypeError: cannot use 'tuple' as a dict key (unhashable type: 'list')",
    );
    check_get(&Value::Int(1), &Value::Int(0), "NotImplemented");
}

/// What `numbers[key] = value` makes of the list of 0 to 4.
fn check_set(key: &Value, value: Value, expected: &str) {
    let numbers = list(0..5);
    let result = items::set_item(&numbers, key, value).map(Some);
    assert_eq!(shown(result, |_| repr(&numbers)), expected);
}

#[test]
fn items_are_set_by_index_and_slice() {
    check_set(&Value::Int(0), Value::None, "[None, 1, 2, 3, 4]");
    check_set(&Value::Int(9), Value::None, "IndexError: list assignment index out of range");
    check_set(&slice(Some(1), Some(3), None), list([9]), "[0, 9, 3, 4]");
    check_set(&slice(Some(4), Some(1), None), list([9]), "[0, 1, 2, 3, 9, 4]");
    check_set(&slice(None, None, Some(2)), list([7, 8, 9]), "[7, 1, 8, 3, 9]");
    let message = "ValueError: attempt to assign sequence of size 1 to extended slice of size 3";
    check_set(&slice(None, None, Some(2)), list([7]), message);
}

#[test]
fn items_are_deleted_by_index_and_slice() {
    let check = |key: &Value, expected: &str| {
        let numbers = list(0..5);
        let result = items::delete_item(&numbers, key).map(Some);
        assert_eq!(shown(result, |_| repr(&numbers)), expected);
    };
    check(&Value::Int(1), "[0, 2, 3, 4]");
    check(&slice(None, None, Some(-2)), "[1, 3]");
    check(&slice(Some(1), Some(4), None), "[0, 4]");
}

#[test]
fn membership_is_by_equality() {
    let check = |container: &Value, item: &Value, expected: &str| {
        assert_eq!(shown(items::contains(container, item), |found| found.to_string()), expected);
    };
    check(&list([1, 2]), &Value::Float(2.0), "true");
    check(&"hello".into(), &"ell".into(), "true");
    check(&"hello".into(), &Value::Int(1), "TypeError: 'in <string>' requires string as left operand, not int");
    check(&Value::from(Obj::Range(Range { start: 10, stop: 0, step: -3 })), &Value::Int(4), "true");
    check(&set([1]), &list([]), "TypeError: cannot use 'list' as a set element (unhashable type: 'list')");
}

fn check_binary(op: BinaryOp, a: Value, b: Value, expected: &str) {
    assert_eq!(shown(operators::binary(op, &a, &b), |value| repr(&value)), expected);
}

#[test]
fn containers_have_operators() {
    check_binary(BinaryOp::Add, list([1]), list([2]), "[1, 2]");
    check_binary(BinaryOp::Mul, Value::Int(2), Value::tuple([Value::Int(1)]), "(1, 1)");
    check_binary(BinaryOp::Mul, list([0]), Value::Int(10_000_000_000), "MemoryError: ");
    check_binary(BinaryOp::Or, set([1]), set([2]), "{1, 2}");
    check_binary(BinaryOp::Sub, set([1, 2]), set([2]), "{1}");
    check_binary(BinaryOp::Or, set([1]), list([2]), "NotImplemented");
    check_binary(BinaryOp::Add, list([1]), Value::Int(1), "NotImplemented");
    let message = operators::unsupported(BinaryOp::Add, "+", &list([1]), &Value::Int(1));
    assert_eq!(message, "can only concatenate list (not \"int\") to list");
}

#[test]
fn mutable_containers_are_changed_in_place() {
    let numbers = list([1]);
    let result = operators::in_place(BinaryOp::Add, &numbers, &Value::tuple([Value::Int(2)]));
    assert!(matches!(result, Ok(Some(value)) if value.is(&numbers)));
    assert_eq!(repr(&numbers), "[1, 2]");
}

#[test]
fn a_set_in_a_set_is_left_to_the_prelude() {
    let tried: Tried<Option<bool>> = items::search(&set([1]), &set([1]));
    assert!(matches!(tried, Err(Failure::Python("_contains"))));
}
