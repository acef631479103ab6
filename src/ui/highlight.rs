//! Python source in pieces to be coloured: just enough to read by, no parser.

/// What a piece of source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Keyword,
    Text,
    Number,
    Comment,
    /// The name after `def` or `class`.
    Definition,
}

impl Kind {
    pub fn class(self) -> Option<&'static str> {
        match self {
            Kind::Plain => None,
            Kind::Keyword => Some("py-keyword"),
            Kind::Text => Some("py-text"),
            Kind::Number => Some("py-number"),
            Kind::Comment => Some("py-comment"),
            Kind::Definition => Some("py-definition"),
        }
    }
}

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
];

/// The pieces of one line, which together are the line. Texts over several lines are recognised if each line begins or ends one.
pub fn pieces(line: &str) -> Vec<(Kind, &str)> {
    let mut pieces: Vec<(Kind, &str)> = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '#' => rest.len(),
            '"' | '\'' => text_length(rest),
            '0'..='9' => rest.find(|c| !is_word(c) && c != '.').unwrap_or(rest.len()),
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ => rest.find(|c| is_word(c) || matches!(c, '#' | '"' | '\'')).unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at(length);
        let defines =
            pieces.iter().rev().find(|(kind, _)| *kind != Kind::Plain).is_some_and(|(_, word)| matches!(*word, "def" | "class"));
        pieces.push((kind(piece, first, defines), piece));
        rest = after;
    }
    pieces
}

fn kind(piece: &str, first: char, defines: bool) -> Kind {
    match first {
        '#' => Kind::Comment,
        '"' | '\'' => Kind::Text,
        '0'..='9' => Kind::Number,
        _ if KEYWORDS.contains(&piece) => Kind::Keyword,
        _ if defines && is_word(first) => Kind::Definition,
        _ => Kind::Plain,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// To the end of the string literal that the text begins with, or of the line.
fn text_length(text: &str) -> usize {
    let quote = [r#"""""#, "'''", "\"", "'"].into_iter().find(|quote| text.starts_with(quote)).unwrap_or("\"");
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(quote.len()) {
        if !escaped && text[at..].starts_with(quote) {
            return at + quote.len();
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::Kind::*;
    use super::*;

    fn check(line: &str, expected: &[(Kind, &str)]) {
        let pieces = pieces(line);
        assert_eq!(pieces.iter().map(|(_, piece)| *piece).collect::<String>(), line);
        let coloured: Vec<(Kind, &str)> = pieces.into_iter().filter(|(kind, _)| *kind != Plain).collect();
        assert_eq!(coloured, expected);
    }

    #[test]
    fn lines_are_cut_into_pieces() {
        check("async def a_1():", &[(Keyword, "async"), (Keyword, "def"), (Definition, "a_1")]);
        check("    await asyncio.sleep(3.5)  # wait", &[(Keyword, "await"), (Number, "3.5"), (Comment, "# wait")]);
        check(r#"x = "a \" # b" + 'c'"#, &[(Text, r#""a \" # b""#), (Text, "'c'")]);
        check(r#"    """Äh "so" what.""""#, &[(Text, r#""""Äh "so" what.""""#)]);
        check("", &[]);
    }
}
