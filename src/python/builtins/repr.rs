//! `repr()` and `str()` of builtin values, nested ones included.

use crate::python::core::{ExceptionKind, core};
use crate::python::object::fault::{Hook, MAX_DEPTH, native};
use crate::python::object::iter::shown;
use crate::python::object::{Class, DictPart, Exception, Fault, Member, Obj, Ref, Value, WeakReference, class_of};

use super::bytes;
use super::failure::{Failure, Tried};
use super::number::text;
use super::str::repr as string;
use super::type_name;

/// `repr(value)`
pub fn repr(value: &Value) -> Tried<String> {
    let mut writer = Writer { out: String::new(), open: Vec::new() };
    writer.value(value).map_err(|fault| Failure::comparing(fault, "_repr"))?;
    Ok(writer.out)
}

/// `str(value)`
pub fn to_str(value: &Value) -> Tried<String> {
    let plain = native(value, Hook::Str).map_err(|fault| Failure::comparing(fault, "_str"))?;
    match plain.obj() {
        Some(Obj::Str(string)) => Ok(string.as_str().to_owned()),
        Some(Obj::Exception(exception)) => exception_str(exception).map_err(|failure| failure.in_words("_str")),
        _ => repr(value),
    }
}

/// `BaseException.__str__` and those of its subclasses (Objects/exceptions.c): whatever the class of `exception` says.
pub fn exception_str(exception: &Exception) -> Tried<String> {
    match exception.args.borrow().as_tuple().unwrap_or_default() {
        [] => Ok(String::new()),
        // A `KeyError` shows its key as it is written.
        [key] if is_a(&exception.class, ExceptionKind::KeyError) => repr(key),
        [one] => to_str(one),
        [message, members] if is_a(&exception.class, ExceptionKind::BaseExceptionGroup) => {
            let count = super::items::length(members).unwrap_or(0);
            let plural = if count == 1 { "" } else { "s" };
            Ok(format!("{} ({count} sub-exception{plural})", to_str(message)?))
        }
        [_, _] if is_a(&exception.class, ExceptionKind::OSError) => super::os_error::text(exception),
        args => match bytes::codec::error_text(args).filter(|_| is_a(&exception.class, ExceptionKind::UnicodeError)) {
            Some(text) => Ok(text),
            None => repr(&exception.args.borrow()),
        },
    }
}

/// `BaseException.__repr__`: whatever the class of `exception` says.
pub fn exception_repr(exception: &Exception) -> Tried<String> {
    let mut writer = Writer { out: String::new(), open: Vec::new() };
    writer.exception(exception).map_err(|fault| Failure::comparing(fault, "_repr"))?;
    Ok(writer.out)
}

fn is_a(class: &Ref, kind: ExceptionKind) -> bool {
    class.is_subclass_of(core().exception(kind))
}

/// `repr(value)`; `None` if Python has to be asked.
pub fn native_repr(value: &Value) -> Option<String> {
    repr(value).ok()
}

/// `str(value)`; `None` if Python has to be asked.
pub fn native_str(value: &Value) -> Option<String> {
    to_str(value).ok()
}

/// `repr(value)` for messages: without asking Python.
pub fn plain(value: &Value) -> String {
    native_repr(value).unwrap_or_else(|| object(value))
}

/// The text with everything that is not ASCII escaped, as `ascii()` gives it.
pub fn to_ascii(text: &str) -> String {
    string::escape_non_ascii(text)
}

/// `object.__repr__`
pub fn object(value: &Value) -> String {
    let class = class_of(value);
    let name = class.as_class().map_or_else(String::new, full_name);
    match value.as_ref() {
        Some(object) => format!("<{name} object at {}>", address(object)),
        None => format!("<{name} object>"),
    }
}

/// Where an object pretends to be in memory: made from its id, so the same on every run.
pub fn address(object: &Ref) -> String {
    match object.id() {
        0 => "0x...".to_owned(),
        id => format!("0x{:x}", 0x7f00_0000_0000_u64 + u64::from(id) * 16),
    }
}

/// `<weakref at 0x...; to 'Node' at 0x...>`
fn weak(value: &Value, reference: &WeakReference) -> String {
    let at = value.as_ref().map(address).unwrap_or_default();
    match reference.target() {
        Some(target) => {
            let to = address(&target);
            format!("<weakref at {at}; to '{}' at {to}>", super::type_name(&Value::Obj(target)))
        }
        None => format!("<weakref at {at}; dead>"),
    }
}

/// The name of a class with its module, unless that is `builtins`.
fn full_name(class: &Class) -> String {
    let qualname = class.qualname.borrow();
    let module = class.module.borrow();
    if &**module == "builtins" { qualname.to_string() } else { format!("{module}.{qualname}") }
}

struct Writer {
    out: String,
    /// The containers around, so that one inside itself is seen.
    open: Vec<usize>,
}

type Written = std::result::Result<(), Fault>;

impl Writer {
    fn value(&mut self, value: &Value) -> Written {
        match value {
            Value::Unset => self.push("<unset>"),
            Value::None => self.push("None"),
            Value::Ellipsis => self.push("Ellipsis"),
            Value::NotImplemented => self.push("NotImplemented"),
            Value::Bool(true) => self.push("True"),
            Value::Bool(false) => self.push("False"),
            Value::Int(number) => self.push(&number.to_string()),
            Value::Float(number) => self.push(&text::repr(*number)),
            Value::Obj(object) => return self.object(value, object),
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn object(&mut self, value: &Value, object: &Ref) -> Written {
        match &**object {
            Obj::Str(text) => self.push(&string::repr(text.as_str())),
            Obj::BigInt(number) => match text::int_to_str(number) {
                Ok(digits) => self.push(&digits),
                Err(_) => return Err(Fault::TooManyDigits),
            },
            Obj::Complex(number) => self.push(&super::number::complex::repr(*number)),
            Obj::Bytes(data) => self.push(&bytes::repr(data)),
            Obj::ByteArray(data) => self.push(&bytes::array_repr(&data.borrow())),
            Obj::Range(range) if range.step == 1 => self.push(&format!("range({}, {})", range.start, range.stop)),
            Obj::Range(range) => self.push(&format!("range({}, {}, {})", range.start, range.stop, range.step)),
            Obj::Slice(parts) => return self.items("slice(", &parts[..], ")"),
            Obj::Tuple(_) | Obj::List(_) | Obj::Dict(_) | Obj::Set(_) | Obj::FrozenSet(_) | Obj::DictView { .. } => {
                return self.container(object);
            }
            Obj::Exception(exception) => {
                native(value, Hook::Repr)?;
                return self.exception(exception);
            }
            Obj::Instance(instance) => {
                native(value, Hook::Repr)?;
                if !instance.payload.is_unset() {
                    return self.payload(instance.class.as_class(), &instance.payload);
                }
                self.push(&self::object(value));
            }
            // Its text is put together in Python.
            Obj::Future(_) => return Err(Fault::InPython),
            Obj::Class(_) => {
                native(value, Hook::Repr)?;
                self.push(&other(value));
            }
            Obj::Extension(_) => {
                native(value, Hook::Repr)?;
                self.push(&match (Member::of(value), WeakReference::of(value)) {
                    (Some(member), _) => format!("<member '{}' of '{}' objects>", member.name, member.owner),
                    (None, Some(reference)) => weak(value, reference),
                    (None, None) => self::object(value),
                });
            }
            _ => self.push(&other(value)),
        }
        Ok(())
    }

    fn exception(&mut self, exception: &Exception) -> Written {
        self.push(&exception.class.as_class().map_or_else(Default::default, Class::name));
        let args = exception.args.borrow();
        self.items("(", args.as_tuple().unwrap_or_default(), ")")
    }

    /// The value inside an instance of a subclass of a builtin type. Sets name the subclass.
    fn payload(&mut self, class: Option<&Class>, payload: &Value) -> Written {
        match (payload.obj(), class) {
            (Some(Obj::Set(set) | Obj::FrozenSet(set)), Some(class)) => {
                let name = class.name();
                let items: Vec<Value> = set.table.borrow().iter().cloned().collect();
                if items.is_empty() {
                    self.push(&format!("{name}()"));
                    return Ok(());
                }
                self.items(&format!("{name}({{"), &items, "})")
            }
            _ => self.value(payload),
        }
    }

    fn container(&mut self, object: &Ref) -> Written {
        let here = object.address();
        if self.open.contains(&here) {
            self.push(match &**object {
                Obj::List(_) => "[...]",
                Obj::Tuple(_) => "(...)",
                Obj::Dict(_) => "{...}",
                _ => "...",
            });
            return Ok(());
        }
        if self.open.len() >= MAX_DEPTH as usize {
            return Err(Fault::TooDeep);
        }
        self.open.push(here);
        let written = self.contents(object);
        self.open.pop();
        written
    }

    fn contents(&mut self, object: &Ref) -> Written {
        match &**object {
            Obj::Tuple(items) if items.len() == 1 => self.items("(", items, ",)"),
            Obj::Tuple(items) => self.items("(", items, ")"),
            Obj::List(items) => {
                let items = items.borrow().clone();
                self.items("[", &items, "]")
            }
            Obj::Set(set) if set.table.borrow().is_empty() => {
                self.push("set()");
                Ok(())
            }
            Obj::FrozenSet(set) if set.table.borrow().is_empty() => {
                self.push("frozenset()");
                Ok(())
            }
            Obj::Set(set) => {
                let items: Vec<Value> = set.table.borrow().iter().cloned().collect();
                self.items("{", &items, "}")
            }
            Obj::FrozenSet(set) => {
                let items: Vec<Value> = set.table.borrow().iter().cloned().collect();
                self.items("frozenset({", &items, "})")
            }
            Obj::Dict(dict) => self.dict(dict),
            Obj::DictView { dict, part } => self.view(dict, *part),
            _ => Ok(()),
        }
    }

    fn items(&mut self, open: &str, items: &[Value], close: &str) -> Written {
        self.push(open);
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.push(", ");
            }
            self.value(item)?;
        }
        self.push(close);
        Ok(())
    }

    fn dict(&mut self, dict: &crate::python::object::Dict) -> Written {
        self.push("{");
        for (at, entry) in dict.table.borrow().entries().enumerate() {
            if at > 0 {
                self.push(", ");
            }
            self.value(&entry.key)?;
            self.push(": ");
            self.value(&entry.value)?;
        }
        self.push("}");
        Ok(())
    }

    fn view(&mut self, dict: &Ref, part: DictPart) -> Written {
        let name = match part {
            DictPart::Keys => "dict_keys([",
            DictPart::Values => "dict_values([",
            DictPart::Items => "dict_items([",
        };
        let Some(dict) = dict.as_dict() else { return Ok(()) };
        let items: Vec<Value> = dict.table.borrow().entries().map(|entry| shown(part, &entry.key, &entry.value)).collect();
        self.items(name, &items, "])")
    }
}

/// Functions, classes, modules and the rest of what shows only its name.
fn other(value: &Value) -> String {
    let Some(object) = value.as_ref() else { return String::new() };
    match &**object {
        Obj::Class(class) => format!("<class '{}'>", full_name(class)),
        Obj::Function(function) => format!("<function {} at {}>", function.qualname.borrow(), address(object)),
        Obj::NativeFunction(function) => match function.receiver {
            Value::Unset if function.native.qualname.contains('.') => {
                let (owner, name) = function.native.qualname.split_once('.').unwrap_or_default();
                format!("<method '{name}' of '{owner}' objects>")
            }
            Value::Unset => format!("<built-in function {}>", function.native.name),
            ref receiver => {
                let at = receiver.as_ref().map_or_else(|| "0x0".to_owned(), address);
                format!("<built-in method {} of {} object at {at}>", function.native.name, type_name(receiver))
            }
        },
        Obj::Method(method) => format!("<bound method {} of {}>", callable_name(&method.function), plain(&method.receiver)),
        Obj::Module(module) => format!("<module '{}'>", module.namespace.name),
        Obj::Code(code) => format!("<code object {} at {}>", code.name, address(object)),
        Obj::Generator(generator) if generator.stands_for.is_none() => {
            format!("<{} object {} at {}>", type_name(value), generator.qualname.borrow(), address(object))
        }
        Obj::Super(inner) => {
            let name = |class: &Ref| class.as_class().map_or_else(Default::default, Class::name);
            format!("<super: <class '{}'>, <{} object>>", name(&inner.start), name(&inner.class))
        }
        _ => self::object(value),
    }
}

fn callable_name(callable: &Value) -> String {
    match callable.obj() {
        Some(Obj::Function(function)) => function.qualname.borrow().to_string(),
        Some(Obj::NativeFunction(function)) => function.native.qualname.to_string(),
        _ => plain(callable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::object::{DictTable, Range, Set};

    fn check(value: Value, expected: &str) {
        assert_eq!(native_repr(&value).as_deref(), Some(expected));
    }

    #[test]
    fn containers_show_their_items() {
        check(Value::tuple([Value::Int(1)]), "(1,)");
        check(Value::list(vec!["a".into(), Value::None, Value::Float(1.0)]), "['a', None, 1.0]");
        check(Value::from(Obj::Set(Set::default())), "set()");
        check(Value::from(Obj::Range(Range { start: 0, stop: 3, step: 1 })), "range(0, 3)");
        let mut dict = DictTable::default();
        dict.insert("k".into(), Value::tuple([])).expect("strings are hashable");
        check(dict.into(), "{'k': ()}");
    }

    #[test]
    fn a_container_inside_itself_is_dots() {
        let list = Value::list(vec![Value::Int(1)]);
        if let Some(Obj::List(items)) = list.obj() {
            items.borrow_mut().push(list.clone());
        }
        check(list, "[1, [...]]");
    }

    #[test]
    fn bytes_are_quoted() {
        check(Value::from(Obj::Bytes((*b"a'\n\xff").into())), "b\"a'\\n\\xff\"");
    }
}
