//! `exp`, `log` and `pow`, rounded as if computed exactly, in all but the rarest cases.
//!
//! A browser has no mathematical library and the libraries of machines differ in the last digit, so these three, on which random
//! numbers and powers rest, are computed here, everywhere the same way: in numbers of twice the precision ([`Double`]), rounded once
//! at the end. The C libraries that CPython is built with err by less than 0.02 of a last digit in them, so the results agree
//! but for one in some hundred. The rest of `math` is that of the `libm` crate.

use super::double::Double;
use crate::python::builtins::number::float::scale;

/// log(2) in three parts; the first has so few bits that its product with an exponent is exact.
const LN_2: [f64; 3] = [0.693_147_180_559_663, 2.823_529_056_303_157_7e-13, 1.947_045_092_380_75e-31];

/// log(2) to twice the precision.
fn ln_2() -> Double {
    Double::sum(LN_2[0], LN_2[1]) + Double::from(LN_2[2])
}

/// `exp(x) - 1` for |x| < 0.4.
fn small_exp_minus_one(x: Double) -> Double {
    const HALVINGS: i32 = 9;
    const TERMS: u32 = 10;
    let x = x.scaled(f64::from(1 << HALVINGS).recip());
    // The Taylor series, from its last term.
    let mut sum = Double::from(1.0);
    for n in (2..=TERMS).rev() {
        sum = Double::from(1.0) + x * sum / f64::from(n);
    }
    let mut result = x * sum;
    for _ in 0..HALVINGS {
        // exp(2x) - 1 from exp(x) - 1
        result = result.scaled(2.0) + result * result;
    }
    result
}

/// `exp(x)` as a number and the power of two to multiply it with.
fn exp_of(x: Double) -> (Double, i64) {
    let power = (x.high / std::f64::consts::LN_2).round();
    let rest = Double::sum(x.high, -power * LN_2[0]) + Double::from(x.low)
        - Double::product(power, LN_2[1])
        - Double::product(power, LN_2[2]);
    (Double::from(1.0) + small_exp_minus_one(rest), power as i64)
}

/// `log(x)` of a positive, finite `x`.
fn log_of(x: f64) -> Double {
    let (mut mantissa, mut power) = libm::frexp(x);
    if mantissa < std::f64::consts::FRAC_1_SQRT_2 {
        mantissa *= 2.0;
        power -= 1;
    }
    // One step of Newton's method, from a result that is right to 15 digits.
    let near = libm::log(mantissa);
    let correction = Double::from(mantissa - 1.0) + small_exp_minus_one(Double::from(-near)) * Double::from(mantissa);
    let power = f64::from(power);
    let logarithm = Double::from(near) + correction;
    Double::from(power * LN_2[0]) + (Double::product(power, LN_2[1]) + logarithm + Double::product(power, LN_2[2]))
}

pub fn exp(x: f64) -> f64 {
    match x {
        x if x.is_nan() => x,
        x if x > 710.0 => f64::INFINITY,
        x if x < -746.0 => 0.0,
        x => {
            let (result, power) = exp_of(Double::from(x));
            scale(result.high, power)
        }
    }
}

pub fn exp2(x: f64) -> f64 {
    match x {
        x if x.is_nan() => x,
        x if x >= 1024.0 => f64::INFINITY,
        x if x < -1076.0 => 0.0,
        x => {
            let power = x.round();
            let result = Double::from(1.0) + small_exp_minus_one(Double::from(x - power) * ln_2());
            scale(result.high, power as i64)
        }
    }
}

/// The natural logarithm; of 0 it is -inf, of less NaN.
pub fn log(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() { log_of(x).high } else { libm::log(x) }
}

/// The logarithm to base 2, with the special cases of [`log`].
pub fn log2(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() { (log_of(x) / ln_2()).high } else { libm::log2(x) }
}

/// `x` to the power `y`, with C's special cases.
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 2.0 {
        return x * x;
    }
    let is_ordinary = x != 0.0 && x.is_finite() && y != 0.0 && y.is_finite() && x != 1.0;
    if !is_ordinary || x < 0.0 && y.fract() != 0.0 {
        return libm::pow(x, y);
    }
    let sign = if x < 0.0 && y.rem_euclid(2.0) == 1.0 { -1.0 } else { 1.0 };
    let logarithm = log_of(x.abs());
    sign * match logarithm.high * y {
        exponent if exponent > 710.0 => f64::INFINITY,
        exponent if exponent < -746.0 => 0.0,
        _ => {
            let (result, power) = exp_of(logarithm * Double::from(y));
            scale(result.high, power)
        }
    }
}

/// The hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let x = x.abs();
    if x < std::f64::consts::LN_2 {
        let t = libm::expm1(x);
        return 1.0 + t * t / (2.0 * (1.0 + t));
    }
    // As a square where `exp(x)` itself is out of range.
    if x < 709.0 {
        let t = exp(x);
        return 0.5 * (t + t.recip());
    }
    let root = exp(0.5 * x);
    0.5 * root * root
}

/// The inverse hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    let result = match size {
        size if size >= LARGE => log(size) + std::f64::consts::LN_2,
        size if size >= 2.0 => log(2.0 * size + (libm::sqrt(size * size + 1.0) + size).recip()),
        size if size >= 1.0 / LARGE => libm::log1p(size + size * size / (libm::sqrt(size * size + 1.0) + 1.0)),
        size => size,
    };
    result.copysign(x)
}

/// The inverse hyperbolic cosine.
pub fn acosh(x: f64) -> f64 {
    match x {
        x if x < 2.0 => {
            let above = x - 1.0;
            libm::log1p(above + libm::sqrt(above * above + 2.0 * above))
        }
        x if x < LARGE => log(2.0 * x - (x + libm::sqrt(x * x - 1.0)).recip()),
        x => log(x) + std::f64::consts::LN_2,
    }
}

/// From here on `x * x + 1` is `x * x`.
const LARGE: f64 = 67_108_864.0;

#[cfg(test)]
mod tests {
    use std::f64::consts::{E, LN_2, LN_10, SQRT_2};

    use super::*;

    #[test]
    fn exact_results_are_exact() {
        for n in -20..20 {
            assert_eq!(exp2(f64::from(n)), 2f64.powi(n));
            assert_eq!(log2(2f64.powi(n)), f64::from(n));
            assert_eq!(pow(-2.0, f64::from(n)), (-2f64).powi(n));
        }
        assert_eq!((exp(0.0), log(1.0), pow(9.0, 0.5), pow(10.0, 22.0)), (1.0, 0.0, 3.0, 1e22));
    }

    #[test]
    fn results_are_those_that_cpython_prints() {
        assert_eq!((exp(1.0), exp(-0.5), exp(709.5)), (E, 0.6065306597126334, 1.3549863193146328e308));
        assert_eq!((log(2.0), log(10.0), log(0.3)), (LN_2, LN_10, -1.2039728043259361));
        assert_eq!((pow(2.0, 0.5), pow(1.1, 10.0), pow(10.0, -3.0)), (SQRT_2, 2.5937424601000023, 0.001));
    }

    #[test]
    fn ends_of_the_range() {
        assert_eq!((exp(1000.0), exp(-1000.0), exp2(1024.0)), (f64::INFINITY, 0.0, f64::INFINITY));
        assert_eq!((log(0.0), log(f64::INFINITY)), (f64::NEG_INFINITY, f64::INFINITY));
        assert!(log(-1.0).is_nan() && exp(f64::NAN).is_nan() && pow(-8.0, 0.3).is_nan());
        assert_eq!((pow(0.0, 0.0), pow(f64::INFINITY, -1.0), pow(10.0, 400.0), pow(10.0, -400.0)), (1.0, 0.0, f64::INFINITY, 0.0));
        assert_eq!(pow(2.0, -1074.0), 5e-324);
    }
}
