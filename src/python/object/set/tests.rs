use super::*;

fn set(items: impl IntoIterator<Item = i64>) -> SetTable {
    let mut set = SetTable::default();
    for item in items {
        set.insert(&Value::Int(item)).expect("ints are hashable");
    }
    set
}

/// `expected` is what CPython prints for the list of the set.
fn check(set: &SetTable, expected: &[i64]) {
    let items: Vec<i64> = set.hashes().collect();
    assert_eq!(items, expected);
}

#[test]
fn ints_come_out_in_the_order_of_cpython() {
    check(&set([3, 1, 2]), &[1, 2, 3]);
    check(&set([9, 1, 17, 33]), &[9, 33, 1, 17]);
    check(&set([100, 5, 64, 32, 31, 7, 1000]), &[64, 32, 100, 5, 7, 1000, 31]);
    check(
        &set((0..40).map(|i| i * i * 7919 % 1009)),
        &[
            0, 641, 130, 262, 397, 658, 533, 792, 664, 282, 281, 415, 546, 166, 39, 298, 179, 183, 575, 579, 844, 716, 462, 211,
            724, 856, 732, 349, 479, 249, 614, 230, 485, 877, 878, 366, 499, 119, 377, 890,
        ],
    );
}

#[test]
fn operations_keep_cpythons_order() {
    let (a, b) = (set((0..20).map(|i| i * 37)), set((0..20).map(|i| i * 74 + 5)));
    let mut union = a.copy();
    union.merge(&b).expect("ints are comparable");
    check(
        &union,
        &[
            0, 259, 1411, 5, 518, 523, 1041, 148, 407, 153, 666, 671, 37, 1189, 296, 555, 301, 819, 185, 1337, 444, 703, 449, 967,
            74, 333, 79, 592, 597, 1115, 222, 481, 227, 745, 111, 1263, 370, 629, 375, 893,
        ],
    );
    check(
        &a.difference(&set([37, 74])).expect("ints are comparable"),
        &[0, 259, 518, 333, 592, 148, 407, 666, 222, 481, 296, 555, 111, 370, 629, 185, 444, 703],
    );
    let mut odd = a.copy();
    odd.symmetric_difference_update(&set([37, 1, 2])).expect("ints are comparable");
    check(&odd, &[0, 1, 2, 259, 518, 74, 333, 592, 148, 407, 666, 222, 481, 296, 555, 111, 370, 629, 185, 444, 703]);
}

#[test]
fn pop_goes_round() {
    let mut numbers = set([1, 2, 3]);
    let mut popped = || numbers.pop().map_or(0, |item| native_hash(&item).expect("ints are hashable"));
    assert_eq!([popped(), popped()], [1, 2]);
    numbers.insert(&Value::Int(1)).expect("ints are hashable");
    let mut popped = || numbers.pop().map_or(0, |item| native_hash(&item).expect("ints are hashable"));
    assert_eq!([popped(), popped(), popped()], [3, 1, 0]);
}
