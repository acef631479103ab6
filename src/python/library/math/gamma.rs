//! The gamma function and its logarithm, by Lanczos' approximation with the parameters that CPython uses, so that the last digits are
//! the same (Modules/mathmodule.c: `m_tgamma`, `m_lgamma`; the coefficients are those of `lanczos13m53` of Boost).

use std::f64::consts::PI;

use super::elementary::{exp, log, pow};

/// Lanczos' parameter, and less a half.
const G: f64 = 6.024_680_040_776_73;
const G_LESS_HALF: f64 = 5.524_680_040_776_73;

/// The rational function's coefficients, from the lowest power: numerator and denominator.
const COEFFICIENTS: [(f64, f64); 13] = [
    (23_531_376_880.410_76, 0.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (1_439_720_407.311_721_7, 45_995_730.0),
    (248_874_557.862_054_15, 13_339_535.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (2_876_370.628_935_372_4, 357_423.0),
    (186_056.265_395_223_5, 32_670.0),
    (8_071.672_002_365_816, 1_925.0),
    (210.824_277_751_579_35, 66.0),
    (2.506_628_274_631_000_2, 1.0),
];

/// The sum of the approximation, of a positive `x`.
fn lanczos_sum(x: f64) -> f64 {
    let (numerator, denominator) = if x < 5.0 {
        COEFFICIENTS.iter().rev().fold((0.0, 0.0), |(a, b), (p, q)| (a * x + p, b * x + q))
    } else {
        // The same divided by the highest power, so that nothing overflows.
        COEFFICIENTS.iter().fold((0.0, 0.0), |(a, b), (p, q)| (a / x + p, b / x + q))
    };
    numerator / denominator
}

/// `sin(pi * x)`, of a positive `x`.
fn sin_of_pi_times(x: f64) -> f64 {
    let y = x % 2.0;
    match (2.0 * y).round() as i32 {
        0 => libm::sin(PI * y),
        1 => libm::cos(PI * (y - 0.5)),
        2 => libm::sin(PI * (1.0 - y)),
        3 => -libm::cos(PI * (y - 1.5)),
        _ => libm::sin(PI * (y - 2.0)),
    }
}

/// 0 and the negative integers, where there is no value.
pub fn is_pole(x: f64) -> bool {
    x == 0.0 || x < 0.0 && x.fract() == 0.0 || x == f64::NEG_INFINITY
}

/// The gamma function: NaN at its poles.
pub fn gamma(x: f64) -> f64 {
    /// Of larger integers the factorial is no float.
    const EXACT: f64 = 23.0;
    if is_pole(x) {
        return f64::NAN;
    }
    if !x.is_finite() {
        return x;
    }
    if x.fract() == 0.0 && x <= EXACT {
        return (1..x as u64).product::<u64>() as f64;
    }
    let size = x.abs();
    if size < 1e-20 {
        return x.recip();
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_of_pi_times(x.abs()) } else { f64::INFINITY };
    }
    let y = size + G_LESS_HALF;
    // What the rounding of `y` lost.
    let lost = if size > G_LESS_HALF { (y - size) - G_LESS_HALF } else { (y - G_LESS_HALF) - size } * G / y;
    let power = |factor: f64| pow(y, factor);
    if x < 0.0 {
        let result = -PI / sin_of_pi_times(size) / size * exp(y) / lanczos_sum(size);
        let result = result - lost * result;
        if size < 140.0 { result / power(size - 0.5) } else { result / power(size / 2.0 - 0.25) / power(size / 2.0 - 0.25) }
    } else {
        let result = lanczos_sum(size) / exp(y);
        let result = result + lost * result;
        if size < 140.0 { result * power(size - 0.5) } else { result * power(size / 2.0 - 0.25) * power(size / 2.0 - 0.25) }
    }
}

/// The logarithm of the absolute value of the gamma function: NaN at its poles.
pub fn log_gamma(x: f64) -> f64 {
    if x.is_infinite() {
        return f64::INFINITY;
    }
    if x.is_nan() || is_pole(x) {
        return f64::NAN;
    }
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let result = log(lanczos_sum(size)) - G + (size - 0.5) * (log(size + G - 0.5) - 1.0);
    if x < 0.0 { log(PI) - log(sin_of_pi_times(size).abs()) - log(size) - result } else { result }
}
