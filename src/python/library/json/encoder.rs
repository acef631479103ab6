//! Writing JSON of builtin values.

use std::fmt::Write;

use crate::python::builtins::items::MAX_ITEMS;
use crate::python::builtins::number::{out_of_memory, text};
use crate::python::native::Result;
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error};

/// Deeper nesting is left to the Python part, which finds out whether it is a cycle.
const MAX_DEPTH: usize = 200;

/// How to write.
struct Options<'a> {
    ensure_ascii: bool,
    allow_nan: bool,
    sort_keys: bool,
    item_separator: &'a str,
    key_separator: &'a str,
    /// What each level is indented by; `None` for one line.
    indent: Option<&'a str>,
}

/// `encode(value, (ensure_ascii, allow_nan, sort_keys, item_separator, key_separator, indent))`: the text, or None if a value in it
/// is not one of the builtin types that JSON has, or if something is wrong with it.
pub fn encode(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some([ensure_ascii, allow_nan, sort_keys, item_separator, key_separator, indent]) = args[1].as_tuple() else {
        return Err(type_error("encode() needs its six options"));
    };
    let is_true = |value: &Value| matches!(value, Value::Bool(true));
    let (Some(item_separator), Some(key_separator)) = (item_separator.as_str(), key_separator.as_str()) else {
        return Ok(Value::None);
    };
    let indent = indent.as_str();
    let (ensure_ascii, allow_nan, sort_keys) = (is_true(ensure_ascii), is_true(allow_nan), is_true(sort_keys));
    let options = Options { ensure_ascii, allow_nan, sort_keys, item_separator, key_separator, indent };
    let mut out = String::new();
    match options.write(&args[0], 0, &mut out)? {
        Some(()) => Ok(Value::from(out)),
        None => Ok(Value::None),
    }
}

impl Options<'_> {
    /// `None` if it is left to the Python part.
    fn write(&self, value: &Value, depth: usize, out: &mut String) -> Result<Option<()>> {
        if out.len() > MAX_ITEMS {
            return Err(out_of_memory());
        }
        match value {
            Value::Obj(object) => match &**object {
                Obj::List(items) => return self.write_array(&items.borrow(), depth + 1, out),
                Obj::Tuple(items) => return self.write_array(items, depth + 1, out),
                Obj::Dict(dict) => {
                    let table = dict.table.borrow();
                    return self.write_object(table.entries().map(|entry| (&entry.key, &entry.value)).collect(), depth + 1, out);
                }
                _ => {}
            },
            Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) => {}
            _ => return Ok(None),
        }
        let scalar = self.scalar(value)?;
        out.push_str(match &scalar {
            Some(text) => text,
            None => return Ok(None),
        });
        Ok(Some(()))
    }

    fn scalar(&self, value: &Value) -> Result<Option<String>> {
        Ok(Some(match value {
            Value::None => "null".to_owned(),
            Value::Bool(truth) => truth.to_string(),
            Value::Int(number) => number.to_string(),
            Value::Float(number) if number.is_finite() => text::repr(*number),
            Value::Float(number) if self.allow_nan => match *number {
                number if number.is_nan() => "NaN".to_owned(),
                number if number > 0.0 => "Infinity".to_owned(),
                _ => "-Infinity".to_owned(),
            },
            value => match value.obj() {
                Some(Obj::Str(string)) => quoted(string.as_str(), self.ensure_ascii),
                Some(Obj::BigInt(number)) => text::int_to_str(number)?,
                _ => return Ok(None),
            },
        }))
    }

    fn write_array(&self, items: &[Value], depth: usize, out: &mut String) -> Result<Option<()>> {
        if depth > MAX_DEPTH {
            return Ok(None);
        }
        out.push('[');
        for (at, item) in items.iter().enumerate() {
            self.separate(at, depth, out);
            if self.write(item, depth, out)?.is_none() {
                return Ok(None);
            }
        }
        self.close(']', items.is_empty(), depth, out);
        Ok(Some(()))
    }

    fn write_object(&self, mut entries: Vec<(&Value, &Value)>, depth: usize, out: &mut String) -> Result<Option<()>> {
        if depth > MAX_DEPTH {
            return Ok(None);
        }
        if self.sort_keys {
            if !entries.iter().all(|(key, _)| key.as_str().is_some()) {
                return Ok(None);
            }
            entries.sort_by_key(|(key, _)| key.as_str());
        }
        out.push('{');
        for (at, (key, value)) in entries.iter().enumerate() {
            self.separate(at, depth, out);
            let Some(name) = self.scalar(key)? else { return Ok(None) };
            out.push_str(&if key.as_str().is_some() { name } else { quoted(&name, true) });
            out.push_str(self.key_separator);
            if self.write(value, depth, out)?.is_none() {
                return Ok(None);
            }
        }
        self.close('}', entries.is_empty(), depth, out);
        Ok(Some(()))
    }

    /// What stands before an item.
    fn separate(&self, at: usize, depth: usize, out: &mut String) {
        if at > 0 {
            out.push_str(self.item_separator);
        }
        self.new_line(depth, out);
    }

    fn close(&self, bracket: char, is_empty: bool, depth: usize, out: &mut String) {
        if !is_empty {
            self.new_line(depth - 1, out);
        }
        out.push(bracket);
    }

    fn new_line(&self, depth: usize, out: &mut String) {
        if let Some(indent) = self.indent {
            out.push('\n');
            out.extend(std::iter::repeat_n(indent, depth));
        }
    }
}

/// `encode_basestring` and `encode_basestring_ascii`.
pub fn quote(args: &[Value], ensure_ascii: bool) -> Result<Value> {
    let complaint = || type_error(format!("first argument must be a string, not {}", crate::python::vm::type_name(&args[0])));
    args[0].payload().as_str().map(|text| Value::from(quoted(text, ensure_ascii))).ok_or_else(complaint)
}

fn quoted(text: &str, ensure_ascii: bool) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(character),
            _ if ensure_ascii || character < ' ' => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    // Writing to a string does not fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}
