//! `sys`: what its streams write. The rest is written in Python.

use crate::python::native::{Def, Result};
use crate::python::object::{DictTable, Obj, Sym, Value};
use crate::python::vm::Cx;
use crate::trace::event::Stream;

/// `_modules()`: the modules that are loaded, by name, in the order of their names.
fn modules(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let loaded = &cx.vm.process(cx.thread).modules;
    let public = loaded
        .iter()
        .map(|(name, module)| (name.text(), module))
        .filter(|(name, _)| !name.starts_with('_') || &**name == "__main__");
    let mut public: Vec<_> = public.collect();
    public.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut table = DictTable::default();
    for (name, module) in public {
        table.set_str(Sym::new(&name), module.clone());
    }
    Ok(Value::from(Obj::Dict(table.into())))
}

/// `_stdlib_names()`
fn stdlib_names(_: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::tuple(super::stdlib::NAMES.iter().map(|&name| Value::from(name)).collect::<Vec<_>>()))
}

/// `exception()`: the exception being handled.
fn handled(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(cx.handled().map_or(Value::None, Value::Obj))
}

/// `_main_file()`: the name of the program.
fn main_file(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(cx.vm.main.get(Sym::new("__file__")).unwrap_or_else(|| Value::from("")))
}

/// `_process_number()`: 0 for the main process.
fn process_number(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let process = cx.vm.threads[cx.thread.index()].process;
    Ok(Value::from(process.index()))
}

/// `_recursion_limit()`
fn recursion_limit(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Int(i64::from(cx.world.settings.limits.recursion)))
}

/// `_set_recursion_limit(limit, /)`: never above what the machine began with, which the Python part sees to.
fn set_recursion_limit(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    if let Value::Int(limit) = args[0] {
        cx.world.settings.limits.recursion = u32::try_from(limit).unwrap_or(u32::MAX);
    }
    Ok(Value::None)
}

pub const NATIVES: &[Def] = &[
    Def::new("_write_out(text, /)", write_out).visible(),
    Def::new("_write_err(text, /)", write_err).visible(),
    Def::new("_modules()", modules),
    Def::new("_stdlib_names()", stdlib_names),
    Def::new("_recursion_limit()", recursion_limit),
    Def::new("_set_recursion_limit(limit, /)", set_recursion_limit),
    Def::new("exception()", handled),
    Def::new("_main_file()", main_file),
    Def::new("_process_number()", process_number),
];

fn write_out(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.write_stdout(args[0].payload().as_str().unwrap_or_default());
    Ok(Value::None)
}

fn write_err(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.write(Stream::Err, args[0].payload().as_str().unwrap_or_default());
    Ok(Value::None)
}
