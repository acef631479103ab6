//! Constants: literals, and the few expressions that CPython folds and a program can see folded.

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{Expr, Int, Number, UnaryOp};

use crate::python::object::{Complex, Obj, Sym, Value};

/// A constant, comparable, so that equal ones are kept once. `1`, `1.0` and `True` are different.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum ConstKey {
    None,
    Ellipsis,
    Bool(bool),
    Int(BigInt),
    /// The bits of a float: 0.0 and -0.0 are different.
    Float(u64),
    /// The bits of both parts.
    Complex(u64, u64),
    Str(String),
    /// A string that is a name; its value is shared with the name's.
    Name(Sym),
    Bytes(Vec<u8>),
    Tuple(Vec<ConstKey>),
}

impl ConstKey {
    pub fn str(text: &str) -> ConstKey {
        ConstKey::Str(text.to_owned())
    }

    pub fn value(&self) -> Value {
        match self {
            ConstKey::None => Value::None,
            ConstKey::Ellipsis => Value::Ellipsis,
            ConstKey::Bool(value) => Value::Bool(*value),
            ConstKey::Int(value) => Value::int(value.clone()),
            ConstKey::Float(bits) => Value::Float(f64::from_bits(*bits)),
            ConstKey::Complex(re, im) => Complex::new(f64::from_bits(*re), f64::from_bits(*im)).into(),
            ConstKey::Str(text) if is_identifier(text) => Sym::new(text).value(),
            ConstKey::Str(text) => Value::str(text.as_str()),
            ConstKey::Name(name) => name.value(),
            ConstKey::Bytes(bytes) => Value::from(Obj::Bytes(bytes.clone().into())),
            ConstKey::Tuple(items) => Value::tuple(items.iter().map(ConstKey::value).collect::<Vec<_>>()),
        }
    }

    /// Whether a condition that is this constant holds.
    pub fn truth(&self) -> bool {
        match self {
            ConstKey::None => false,
            ConstKey::Ellipsis | ConstKey::Name(_) => true,
            ConstKey::Bool(value) => *value,
            ConstKey::Int(value) => *value != BigInt::ZERO,
            ConstKey::Float(bits) => f64::from_bits(*bits) != 0.0,
            ConstKey::Complex(re, im) => !Complex::new(f64::from_bits(*re), f64::from_bits(*im)).is_zero(),
            ConstKey::Str(text) => !text.is_empty(),
            ConstKey::Bytes(bytes) => !bytes.is_empty(),
            ConstKey::Tuple(items) => !items.is_empty(),
        }
    }
}

/// CPython interns the string constants that look like names.
fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The constant that `expr` is, if it is one: a literal, a negative number, a tuple of constants.
pub(super) fn constant(expr: &Expr) -> Option<ConstKey> {
    Some(match expr {
        Expr::NoneLiteral(_) => ConstKey::None,
        Expr::EllipsisLiteral(_) => ConstKey::Ellipsis,
        Expr::BooleanLiteral(literal) => ConstKey::Bool(literal.value),
        Expr::StringLiteral(literal) => ConstKey::str(literal.value.to_str()),
        Expr::BytesLiteral(literal) => ConstKey::Bytes(literal.value.bytes().collect()),
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(value) => ConstKey::Int(int(value)),
            Number::Float(value) => ConstKey::Float(value.to_bits()),
            Number::Complex { real, imag } => ConstKey::Complex(real.to_bits(), imag.to_bits()),
        },
        Expr::Name(name) if name.id == "__debug__" => ConstKey::Bool(true),
        Expr::UnaryOp(unary) if unary.op == UnaryOp::USub => match constant(&unary.operand)? {
            ConstKey::Int(value) => ConstKey::Int(-value),
            ConstKey::Float(bits) => ConstKey::Float((-f64::from_bits(bits)).to_bits()),
            ConstKey::Complex(re, im) => ConstKey::Complex((-f64::from_bits(re)).to_bits(), (-f64::from_bits(im)).to_bits()),
            _ => return None,
        },
        Expr::Tuple(tuple) => ConstKey::Tuple(tuple.elts.iter().map(constant).collect::<Option<_>>()?),
        _ => return None,
    })
}

/// The value of an int literal; the parser keeps those that do not fit 64 bits as their text.
fn int(value: &Int) -> BigInt {
    if let Some(small) = value.as_u64() {
        return small.into();
    }
    let text = value.to_string().to_ascii_lowercase().replace('_', "");
    let (digits, radix) = match text.as_bytes() {
        [b'0', b'x', ..] => (&text[2..], 16),
        [b'0', b'o', ..] => (&text[2..], 8),
        [b'0', b'b', ..] => (&text[2..], 2),
        _ => (text.as_str(), 10),
    };
    BigInt::from_str_radix(digits, radix).expect("the parser has checked the digits")
}
