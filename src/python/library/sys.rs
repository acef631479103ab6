//! `sys`: what its streams write. The rest is written in Python.

use crate::python::native::{Def, Result};
use crate::python::object::Value;
use crate::python::vm::Cx;
use crate::trace::event::Stream;

pub const NATIVES: &[Def] =
    &[Def::new("_write_out(text, /)", write_out).visible(), Def::new("_write_err(text, /)", write_err).visible()];

fn write_out(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.write_stdout(args[0].payload().as_str().unwrap_or_default());
    Ok(Value::None)
}

fn write_err(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.write(Stream::Err, args[0].payload().as_str().unwrap_or_default());
    Ok(Value::None)
}
