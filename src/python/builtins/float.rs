//! `float`: constructor and methods.

use num_bigint::BigInt;

use super::failure::{is_instance, wrong_self};
use super::number::{self, Number, float, integer, overflow, text};
use super::{TypeDef, bytes, protocol, str, type_name};
use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::Value;
use crate::python::vm::{Cx, type_error, value_error};

pub const FLOAT: TypeDef = TypeDef::payload(TypeKind::Float, Def::control("float(x=0, /)", new), METHODS);

const METHODS: &[Def] = &[
    Def::new("is_integer(self, /)", |_, args| this(args, "is_integer").map(|float| Value::Bool(float.fract() == 0.0))),
    Def::new("as_integer_ratio(self, /)", as_integer_ratio),
    Def::new("conjugate(self, /)", |_, args| this(args, "conjugate").map(Value::Float)),
    Def::new("hex(self, /)", |_, args| this(args, "hex").map(|float| Value::from(text::float_to_hex(float)))),
    Def::control("from_number(cls, number, /)", from_number).class_method(),
    Def::new("fromhex(cls, string, /)", from_hex).class_method(),
    Def::new("real(self, /)", |_, args| this(args, "real").map(Value::Float)).property(),
    Def::new("imag(self, /)", |_, _| Ok(Value::Float(0.0))).property(),
    Def::new("__int__(self, /)", |_, args| integer::from_float(this(args, "__int__")?)),
    Def::new("__float__(self, /)", |_, args| this(args, "__float__").map(Value::Float)),
    Def::new("__trunc__(self, /)", |_, args| integer::from_float(this(args, "__trunc__")?)),
    Def::new("__floor__(self, /)", |_, args| integer::from_float(this(args, "__floor__")?.floor())),
    Def::new("__ceil__(self, /)", |_, args| integer::from_float(this(args, "__ceil__")?.ceil())),
    Def::new("__round__(self, ndigits=None, /)", round),
    protocol::REPR,
    protocol::HASH,
    protocol::EQ,
    protocol::NE,
    protocol::LT,
    protocol::LE,
    protocol::GT,
    protocol::GE,
    protocol::ADD,
    protocol::SUB,
    protocol::MUL,
    protocol::RMUL,
];

fn this(args: &[Value], method: &str) -> Result<f64> {
    match Number::of(&args[0]) {
        Some(Number::Float(float)) => Ok(float),
        _ => Err(wrong_self(method, "float", &args[0])),
    }
}

fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match of(&args[0])? {
        Some(float) => Ok(Flow::Value(Value::Float(float))),
        None if is_instance(&args[0]) => Ok(cx.call_prelude("_float", vec![args[0].clone()])),
        None => Err(type_error(format!("float() argument must be a string or a real number, not '{}'", type_name(&args[0])))),
    }
}

/// `float(x)` of a number or text, 0 if unset; `None` for other types.
///
/// # Errors
/// `ValueError` and `OverflowError` where there is no such float.
pub fn of(x: &Value) -> Result<Option<f64>> {
    if x.is_unset() {
        return Ok(Some(0.0));
    }
    if let Some(number) = Number::of(x) {
        return number.to_float().map(Some);
    }
    let invalid = |shown: String| value_error(format!("could not convert string to float: {shown}"));
    if let Some(text) = str::of(x).map(|text| text.as_str()) {
        return text::parse_float(text).map(Some).ok_or_else(|| invalid(str::repr::repr(text)));
    }
    let Some(data) = bytes::of(x) else { return Ok(None) };
    let float = std::str::from_utf8(&data).ok().and_then(text::parse_float);
    float.map(Some).ok_or_else(|| invalid(bytes::repr(&data)))
}

/// `float.from_number(number)`: as the constructor, but not from text.
fn from_number(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if str::of(&args[1]).is_some() || bytes::of(&args[1]).is_some() {
        return Err(type_error(format!("must be real number, not {}", type_name(&args[1]))));
    }
    let (callable, then) = (args[0].clone(), crate::python::vm::Then::Push);
    Ok(Flow::Call { callable, args: vec![args[1].clone()], kwargs: Vec::new(), then })
}

fn as_integer_ratio(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let float = this(args, "as_integer_ratio")?;
    if float.is_nan() {
        return Err(value_error("cannot convert NaN to integer ratio"));
    }
    if float.is_infinite() {
        return Err(overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = float::decompose(float);
    if mantissa == 0 {
        return Ok(Value::tuple([Value::Int(0), Value::Int(1)]));
    }
    // The denominator is a power of two: the ratio is reduced once the mantissa is odd or the denominator 1.
    let spare = i64::from(mantissa.trailing_zeros()).min(-exponent.min(0));
    let numerator = BigInt::from(mantissa >> spare);
    let exponent = exponent + spare;
    let parts = if exponent >= 0 { (numerator << exponent, BigInt::from(1)) } else { (numerator, BigInt::from(1) << -exponent) };
    Ok(Value::tuple([Value::int(parts.0), Value::int(parts.1)]))
}

fn from_hex(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let text = str::of(&args[1]).ok_or_else(|| type_error("bad argument type for built-in operation"))?;
    match text::float_from_hex(text.as_str()) {
        Some(float) if float.is_infinite() && text.as_str().contains(|c: char| c.is_ascii_digit()) => {
            Err(overflow("hexadecimal value too large to represent as a float"))
        }
        Some(float) => Ok(Value::Float(float)),
        None => Err(value_error("invalid hexadecimal floating-point string")),
    }
}

fn round(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let value = this(args, "__round__")?;
    if args[1].is_unset() || args[1].is_none() {
        return float::round_to_int(value);
    }
    float::round(value, number::index(&args[1])?).map(Value::Float)
}
