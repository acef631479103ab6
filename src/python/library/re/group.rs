//! What begins with a parenthesis: groups, lookaround, conditions, flags.

use super::parse::{Fault, Parsed, Parser, UNBOUNDED};
use super::syntax::{Node, flag};

impl Parser<'_> {
    /// What begins with a parenthesis.
    pub(super) fn group(&mut self, begin: usize) -> Parsed<Option<Node>> {
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
