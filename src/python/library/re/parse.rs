//! Patterns to trees: the syntax and the messages of Lib/re/_parser.py.

use super::escape::Escape;
use super::syntax::{Anchor, Greed, Node, Single, flag};

/// Groups within groups more than this are refused.
const MAX_DEPTH: usize = 200;

/// What a repetition without an upper bound has as one.
pub const UNBOUNDED: u32 = u32::MAX;

/// Why a text is no pattern, and at which character of it.
#[derive(Debug, PartialEq)]
pub struct Fault {
    pub message: String,
    pub at: Option<usize>,
}

pub type Parsed<T> = Result<T, Fault>;

/// A parsed pattern.
#[derive(Debug)]
pub struct Tree {
    pub root: Node,
    pub flags: u32,
    /// Names of the groups, by their number; that of the whole match is none.
    pub groups: Vec<Option<String>>,
}

pub struct Parser<'a> {
    pub(super) text: &'a [char],
    pub(super) at: usize,
    pub(super) flags: u32,
    pub(super) is_bytes: bool,
    pub(super) groups: Vec<Option<String>>,
    /// Least and greatest width of the groups that are closed; `None` while they are open.
    pub(super) widths: Vec<Option<(u32, u32)>>,
    /// Conditions on groups that were not there yet, with their places.
    pub(super) forward: Vec<(usize, usize)>,
    depth: usize,
    /// How many groups there were before the lookbehind that is being parsed, if one is.
    pub(super) behind: Option<usize>,
}

pub fn parse(text: &[char], flags: u32, is_bytes: bool) -> Parsed<Tree> {
    let flags = if is_bytes || flags & flag::ASCII != 0 { flags } else { flags | flag::UNICODE };
    let (groups, widths) = (vec![None], vec![None]);
    let mut parser = Parser { text, at: 0, flags, is_bytes, groups, widths, forward: Vec::new(), depth: 0, behind: None };
    let root = parser.alternatives()?;
    if parser.peek().is_some() {
        return Err(parser.fault("unbalanced parenthesis", parser.at));
    }
    if let Some(&(group, at)) = parser.forward.iter().find(|(group, _)| *group >= parser.groups.len()) {
        return Err(parser.fault(format!("invalid group reference {group}"), at));
    }
    Ok(Tree { root, flags: parser.flags, groups: parser.groups })
}

impl Parser<'_> {
    pub(super) fn fault(&self, message: impl Into<String>, at: usize) -> Fault {
        Fault { message: message.into(), at: Some(at) }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    pub(super) fn eat(&mut self, character: char) -> bool {
        let found = self.peek() == Some(character);
        self.at += usize::from(found);
        found
    }

    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    pub(super) fn is_ascii(&self) -> bool {
        self.is_bytes || self.has(flag::ASCII)
    }

    pub(super) fn ignores_case(&self) -> bool {
        self.has(flag::IGNORECASE)
    }

    fn literal(&self, character: char) -> Node {
        Node::Single(Single::Literal { character, ignore_case: self.ignores_case() })
    }

    pub(super) fn alternatives(&mut self) -> Parsed<Node> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.fault("groups are nested too deeply", self.at));
        }
        let mut branches = vec![self.sequence()?];
        while self.eat('|') {
            branches.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Either(branches) })
    }

    pub(super) fn sequence(&mut self) -> Parsed<Node> {
        let mut nodes = Vec::new();
        while let Some(character) = self.peek() {
            if matches!(character, '|' | ')') {
                break;
            }
            let begin = self.at;
            self.at += 1;
            if self.has(flag::VERBOSE) && self.skip_layout(character) {
                continue;
            }
            match character {
                '*' | '+' | '?' => nodes = self.repeat(nodes, begin)?,
                '{' if self.is_counted_repeat() => nodes = self.repeat(nodes, begin)?,
                _ => nodes.extend(self.atom(character, begin)?),
            }
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Sequence(nodes) })
    }

    /// Of a pattern in layout: whether the character is a space, or begins a comment, which is skipped.
    fn skip_layout(&mut self, character: char) -> bool {
        if character == '#' {
            while self.peek().is_some_and(|next| next != '\n') {
                self.at += 1;
            }
        }
        matches!(character, ' ' | '\t'..='\r' | '#')
    }

    /// What begins with `character`, which has been read; `None` for what matches nothing by itself, a comment say.
    fn atom(&mut self, character: char, begin: usize) -> Parsed<Option<Node>> {
        Ok(Some(match character {
            '.' => Node::Single(if self.has(flag::DOTALL) { Single::Any } else { Single::NotNewline }),
            '^' => Node::Anchor(if self.has(flag::MULTILINE) { Anchor::LineStart } else { Anchor::Start }),
            '$' => Node::Anchor(if self.has(flag::MULTILINE) { Anchor::LineEnd } else { Anchor::LastLineEnd }),
            '(' => return self.group(begin),
            '[' => self.set(begin)?,
            '\\' => match self.escape(begin)? {
                Escape::Literal(character) => self.literal(character),
                Escape::Set(item) => {
                    let ascii = self.is_ascii();
                    Node::Single(Single::Set { items: vec![item], negated: false, ignore_case: false, ascii })
                }
                Escape::Anchor(anchor) => Node::Anchor(anchor),
                Escape::Group(group) => self.back_reference(group, begin + 1)?,
            },
            character => self.literal(character),
        }))
    }

    /// Behind a `{`: whether a repetition is there (`{2}`, `{2,}`, `{,3}`, `{2,3}`) and not just the brace.
    fn is_counted_repeat(&self) -> bool {
        let rest: String = self.text[self.at..].iter().take_while(|character| **character != '}').collect();
        let is_closed = self.text.get(self.at + rest.chars().count()) == Some(&'}');
        let is_number = |text: &str| text.chars().all(|character| character.is_ascii_digit());
        is_closed && !rest.is_empty() && rest.split(',').count() <= 2 && rest.split(',').all(is_number)
    }

    /// The repetition whose sign was read, at `begin`, of the last of the nodes.
    fn repeat(&mut self, mut nodes: Vec<Node>, begin: usize) -> Parsed<Vec<Node>> {
        let (min, max) = match self.text[begin] {
            '*' => (0, UNBOUNDED),
            '+' => (1, UNBOUNDED),
            '?' => (0, 1),
            _ => self.counts(begin)?,
        };
        let body = match nodes.pop() {
            None | Some(Node::Anchor(_)) => return Err(self.fault("nothing to repeat", begin)),
            Some(Node::Repeat { .. }) => return Err(self.fault("multiple repeat", begin)),
            Some(node) => Box::new(node),
        };
        let greed = match () {
            () if self.eat('?') => Greed::Lazy,
            () if self.eat('+') => Greed::Possessive,
            () => Greed::Greedy,
        };
        nodes.push(Node::Repeat { body, min, max, greed });
        Ok(nodes)
    }

    fn counts(&mut self, begin: usize) -> Parsed<(u32, u32)> {
        let low = self.digits();
        let high = if self.eat(',') { self.digits() } else { low.clone() };
        self.at += 1;
        let too_large = || Fault { message: "the repetition number is too large".into(), at: None };
        let number = |text: &str| text.parse::<u32>().ok().filter(|&number| number < UNBOUNDED).ok_or_else(too_large);
        let min = if low.is_empty() { 0 } else { number(&low)? };
        let max = if high.is_empty() { UNBOUNDED } else { number(&high)? };
        if max < min {
            return Err(self.fault("min repeat greater than max repeat", begin + 1));
        }
        Ok((min, max))
    }

    fn digits(&mut self) -> String {
        let digits: String = self.text[self.at..].iter().take_while(|character| character.is_ascii_digit()).collect();
        self.at += digits.len();
        digits
    }

    pub(super) fn back_reference(&self, group: usize, at: usize) -> Parsed<Node> {
        if self.widths.get(group).is_none_or(Option::is_none) {
            return Err(if group < self.groups.len() {
                self.fault("cannot refer to an open group", at - 1)
            } else {
                self.fault(format!("invalid group reference {group}"), at)
            });
        }
        if self.behind.is_some_and(|groups| group >= groups) {
            return Err(self.fault("cannot refer to group defined in the same lookbehind subpattern", at));
        }
        Ok(Node::Back { group, ignore_case: self.ignores_case() })
    }
}
