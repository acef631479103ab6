//! Builtin functions on one or two values: texts, numbers, identity.

use num_bigint::BigInt;

use crate::python::builtins::number::{self, Number, float, integer};
use crate::python::code::BinaryOp;
use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::hash::hash_of_tuple;
use crate::python::object::str::character;
use crate::python::object::{Obj, Sym, Value, class_of};
use crate::python::vm::{Cx, error, raise, type_error, value_error};

use super::failure::{Failure, answer};
use super::items::collect;
use super::protocol::hash_of;
use super::{format, operators, repr, type_name};

pub const FUNCTIONS: &[Def] = &[
    Def::new("exit(code=None)", exit),
    Def::new("quit(code=None)", exit),
    Def::control("repr(obj, /)", |cx, args| answer(cx, args, repr::repr(&args[0]).map(Value::from))),
    Def::control("ascii(obj, /)", ascii),
    Def::control("format(value, format_spec='', /)", format_value),
    Def::control("hash(obj, /)", |cx, args| answer(cx, args, hash_of(&args[0]).map(Value::Int))),
    Def::new("id(obj, /)", id),
    Def::new("callable(obj, /)", |_, args| Ok(Value::Bool(is_callable(&args[0])))),
    Def::control("abs(number, /)", abs),
    Def::control("round(number, ndigits=None)", round),
    Def::control("divmod(x, y, /)", divmod),
    Def::control("pow(base, exp, mod=None)", pow),
    Def::new("chr(i, /)", chr),
    Def::new("ord(character, /)", ord),
    Def::control("bin(number, /)", |cx, args| in_base(cx, args, 2, "0b")),
    Def::control("oct(number, /)", |cx, args| in_base(cx, args, 8, "0o")),
    Def::control("hex(number, /)", |cx, args| in_base(cx, args, 16, "0x")),
    Def::new("input(prompt='', /)", |_, _| Err(error(ExceptionKind::EOFError, "input() has no keyboard here"))),
    // What the prelude asks about values.
    Def::new("_lookup(value, name, /)", lookup),
    Def::new("_is_native(function, /)", |_, args| Ok(Value::Bool(matches!(args[0].obj(), Some(Obj::NativeFunction(_)))))),
    Def::new("_hash_tuple(hashes, /)", hash_tuple),
    Def::new("_to_ascii(text, /)", |_, args| Ok(Value::from(repr::to_ascii(args[0].as_str().unwrap_or_default())))),
    Def::new("_payload(value, /)", |_, args| Ok(args[0].payload().clone())),
];

fn ascii(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let tried = repr::repr(&args[0]).map(|text| Value::from(repr::to_ascii(&text)));
    answer(cx, args, tried.map_err(|failure| in_prelude(failure, "_ascii")))
}

/// A failure that is up to Python goes to this function of the prelude.
fn in_prelude(failure: Failure, slow: &'static str) -> Failure {
    match failure {
        Failure::Python(_) => Failure::Python(slow),
        failure => failure,
    }
}

fn format_value(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let spec = match &args[1] {
        Value::Unset => "",
        spec => spec
            .payload()
            .as_str()
            .ok_or_else(|| type_error(format!("format() argument 2 must be str, not {}", type_name(spec))))?,
    };
    let is_plain = !matches!(args[0].obj(), Some(Obj::Instance(_) | Obj::Extension(_)));
    match if is_plain { format::format_value(&args[0], spec)? } else { None } {
        Some(text) => Ok(Flow::Value(Value::from(text))),
        None => Ok(cx.call_prelude("_format", vec![args[0].clone(), Value::from(spec)])),
    }
}

/// `exit()` and `quit()`: `SystemExit`, which ends the program.
fn exit(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let code = if args[0].is_unset() { Value::None } else { args[0].clone() };
    Err(raise(ExceptionKind::SystemExit, vec![code]))
}

/// What `id()` says is made from the order in which programs ask, so it is the same on every run.
fn id(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    const BASE: i64 = 0x7f00_0000_0000;
    Ok(Value::Int(match &args[0] {
        Value::Obj(object) => BASE + i64::from(object.id()) * 16,
        // Small values are no objects of their own: their identity is their value.
        Value::Int(number) => 0x5500_0000_0000 + (number & 0xff_ffff_ffff) * 32,
        Value::Bool(value) => 0x5600_0000_0000 + i64::from(*value) * 32,
        Value::Float(number) => 0x5700_0000_0000 + ((number.to_bits() >> 24) as i64) * 16,
        Value::None | Value::Unset => 0x5600_0000_0100,
        Value::Ellipsis => 0x5600_0000_0200,
        Value::NotImplemented => 0x5600_0000_0300,
    }))
}

pub fn is_callable(value: &Value) -> bool {
    match value.obj() {
        Some(Obj::Class(_) | Obj::Function(_) | Obj::NativeFunction(_) | Obj::Method(_) | Obj::StaticMethod(_)) => true,
        Some(Obj::Instance(_) | Obj::Extension(_)) => {
            class_of(value).as_class().is_some_and(|class| class.lookup(Sym::new("__call__")).is_some())
        }
        _ => false,
    }
}

fn is_instance(value: &Value) -> bool {
    matches!(value.obj(), Some(Obj::Instance(_) | Obj::Extension(_)))
}

fn abs(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    match number::absolute(&args[0])? {
        Some(value) if !is_instance(&args[0]) => Ok(Flow::Value(value)),
        _ => Ok(cx.call_prelude("_abs", args.to_vec())),
    }
}

fn round(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let digits = if args[1].is_unset() || args[1].is_none() { None } else { Some(number::index(&args[1])?) };
    let number = if is_instance(&args[0]) { None } else { Number::of(&args[0]) };
    Ok(Flow::Value(match (number, digits) {
        (Some(Number::Float(number)), None) => float::round_to_int(number)?,
        (Some(Number::Float(number)), Some(digits)) => Value::Float(float::round(number, digits)?),
        (Some(Number::Small(number)), None) => Value::Int(number),
        (Some(Number::Small(number)), Some(digits)) => Value::int(integer::round(&BigInt::from(number), digits)),
        (Some(Number::Big(number)), digits) => Value::int(integer::round(number, digits.unwrap_or(0))),
        (None, _) => return Ok(cx.call_prelude("_round", given(args))),
    }))
}

/// The arguments up to the last one given.
fn given(args: &[Value]) -> Vec<Value> {
    args.iter().take_while(|arg| !arg.is_unset()).cloned().collect()
}

fn divmod(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if !is_instance(&args[0])
        && !is_instance(&args[1])
        && let Some((quotient, rest)) = number::divmod(&args[0], &args[1])?
    {
        return Ok(Flow::Value(Value::tuple([quotient, rest])));
    }
    Ok(cx.call_prelude("_divmod", args.to_vec()))
}

fn pow(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let plain = !args.iter().any(is_instance);
    let result = match &args[2] {
        _ if !plain => None,
        Value::Unset | Value::None => operators::binary(BinaryOp::Pow, &args[0], &args[1])?,
        modulus => number::power_modulo(&args[0], &args[1], modulus)?,
    };
    match result {
        Some(value) => Ok(Flow::Value(value)),
        None => Ok(cx.call_prelude("_pow", given(args))),
    }
}

fn chr(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let code = number::index(&args[0])?;
    let found = u32::try_from(code).ok().and_then(char::from_u32);
    found.map(character).ok_or_else(|| value_error("chr() arg not in range(0x110000)"))
}

fn ord(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let wrong = |len: usize| type_error(format!("ord() expected a character, but string of length {len} found"));
    match args[0].payload().obj() {
        Some(Obj::Str(text)) => match (text.len(), text.as_str().chars().next()) {
            (1, Some(only)) => Ok(Value::Int(i64::from(only as u32))),
            (len, _) => Err(wrong(len)),
        },
        Some(Obj::Bytes(bytes)) if bytes.len() == 1 => Ok(Value::Int(i64::from(bytes[0]))),
        Some(Obj::Bytes(bytes)) => Err(wrong(bytes.len())),
        Some(Obj::ByteArray(bytes)) => match bytes.borrow().as_slice() {
            [byte] => Ok(Value::Int(i64::from(*byte))),
            bytes => Err(wrong(bytes.len())),
        },
        _ => Err(type_error(format!("ord() expected string of length 1, but {} found", type_name(&args[0])))),
    }
}

fn in_base(cx: &mut Cx<'_>, args: &[Value], base: u32, prefix: &str) -> Result<Flow> {
    if let Some(number) = number::integer(&args[0]) {
        let sign = if number.sign() == num_bigint::Sign::Minus { "-" } else { "" };
        return Ok(Flow::Value(Value::from(format!("{sign}{prefix}{}", number.magnitude().to_str_radix(base)))));
    }
    if is_instance(&args[0]) {
        return Ok(cx.call_prelude("_in_base", vec![args[0].clone(), Value::Int(i64::from(base))]));
    }
    number::index(&args[0]).map(|_| Flow::Value(Value::None))
}

/// What the class of a value has under a name, unbound; `None` if nothing.
fn lookup(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let name = args[1].as_str().map(Sym::new).ok_or_else(|| type_error("attribute name must be string"))?;
    let class = class_of(&args[0]);
    Ok(class.as_class().and_then(|class| class.lookup(name)).unwrap_or(Value::None))
}

/// The hash of a tuple, from those of its items.
fn hash_tuple(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let hashes: Vec<i64> = collect(&args[0])?.iter().map(number::index).collect::<Result<_>>()?;
    Ok(Value::Int(hash_of_tuple(&hashes)))
}
