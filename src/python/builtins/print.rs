//! `print`

use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Obj, Sym, Value};
use crate::python::vm::{Cx, type_error};

use super::failure::{Failure, Tried, answer};
use super::{repr, type_name};

pub const FUNCTIONS: &[Def] = &[Def::control("print(*args, sep=' ', end='\\n', file=None, flush=False)", print).visible()];

/// Writes all arguments at once: one event a call.
fn print(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let redirected = if args[3].is_unset() || args[3].is_none() { redirected(cx) } else { None };
    if let Some(file) = redirected {
        let args = [args[0].clone(), args[1].clone(), args[2].clone(), file];
        return answer(cx, &args, Err(Failure::Python("_print")));
    }
    let text = text_of(args);
    if let Ok(text) = &text {
        cx.write_stdout(text);
    }
    answer(cx, &args[..4], text.map(|_| Value::None))
}

/// What a program put in the place of `sys.stdout`.
fn redirected(cx: &Cx<'_>) -> Option<Value> {
    let sys = cx.vm.loaded_module(cx.thread, Sym::new("sys"))?;
    let Some(Obj::Module(sys)) = sys.obj() else { return None };
    let [file, original] = ["stdout", "__stdout__"].map(|name| sys.namespace.get(Sym::new(name)));
    file.filter(|file| original.is_some_and(|original| !original.is(file)))
}

/// What is to be written; the prelude's `_print` if that takes Python, or if it goes to a file.
fn text_of(args: &[Value]) -> Tried<String> {
    let sep = option(&args[1], "sep", " ")?;
    let end = option(&args[2], "end", "\n")?;
    if !args[3].is_unset() && !args[3].is_none() {
        return Err(Failure::Python("_print"));
    }
    let mut text = String::new();
    for (at, value) in args[0].as_tuple().unwrap_or_default().iter().enumerate() {
        if at > 0 {
            text.push_str(sep);
        }
        let shown = repr::to_str(value).map_err(|failure| match failure {
            Failure::Python(_) => Failure::Python("_print"),
            failure => failure,
        });
        text.push_str(&shown?);
    }
    text.push_str(end);
    Ok(text)
}

fn option<'a>(value: &'a Value, name: &str, default: &'a str) -> Result<&'a str> {
    match value {
        Value::Unset | Value::None => Ok(default),
        value => {
            value.payload().as_str().ok_or_else(|| type_error(format!("{name} must be None or a string, not {}", type_name(value))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_separated_and_ended() {
        let check = |sep: Value, end: Value, expected: &str| {
            let values = Value::tuple(["a".into(), Value::Int(1), Value::None]);
            assert_eq!(text_of(&[values, sep, end, Value::Unset]).ok().as_deref(), Some(expected));
        };
        check(Value::Unset, Value::Unset, "a 1 None\n");
        check("-".into(), "".into(), "a-1-None");
        assert!(matches!(text_of(&[Value::tuple([]), Value::Int(1), Value::Unset, Value::Unset]), Err(Failure::Throw(_))));
    }
}
