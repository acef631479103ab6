//! Frames and locals as text, for inspectors. Reads only: no code of the program runs.

use crate::python::code::Conversion;
use crate::python::object::{Obj, Ref, Value, heap};
use crate::trace::ids::ThreadId;

use super::frame::Frame;
use super::{Interpreter, texts};

/// A frame as an inspector shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    pub function: String,
    /// The line it stands at, from 1.
    pub line: u32,
    /// Names and `repr`s of the variables that are set.
    pub locals: Vec<(String, String)>,
}

/// What a task that does not execute awaits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitView {
    /// The frames of the user's program, from the outermost to the one that waits.
    pub frames: Vec<FrameView>,
    /// The text of the expression at which the last of them stands; empty if that is not known.
    pub expression: String,
    /// The text of its line.
    pub line_text: String,
    /// The functions of the library that the last of them waits in, outermost first: `asyncio.queues` and `Queue.get`.
    pub library: Vec<(String, String)>,
}

/// Texts of values are cut at this many characters.
const VALUE: usize = 200;
/// So are expressions.
const EXPRESSION: usize = 80;

impl Interpreter {
    /// The frames of the user's program on a thread, innermost first.
    pub fn frames(&self, thread: ThreadId) -> Vec<FrameView> {
        let frame = self.threads.get(thread.index()).and_then(|thread| thread.frame.as_deref());
        frame.map(|frame| frame.chain().filter(|frame| frame.code.source.user).map(view).collect()).unwrap_or_default()
    }

    /// The coroutines of a task that does not execute.
    pub fn await_chain(&self, task: &Ref) -> AwaitView {
        let mut chain = AwaitView { frames: Vec::new(), expression: String::new(), line_text: String::new(), library: Vec::new() };
        visit_awaiting(task, |frame| {
            if frame.code.source.user {
                chain.frames.push(view(frame));
                chain.expression = expression(frame);
                chain.line_text = frame.code.source.line_text(frame.line()).trim().to_string();
                chain.library.clear();
            } else {
                chain.library.push((frame.globals.name.to_string(), frame.code.qualname.to_string()));
            }
        });
        chain
    }

    /// The line of the user's program at which a task that does not execute awaits.
    pub fn awaiting_line(&self, task: &Ref) -> Option<u32> {
        let mut line = None;
        visit_awaiting(task, |frame| {
            if frame.code.source.user {
                line = Some(frame.line());
            }
        });
        line
    }
}

/// Shows the frames of a task that does not execute, from its coroutine to the one that waits.
fn visit_awaiting(task: &Ref, mut visit: impl FnMut(&Frame)) {
    let mut next = task.as_future().map(|future| future.coroutine.borrow().clone());
    while let Some(Value::Obj(object)) = next.take() {
        let frame = match &*object {
            Obj::Generator(generator) => generator.frame.borrow(),
            _ => break,
        };
        let Some(frame) = frame.as_deref() else { break };
        visit(frame);
        next = frame.stack.get(frame.code.locals.len()..).and_then(|operands| operands.last()).cloned();
    }
}

/// The text of what a frame executes, on one line.
fn expression(frame: &Frame) -> String {
    let code = &frame.code;
    let span = code.spans.get((frame.pc as usize).saturating_sub(1)).filter(|span| span.end > span.start);
    let text = span.and_then(|span| code.source.text.get(span.start as usize..span.end as usize)).unwrap_or_default();
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), EXPRESSION)
}

fn view(frame: &Frame) -> FrameView {
    let code = &frame.code;
    let mut locals = Vec::new();
    for (name, value) in code.locals.iter().zip(&frame.stack) {
        if !value.is_unset() {
            locals.push((name.to_string(), text(value)));
        }
    }
    let cells = code.cells.iter().map(|cell| cell.name).chain(code.free.iter().copied());
    for (name, cell) in cells.zip(&frame.cells) {
        if let Obj::Cell(value) = &**cell
            && !value.borrow().is_unset()
        {
            locals.push((name.to_string(), text(&value.borrow())));
        }
    }
    FrameView { function: code.qualname.to_string(), line: frame.line(), locals }
}

/// `repr(value)` where that needs no code of the program, cut to a length that can be shown.
pub fn text(value: &Value) -> String {
    let text = heap::observing(|| texts::native_text(value, Conversion::Repr))
        .unwrap_or_else(|| format!("<{} object>", super::type_name(value)));
    cut(&text, VALUE)
}

fn cut(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_string(),
    }
}
