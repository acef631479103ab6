//! Operations against tables that CPython made (`tests/data`).

use super::*;
use crate::python::builtins::number::text::{self, parse_float};
use crate::python::object::Exception;

/// A number as `repr` writes it.
fn parse(text: &str) -> Value {
    match text.parse::<BigInt>() {
        Ok(int) => Value::int(int),
        Err(_) => Value::Float(parse_float(text).expect("a number")),
    }
}

fn show(value: &Value) -> String {
    match value {
        Value::Bool(bool) => if *bool { "True" } else { "False" }.into(),
        Value::Float(float) => text::repr(*float),
        other => integer(other).expect("an int").to_string(),
    }
}

/// An exception as the tables write it.
fn shown_error(error: &Throw) -> String {
    let exception: &Exception = error.0.as_exception().expect("what is thrown is an exception");
    let class = exception.class.as_class().expect("its class").name();
    match (&*class, exception.arg(0), exception.arg(1)) {
        ("ZeroDivisionError", ..) => class.to_string(),
        (_, Value::Int(code), text) => format!("{class}: ({code}, '{}')", text.as_str().expect("a message")),
        (_, text, _) => format!("{class}: {}", text.as_str().unwrap_or_default()),
    }
}

fn evaluate(a: &Value, op: &str, b: &Value) -> Result<String> {
    let op = match op {
        "+" => BinaryOp::Add,
        "-" => BinaryOp::Sub,
        "*" => BinaryOp::Mul,
        "/" => BinaryOp::Div,
        "//" => BinaryOp::FloorDiv,
        "%" => BinaryOp::Mod,
        "**" => BinaryOp::Pow,
        "<<" => BinaryOp::LShift,
        ">>" => BinaryOp::RShift,
        "&" => BinaryOp::And,
        "|" => BinaryOp::Or,
        "^" => BinaryOp::Xor,
        _ => {
            let (quotient, rest) = divmod(a, b)?.expect("numbers");
            return Ok(format!("({}, {})", show(&quotient), show(&rest)));
        }
    };
    Ok(binary(op, a, b)?.map_or_else(|| "None".to_owned(), |value| show(&value)))
}

#[test]
fn operators_agree_with_cpython() {
    for line in include_str!("../../../../tests/data/arithmetic.txt").lines() {
        let [a, op, b, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("four columns: {line}") };
        let result = evaluate(&parse(a), op, &parse(b)).unwrap_or_else(|error| shown_error(&error));
        assert_eq!(result, expected, "{a} {op} {b}");
    }
}

#[test]
fn bombs_are_refused() {
    let check = |a: Value, op, b: Value, expected| {
        assert_eq!(shown_error(&binary(op, &a, &b).expect_err("a bomb")), expected);
    };
    let huge = Value::int(BigInt::from(10).pow(10));
    check(Value::Int(10), BinaryOp::Pow, huge.clone(), "MemoryError: ");
    check(Value::Int(1), BinaryOp::LShift, huge, "MemoryError: ");
    check(Value::Int(1), BinaryOp::LShift, Value::int(BigInt::from(1) << 70), "OverflowError: too many digits in integer");
    let long = Value::int(BigInt::from(1) << (MAX_BITS / 2));
    check(long.clone(), BinaryOp::Mul, long, "MemoryError: ");
}

#[test]
fn floats_print_as_cpython_prints_them() {
    let check = |text: &str, expected: &str| assert_eq!(text::repr(parse_float(text).expect("a float")), expected);
    check("1", "1.0");
    check("1e16", "1e+16");
    check("9999999999999998", "9999999999999998.0");
    check("123456789012345680", "1.2345678901234568e+17");
    check("0.0001", "0.0001");
    check("0.00001", "1e-05");
    check("0.00012345", "0.00012345");
    check("1.5e300", "1.5e+300");
    check("5e-324", "5e-324");
    check("-0", "-0.0");
    check("-inf", "-inf");
    check("nan", "nan");
    check("100", "100.0");
    check("123.456", "123.456");
}

#[test]
fn rounding_is_half_even_on_the_exact_value() {
    let check = |value, digits, expected: &str| assert_eq!(text::repr(float::round(value, digits).expect("in range")), expected);
    check(2.675, 2, "2.67");
    check(0.5, 0, "0.0");
    check(1.5, 0, "2.0");
    check(25.0, -1, "20.0");
    check(25.1, -1, "30.0");
    check(35.0, -1, "40.0");
    check(-0.4, 0, "-0.0");
    check(1234.5, -5, "0.0");
    check(5000.0, -4, "0.0");
    check(5000.5, -4, "10000.0");
    let check =
        |value: i64, digits, expected: i64| assert_eq!(integer::round(&BigInt::from(value), digits), BigInt::from(expected));
    check(25, -1, 20);
    check(-25, -1, -20);
    check(-35, -1, -40);
    check(1234, -2, 1200);
    check(7, -1, 10);
    check(7, -100, 0);
    check(7, 3, 7);
}

#[test]
fn int_literals() {
    let check = |text: &str, base, expected: &str| {
        let result = text::parse_int(text, base, &format!("'{text}'"));
        assert_eq!(result.map_or_else(|error| shown_error(&error), |value| show(&value)), expected);
    };
    check(" -12_345 ", 10, "-12345");
    check("0x_1f", 16, "31");
    check("0b101", 0, "5");
    check("00", 0, "0");
    check("zZ", 36, "1295");
    check("\u{663}", 10, "3");
    check("010", 0, "ValueError: invalid literal for int() with base 0: '010'");
    check("1__0", 10, "ValueError: invalid literal for int() with base 10: '1__0'");
    check("", 10, "ValueError: invalid literal for int() with base 10: ''");
    check("+-1", 10, "ValueError: invalid literal for int() with base 10: '+-1'");
    check("12", 2, "ValueError: invalid literal for int() with base 2: '12'");
}

#[test]
fn float_literals() {
    let check = |text: &str, expected: Option<&str>| assert_eq!(parse_float(text).map(text::repr).as_deref(), expected, "{text}");
    check(" +1_0.5e1 ", Some("105.0"));
    check(".5", Some("0.5"));
    check("5.", Some("5.0"));
    check("1e400", Some("inf"));
    check("-Infinity", Some("-inf"));
    check("1._5", None);
    check("_1", None);
    check(".", None);
    check("", None);
    check("0x1", None);
    check("1e", None);
    check("++1", None);
}

#[test]
fn hexadecimal_floats() {
    let check = |float: f64, expected: &str| {
        assert_eq!(text::float_to_hex(float), expected);
        assert_eq!(text::float_from_hex(expected).map(f64::to_bits), Some(float.to_bits()));
    };
    check(1.0, "0x1.0000000000000p+0");
    check(-0.1, "-0x1.999999999999ap-4");
    check(5e-324, "0x0.0000000000001p-1022");
    check(0.0, "0x0.0p+0");
    assert_eq!(text::float_from_hex("0x1.8p1"), Some(3.0));
    assert_eq!(text::float_from_hex("zz"), None);
}

#[test]
fn int_bytes() {
    let check = |value: i64, length, signed, expected: &[u8]| {
        assert_eq!(integer::to_bytes(&BigInt::from(value), length, signed).ok().as_deref(), Some(expected));
        assert_eq!(show(&integer::from_bytes(expected, signed)), value.to_string());
    };
    check(1000, 2, false, &[3, 0xe8]);
    check(0, 1, false, &[0]);
    check(-2, 2, true, &[0xff, 0xfe]);
    check(-128, 1, true, &[0x80]);
    let check = |value: i64, length, signed, expected| {
        let error = integer::to_bytes(&BigInt::from(value), length, signed).expect_err("too big");
        assert_eq!(shown_error(&error), expected);
    };
    check(256, 1, false, "OverflowError: int too big to convert");
    check(-1, 1, false, "OverflowError: can't convert negative int to unsigned");
    check(128, 1, true, "OverflowError: int too big to convert");
}
