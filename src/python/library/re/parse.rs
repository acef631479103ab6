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
    is_bytes: bool,
    groups: Vec<Option<String>>,
    /// Least and greatest width of the groups that are closed; `None` while they are open.
    widths: Vec<Option<(u32, u32)>>,
    /// Conditions on groups that were not there yet, with their places.
    forward: Vec<(usize, usize)>,
    depth: usize,
    /// How many groups there were before the lookbehind that is being parsed, if one is.
    behind: Option<usize>,
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

    fn alternatives(&mut self) -> Parsed<Node> {
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

    fn sequence(&mut self) -> Parsed<Node> {
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

    /// What begins with a parenthesis.
    fn group(&mut self, begin: usize) -> Parsed<Option<Node>> {
        if !self.eat('?') {
            return self.capture(begin, None).map(Some);
        }
        let end = self.at;
        let Some(kind) = self.peek() else { return Err(self.fault("unexpected end of pattern", end)) };
        self.at += 1;
        match kind {
            ':' => self.closed(begin).map(|body| Some(Node::Sequence(vec![body]))),
            '>' => self.closed(begin).map(|body| Some(Node::Atomic(Box::new(body)))),
            '#' => self.comment(begin).map(|()| None),
            '=' => self.look(begin, true, false).map(Some),
            '!' => self.look(begin, true, true).map(Some),
            '<' => self.behind(begin).map(Some),
            'P' => self.named(begin).map(Some),
            '(' => self.condition(begin).map(Some),
            _ => {
                self.at = end;
                self.flags_group(begin)
            }
        }
    }

    /// The rest of a group, up to its parenthesis.
    fn closed(&mut self, begin: usize) -> Parsed<Node> {
        let (flags, body) = (self.flags, self.alternatives()?);
        self.flags = flags;
        if !self.eat(')') {
            return Err(self.fault("missing ), unterminated subpattern", begin));
        }
        Ok(body)
    }

    fn capture(&mut self, begin: usize, name: Option<(String, usize)>) -> Parsed<Node> {
        let index = self.groups.len();
        if let Some((name, at)) = &name
            && let Some(other) = self.groups.iter().position(|group| group.as_ref() == Some(name))
        {
            return Err(self.fault(format!("redefinition of group name '{name}' as group {index}; was group {other}"), *at));
        }
        self.groups.push(name.map(|(name, _)| name));
        self.widths.push(None);
        let body = Box::new(self.closed(begin)?);
        let widths: Vec<(u32, u32)> = self.widths.iter().map(|width| width.unwrap_or((0, UNBOUNDED))).collect();
        self.widths[index] = Some(body.width(&widths));
        Ok(Node::Group { index, body })
    }

    fn comment(&mut self, begin: usize) -> Parsed<()> {
        while let Some(character) = self.peek() {
            self.at += 1;
            if character == ')' {
                return Ok(());
            }
        }
        Err(self.fault("missing ), unterminated comment", begin))
    }

    fn look(&mut self, begin: usize, ahead: bool, negated: bool) -> Parsed<Node> {
        let outer = self.behind;
        if !ahead && outer.is_none() {
            self.behind = Some(self.groups.len());
        }
        let body = Box::new(self.closed(begin)?);
        self.behind = outer;
        if !ahead {
            let widths: Vec<(u32, u32)> = self.widths.iter().map(|width| width.unwrap_or((0, UNBOUNDED))).collect();
            let (least, most) = body.width(&widths);
            if least != most {
                return Err(Fault { message: "look-behind requires fixed-width pattern".into(), at: None });
            }
        }
        Ok(Node::Look { body, ahead, negated })
    }

    fn behind(&mut self, begin: usize) -> Parsed<Node> {
        let Some(kind) = self.peek() else { return Err(self.fault("unexpected end of pattern", self.at)) };
        self.at += 1;
        match kind {
            '=' => self.look(begin, false, false),
            '!' => self.look(begin, false, true),
            _ => Err(self.fault(format!("unknown extension ?<{kind}"), begin + 1)),
        }
    }

    /// `(?P<name>...)` and `(?P=name)`
    fn named(&mut self, begin: usize) -> Parsed<Node> {
        let Some(kind) = self.peek() else { return Err(self.fault("unexpected end of pattern", self.at)) };
        self.at += 1;
        let at = self.at;
        match kind {
            '<' => {
                let name = self.name('>', "missing group name")?;
                self.check_name(&name, at)?;
                self.capture(begin, Some((name, at)))
            }
            '=' => {
                let name = self.name(')', "missing group name")?;
                self.check_name(&name, at)?;
                let found = self.groups.iter().position(|group| group.as_ref() == Some(&name));
                let group = found.ok_or_else(|| self.fault(format!("unknown group name '{name}'"), at))?;
                self.back_reference(group, at)
            }
            _ => Err(self.fault(format!("unknown extension ?P{kind}"), begin + 1)),
        }
    }

    /// The text up to `end`.
    fn name(&mut self, end: char, missing: &str) -> Parsed<String> {
        let at = self.at;
        let name: String = self.text[at..].iter().take_while(|character| **character != end).collect();
        self.at += name.chars().count();
        if name.is_empty() {
            return Err(self.fault(missing, at));
        }
        if !self.eat(end) {
            return Err(self.fault(format!("missing {end}, unterminated name"), at));
        }
        Ok(name)
    }

    fn check_name(&self, name: &str, at: usize) -> Parsed<()> {
        if crate::python::builtins::str::predicate::is_identifier(name) {
            return Ok(());
        }
        Err(self.fault(format!("bad character in group name {}", crate::python::builtins::str::repr::repr(name)), at))
    }

    /// `(?(group)yes|no)`
    fn condition(&mut self, begin: usize) -> Parsed<Node> {
        let at = self.at;
        let name = self.name(')', "missing group name")?;
        let group = if name.chars().all(|character| character.is_ascii_digit()) {
            let group: usize = name.parse().unwrap_or(usize::MAX);
            if group == 0 {
                return Err(self.fault("bad group number", at));
            }
            self.forward.push((group, at));
            group
        } else {
            self.check_name(&name, at)?;
            let found = self.groups.iter().position(|group| group.as_ref() == Some(&name));
            found.ok_or_else(|| self.fault(format!("unknown group name '{name}'"), at))?
        };
        let flags = self.flags;
        let yes = Box::new(self.sequence()?);
        let no = Box::new(if self.eat('|') { self.sequence()? } else { Node::Empty });
        if self.peek() == Some('|') {
            return Err(self.fault("conditional backref with more than two branches", self.at));
        }
        self.flags = flags;
        if !self.eat(')') {
            return Err(self.fault("missing ), unterminated subpattern", begin));
        }
        Ok(Node::IfGroup { group, yes, no })
    }

    /// `(?aimsx-imsx:...)`, and at the start `(?aimsx)`
    fn flags_group(&mut self, begin: usize) -> Parsed<Option<Node>> {
        let on = self.flag_letters(begin, false)?;
        let mut off = 0;
        if self.eat(')') {
            if begin > 0 {
                return Err(self.fault("global flags not at the start of the expression", begin));
            }
            self.set_flags(on, 0);
            return Ok(None);
        }
        if self.eat('-') {
            off = self.flag_letters(begin, true)?;
            if on & off != 0 {
                return Err(self.fault("bad inline flags: flag turned on and off", self.at));
            }
        }
        if !self.eat(':') {
            return Err(match self.peek() {
                _ if off != 0 => self.fault("missing :", self.at),
                None => self.fault("missing -, : or )", self.at),
                Some(character) if character.is_alphabetic() => self.fault("unknown flag", self.at),
                Some(_) => self.fault("missing -, : or )", self.at),
            });
        }
        let outer = self.flags;
        self.set_flags(on, off);
        let body = self.closed(begin)?;
        self.flags = outer;
        Ok(Some(Node::Sequence(vec![body])))
    }

    fn set_flags(&mut self, on: u32, off: u32) {
        if on & flag::ASCII != 0 {
            self.flags &= !flag::UNICODE;
        }
        if on & flag::UNICODE != 0 {
            self.flags &= !flag::ASCII;
        }
        self.flags = (self.flags | on) & !off;
    }

    /// Letters of flags, as many as there are.
    fn flag_letters(&mut self, begin: usize, off: bool) -> Parsed<u32> {
        let mut flags = 0;
        let first = self.at;
        while let Some(letter) = self.peek() {
            let flag = match letter {
                'a' => flag::ASCII,
                'i' => flag::IGNORECASE,
                'L' => flag::LOCALE,
                'm' => flag::MULTILINE,
                's' => flag::DOTALL,
                'u' => flag::UNICODE,
                'x' => flag::VERBOSE,
                '-' | ':' | ')' if self.at > first || letter == '-' && !off => break,
                _ if off && self.at == first => return Err(self.fault("missing flag", self.at)),
                letter if self.at == first => return Err(self.fault(format!("unknown extension ?{letter}"), begin + 1)),
                letter if letter.is_alphabetic() => return Err(self.fault("unknown flag", self.at)),
                _ => break,
            };
            self.at += 1;
            self.check_flag(letter, flag, flags, off)?;
            flags |= flag;
        }
        if off && self.at == first {
            return Err(self.fault("missing flag", self.at));
        }
        Ok(flags)
    }

    fn check_flag(&self, letter: char, flag: u32, before: u32, off: bool) -> Parsed<()> {
        const TYPES: u32 = flag::ASCII | flag::LOCALE | flag::UNICODE;
        let message = match letter {
            'L' if !self.is_bytes => "bad inline flags: cannot use 'L' flag with a str pattern",
            'u' if self.is_bytes => "bad inline flags: cannot use 'u' flag with a bytes pattern",
            _ if flag & TYPES == 0 => return Ok(()),
            _ if off => "bad inline flags: cannot turn off flags 'a', 'u' and 'L'",
            _ if before & TYPES != 0 => "bad inline flags: flags 'a', 'u' and 'L' are incompatible",
            _ => return Ok(()),
        };
        Err(self.fault(message, self.at))
    }
}
