//! References that do not keep their object alive: `weakref.ref`.

use std::any::Any;
use std::cell::RefCell;

use super::extension::Extension;
use super::heap::{Obj, Ref, WeakRef};
use super::value::Value;
use crate::python::core::{TypeKind, core};

/// A weak reference. It holds nothing once its object is dead.
#[derive(Default)]
pub struct WeakReference {
    target: RefCell<Option<WeakRef>>,
}

impl WeakReference {
    pub fn new(target: &Ref) -> WeakReference {
        WeakReference { target: RefCell::new(Some(target.downgrade())) }
    }

    pub fn of(value: &Value) -> Option<&WeakReference> {
        match value.obj() {
            Some(Obj::Extension(extension)) => extension.as_any().downcast_ref(),
            _ => None,
        }
    }

    /// The object, if it is alive.
    pub fn target(&self) -> Option<Ref> {
        self.target.borrow().as_ref().and_then(WeakRef::upgrade)
    }
}

impl Extension for WeakReference {
    fn class(&self) -> Ref {
        core().class(TypeKind::WeakReference).clone()
    }

    fn shell(&self) -> Box<dyn Extension> {
        Box::new(WeakReference::default())
    }

    fn fill_from(&self, original: &dyn Extension, copy: &mut dyn FnMut(&Value) -> Value) {
        let Some(original) = original.as_any().downcast_ref::<WeakReference>() else { return };
        let target = original.target().map(|target| copy(&Value::Obj(target)));
        self.target.replace(target.as_ref().and_then(Value::as_ref).map(Ref::downgrade));
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
