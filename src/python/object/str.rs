//! Strings: immutable UTF-8 with the number of code points known, so that indexing is constant time for ASCII.

use std::cell::Cell;

use compact_str::{CompactString, ToCompactString};

use super::heap::Obj;
use super::symbol::Sym;
use super::value::Value;

/// A Python string. Surrogates do not occur.
#[derive(Debug)]
pub struct Str {
    /// In the object itself if it is short, as most are.
    text: CompactString,
    /// Number of code points: what `len()` says.
    len: usize,
    /// The hash, once it was asked for.
    hash: Cell<Option<i64>>,
    /// The name it is, once it was used as one.
    sym: Cell<Option<Sym>>,
}

impl Str {
    pub fn new(text: impl Into<CompactString>) -> Str {
        let text = text.into();
        let len = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str { text, len, hash: Cell::new(None), sym: Cell::new(None) }
    }

    pub fn interned(text: &str, sym: Sym) -> Str {
        let string = Str::new(text);
        string.sym.set(Some(sym));
        string
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Number of code points.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn is_ascii(&self) -> bool {
        self.len == self.text.len()
    }

    /// The name this string is, interned if it was not yet.
    pub fn sym(&self) -> Sym {
        match self.sym.get() {
            Some(sym) => sym,
            None => {
                let sym = Sym::new(&self.text);
                self.sym.set(Some(sym));
                sym
            }
        }
    }

    /// The hash, computed by `compute` the first time.
    pub fn hash_with(&self, compute: impl FnOnce(&str) -> i64) -> i64 {
        match self.hash.get() {
            Some(hash) => hash,
            None => {
                let hash = compute(&self.text);
                self.hash.set(Some(hash));
                hash
            }
        }
    }
}

thread_local! {
    /// The strings of one ASCII character, so that walking a text allocates nothing.
    static ASCII: [Value; 128] = std::array::from_fn(|code| Value::from(Obj::Str(Str::new((code as u8 as char).to_compact_string()))));
}

/// The string of one character.
pub fn character(character: char) -> Value {
    if character.is_ascii() {
        ASCII.with(|strings| strings[character as usize].clone())
    } else {
        Value::from(Obj::Str(Str::new(character.to_compact_string())))
    }
}
