//! Constants: literals, and the few expressions that CPython folds and a program can see folded.

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{Expr, Int, Number, UnaryOp};

use crate::python::bytecode::Literal;

/// The constant that `expr` is, if it is one: a literal, a negative number, a tuple of constants.
pub(super) fn constant(expr: &Expr) -> Option<Literal> {
    Some(match expr {
        Expr::NoneLiteral(_) => Literal::None,
        Expr::EllipsisLiteral(_) => Literal::Ellipsis,
        Expr::BooleanLiteral(literal) => Literal::Bool(literal.value),
        Expr::StringLiteral(literal) => Literal::str(literal.value.to_str()),
        Expr::BytesLiteral(literal) => Literal::Bytes(literal.value.bytes().collect()),
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(value) => Literal::Int(int(value)),
            Number::Float(value) => Literal::Float(value.to_bits()),
            Number::Complex { real, imag } => Literal::Complex { re: real.to_bits(), im: imag.to_bits() },
        },
        Expr::Name(name) if name.id == "__debug__" => Literal::Bool(true),
        Expr::UnaryOp(unary) if unary.op == UnaryOp::USub => match constant(&unary.operand)? {
            Literal::Int(value) => Literal::Int(-value),
            Literal::Float(bits) => Literal::Float((-f64::from_bits(bits)).to_bits()),
            Literal::Complex { re, im } => {
                Literal::Complex { re: (-f64::from_bits(re)).to_bits(), im: (-f64::from_bits(im)).to_bits() }
            }
            _ => return None,
        },
        Expr::Tuple(tuple) => Literal::Tuple(tuple.elts.iter().map(constant).collect::<Option<_>>()?),
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
