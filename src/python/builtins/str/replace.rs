//! Replacing parts and translating characters.

use super::{int_or, of, text, this};
use crate::python::builtins::format::check_size;
use crate::python::builtins::index;
use crate::python::builtins::number::overflow;
use crate::python::builtins::type_name;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Dict, DictTable, Obj, Str, Value};
use crate::python::vm::{Cx, type_error, value_error};

pub const METHODS: &[Def] = &[
    Def::new("replace(self, old, new, /, count=-1)", replace),
    Def::control("translate(self, table, /)", translate),
    Def::new("maketrans(x, y=None, z=None, /)", make_table).static_method(),
];

fn replace(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let string = this(args, "replace")?;
    let (old, new) = (text(&args[1], "replace() argument 1")?, text(&args[2], "replace() argument 2")?);
    let most = usize::try_from(int_or(&args[3], -1)?).unwrap_or(usize::MAX);
    let text = string.as_str();
    let count = text.matches(old).count().min(most);
    if count == 0 {
        return Ok(args[0].payload().clone());
    }
    check_size((text.len() - count * old.len()).saturating_add(count.saturating_mul(new.len())))?;
    Ok(Value::from(text.replacen(old, new, count)))
}

/// `str.translate` with a dict or a sequence of characters; what a table written in Python answers is the machine's business.
fn translate(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let string = this(args, "translate")?;
    if matches!(args[1].obj(), Some(Obj::Instance(_))) {
        return Ok(cx.call_prelude("_translate", args.to_vec()));
    }
    let mut translated = String::new();
    for c in string.as_str().chars() {
        match entry(&args[1], c)? {
            None => translated.push(c),
            Some(replacement) => push_replacement(&mut translated, &replacement)?,
        }
        check_size(translated.len())?;
    }
    Ok(Flow::Value(Value::from(translated)))
}

/// What a table has for a character.
fn entry(table: &Value, c: char) -> Result<Option<Value>> {
    match table.payload().obj() {
        // An int has a native hash and equality: looking it up cannot fail.
        Some(Obj::Dict(dict)) => Ok(dict.table.borrow().get(&Value::Int(i64::from(c as u32))).unwrap_or(None)),
        Some(Obj::List(items)) => Ok(items.borrow().get(c as usize).cloned()),
        Some(Obj::Tuple(items)) => Ok(items.get(c as usize).cloned()),
        Some(Obj::Str(text)) => Ok(text.as_str().chars().nth(c as usize).map(|c| Value::from(c.to_string()))),
        _ => Err(type_error(format!("'{}' object is not subscriptable", type_name(table)))),
    }
}

fn push_replacement(translated: &mut String, replacement: &Value) -> Result<()> {
    if replacement.is_none() {
        return Ok(());
    }
    if let Some(text) = of(replacement) {
        translated.push_str(text.as_str());
        return Ok(());
    }
    let code = index::int(replacement).ok_or_else(|| type_error("character mapping must return integer, None or str"))?;
    let c = u32::try_from(code).ok().and_then(char::from_u32);
    translated.push(c.ok_or_else(|| value_error("character mapping must be in range(0x110000)"))?);
    Ok(())
}

fn make_table(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut table = DictTable::default();
    let mut put = |key: i64, value: Value| {
        // An int has a native hash and equality: inserting it cannot fail.
        let _ = table.insert(Value::Int(key), value);
    };
    if args[1].is_unset() {
        let Some(Obj::Dict(dict)) = args[0].payload().obj() else {
            return Err(type_error("if you give only one argument to maketrans it must be a dict"));
        };
        for entry in dict.table.borrow().entries() {
            put(table_key(&entry.key)?, entry.value.clone());
        }
    } else {
        let complaint = || type_error("first maketrans argument must be a string if there is a second argument");
        let from = of(&args[0]).ok_or_else(complaint)?;
        let to = text(&args[1], "maketrans() argument 2")?;
        if from.len() != to.chars().count() {
            return Err(value_error("the first two maketrans arguments must have equal length"));
        }
        for (from, to) in from.as_str().chars().zip(to.chars()) {
            put(i64::from(from as u32), Value::Int(i64::from(to as u32)));
        }
        if !args[2].is_unset() {
            text(&args[2], "maketrans() argument 3")?.chars().for_each(|c| put(i64::from(c as u32), Value::None));
        }
    }
    Ok(Value::from(Obj::Dict(Dict { table: table.into() })))
}

fn table_key(key: &Value) -> Result<i64> {
    match of(key).map(Str::as_str) {
        Some(text) => {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => Ok(i64::from(c as u32)),
                _ => Err(value_error("string keys in translate table must be of length 1")),
            }
        }
        None => match index::int(key) {
            Some(i64::MAX | i64::MIN) => Err(overflow("Python int too large to convert to C ssize_t")),
            Some(code) => Ok(code),
            None => Err(type_error("keys in translate table must be strings or integers")),
        },
    }
}
