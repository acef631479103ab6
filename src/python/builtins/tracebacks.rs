//! Traceback objects: the way of an exception through the frames of the program.

use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::exception::{Traceback, TracebackEntry};
use crate::python::object::{DictTable, Obj, Value};
use crate::python::vm::traceback::entries_up_to;
use crate::python::vm::traceback::frame::Place;
use crate::python::vm::{Cx, type_error};

use super::TypeDef;

pub const TYPE: TypeDef = TypeDef::internal(
    TypeKind::Traceback,
    &[
        Def::new("tb_lineno(self, /)", |_, args| Ok(first(args)?.map_or(Value::None, |entry| line(&entry)))).property(),
        Def::new("tb_lasti(self, /)", |_, args| Ok(first(args)?.map_or(Value::None, |entry| Value::Int(entry.pc.into()))))
            .property(),
        Def::new("tb_next(self, /)", next).property(),
        Def::control("tb_frame(self, /)", frame).property(),
    ],
);

/// The traceback that `value` is.
///
/// # Errors
/// TypeError if it is none.
pub fn traceback(value: &Value) -> Result<&Traceback> {
    match value.obj() {
        Some(Obj::Traceback(traceback)) => Ok(traceback),
        _ => Err(type_error("a traceback is expected")),
    }
}

/// Its entries, outermost first.
pub fn entries_of(traceback: &Traceback) -> Vec<TracebackEntry> {
    let exception = traceback.exception.as_ref().and_then(|exception| exception.as_exception());
    let mut entries = exception.map(|exception| entries_up_to(exception, traceback.passed)).unwrap_or_default();
    entries.drain(..(traceback.skipped as usize).min(entries.len()));
    entries
}

fn first(args: &[Value]) -> Result<Option<TracebackEntry>> {
    Ok(entries_of(traceback(&args[0])?).into_iter().next())
}

fn line(entry: &TracebackEntry) -> Value {
    Value::Int(Place::new(&entry.code, entry.pc).line().into())
}

fn next(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let this = traceback(&args[0])?;
    if entries_of(this).len() < 2 {
        return Ok(Value::None);
    }
    Ok(Value::from(Obj::Traceback(Box::new(Traceback { skipped: this.skipped + 1, ..this.clone() }))))
}

/// The frame as `lib/_traceback.py` makes it.
fn frame(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let Some(entry) = first(args)? else { return Ok(Flow::Value(Value::None)) };
    let locals = locals(&entry.code, &entry.frame.variables());
    let globals = Value::from(Obj::Module(crate::python::object::namespace::Module { namespace: entry.globals.clone() }));
    Ok(cx.call_prelude("_traceback_frame", vec![Value::from(Obj::Code(entry.code.clone())), line(&entry), locals, globals]))
}

/// The variables of a frame that are bound, as a dict.
pub fn locals(code: &crate::python::code::Code, slots: &[Value]) -> Value {
    let mut dict = DictTable::default();
    let cells = code.cells.iter().map(|cell| cell.name).chain(code.free.iter().copied());
    let names = code.locals.iter().copied().chain(cells);
    for (name, slot) in names.zip(slots) {
        let value = match slot.obj() {
            Some(Obj::Cell(value)) => value.borrow().clone(),
            _ => slot.clone(),
        };
        if !value.is_unset() && !name.text().starts_with('.') {
            dict.set_str(name, value);
        }
    }
    Value::from(Obj::Dict(dict.into()))
}
