//! Interned names: attributes, variables, keyword arguments. Comparing two is comparing two integers.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use super::heap::Obj;
use super::str::Str;
use super::value::Value;

/// An interned name. The number depends on what was interned before, so it must never decide an order that shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sym(pub u32);

#[derive(Default)]
struct Interner {
    ids: HashMap<Rc<str>, Sym>,
    texts: Vec<Rc<str>>,
    /// The same names as Python strings, so that a name becomes a value without an allocation.
    values: Vec<Value>,
}

thread_local! {
    static INTERNER: RefCell<Interner> = RefCell::default();
}

impl Sym {
    pub fn new(text: &str) -> Sym {
        INTERNER.with_borrow_mut(|interner| {
            if let Some(&sym) = interner.ids.get(text) {
                return sym;
            }
            let sym = Sym(interner.texts.len() as u32);
            let text: Rc<str> = text.into();
            interner.values.push(Value::from(Obj::Str(Str::interned(&text, sym))));
            interner.texts.push(text.clone());
            interner.ids.insert(text, sym);
            sym
        })
    }

    /// The symbol of a text that is known already; does not intern. For names that come from a program's data.
    pub fn known(text: &str) -> Option<Sym> {
        INTERNER.with_borrow(|interner| interner.ids.get(text).copied())
    }

    pub fn text(self) -> Rc<str> {
        INTERNER.with_borrow(|interner| interner.texts[self.0 as usize].clone())
    }

    /// The name as a Python string.
    pub fn value(self) -> Value {
        INTERNER.with_borrow(|interner| interner.values[self.0 as usize].clone())
    }
}

impl fmt::Debug for Sym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl fmt::Display for Sym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
