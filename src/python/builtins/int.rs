//! `int`: constructor and methods.

use num_bigint::BigInt;

use super::bytes;
use super::failure::{is_instance, wrong_self};
use super::number::{self, Number, integer, text};
use super::{TypeDef, protocol, str, type_name};
use crate::python::core::TypeKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error, value_error};

pub const INT: TypeDef = TypeDef::payload(TypeKind::Int, Def::control("int(x=0, /, base=10)", new), METHODS);

const METHODS: &[Def] = &[
    Def::new("bit_length(self, /)", |_, args| Ok(Value::Int(this(args, "bit_length")?.bits() as i64))),
    Def::new("bit_count(self, /)", |_, args| Ok(Value::Int(this(args, "bit_count")?.magnitude().count_ones() as i64))),
    Def::new("conjugate(self, /)", |_, args| itself(args, "conjugate")),
    Def::new("is_integer(self, /)", |_, _| Ok(Value::Bool(true))),
    Def::new("as_integer_ratio(self, /)", |_, args| Ok(Value::tuple([itself(args, "as_integer_ratio")?, Value::Int(1)]))),
    Def::new("to_bytes(self, length=1, byteorder='big', *, signed=False)", to_bytes),
    Def::new("from_bytes(cls, bytes, byteorder='big', *, signed=False)", from_bytes).iterable(1).class_method(),
    Def::new("real(self, /)", |_, args| itself(args, "real")).property(),
    Def::new("imag(self, /)", |_, _| Ok(Value::Int(0))).property(),
    Def::new("numerator(self, /)", |_, args| itself(args, "numerator")).property(),
    Def::new("denominator(self, /)", |_, _| Ok(Value::Int(1))).property(),
    Def::new("__int__(self, /)", |_, args| itself(args, "__int__")),
    Def::new("__index__(self, /)", |_, args| itself(args, "__index__")),
    Def::new("__trunc__(self, /)", |_, args| itself(args, "__trunc__")),
    Def::new("__floor__(self, /)", |_, args| itself(args, "__floor__")),
    Def::new("__ceil__(self, /)", |_, args| itself(args, "__ceil__")),
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
    protocol::AND,
    protocol::OR,
    protocol::XOR,
];

fn this(args: &[Value], method: &str) -> Result<BigInt> {
    number::integer(&args[0]).map(std::borrow::Cow::into_owned).ok_or_else(|| wrong_self(method, "int", &args[0]))
}

/// `self` as a plain int.
fn itself(args: &[Value], method: &str) -> Result<Value> {
    this(args, method).map(Value::int)
}

fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (x, base) = (&args[0], &args[1]);
    if !base.is_unset() {
        return with_base(x, base).map(Flow::Value);
    }
    if x.is_unset() {
        return Ok(Flow::Value(Value::Int(0)));
    }
    match of(x)? {
        Some(int) => Ok(Flow::Value(int)),
        None if is_instance(x) => Ok(cx.call_prelude("_int", vec![x.clone()])),
        None => {
            let message = "int() argument must be a string, a bytes-like object or a real number";
            Err(type_error(format!("{message}, not '{}'", type_name(x))))
        }
    }
}

/// `int(x)` of a number or text; `None` for other types.
///
/// # Errors
/// `ValueError` and `OverflowError` where there is no such int.
pub fn of(x: &Value) -> Result<Option<Value>> {
    match Number::of(x) {
        Some(Number::Small(int)) => return Ok(Some(Value::Int(int))),
        Some(Number::Big(_)) => return Ok(Some(x.payload().clone())),
        Some(Number::Float(float)) => return integer::from_float(float).map(Some),
        None => {}
    }
    parse(x, 10).transpose()
}

/// Text or bytes as an int; `None` for other types.
fn parse(x: &Value, base: u32) -> Option<Result<Value>> {
    if let Some(text) = str::of(x) {
        return Some(text::parse_int(text.as_str(), base, &str::repr::repr(text.as_str())));
    }
    let data = bytes::of(x)?;
    // Bytes outside ASCII are no digits, whatever they are shown as.
    Some(text::parse_int(&data.iter().map(|&byte| char::from(byte)).collect::<String>(), base, &bytes::repr(&data)))
}

fn with_base(x: &Value, base: &Value) -> Result<Value> {
    let complaint = || type_error(format!("'{}' object cannot be interpreted as an integer", type_name(base)));
    let base = super::index::int(base).ok_or_else(complaint)?;
    if x.is_unset() {
        return Err(type_error("int() missing string argument"));
    }
    let valid = u32::try_from(base).ok().filter(|base| matches!(base, 0 | 2..=36));
    let base = valid.ok_or_else(|| value_error("int() base must be >= 2 and <= 36, or 0"))?;
    parse(x, base).unwrap_or_else(|| Err(type_error("int() can't convert non-string with explicit base")))
}

/// Whether the byte order is big-endian.
fn is_big(order: &Value) -> Result<bool> {
    match order {
        Value::Unset => Ok(true),
        order => match str::of(order).map(|order| order.as_str()) {
            Some("big") => Ok(true),
            Some("little") => Ok(false),
            Some(_) => Err(value_error("byteorder must be either 'little' or 'big'")),
            None => Err(type_error(format!("to_bytes() argument 'byteorder' must be str, not {}", type_name(order)))),
        },
    }
}

fn to_bytes(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let int = this(args, "to_bytes")?;
    let length = if args[1].is_unset() { 1 } else { number::index(&args[1])? };
    let big = is_big(&args[2])?;
    let length = usize::try_from(length).map_err(|_| value_error("length argument must be non-negative"))?;
    super::format::check_size(length)?;
    let mut bytes = integer::to_bytes(&int, length, is_set(&args[3]))?;
    if !big {
        bytes.reverse();
    }
    Ok(Value::from(Obj::Bytes(bytes.into())))
}

fn is_set(flag: &Value) -> bool {
    Number::of(flag).is_some_and(|flag| !matches!(flag, Number::Small(0)))
}

fn from_bytes(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let big = is_big(&args[2])?;
    let mut data = match bytes::of(&args[1]) {
        Some(data) => data.into_owned(),
        None => bytes::from_iterable(&args[1])?,
    };
    if !big {
        data.reverse();
    }
    Ok(integer::from_bytes(&data, is_set(&args[3])))
}

fn round(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let int = this(args, "__round__")?;
    if args[1].is_unset() || args[1].is_none() {
        return Ok(Value::int(int));
    }
    Ok(Value::int(integer::round(&int, number::index(&args[1])?)))
}
