//! What needs the text of other values: the constructor, `format`, and the methods all sequences have.

use super::percent;
use super::render::{Arguments, render};
use super::template::{self, Argument, Field, Step};
use super::{of, text, this};
use crate::python::builtins::bytes::{self, codec};
use crate::python::builtins::failure::{Failure, Tried, answer};
use crate::python::builtins::items::collect;
use crate::python::builtins::{operators, protocol, repr, type_name};
use crate::python::code::{BinaryOp, Conversion};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Obj, Value};
use crate::python::vm::{Cx, type_error};

pub const NEW: Def = Def::control("str(object='', encoding='utf-8', errors='strict')", new);

pub const METHODS: &[Def] = &[
    Def::control("format(self, /, *args, **kwargs)", format),
    Def::control("format_map(self, mapping, /)", format_map),
    Def::new("encode(self, encoding='utf-8', errors='strict')", encode),
    Def::new("__str__(self, /)", |_, args| this(args, "__str__").map(|_| args[0].payload().clone())),
    Def::new("__mod__(self, value, /)", modulo),
    protocol::LEN,
    protocol::CONTAINS,
    protocol::GET_ITEM,
    protocol::ITER,
    protocol::REPR,
    protocol::HASH,
    protocol::EQ,
    protocol::NE,
    protocol::LT,
    protocol::LE,
    protocol::GT,
    protocol::GE,
    protocol::ADD,
    protocol::MUL,
    protocol::RMUL,
];

/// Parts of formatting for the prelude, which does it where methods written in Python have to be called.
pub const FOR_PRELUDE: &[Def] = &[
    Def::new("_percent_values(template, values, /)", percent_values),
    Def::new("_percent_join(template, values, texts, /)", percent_join),
    Def::new("_format_pieces(template, /)", format_pieces),
];

/// `str()`, `repr()` or `ascii()` of a value.
pub fn converted(value: &Value, conversion: Conversion) -> Tried<String> {
    match conversion {
        Conversion::Str | Conversion::None => repr::to_str(value),
        Conversion::Repr => repr::repr(value),
        Conversion::Ascii => repr::repr(value).map(|text| repr::to_ascii(&text)),
    }
}

fn new(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (object, encoding, errors) = (&args[0], &args[1], &args[2]);
    if object.is_unset() {
        return Ok(Flow::Value(Value::from("")));
    }
    if encoding.is_unset() && errors.is_unset() {
        // A string is itself; anything else has a text.
        let tried = match object {
            Value::Int(number) => Ok(Value::decimal(*number)),
            _ if object.as_str().is_some() => Ok(object.clone()),
            _ => repr::to_str(object).map(Value::from),
        };
        return answer(cx, &args[..1], tried);
    }
    if of(object).is_some() {
        return Err(type_error("decoding str is not supported"));
    }
    let (encoding, errors) =
        (codec::name(encoding, "utf-8", "str() argument 'encoding'")?, codec::name(errors, "strict", "str() argument 'errors'")?);
    let complaint = || type_error(format!("decoding to str: need a bytes-like object, {} found", type_name(object)));
    let data = bytes::of(object).ok_or_else(complaint)?;
    codec::decode(&data, encoding, errors).map(|text| Flow::Value(text.into()))
}

fn encode(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let text = this(args, "encode")?.as_str();
    let encoded = codec::encode(
        text,
        codec::name(&args[1], "utf-8", "encode() argument 'encoding'")?,
        codec::name(&args[2], "strict", "encode() argument 'errors'")?,
    )?;
    Ok(Value::from(Obj::Bytes(encoded.into())))
}

fn format(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let template = this(args, "format")?.as_str();
    let positional = args[1].as_tuple().unwrap_or_default();
    let tried = render(template, &mut Arguments::new(Some(positional), &args[2]), &mut converted, 2);
    answer(cx, args, tried.map(Value::from))
}

fn format_map(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let template = this(args, "format_map")?.as_str();
    let tried = render(template, &mut Arguments::new(None, &args[1]), &mut converted, 2);
    answer(cx, &[args[0].clone(), Value::None, args[1].clone()], tried.map(Value::from))
}

fn modulo(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    this(args, "__mod__")?;
    let result = operators::binary(BinaryOp::Mod, &args[0], &args[1])?;
    Ok(result.unwrap_or(Value::NotImplemented))
}

/// What `%s`, `%r` and `%a` of a template show: a list of `(conversion, value)`.
fn percent_values(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut values = Vec::new();
    let mut note = |value: &Value, conversion: Conversion| {
        let letter = match conversion {
            Conversion::Repr => "r",
            Conversion::Ascii => "a",
            Conversion::Str | Conversion::None => "s",
        };
        values.push(Value::tuple([Value::from(letter), value.clone()]));
        Ok(String::new())
    };
    never_python(percent::format(text(&args[0], "template")?, &args[1], &mut note))?;
    Ok(Value::list(values))
}

/// The template filled in, with the texts of the values that [`percent_values`] named.
fn percent_join(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let mut texts = collect(&args[2])?.into_iter();
    let mut next = |_: &Value, _| Ok(texts.next().as_ref().and_then(Value::as_str).unwrap_or_default().to_owned());
    never_python(percent::format(text(&args[0], "template")?, &args[1], &mut next)).map(Value::from)
}

/// The result of a formatting whose texts are all there.
fn never_python(tried: Tried<String>) -> Result<String> {
    tried.map_err(|failure| match failure {
        Failure::Throw(throw) => throw,
        Failure::Python(name) => unreachable!("{name} is asked for texts that are given"),
    })
}

/// The pieces of a template: a list of `(literal, None)` and `(literal, (argument, path, conversion, spec))`. The argument is None
/// for the next one; the path a list of `(is_attribute, name or index)`.
fn format_pieces(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let pieces = template::parse(text(&args[0], "template")?)?.into_iter().map(|piece| {
        let field = piece.field.map_or(Value::None, field_value);
        Value::tuple([Value::from(piece.literal), field])
    });
    Ok(Value::list(pieces.collect()))
}

fn field_value(field: Field) -> Value {
    let argument = match field.argument {
        Argument::Next => Value::None,
        Argument::Position(position) => Value::from(position),
        Argument::Keyword(name) => Value::from(name),
    };
    let path = field.path.into_iter().map(|step| match step {
        Step::Attribute(name) => Value::tuple([Value::Bool(true), Value::from(name)]),
        Step::Index(index) => Value::tuple([Value::Bool(false), Value::from(index)]),
        Step::Key(key) => Value::tuple([Value::Bool(false), Value::from(key)]),
    });
    let conversion = field.conversion.map_or(Value::None, |letter| Value::from(letter.to_string()));
    Value::tuple([argument, Value::list(path.collect()), conversion, Value::from(field.spec)])
}
