//! Pieces of Python text: docstrings, numbers, and lists that are broken over lines.

use crate::trace::Span;

/// PEP 8's limit of a line, in characters.
const LINE_WIDTH: usize = 79;

/// A docstring of one line that says `text`, a full stop added where it ends without punctuation.
pub fn docstring(text: &str) -> String {
    let stop = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("\"\"\"{}{stop}\"\"\"", escaped(text))
}

/// `text` inside a string literal between double quotes. Characters that cannot be seen, or that change how the text around them is
/// shown, are written as escapes.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | '"' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ if !is_invisible(c) => out.push(c),
            _ if u32::from(c) <= 0xff => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            _ if u32::from(c) <= 0xffff => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out
}

/// Controls, line and paragraph separators, zero-width characters, marks of text direction and tags.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A duration in seconds as a Python number, exact to the ns: `3`, `0.25`.
pub fn seconds(duration: Span) -> String {
    let (whole, fraction) = (duration.0 / Span::SECOND.0, duration.0 % Span::SECOND.0);
    if fraction == 0 { whole.to_string() } else { format!("{whole}.{fraction:09}").trim_end_matches('0').to_string() }
}

/// The calls of one activity: as they are, or `copies` of them with `number` counting from 1.
pub struct Calls {
    pub call: String,
    pub copies: u32,
}

impl Calls {
    fn one_line(&self) -> String {
        if self.copies == 1 { self.call.clone() } else { format!("*({} {})", self.call, numbers(self.copies)) }
    }

    /// The calls as items of a list that has one item a line, `indent` deep.
    fn lines(&self, indent: usize) -> String {
        let pad = " ".repeat(indent);
        let line = format!("{pad}{},\n", self.one_line());
        if self.copies == 1 || fits(&line) { line } else { self.comprehension(indent, "*(", "),") }
    }

    /// The copies as a comprehension between `opening` and `closing`, `indent` deep.
    pub fn comprehension(&self, indent: usize, opening: &str, closing: &str) -> String {
        let pad = " ".repeat(indent);
        let (call, clause) = (&self.call, numbers(self.copies));
        let line = format!("{pad}{opening}{call} {clause}{closing}\n");
        if fits(&line) { line } else { format!("{pad}{opening}\n{pad}    {call}\n{pad}    {clause}\n{pad}{closing}\n") }
    }
}

/// The clause that counts copies: `for number in range(1, 4)` for 3.
pub fn numbers(copies: u32) -> String {
    format!("for number in range(1, {})", copies + 1)
}

/// `opening`, the calls as a list and `closing`: on one line if that fits, else one item a line.
pub fn call_list(indent: usize, opening: &str, calls: &[Calls], closing: &str) -> String {
    let pad = " ".repeat(indent);
    let items: Vec<String> = calls.iter().map(Calls::one_line).collect();
    let line = format!("{pad}{opening}{}{closing}\n", items.join(", "));
    if fits(&line) {
        return line;
    }
    let items: String = calls.iter().map(|calls| calls.lines(indent + 4)).collect();
    format!("{pad}{opening}\n{items}{pad}{closing}\n")
}

fn fits(line: &str) -> bool {
    line.trim_end_matches('\n').chars().count() <= LINE_WIDTH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docstrings_hold_any_text() {
        let check = |text: &str, expected: &str| assert_eq!(docstring(text), expected);
        check("A", r#""""A.""""#);
        check("Ready?", r#""""Ready?""""#);
        check(r#"""" \"#, r#""""\"\"\" \\.""""#);
        check("a\nb\r\tc\0", r#""""a\nb\x0d\x09c\x00.""""#);
        check("\u{2028}\u{202e}\u{e0001}", r#""""\u2028\u202e\U000e0001.""""#);
        check("naïve 🦀 'x' {y} %s", r#""""naïve 🦀 'x' {y} %s.""""#);
    }

    #[test]
    fn seconds_are_exact() {
        let check = |nanoseconds: u64, expected: &str| assert_eq!(seconds(Span(nanoseconds)), expected);
        check(0, "0");
        check(1, "0.000000001");
        check(250_000_000, "0.25");
        check(10_000_000_000, "10");
        check(3_599_999_999_999, "3599.999999999");
    }
}
