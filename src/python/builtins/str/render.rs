//! `str.format` and `str.format_map` where all values are builtin ones; the rest is done in Python (`lib/prelude/text.py`), with the
//! pieces that [`super::template`] makes of the template.

use super::percent::Text;
use super::template::{Argument, Field, Step, parse};
use crate::python::builtins::failure::{Failure, Tried};
use crate::python::builtins::format::{check_size, format_value};
use crate::python::builtins::items::get_item;
use crate::python::code::Conversion;
use crate::python::core::ExceptionKind;
use crate::python::native::Result;
use crate::python::object::{Obj, Value};
use crate::python::vm::{error, value_error};

/// The prelude's function for values whose attributes or `__format__` are asked for.
const SLOW: &str = "_str_format";

/// What the fields of a template refer to.
pub struct Arguments<'a> {
    /// `None` in `format_map`, which has no positional arguments.
    pub positional: Option<&'a [Value]>,
    /// A dict.
    pub keywords: &'a Value,
    numbering: Numbering,
}

/// Fields are numbered all by themselves or all by the template.
#[derive(Clone, Copy)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

impl<'a> Arguments<'a> {
    pub fn new(positional: Option<&'a [Value]>, keywords: &'a Value) -> Arguments<'a> {
        Arguments { positional, keywords, numbering: Numbering::Unknown }
    }

    fn get(&mut self, argument: &Argument) -> Tried<Value> {
        let position = match argument {
            Argument::Keyword(name) => {
                let key = Value::from(name.as_str());
                return get_item(self.keywords, &key)?.ok_or(Failure::Python(SLOW));
            }
            Argument::Position(position) => self.manual(*position)?,
            Argument::Next => self.automatic()?,
        };
        let positional = self.positional.ok_or_else(|| value_error("Format string contains positional fields"))?;
        let missing = || {
            let message = format!("Replacement index {position} out of range for positional args tuple");
            error(ExceptionKind::IndexError, message)
        };
        Ok(positional.get(position).ok_or_else(missing)?.clone())
    }

    fn manual(&mut self, position: usize) -> Result<usize> {
        if let Numbering::Automatic(_) = self.numbering {
            return Err(value_error("cannot switch from automatic field numbering to manual field specification"));
        }
        self.numbering = Numbering::Manual;
        Ok(position)
    }

    fn automatic(&mut self) -> Result<usize> {
        let position = match self.numbering {
            Numbering::Manual => {
                return Err(value_error("cannot switch from manual field specification to automatic field numbering"));
            }
            Numbering::Automatic(next) => next,
            Numbering::Unknown => 0,
        };
        self.numbering = Numbering::Automatic(position + 1);
        Ok(position)
    }
}

/// The template with its fields filled in. Specifications may contain fields, those of which may not: `depth` is 2 to begin with.
pub fn render(template: &str, arguments: &mut Arguments<'_>, text: Text<'_>, depth: u32) -> Tried<String> {
    if depth == 0 {
        return Err(value_error("Max string recursion exceeded").into());
    }
    let mut output = String::new();
    for piece in parse(template)? {
        output.push_str(&piece.literal);
        if let Some(field) = piece.field {
            output.push_str(&show(&field, arguments, text, depth)?);
        }
        check_size(output.len())?;
    }
    Ok(output)
}

fn show(field: &Field, arguments: &mut Arguments<'_>, text: Text<'_>, depth: u32) -> Tried<String> {
    let mut value = arguments.get(&field.argument)?;
    for step in &field.path {
        let key = match step {
            Step::Attribute(_) => return Err(Failure::Python(SLOW)),
            Step::Index(index) => Value::from(*index),
            Step::Key(key) => Value::from(key.as_str()),
        };
        value = get_item(&value, &key)?.ok_or(Failure::Python(SLOW))?;
    }
    if let Some(conversion) = field.conversion {
        let conversion = match conversion {
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            _ => Conversion::Str,
        };
        value = Value::from(text(&value, conversion)?);
    }
    let nested = field.spec.contains(['{', '}']);
    let spec = if nested { render(&field.spec, arguments, text, depth - 1)? } else { field.spec.clone() };
    if matches!(value.obj(), Some(Obj::Instance(_))) {
        return Err(Failure::Python(SLOW));
    }
    match format_value(&value, &spec)? {
        Some(shown) => Ok(shown),
        None if spec.is_empty() => text(&value, Conversion::Str),
        None => Err(Failure::Python(SLOW)),
    }
}
