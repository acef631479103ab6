//! What objects do when they die, as far as the prelude (`lib/prelude/last_words.py`) takes part in it.

use crate::python::native::{Def, Result};
use crate::python::object::Value;
use crate::python::vm::{Cx, last_objects, traceback, type_error};
use crate::trace::event::Stream;

pub const FUNCTIONS: &[Def] = &[
    Def::new("_report_ignored(what, object, error, /)", report_ignored).visible(),
    Def::new("_begin_last_collections()", begin_last_collections),
    Def::new("_finalize_next()", |cx, _| Ok(Value::Bool(last_objects::finalize_next(cx)))),
    Def::new("_collect()", |cx, _| Ok(Value::from(last_objects::collect(cx)))).visible(),
];

/// `_report_ignored(what, object, error)`: an exception that nobody can catch.
fn report_ignored(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let error = args[2].as_ref().ok_or_else(|| type_error("an exception is expected"))?;
    let text = traceback::ignored(args[0].as_str().unwrap_or_default(), &args[1], error);
    cx.write(Stream::Err, &text);
    Ok(Value::None)
}

/// `_begin_last_collections()`: the program is over. `_finalize_next()` then has one object after the other say its last words, and
/// tells whether there was one.
fn begin_last_collections(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    last_objects::begin(cx);
    Ok(Value::None)
}
