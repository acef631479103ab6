//! Constants as the compiler knows them: no values yet.

use num_bigint::BigInt;

use super::wire::wire_enum;
use crate::python::symbol::Sym;

wire_enum! {
    /// A constant, comparable, so that equal ones are kept once. `1`, `1.0` and `True` are different.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub enum Literal {
        None,
        Ellipsis,
        Bool(bool),
        Int(BigInt),
        /// The bits of a float: 0.0 and -0.0 are different.
        Float(u64),
        /// The bits of both parts.
        Complex { re: u64, im: u64 },
        Str(String) in Strings,
        /// A string that is a name; its value is shared with the name's.
        Name(Sym) in Strings,
        Bytes(Vec<u8>),
        Tuple(Vec<Literal>),
    }
}

impl Literal {
    pub fn str(text: &str) -> Literal {
        Literal::Str(text.to_owned())
    }

    /// Whether a condition that is this constant holds.
    pub fn truth(&self) -> bool {
        match self {
            Literal::None => false,
            Literal::Ellipsis | Literal::Name(_) => true,
            Literal::Bool(value) => *value,
            Literal::Int(value) => *value != BigInt::ZERO,
            Literal::Float(bits) => f64::from_bits(*bits) != 0.0,
            Literal::Complex { re, im } => f64::from_bits(*re) != 0.0 || f64::from_bits(*im) != 0.0,
            Literal::Str(text) => !text.is_empty(),
            Literal::Bytes(bytes) => !bytes.is_empty(),
            Literal::Tuple(items) => !items.is_empty(),
        }
    }
}
