//! What a pattern is once it is parsed: a tree, and the sets of characters in it.

use crate::python::builtins::unicode;

/// The flags of `re`.
pub mod flag {
    pub const IGNORECASE: u32 = 2;
    pub const LOCALE: u32 = 4;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const ASCII: u32 = 256;
}

/// How a repetition goes about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

/// A place that is checked without consuming anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// `\A`, and `^` without MULTILINE
    Start,
    /// `^` with MULTILINE
    LineStart,
    /// `\Z`
    End,
    /// `$` without MULTILINE: the end, or before a newline there
    LastLineEnd,
    /// `$` with MULTILINE
    LineEnd,
    WordBoundary {
        ascii: bool,
    },
    NoWordBoundary {
        ascii: bool,
    },
}

/// A class of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Digit,
    Space,
    Word,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SetItem {
    Range(char, char),
    Kind { kind: Kind, negated: bool },
}

/// What matches one character.
#[derive(Clone, Debug, PartialEq)]
pub enum Single {
    Literal {
        character: char,
        ignore_case: bool,
    },
    /// `.`
    NotNewline,
    /// `.` with DOTALL
    Any,
    Set {
        items: Vec<SetItem>,
        negated: bool,
        ignore_case: bool,
        ascii: bool,
    },
}

#[derive(Clone, Debug)]
pub enum Node {
    Empty,
    Single(Single),
    Anchor(Anchor),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Group { index: usize, body: Box<Node> },
    Repeat { body: Box<Node>, min: u32, max: u32, greed: Greed },
    Back { group: usize, ignore_case: bool },
    Look { body: Box<Node>, ahead: bool, negated: bool },
    Atomic(Box<Node>),
    IfGroup { group: usize, yes: Box<Node>, no: Box<Node> },
}

impl Node {
    /// The least and the greatest number of characters it matches.
    pub fn width(&self, groups: &[(u32, u32)]) -> (u32, u32) {
        match self {
            Node::Empty | Node::Anchor(_) | Node::Look { .. } => (0, 0),
            Node::Single(_) => (1, 1),
            Node::Sequence(nodes) => nodes
                .iter()
                .map(|node| node.width(groups))
                .fold((0, 0), |(least, most), (low, high)| (u32::saturating_add(least, low), u32::saturating_add(most, high))),
            Node::Either(nodes) => {
                let widths = nodes.iter().map(|node| node.width(groups));
                widths.fold((u32::MAX, 0), |(least, most), (low, high)| (least.min(low), most.max(high)))
            }
            Node::Group { body, .. } | Node::Atomic(body) => body.width(groups),
            Node::Repeat { body, min, max, .. } => {
                let (low, high) = body.width(groups);
                (low.saturating_mul(*min), high.saturating_mul(*max))
            }
            Node::Back { group, .. } => groups.get(*group).copied().unwrap_or((0, u32::MAX)),
            Node::IfGroup { yes, no, .. } => {
                let ((low, high), (other_low, other_high)) = (yes.width(groups), no.width(groups));
                (low.min(other_low), high.max(other_high))
            }
        }
    }
}

/// The one form in which characters that differ only in case are the same.
pub fn fold(character: char) -> char {
    let mut lower = character.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some('ſ'), None) => 's',
        (Some(lower), None) => lower,
        _ => character,
    }
}

fn upper(character: char) -> char {
    let mut upper = character.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) => upper,
        _ => character,
    }
}

pub fn is_word(character: char, ascii: bool) -> bool {
    match character {
        '_' => true,
        character if ascii || character.is_ascii() => character.is_ascii_alphanumeric(),
        character => unicode::is_alpha(character) || unicode::is_numeric(character),
    }
}

impl Kind {
    fn contains(self, character: char, ascii: bool) -> bool {
        match self {
            Kind::Word => is_word(character, ascii),
            Kind::Digit if ascii => character.is_ascii_digit(),
            Kind::Digit => unicode::is_decimal(character),
            Kind::Space if ascii => matches!(character, ' ' | '\t'..='\r'),
            Kind::Space => unicode::is_space(character),
        }
    }
}

impl Single {
    #[inline]
    pub fn matches(&self, character: char) -> bool {
        match self {
            Single::Literal { character: wanted, ignore_case: false } => *wanted == character,
            Single::Literal { character: wanted, ignore_case: true } => *wanted == character || fold(*wanted) == fold(character),
            Single::NotNewline => character != '\n',
            Single::Any => true,
            Single::Set { items, negated, ignore_case, ascii } => {
                let contains = |character| items.iter().any(|item| item.contains(character, *ascii));
                let found = contains(character) || *ignore_case && (contains(fold(character)) || contains(upper(character)));
                found != *negated
            }
        }
    }
}

impl SetItem {
    fn contains(&self, character: char, ascii: bool) -> bool {
        match self {
            SetItem::Range(first, last) => (*first..=*last).contains(&character),
            SetItem::Kind { kind, negated } => kind.contains(character, ascii) != *negated,
        }
    }
}
