//! f-strings.

use ruff_python_ast::{ConversionFlag, ExprFString, FStringPart, InterpolatedElement, InterpolatedStringElement};
use ruff_text_size::Ranged;

use super::compiler::Compiler;
use super::diagnostics::span;
use crate::python::bytecode::{Conversion, Literal, Op};

/// Literal text not emitted yet, and the number of strings on the stack.
#[derive(Default)]
struct Joined {
    text: String,
    pushed: u32,
}

impl Compiler<'_> {
    pub fn fstring(&mut self, string: &ExprFString) {
        let mut joined = Joined::default();
        for part in string.value.iter() {
            match part {
                FStringPart::Literal(literal) => joined.text.push_str(&literal.value),
                FStringPart::FString(part) => self.elements(&part.elements, &mut joined),
            }
        }
        self.join(joined);
    }

    fn elements<'e>(&mut self, elements: impl IntoIterator<Item = &'e InterpolatedStringElement>, joined: &mut Joined) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    self.refuse_surrogates(literal.range, &literal.value);
                    joined.text.push_str(&literal.value);
                }
                InterpolatedStringElement::Interpolation(field) => {
                    if let Some(debug) = &field.debug_text {
                        joined.text.push_str(debug.as_str());
                    }
                    self.flush(joined);
                    self.field(field);
                    joined.pushed += 1;
                }
            }
        }
    }

    fn flush(&mut self, joined: &mut Joined) {
        if !joined.text.is_empty() {
            self.load_const(Literal::Str(std::mem::take(&mut joined.text)));
            joined.pushed += 1;
        }
    }

    fn join(&mut self, mut joined: Joined) {
        self.flush(&mut joined);
        match joined.pushed {
            0 => self.load_const(Literal::str("")),
            1 => self.unit.stand_alone(),
            count => self.emit(Op::BuildString(count)),
        }
    }

    fn field(&mut self, field: &InterpolatedElement) {
        let around = self.set_span(span(field.range()));
        self.expr(&field.expression);
        if let Some(spec) = &field.format_spec {
            let mut joined = Joined::default();
            self.elements(&spec.elements, &mut joined);
            self.join(joined);
        }
        let conversion = match field.conversion {
            // `f"{x=}"` shows the repr, unless it is told how to format.
            ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => Conversion::Repr,
            ConversionFlag::None => Conversion::None,
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Ascii => Conversion::Ascii,
            ConversionFlag::Repr => Conversion::Repr,
        };
        self.emit(Op::Format { conversion, spec: field.format_spec.is_some(), joined: true });
        self.unit.span = around;
    }
}
