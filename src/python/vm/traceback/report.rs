//! An exception as text: its frames, its last lines, what it came from, what it groups (`TracebackException.format`).

use std::collections::HashSet;

use crate::python::compile::excerpt::marked_line;
use crate::python::core::ExceptionKind;
use crate::python::object::{Exception, Obj, Ref, Sym, Value};

use super::frame::Place;
use super::{class_name, entries, is_a, places, typed, words};

/// So many frames at the same place are shown.
const REPEATS: usize = 3;
/// Most exceptions that one traceback tells of.
const MAX_NODES: usize = 2000;
const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether what it came from is told, too.
    pub chain: bool,
    /// At most so many frames: the outermost ones, or the innermost ones if negative.
    pub limit: Option<i64>,
    /// Exceptions of a group that are shown.
    pub max_group_width: usize,
    /// Groups in groups that are shown.
    pub max_group_depth: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options { chain: true, limit: None, max_group_width: 15, max_group_depth: 10 }
    }
}

/// The whole text.
pub fn text(exception: &Ref, options: &Options) -> String {
    pieces(exception, options).concat()
}

/// The same in pieces, a header, frame or line each.
pub fn pieces(exception: &Ref, options: &Options) -> Vec<String> {
    let mut printer = Printer { pieces: Vec::new(), depth: 0, needs_close: false, nodes: nodes(exception), options };
    printer.chain(0);
    printer.pieces
}

/// The entries of some frames, outermost first, with repetitions counted instead of shown (`StackSummary.format`).
pub fn frames(places: &[Place]) -> Vec<String> {
    let mut entries = Vec::new();
    let same = |a: &Place, b: &Place| a.line() == b.line() && a.name == b.name && a.code.source.name == b.code.source.name;
    for run in places.chunk_by(same) {
        entries.extend(run.iter().take(REPEATS).map(Place::entry));
        if let more @ 1.. = run.len().saturating_sub(REPEATS) {
            let s = if more == 1 { "" } else { "s" };
            entries.push(format!("  [Previous line repeated {more} more time{s}]\n"));
        }
    }
    entries
}

/// Those of the frames that a `limit` leaves.
pub fn limited(places: Vec<Place>, limit: Option<i64>) -> Vec<Place> {
    match limit {
        None => places,
        Some(limit @ 0..) => places.into_iter().take(usize::try_from(limit).unwrap_or(usize::MAX)).collect(),
        Some(limit) => {
            let wanted = usize::try_from(limit.unsigned_abs()).unwrap_or(usize::MAX);
            let skipped = places.len().saturating_sub(wanted);
            places.into_iter().skip(skipped).collect()
        }
    }
}

/// The last lines of the traceback: type, message and notes (`format_exception_only`).
pub fn last_lines(exception: &Ref) -> Vec<String> {
    let Some(inner) = exception.as_exception() else { return Vec::new() };
    let words = words(exception, inner);
    let mut lines = Vec::new();
    if is_a(inner, ExceptionKind::SyntaxError) {
        lines.extend(syntax_error_place(inner));
        let message = inner.attrs.get(Sym::new("msg")).filter(|message| !message.is_none());
        let message = message.and_then(|message| message.as_str().map(str::to_owned));
        lines.push(format!("{}: {}\n", class_name(inner), message.unwrap_or(words.plain)));
    } else {
        lines.push(format!("{}\n", typed(inner, &words.text)));
    }
    lines.extend(words.notes.iter().flat_map(|note| note.split('\n')).map(|line| format!("{line}\n")));
    lines
}

/// The lines that show where a SyntaxError raised by the program says it is.
fn syntax_error_place(error: &Exception) -> Vec<String> {
    let attribute = |name| error.attrs.get(Sym::new(name)).unwrap_or_default();
    let Value::Int(line) = attribute("lineno") else { return Vec::new() };
    let file = attribute("filename");
    let mut lines = vec![format!("  File \"{}\", line {line}\n", file.as_str().unwrap_or("<string>"))];
    if let Some(text) = attribute("text").as_str() {
        let column = |name| if let Value::Int(column) = attribute(name) { usize::try_from(column).ok() } else { None };
        lines.push(marked_line(text, column("offset"), column("end_offset")));
    }
    lines
}

/// The exceptions that an exception groups.
pub fn members(exception: &Exception) -> Option<Vec<Ref>> {
    if !is_a(exception, ExceptionKind::BaseExceptionGroup) {
        return None;
    }
    let members = exception.arg(1);
    let refs = |items: &[Value]| items.iter().filter_map(|item| item.as_ref().cloned()).collect();
    Some(match members.payload().obj() {
        Some(Obj::List(items)) => refs(&items.borrow()),
        _ => refs(members.as_tuple().unwrap_or_default()),
    })
}

/// An exception with what is told of it: what it came from, what it groups, as places in a list.
struct Node {
    exception: Ref,
    cause: Option<usize>,
    context: Option<usize>,
    members: Option<Vec<usize>>,
}

impl Node {
    fn new(exception: Ref) -> Node {
        Node { exception, cause: None, context: None, members: None }
    }
}

/// All exceptions that are told of. Each is told once, where it is met first in the order in which `TracebackException.__init__` goes through
/// them; members of groups always are.
fn nodes(exception: &Ref) -> Vec<Node> {
    let mut nodes = vec![Node::new(exception.clone())];
    let mut seen = HashSet::from([exception.address()]);
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        let exception = nodes[at].exception.clone();
        let Some(inner) = exception.as_exception() else { continue };
        let mut add = |other: &Value, always: bool| {
            let other = other.as_ref().filter(|_| nodes.len() < MAX_NODES)?;
            (seen.insert(other.address()) || always).then(|| {
                nodes.push(Node::new(other.clone()));
                nodes.len() - 1
            })
        };
        let cause = add(&inner.cause.borrow(), false);
        let with_context = cause.is_none() && !inner.suppress_context.get();
        let context = if with_context { add(&inner.context.borrow(), false) } else { None };
        let members = members(inner);
        let members =
            members.map(|members| members.into_iter().filter_map(|member| add(&Value::Obj(member), true)).collect::<Vec<_>>());
        open.extend(cause);
        open.extend(context);
        open.extend(members.iter().flatten());
        (nodes[at].cause, nodes[at].context, nodes[at].members) = (cause, context, members);
    }
    nodes
}

/// The text so far, and how deep in groups it is.
struct Printer<'a> {
    pieces: Vec<String>,
    depth: usize,
    /// The innermost group that ends here has to draw the line below.
    needs_close: bool,
    nodes: Vec<Node>,
    options: &'a Options,
}

impl Printer<'_> {
    /// An exception after those it came from.
    fn chain(&mut self, at: usize) {
        let mut links = vec![(at, None)];
        while let Some(last) = links.last_mut().filter(|_| self.options.chain) {
            let node = &self.nodes[last.0];
            let (origin, link) = match (node.cause, node.context) {
                (Some(cause), _) => (cause, CAUSE),
                (None, Some(context)) => (context, CONTEXT),
                (None, None) => break,
            };
            last.1 = Some(link);
            links.push((origin, None));
        }
        for (at, link) in links.into_iter().rev() {
            if let Some(link) = link {
                self.emit(link, '|');
            }
            self.single(at);
        }
    }

    fn single(&mut self, at: usize) {
        let exception = self.nodes[at].exception.clone();
        let Some(inner) = exception.as_exception() else { return };
        let places = limited(places(&entries(inner)), self.options.limit);
        match self.nodes[at].members.clone() {
            None => self.plain(&exception, &places, "Traceback (most recent call last):\n", '|'),
            Some(_) if self.depth > self.options.max_group_depth => {
                self.emit(&format!("... (max_group_depth is {})\n", self.options.max_group_depth), '|');
            }
            Some(members) => self.group(&exception, &places, &members),
        }
    }

    fn plain(&mut self, exception: &Ref, places: &[Place], header: &str, margin: char) {
        if !places.is_empty() {
            self.emit(header, margin);
            frames(places).iter().for_each(|entry| self.emit(entry, '|'));
        }
        last_lines(exception).iter().for_each(|line| self.emit(line, '|'));
    }

    fn group(&mut self, exception: &Ref, places: &[Place], members: &[usize]) {
        let outermost = self.depth == 0;
        self.depth += usize::from(outermost);
        let margin = if outermost { '+' } else { '|' };
        self.plain(exception, places, "Exception Group Traceback (most recent call last):\n", margin);
        let width = self.options.max_group_width;
        let shown = if members.len() <= width { members.len() } else { width + 1 };
        self.needs_close = false;
        for number in 0..shown {
            let last = number + 1 == shown;
            self.needs_close |= last;
            let title = if number < width { (number + 1).to_string() } else { "...".to_owned() };
            let corner = if number == 0 { "+-" } else { "  " };
            self.pieces.push(format!("{}{corner}+---------------- {title} ----------------\n", self.indent()));
            self.depth += 1;
            if number < width {
                self.chain(members[number]);
            } else {
                let more = members.len() - width;
                let s = if more == 1 { "" } else { "s" };
                self.emit(&format!("and {more} more exception{s}\n"), '|');
            }
            if last && std::mem::take(&mut self.needs_close) {
                self.pieces.push(format!("{}+------------------------------------\n", self.indent()));
            }
            self.depth -= 1;
        }
        self.depth -= usize::from(outermost);
    }

    fn indent(&self) -> String {
        "  ".repeat(self.depth)
    }

    /// Adds lines, with the margin of the groups they are in.
    fn emit(&mut self, text: &str, margin: char) {
        let margin = if self.depth == 0 { String::new() } else { format!("{}{margin} ", self.indent()) };
        self.pieces.push(text.split_inclusive('\n').map(|line| format!("{margin}{line}")).collect());
    }
}
