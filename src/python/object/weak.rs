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
    /// Called with the reference when the object is dead, or unset.
    callback: RefCell<Value>,
}

impl WeakReference {
    pub fn new(target: &Ref, callback: Value) -> WeakReference {
        WeakReference { target: RefCell::new(Some(target.downgrade())), callback: callback.into() }
    }

    /// Forgets the object, which is as good as dead.
    pub fn clear(&self) {
        self.target.take();
    }

    pub fn callback(&self) -> Value {
        self.callback.borrow().clone()
    }

    /// The callback, which is let go of, if the object is dead.
    pub fn take_callback_of_dead(&self) -> Option<Value> {
        let callback = if self.target().is_none() { self.callback.take() } else { Value::Unset };
        (!callback.is_unset()).then_some(callback)
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
        self.callback.replace(copy(&original.callback.borrow()));
        self.target.replace(target.as_ref().and_then(Value::as_ref).map(Ref::downgrade));
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
