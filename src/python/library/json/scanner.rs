//! Reading JSON, with the messages and positions of CPython's `json` (Modules/_json.c).

use crate::python::builtins::number::text::parse_int;
use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::{DictTable, Value};
use crate::python::vm::{Cx, error, type_error, value_error};

/// Deeper nesting is a `RecursionError`.
const MAX_DEPTH: usize = 900;

/// Why there is no value.
enum Fault {
    /// The text is wrong at this byte.
    Syntax(&'static str, usize),
    Throw(Throw),
}

impl From<Throw> for Fault {
    fn from(throw: Throw) -> Fault {
        Fault::Throw(throw)
    }
}

type Scanned<T> = std::result::Result<T, Fault>;

/// `scan(text, start, strict, raw)`: the value that begins at the character `start`, as `(None, value, end)`, or
/// `(message, None, position)`. If `raw`, numbers are `("int", text)`, `("float", text)`, constants `("constant", name)`, and objects
/// `("object", [(key, value), ...])`, for hooks to be applied.
pub fn scan(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let [Value::Obj(_), Value::Int(start), strict, raw] = args else {
        return Err(type_error("scan() needs a text and a position"));
    };
    let text = args[0].payload().as_str().ok_or_else(|| type_error("first argument must be a string"))?;
    let start = usize::try_from(*start).map_err(|_| value_error("idx cannot be negative"))?;
    let at = text.char_indices().nth(start).map_or(text.len(), |(at, _)| at);
    let is_true = |value: &Value| matches!(value, Value::Bool(true));
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at, strict: is_true(strict), raw: is_true(raw), depth: 0 };
    let position = |at: usize| Value::from(if text.is_ascii() { at } else { text[..at].chars().count() });
    match scanner.value() {
        Ok(value) => Ok(Value::tuple([Value::None, value, position(scanner.at)])),
        Err(Fault::Syntax(message, at)) => Ok(Value::tuple([Value::from(message), Value::None, position(at)])),
        Err(Fault::Throw(throw)) => Err(throw),
    }
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// Control characters in strings are errors.
    strict: bool,
    raw: bool,
    depth: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Scanned<Value> {
        match self.peek() {
            Some(b'"') => self.string().map(Value::from),
            Some(b'{') => self.nested(Scanner::object),
            Some(b'[') => self.nested(Scanner::array),
            Some(b'-' | b'0'..=b'9') if self.number_length().0 > 0 => self.number(),
            _ => self.constant(),
        }
    }

    fn nested(&mut self, scan: fn(&mut Self) -> Scanned<Value>) -> Scanned<Value> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(error(ExceptionKind::RecursionError, "maximum recursion depth exceeded").into());
        }
        let value = scan(self);
        self.depth -= 1;
        value
    }

    fn constant(&mut self) -> Scanned<Value> {
        let constants = [
            ("null", Value::None),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("NaN", Value::Float(f64::NAN)),
            ("Infinity", Value::Float(f64::INFINITY)),
            ("-Infinity", Value::Float(f64::NEG_INFINITY)),
        ];
        let rest = &self.text[self.at..];
        let Some((name, value)) = constants.into_iter().find(|(name, _)| rest.starts_with(name)) else {
            return Err(Fault::Syntax("Expecting value", self.at));
        };
        self.at += name.len();
        let is_number = matches!(value, Value::Float(_));
        Ok(if is_number && self.raw { Value::tuple([Value::from("constant"), Value::from(name)]) } else { value })
    }

    /// The length of the number that begins here, 0 if none does, and whether it is an int.
    fn number_length(&self) -> (usize, bool) {
        let rest = &self.bytes[self.at..];
        let digits = |from: usize| rest.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
        let sign = usize::from(rest.first() == Some(&b'-'));
        let mut end = match rest.get(sign) {
            Some(b'0') => sign + 1,
            Some(b'1'..=b'9') => sign + digits(sign),
            _ => return (0, true),
        };
        let whole = end;
        if rest.get(end) == Some(&b'.') && digits(end + 1) > 0 {
            end += 1 + digits(end + 1);
        }
        if matches!(rest.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(rest.get(end + 1), Some(b'+' | b'-')));
            let count = digits(end + 1 + sign);
            end += if count > 0 { 1 + sign + count } else { 0 };
        }
        (end, end == whole)
    }

    fn number(&mut self) -> Scanned<Value> {
        let (length, is_int) = self.number_length();
        let text = &self.text[self.at..self.at + length];
        self.at += length;
        if self.raw {
            return Ok(Value::tuple([Value::from(if is_int { "int" } else { "float" }), Value::from(text)]));
        }
        if is_int {
            return Ok(parse_int(text, 10, text)?);
        }
        Ok(Value::Float(text.parse().expect("what number_length found is a float")))
    }

    fn array(&mut self) -> Scanned<Value> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::list(items));
        }
        loop {
            items.push(self.value()?);
            if !self.next_item(b']', "Illegal trailing comma before end of array")? {
                return Ok(Value::list(items));
            }
        }
    }

    /// Behind an item: whether another one follows, to which it goes.
    fn next_item(&mut self, end: u8, trailing: &'static str) -> Scanned<bool> {
        self.skip_space();
        let comma = self.at;
        match self.peek() {
            Some(byte) if byte == end => {
                self.at += 1;
                return Ok(false);
            }
            Some(b',') => self.at += 1,
            _ => return Err(Fault::Syntax("Expecting ',' delimiter", self.at)),
        }
        self.skip_space();
        if self.peek() == Some(end) { Err(Fault::Syntax(trailing, comma)) } else { Ok(true) }
    }

    fn object(&mut self) -> Scanned<Value> {
        let mut pairs = Vec::new();
        self.at += 1;
        self.skip_space();
        let mut more = self.peek() != Some(b'}');
        self.at += usize::from(!more);
        while more {
            if self.peek() != Some(b'"') {
                return Err(Fault::Syntax("Expecting property name enclosed in double quotes", self.at));
            }
            let key = self.string()?;
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err(Fault::Syntax("Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.skip_space();
            pairs.push((Value::from(key), self.value()?));
            more = self.next_item(b'}', "Illegal trailing comma before end of object")?;
        }
        if self.raw {
            let pairs = pairs.into_iter().map(|(key, value)| Value::tuple([key, value])).collect();
            return Ok(Value::tuple([Value::from("object"), Value::list(pairs)]));
        }
        let mut table = DictTable::with_capacity(pairs.len());
        for (key, value) in pairs {
            table.insert(key, value).expect("strings have a native hash");
        }
        Ok(Value::from(table))
    }

    /// A string, from its quote.
    fn string(&mut self) -> Scanned<String> {
        let begin = self.at;
        let unterminated = Fault::Syntax("Unterminated string starting at", begin);
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(length) = rest.find(|c: char| c == '"' || c == '\\' || c < ' ') else { return Err(unterminated) };
            text.push_str(&rest[..length]);
            self.at += length;
            match self.bytes[self.at] {
                b'"' => {
                    self.at += 1;
                    return Ok(text);
                }
                b'\\' if self.at + 1 >= self.bytes.len() => return Err(unterminated),
                b'\\' => text.push(self.escape()?),
                _ if self.strict => return Err(Fault::Syntax("Invalid control character at", self.at)),
                control => {
                    text.push(char::from(control));
                    self.at += 1;
                }
            }
        }
    }

    fn escape(&mut self) -> Scanned<char> {
        let letter = self.bytes[self.at + 1];
        let character = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return Err(Fault::Syntax("Invalid \\escape", self.at)),
        };
        self.at += 2;
        Ok(character)
    }

    /// `\uXXXX`, or two of them that are one character.
    fn code_point(&mut self) -> Scanned<char> {
        let unit = |at: usize| {
            let digits = self.text.get(at + 2..at + 6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
            digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or(Fault::Syntax("Invalid \\uXXXX escape", at + 1))
        };
        let mut code = unit(self.at)?;
        let mut length = 6;
        if (0xd800..0xdc00).contains(&code) && self.text[self.at + 6..].starts_with("\\u") {
            let second = unit(self.at + 6)?;
            if (0xdc00..0xe000).contains(&second) {
                code = 0x10000 + ((code - 0xd800) << 10 | (second - 0xdc00));
                length = 12;
            }
        }
        let lone = || value_error(format!("a string with the lone surrogate \\u{code:04x} is not supported here"));
        let character = char::from_u32(code).ok_or_else(lone)?;
        self.at += length;
        Ok(character)
    }
}
