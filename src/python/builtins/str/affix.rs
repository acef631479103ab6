//! Beginnings and ends: stripping and removing them, asking for them.

use super::{given, of, text, this};
use crate::python::builtins::{type_name, unicode};
use crate::python::native::{Def, Result};
use crate::python::object::{Str, Value};
use crate::python::vm::{Cx, type_error};

use super::search::Window;

pub const METHODS: &[Def] = &[
    Def::new("strip(self, chars=None, /)", |_, args| strip(args, "strip", true, true)),
    Def::new("lstrip(self, chars=None, /)", |_, args| strip(args, "lstrip", true, false)),
    Def::new("rstrip(self, chars=None, /)", |_, args| strip(args, "rstrip", false, true)),
    Def::new("removeprefix(self, prefix, /)", remove_prefix),
    Def::new("removesuffix(self, suffix, /)", remove_suffix),
    Def::new("startswith(self, prefix, start=None, end=None, /)", |_, args| {
        has_affix(args, "startswith", |text, x| text.starts_with(x))
    }),
    Def::new("endswith(self, suffix, start=None, end=None, /)", |_, args| has_affix(args, "endswith", |text, x| text.ends_with(x))),
];

fn strip(args: &[Value], method: &str, left: bool, right: bool) -> Result<Value> {
    let string = this(args, method)?;
    let chars = match given(&args[1]) {
        None => None,
        Some(chars) => Some(of(chars).ok_or_else(|| type_error(format!("{method} arg must be None or str")))?.as_str()),
    };
    let goes = |c: char| chars.map_or_else(|| unicode::is_space(c), |chars| chars.contains(c));
    let mut rest = string.as_str();
    if left {
        rest = rest.trim_start_matches(goes);
    }
    if right {
        rest = rest.trim_end_matches(goes);
    }
    Ok(part(args, string, rest))
}

/// A part of `self`, which is `self` itself if it is all of it.
fn part(args: &[Value], string: &Str, rest: &str) -> Value {
    if rest.len() == string.as_str().len() { args[0].payload().clone() } else { Value::from(rest) }
}

fn remove_prefix(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "removeprefix")?;
    let prefix = text(&args[1], "removeprefix() argument")?;
    Ok(part(args, string, string.as_str().strip_prefix(prefix).unwrap_or(string.as_str())))
}

fn remove_suffix(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "removesuffix")?;
    let suffix = text(&args[1], "removesuffix() argument")?;
    Ok(part(args, string, string.as_str().strip_suffix(suffix).unwrap_or(string.as_str())))
}

fn has_affix(args: &[Value], method: &str, test: fn(&str, &str) -> bool) -> Result<Value> {
    let string = this(args, method)?;
    let window = Window::new(string, &args[2], &args[3])?;
    let holds = |affix: &str| window.as_ref().is_some_and(|window| test(window.text, affix));
    if let Some(affix) = of(&args[1]) {
        return Ok(Value::Bool(holds(affix.as_str())));
    }
    let Some(affixes) = args[1].payload().as_tuple() else {
        let name = type_name(&args[1]);
        return Err(type_error(format!("{method} first arg must be str or a tuple of str, not {name}")));
    };
    for affix in affixes {
        let complaint = || type_error(format!("tuple for {method} must only contain str, not {}", type_name(affix)));
        if holds(of(affix).ok_or_else(complaint)?.as_str()) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}
