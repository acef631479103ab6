//! Indices and slices, as sequences understand them.

use crate::python::core::ExceptionKind;
use crate::python::native::Result;
use crate::python::object::{Obj, Range, Sym, Value};
use crate::python::vm::{class_of, error, type_error, value_error};

use super::failure::{Failure, Tried};

/// An index given as any int; one that does not fit is beyond every end. `None` if the value is no int.
pub fn int(value: &Value) -> Option<i64> {
    match value.payload() {
        Value::Int(index) => Some(*index),
        Value::Bool(index) => Some(i64::from(*index)),
        Value::Obj(object) => match &**object {
            Obj::BigInt(index) if index.sign() == num_bigint::Sign::Minus => Some(i64::MIN),
            Obj::BigInt(_) => Some(i64::MAX),
            _ => None,
        },
        _ => None,
    }
}

/// Where index `index`, which may count from the end, is in a sequence of length `len`.
pub fn position(index: i64, len: usize) -> Option<usize> {
    let index = if index < 0 { index + len as i64 } else { index };
    usize::try_from(index).ok().filter(|&index| index < len)
}

/// The value of a subscript as an index.
///
/// # Errors
/// `complaint` as a TypeError if it is no int; one with `__index__` goes to the prelude's `slow`.
pub fn subscript(key: &Value, slow: &'static str, complaint: impl FnOnce() -> String) -> Tried<i64> {
    if let Some(Obj::BigInt(_)) = key.obj() {
        let message = "cannot fit 'int' into an index-sized integer";
        return Err(error(ExceptionKind::IndexError, message).into());
    }
    match int(key) {
        Some(index) => Ok(index),
        None if has_index(key) => Err(Failure::Python(slow)),
        None => Err(type_error(complaint()).into()),
    }
}

fn has_index(value: &Value) -> bool {
    let class = class_of(value);
    class.as_class().is_some_and(|class| !class.builtin && class.lookup(Sym::new("__index__")).is_some())
}

/// The indices that a slice selects, as `PySlice_AdjustIndices` gives them (Objects/sliceobject.c).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    /// Number of items selected.
    pub len: usize,
}

impl Selection {
    /// What `slice` selects of a sequence of length `len`.
    pub fn new(slice: &[Value; 3], len: usize) -> Result<Selection> {
        let [start, stop, step] = slice;
        let step = bound(step)?.unwrap_or(1);
        if step == 0 {
            return Err(value_error("slice step cannot be zero"));
        }
        let step = step.max(-i64::MAX);
        let len = len as i64;
        let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
        let clamp = |index: i64| (if index < 0 { index.saturating_add(len) } else { index }).clamp(low, high);
        let start = bound(start)?.map_or(if step < 0 { high } else { low }, clamp);
        let stop = bound(stop)?.map_or(if step < 0 { low } else { high }, clamp);
        Ok(Selection { start, stop, step, len: Range { start, stop, step }.len() as usize })
    }

    pub fn indices(self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.len as i64).map(move |i| (self.start + i * self.step) as usize)
    }

    /// The items selected.
    pub fn of<T: Clone>(self, items: &[T]) -> Vec<T> {
        if self.step == 1 {
            return items[self.start as usize..self.start as usize + self.len].to_vec();
        }
        self.indices().map(|at| items[at].clone()).collect()
    }
}

fn bound(value: &Value) -> Result<Option<i64>> {
    match value {
        Value::None | Value::Unset => Ok(None),
        value => match int(value) {
            Some(index) => Ok(Some(index)),
            None => Err(type_error("slice indices must be integers or None or have an __index__ method")),
        },
    }
}

/// The bounds of a search in a sequence of length `len`, as `list.index(x, start, stop)` takes them.
pub fn search_bounds(start: &Value, stop: &Value, len: usize) -> Result<std::ops::Range<usize>> {
    let adjust = |index: i64| (if index < 0 { index.saturating_add(len as i64).max(0) } else { index }).min(len as i64) as usize;
    let start = bound(start)?.map_or(0, adjust);
    let stop = bound(stop)?.map_or(len, adjust);
    Ok(start..stop.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(slice: [Option<i64>; 3], expected: &[usize]) {
        let slice = slice.map(|part| part.map_or(Value::None, Value::Int));
        let selected = Selection::new(&slice, 5).expect("the step is not 0");
        assert_eq!(selected.indices().collect::<Vec<_>>(), expected, "{slice:?}");
        assert_eq!(selected.of(&[0usize, 1, 2, 3, 4]), expected);
    }

    #[test]
    fn slices_select_as_in_python() {
        check([None, None, None], &[0, 1, 2, 3, 4]);
        check([Some(1), Some(3), None], &[1, 2]);
        check([Some(-2), None, None], &[3, 4]);
        check([None, None, Some(-1)], &[4, 3, 2, 1, 0]);
        check([Some(3), Some(0), Some(-2)], &[3, 1]);
        check([Some(10), Some(20), None], &[]);
        check([Some(3), Some(1), None], &[]);
        check([Some(-100), Some(i64::MAX), Some(i64::MAX)], &[0]);
        check([None, None, Some(i64::MIN)], &[4]);
    }

    #[test]
    fn positions_count_from_either_end() {
        assert_eq!([position(-1, 3), position(0, 3), position(3, 3), position(-4, 3)], [Some(2), Some(0), None, None]);
    }
}
