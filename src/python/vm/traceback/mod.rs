//! Tracebacks as text, as Lib/traceback.py prints them: [`frame`] has one frame, [`report`] an exception with all that belongs to it.
//!
//! Frames of library code are left out. What only Python can tell of an exception (what its own `__str__` says, names close to a wrong
//! one) is put into [`Words`](crate::python::object::exception::Words) by `lib/_traceback.py` before.

pub mod frame;
pub mod report;

use crate::python::code::{Code, Conversion};
use crate::python::core::ExceptionKind;
use crate::python::object::exception::{Traceback, TracebackEntry, Words};
use crate::python::object::{Exception, Obj, Ref, Sym, Value};

use frame::Place;
use report::Options;

/// What `__traceback__` and the third argument of `__exit__` are: an object that stands for the exception's way.
pub fn object(exception: &Value) -> Value {
    match exception.obj() {
        Some(Obj::Exception(inner)) if !inner.traceback.borrow().is_empty() => {
            let passed = inner.traceback.borrow().len();
            Value::from(Obj::Traceback(Box::new(Traceback { exception: exception.clone(), passed, skipped: 0 })))
        }
        _ => Value::None,
    }
}

/// Lets go of what the frames that an exception left referred to. They may refer to the exception again.
pub fn forget_frames(exception: &Ref) {
    let Some(inner) = exception.as_exception() else { return };
    let entries = inner.traceback.borrow().clone();
    entries.iter().for_each(|entry| entry.frame.forget());
}

/// Where the exception passed in the program, outermost frame first.
pub fn entries(exception: &Exception) -> Vec<TracebackEntry> {
    entries_up_to(exception, usize::MAX)
}

/// The same when it had passed that many frames, those of the library included.
pub fn entries_up_to(exception: &Exception, passed: usize) -> Vec<TracebackEntry> {
    let entries = exception.traceback.borrow();
    let then = &entries[..passed.min(entries.len())];
    then.iter().rev().filter(|entry| entry.code.source.user).cloned().collect()
}

/// The same without what the frames held. A list, set or dict comprehension is part of the function around it, as in CPython.
pub fn places(entries: &[TracebackEntry]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(entries.len());
    for entry in entries {
        let place = Place::new(&entry.code, entry.pc);
        match places.last_mut() {
            Some(around) if is_inlined(&entry.code) => {
                (around.code, around.pc) = (place.code, place.pc);
            }
            _ => places.push(place),
        }
    }
    places
}

/// Whether CPython runs the code in the frame of the function around it (PEP 709).
fn is_inlined(code: &Code) -> bool {
    matches!(&*code.name, "<listcomp>" | "<setcomp>" | "<dictcomp>")
}

/// The whole text, with the exceptions it came from.
pub fn text(exception: &Ref) -> String {
    report::text(exception, &Options::default())
}

/// What is said of an exception that nobody can catch, raised in doing `what` with an object, say "closing generator": frames without
/// carets, and nothing of what it came from (`PyTraceBack_Print`, Python/traceback.c).
pub fn ignored(what: &str, object: &Value, exception: &Ref) -> String {
    let shown = super::texts::native_text(object, Conversion::Repr).unwrap_or_default();
    let places = exception.as_exception().map(|exception| places(&entries(exception))).unwrap_or_default();
    let header = if places.is_empty() { "" } else { "Traceback (most recent call last):\n" };
    let frames: String = places.iter().map(Place::plain_entry).collect();
    format!("Exception ignored while {what} {shown}:\n{header}{frames}{}\n", last_line(exception))
}

/// `Type: message`, without hints that need the frames.
pub fn last_line(exception: &Ref) -> String {
    let Some(inner) = exception.as_exception() else { return String::new() };
    typed(inner, &words(exception, inner).plain)
}

fn typed(exception: &Exception, message: &str) -> String {
    let name = class_name(exception);
    if message.is_empty() { name } else { format!("{name}: {message}") }
}

fn class_name(exception: &Exception) -> String {
    let Some(class) = exception.class.as_class() else { return String::new() };
    let qualname = class.qualname.borrow().clone();
    match &**class.module.borrow() {
        "builtins" | "__main__" => qualname.to_string(),
        module => format!("{module}.{qualname}"),
    }
}

/// What is said of the exception: as Python said it, else as far as it is known without.
fn words(exception: &Ref, inner: &Exception) -> Words {
    if let Some(words) = &*inner.words.borrow() {
        return words.clone();
    }
    let text = super::texts::native_text(&Value::Obj(exception.clone()), Conversion::Str);
    let text = text.unwrap_or_else(|| "<exception str() failed>".to_owned());
    let notes = match inner.attrs.get(Sym::new("__notes__")).as_ref().and_then(Value::obj) {
        Some(Obj::List(notes)) => notes.borrow().iter().filter_map(|note| note.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    };
    Words { plain: text.clone(), text, notes }
}

fn is_a(exception: &Exception, kind: ExceptionKind) -> bool {
    exception.class.is_subclass_of(crate::python::core::core().exception(kind))
}
