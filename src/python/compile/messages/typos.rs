//! Keywords that are spelled wrong (`TracebackException._find_keyword_typos`, Lib/traceback.py).

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};

use super::{Context, Message};
use crate::python::suggest;

/// `keyword.kwlist`
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
];
/// Longest piece of source that is tried with other words, in bytes.
const MAX_LENGTH: usize = 1024;
const MAX_NAMES: usize = 10;
const MAX_KEYWORDS: usize = 3;
/// How alike a word and a keyword must be (`difflib.get_close_matches`).
const CUTOFF: f64 = 0.5;

impl Context<'_> {
    /// The message for a keyword in place of a name on the line of `error`, if that would make the line right.
    pub(super) fn keyword_typo(&self, error: TextRange) -> Option<Message> {
        let line = self.line(error.start());
        let names = self.tokens.iter().filter(|token| token.kind() == TokenKind::Name && self.line(token.start()) == line);
        for name in names.take(MAX_NAMES) {
            let word = &self.source.text[name.start().to_usize()..name.end().to_usize()];
            let fits = |keyword: &&str| self.is_right_with(line, name.range(), keyword);
            if let Some(keyword) = alike(word).into_iter().find(fits) {
                return Some(Message { range: name.range(), ..self.plain(format!("invalid syntax. Did you mean '{keyword}'?")) });
            }
        }
        None
    }

    /// Whether the statement would be right, as far as it goes, with another word.
    fn is_right_with(&self, line: u32, name: TextRange, keyword: &str) -> bool {
        let starts = [Some(line), self.clause_before(line)];
        starts.into_iter().flatten().any(|first| {
            let text = |line| self.source.line_text(line);
            let margin = text(first).len() - text(first).trim_start().len();
            let mut code = String::new();
            for number in first..line {
                code.push_str(text(number).get(margin..).unwrap_or(""));
                code.push('\n');
            }
            let last = text(line);
            let [start, end] = [name.start(), name.end()].map(|at| self.source.column(at.to_u32()) as usize);
            code.push_str(&format!("{}{keyword}{}", last.get(margin..start).unwrap_or(""), last.get(end..).unwrap_or("")));
            code.len() <= MAX_LENGTH && is_right_so_far(&code)
        })
    }

    /// The line above at the same level, which may begin the statement that `line` goes on with.
    fn clause_before(&self, line: u32) -> Option<u32> {
        let indent = |line: u32| self.source.line_text(line).len() - self.source.line_text(line).trim_start().len();
        let blank = |line: u32| self.source.line_text(line).trim().is_empty();
        (1..line)
            .rev()
            .filter(|&other| !blank(other))
            .find(|&other| indent(other) <= indent(line))
            .filter(|&other| indent(other) == indent(line))
    }
}

/// Whether a program could begin like that.
fn is_right_so_far(code: &str) -> bool {
    let code = format!("{code}\n");
    let parsed = parse_unchecked(&code, ParseOptions::from(Mode::Module));
    let end = code.trim_end().len();
    parsed.errors().iter().all(|error| error.location.start().to_usize() >= end)
}

/// The keywords most similar to a word, the most similar first.
fn alike(word: &str) -> Vec<&'static str> {
    let mut found: Vec<&str> = suggest::closest(word, KEYWORDS.iter().copied()).into_iter().collect();
    let mut scored: Vec<(f64, &str)> = KEYWORDS.iter().map(|&keyword| (similarity(keyword, word), keyword)).collect();
    scored.retain(|(score, _)| *score >= CUTOFF);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(a.1)));
    found.extend(scored.into_iter().take(MAX_KEYWORDS).map(|(_, keyword)| keyword));
    found.truncate(MAX_KEYWORDS);
    found.retain(|&keyword| keyword != word);
    found
}

/// `difflib.SequenceMatcher.ratio`
fn similarity(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    2.0 * matches(&a, &b) as f64 / (a.len() + b.len()) as f64
}

/// How many letters are in the longest stretch that both have, in the longest left of it, and so on.
fn matches(a: &[char], b: &[char]) -> usize {
    let mut best = (0, 0, 0);
    for i in 0..a.len() {
        for j in 0..b.len() {
            let length = a[i..].iter().zip(&b[j..]).take_while(|(x, y)| x == y).count();
            if length > best.2 {
                best = (i, j, length);
            }
        }
    }
    let (i, j, length) = best;
    if length == 0 {
        return 0;
    }
    length + matches(&a[..i], &b[..j]) + matches(&a[i + length..], &b[j + length..])
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn keywords_like_a_word_are_found() {
        assert_eq!(alike("whlie")[0], "while");
        assert_eq!(alike("elseif")[0], "elif");
        assert!(alike("xyz").is_empty());
    }
}
