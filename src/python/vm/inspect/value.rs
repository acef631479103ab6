//! Values as text for somebody who looks on: as `repr` where that runs no code of the program, and never more than can be shown. An
//! object whose class has a `__repr__` of the program is shown by its attributes, since running it could change the run.

use crate::python::code::Conversion;
use crate::python::object::{Class, Instance, Obj, Ref, Sym, Value, heap};

use crate::python::vm::{class_name, texts, type_name};

/// The most characters of a text.
const LENGTH: usize = 600;
/// The most items of a container.
const ITEMS: usize = 40;
/// Containers in containers are shown down to this depth.
const DEPTH: usize = 4;
/// Larger numbers are not written out: that takes time.
const BITS: u64 = 2_000;

/// A value as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueText {
    pub text: String,
    /// A `__repr__` of the program was not run for it.
    pub has_own_repr: bool,
}

pub fn show(value: &Value) -> ValueText {
    let mut writer = Writer { out: String::new(), open: Vec::new(), has_own_repr: false };
    heap::observing(|| writer.value(value));
    let Writer { out, has_own_repr, .. } = writer;
    ValueText { text: super::cut(&out, LENGTH), has_own_repr }
}

struct Writer {
    out: String,
    /// The containers around, so that one inside itself is seen.
    open: Vec<usize>,
    has_own_repr: bool,
}

impl Writer {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn is_full(&self) -> bool {
        self.out.len() > LENGTH
    }

    fn value(&mut self, value: &Value) {
        let Some(object) = value.as_ref() else { return self.plain(value) };
        match &**object {
            Obj::Str(text) => self.string(text.as_str()),
            Obj::Bytes(data) if data.len() > LENGTH => self.push(&format!("<{} bytes>", data.len())),
            Obj::ByteArray(data) if data.borrow().len() > LENGTH => {
                self.push(&format!("<bytearray of {} bytes>", data.borrow().len()))
            }
            Obj::BigInt(number) if number.bits() > BITS => self.push(&format!("<int of {} bits>", number.bits())),
            Obj::Tuple(_) | Obj::List(_) | Obj::Dict(_) | Obj::Set(_) | Obj::FrozenSet(_) | Obj::Instance(_) => self.nested(object),
            Obj::Exception(exception) => {
                let name = exception.class.as_class().map_or_else(Default::default, Class::name);
                let args = exception.args.borrow();
                self.items(&format!("{name}("), args.as_tuple().unwrap_or_default().iter(), ")");
            }
            Obj::Future(future) => match future.state.borrow().task() {
                Some(task) => self.push(&format!("<Task {}>", task.name)),
                None => self.push(&format!("<Future {}>", if future.state.borrow().is_done() { "done" } else { "pending" })),
            },
            Obj::Generator(generator) if generator.stands_for.is_none() => {
                self.push(&format!("<{} {}>", type_name(value), generator.qualname.borrow()));
            }
            Obj::Function(function) => self.push(&format!("<function {}>", function.qualname.borrow())),
            Obj::Method(method) => self.push(&format!("<method of {}>", type_name(&method.receiver))),
            _ => self.plain(value),
        }
    }

    /// What is short and shows nothing of the program's own.
    fn plain(&mut self, value: &Value) {
        let text = texts::native_text(value, Conversion::Repr).unwrap_or_else(|| format!("<{}>", type_name(value)));
        self.push(&text);
    }

    fn string(&mut self, text: &str) {
        let begin: String = text.chars().take(LENGTH).collect();
        self.plain(&Value::str(begin));
    }

    fn nested(&mut self, object: &Ref) {
        let here = object.address();
        if self.open.contains(&here) || self.open.len() >= DEPTH || self.is_full() {
            return self.push("…");
        }
        self.open.push(here);
        match &**object {
            Obj::Tuple(items) if items.len() == 1 => self.items("(", items.iter(), ",)"),
            Obj::Tuple(items) => self.items("(", items.iter(), ")"),
            Obj::List(items) => self.items("[", items.borrow().iter(), "]"),
            Obj::Set(set) if set.table.borrow().is_empty() => self.push("set()"),
            Obj::Set(set) => {
                let table = set.table.borrow();
                self.counted("{", table.iter(), table.len(), "}");
            }
            Obj::FrozenSet(set) => {
                let table = set.table.borrow();
                self.counted("frozenset({", table.iter(), table.len(), "})");
            }
            Obj::Dict(dict) => {
                let table = dict.table.borrow();
                self.entries("{", table.entries().map(|entry| (&entry.key, &entry.value)), table.len(), "}");
            }
            Obj::Instance(instance) => self.instance(instance),
            _ => {}
        }
        self.open.pop();
    }

    fn items<'a>(&mut self, open: &str, items: impl ExactSizeIterator<Item = &'a Value>, close: &str) {
        let count = items.len();
        self.counted(open, items, count, close);
    }

    fn counted<'a>(&mut self, open: &str, items: impl Iterator<Item = &'a Value>, count: usize, close: &str) {
        self.push(open);
        for (at, item) in items.enumerate() {
            if at > 0 {
                self.push(", ");
            }
            if at == ITEMS || self.is_full() {
                self.push(&format!("… {} more", count - at));
                break;
            }
            self.value(item);
        }
        self.push(close);
    }

    fn entries<'a>(&mut self, open: &str, entries: impl Iterator<Item = (&'a Value, &'a Value)>, count: usize, close: &str) {
        self.push(open);
        for (at, (key, value)) in entries.enumerate() {
            if at > 0 {
                self.push(", ");
            }
            if at == ITEMS || self.is_full() {
                self.push(&format!("… {} more", count - at));
                break;
            }
            self.value(key);
            self.push(": ");
            self.value(value);
        }
        self.push(close);
    }

    fn instance(&mut self, instance: &Instance) {
        let Some(class) = instance.class.as_class() else { return };
        let name = class_name(class);
        self.has_own_repr |= has_own_repr(class);
        if !instance.payload.is_unset() {
            self.push(&format!("{name}("));
            self.value(&instance.payload);
            return self.push(")");
        }
        let attr = |name: &str| Sym::known(name).and_then(|name| instance.attrs.get(name));
        if let (Some(member), Some(value)) = (attr("_name_"), attr("_value_")) {
            self.push(&format!("<{name}.{}: ", member.as_str().unwrap_or_default()));
            self.value(&value);
            return self.push(">");
        }
        match (&*name, attr("_items")) {
            ("deque", Some(items)) => {
                self.push("deque(");
                self.value(&items);
                self.push(")");
            }
            _ if is_of_program(class) => self.attributes(&name, class, instance),
            _ => self.push(&format!("<{name}>")),
        }
    }

    /// `Point(x=1, y=2)` for a dataclass, as its `repr` is; `<Point x=1 y=2>` for others.
    fn attributes(&mut self, name: &str, class: &Class, instance: &Instance) {
        let is_dataclass = Sym::known("__dataclass_fields__").is_some_and(|name| class.lookup(name).is_some());
        let (open, between, close) = if is_dataclass { ("(", ", ", ")") } else { (" ", " ", ">") };
        self.push(&if is_dataclass { format!("{name}{open}") } else { format!("<{name}") });
        for (at, (attribute, value)) in instance.attrs.entries().into_iter().enumerate() {
            if self.is_full() {
                self.push("…");
                break;
            }
            if at > 0 || !is_dataclass {
                self.push(between);
            }
            self.push(&format!("{}=", attribute.text()));
            self.value(&value);
        }
        self.push(close);
    }
}

/// Is the class one of the user's program?
pub fn is_of_program(class: &Class) -> bool {
    matches!(&**class.module.borrow(), "__main__" | "__mp_main__")
}

fn has_own_repr(class: &Class) -> bool {
    let method = Sym::known("__repr__").and_then(|name| class.lookup(name));
    match method.as_ref().and_then(Value::obj) {
        Some(Obj::Function(function)) => function.code.source.user,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &Value, expected: &str) {
        assert_eq!(show(value).text, expected);
    }

    #[test]
    fn values_are_shown_as_their_repr() {
        check(&Value::tuple(vec![Value::Int(1), Value::from("a"), Value::None]), "(1, 'a', None)");
        check(&Value::list(vec![Value::tuple(vec![Value::Bool(true)])]), "[(True,)]");
    }

    #[test]
    fn long_and_deep_values_are_cut() {
        let numbers = Value::list((0..100_000_i64).map(Value::from).collect());
        let text = show(&numbers).text;
        assert!(text.starts_with("[0, 1, 2") && text.ends_with("39, … 99960 more]"), "{text}");
        let deep = (0..10_000).fold(Value::Int(1), |inner, _| Value::list(vec![inner]));
        check(&deep, "[[[[…]]]]");
        let wide = (0..6).fold(Value::from("x".repeat(400)), |inner, _| Value::list(vec![inner; 50]));
        assert!(show(&wide).text.chars().count() <= LENGTH + 1);
        assert!(show(&Value::from("x".repeat(1_000_000))).text.chars().count() <= LENGTH + 1);
    }

    #[test]
    fn a_list_in_itself_ends() {
        let list = Value::list(Vec::new());
        if let Some(Obj::List(items)) = list.obj() {
            items.borrow_mut().push(list.clone());
        }
        check(&list, "[…]");
    }
}
