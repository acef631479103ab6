//! A frame of a traceback as text: where it is, its source, and carets under what was being executed (`FrameSummary` and
//! `StackSummary.format_frame_summary`, Lib/traceback.py).

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use crate::python::code::Code;
use crate::python::compile::anchors::{anchors, is_plain_call};

/// Where a frame was.
#[derive(Clone, Debug)]
pub struct Place {
    /// The function.
    pub name: Rc<str>,
    pub code: Rc<Code>,
    /// The instruction that was being executed.
    pub pc: u32,
}

impl Place {
    pub fn new(code: &Rc<Code>, pc: u32) -> Place {
        Place { name: code.name.clone(), code: code.clone(), pc }
    }

    /// From 1.
    pub fn line(&self) -> u32 {
        self.code.lines.get(self.pc as usize).copied().unwrap_or(self.code.first_line)
    }

    /// The last line of what was executed.
    pub fn end_line(&self) -> u32 {
        let source = &self.code.source;
        match self.code.spans.get(self.pc as usize) {
            Some(span) if span.end > span.start => source.line(span.end.min(source.text.len() as u32)).max(self.line()),
            _ => self.line(),
        }
    }

    /// The columns, in bytes from 0, where what was executed begins in its first line and ends in its last.
    pub fn columns(&self) -> Option<(u32, u32)> {
        let span = self.code.spans.get(self.pc as usize).filter(|span| span.end > span.start)?;
        Some((self.code.source.column(span.start), self.code.source.column(span.end)))
    }

    /// The source line, without what is around it.
    pub fn text(&self) -> &str {
        self.code.source.line_text(self.line()).trim()
    }

    /// The entry without carets.
    pub fn plain_entry(&self) -> String {
        let mut text = format!("  File \"{}\", line {}, in {}\n", self.code.source.name, self.line(), self.name);
        if !self.text().is_empty() {
            text.push_str(&format!("    {}\n", self.text()));
        }
        text
    }

    /// The whole entry of a traceback, ending in a newline.
    pub fn entry(&self) -> String {
        let code = &self.code;
        let mut text = format!("  File \"{}\", line {}, in {}\n", code.source.name, self.line(), self.name);
        let lines: Vec<&str> = (self.line()..=self.end_line()).map(|line| code.source.line_text(line).trim_end()).collect();
        if lines.iter().all(|line| line.is_empty()) {
            return text;
        }
        match self.columns() {
            Some((start, end)) => text.push_str(&Excerpt::new(&lines, start as usize, end as usize).text()),
            None => text.push_str(&format!("    {}\n", self.text())),
        }
        text
    }
}

/// Lines of source, a part of them marked.
struct Excerpt {
    /// Without the indentation that all of them have.
    lines: Vec<String>,
    /// Where the marked part begins in the first line and ends in the last, in bytes.
    start: usize,
    end: usize,
}

impl Excerpt {
    fn new(lines: &[&str], start: usize, end: usize) -> Excerpt {
        let dedented = dedent(lines);
        let cut = lines[0].len() - dedented[0].len();
        let bound = |line: &String, at: usize| floor_boundary(line, at.saturating_sub(cut));
        let (start, end) = (bound(&dedented[0], start), bound(&dedented[dedented.len() - 1], end));
        Excerpt { lines: dedented, start, end }
    }

    fn text(&self) -> String {
        let joined = self.lines.join("\n");
        let marked = self.start..joined.len() - (self.lines[self.lines.len() - 1].len() - self.end);
        let segment = joined.get(marked.clone()).unwrap_or_default();
        let anchors = anchors(segment).map(|range| self.place(marked.start + range.start)..self.place(marked.start + range.end));
        let carets = self.shows_carets(&joined, &marked, anchors.is_some());
        let mut shown: Vec<String> = Vec::new();
        let mut previous: Option<usize> = None;
        for line in self.significant_lines(anchors.as_ref()) {
            match previous.map(|previous| line - previous) {
                Some(2) => self.push_line(&mut shown, line - 1, carets, anchors.as_ref()),
                Some(distance) if distance > 2 => shown.push(format!("...<{} lines>...", distance - 1)),
                _ => {}
            }
            self.push_line(&mut shown, line, carets, anchors.as_ref());
            previous = Some(line);
        }
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        dedent(&shown).iter().map(|line| format!("    {line}\n")).collect()
    }

    /// The line and byte of a byte of all lines joined.
    fn place(&self, mut at: usize) -> (usize, usize) {
        for (number, line) in self.lines.iter().enumerate() {
            if at <= line.len() {
                return (number, at);
            }
            at -= line.len() + 1;
        }
        (self.lines.len() - 1, self.lines[self.lines.len() - 1].len())
    }

    fn shows_carets(&self, joined: &str, marked: &Range<usize>, anchored: bool) -> bool {
        if is_plain_call(joined, marked) {
            return false;
        }
        let last = &self.lines[self.lines.len() - 1];
        anchored || !self.lines[0][..self.start].trim_start().is_empty() || !last[self.end..].trim_end().is_empty()
    }

    /// The first, the last, and those around the ends of the anchors.
    fn significant_lines(&self, anchors: Option<&Range<(usize, usize)>>) -> BTreeSet<usize> {
        let last = self.lines.len() - 1;
        let mut lines = BTreeSet::from([0, last]);
        for (line, _) in anchors.into_iter().flat_map(|anchors| [anchors.start, anchors.end]) {
            lines.extend(line.saturating_sub(1)..=(line + 1).min(last));
        }
        lines
    }

    fn push_line(&self, shown: &mut Vec<String>, number: usize, carets: bool, anchors: Option<&Range<(usize, usize)>>) {
        let line = &self.lines[number];
        shown.push(line.clone());
        if !carets {
            return;
        }
        let indent = line.len() - line.trim_start().len();
        let from = if number == 0 { indent.max(self.start) } else { indent };
        let to = if number == self.lines.len() - 1 { self.end } else { line.len() };
        let mut marks = String::new();
        for (at, letter) in line.char_indices().take_while(|(at, _)| *at < to) {
            let within = anchors.is_none_or(|anchors| (anchors.start..anchors.end).contains(&(number, at)));
            let mark = match (at < from, within) {
                (true, _) => ' ',
                (false, true) => '^',
                (false, false) => '~',
            };
            marks.extend(std::iter::repeat_n(mark, width(letter)));
        }
        shown.push(marks);
    }
}

/// The lines without the indentation that all of them have, blank ones aside (`textwrap.dedent`).
fn dedent(lines: &[&str]) -> Vec<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let margin = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| indent(line)).min().unwrap_or(0);
    lines.iter().map(|line| line.get(margin..).unwrap_or("").to_owned()).collect()
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Columns that a letter takes where all have the same width: two for those that `unicodedata` calls wide.
fn width(letter: char) -> usize {
    let wide = matches!(u32::from(letter),
        0x1100..=0x115F | 0x231A..=0x231B | 0x23E9..=0x23EC | 0x2E80..=0x303E | 0x3041..=0x33FF | 0x3400..=0x4DBF
        | 0x4E00..=0xA4CF | 0xA960..=0xA97F | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1FAFF | 0x20000..=0x3FFFD);
    if wide { 2 } else { 1 }
}
