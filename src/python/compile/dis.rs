//! Bytecode as text, for tests and for looking at.

use std::fmt::Write;

use crate::python::bytecode::{Body, BodyConst, Literal, Op};

/// A body and those inside it: an instruction a line, jump targets marked, operands by name.
pub fn disassemble(code: &Body) -> String {
    let mut text = String::new();
    write_code(&mut text, code);
    text
}

fn write_code(text: &mut String, code: &Body) {
    let _ = writeln!(text, "{} {:?}", code.qualname, code.kind);
    for (index, &op) in code.ops.iter().enumerate() {
        let _ = writeln!(text, "{index:4} {}", describe(code, op));
    }
    for handler in &code.handlers {
        let _ = writeln!(text, "     {}..{} -> {} depth {}", handler.start, handler.end, handler.target, handler.depth);
    }
    for constant in &code.consts {
        if let BodyConst::Body(inner) = constant {
            write_code(text, inner);
        }
    }
}

fn describe(code: &Body, op: Op) -> String {
    let cell = |index: u32| {
        let cells = code.cells.iter().map(|cell| cell.name).chain(code.free.iter().copied());
        cells.into_iter().nth(index as usize).map_or("?".to_owned(), |name| name.to_string())
    };
    let operand = match op {
        Op::Const(index) => constant(&code.consts[index as usize]),
        Op::LoadLocal(index) | Op::StoreLocal(index) | Op::DeleteLocal(index) => code.locals[index as usize].to_string(),
        Op::LoadCell(index) | Op::StoreCell(index) | Op::DeleteCell(index) | Op::PushCell(index) => cell(index),
        Op::LoadClassCell { cell: index, .. } => cell(index.into()),
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

fn constant(constant: &BodyConst) -> String {
    match constant {
        BodyConst::Body(body) => format!("<code {}>", body.name),
        BodyConst::Literal(literal) => self::literal(literal),
    }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::None => "None".to_owned(),
        Literal::Ellipsis => "...".to_owned(),
        Literal::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(bits) => format!("{:?}", f64::from_bits(*bits)),
        Literal::Complex { re, im } => format!("({:?}, {:?})", f64::from_bits(*re), f64::from_bits(*im)),
        Literal::Str(text) => format!("{text:?}"),
        Literal::Name(name) => format!("{:?}", name.text()),
        Literal::Bytes(bytes) => format!("b{:?}", String::from_utf8_lossy(bytes)),
        Literal::Tuple(items) => format!("({})", items.iter().map(self::literal).collect::<Vec<_>>().join(", ")),
    }
}
