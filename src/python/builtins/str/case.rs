//! Upper and lower case.

use compact_str::CompactString;

use super::this;
use crate::python::native::{Def, Result};
use crate::python::object::Value;
use crate::python::vm::Cx;

pub const METHODS: &[Def] = &[
    Def::new("upper(self, /)", |_, args| map_ascii(args, "upper", str::make_ascii_uppercase, str::to_uppercase)),
    Def::new("lower(self, /)", |_, args| map_ascii(args, "lower", str::make_ascii_lowercase, str::to_lowercase)),
    Def::new("casefold(self, /)", |_, args| map(args, "casefold", casefold)),
    Def::new("swapcase(self, /)", |_, args| map(args, "swapcase", swapcase)),
    Def::new("capitalize(self, /)", |_, args| map(args, "capitalize", capitalize)),
    Def::new("title(self, /)", |_, args| map(args, "title", title)),
    Def::new("isupper(self, /)", is_upper),
    Def::new("islower(self, /)", is_lower),
    Def::new("istitle(self, /)", is_title),
];

fn map(args: &[Value], method: &str, change: fn(&str) -> String) -> Result<Value> {
    Ok(Value::from(change(this(args, method)?.as_str())))
}

/// The same in place where the text is ASCII.
fn map_ascii(args: &[Value], method: &str, in_place: fn(&mut str), change: fn(&str) -> String) -> Result<Value> {
    let string = this(args, method)?;
    if !string.is_ascii() {
        return Ok(Value::from(change(string.as_str())));
    }
    let mut text = CompactString::from(string.as_str());
    in_place(&mut text);
    Ok(Value::from(text))
}

/// Full case folding is the lower case of the upper case, but for letters whose upper case is another letter's.
fn casefold(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{131}' => c.to_string(),
        '\u{1e9e}' => "ss".to_owned(),
        _ => c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect(),
    };
    text.chars().map(fold).collect()
}

fn swapcase(text: &str) -> String {
    let mut swapped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_uppercase() {
            push_lower(&mut swapped, text, at, c);
        } else {
            swapped.extend(c.to_uppercase());
        }
    }
    swapped
}

/// The title case of a letter: of a digraph or ligature only the first letter is large.
fn title_case(c: char) -> String {
    match c {
        '\u{1c4}'..='\u{1c6}' => "\u{1c5}".to_owned(),
        '\u{1c7}'..='\u{1c9}' => "\u{1c8}".to_owned(),
        '\u{1ca}'..='\u{1cc}' => "\u{1cb}".to_owned(),
        '\u{1f1}'..='\u{1f3}' => "\u{1f2}".to_owned(),
        '\u{149}' => c.to_uppercase().collect(),
        _ => {
            let mut upper = c.to_uppercase();
            let first: String = upper.next().into_iter().collect();
            first + &upper.flat_map(char::to_lowercase).collect::<String>()
        }
    }
}

fn capitalize(text: &str) -> String {
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else { return String::new() };
    chars.fold(title_case(first), |mut capitalized, (at, c)| {
        push_lower(&mut capitalized, text, at, c);
        capitalized
    })
}

/// The lower case of `c`, which is at byte `at` of `text`: a sigma at the end of a word has a form of its own.
fn push_lower(lowered: &mut String, text: &str, at: usize, c: char) {
    const SIGMA: char = '\u{3a3}';
    let ends_word = || {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        before.chars().next_back().is_some_and(is_cased) && !after.chars().next().is_some_and(is_cased)
    };
    if c == SIGMA && ends_word() {
        lowered.push('\u{3c2}');
    } else {
        lowered.extend(c.to_lowercase());
    }
}

fn is_cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase() || is_titlecase(c)
}

fn is_titlecase(c: char) -> bool {
    matches!(c, '\u{1c5}' | '\u{1c8}' | '\u{1cb}' | '\u{1f2}')
}

/// Every run of cased letters is a word.
fn title(text: &str) -> String {
    let mut titled = String::with_capacity(text.len());
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        if in_word {
            push_lower(&mut titled, text, at, c);
        } else {
            titled.push_str(&title_case(c));
        }
        in_word = is_cased(c);
    }
    titled
}

fn is_upper(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let text = this(args, "isupper")?.as_str();
    let others = text.chars().any(|c| c.is_lowercase() || is_titlecase(c));
    Ok(Value::Bool(!others && text.chars().any(char::is_uppercase)))
}

fn is_lower(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let text = this(args, "islower")?.as_str();
    let others = text.chars().any(|c| c.is_uppercase() || is_titlecase(c));
    Ok(Value::Bool(!others && text.chars().any(char::is_lowercase)))
}

fn is_title(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let (mut in_word, mut any) = (false, false);
    for c in this(args, "istitle")?.as_str().chars() {
        let starts = c.is_uppercase() || is_titlecase(c);
        if if in_word { starts } else { c.is_lowercase() } {
            return Ok(Value::Bool(false));
        }
        in_word = is_cased(c);
        any |= in_word;
    }
    Ok(Value::Bool(any))
}
