//! Encoding, decoding and `repr` of bytes against what CPython answers.

use super::*;
use crate::python::native::Throw;

/// The exception; of the Unicode errors their text.
fn shown(error: Throw) -> String {
    let exception = error.0.as_exception().expect("what is thrown is an exception");
    let class = exception.class.as_class().expect("its class").name();
    let args = exception.args.borrow();
    let args = args.as_tuple().expect("args are a tuple");
    let text = codec::error_text(args).unwrap_or_else(|| args[0].as_str().unwrap_or_default().to_owned());
    format!("{class}: {text}")
}

#[test]
fn bytes_are_quoted() {
    assert_eq!(repr(b"a'b"), "b\"a'b\"");
    assert_eq!(repr(b"a'b\""), "b'a\\'b\"'");
    assert_eq!(repr(b"\t\n\r\0\x7f\xff\\"), "b'\\t\\n\\r\\x00\\x7f\\xff\\\\'");
    assert_eq!(array_repr(b"a'b"), "bytearray(b\"a\\'b\")");
}

#[test]
fn text_is_encoded() {
    let check = |text, encoding, errors, expected: &str| {
        let result = codec::encode(text, encoding, errors).map_or_else(shown, |bytes| repr(&bytes));
        assert_eq!(result, expected, "{text} {encoding} {errors}");
    };
    check("é", "utf-8", "strict", "b'\\xc3\\xa9'");
    check("é", "Latin-1", "strict", "b'\\xe9'");
    check("é€😀", "ascii", "backslashreplace", "b'\\\\xe9\\\\u20ac\\\\U0001f600'");
    check("aé€", "ascii", "replace", "b'a??'");
    check("aé€", "ascii", "ignore", "b'a'");
    check("é€", "ascii", "xmlcharrefreplace", "b'&#233;&#8364;'");
    check(
        "é",
        "ascii",
        "strict",
        "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)",
    );
    check(
        "éé",
        "ascii",
        "strict",
        "UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
    );
    check(
        "éa€",
        "latin-1",
        "strict",
        "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u20ac' in position 2: ordinal not in range(256)",
    );
    check("é", "ascii", "x", "LookupError: unknown error handler name 'x'");
    check("é", "x", "strict", "LookupError: unknown encoding: x");
}

#[test]
fn bytes_are_decoded() {
    let check = |data: &[u8], encoding, errors, expected: &str| {
        let result = codec::decode(data, encoding, errors).unwrap_or_else(shown);
        assert_eq!(result, expected, "{data:?} {encoding} {errors}");
    };
    check(b"\xe9", "iso-8859-1", "strict", "é");
    check(b"a\xff\xffzz", "utf-8", "replace", "a\u{fffd}\u{fffd}zz");
    check(b"\xffa", "utf-8", "backslashreplace", "\\xffa");
    check(b"\xf0\x9f\x98", "utf-8", "replace", "\u{fffd}");
    check(b"\xed\xa0\x80", "utf-8", "replace", "\u{fffd}\u{fffd}\u{fffd}");
    let utf8 = |data: &[u8], expected: &str| {
        check(data, "utf-8", "strict", &format!("UnicodeDecodeError: 'utf-8' codec can't decode {expected}"))
    };
    utf8(b"\xff", "byte 0xff in position 0: invalid start byte");
    utf8(b"\xc0\x80", "byte 0xc0 in position 0: invalid start byte");
    utf8(b"a\xe2\x82", "bytes in position 1-2: unexpected end of data");
    utf8(b"a\xe2\x82zz", "bytes in position 1-2: invalid continuation byte");
    utf8(b"\xed\xa0\x80", "byte 0xed in position 0: invalid continuation byte");
    utf8(b"\xc3", "byte 0xc3 in position 0: unexpected end of data");
    check(
        b"\xe9a",
        "ascii",
        "strict",
        "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe9 in position 0: ordinal not in range(128)",
    );
}
