//! Natives behind `warnings`: which kinds of warnings are shown, and showing one.

use crate::python::native::{Def, Result};
use crate::python::object::Value;
use crate::python::vm::{Cx, Frame, type_error};
use crate::trace::event::Stream;

fn text(value: &Value) -> Result<&str> {
    value.as_str().ok_or_else(|| type_error("a text is expected"))
}

/// `_filter_warnings(action, category)`: the newest filter that is about a category decides.
fn filter_warnings(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (action, category) = (text(&args[0])?.to_owned(), text(&args[1])?.to_owned());
    cx.vm.library.warning_filters.push((category, action));
    Ok(Value::None)
}

/// `_filter_count()`
fn filter_count(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::from(cx.vm.library.warning_filters.len()))
}

/// `_forget_filters(count)`: only the oldest `count` stay.
fn forget_filters(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Value::Int(count) = args[0] else { return Err(type_error("an int is expected")) };
    cx.vm.library.warning_filters.truncate(usize::try_from(count).unwrap_or(0));
    Ok(Value::None)
}

/// `_show_warning(category, message, stacklevel)`: once for each place, unless a filter says otherwise.
fn show_warning(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (category, message) = (text(&args[0])?, text(&args[1])?);
    let Value::Int(level) = args[2] else { return Err(type_error("an int is expected")) };
    let skipped = usize::try_from(level - 1).unwrap_or(0);
    let frame = cx.frame.chain().filter(|frame| frame.code.source.user).nth(skipped);
    let (file, line) = frame.map_or(("<sys>".to_owned(), 0), |frame| (frame.code.source.name.clone(), frame.line()));
    let source = frame.map(|frame: &Frame| frame.code.source.line_text(frame.line()).trim().to_owned()).unwrap_or_default();
    let Some(repeats) = cx.vm.shows_warning(category) else { return Ok(Value::None) };
    if !cx.vm.is_new_warning(&file, line, message) && !repeats {
        return Ok(Value::None);
    }
    cx.write(Stream::Err, &format!("{file}:{line}: {category}: {message}\n  {source}\n"));
    Ok(Value::None)
}

pub const NATIVES: &[Def] = &[
    Def::new("_filter_warnings(action, category, /)", filter_warnings),
    Def::new("_filter_count()", filter_count),
    Def::new("_forget_filters(count, /)", forget_filters),
    Def::new("_show_warning(category, message, stacklevel, /)", show_warning).visible(),
];
