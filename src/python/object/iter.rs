//! Iterators over builtin values.

mod next;

use super::heap::{DictPart, Obj, Range, Ref};
use super::value::Value;
use crate::python::core::TypeKind;
use crate::python::native::Result;
use next::{
    byte_at, character_at, dict_item, dict_item_before, enumerated, item_before, list_item, range_item, sequence_len, set_item,
    tuple_item, zipped,
};

pub use next::shown;

/// An iterator of the machine's own. Advancing it never runs Python: iterators over generators and the like are written in Python
/// (`lib/prelude`).
#[derive(Clone, Debug)]
pub enum Iter {
    List {
        list: Ref,
        next: usize,
    },
    Tuple {
        tuple: Ref,
        next: usize,
    },
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    /// `next` is an offset into the UTF-8.
    Str {
        text: Ref,
        next: usize,
    },
    /// Over `bytes` and `bytearray`.
    Bytes {
        bytes: Ref,
        next: usize,
    },
    /// `next` is a position in the table; `len` what the dict's length must still be, `left` how many items are to come.
    Dict {
        dict: Ref,
        part: DictPart,
        next: usize,
        len: usize,
        left: usize,
    },
    /// From the end: what is before position `end` is left.
    DictReversed {
        dict: Ref,
        part: DictPart,
        end: usize,
        len: usize,
    },
    Set {
        set: Ref,
        next: usize,
        len: usize,
    },
    /// A list, tuple, string or bytes from its end, `left` items of it.
    Reversed {
        sequence: Ref,
        left: usize,
    },
    /// Shares `inner` with whoever else has it.
    Enumerate {
        inner: Ref,
        index: i64,
    },
    Zip {
        inner: Vec<Ref>,
        strict: bool,
    },
    /// What a bare `yield` of a coroutine is to whoever drives it: `None`, once.
    BareYield,
    Exhausted {
        kind: TypeKind,
    },
}

impl Iter {
    /// A fresh iterator over a builtin iterable; `None` for what has to be asked in Python, and for what cannot be iterated.
    pub fn over(value: &Value) -> Option<Iter> {
        let object = value.as_ref()?;
        Some(match &**object {
            Obj::List(_) => Iter::List { list: object.clone(), next: 0 },
            Obj::Tuple(_) => Iter::Tuple { tuple: object.clone(), next: 0 },
            Obj::Range(range) => Iter::range(*range),
            Obj::Str(_) => Iter::Str { text: object.clone(), next: 0 },
            Obj::Bytes(_) | Obj::ByteArray(_) => Iter::Bytes { bytes: object.clone(), next: 0 },
            Obj::Dict(_) => Iter::dict(object, DictPart::Keys),
            Obj::DictView { dict, part } => Iter::dict(dict, *part),
            Obj::Set(set) | Obj::FrozenSet(set) => Iter::Set { set: object.clone(), next: 0, len: set.table.borrow().len() },
            _ => return None,
        })
    }

    /// The iterator of `reversed(value)`, for builtin sequences and dicts.
    pub fn over_reversed(value: &Value) -> Option<Iter> {
        let object = value.as_ref()?;
        Some(match &**object {
            Obj::List(_) | Obj::Tuple(_) | Obj::Str(_) | Obj::Bytes(_) | Obj::ByteArray(_) => {
                Iter::Reversed { sequence: object.clone(), left: sequence_len(object) }
            }
            Obj::Range(range) => {
                let left = range.len();
                let next = if left == 0 { range.start } else { range.at(left - 1) };
                Iter::Range { next, step: range.step.wrapping_neg(), left }
            }
            Obj::Dict(_) => Iter::dict_reversed(object, DictPart::Keys),
            Obj::DictView { dict, part } => Iter::dict_reversed(dict, *part),
            _ => return None,
        })
    }

    fn range(range: Range) -> Iter {
        Iter::Range { next: range.start, step: range.step, left: range.len() }
    }

    fn dict(dict: &Ref, part: DictPart) -> Iter {
        let len = dict.as_dict().map_or(0, |dict| dict.table.borrow().len());
        Iter::Dict { dict: dict.clone(), part, next: 0, len, left: len }
    }

    fn dict_reversed(dict: &Ref, part: DictPart) -> Iter {
        let (end, len) = dict.as_dict().map_or((0, 0), |dict| (dict.table.borrow().end(), dict.table.borrow().len()));
        Iter::DictReversed { dict: dict.clone(), part, end, len }
    }

    /// The next item; `None` at the end, and ever after.
    ///
    /// # Errors
    /// RuntimeError when a dict or set changed its size since the iteration began; ValueError from `zip(strict=True)`.
    #[allow(clippy::should_implement_trait)] // It can fail, so it is no `Iterator`; `next` is what Python calls it.
    pub fn next(&mut self) -> Result<Option<Value>> {
        let item = match self {
            Iter::List { list, next } => list_item(list, next),
            Iter::Tuple { tuple, next } => tuple_item(tuple, next),
            Iter::Range { next, step, left } => return Ok(range_item(next, *step, left)),
            Iter::Str { text, next } => character_at(text, next),
            Iter::Bytes { bytes, next } => byte_at(bytes, next),
            Iter::Dict { dict, part, next, len, left } => dict_item(dict, *part, next, *len, left)?,
            Iter::DictReversed { dict, part, end, len } => dict_item_before(dict, *part, end, *len)?,
            Iter::Set { set, next, len } => set_item(set, next, *len)?,
            Iter::Reversed { sequence, left } => item_before(sequence, left),
            Iter::Enumerate { inner, index } => enumerated(inner, index)?,
            Iter::Zip { inner, strict } => zipped(inner, *strict)?,
            Iter::BareYield => {
                *self = Iter::Exhausted { kind: self.kind() };
                Some(Value::None)
            }
            Iter::Exhausted { .. } => None,
        };
        if item.is_none() {
            *self = Iter::Exhausted { kind: self.kind() };
        }
        Ok(item)
    }

    /// How many items are left, where that is known: `operator.length_hint`.
    pub fn len_hint(&self) -> Option<usize> {
        Some(match self {
            Iter::List { list, next } => sequence_len(list).saturating_sub(*next),
            Iter::Tuple { tuple, next } => sequence_len(tuple).saturating_sub(*next),
            Iter::Range { left, .. } => *left as usize,
            Iter::Bytes { bytes, next } => sequence_len(bytes).saturating_sub(*next),
            Iter::Reversed { left, .. } => *left,
            Iter::Dict { len, next: 0, .. } | Iter::Set { len, next: 0, .. } => *len,
            Iter::Exhausted { .. } => 0,
            _ => return None,
        })
    }

    /// The type it shows.
    pub fn kind(&self) -> TypeKind {
        match self {
            Iter::List { .. } => TypeKind::ListIterator,
            Iter::Tuple { .. } => TypeKind::TupleIterator,
            Iter::Range { .. } => TypeKind::RangeIterator,
            Iter::Str { .. } => TypeKind::StrIterator,
            Iter::Bytes { .. } => TypeKind::BytesIterator,
            Iter::DictReversed { part, .. } => match part {
                DictPart::Keys => TypeKind::DictReverseKeyIterator,
                DictPart::Values => TypeKind::DictReverseValueIterator,
                DictPart::Items => TypeKind::DictReverseItemIterator,
            },
            Iter::Dict { part, .. } => match part {
                DictPart::Keys => TypeKind::DictKeyIterator,
                DictPart::Values => TypeKind::DictValueIterator,
                DictPart::Items => TypeKind::DictItemIterator,
            },
            Iter::Set { .. } => TypeKind::SetIterator,
            Iter::Reversed { sequence, .. } if matches!(**sequence, Obj::List(_)) => TypeKind::ListReverseIterator,
            Iter::Reversed { .. } => TypeKind::Reversed,
            Iter::Enumerate { .. } => TypeKind::Enumerate,
            Iter::Zip { .. } => TypeKind::Zip,
            Iter::BareYield => TypeKind::Generator,
            Iter::Exhausted { kind } => *kind,
        }
    }

    /// The same iterator over what `copy` makes of its objects: for copies of a whole machine.
    pub fn map(&self, mut copy: impl FnMut(&Ref) -> Ref) -> Iter {
        let mut iter = self.clone();
        match &mut iter {
            Iter::List { list: object, .. }
            | Iter::Tuple { tuple: object, .. }
            | Iter::Str { text: object, .. }
            | Iter::Bytes { bytes: object, .. }
            | Iter::Dict { dict: object, .. }
            | Iter::DictReversed { dict: object, .. }
            | Iter::Set { set: object, .. }
            | Iter::Reversed { sequence: object, .. }
            | Iter::Enumerate { inner: object, .. } => *object = copy(object),
            Iter::Zip { inner, .. } => inner.iter_mut().for_each(|object| *object = copy(object)),
            Iter::Range { .. } | Iter::BareYield | Iter::Exhausted { .. } => {}
        }
        iter
    }
}

#[cfg(test)]
mod tests {
    use super::super::dict::DictTable;
    use super::super::set::SetTable;
    use super::*;

    fn ints(value: &Value, iter: Option<Iter>) -> Vec<i64> {
        let mut iter = iter.unwrap_or_else(|| panic!("{value:?} is iterable"));
        std::iter::from_fn(|| iter.next().expect("nothing changes"))
            .map(|item| if let Value::Int(item) = item { item } else { panic!("{item:?} is no int") })
            .collect()
    }

    fn check(value: Value, expected: &[i64]) {
        assert_eq!(ints(&value, Iter::over(&value)), expected);
        if let Some(iter) = Iter::over_reversed(&value) {
            let backwards: Vec<i64> = expected.iter().rev().copied().collect();
            assert_eq!(ints(&value, Some(iter)), backwards);
        }
    }

    #[test]
    fn builtin_values_are_iterable() {
        check(Value::list(vec![Value::Int(1), Value::Int(2)]), &[1, 2]);
        check(Value::tuple([Value::Int(1), Value::Int(2)]), &[1, 2]);
        check(Value::from(Obj::Range(Range { start: 10, stop: 0, step: -3 })), &[10, 7, 4, 1]);
        check(Value::from(Obj::Range(Range { start: 0, stop: 0, step: 1 })), &[]);
        check(Value::from(Obj::Bytes((*b"ab").into())), &[97, 98]);
        let mut dict = DictTable::default();
        (0..3).for_each(|key| assert!(dict.insert(Value::Int(key), Value::None).is_ok()));
        check(dict.into(), &[0, 1, 2]);
        let mut set = SetTable::default();
        assert_eq!(set.insert(&Value::Int(5)), Ok(true));
        check(Value::from(Obj::Set(set.into())), &[5]);
        assert!(Iter::over(&Value::Int(1)).is_none());
    }

    #[test]
    fn a_list_that_grows_is_followed() {
        let list = Value::list(vec![Value::Int(1)]);
        let mut iter = Iter::over(&list).expect("a list is iterable");
        assert!(matches!(iter.next(), Ok(Some(Value::Int(1)))));
        if let Some(Obj::List(items)) = list.obj() {
            items.borrow_mut().push(Value::Int(2));
        }
        assert!(matches!(iter.next(), Ok(Some(Value::Int(2)))));
        assert!(matches!(iter.next(), Ok(None)));
        assert_eq!((iter.kind(), iter.len_hint()), (TypeKind::ListIterator, Some(0)));
    }
}
