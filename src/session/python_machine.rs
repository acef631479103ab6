//! What the session needs from the Python layer, in one place.

use std::rc::Rc;

use crate::python::{self, DiagnosticKind};
use crate::sim::Guest;
use crate::trace::Recorder;
use crate::trace::ids::ThreadId;

use super::options::Options;
use super::snapshot::Frame;

/// Something that keeps a program from being run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// How CPython names the error: "SyntaxError"; `None` for what CPython could run.
    pub python_error: Option<&'static str>,
}

impl Diagnostic {
    /// The last line of what CPython says about it, if CPython says anything.
    pub fn last_line(&self) -> String {
        match self.python_error {
            Some(error) => format!("{error}: {}", self.message),
            None => self.message.clone(),
        }
    }
}

pub use crate::python::Interpreter;
pub(super) use crate::python::{Machine, Program};

/// Compiles a program.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn compile(file_name: &str, source: &str) -> Result<Rc<Program>, Vec<Diagnostic>> {
    Program::compile(file_name, source).map_err(|found| found.into_iter().map(diagnostic).collect())
}

fn diagnostic(found: python::Diagnostic) -> Diagnostic {
    let python_error = match found.kind {
        DiagnosticKind::Syntax => Some("SyntaxError"),
        DiagnosticKind::Indentation => Some("IndentationError"),
        DiagnosticKind::Unsupported => None,
    };
    Diagnostic { message: found.message, hint: found.hint, line: found.line, column: found.column, python_error }
}

/// A machine that is about to run the program.
pub(super) fn start(program: &Rc<Program>, options: &Options, recorder: Recorder) -> Machine {
    let python = python::Options { watched: options.watched.clone() };
    program.start(&python, options.settings.clone(), recorder)
}

/// A machine that goes on as this one would, and shares nothing with it. It records nothing.
pub(super) fn copy(machine: &Machine) -> Machine {
    python::copy_machine(machine)
}

/// The number of Python objects alive: what a copy costs.
pub(super) fn objects(_: &Machine) -> u64 {
    python::object::heap::live_objects() as u64
}

/// The last line of the traceback that the program ended with.
pub(super) fn error(machine: &Machine) -> Option<&str> {
    machine.guest.error()
}

/// The whole of it.
pub(super) fn traceback(machine: &Machine) -> Option<&str> {
    machine.guest.traceback()
}

pub(super) fn exit_code(machine: &Machine) -> i32 {
    machine.guest.exit_code()
}

/// The calls on a thread, outermost first.
pub(super) fn frames(machine: &Machine, thread: ThreadId) -> Vec<Frame> {
    machine.guest.frames(thread).into_iter().rev().map(frame).collect()
}

/// From a task's coroutine down to what it awaits.
pub(super) fn await_chain(machine: &Machine, task: &<Interpreter as Guest>::Future) -> Vec<Frame> {
    machine.guest.await_chain(task).into_iter().map(frame).collect()
}

fn frame(view: python::vm::inspect::FrameView) -> Frame {
    Frame { function: view.function, line: view.line, locals: view.locals }
}
