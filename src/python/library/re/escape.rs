//! Escapes and sets of characters.

use super::parse::{Parsed, Parser};
use super::syntax::{Anchor, Kind, Node, SetItem, Single};

/// What a backslash and what follows it stand for.
pub enum Escape {
    Literal(char),
    Set(SetItem),
    Anchor(Anchor),
    Group(usize),
}

fn control(letter: char) -> Option<char> {
    Some(match letter {
        'a' => '\u{7}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        '\\' => '\\',
        _ => return None,
    })
}

fn class(letter: char) -> Option<SetItem> {
    let kind = match letter.to_ascii_lowercase() {
        'd' => Kind::Digit,
        's' => Kind::Space,
        'w' => Kind::Word,
        _ => return None,
    };
    Some(SetItem::Kind { kind, negated: letter.is_ascii_uppercase() })
}

impl Parser<'_> {
    /// The escape outside of sets whose backslash, at `begin`, was read.
    pub(super) fn escape(&mut self, begin: usize) -> Parsed<Escape> {
        let Some(letter) = self.peek() else { return Err(self.fault("bad escape (end of pattern)", begin)) };
        self.at += 1;
        let ascii = self.is_ascii();
        if let Some(item) = class(letter) {
            return Ok(Escape::Set(item));
        }
        Ok(match letter {
            'A' => Escape::Anchor(Anchor::Start),
            'Z' | 'z' => Escape::Anchor(Anchor::End),
            'b' => Escape::Anchor(Anchor::WordBoundary { ascii }),
            'B' => Escape::Anchor(Anchor::NoWordBoundary { ascii }),
            '0' => Escape::Literal(self.octal(begin, 2)?),
            '1'..='9' => {
                let is_octal = |at: usize| self.text.get(at).is_some_and(|digit| digit.is_digit(8));
                if letter < '8' && is_octal(self.at) && is_octal(self.at + 1) {
                    self.at -= 1;
                    return self.octal(begin, 3).map(Escape::Literal);
                }
                let second = self.peek().and_then(|digit| digit.to_digit(10));
                self.at += usize::from(second.is_some());
                let first = letter.to_digit(10).unwrap_or(0);
                Escape::Group(second.map_or(first, |second| first * 10 + second) as usize)
            }
            letter => Escape::Literal(self.code(letter, begin)?),
        })
    }

    /// Escapes that mean the same within sets and outside of them.
    fn code(&mut self, letter: char, begin: usize) -> Parsed<char> {
        let digits = match letter {
            'x' => 2,
            'u' if !self.is_ascii() || self.text.len() > self.at => 4,
            'U' => 8,
            letter => {
                let is_bad = letter.is_ascii_alphanumeric() && control(letter).is_none();
                let text: String = self.text[begin..self.at].iter().collect();
                return if is_bad {
                    Err(self.fault(format!("bad escape {text}"), begin))
                } else {
                    Ok(control(letter).unwrap_or(letter))
                };
            }
        };
        let found: String = self.text[self.at..].iter().take(digits).take_while(|digit| digit.is_ascii_hexdigit()).collect();
        self.at += found.len();
        let text: String = self.text[begin..self.at].iter().collect();
        if found.len() < digits {
            return Err(self.fault(format!("incomplete escape {text}"), begin));
        }
        let code = u32::from_str_radix(&found, 16).ok().and_then(char::from_u32);
        code.ok_or_else(|| self.fault(format!("bad escape {text}"), begin))
    }

    /// A character by up to so many octal digits.
    fn octal(&mut self, begin: usize, most: usize) -> Parsed<char> {
        let digits: String = self.text[self.at..].iter().take(most).take_while(|digit| digit.is_digit(8)).collect();
        self.at += digits.len();
        let code = if digits.is_empty() { 0 } else { u32::from_str_radix(&digits, 8).unwrap_or(0) };
        match char::from_u32(code).filter(|_| code <= 0o377) {
            Some(character) => Ok(character),
            None => Err(self.fault(format!("octal escape value \\{digits} outside of range 0-0o377"), begin)),
        }
    }

    /// A set whose bracket, at `begin`, was read.
    pub(super) fn set(&mut self, begin: usize) -> Parsed<Node> {
        let negated = self.eat('^');
        let mut items = Vec::new();
        let first = self.at;
        loop {
            let at = self.at;
            let Some(character) = self.peek() else { return Err(self.fault("unterminated character set", begin)) };
            if character == ']' && at > first {
                self.at += 1;
                break;
            }
            let low = self.set_member(begin)?;
            let is_range = self.peek() == Some('-') && self.text.get(self.at + 1).is_some_and(|next| *next != ']');
            if self.peek() == Some('-') && self.text.get(self.at + 1).is_none() {
                return Err(self.fault("unterminated character set", begin));
            }
            if !is_range {
                items.push(low);
                continue;
            }
            self.at += 1;
            let high = self.set_member(begin)?;
            match (low, high) {
                (SetItem::Range(low, _), SetItem::Range(high, _)) if low <= high => items.push(SetItem::Range(low, high)),
                _ => {
                    let text: String = self.text[at..self.at].iter().collect();
                    return Err(self.fault(format!("bad character range {text}"), at));
                }
            }
        }
        Ok(Node::Single(Single::Set { items, negated, ignore_case: self.ignores_case(), ascii: self.is_ascii() }))
    }

    /// A character or a class of characters within the set that begins at `begin`.
    fn set_member(&mut self, begin: usize) -> Parsed<SetItem> {
        let at = self.at;
        let Some(character) = self.peek() else { return Err(self.fault("unterminated character set", begin)) };
        self.at += 1;
        if character != '\\' {
            return Ok(SetItem::Range(character, character));
        }
        let Some(letter) = self.peek() else { return Err(self.fault("bad escape (end of pattern)", at)) };
        self.at += 1;
        if let Some(item) = class(letter) {
            return Ok(item);
        }
        let character = match letter {
            'b' => '\u{8}',
            '0'..='7' => {
                self.at -= 1;
                self.octal(at, 3)?
            }
            letter => self.code(letter, at)?,
        };
        Ok(SetItem::Range(character, character))
    }
}
