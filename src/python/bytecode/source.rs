//! Source files, and where in them something is.

/// Where an instruction comes from: byte offsets into the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceSpan {
    pub start: u32,
    pub end: u32,
}

/// A source file: its name as tracebacks show it, its text and where its lines begin.
#[derive(Debug)]
pub struct Source {
    pub name: String,
    pub text: String,
    line_starts: Vec<u32>,
    /// Whether the file is the user's, so that its lines are shown and its instructions cost time.
    pub user: bool,
    /// Of a library file: lines and the numbers that CPython's file has for what is there, by our line.
    shown_lines: Vec<(u32, u32)>,
}

impl Source {
    pub fn new(name: &str, text: &str, user: bool) -> Source {
        let newlines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at as u32 + 1)).collect();
        let shown_lines = if user { Vec::new() } else { text.lines().zip(1..).filter_map(shown_line).collect() };
        Source { name: name.to_owned(), text: text.to_owned(), line_starts, user, shown_lines }
    }

    /// The number that messages have for a line: its own in a program. `created at .../base_events.py:459` and the like name
    /// lines of CPython's library; a comment `# line 459` in ours says which. Other lines of the library have none.
    pub fn shown_line(&self, line: u32) -> Option<u32> {
        if self.user {
            return Some(line);
        }
        let at = self.shown_lines.binary_search_by_key(&line, |&(ours, _)| ours);
        at.ok().map(|at| self.shown_lines[at].1)
    }

    /// The line, from 1, that a byte offset is in.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The column, in bytes from 0, that a byte offset is at.
    pub fn column(&self, offset: u32) -> u32 {
        offset - self.line_starts[self.line(offset) as usize - 1]
    }

    /// The text of a line, from 1, without its end; empty where there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        let text = self.line_starts.get((line as usize).wrapping_sub(1)).map(|&start| &self.text[start as usize..]);
        text.and_then(|text| text.lines().next()).unwrap_or("")
    }
}

/// A line of the library with the number that a comment at its end gives it.
fn shown_line((text, line): (&str, u32)) -> Option<(u32, u32)> {
    let (_, number) = text.rsplit_once("  # line ")?;
    Some((line, number.parse().ok()?))
}
