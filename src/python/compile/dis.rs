//! Bytecode as text, for tests and for looking at.

use std::fmt::Write;

use crate::python::code::{Code, Constant, Op};
use crate::python::object::{Obj, Value};

/// A code object and those inside it: an instruction a line, jump targets marked, operands by name.
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    write_code(&mut text, code);
    text
}

fn write_code(text: &mut String, code: &Code) {
    let _ = writeln!(text, "{} {:?}", code.qualname, code.kind);
    for (index, &op) in code.ops.iter().enumerate() {
        let _ = writeln!(text, "{index:4} {}", describe(code, op));
    }
    for handler in &code.handlers {
        let _ = writeln!(text, "     {}..{} -> {} depth {}", handler.start, handler.end, handler.target, handler.depth);
    }
    for constant in &code.consts {
        if let Constant::Code(inner) = constant {
            write_code(text, inner);
        }
    }
}

fn describe(code: &Code, op: Op) -> String {
    let cell = |index: u32| {
        let cells = code.cells.iter().map(|cell| cell.name).chain(code.free.iter().copied());
        cells.into_iter().nth(index as usize).map_or("?".to_owned(), |name| name.to_string())
    };
    let operand = match op {
        Op::Const(index) => constant(&code.consts[index as usize]),
        Op::LoadLocalAnd(index) => return describe(code, Op::LoadLocal(index)),
        Op::LoadLocal(index) | Op::StoreLocal(index) | Op::DeleteLocal(index) => code.locals[index as usize].to_string(),
        Op::LoadCell(index) | Op::StoreCell(index) | Op::DeleteCell(index) | Op::PushCell(index) => cell(index),
        Op::LoadClassCell { cell: index, .. } => cell(index),
        Op::LoadName(index)
        | Op::StoreName(index)
        | Op::DeleteName(index)
        | Op::LoadAttr(index)
        | Op::StoreAttr(index)
        | Op::DeleteAttr(index)
        | Op::LoadMethod(index)
        | Op::ImportFrom(index)
        | Op::Import { name: index, .. } => code.names[index as usize].to_string(),
        Op::MakeFunction { code: index, .. } => constant(&code.consts[index as usize]),
        other => return format!("{other:?}"),
    };
    let shown = format!("{op:?}");
    let name = shown.split(['(', ' ']).next().unwrap_or(&shown);
    format!("{name} {operand}")
}

fn constant(constant: &Constant) -> String {
    match constant {
        Constant::Code(code) => format!("<code {}>", code.name),
        Constant::Value(value) => self::value(value),
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        Value::Ellipsis => "...".to_owned(),
        Value::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Float(value) => format!("{value:?}"),
        Value::Obj(object) => match &**object {
            Obj::Str(text) => format!("{:?}", text.as_str()),
            Obj::BigInt(value) => value.to_string(),
            Obj::Complex(value) => format!("{value:?}"),
            Obj::Bytes(bytes) => format!("b{:?}", String::from_utf8_lossy(bytes)),
            Obj::Tuple(items) => format!("({})", items.iter().map(self::value).collect::<Vec<_>>().join(", ")),
            _ => "?".to_owned(),
        },
        Value::Unset | Value::NotImplemented => "?".to_owned(),
    }
}
