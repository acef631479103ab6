//! Code objects: what a program can ask of them.

use super::{TypeDef, type_name};
use crate::python::code::Code;
use crate::python::core::TypeKind;
use crate::python::native::{Def, Result};
use crate::python::object::{Obj, Sym, Value};
use crate::python::vm::type_error;

pub const TYPE: TypeDef = TypeDef::internal(
    TypeKind::Code,
    &[
        Def::new("co_name(self, /)", |_, args| read(args, |code| Value::from(code.name.clone()))).property(),
        Def::new("co_qualname(self, /)", |_, args| read(args, |code| Value::from(code.qualname.clone()))).property(),
        Def::new("co_filename(self, /)", |_, args| read(args, |code| Value::from(code.source.name.as_str()))).property(),
        Def::new("co_firstlineno(self, /)", |_, args| read(args, |code| Value::Int(i64::from(code.first_line)))).property(),
        Def::new("co_argcount(self, /)", |_, args| read(args, |code| Value::Int(i64::from(code.params.positional)))).property(),
        Def::new("co_posonlyargcount(self, /)", |_, args| read(args, |code| Value::Int(i64::from(code.params.positional_only))))
            .property(),
        Def::new("co_kwonlyargcount(self, /)", |_, args| read(args, |code| Value::Int(i64::from(code.params.keyword_only))))
            .property(),
        Def::new("co_nlocals(self, /)", |_, args| read(args, |code| Value::from(code.locals.len()))).property(),
        Def::new("co_varnames(self, /)", |_, args| read(args, |code| names(code.locals.iter().copied()))).property(),
        Def::new("co_cellvars(self, /)", |_, args| read(args, |code| names(code.cells.iter().map(|cell| cell.name)))).property(),
        Def::new("co_freevars(self, /)", |_, args| read(args, |code| names(code.free.iter().copied()))).property(),
    ],
);

fn read(args: &[Value], read: impl FnOnce(&Code) -> Value) -> Result<Value> {
    match args[0].obj() {
        Some(Obj::Code(code)) => Ok(read(code)),
        _ => Err(type_error(format!("a code object is expected, not '{}'", type_name(&args[0])))),
    }
}

fn names(names: impl Iterator<Item = Sym>) -> Value {
    Value::tuple(names.map(Sym::value).collect::<Vec<_>>())
}
