//! Iterators over builtin values.

use super::heap::{DictPart, Obj, Range, Ref};
use super::str::character;
use super::value::Value;
use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Result, Throw};
use crate::python::vm::error;

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
    /// `next` is a position in the table; `len` what the dict's length must still be.
    Dict {
        dict: Ref,
        part: DictPart,
        next: usize,
        len: usize,
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
        Iter::Dict { dict: dict.clone(), part, next: 0, len }
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
            Iter::Dict { dict, part, next, len } => dict_item(dict, *part, next, *len)?,
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

fn list_item(list: &Ref, next: &mut usize) -> Option<Value> {
    let Obj::List(items) = &**list else { return None };
    let item = items.borrow().get(*next).cloned()?;
    *next += 1;
    Some(item)
}

fn tuple_item(tuple: &Ref, next: &mut usize) -> Option<Value> {
    let Obj::Tuple(items) = &**tuple else { return None };
    let item = items.get(*next).cloned()?;
    *next += 1;
    Some(item)
}

fn range_item(next: &mut i64, step: i64, left: &mut u64) -> Option<Value> {
    *left = left.checked_sub(1)?;
    let item = Value::Int(*next);
    *next = next.wrapping_add(step);
    Some(item)
}

fn character_at(text: &Ref, next: &mut usize) -> Option<Value> {
    let Obj::Str(string) = &**text else { return None };
    let found = string.as_str()[*next..].chars().next()?;
    *next += found.len_utf8();
    Some(character(found))
}

fn byte_at(bytes: &Ref, next: &mut usize) -> Option<Value> {
    let byte = match &**bytes {
        Obj::Bytes(bytes) => bytes.get(*next).copied(),
        Obj::ByteArray(bytes) => bytes.borrow().get(*next).copied(),
        _ => None,
    }?;
    *next += 1;
    Some(Value::Int(i64::from(byte)))
}

fn dict_item(dict: &Ref, part: DictPart, next: &mut usize, len: usize) -> Result<Option<Value>> {
    let Some(dict) = dict.as_dict() else { return Ok(None) };
    let table = dict.table.borrow();
    if table.len() != len {
        return Err(changed("dictionary"));
    }
    Ok(table.next_from(*next).map(|(at, entry)| {
        *next = at + 1;
        shown(part, &entry.key, &entry.value)
    }))
}

fn dict_item_before(dict: &Ref, part: DictPart, end: &mut usize, len: usize) -> Result<Option<Value>> {
    let Some(dict) = dict.as_dict() else { return Ok(None) };
    let table = dict.table.borrow();
    if table.len() != len {
        return Err(changed("dictionary"));
    }
    Ok(table.next_before(*end).map(|(at, entry)| {
        *end = at;
        shown(part, &entry.key, &entry.value)
    }))
}

/// What a view of a dict shows of an entry.
pub fn shown(part: DictPart, key: &Value, value: &Value) -> Value {
    match part {
        DictPart::Keys => key.clone(),
        DictPart::Values => value.clone(),
        DictPart::Items => Value::tuple([key.clone(), value.clone()]),
    }
}

fn set_item(set: &Ref, next: &mut usize, len: usize) -> Result<Option<Value>> {
    let Some(set) = set.as_set() else { return Ok(None) };
    let table = set.table.borrow();
    if table.len() != len {
        return Err(changed("Set"));
    }
    Ok(table.next_from(*next).map(|(at, item)| {
        *next = at + 1;
        item.clone()
    }))
}

fn changed(what: &str) -> Throw {
    error(ExceptionKind::RuntimeError, format!("{what} changed size during iteration"))
}

fn sequence_len(object: &Ref) -> usize {
    match &**object {
        Obj::List(items) => items.borrow().len(),
        Obj::Tuple(items) => items.len(),
        Obj::Str(string) => string.len(),
        Obj::Bytes(bytes) => bytes.len(),
        Obj::ByteArray(bytes) => bytes.borrow().len(),
        _ => 0,
    }
}

fn item_before(sequence: &Ref, left: &mut usize) -> Option<Value> {
    let index = left.checked_sub(1)?;
    let item = match &**sequence {
        Obj::List(items) => items.borrow().get(index).cloned(),
        Obj::Tuple(items) => items.get(index).cloned(),
        Obj::Str(string) => string.as_str().chars().nth(index).map(character),
        Obj::Bytes(bytes) => bytes.get(index).map(|&byte| Value::Int(i64::from(byte))),
        Obj::ByteArray(bytes) => bytes.borrow().get(index).map(|&byte| Value::Int(i64::from(byte))),
        _ => None,
    }?;
    *left = index;
    Some(item)
}

/// Advances an iterator object of the machine's own.
pub fn advance(iterator: &Ref) -> Result<Option<Value>> {
    match &**iterator {
        Obj::Iterator(iter) => iter.borrow_mut().next(),
        _ => Ok(None),
    }
}

fn enumerated(inner: &Ref, index: &mut i64) -> Result<Option<Value>> {
    let Some(item) = advance(inner)? else { return Ok(None) };
    let pair = Value::tuple([Value::Int(*index), item]);
    *index += 1;
    Ok(Some(pair))
}

/// `zip_next` (Python/bltinmodule.c)
fn zipped(inner: &[Ref], strict: bool) -> Result<Option<Value>> {
    let mut items = Vec::with_capacity(inner.len());
    for iterator in inner {
        match advance(iterator)? {
            Some(item) => items.push(item),
            None if !strict => return Ok(None),
            None if items.is_empty() => return no_longer(inner),
            None => return Err(unequal(items.len() + 1, "shorter")),
        }
    }
    Ok((!items.is_empty()).then(|| Value::tuple(items)))
}

/// With `strict`, all other iterators have to be at their end when the first is.
fn no_longer(inner: &[Ref]) -> Result<Option<Value>> {
    for (at, iterator) in inner.iter().enumerate().skip(1) {
        if advance(iterator)?.is_some() {
            return Err(unequal(at + 1, "longer"));
        }
    }
    Ok(None)
}

fn unequal(number: usize, how: &str) -> Throw {
    let others = if number == 2 { " 1".to_owned() } else { format!("s 1-{}", number - 1) };
    error(ExceptionKind::ValueError, format!("zip() argument {number} is {how} than argument{others}"))
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
