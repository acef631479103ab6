//! `x[key]` and `in`: natively where the container is builtin, else by the methods of its class.

use crate::python::builtins;
use crate::python::native::Result;
use crate::python::object::{Obj, Sym, Value, native_hash};

use super::attributes::special;
use super::execution::Execution;
use super::frame::Then;
use super::functions::Args;
use super::operators::is_native;

impl Execution<'_> {
    pub(super) fn contains(&mut self, negated: bool) -> Result<()> {
        let (container, item) = (self.pop(), self.pop());
        if let Some(Obj::Instance(_)) = container.obj()
            && let Some(method) = special(&container, self.vm.names.contains).filter(|method| !is_native(method))
        {
            return self.call(method, Args { positional: vec![container, item], keyword: Vec::new() }, Then::Truth { negated });
        }
        match builtins::items::contains(&container, &item)? {
            Some(found) => {
                drop((container, item));
                self.push(Value::Bool(found != negated));
                self.reap();
                Ok(())
            }
            None => {
                let slow = self.vm.prelude("_contains");
                self.call(slow, Args { positional: vec![container, item], keyword: Vec::new() }, Then::Truth { negated })
            }
        }
    }

    pub(super) fn load_item(&mut self) -> Result<()> {
        let found = match (self.peek(1).obj(), self.peek(0)) {
            (Some(Obj::List(items)), Value::Int(i)) => usize::try_from(*i).ok().and_then(|i| items.borrow().get(i).cloned()),
            (Some(Obj::Dict(dict)), key) => dict.table.borrow().get(key).ok().flatten(),
            _ => None,
        };
        if let Some(value) = found {
            self.drop_n(2);
            self.push(value);
            self.reap();
            return Ok(());
        }
        let (key, container) = (self.pop(), self.pop());
        if let Some(method) = self.item_method(&container, self.vm.names.getitem) {
            return self.call(method, Args { positional: vec![container, key], keyword: Vec::new() }, Then::Push);
        }
        if let Some(Obj::Class(_)) = container.obj() {
            return self.subscript_class(container, key);
        }
        match builtins::items::get_item(&container, &key)? {
            Some(value) => {
                drop((container, key));
                self.push(value);
                self.reap();
                Ok(())
            }
            None => {
                let slow = self.vm.prelude("_get_item");
                self.call(slow, Args { positional: vec![container, key], keyword: Vec::new() }, Then::Push)
            }
        }
    }

    pub(super) fn store_item(&mut self) -> Result<()> {
        if let Some(old) = self.replace_item() {
            drop(old);
            self.drop_n(3);
            self.reap();
            return Ok(());
        }
        let (key, container, value) = (self.pop(), self.pop(), self.pop());
        if let Some(method) = self.item_method(&container, self.vm.names.setitem) {
            return self.call(method, Args { positional: vec![container, key, value], keyword: Vec::new() }, Then::Drop);
        }
        if !builtins::items::set_item(&container, &key, value.clone())? {
            let slow = self.vm.prelude("_set_item");
            return self.call(slow, Args { positional: vec![container, key, value], keyword: Vec::new() }, Then::Drop);
        }
        drop((container, key, value));
        self.reap();
        Ok(())
    }

    /// Replaces an item of a list or dict that is there already, which needs no more than that, and gives the old one.
    #[inline(always)]
    fn replace_item(&mut self) -> Option<Value> {
        let value = self.peek(2).clone();
        match (self.peek(1).obj()?, self.peek(0)) {
            (Obj::List(items), Value::Int(i)) => {
                let mut items = items.borrow_mut();
                let place = items.get_mut(usize::try_from(*i).ok()?)?;
                Some(std::mem::replace(place, value))
            }
            (Obj::Dict(dict), key) => {
                let mut table = dict.table.borrow_mut();
                let at = table.find(native_hash(key).ok()?, key).ok()??;
                Some(table.set_value_at(at, value))
            }
            _ => None,
        }
    }

    pub(super) fn delete_item(&mut self) -> Result<()> {
        let (key, container) = (self.pop(), self.pop());
        if let Some(method) = self.item_method(&container, self.vm.names.delitem) {
            return self.call(method, Args { positional: vec![container, key], keyword: Vec::new() }, Then::Drop);
        }
        if !builtins::items::delete_item(&container, &key)? {
            let slow = self.vm.prelude("_delete_item");
            return self.call(slow, Args { positional: vec![container, key], keyword: Vec::new() }, Then::Drop);
        }
        drop((container, key));
        self.reap();
        Ok(())
    }

    /// The class's own method for `x[key]`: one written in Python, or one of an extension type.
    fn item_method(&self, container: &Value, name: Sym) -> Option<Value> {
        match container.obj() {
            Some(Obj::Instance(_)) => special(container, name).filter(|method| !is_native(method)),
            Some(Obj::Extension(_)) => special(container, name),
            _ => None,
        }
    }
}
