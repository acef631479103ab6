//! Questions about all characters of a string.

use super::this;
use crate::python::builtins::unicode;
use crate::python::native::{Def, Result};
use crate::python::object::Value;

pub const METHODS: &[Def] = &[
    Def::new("isalpha(self, /)", |_, args| some_and_all(args, "isalpha", unicode::is_alpha)),
    Def::new("isdigit(self, /)", |_, args| some_and_all(args, "isdigit", unicode::is_digit)),
    Def::new("isdecimal(self, /)", |_, args| some_and_all(args, "isdecimal", unicode::is_decimal)),
    Def::new("isnumeric(self, /)", |_, args| some_and_all(args, "isnumeric", unicode::is_numeric)),
    Def::new("isalnum(self, /)", |_, args| some_and_all(args, "isalnum", |c| unicode::is_alpha(c) || unicode::is_numeric(c))),
    Def::new("isspace(self, /)", |_, args| some_and_all(args, "isspace", unicode::is_space)),
    Def::new("isprintable(self, /)", |_, args| {
        Ok(Value::Bool(this(args, "isprintable")?.as_str().chars().all(unicode::is_printable)))
    }),
    Def::new("isascii(self, /)", |_, args| Ok(Value::Bool(this(args, "isascii")?.is_ascii()))),
    Def::new("isidentifier(self, /)", |_, args| Ok(Value::Bool(is_identifier(this(args, "isidentifier")?.as_str())))),
];

fn some_and_all(args: &[Value], method: &str, holds: fn(char) -> bool) -> Result<Value> {
    let string = this(args, method)?;
    Ok(Value::Bool(!string.is_empty() && string.as_str().chars().all(holds)))
}

/// Whether the text is a name, a keyword or not.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let start = |c: char| c == '_' || c.is_alphabetic();
    chars.next().is_some_and(start) && chars.all(|c| start(c) || unicode::is_decimal(c) || is_mark(c))
}

/// Combining marks, which a name may contain after its first letter.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x483..=0x487 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f | 0x93c | 0x94d | 0x20d0..=0x20dc)
}
