//! The operators of numbers as methods: `(5).__add__(3)`, `super().__truediv__(other)`.

use crate::python::code::{BinaryOp, UnaryOp};
use crate::python::core::TypeKind;
use crate::python::native::{Def, Result};
use crate::python::object::Value;
use crate::python::vm::Cx;

use super::number::{self, Number};
use super::{TypeDef, truth};

pub const INT: TypeDef = TypeDef::internal(
    TypeKind::Int,
    &[
        Def::new("__radd__(self, value, /)", |_, args| of_ints(BinaryOp::Add, &args[1], &args[0])),
        Def::new("__rsub__(self, value, /)", |_, args| of_ints(BinaryOp::Sub, &args[1], &args[0])),
        Def::new("__truediv__(self, value, /)", |_, args| of_ints(BinaryOp::Div, &args[0], &args[1])),
        Def::new("__rtruediv__(self, value, /)", |_, args| of_ints(BinaryOp::Div, &args[1], &args[0])),
        Def::new("__floordiv__(self, value, /)", |_, args| of_ints(BinaryOp::FloorDiv, &args[0], &args[1])),
        Def::new("__rfloordiv__(self, value, /)", |_, args| of_ints(BinaryOp::FloorDiv, &args[1], &args[0])),
        Def::new("__mod__(self, value, /)", |_, args| of_ints(BinaryOp::Mod, &args[0], &args[1])),
        Def::new("__rmod__(self, value, /)", |_, args| of_ints(BinaryOp::Mod, &args[1], &args[0])),
        Def::new("__pow__(self, value, mod=None, /)", power),
        Def::new("__rpow__(self, value, mod=None, /)", |_, args| of_ints(BinaryOp::Pow, &args[1], &args[0])),
        Def::new("__lshift__(self, value, /)", |_, args| of_ints(BinaryOp::LShift, &args[0], &args[1])),
        Def::new("__rshift__(self, value, /)", |_, args| of_ints(BinaryOp::RShift, &args[0], &args[1])),
        Def::new("__divmod__(self, value, /)", divmod),
        Def::new("__float__(self, /)", to_float),
        Def::new("__abs__(self, /)", absolute),
        Def::new("__neg__(self, /)", |_, args| unary(UnaryOp::Negative, args)),
        Def::new("__pos__(self, /)", |_, args| unary(UnaryOp::Positive, args)),
        Def::new("__invert__(self, /)", |_, args| unary(UnaryOp::Invert, args)),
        Def::new("__bool__(self, /)", is_true),
    ],
);

pub const FLOAT: TypeDef = TypeDef::internal(
    TypeKind::Float,
    &[
        Def::new("__radd__(self, value, /)", |_, args| of_numbers(BinaryOp::Add, &args[1], &args[0])),
        Def::new("__rsub__(self, value, /)", |_, args| of_numbers(BinaryOp::Sub, &args[1], &args[0])),
        Def::new("__truediv__(self, value, /)", |_, args| of_numbers(BinaryOp::Div, &args[0], &args[1])),
        Def::new("__rtruediv__(self, value, /)", |_, args| of_numbers(BinaryOp::Div, &args[1], &args[0])),
        Def::new("__floordiv__(self, value, /)", |_, args| of_numbers(BinaryOp::FloorDiv, &args[0], &args[1])),
        Def::new("__rfloordiv__(self, value, /)", |_, args| of_numbers(BinaryOp::FloorDiv, &args[1], &args[0])),
        Def::new("__mod__(self, value, /)", |_, args| of_numbers(BinaryOp::Mod, &args[0], &args[1])),
        Def::new("__rmod__(self, value, /)", |_, args| of_numbers(BinaryOp::Mod, &args[1], &args[0])),
        Def::new("__pow__(self, value, mod=None, /)", |_, args| of_numbers(BinaryOp::Pow, &args[0], &args[1])),
        Def::new("__rpow__(self, value, mod=None, /)", |_, args| of_numbers(BinaryOp::Pow, &args[1], &args[0])),
        Def::new("__divmod__(self, value, /)", divmod),
        Def::new("__abs__(self, /)", absolute),
        Def::new("__neg__(self, /)", |_, args| unary(UnaryOp::Negative, args)),
        Def::new("__pos__(self, /)", |_, args| unary(UnaryOp::Positive, args)),
        Def::new("__bool__(self, /)", is_true),
    ],
);

fn of_numbers(op: BinaryOp, a: &Value, b: &Value) -> Result<Value> {
    Ok(number::binary(op, a.payload(), b.payload())?.unwrap_or(Value::NotImplemented))
}

/// As `int` does it: a float is up to `float`.
fn of_ints(op: BinaryOp, a: &Value, b: &Value) -> Result<Value> {
    let is_float = |value| matches!(Number::of(value), Some(Number::Float(_)));
    if is_float(a) || is_float(b) { Ok(Value::NotImplemented) } else { of_numbers(op, a, b) }
}

fn power(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    match &args[2] {
        Value::Unset | Value::None => of_ints(BinaryOp::Pow, &args[0], &args[1]),
        modulus => Ok(number::power_modulo(&args[0], &args[1], modulus)?.unwrap_or(Value::NotImplemented)),
    }
}

fn divmod(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let result = number::divmod(args[0].payload(), args[1].payload())?;
    Ok(result.map_or(Value::NotImplemented, |(quotient, rest)| Value::tuple([quotient, rest])))
}

fn to_float(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Number::of(&args[0]).map_or(Ok(Value::NotImplemented), |number| number.to_float().map(Value::Float))
}

fn absolute(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(number::absolute(args[0].payload())?.unwrap_or(Value::NotImplemented))
}

fn unary(op: UnaryOp, args: &[Value]) -> Result<Value> {
    Ok(number::unary(op, args[0].payload()).unwrap_or(Value::NotImplemented))
}

fn is_true(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(truth(args[0].payload()).unwrap_or(true)))
}
