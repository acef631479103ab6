//! Natives behind `json`: reading a text, and writing what consists of builtin values only. What calls back (hooks, `default`,
//! instances of subclasses) is done by the Python part, `lib/json`.

mod encoder;
mod scanner;

use crate::python::native::Def;

pub const NATIVES: &[Def] = &[
    Def::new("scan(text, start, strict, raw, /)", scanner::scan),
    Def::new("encode(value, options, /)", encoder::encode),
    Def::new("encode_basestring(text, /)", |_, args| encoder::quote(args, false)),
    Def::new("encode_basestring_ascii(text, /)", |_, args| encoder::quote(args, true)),
];
