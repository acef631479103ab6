//! Finding a string in a string. Positions are in code points.

use super::{given, text, this};
use crate::python::builtins::index;
use crate::python::native::{Def, Result};
use crate::python::object::{Str, Value};
use crate::python::vm::{type_error, value_error};

pub const METHODS: &[Def] = &[
    Def::new("find(self, sub, start=None, end=None, /)", |_, args| Ok(Value::Int(position(args, "find", first)?.unwrap_or(-1)))),
    Def::new("rfind(self, sub, start=None, end=None, /)", |_, args| Ok(Value::Int(position(args, "rfind", last)?.unwrap_or(-1)))),
    Def::new("index(self, sub, start=None, end=None, /)", |_, args| found(position(args, "index", first)?)),
    Def::new("rindex(self, sub, start=None, end=None, /)", |_, args| found(position(args, "rindex", last)?)),
    Def::new("count(self, sub, start=None, end=None, /)", |_, args| count(args)),
];

/// The part of a string between two positions.
pub struct Window<'a> {
    pub text: &'a str,
    /// Number of code points before it.
    before: usize,
}

impl<'a> Window<'a> {
    /// The part from `start` to `end`, each an int, None or unset; `None` if it starts behind its end, where not even the empty
    /// string is found.
    pub fn new(string: &'a Str, start: &Value, end: &Value) -> Result<Option<Window<'a>>> {
        let len = string.len() as i64;
        let adjust = |value: &Value, default: i64| match given(value) {
            None => Ok(default),
            Some(value) => {
                let complaint = || type_error("slice indices must be integers or None or have an __index__ method");
                let at = index::int(value).ok_or_else(complaint)?;
                Ok(if at < 0 { at.saturating_add(len).max(0) } else { at })
            }
        };
        let (start, end) = (adjust(start, 0)?, adjust(end, len)?.min(len));
        if start > end {
            return Ok(None);
        }
        let (start, end) = (start as usize, end as usize);
        Ok(Some(Window { text: &string.as_str()[byte_offset(string, start)..byte_offset(string, end)], before: start }))
    }
}

/// Where the code point at `position` begins; the end for the length.
fn byte_offset(string: &Str, position: usize) -> usize {
    if string.is_ascii() {
        return position;
    }
    string.as_str().char_indices().nth(position).map_or(string.as_str().len(), |(at, _)| at)
}

fn first(text: &str, part: &str) -> Option<usize> {
    text.find(part)
}

fn last(text: &str, part: &str) -> Option<usize> {
    text.rfind(part)
}

fn position(args: &[Value], method: &str, search: fn(&str, &str) -> Option<usize>) -> Result<Option<i64>> {
    let string = this(args, method)?;
    let part = text(&args[1], &format!("{method}() argument 1"))?;
    let Some(window) = Window::new(string, &args[2], &args[3])? else { return Ok(None) };
    let Some(at) = search(window.text, part) else { return Ok(None) };
    let inside = if string.is_ascii() { at } else { window.text[..at].chars().count() };
    Ok(Some((window.before + inside) as i64))
}

fn found(position: Option<i64>) -> Result<Value> {
    position.map(Value::Int).ok_or_else(|| value_error("substring not found"))
}

fn count(args: &[Value]) -> Result<Value> {
    let string = this(args, "count")?;
    let part = text(&args[1], "count() argument 1")?;
    let window = Window::new(string, &args[2], &args[3])?;
    Ok(Value::from(window.map_or(0, |window| window.text.matches(part).count())))
}
