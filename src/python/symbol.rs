//! Interned names: attributes, variables, keyword arguments. Comparing two is comparing two integers.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

/// An interned name. The number depends on what was interned before, so it must never decide an order that shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sym(pub u32);

struct Interner {
    ids: HashMap<Rc<str>, Sym>,
    texts: Vec<Rc<str>>,
}

thread_local! {
    static INTERNER: RefCell<Interner> = RefCell::new(Interner::new());
}

impl Interner {
    /// With the names whose symbols are constants.
    fn new() -> Interner {
        let mut interner = Interner { ids: HashMap::new(), texts: Vec::new() };
        for (sym, text) in [(Sym::BOOL, "__bool__"), (Sym::LEN, "__len__"), (Sym::EMPTY, "")] {
            assert_eq!(interner.intern(text), sym, "the constants are the first symbols");
        }
        interner
    }

    fn intern(&mut self, text: &str) -> Sym {
        if let Some(&sym) = self.ids.get(text) {
            return sym;
        }
        let sym = Sym(self.texts.len() as u32);
        let text: Rc<str> = text.into();
        self.texts.push(text.clone());
        self.ids.insert(text, sym);
        sym
    }
}

impl Sym {
    /// `__bool__`
    pub const BOOL: Sym = Sym(0);
    /// `__len__`
    pub const LEN: Sym = Sym(1);
    /// The empty string.
    pub const EMPTY: Sym = Sym(2);

    pub fn new(text: &str) -> Sym {
        INTERNER.with_borrow_mut(|interner| interner.intern(text))
    }

    /// The symbol of a text that is known already; does not intern. For names that come from a program's data.
    pub fn known(text: &str) -> Option<Sym> {
        INTERNER.with_borrow(|interner| interner.ids.get(text).copied())
    }

    pub fn text(self) -> Rc<str> {
        INTERNER.with_borrow(|interner| interner.texts[self.0 as usize].clone())
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
