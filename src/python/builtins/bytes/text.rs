//! Methods of `bytes` and `bytearray` that see text in them: letters, words, lines, columns. Only ASCII counts as letters.

use super::methods::{is_space, like, this};
use super::{data, of};
use crate::python::builtins::format::check_size;
use crate::python::builtins::{number, type_name};
use crate::python::native::{Def, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error, value_error};

pub const METHODS: &[Def] = &[
    Def::new("swapcase(self, /)", |_, args| letters(args, "swapcase", |byte, _| swapped(byte))),
    Def::new("title(self, /)", |_, args| letters(args, "title", titled)),
    Def::new("capitalize(self, /)", capitalize),
    Def::new("islower(self, /)", |_, args| cased(args, "islower", u8::is_ascii_lowercase, u8::is_ascii_uppercase)),
    Def::new("isupper(self, /)", |_, args| cased(args, "isupper", u8::is_ascii_uppercase, u8::is_ascii_lowercase)),
    Def::new("istitle(self, /)", is_title),
    Def::new("ljust(self, width, fillchar=b' ', /)", |_, args| pad(args, "ljust", |missing, _| (0, missing))),
    Def::new("rjust(self, width, fillchar=b' ', /)", |_, args| pad(args, "rjust", |missing, _| (missing, 0))),
    Def::new("center(self, width, fillchar=b' ', /)", |_, args| pad(args, "center", centered)),
    Def::new("zfill(self, width, /)", zfill),
    Def::new("expandtabs(self, tabsize=8)", expand_tabs),
    Def::new("partition(self, sep, /)", |_, args| partition(args, "partition", false)),
    Def::new("rpartition(self, sep, /)", |_, args| partition(args, "rpartition", true)),
    Def::new("splitlines(self, keepends=False)", split_lines),
    Def::new("rsplit(self, sep=None, maxsplit=-1)", rsplit),
    Def::new("removeprefix(self, prefix, /)", |_, args| affix(args, "removeprefix", |all, part| all.strip_prefix(part))),
    Def::new("removesuffix(self, suffix, /)", |_, args| affix(args, "removesuffix", |all, part| all.strip_suffix(part))),
    Def::new("translate(self, table, /, delete=b'')", translate),
    Def::new("maketrans(frm, to, /)", make_table).static_method(),
];

fn swapped(byte: u8) -> u8 {
    if byte.is_ascii_uppercase() { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() }
}

fn titled(byte: u8, in_word: bool) -> u8 {
    if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() }
}

/// Every byte by what it is and whether a letter is before it.
fn letters(args: &[Value], method: &str, change: fn(u8, bool) -> u8) -> Result<Value> {
    let mut in_word = false;
    let bytes = this(args, method)?;
    let changed = bytes.iter().map(|&byte| {
        let new = change(byte, in_word);
        in_word = byte.is_ascii_alphabetic();
        new
    });
    Ok(like(&args[0], changed.collect()))
}

fn capitalize(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut bytes = this(args, "capitalize")?.to_ascii_lowercase();
    if let Some(first) = bytes.first_mut() {
        first.make_ascii_uppercase();
    }
    Ok(like(&args[0], bytes))
}

fn cased(args: &[Value], method: &str, wanted: fn(&u8) -> bool, other: fn(&u8) -> bool) -> Result<Value> {
    let bytes = this(args, method)?;
    Ok(Value::Bool(bytes.iter().any(wanted) && !bytes.iter().any(other)))
}

fn is_title(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let bytes = this(args, "istitle")?;
    let mut in_word = false;
    let fits = bytes.iter().all(|byte| {
        let fits = if in_word { !byte.is_ascii_uppercase() } else { !byte.is_ascii_lowercase() };
        in_word = byte.is_ascii_alphabetic();
        fits
    });
    Ok(Value::Bool(fits && bytes.iter().any(u8::is_ascii_alphabetic)))
}

/// The missing bytes on both sides, the odd one where `bytes.center` puts it.
fn centered(missing: usize, width: usize) -> (usize, usize) {
    let left = missing / 2 + (missing & width & 1);
    (left, missing - left)
}

fn width_of(value: &Value) -> Result<usize> {
    let width = usize::try_from(number::index(value)?).unwrap_or(0);
    check_size(width)?;
    Ok(width)
}

fn pad(args: &[Value], method: &str, sides: fn(usize, usize) -> (usize, usize)) -> Result<Value> {
    let bytes = this(args, method)?;
    let width = width_of(&args[1])?;
    let fill = match &args[2] {
        Value::Unset => b' ',
        fill => match of(fill).as_deref() {
            Some([fill]) => *fill,
            _ => {
                let given = type_name(fill);
                return Err(type_error(format!("{method}() argument 2 must be a byte string of length 1, not {given}")));
            }
        },
    };
    let (left, right) = sides(width.saturating_sub(bytes.len()), width);
    Ok(like(&args[0], [vec![fill; left], bytes.to_vec(), vec![fill; right]].concat()))
}

fn zfill(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let bytes = this(args, "zfill")?;
    let missing = width_of(&args[1])?.saturating_sub(bytes.len());
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let (sign, digits) = bytes.split_at(sign);
    Ok(like(&args[0], [sign, &vec![b'0'; missing], digits].concat()))
}

fn expand_tabs(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let size = if args[1].is_unset() { 8 } else { width_of(&args[1])? };
    let (mut expanded, mut column) = (Vec::new(), 0);
    for &byte in this(args, "expandtabs")?.iter() {
        match byte {
            b'\t' if size > 0 => {
                let blanks = size - column % size;
                expanded.extend(std::iter::repeat_n(b' ', blanks));
                column += blanks;
                check_size(expanded.len())?;
            }
            b'\t' => {}
            _ => {
                expanded.push(byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(like(&args[0], expanded))
}

fn partition(args: &[Value], method: &str, from_right: bool) -> Result<Value> {
    let bytes = this(args, method)?;
    let separator = data(&args[1])?;
    if separator.is_empty() {
        return Err(value_error("empty separator"));
    }
    let mut windows = bytes.windows(separator.len());
    let at = if from_right { windows.rposition(|part| part == &*separator) } else { windows.position(|part| part == &*separator) };
    let parts = match at {
        Some(at) => [&bytes[..at], &separator, &bytes[at + separator.len()..]],
        None if from_right => [&[], &[], &bytes[..]],
        None => [&bytes[..], &[], &[]],
    };
    Ok(Value::tuple(parts.map(|part: &[u8]| like(&args[0], part.to_vec()))))
}

fn split_lines(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let bytes = this(args, "splitlines")?;
    let keep = crate::python::builtins::truth(&args[1]) == Some(true);
    let (mut lines, mut rest) = (Vec::new(), &bytes[..]);
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let ending = if rest[end..].starts_with(b"\r\n") { 2 } else { usize::from(end < rest.len()) };
        let kept = if keep { end + ending } else { end };
        lines.push(like(&args[0], rest[..kept].to_vec()));
        rest = &rest[end + ending..];
    }
    Ok(Value::list(lines))
}

fn rsplit(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let bytes = this(args, "rsplit")?;
    let most = if args[2].is_unset() { -1 } else { number::index(&args[2])? };
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut parts = Vec::new();
    let mut rest = &bytes[..];
    if args[1].is_unset() || args[1].is_none() {
        let trimmed = |rest: &[u8]| rest.iter().rposition(|byte| !is_space(byte)).map_or(0, |last| last + 1);
        rest = &rest[..trimmed(rest)];
        while !rest.is_empty() {
            let start = if parts.len() >= most { None } else { rest.iter().rposition(is_space) };
            let start = start.map_or(0, |at| at + 1);
            let word = if parts.len() >= most { rest } else { &rest[start..] };
            parts.push(word);
            rest = &rest[..start];
            rest = &rest[..trimmed(rest)];
        }
    } else {
        let separator = data(&args[1])?;
        if separator.is_empty() {
            return Err(value_error("empty separator"));
        }
        let find = |rest: &[u8]| rest.windows(separator.len()).rposition(|part| part == &*separator);
        while let Some(at) = find(rest).filter(|_| parts.len() < most) {
            parts.push(&rest[at + separator.len()..]);
            rest = &rest[..at];
        }
        parts.push(rest);
    }
    Ok(Value::list(parts.into_iter().rev().map(|part| like(&args[0], part.to_vec())).collect()))
}

fn affix(args: &[Value], method: &str, cut: for<'a> fn(&'a [u8], &[u8]) -> Option<&'a [u8]>) -> Result<Value> {
    let bytes = this(args, method)?;
    let part = data(&args[1])?;
    Ok(like(&args[0], cut(&bytes, &part).unwrap_or(&bytes).to_vec()))
}

fn translate(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let bytes = this(args, "translate")?;
    let table = if args[1].is_none() { None } else { Some(data(&args[1])?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(value_error("translation table must be 256 characters long"));
    }
    let deleted = if args[2].is_unset() { Default::default() } else { data(&args[2])? };
    let kept = bytes.iter().filter(|byte| !deleted.contains(byte));
    let translated = kept.map(|&byte| table.as_ref().map_or(byte, |table| table[usize::from(byte)]));
    Ok(like(&args[0], translated.collect()))
}

fn make_table(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (from, to) = (data(&args[0])?, data(&args[1])?);
    if from.len() != to.len() {
        return Err(value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&from, &to) in from.iter().zip(to.iter()) {
        table[usize::from(from)] = to;
    }
    Ok(Value::from(Obj::Bytes(table.into())))
}
