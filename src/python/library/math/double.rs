//! Numbers of twice the precision of a float: the unevaluated sum of two (Dekker, "A floating-point technique for extending the
//! available precision", 1971). For results that are rounded once.

use std::ops::{Add, Div, Mul, Sub};

/// `high + low`, where `high` is the sum rounded to a float.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Double {
    pub high: f64,
    pub low: f64,
}

impl From<f64> for Double {
    fn from(high: f64) -> Double {
        Double { high, low: 0.0 }
    }
}

impl Double {
    /// `a + b`, exactly.
    pub fn sum(a: f64, b: f64) -> Double {
        let high = a + b;
        let part = high - a;
        Double { high, low: (a - (high - part)) + (b - part) }
    }

    /// `a * b`, exactly, unless the product is next to the ends of the range.
    pub fn product(a: f64, b: f64) -> Double {
        let high = a * b;
        let ((a1, a0), (b1, b0)) = (halves(a), halves(b));
        Double { high, low: a0 * b0 - (((high - a1 * b1) - a0 * b1) - a1 * b0) }
    }

    /// A product with a power of two.
    pub fn scaled(self, factor: f64) -> Double {
        Double { high: self.high * factor, low: self.low * factor }
    }

    /// The square root of a number that is not negative.
    pub fn sqrt(self) -> Double {
        if self.high == 0.0 {
            return Double::from(0.0);
        }
        let root = libm::sqrt(self.high);
        let rest = self - Double::product(root, root);
        Double::sum(root, rest.high / (2.0 * root))
    }
}

/// A float as a sum of two with half as many bits, so that products of these are exact.
fn halves(a: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0;
    let scaled = a * SPLITTER;
    let high = scaled - (scaled - a);
    (high, a - high)
}

impl Add for Double {
    type Output = Double;

    fn add(self, other: Double) -> Double {
        let (high, low) = (Double::sum(self.high, other.high), Double::sum(self.low, other.low));
        let sum = Double::sum(high.high, high.low + low.high);
        Double::sum(sum.high, sum.low + low.low)
    }
}

impl Sub for Double {
    type Output = Double;

    fn sub(self, other: Double) -> Double {
        self + other.scaled(-1.0)
    }
}

impl Mul for Double {
    type Output = Double;

    fn mul(self, other: Double) -> Double {
        let product = Double::product(self.high, other.high);
        Double::sum(product.high, product.low + (self.high * other.low + self.low * other.high))
    }
}

impl Div<f64> for Double {
    type Output = Double;

    fn div(self, other: f64) -> Double {
        self / Double::from(other)
    }
}

impl Div for Double {
    type Output = Double;

    fn div(self, other: Double) -> Double {
        let quotient = self.high / other.high;
        let rest = self - other * Double::from(quotient);
        let correction = rest.high / other.high;
        let rest = rest - other * Double::from(correction);
        Double::sum(quotient, correction) + Double::from(rest.high / other.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_products_lose_nothing() {
        assert_eq!(Double::sum(1e16, 1.0), Double { high: 1e16, low: 1.0 });
        assert_eq!(Double::product(134_217_729.0, 134_217_729.0), Double { high: 18_014_398_777_917_440.0, low: 1.0 });
    }

    #[test]
    fn quotients_and_roots_are_good_to_both_parts() {
        let third = Double::from(1.0) / 3.0;
        let one = third * Double::from(3.0);
        assert!(one.high == 1.0 && one.low.abs() < 1e-31, "{one:?}");
        let root = Double::from(2.0).sqrt();
        let two = root * root;
        assert!(two.high == 2.0 && two.low.abs() < 1e-31, "{two:?}");
    }
}
