//! What a class has for a name in its `__slots__`.

use std::any::Any;
use std::rc::Rc;

use super::extension::Extension;
use super::heap::{Obj, Ref};
use super::symbol::Sym;
use super::value::Value;
use crate::python::core::{TypeKind, core};

/// A member descriptor. The value itself is among the instance's attributes.
#[derive(Clone)]
pub struct Member {
    pub name: Sym,
    /// The name of its class.
    pub owner: Rc<str>,
}

impl Member {
    pub fn of(value: &Value) -> Option<&Member> {
        match value.obj() {
            Some(Obj::Extension(extension)) => extension.as_any().downcast_ref(),
            _ => None,
        }
    }
}

impl Extension for Member {
    fn class(&self) -> Ref {
        core().class(TypeKind::Member).clone()
    }

    fn shell(&self) -> Box<dyn Extension> {
        Box::new(self.clone())
    }

    fn fill_from(&self, _: &dyn Extension, _: &mut dyn FnMut(&Value) -> Value) {}

    fn as_any(&self) -> &dyn Any {
        self
    }
}
