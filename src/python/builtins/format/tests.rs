//! `format()` against a table that CPython made (`tests/data`).

use super::*;
use crate::python::builtins::number::text::parse_float;

/// A value as the table writes it: strings behind a quote, the rest as `repr`.
fn parse(text: &str) -> Value {
    match (text.strip_prefix('\''), text) {
        (Some(text), _) => Value::from(text),
        (_, "True") => Value::Bool(true),
        (_, "False") => Value::Bool(false),
        _ => match text.parse::<BigInt>() {
            Ok(int) => Value::int(int),
            Err(_) => Value::Float(parse_float(text).expect("a number")),
        },
    }
}

fn shown(result: Result<Option<String>>) -> String {
    match result {
        Ok(text) => format!("={}", text.expect("numbers and strings can be formatted")),
        Err(error) => {
            let exception = error.0.as_exception().expect("what is thrown is an exception");
            let class = exception.class.as_class().expect("its class").name();
            format!("{class}: {}", exception.arg(0).as_str().unwrap_or_default())
        }
    }
}

#[test]
fn formats_agree_with_cpython() {
    for line in include_str!("../../../../tests/data/format.txt").lines() {
        let [value, spec, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {line}") };
        assert_eq!(shown(format_value(&parse(value), spec)), expected, "format({value}, '{spec}')");
    }
}

#[test]
fn rare_specifications() {
    let check = |value: &str, spec: &str, expected: &str| assert_eq!(shown(format_value(&parse(value), spec)), expected);
    check("1", ",_d", "ValueError: Cannot specify both ',' and '_'.");
    check("1", "_,d", "ValueError: Cannot specify both ',' and '_'.");
    check("1", ",,d", "ValueError: Invalid format specifier ',,d' for object of type 'int'");
    check("1", "xx", "ValueError: Invalid format specifier 'xx' for object of type 'int'");
    check("1", "99999999999999999999", "ValueError: Too many decimal digits in format string");
    check("1", "\u{e9}", "ValueError: Unknown format code '\\xe9' for object of type 'int'");
    check("True", "s", "ValueError: Unknown format code 's' for object of type 'bool'");
    check("-1", "c", "OverflowError: %c arg not in range(0x110000)");
    check("1", "999999999", "MemoryError: ");
    check("1.0", ".3_", "=1.0");
    assert_eq!(format_value(&parse("1.5"), ".70000f").ok().flatten().map(|text| text.len()), Some(70002));
}
