//! `__slots__`: which attributes the instances of a class have.

use std::rc::Rc;

use crate::python::core::ExceptionKind;
use crate::python::native::Result;
use crate::python::object::{Attrs, Class, Member, Obj, Sym, Value};

use super::{error, type_error, type_name, with_class_of};

/// The names in a `__slots__`, private ones as the class spells them.
pub fn names(slots: &Value, class: Option<&Class>) -> Vec<Sym> {
    let owner = class.map(Class::name).unwrap_or_default();
    items(slots).iter().filter_map(Value::as_str).map(|name| mangled(name, &owner)).collect()
}

/// Whether they include `__dict__`, so that any attribute may be set.
pub fn allow_all(slots: &Value) -> bool {
    items(slots).iter().any(|item| item.as_str() == Some("__dict__"))
}

/// Does a class of the object name the attribute in its `__slots__`?
pub fn is_slot(object: &Value, name: Sym) -> bool {
    with_class_of(object, |class| {
        class.as_class().is_some_and(|class| class.look(name, |found| found.is_some_and(|found| Member::of(found).is_some())))
    })
}

fn items(slots: &Value) -> Vec<Value> {
    match slots.obj() {
        Some(Obj::Str(_)) => vec![slots.clone()],
        Some(Obj::Tuple(items)) => items.to_vec(),
        Some(Obj::List(items)) => items.borrow().clone(),
        Some(Obj::Dict(dict)) => dict.table.borrow().entries().map(|entry| entry.key.clone()).collect(),
        _ => Vec::new(),
    }
}

fn mangled(name: &str, class: &str) -> Sym {
    let owner = class.trim_start_matches('_');
    if name.starts_with("__") && !name.ends_with("__") && !owner.is_empty() {
        return Sym::new(&format!("_{owner}{name}"));
    }
    Sym::new(name)
}

/// Gives a class that is being made a member descriptor for each slot (`type_new_slots`, Objects/typeobject.c).
///
/// # Errors
/// `TypeError` for what is no name, `ValueError` for a name that the class sets itself.
pub fn declare(attrs: &mut Attrs, class: &str) -> Result<()> {
    let Some(slots) = attrs.get(Sym::new("__slots__")).cloned() else { return Ok(()) };
    let owner: Rc<str> = class.into();
    for item in items(&slots) {
        let name =
            item.as_str().ok_or_else(|| type_error(format!("__slots__ items must be strings, not '{}'", type_name(&item))))?;
        if !is_identifier(name) {
            return Err(type_error("__slots__ must be identifiers"));
        }
        if matches!(name, "__dict__" | "__weakref__") {
            continue;
        }
        let name = mangled(name, class);
        if attrs.get(name).is_some() {
            return Err(error(ExceptionKind::ValueError, format!("'{name}' in __slots__ conflicts with class variable")));
        }
        attrs.set(name, Value::from(Obj::Extension(Box::new(Member { name, owner: owner.clone() }))));
    }
    Ok(())
}

fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first == '_' || first.is_alphabetic()) && chars.all(|c| c == '_' || c.is_alphanumeric())
}
