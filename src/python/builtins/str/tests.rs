//! Formatting, encoding and `repr` of strings against what CPython answers.

use super::methods::converted;
use super::render::{Arguments, render};
use super::*;
use crate::python::builtins::failure::{Failure, Tried};
use crate::python::object::DictTable;

/// The text, or the exception; `in Python` where the prelude takes over.
fn shown(tried: Tried<String>) -> String {
    match tried {
        Ok(text) => text,
        Err(Failure::Python(_)) => "in Python".to_owned(),
        Err(Failure::Throw(error)) => {
            let exception = error.0.as_exception().expect("what is thrown is an exception");
            let class = exception.class.as_class().expect("its class").name();
            format!("{class}: {}", exception.arg(0).as_str().unwrap_or_default())
        }
    }
}

fn dict(entries: &[(&str, Value)]) -> Value {
    let mut table = DictTable::default();
    for (key, value) in entries {
        table.insert(Value::from(*key), value.clone()).expect("strings are hashable");
    }
    Value::from(table)
}

#[test]
fn percent_formats() {
    let check = |template, values: &[Value], expected: &str| {
        assert_eq!(shown(percent::format(template, &Value::tuple(values), &mut converted)), expected, "{template}");
    };
    let ints = |ints: &[i64]| ints.iter().map(|&int| Value::Int(int)).collect::<Vec<_>>();
    check("%d%%|%s", &ints(&[1, 2]), "1%|2");
    check("%#x %#o %#X %+d % d %05d %-5d|%i %u", &ints(&[255, 8, 255, 1, 1, 42, 42, 3, 4]), "0xff 0o10 0XFF +1  1 00042 42   |3 4");
    check("%x|%#x|%08x|%#08x|%+x|%.4x|%#.4x", &ints(&[255; 7]), "ff|0xff|000000ff|0x0000ff|+ff|00ff|0x00ff");
    check("%+.3d|% .3d|%+5.3d|%05.3d", &ints(&[1; 4]), "+001| 001| +001|00001");
    check("%x %X %o", &ints(&[-255, -255, -8]), "-ff -FF -10");
    check("%-05d|%+ d|%*d|%-*d|", &ints(&[1, 2, 5, 1, -5, 1]), "1    |+2|    1|1    |");
    check("%.3s|%10.3r|%a|%5.1s", &["abcdef".into(), "abcdef".into(), "é".into(), "cd".into()], "abc|       'ab|'\\xe9'|    c");
    check("%5c|%-5c|%c", &["a".into(), Value::Int(98), "é".into()], "    a|b    |é");
    check("%d %d %i", &[Value::Float(3.99), Value::Float(-3.99), Value::Bool(true)], "3 -3 1");
    let floats = |floats: &[f64]| floats.iter().map(|&float| Value::Float(float)).collect::<Vec<_>>();
    check("%08.3f|%+.2e|%G|%g", &floats(&[3.25151, 12345.678, 1e20, 1e-5]), "0003.252|+1.23e+04|1E+20|1e-05");
    check("%010.3f|%+010.3f|%010.3f", &floats(&[-3.25151, 3.25151, f64::NEG_INFINITY]), "-00003.252|+00003.252|-000000inf");
    check("%#.3g|%#g|%.f|%F", &floats(&[1.0, 2.0, 2.5, f64::INFINITY]), "1.00|2.00000|2|INF");
    check("%d", &["a".into()], "TypeError: %d format: a real number is required, not str");
    check("%x", &floats(&[1.5]), "TypeError: %x format: an integer is required, not float");
    check("%f", &["a".into()], "TypeError: must be real number, not str");
    check("%c", &["ab".into()], "TypeError: %c requires an int or a unicode character, not a string of length 2");
    check("%s %s", &ints(&[1]), "TypeError: not enough arguments for format string");
    check("%s", &ints(&[1, 2]), "TypeError: not all arguments converted during string formatting");
    check("%(a)s", &ints(&[1]), "TypeError: format requires a mapping");
    check("é%éé", &ints(&[1]), "ValueError: unsupported format character '?' (0xe9) at index 2");
    check("%y", &ints(&[1]), "ValueError: unsupported format character 'y' (0x79) at index 1");
    check("%5", &ints(&[1]), "ValueError: incomplete format");
    check("%*d", &["a".into(), Value::Int(1)], "TypeError: * wants int");
    check("%99999999999999999999d", &ints(&[1]), "ValueError: width too big");
    check("%999999999d", &ints(&[1]), "MemoryError: ");
}

#[test]
fn percent_formats_by_name() {
    let values = dict(&[("a", Value::Int(1)), ("b", Value::Int(2)), ("a(b)", Value::Int(3))]);
    let check = |template, expected: &str| {
        assert_eq!(shown(percent::format(template, &values, &mut converted)), expected, "{template}");
    };
    check("%(a)d %(b)05.1f", "1 002.0");
    check("%(a(b))s", "3");
    check("no names", "no names");
    check("%(a", "ValueError: incomplete format key");
    check("%(a)*d", "TypeError: not enough arguments for format string");
}

#[test]
fn templates() {
    let list = Value::list(vec![Value::Int(5), Value::list(vec![Value::Int(7)])]);
    let keywords = dict(&[("w", Value::Int(8)), ("p", Value::Int(2)), ("list", list)]);
    let positional = [Value::Float(1.5), Value::from("a")];
    let check = |template, expected: &str| {
        let mut arguments = Arguments::new(Some(&positional), &keywords);
        assert_eq!(shown(render(template, &mut arguments, &mut converted, 2)), expected, "{template}");
    };
    check("{} {!r:>5}", "1.5   'a'");
    check("{{}}{{{0}}}", "{}{1.5}");
    check("{0:{w}.{p}f}|{1:{}<3}", "ValueError: cannot switch from manual field specification to automatic field numbering");
    check("{:{w}.{p}f}|{:*^3}", "    1.50|*a*");
    check("{list[0]} {list[1][0]} {list}", "5 7 [5, [7]]");
    check("{0.real}", "in Python");
    check("{2}", "IndexError: Replacement index 2 out of range for positional args tuple");
    check("{", "ValueError: Single '{' encountered in format string");
    check("}{", "ValueError: Single '}' encountered in format string");
    check("{0", "ValueError: expected '}' before end of string");
    check("{0!x}", "ValueError: Unknown conversion specifier x");
    check("{0!}", "ValueError: unmatched '{' in format spec");
    check("{0!rx}", "ValueError: expected ':' after conversion specifier");
    check("{0.}", "ValueError: Empty attribute in format string");
    check("{0[]}", "ValueError: Empty attribute in format string");
    check("{0[a]b}", "ValueError: Only '.' or '[' may follow ']' in format field specifier");
    check("{:{:{}}}", "ValueError: Max string recursion exceeded");
    check("{a{}}", "ValueError: unexpected '{' in field name");
    check("{99999999999999999999}", "ValueError: Too many decimal digits in format string");
    check("{nobody}", "KeyError: nobody");
}

#[test]
fn quotes_and_escapes() {
    let check = |text: &str, expected: &str| assert_eq!(repr::repr(text), expected);
    check("it's", "\"it's\"");
    check("a\"b", "'a\"b'");
    check("a'\"b", "'a\\'\"b'");
    check("\t\n\r\0\x7f\u{a0}\u{ad}\\", "'\\t\\n\\r\\x00\\x7f\\xa0\\xad\\\\'");
    check("\u{200b}\u{2028}😀\u{e000}\u{e0001}é\u{301}", "'\\u200b\\u2028😀\\ue000\\U000e0001é\u{301}'");
    assert_eq!(repr::ascii("é€😀"), "'\\xe9\\u20ac\\U0001f600'");
}
