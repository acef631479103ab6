//! `OSError`: its error number decides its class; number, text and file name are attributes (Objects/exceptions.c).

use crate::python::core::{ExceptionKind, core};
use crate::python::native::Def;
use crate::python::object::{Exception, Obj, Ref, Sym, Value};

use super::failure::Tried;
use super::repr;

pub const METHODS: &[Def] = &[
    Def::new("errno(self, /)", |_, args| Ok(part(&args[0], 0))).property(),
    Def::new("strerror(self, /)", |_, args| Ok(part(&args[0], 1))).property(),
    Def::new("filename(self, /)", |_, args| Ok(filename(&args[0]))).property(),
];

/// The class of an `OSError` with these arguments, by the error numbers of Linux.
pub fn kind_of(args: &[Value]) -> Option<ExceptionKind> {
    use ExceptionKind as E;
    let [Value::Int(number), _, ..] = args else { return None };
    Some(match number {
        1 | 13 => E::PermissionError,
        2 => E::FileNotFoundError,
        3 => E::ProcessLookupError,
        4 => E::InterruptedError,
        10 => E::ChildProcessError,
        11 => E::BlockingIOError,
        17 => E::FileExistsError,
        20 => E::NotADirectoryError,
        21 => E::IsADirectoryError,
        32 => E::BrokenPipeError,
        103 => E::ConnectionAbortedError,
        104 => E::ConnectionResetError,
        110 => E::TimeoutError,
        111 => E::ConnectionRefusedError,
        _ => return None,
    })
}

/// A file name among the arguments becomes an attribute.
pub fn take_filename(exception: &Exception) {
    if !exception.class.is_subclass_of(core().exception(ExceptionKind::OSError)) {
        return;
    }
    let args = exception.args.borrow().as_tuple().unwrap_or_default().to_vec();
    if let [number, text, filename, ..] = args.as_slice() {
        exception.attrs.set(Sym::new("filename"), filename.clone());
        exception.args.replace(Value::tuple([number.clone(), text.clone()]));
    }
}

/// The error number or its text: there if both were given.
fn part(value: &Value, at: usize) -> Value {
    match value.obj() {
        Some(Obj::Exception(inner)) if inner.args.borrow().as_tuple().is_some_and(|args| args.len() >= 2) => inner.arg(at),
        _ => Value::None,
    }
}

fn filename(value: &Value) -> Value {
    let inner = value.as_ref().and_then(Ref::as_exception);
    inner.and_then(|inner| inner.attrs.get(Sym::new("filename"))).unwrap_or(Value::None)
}

/// `str()` of an `OSError` made from a number and a text.
pub fn text(exception: &Exception) -> Tried<String> {
    let shown = format!("[Errno {}] {}", repr::to_str(&exception.arg(0))?, repr::to_str(&exception.arg(1))?);
    match exception.attrs.get(Sym::new("filename")) {
        Some(name) if !name.is_none() => Ok(format!("{shown}: {}", repr::repr(&name)?)),
        _ => Ok(shown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_decides_the_class() {
        assert_eq!(kind_of(&[Value::Int(2), "gone".into()]), Some(ExceptionKind::FileNotFoundError));
        assert_eq!(kind_of(&[Value::Int(2)]), None);
        assert_eq!(kind_of(&["text".into(), "more".into()]), None);
    }
}
