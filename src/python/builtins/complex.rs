//! `complex`: constructor and methods.

use super::failure::{is_instance, wrong_self};
use super::number::{Number, complex};
use super::{TypeDef, protocol, str, type_name};
use crate::python::code::{BinaryOp, UnaryOp};
use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Complex, Value};
use crate::python::vm::{Cx, type_error};

pub const TYPE: TypeDef = TypeDef::payload(TypeKind::Complex, Def::control("complex(real=0, imag=0)", new), METHODS);

const METHODS: &[Def] = &[
    Def::new("real(self, /)", |_, args| this(args, "real").map(|z| Value::Float(z.re))).property(),
    Def::new("imag(self, /)", |_, args| this(args, "imag").map(|z| Value::Float(z.im))).property(),
    Def::new("conjugate(self, /)", |_, args| this(args, "conjugate").map(|z| Value::from(Complex::new(z.re, -z.im)))),
    Def::control("from_number(cls, number, /)", from_number).class_method(),
    Def::new("__complex__(self, /)", |_, args| this(args, "__complex__").map(Value::from)),
    Def::new("__getnewargs__(self, /)", |_, args| {
        this(args, "__getnewargs__").map(|z| Value::tuple([Value::Float(z.re), Value::Float(z.im)]))
    }),
    Def::new("__abs__(self, /)", |_, args| complex::absolute(this(args, "__abs__")?).map(Value::Float)),
    Def::new("__neg__(self, /)", |_, args| unary(UnaryOp::Negative, args)),
    Def::new("__pos__(self, /)", |_, args| unary(UnaryOp::Positive, args)),
    Def::new("__bool__(self, /)", |_, args| this(args, "__bool__").map(|z| Value::Bool(!z.is_zero()))),
    protocol::ADD,
    Def::new("__radd__(self, value, /)", |_, args| binary(BinaryOp::Add, &args[1], &args[0])),
    protocol::SUB,
    Def::new("__rsub__(self, value, /)", |_, args| binary(BinaryOp::Sub, &args[1], &args[0])),
    Def::new("__mul__(self, value, /)", |_, args| binary(BinaryOp::Mul, &args[0], &args[1])),
    Def::new("__rmul__(self, value, /)", |_, args| binary(BinaryOp::Mul, &args[1], &args[0])),
    Def::new("__truediv__(self, value, /)", |_, args| binary(BinaryOp::Div, &args[0], &args[1])),
    Def::new("__rtruediv__(self, value, /)", |_, args| binary(BinaryOp::Div, &args[1], &args[0])),
    Def::new("__pow__(self, value, mod=None, /)", |_, args| binary(BinaryOp::Pow, &args[0], &args[1])),
    Def::new("__rpow__(self, value, mod=None, /)", |_, args| binary(BinaryOp::Pow, &args[1], &args[0])),
    protocol::REPR,
    protocol::HASH,
    protocol::EQ,
    protocol::NE,
];

fn this(args: &[Value], method: &str) -> Result<Complex> {
    Complex::of(&args[0]).ok_or_else(|| wrong_self(method, "complex", &args[0]))
}

fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Value> {
    Ok(complex::binary(op, a, b)?.unwrap_or(Value::NotImplemented))
}

fn unary(op: UnaryOp, args: &[Value]) -> Result<Value> {
    Ok(complex::unary(op, &args[0]).unwrap_or(Value::NotImplemented))
}

fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (real, imag) = (&args[0], &args[1]);
    if imag.is_unset()
        && let Some(text) = str::of(real)
    {
        return complex::parse(text.as_str()).map(|z| Flow::Value(Value::from(z)));
    }
    if args.iter().any(|arg| is_instance(arg) && !is_number(arg.payload())) {
        return Ok(
            cx.call_prelude("_complex", args.iter().map(|arg| if arg.is_unset() { Value::None } else { arg.clone() }).collect())
        );
    }
    let real = match part(real)? {
        Some(real) => real,
        None if imag.is_unset() => {
            return Err(type_error(format!("complex() argument must be a string or a number, not {}", type_name(real))));
        }
        None => return Err(not_real("real", real)),
    };
    let imag = part(imag)?.ok_or_else(|| not_real("imag", imag))?;
    // A part that is real leaves the sign of a zero in the other one alone.
    let is_complex = |arg: &Value| !arg.is_unset() && Complex::of(arg).is_some();
    let z = match (is_complex(&args[0]), is_complex(&args[1])) {
        (false, false) => Complex::new(real.re, imag.re),
        _ => Complex::new(real.re - imag.im, real.im + imag.re),
    };
    Ok(Flow::Value(Value::from(z)))
}

fn is_number(value: &Value) -> bool {
    Number::of(value).is_some() || Complex::of(value).is_some()
}

/// An argument, 0 if it was not given; `None` if it is no number.
fn part(value: &Value) -> Result<Option<Complex>> {
    if value.is_unset() { Ok(Some(Complex::ZERO)) } else { complex::of(value) }
}

fn not_real(name: &str, value: &Value) -> crate::python::native::Throw {
    type_error(format!("complex() argument '{name}' must be a real number, not {}", type_name(value)))
}

/// `complex.from_number(number)`: as the constructor, but not from text.
fn from_number(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if str::of(&args[1]).is_some() {
        return Err(type_error(format!("must be real number, not {}", type_name(&args[1]))));
    }
    let (callable, then) = (args[0].clone(), crate::python::vm::Then::Push);
    Ok(Flow::Call { callable, args: vec![args[1].clone()], kwargs: Vec::new(), then })
}
