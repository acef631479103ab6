//! Frames and locals as text, for inspectors. Reads only: no code of the program runs.

mod shared;
mod value;

use crate::python::code::Conversion;
use crate::python::object::{Obj, Ref, Sym, Value, heap};
use crate::trace::ids::ThreadId;

use super::frame::{Frame, Then};
use super::{Interpreter, texts};

pub use shared::{Party, SharedKind, SharedView};

/// A frame as an inspector shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    pub function: String,
    /// The line it stands at, from 1.
    pub line: u32,
    /// The text of that line.
    pub text: String,
    /// The variables that are set, in the order in which the function names them.
    pub locals: Vec<Variable>,
}

/// A variable and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    /// Its `repr`, cut to a length that can be shown.
    pub value: String,
    /// The value is shown by its attributes: a `__repr__` of the program is not run, since that could change the run.
    pub has_own_repr: bool,
}

/// A line that is about to be executed, or to be gone on with.
#[derive(Clone, Copy, Debug)]
pub struct NextLine {
    /// Tells the calls apart that are in progress at a time.
    pub call: usize,
    /// The number of calls around it.
    pub depth: usize,
    /// The line of the function's head, which tells functions apart.
    pub function: u32,
    /// From 1.
    pub line: u32,
    /// The first instruction of the line is next.
    pub is_begin: bool,
}

/// What a task that does not execute awaits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitView {
    /// The frames of the user's program, from the outermost to the one that waits.
    pub frames: Vec<FrameView>,
    /// The text of the expression at which the last of them stands; empty if that is not known.
    pub expression: String,
    /// The functions of the library that the last of them waits in, outermost first: `asyncio.queues` and `Queue.get`.
    pub library: Vec<(String, String)>,
}

/// Texts of values are cut at this many characters.
const VALUE: usize = 200;
/// Expressions are cut at this many characters.
const EXPRESSION: usize = 80;

impl Interpreter {
    /// The frames of the user's program on a thread, innermost first.
    pub fn frames(&self, thread: ThreadId) -> Vec<FrameView> {
        let frame = self.threads.get(thread.index()).and_then(|thread| thread.frame.as_deref());
        frame.map(|frame| frame.chain().filter(|frame| frame.code.source.user).map(view).collect()).unwrap_or_default()
    }

    /// The line that a thread is about to execute; `None` while it executes the library.
    pub fn next_line(&self, thread: ThreadId) -> Option<NextLine> {
        let frame = self.threads.get(thread.index())?.frame.as_deref().filter(|frame| frame.code.source.user)?;
        let pc = frame.pc as usize;
        let line = *frame.code.lines.get(pc)?;
        // The `return` at a function's end that nobody wrote stands nowhere.
        frame.code.spans.get(pc).filter(|span| span.end > span.start)?;
        let before = pc.checked_sub(1).and_then(|before| frame.code.lines.get(before));
        Some(NextLine {
            call: std::ptr::from_ref(frame).addr(),
            depth: frame.chain().count(),
            function: frame.code.first_line,
            line,
            is_begin: before != Some(&line),
        })
    }

    /// The coroutines of a task that does not execute.
    pub fn await_chain(&self, task: &Ref) -> AwaitView {
        let mut chain = AwaitView { frames: Vec::new(), expression: String::new(), library: Vec::new() };
        frames_of_task(task, |frame| {
            if frame.code.source.user {
                chain.frames.push(view(frame));
                chain.expression = expression(frame);
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
        frames_of_task(task, |frame| {
            if frame.code.source.user {
                line = Some(frame.line());
            }
        });
        line
    }

    /// Have the innermost call on a thread and a suspended call of that function by a task the same object in a local variable? `None` where one
    /// of them has none.
    pub fn have_same_local(&self, thread: ThreadId, task: &Ref, function: &str, variable: &str) -> Option<bool> {
        let one = local(self.threads.get(thread.index())?.frame.as_deref()?, variable)?;
        let mut other = None;
        frames_of_task(task, |frame| {
            if frame.code.source.user && &*frame.code.name == function {
                other = local(frame, variable);
            }
        });
        Some(one.is(&other?))
    }
}

/// The value of a local variable that is set, be it in a cell or not.
fn local(frame: &Frame, name: &str) -> Option<Value> {
    let (code, name) = (&frame.code, Sym::known(name)?);
    let plain = code.locals.iter().zip(&frame.stack).find(|(local, _)| **local == name).map(|(_, value)| value.clone());
    let in_cell = || match &**frame.cells.get(code.cells.iter().position(|cell| cell.name == name)?)? {
        Obj::Cell(value) => Some(value.borrow().clone()),
        _ => None,
    };
    plain.filter(|value| !value.is_unset()).or_else(in_cell).filter(|value| !value.is_unset())
}

/// The frames on a thread, innermost first, and whether they belong to the task that executes there.
fn frames_of_thread(vm: &Interpreter, thread: ThreadId) -> Vec<(&Frame, bool)> {
    let innermost = vm.threads.get(thread.index()).and_then(|thread| thread.frame.as_deref());
    let frames: Vec<&Frame> = innermost.map(|frame| frame.chain().collect()).unwrap_or_default();
    let step = frames.iter().position(|frame| matches!(frame.then, Then::TaskStep(_) | Then::EagerStep(..)));
    frames.into_iter().enumerate().map(|(index, frame)| (frame, step.is_some_and(|step| index <= step))).collect()
}

/// Shows the frames of a task that does not execute, from its coroutine to the one that waits.
fn frames_of_task(task: &Ref, mut visit: impl FnMut(&Frame)) {
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

fn variable(name: impl ToString, value: &Value) -> Variable {
    let value::ValueText { text, has_own_repr } = value::show(value);
    Variable { name: name.to_string(), value: text, has_own_repr }
}

fn view(frame: &Frame) -> FrameView {
    let code = &frame.code;
    let mut locals = Vec::new();
    for (name, value) in code.locals.iter().zip(&frame.stack) {
        if !value.is_unset() {
            locals.push(variable(name, value));
        }
    }
    let cells = code.cells.iter().map(|cell| cell.name).chain(code.free.iter().copied());
    for (name, cell) in cells.zip(&frame.cells) {
        if let Obj::Cell(value) = &**cell
            && !value.borrow().is_unset()
        {
            locals.push(variable(name, &value.borrow()));
        }
    }
    let line = frame.line();
    let text = cut(code.source.line_text(line).trim(), EXPRESSION);
    FrameView { function: code.qualname.to_string(), line, text, locals }
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
