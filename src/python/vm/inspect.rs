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

/// Texts of values are cut at this many characters.
const VALUE: usize = 200;

impl Interpreter {
    /// The frames of the user's program on a thread, innermost first.
    pub fn frames(&self, thread: ThreadId) -> Vec<FrameView> {
        let frame = self.threads.get(thread.index()).and_then(|thread| thread.frame.as_deref());
        frame.map(|frame| frame.chain().filter(|frame| frame.code.source.user).map(view).collect()).unwrap_or_default()
    }

    /// The coroutines of a task that does not execute, from the outermost to the one that waits.
    pub fn await_chain(&self, task: &Ref) -> Vec<FrameView> {
        let mut chain = Vec::new();
        let mut next = task.as_future().map(|future| future.coroutine.borrow().clone());
        while let Some(Value::Obj(object)) = next.take() {
            let Obj::Generator(generator) = &*object else { break };
            let frame = generator.frame.borrow();
            let Some(frame) = frame.as_deref() else { break };
            if frame.code.source.user {
                chain.push(view(frame));
            }
            next = frame.stack.get(frame.code.locals.len()..).and_then(|operands| operands.last()).cloned();
        }
        chain
    }
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
    match text.char_indices().nth(VALUE) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
