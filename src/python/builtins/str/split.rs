//! Taking strings apart and joining them.

use compact_str::CompactString;

use super::{given, int_or, of, text, this};
use crate::python::builtins::format::check_size;
use crate::python::builtins::items::collect;
use crate::python::builtins::{type_name, unicode};
use crate::python::native::{Def, Result};
use crate::python::object::{Iter, Obj, Str, Value};
use crate::python::vm::{Cx, type_error, value_error};

pub const METHODS: &[Def] = &[
    Def::new("split(self, sep=None, maxsplit=-1)", split),
    Def::new("rsplit(self, sep=None, maxsplit=-1)", rsplit),
    Def::new("splitlines(self, keepends=False)", split_lines),
    Def::new("partition(self, sep, /)", partition),
    Def::new("rpartition(self, sep, /)", rpartition),
    Def::new("join(self, iterable, /)", join).iterable(1),
];

/// The separator (`None`: white space) and the number of splits.
fn split_arguments(args: &[Value]) -> Result<(Option<&str>, usize)> {
    let separator = match given(&args[1]) {
        None => None,
        Some(value) => {
            let complaint = || type_error(format!("must be str or None, not {}", type_name(value)));
            Some(of(value).ok_or_else(complaint)?.as_str())
        }
    };
    if separator == Some("") {
        return Err(value_error("empty separator"));
    }
    Ok((separator, usize::try_from(int_or(&args[2], -1)?).unwrap_or(usize::MAX - 1)))
}

fn strings<'a>(parts: impl Iterator<Item = &'a str>) -> Value {
    Value::list(parts.map(Value::from).collect())
}

fn split(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "split")?;
    let (separator, most) = split_arguments(args)?;
    if let Some(separator) = separator {
        let (text, most) = (string.as_str(), most.saturating_add(1));
        // One byte is found faster than a text.
        return Ok(match separator.as_bytes() {
            [byte] => strings(text.splitn(most, char::from(*byte))),
            _ => strings(text.splitn(most, separator)),
        });
    }
    let mut parts = Vec::new();
    let mut rest = string.as_str().trim_start_matches(unicode::is_space);
    while !rest.is_empty() {
        let end = if parts.len() == most { None } else { rest.find(unicode::is_space) };
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(Value::from(part));
        rest = after.trim_start_matches(unicode::is_space);
    }
    Ok(Value::list(parts))
}

fn rsplit(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "rsplit")?;
    let (separator, most) = split_arguments(args)?;
    let mut parts = Vec::new();
    if let Some(separator) = separator {
        parts.extend(string.as_str().rsplitn(most.saturating_add(1), separator).map(Value::from));
    } else {
        let mut rest = string.as_str().trim_end_matches(unicode::is_space);
        while !rest.is_empty() {
            let last = if parts.len() == most { None } else { rest.char_indices().rfind(|&(_, c)| unicode::is_space(c)) };
            let (before, part) = rest.split_at(last.map_or(0, |(at, c)| at + c.len_utf8()));
            parts.push(Value::from(part));
            rest = before.trim_end_matches(unicode::is_space);
        }
    }
    parts.reverse();
    Ok(Value::list(parts))
}

fn split_lines(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut rest = this(args, "splitlines")?.as_str();
    let keep = int_or(&args[1], 0)? != 0;
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let (end, next) = match rest.char_indices().find(|&(_, c)| unicode::is_line_break(c)) {
            None => (rest.len(), rest.len()),
            Some((at, '\r')) if rest[at..].starts_with("\r\n") => (at, at + 2),
            Some((at, c)) => (at, at + c.len_utf8()),
        };
        lines.push(Value::from(&rest[..if keep { next } else { end }]));
        rest = &rest[next..];
    }
    Ok(Value::list(lines))
}

fn partition_separator(args: &[Value]) -> Result<&str> {
    match text(&args[1], "")? {
        "" => Err(value_error("empty separator")),
        separator => Ok(separator),
    }
}

fn partition(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "partition")?.as_str();
    let separator = partition_separator(args)?;
    let parts = match string.split_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => [string, "", ""],
    };
    Ok(Value::tuple(parts.map(Value::from)))
}

fn rpartition(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "rpartition")?.as_str();
    let separator = partition_separator(args)?;
    let parts = match string.rsplit_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => ["", "", string],
    };
    Ok(Value::tuple(parts.map(Value::from)))
}

fn join(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let separator = this(args, "join")?.as_str();
    let is_iterator = matches!(args[1].obj(), Some(Obj::Iterator(_)));
    if !is_iterator && Iter::over(args[1].payload()).is_none() {
        return Err(type_error("can only join an iterable"));
    }
    match args[1].payload().obj() {
        Some(Obj::List(items)) => join_items(separator, &items.borrow()),
        _ => join_items(separator, &collect(&args[1])?),
    }
}

fn join_items(separator: &str, items: &[Value]) -> Result<Value> {
    if let [item] = items
        && item.as_str().is_some()
    {
        return Ok(item.clone());
    }
    let mut size = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (at, item) in items.iter().enumerate() {
        let complaint = || type_error(format!("sequence item {at}: expected str instance, {} found", type_name(item)));
        size = size.saturating_add(of(item).ok_or_else(complaint)?.as_str().len());
        check_size(size)?;
    }
    let mut joined = CompactString::with_capacity(size);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            joined.push_str(separator);
        }
        joined.push_str(of(item).map_or("", Str::as_str));
    }
    Ok(Value::from(joined))
}
