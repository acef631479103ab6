//! Padding to a width. Widths are in code points.

use super::{int_or, of, this};
use crate::python::builtins::format::spec::Align;
use crate::python::builtins::format::{check_size, pad};
use crate::python::builtins::type_name;
use crate::python::native::{Def, Result};
use crate::python::object::Value;
use crate::python::vm::{Cx, type_error};

pub const METHODS: &[Def] = &[
    Def::new("center(self, width, fillchar=' ', /)", center),
    Def::new("ljust(self, width, fillchar=' ', /)", |_, args| justify(args, "ljust", Align::Left)),
    Def::new("rjust(self, width, fillchar=' ', /)", |_, args| justify(args, "rjust", Align::Right)),
    Def::new("zfill(self, width, /)", zfill),
    Def::new("expandtabs(self, tabsize=8)", expand_tabs),
];

fn width(value: &Value) -> Result<usize> {
    Ok(usize::try_from(int_or(value, 0)?).unwrap_or(0))
}

fn fill_char(value: &Value) -> Result<char> {
    if value.is_unset() {
        return Ok(' ');
    }
    let complaint = || type_error(format!("The fill character must be a unicode character, not {}", type_name(value)));
    let text = of(value).ok_or_else(complaint)?;
    let mut chars = text.as_str().chars();
    match (chars.next(), chars.next()) {
        (Some(fill), None) => Ok(fill),
        _ => Err(type_error("The fill character must be exactly one character long")),
    }
}

fn justify(args: &[Value], method: &str, align: Align) -> Result<Value> {
    pad(this(args, method)?.as_str(), width(&args[1])?, fill_char(&args[2])?, align).map(Value::from)
}

/// Of an odd padding the larger half is on the right, unless the width is odd too: `unicode_center_impl`
/// (Objects/unicodeobject.c).
fn center(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "center")?;
    let (width, fill) = (width(&args[1])?, fill_char(&args[2])?);
    let missing = width.saturating_sub(string.len());
    let left = missing / 2 + (missing & width & 1);
    let left_padded = pad(string.as_str(), string.len() + left, fill, Align::Right)?;
    pad(&left_padded, width, fill, Align::Left).map(Value::from)
}

fn zfill(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "zfill")?;
    let text = string.as_str();
    let missing = width(&args[1])?.saturating_sub(string.len());
    check_size(missing)?;
    let sign = usize::from(text.starts_with(['+', '-']));
    Ok(Value::from(format!("{}{}{}", &text[..sign], "0".repeat(missing), &text[sign..])))
}

fn expand_tabs(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "expandtabs")?;
    let size = usize::try_from(int_or(&args[1], 8)?).unwrap_or(0);
    let mut expanded = String::new();
    let mut column = 0;
    for c in string.as_str().chars() {
        match c {
            '\t' => {
                let spaces = if size == 0 { 0 } else { size - column % size };
                check_size(expanded.len().saturating_add(spaces))?;
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            _ => {
                expanded.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(Value::from(expanded))
}
