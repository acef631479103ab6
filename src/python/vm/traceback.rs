//! Tracebacks as text, as Lib/traceback.py prints them.

use std::rc::Rc;

use crate::python::code::Code;
use crate::python::object::exception::TracebackEntry;
use crate::python::object::{Exception, Obj, Ref, Value};

/// What `__traceback__` and the third argument of `__exit__` are: an object that only says that there is one.
pub fn object(exception: &Value) -> Value {
    match exception.obj() {
        Some(Obj::Exception(inner)) if !inner.traceback.borrow().is_empty() => Value::from(Obj::Traceback(exception.clone())),
        _ => Value::None,
    }
}

/// Lets go of what the frames that an exception left referred to. They may refer to the exception again.
pub fn forget_frames(exception: &Ref) {
    let Some(inner) = exception.as_exception() else { return };
    let locals: Vec<Vec<Value>> = inner.traceback.borrow_mut().iter_mut().map(|entry| std::mem::take(&mut entry.locals)).collect();
    drop(locals);
}

/// The last line: `Type: message`.
pub fn last_line(exception: &Ref) -> String {
    let Some(inner) = exception.as_exception() else { return String::new() };
    let name = class_name(inner);
    let message = message(exception, inner);
    if message.is_empty() { name } else { format!("{name}: {message}") }
}

fn class_name(exception: &Exception) -> String {
    let Some(class) = exception.class.as_class() else { return String::new() };
    let qualname = class.qualname.borrow().clone();
    match &*class.module {
        "builtins" | "__main__" => qualname.to_string(),
        module => format!("{module}.{qualname}"),
    }
}

fn message(exception: &Ref, inner: &Exception) -> String {
    let text =
        inner.attrs.get(crate::python::object::Sym::new("__loopscope_text__")).and_then(|text| text.as_str().map(str::to_owned));
    text.or_else(|| super::texts::native_text(&Value::Obj(exception.clone()), crate::python::code::Conversion::Str))
        .unwrap_or_else(|| "<exception str() failed>".to_owned())
}

/// The whole text, with the exceptions it came from.
pub fn text(exception: &Ref) -> String {
    let mut parts = Vec::new();
    let mut seen = Vec::new();
    let mut next = Some((exception.clone(), ""));
    while let Some((exception, link)) = next {
        next = None;
        seen.push(exception.address());
        let Some(inner) = exception.as_exception() else { break };
        parts.push((single(&exception, inner), link));
        let cause = inner.cause.borrow().clone();
        let context = inner.context.borrow().clone();
        let (other, link) = match (cause, context) {
            (Value::Obj(cause), _) => (cause, "\nThe above exception was the direct cause of the following exception:\n\n"),
            (_, Value::Obj(context)) if !inner.suppress_context.get() => {
                (context, "\nDuring handling of the above exception, another exception occurred:\n\n")
            }
            _ => break,
        };
        if !seen.contains(&other.address()) {
            next = Some((other, link));
        }
    }
    let mut text = String::new();
    for (at, (part, _)) in parts.iter().enumerate().rev() {
        text.push_str(part);
        if at > 0 {
            text.push_str(parts[at].1);
        }
    }
    text
}

fn single(exception: &Ref, inner: &Exception) -> String {
    let mut text = String::new();
    let entries = inner.traceback.borrow();
    let mut shown = entries.iter().rev().filter(|entry| entry.code.source.user).peekable();
    if shown.peek().is_some() {
        text.push_str("Traceback (most recent call last):\n");
    }
    for entry in shown {
        text.push_str(&frame(entry));
    }
    text.push_str(&last_line(exception));
    text.push('\n');
    text
}

fn frame(entry: &TracebackEntry) -> String {
    let code: &Rc<Code> = &entry.code;
    let line = code.lines.get(entry.pc as usize).copied().unwrap_or(code.first_line);
    let source = &code.source;
    let mut text = format!("  File \"{}\", line {line}, in {}\n", source.name, code.name);
    let source_line = source.line_text(line).trim_end();
    if !source_line.trim().is_empty() {
        text.push_str(&format!("    {}\n", source_line.trim_start()));
        text.push_str(&carets(entry, line, source_line));
    }
    text
}

/// The line of carets under the part of the line that was being executed, if that is not the whole line.
fn carets(entry: &TracebackEntry, line: u32, source_line: &str) -> String {
    let Some(span) = entry.code.spans.get(entry.pc as usize) else { return String::new() };
    let source = &entry.code.source;
    let indent = source_line.len() - source_line.trim_start().len();
    let start = source.column(span.start) as usize;
    let end = if source.line(span.end) == line { source.column(span.end) as usize } else { source_line.len() };
    if span.start >= span.end || source.line(span.start) != line || start < indent || end > source_line.len() || start >= end {
        return String::new();
    }
    if start == indent && end == source_line.len() {
        return String::new();
    }
    let (Some(before), Some(part)) = (source_line.get(indent..start), source_line.get(start..end)) else { return String::new() };
    format!("    {}{}\n", " ".repeat(before.chars().count()), "^".repeat(part.chars().count()))
}
