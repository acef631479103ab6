//! Natives behind `inspect`: what functions and generators are made of.

use crate::python::builtins::tracebacks::locals;
use crate::python::code::{Code, CodeKind};
use crate::python::native::{Def, Result};
use crate::python::object::{DictTable, GeneratorState, Obj, Ref, Value};
use crate::python::vm::{Cx, type_error};

fn code(value: &Value) -> Option<&Code> {
    match value.obj() {
        Some(Obj::Function(function)) => Some(&function.code),
        Some(Obj::Code(code)) => Some(code),
        _ => None,
    }
}

/// `_function_kind(value)`: "generator", "coroutine", "async generator", "function", or `None` for what is no function.
fn function_kind(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(Obj::Function(function)) = args[0].obj() else { return Ok(Value::None) };
    Ok(Value::from(match function.code.kind {
        CodeKind::Generator => "generator",
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        CodeKind::Function | CodeKind::Module | CodeKind::Class => "function",
    }))
}

/// `_stars_of(function)`: whether it has `*args`, and `**kwargs`.
fn stars_of(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let code = code(&args[0]).ok_or_else(|| type_error("a function is expected"))?;
    Ok(Value::tuple([Value::Bool(code.params.star_args), Value::Bool(code.params.star_kwargs)]))
}

/// `_function_source(function)`: its text and the line where it begins; `(None, 0)` where that is not the program's.
fn function_source(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Some(code) = code(&args[0]).filter(|code| code.source.user) else {
        return Ok(Value::tuple([Value::None, Value::Int(0)]));
    };
    let source = &code.source;
    let indent = |text: &str| text.len() - text.trim_start().len();
    let first = code.first_line;
    let margin = indent(source.line_text(first));
    let count = source.text.lines().count() as u32;
    // The block goes on as long as lines are indented deeper; decorators and a signature over several lines come before it.
    let mut last = code.lines.iter().copied().max().unwrap_or(first).max(first);
    while last < count {
        let next = source.line_text(last + 1);
        if !next.trim().is_empty() && indent(next) <= margin {
            break;
        }
        last += 1;
    }
    while last > first && source.line_text(last).trim().is_empty() {
        last -= 1;
    }
    let text: String = (first..=last).map(|line| format!("{}\n", source.line_text(line))).collect();
    Ok(Value::tuple([Value::from(text.as_str()), Value::Int(first.into())]))
}

/// `_generator_state(generator)`: "CREATED", "RUNNING", "SUSPENDED" or "CLOSED".
fn generator_state(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let generator = args[0].as_ref().and_then(Ref::as_generator).ok_or_else(|| type_error("a generator is expected"))?;
    Ok(Value::from(match generator.state.get() {
        GeneratorState::Created => "CREATED",
        GeneratorState::Running => "RUNNING",
        GeneratorState::Suspended => "SUSPENDED",
        GeneratorState::Closed => "CLOSED",
    }))
}

/// `_generator_locals(generator)`: its variables, as a dict.
fn generator_locals(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let generator = args[0].as_ref().and_then(Ref::as_generator).ok_or_else(|| type_error("a generator is expected"))?;
    let frame = generator.frame.borrow();
    let Some(frame) = frame.as_deref() else { return Ok(Value::from(Obj::Dict(DictTable::default().into()))) };
    let own = frame.stack.iter().take(frame.code.locals.len()).cloned();
    let slots: Vec<Value> = own.chain(frame.cells.iter().cloned().map(Value::Obj)).collect();
    Ok(locals(&frame.code, &slots))
}

pub const NATIVES: &[Def] = &[
    Def::new("_function_kind(value, /)", function_kind),
    Def::new("_stars_of(function, /)", stars_of),
    Def::new("_function_source(function, /)", function_source),
    Def::new("_generator_state(generator, /)", generator_state),
    Def::new("_generator_locals(generator, /)", generator_locals),
];
