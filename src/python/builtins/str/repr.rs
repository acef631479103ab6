//! `repr()` and `ascii()` of strings.

use crate::python::builtins::unicode::is_printable;

/// `repr(text)`: in single quotes, unless it contains some and no double ones.
pub fn repr(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`: the same with everything outside ASCII escaped.
pub fn ascii(text: &str) -> String {
    quoted(text, |c| c.is_ascii() && is_printable(c))
}

/// What `ascii()` makes of the `repr` of any object.
pub fn escape_non_ascii(repr: &str) -> String {
    let mut escaped = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() { escaped.push(c) } else { escaped.push_str(&escape(c)) }
    }
    escaped
}

/// A character by its number: `\xe9`, `\u20ac`, `\U0001f600`.
pub fn escape(c: char) -> String {
    match c as u32 {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0x100..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

fn quoted(text: &str, shown: fn(char) -> bool) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(quote);
    for c in text.chars() {
        match c {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\\' => quoted.push_str("\\\\"),
            _ if c == quote => quoted.extend(['\\', c]),
            _ if shown(c) => quoted.push(c),
            _ => quoted.push_str(&escape(c)),
        }
    }
    quoted.push(quote);
    quoted
}
