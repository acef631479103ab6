//! Complex numbers in the format mini-language: `format_complex_internal` (Python/formatter_unicode.c).

use super::number::format_float;
use super::pad;
use super::spec::{Align, Spec, unknown_code};
use crate::python::native::Result;
use crate::python::object::Complex;
use crate::python::vm::value_error;

pub fn format_complex(z: Complex, spec: &Spec, type_name: &str) -> Result<String> {
    if let Some(kind) = spec.kind.filter(|kind| !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')) {
        return Err(unknown_code(kind, type_name));
    }
    if spec.fill == '0' {
        return Err(value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Some(Align::AfterSign) {
        return Err(value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    let like_repr = spec.kind.is_none();
    // Without a type the digits are those of `repr`, or with a precision those of `g`.
    let kind = if like_repr && spec.precision.is_some() { Some('g') } else { spec.kind };
    let part = |float: f64, sign: Option<char>| {
        let spec = Spec { fill: ' ', align: None, sign, width: 0, kind, ..spec.clone() };
        let text = format_float(float, &spec, type_name)?;
        Ok(if kind.is_none() { text.strip_suffix(".0").map(str::to_owned).unwrap_or(text) } else { text })
    };
    let only_imaginary = like_repr && z.re == 0.0 && z.re.is_sign_positive();
    let text = if only_imaginary {
        format!("{}j", part(z.im, spec.sign)?)
    } else {
        let (re, im) = (part(z.re, spec.sign)?, part(z.im, Some('+'))?);
        if like_repr { format!("({re}{im}j)") } else { format!("{re}{im}j") }
    };
    pad(&text, spec.width, spec.fill, spec.align.unwrap_or(Align::Right))
}
