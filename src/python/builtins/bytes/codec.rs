//! Encoding and decoding text: UTF-8, UTF-16, ASCII and Latin-1.

use crate::python::builtins::str::repr::escape;
use crate::python::builtins::{str, type_name};
use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::{Obj, Value};
use crate::python::vm::{error, raise, type_error};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Codec {
    Utf8,
    Ascii,
    Latin1,
    /// Without a byte order mark; with one in the machine's order, which is little-endian, if `marked`.
    Utf16 {
        big: bool,
        marked: bool,
    },
}

impl Codec {
    fn named(name: &str) -> Result<Codec> {
        match name.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
            "utf-8" | "utf8" | "u8" => Ok(Codec::Utf8),
            "ascii" | "us-ascii" | "646" => Ok(Codec::Ascii),
            "utf-16" | "utf16" => Ok(Codec::Utf16 { big: false, marked: true }),
            "utf-16-le" | "utf-16le" => Ok(Codec::Utf16 { big: false, marked: false }),
            "utf-16-be" | "utf-16be" => Ok(Codec::Utf16 { big: true, marked: false }),
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "l1" => Ok(Codec::Latin1),
            _ => Err(error(ExceptionKind::LookupError, format!("unknown encoding: {name}"))),
        }
    }

    /// As messages call it.
    fn name(self) -> &'static str {
        match self {
            Codec::Utf8 => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Utf16 { marked: true, .. } => "utf-16",
            Codec::Utf16 { big: true, .. } => "utf-16-be",
            Codec::Utf16 { big: false, .. } => "utf-16-le",
        }
    }
}

/// The name of a codec or error handler given to a function as the argument called `what`.
pub fn name<'a>(value: &'a Value, default: &'a str, what: &str) -> Result<&'a str> {
    match value {
        Value::Unset => Ok(default),
        value => {
            let complaint = || type_error(format!("{what} must be str, not {}", type_name(value)));
            str::of(value).map(|name| name.as_str()).ok_or_else(complaint)
        }
    }
}

fn unknown_handler(errors: &str) -> Throw {
    error(ExceptionKind::LookupError, format!("unknown error handler name '{errors}'"))
}

/// `text.encode(encoding, errors)`
///
/// # Errors
/// `LookupError` for an encoding or handler that is not known, `UnicodeEncodeError` for text that does not fit.
pub fn encode(text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>> {
    let codec = Codec::named(encoding)?;
    let limit: u32 = match codec {
        Codec::Utf8 => return Ok(text.as_bytes().to_vec()),
        Codec::Ascii => 128,
        Codec::Latin1 => 256,
        Codec::Utf16 { big, marked } => return Ok(encode_utf16(text, big, marked)),
    };
    let mut encoded = Vec::with_capacity(text.len());
    for (position, c) in text.chars().enumerate() {
        if (c as u32) < limit {
            encoded.push(c as u8);
            continue;
        }
        match errors {
            "strict" => {
                let bad = text.chars().skip(position).take_while(|&c| c as u32 >= limit).count();
                return Err(encode_error(codec, text, position, position + bad, limit));
            }
            "ignore" => {}
            "replace" => encoded.push(b'?'),
            "backslashreplace" => encoded.extend(escape(c).bytes()),
            "xmlcharrefreplace" => encoded.extend(format!("&#{};", c as u32).bytes()),
            _ => return Err(unknown_handler(errors)),
        }
    }
    Ok(encoded)
}

fn encode_utf16(text: &str, big: bool, marked: bool) -> Vec<u8> {
    let mark = marked.then_some(0xfeff_u16);
    let units = mark.into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// A byte order mark, where there may be one, is obeyed. What is no text is replaced or an error, whatever `errors` says.
fn decode_utf16(codec: Codec, data: &[u8], errors: &str) -> Result<String> {
    let Codec::Utf16 { big, marked } = codec else { return Ok(String::new()) };
    let (big, body) = match data {
        [0xff, 0xfe, rest @ ..] if marked => (false, rest),
        [0xfe, 0xff, rest @ ..] if marked => (true, rest),
        _ => (big, data),
    };
    let pairs = body.chunks_exact(2).map(|pair| [pair[0], pair[1]]);
    let units: Vec<u16> = pairs.map(|pair| if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }).collect();
    match String::from_utf16(&units) {
        Ok(text) if body.len().is_multiple_of(2) => Ok(text),
        _ if errors == "strict" => Err(decode_error(codec, data, data.len().saturating_sub(1), data.len(), "truncated data")),
        _ => Ok(String::from_utf16_lossy(&units)),
    }
}

fn encode_error(codec: Codec, text: &str, start: usize, end: usize, limit: u32) -> Throw {
    let reason = format!("ordinal not in range({limit})");
    raise(
        ExceptionKind::UnicodeEncodeError,
        vec![codec.name().into(), Value::from(text), Value::from(start), Value::from(end), Value::from(reason)],
    )
}

/// `data.decode(encoding, errors)`
///
/// # Errors
/// `LookupError` for an encoding or handler that is not known, `UnicodeDecodeError` for bytes that are no such text.
pub fn decode(data: &[u8], encoding: &str, errors: &str) -> Result<String> {
    let codec = Codec::named(encoding)?;
    let mut text = String::with_capacity(data.len());
    let mut at = 0;
    while at < data.len() {
        let (valid, bad, reason) = match codec {
            Codec::Latin1 => return Ok(data.iter().map(|&byte| char::from(byte)).collect()),
            Codec::Ascii => ascii_part(&data[at..]),
            Codec::Utf8 => utf8_part(&data[at..]),
            Codec::Utf16 { .. } => return decode_utf16(codec, data, errors),
        };
        text.push_str(valid);
        at += valid.len();
        if bad == 0 {
            break;
        }
        let invalid = &data[at..at + bad];
        match errors {
            "strict" => return Err(decode_error(codec, data, at, at + bad, reason)),
            "ignore" => {}
            "replace" => text.push('\u{fffd}'),
            "backslashreplace" => invalid.iter().for_each(|byte| text.push_str(&format!("\\x{byte:02x}"))),
            _ => return Err(unknown_handler(errors)),
        }
        at += bad;
    }
    Ok(text)
}

/// The valid beginning, the number of invalid bytes behind it, and what is wrong with them.
fn ascii_part(data: &[u8]) -> (&str, usize, &'static str) {
    let end = data.iter().position(|byte| !byte.is_ascii()).unwrap_or(data.len());
    let valid = std::str::from_utf8(&data[..end]).expect("ASCII is UTF-8");
    (valid, usize::from(end < data.len()), "ordinal not in range(128)")
}

fn utf8_part(data: &[u8]) -> (&str, usize, &'static str) {
    match std::str::from_utf8(data) {
        Ok(valid) => (valid, 0, ""),
        Err(error) => {
            let (valid, rest) = data.split_at(error.valid_up_to());
            let valid = std::str::from_utf8(valid).expect("checked up to there");
            match error.error_len() {
                None => (valid, rest.len(), "unexpected end of data"),
                Some(len) if !(0xc2..=0xf4).contains(&rest[0]) => (valid, len, "invalid start byte"),
                Some(len) => (valid, len, "invalid continuation byte"),
            }
        }
    }
}

fn decode_error(codec: Codec, data: &[u8], start: usize, end: usize, reason: &str) -> Throw {
    let object = Value::from(Obj::Bytes(data.into()));
    raise(
        ExceptionKind::UnicodeDecodeError,
        vec![codec.name().into(), object, Value::from(start), Value::from(end), Value::from(reason)],
    )
}

/// `str()` of a `UnicodeEncodeError` or `UnicodeDecodeError` with these arguments; `None` if they are not the usual five.
pub fn error_text(args: &[Value]) -> Option<String> {
    let [codec, object, Value::Int(start), Value::Int(end), reason] = args else { return None };
    let (codec, reason) = (codec.as_str()?, reason.as_str()?);
    let (from, to) = (usize::try_from(*start).ok()?, *end);
    let (verb, one, many) = match object.as_str() {
        Some(text) => {
            let c = text.chars().nth(from)?;
            ("encode", format!("character '{}'", escape(c)), "characters")
        }
        None => ("decode", format!("byte 0x{:02x}", super::of(object)?.get(from)?), "bytes"),
    };
    Some(if to - start == 1 {
        format!("'{codec}' codec can't {verb} {one} in position {start}: {reason}")
    } else {
        format!("'{codec}' codec can't {verb} {many} in position {start}-{}: {reason}", to - 1)
    })
}
