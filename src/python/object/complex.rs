//! Complex numbers as data. Their arithmetic is in `builtins::number::complex`.

use super::heap::Obj;
use super::value::Value;

/// The value of a `complex`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    pub re: f64,
    pub im: f64,
}

impl Complex {
    pub const ZERO: Complex = Complex { re: 0.0, im: 0.0 };

    pub const fn new(re: f64, im: f64) -> Complex {
        Complex { re, im }
    }

    /// The complex number that a value is; `None` for real numbers, too.
    pub fn of(value: &Value) -> Option<Complex> {
        match value.payload().obj() {
            Some(Obj::Complex(complex)) => Some(*complex),
            _ => None,
        }
    }

    pub fn is_zero(self) -> bool {
        self.re == 0.0 && self.im == 0.0
    }
}

impl From<Complex> for Value {
    fn from(complex: Complex) -> Value {
        Value::from(Obj::Complex(complex))
    }
}

/// `a == b` where one is complex: a real number equals a complex one without an imaginary part. `None` if none is complex, or the
/// other is no number.
pub fn equal(a: &Value, b: &Value) -> Option<bool> {
    match (Complex::of(a), Complex::of(b)) {
        (Some(a), Some(b)) => Some(a == b),
        (Some(complex), None) => equal_real(complex, b),
        (None, Some(complex)) => equal_real(complex, a),
        (None, None) => None,
    }
}

fn equal_real(complex: Complex, real: &Value) -> Option<bool> {
    let order = super::order::compare_numbers(&Value::Float(complex.re), real)?;
    Some(complex.im == 0.0 && order.is_some_and(|order| order.is_eq()))
}
