//! Natives behind `traceback`, and behind everything that prints one: the words of an exception, frames as text.

use crate::python::builtins::tracebacks::{entries_of, locals, traceback};
use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Result};
use crate::python::object::exception::Words;
use crate::python::object::namespace::Module;
use crate::python::object::{Exception, Obj, Ref, Value};
use crate::python::suggest;
use crate::python::vm::traceback::frame::Place;
use crate::python::vm::traceback::report::{self, Options};
use crate::python::vm::traceback::{entries, last_line, places};
use crate::python::vm::{Cx, Frame, type_error};

/// Most exceptions that are put into words for one traceback.
const MAX_RELATED: usize = 1000;

fn exception(value: &Value) -> Result<(&Ref, &Exception)> {
    let found = value.as_ref().and_then(|object| Some((object, object.as_exception()?)));
    found.ok_or_else(|| type_error("an exception is expected"))
}

fn text(value: &Value) -> Result<String> {
    value.payload().as_str().map(str::to_owned).ok_or_else(|| type_error("a text is expected"))
}

fn texts(value: &Value) -> Result<Vec<String>> {
    match value.obj() {
        Some(Obj::List(items)) => items.borrow().iter().map(text).collect(),
        _ => Err(type_error("a list is expected")),
    }
}

fn text_list(items: impl IntoIterator<Item = String>) -> Value {
    Value::list(items.into_iter().map(|item| Value::from(item.as_str())).collect())
}

fn limit(value: &Value) -> Option<i64> {
    if let Value::Int(limit) = value { Some(*limit) } else { None }
}

/// `_pieces(exception, limit, chain, max_group_width, max_group_depth)`: the whole traceback in pieces that end in newlines.
fn pieces(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let size = |value: &Value, default| limit(value).and_then(|size| usize::try_from(size).ok()).unwrap_or(default);
    let default = Options::default();
    let options = Options {
        chain: !matches!(args[2], Value::Bool(false)),
        limit: limit(&args[1]),
        max_group_width: size(&args[3], default.max_group_width),
        max_group_depth: size(&args[4], default.max_group_depth).min(default.max_group_depth),
    };
    Ok(text_list(report::pieces(exception(&args[0])?.0, &options)))
}

/// `_source_line(file, line)`: a line of the program, if that is the file.
fn source_line(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (file, Value::Int(line)) = (text(&args[0])?, &args[1]) else { return Ok(Value::from("")) };
    let source = user_frames(cx).map(|frame| &frame.code.source).find(|source| source.name == file);
    let line = u32::try_from(*line).unwrap_or(0);
    Ok(Value::from(source.map_or("", |source| source.line_text(line))))
}

/// `_last_lines(exception)`
fn last_lines(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(text_list(report::last_lines(exception(&args[0])?.0)))
}

/// `_last_line(exception)`: type and message, as far as they are known without the frames.
fn plain_last_line(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(last_line(exception(&args[0])?.0).as_str()))
}

/// `_say(exception, text, plain, notes)`: its [`Words`].
fn say(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let words = Words { text: text(&args[1])?, plain: text(&args[2])?, notes: texts(&args[3])? };
    exception(&args[0])?.1.words.replace(Some(words));
    Ok(Value::None)
}

/// `_related(exception)`: itself and all that it came from or groups.
fn related(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut found = vec![exception(&args[0])?.0.clone()];
    let mut seen: std::collections::HashSet<usize> = found.iter().map(Ref::address).collect();
    let mut next = 0;
    while let Some(inner) = found.get(next).and_then(Ref::as_exception) {
        let mut others = vec![inner.cause.borrow().clone(), inner.context.borrow().clone()];
        others.extend(report::members(inner).unwrap_or_default().into_iter().map(Value::Obj));
        let others = others.iter().filter_map(|other| other.as_ref()).filter(|other| other.as_exception().is_some());
        let new: Vec<Ref> = others.filter(|other| seen.insert(other.address())).cloned().collect();
        found.extend(new);
        next += 1;
        if found.len() > MAX_RELATED {
            break;
        }
    }
    Ok(Value::list(found.into_iter().map(Value::Obj).collect()))
}

/// `_scope(exception)`: the variables of the frame that raised it, as a dict, and its module; `None` if it passed no frame.
fn scope(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let entries = entries(exception(&args[0])?.1);
    Ok(entries.last().map_or(Value::None, |entry| {
        let globals = Value::from(Obj::Module(Module { namespace: entry.globals.clone() }));
        Value::tuple([locals(&entry.code, &entry.frame.variables()), globals])
    }))
}

/// `_builtin_names()`: functions, then types, then exceptions.
fn builtin_names(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let base = cx.vm.core.exception(ExceptionKind::BaseException);
    let rank = |value: &Value| match value.as_ref() {
        Some(class) if class.as_class().is_some() => 1 + u8::from(class.is_subclass_of(base)),
        _ => 0,
    };
    let mut names: Vec<(u8, String)> = cx.vm.core.builtins.iter().map(|(name, value)| (rank(value), name.to_string())).collect();
    names.sort();
    Ok(text_list(names.into_iter().map(|(_, name)| name).filter(|name| !name.starts_with('_') || name.ends_with("__"))))
}

/// `_closest(name, candidates)`
fn closest(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (name, candidates) = (text(&args[0])?, texts(&args[1])?);
    let found = suggest::closest(&name, candidates.iter().map(String::as_str));
    Ok(found.map_or(Value::None, Value::from))
}

/// A frame as `FrameSummary` takes it: file, line, name, source line, last line, columns, text.
fn summary(place: &Place, with_columns: bool) -> Value {
    let columns = place.columns().filter(|_| with_columns);
    let column = |at: Option<u32>| at.map_or(Value::None, |at| Value::Int(at.into()));
    let entry = match with_columns {
        true => place.entry(),
        false => place.plain_entry(),
    };
    Value::tuple([
        Value::from(place.code.source.name.as_str()),
        Value::Int(place.line().into()),
        Value::from(&*place.name),
        Value::from(place.text()),
        Value::Int(if with_columns { place.end_line() } else { place.line() }.into()),
        column(columns.map(|(start, _)| start)),
        column(columns.map(|(_, end)| end)),
        Value::from(entry.as_str()),
    ])
}

/// `_summaries(traceback, limit)`: the frames of a traceback, outermost first.
fn summaries(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let entries = entries_of(traceback(&args[0])?);
    let places = report::limited(places(&entries), limit(&args[1]));
    Ok(Value::list(places.iter().map(|place| summary(place, true)).collect()))
}

/// The program's frames that are being executed, innermost first.
fn user_frames<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = &'a Frame> {
    cx.frame.chain().filter(|frame| frame.code.source.user)
}

fn place(frame: &Frame) -> Place {
    Place::new(&frame.code, frame.pc.saturating_sub(1))
}

/// `_stack()`: the program's frames that are being executed, innermost first.
fn stack(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::list(user_frames(cx).map(|frame| summary(&place(frame), false)).collect()))
}

/// A frame as code, line, variables and module.
fn parts(frame: &Frame) -> Value {
    let slots: Vec<Value> = frame.stack[..frame.code.locals.len().min(frame.stack.len())].to_vec();
    let cells = frame.cells.iter().cloned().map(Value::Obj);
    let slots: Vec<Value> = slots.into_iter().chain(cells).collect();
    let globals = Value::from(Obj::Module(Module { namespace: frame.globals.clone() }));
    // Before its first step a generator stands at its `def`.
    let line = if frame.pc == 0 { frame.code.first_line } else { place(frame).line() };
    Value::tuple([Value::from(Obj::Code(frame.code.clone())), Value::Int(line.into()), locals(&frame.code, &slots), globals])
}

/// `_frames()`: the same as code, line, variables and module.
fn frames(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::list(user_frames(cx).map(parts).collect()))
}

/// `_generator_frame(generator)`: how many of `_frames()` are inside its frame while it runs; the frame's parts while it does not;
/// `None` once it is done.
fn generator_frame(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(Obj::Generator(generator)) = args[0].obj() else { return Err(type_error("a generator is expected")) };
    if let Some(frame) = generator.frame.borrow().as_deref() {
        return Ok(parts(frame));
    }
    let inside = user_frames(cx).position(|frame| frame.generator.is(&args[0]));
    Ok(inside.and_then(|inside| i64::try_from(inside).ok()).map_or(Value::None, Value::Int))
}

pub const NATIVES: &[Def] = &[
    Def::new("_pieces(exception, limit, chain, max_group_width, max_group_depth, /)", pieces),
    Def::new("_source_line(file, line, /)", source_line),
    Def::new("_last_lines(exception, /)", last_lines),
    Def::new("_last_line(exception, /)", plain_last_line),
    Def::new("_say(exception, text, plain, notes, /)", say),
    Def::new("_related(exception, /)", related),
    Def::new("_scope(exception, /)", scope),
    Def::new("_builtin_names()", builtin_names),
    Def::new("_closest(name, candidates, /)", closest),
    Def::new("_summaries(traceback, limit, /)", summaries),
    Def::new("_stack()", stack),
    Def::new("_frames()", frames),
    Def::new("_generator_frame(generator, /)", generator_frame),
];
