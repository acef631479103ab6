//! The texts of a trace, each kept once.

use std::collections::HashMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// A text in a trace's [`Strings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StrId(pub u32);

/// An append-only table of texts.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    texts: Vec<Rc<str>>,
    ids: HashMap<Rc<str>, StrId>,
}

impl Strings {
    /// The id of `text`, which is added if it is new.
    pub fn intern(&mut self, text: &str) -> StrId {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = StrId(u32::try_from(self.texts.len()).expect("fewer than 2^32 texts"));
        let text: Rc<str> = text.into();
        self.texts.push(text.clone());
        self.ids.insert(text, id);
        id
    }

    /// The text of an id that this table gave.
    pub fn get(&self, id: StrId) -> &str {
        &self.texts[id.0 as usize]
    }
}
