//! Methods that `bytes` and `bytearray` share. Results are of the type of `self`.

use std::borrow::Cow;

use super::{byte, codec, data, of};
use crate::python::builtins::failure::wrong_self;
use crate::python::builtins::format::check_size;
use crate::python::builtins::items::collect;
use crate::python::builtins::{index, str, type_name};
use crate::python::native::{Def, Result};
use crate::python::object::{Obj, Ref, Value};
use crate::python::vm::{Cx, type_error, value_error};

pub const METHODS: &[Def] = &[
    Def::new("decode(self, encoding='utf-8', errors='strict')", decode),
    Def::new("hex(self, sep=None, bytes_per_sep=1)", hex),
    Def::new("fromhex(cls, string, /)", from_hex).class_method(),
    Def::new("find(self, sub, start=None, end=None, /)", |_, args| Ok(Value::Int(find(args, "find", first)?.unwrap_or(-1)))),
    Def::new("rfind(self, sub, start=None, end=None, /)", |_, args| Ok(Value::Int(find(args, "rfind", last)?.unwrap_or(-1)))),
    Def::new("index(self, sub, start=None, end=None, /)", |_, args| found(find(args, "index", first)?)),
    Def::new("rindex(self, sub, start=None, end=None, /)", |_, args| found(find(args, "rindex", last)?)),
    Def::new("count(self, sub, start=None, end=None, /)", count),
    Def::new("startswith(self, prefix, /)", |_, args| has_affix(args, "startswith", |data, affix| data.starts_with(affix))),
    Def::new("endswith(self, suffix, /)", |_, args| has_affix(args, "endswith", |data, affix| data.ends_with(affix))),
    Def::new("split(self, sep=None, maxsplit=-1)", split),
    Def::new("join(self, iterable_of_bytes, /)", join).iterable(1),
    Def::new("replace(self, old, new, count=-1, /)", replace),
    Def::new("strip(self, bytes=None, /)", |_, args| strip(args, "strip", true, true)),
    Def::new("lstrip(self, bytes=None, /)", |_, args| strip(args, "lstrip", true, false)),
    Def::new("rstrip(self, bytes=None, /)", |_, args| strip(args, "rstrip", false, true)),
    Def::new("upper(self, /)", |_, args| Ok(like(&args[0], this(args, "upper")?.to_ascii_uppercase()))),
    Def::new("lower(self, /)", |_, args| Ok(like(&args[0], this(args, "lower")?.to_ascii_lowercase()))),
    Def::new("isalpha(self, /)", |_, args| all(args, "isalpha", u8::is_ascii_alphabetic)),
    Def::new("isdigit(self, /)", |_, args| all(args, "isdigit", u8::is_ascii_digit)),
    Def::new("isalnum(self, /)", |_, args| all(args, "isalnum", u8::is_ascii_alphanumeric)),
    Def::new("isspace(self, /)", |_, args| all(args, "isspace", is_space)),
    Def::new("isascii(self, /)", |_, args| Ok(Value::Bool(this(args, "isascii")?.is_ascii()))),
];

pub(super) fn this<'a>(args: &'a [Value], method: &str) -> Result<Cow<'a, [u8]>> {
    of(&args[0]).ok_or_else(|| wrong_self(method, "bytes", &args[0]))
}

/// Bytes of the same type as `value`.
pub fn like(value: &Value, bytes: Vec<u8>) -> Value {
    match value.payload().obj() {
        Some(Obj::ByteArray(_)) => Value::from(Obj::ByteArray(bytes.into())),
        _ => Value::from(Obj::Bytes(bytes.into())),
    }
}

// By reference, as the methods of `u8` that stand beside it.
pub(super) fn is_space(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || *byte == 0x0b
}

fn all(args: &[Value], method: &str, holds: fn(&u8) -> bool) -> Result<Value> {
    let data = this(args, method)?;
    Ok(Value::Bool(!data.is_empty() && data.iter().all(holds)))
}

fn decode(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (encoding, errors) = (
        codec::name(&args[1], "utf-8", "decode() argument 'encoding'")?,
        codec::name(&args[2], "strict", "decode() argument 'errors'")?,
    );
    codec::decode(&this(args, "decode")?, encoding, errors).map(Value::from)
}

fn hex(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let data = this(args, "hex")?;
    let digits = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let separator = match &args[1] {
        Value::Unset | Value::None => return Ok(Value::from(digits(&data))),
        separator => match (str::of(separator), of(separator)) {
            (Some(text), _) => text.as_str().to_owned(),
            (_, Some(bytes)) => bytes.iter().map(|&byte| char::from(byte)).collect(),
            _ => return Err(type_error(format!("object of type '{}' has no len()", type_name(separator)))),
        },
    };
    if separator.chars().count() != 1 {
        return Err(value_error("sep must be length 1."));
    }
    let group = if args[2].is_unset() { 1 } else { crate::python::builtins::number::index(&args[2])? };
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    if size == 0 {
        return Ok(Value::from(digits(&data)));
    }
    // Groups count from the right, with a negative size from the left.
    let short = if group > 0 { (data.len() % size).min(data.len()) } else { 0 };
    let (head, tail) = data.split_at(short);
    let groups = Some(head).filter(|head| !head.is_empty()).into_iter().chain(tail.chunks(size));
    Ok(Value::from(groups.map(digits).collect::<Vec<_>>().join(&separator)))
}

fn from_hex(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let complaint = || type_error(format!("fromhex() argument must be str, not {}", type_name(&args[1])));
    let text = str::of(&args[1]).ok_or_else(complaint)?.as_str();
    let bad = |at: usize| value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"));
    let mut bytes = Vec::new();
    let mut digits = text.chars().enumerate().filter(|(_, c)| !c.is_ascii_whitespace()).peekable();
    while let Some((at, high)) = digits.next() {
        let high = high.to_digit(16).ok_or_else(|| bad(at))?;
        match digits.next() {
            None => return Err(value_error("fromhex() arg must contain an even number of hexadecimal digits")),
            // The digits of a byte stand together.
            Some((next, _)) if next != at + 1 => return Err(bad(at + 1)),
            Some((next, low)) => bytes.push((high * 16 + low.to_digit(16).ok_or_else(|| bad(next))?) as u8),
        }
    }
    let made_by_array = matches!(args[0].as_ref().and_then(Ref::as_class), Some(class) if &*class.name() == "bytearray");
    Ok(Value::from(if made_by_array { Obj::ByteArray(bytes.into()) } else { Obj::Bytes(bytes.into()) }))
}

fn first(data: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() { Some(0) } else { data.windows(part.len()).position(|window| window == part) }
}

fn last(data: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() { Some(data.len()) } else { data.windows(part.len()).rposition(|window| window == part) }
}

/// What a search is for: bytes, or one byte by its number.
fn needle(value: &Value) -> Result<Cow<'_, [u8]>> {
    if let Some(bytes) = of(value) {
        return Ok(bytes);
    }
    match index::int(value) {
        Some(_) => Ok(Cow::Owned(vec![byte(value, "byte must be in range(0, 256)")?])),
        None => Err(type_error(format!("argument should be integer or bytes-like object, not '{}'", type_name(value)))),
    }
}

fn find(args: &[Value], method: &str, search: fn(&[u8], &[u8]) -> Option<usize>) -> Result<Option<i64>> {
    let data = this(args, method)?;
    let part = needle(&args[1])?;
    let bounds = index::search_bounds(&args[2], &args[3], data.len())?;
    Ok(search(&data[bounds.clone()], &part).map(|at| (bounds.start + at) as i64))
}

fn found(position: Option<i64>) -> Result<Value> {
    position.map(Value::Int).ok_or_else(|| value_error("subsection not found"))
}

fn count(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let data = this(args, "count")?;
    let part = needle(&args[1])?;
    let data = &data[index::search_bounds(&args[2], &args[3], data.len())?];
    if part.is_empty() {
        return Ok(Value::from(data.len() + 1));
    }
    Ok(Value::from(pieces(data, &part, usize::MAX).len() - 1))
}

fn has_affix(args: &[Value], method: &str, test: fn(&[u8], &[u8]) -> bool) -> Result<Value> {
    let data = this(args, method)?;
    let affixes = args[1].payload().as_tuple().unwrap_or(std::slice::from_ref(&args[1]));
    for affix in affixes {
        let complaint = || type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {}", type_name(affix)));
        if test(&data, &of(affix).ok_or_else(complaint)?) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// The parts between at most `most` occurrences of `separator`, which is not empty.
fn pieces<'a>(mut rest: &'a [u8], separator: &[u8], most: usize) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    while let Some(at) = first(rest, separator).filter(|_| parts.len() < most) {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest);
    parts
}

fn split(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let data_ = this(args, "split")?;
    let most = if args[2].is_unset() { -1 } else { crate::python::builtins::number::index(&args[2])? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let parts: Vec<&[u8]> = if args[1].is_unset() || args[1].is_none() {
        words(&data_, most)
    } else {
        let separator = data(&args[1])?;
        if separator.is_empty() {
            return Err(value_error("empty separator"));
        }
        pieces(&data_, &separator, most)
    };
    Ok(Value::list(parts.into_iter().map(|part| like(&args[0], part.to_vec())).collect()))
}

/// The parts between runs of white space, the last one with all that is left.
fn words(data: &[u8], most: usize) -> Vec<&[u8]> {
    let start = |data: &[u8]| data.iter().position(|byte| !is_space(byte)).unwrap_or(data.len());
    let mut rest = &data[start(data)..];
    let mut words = Vec::new();
    while !rest.is_empty() {
        let end = if words.len() >= most { None } else { rest.iter().position(is_space) };
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        words.push(word);
        rest = &after[start(after)..];
    }
    words
}

fn join(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let separator = this(args, "join")?;
    let mut joined = Vec::new();
    for (at, item) in collect(&args[1])?.iter().enumerate() {
        let complaint = || type_error(format!("sequence item {at}: expected a bytes-like object, {} found", type_name(item)));
        if at > 0 {
            joined.extend_from_slice(&separator);
        }
        joined.extend_from_slice(&of(item).ok_or_else(complaint)?);
        check_size(joined.len())?;
    }
    Ok(like(&args[0], joined))
}

fn replace(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let all = this(args, "replace")?;
    let (old, new) = (data(&args[1])?, data(&args[2])?);
    let most = if args[3].is_unset() { -1 } else { crate::python::builtins::number::index(&args[3])? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let parts: Vec<&[u8]> = if old.is_empty() { gaps(&all, most) } else { pieces(&all, &old, most) };
    check_size(all.len().saturating_add(parts.len().saturating_mul(new.len())))?;
    Ok(like(&args[0], parts.join(&new[..])))
}

/// The parts between at most `most` of the gaps around single bytes: what replacing nothing takes apart.
fn gaps(data: &[u8], most: usize) -> Vec<&[u8]> {
    let cuts = most.min(data.len() + 1);
    let mut parts: Vec<&[u8]> = Vec::new();
    let mut start = 0;
    for cut in 0..cuts {
        parts.push(&data[start..cut]);
        start = cut;
    }
    parts.push(&data[start..]);
    parts
}

fn strip(args: &[Value], method: &str, left: bool, right: bool) -> Result<Value> {
    let all = this(args, method)?;
    let chars = if args[1].is_unset() || args[1].is_none() { None } else { Some(data(&args[1])?) };
    let goes = |byte: &u8| chars.as_ref().map_or_else(|| is_space(byte), |chars| chars.contains(byte));
    let start = if left { all.iter().position(|byte| !goes(byte)).unwrap_or(all.len()) } else { 0 };
    let end = if right { all.iter().rposition(|byte| !goes(byte)).map_or(start, |at| at + 1) } else { all.len() };
    Ok(like(&args[0], all[start..end.max(start)].to_vec()))
}
