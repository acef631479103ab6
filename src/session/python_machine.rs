//! What the session needs from the Python layer, in one place.

use std::rc::Rc;

use crate::python::object::Ref;
use crate::python::vm::inspect::{FrameView, NextLine};
use crate::python::{self, DiagnosticKind, Program, copy_machine};
use crate::sim::Guest;
use crate::trace::Recorder;
use crate::trace::ids::{TaskId, ThreadId};

use super::options::Options;
use super::snapshot::Frame;

pub(super) use crate::python::vm::inspect::{AwaitView, SharedView};
pub(super) use crate::python::{Interpreter, Machine};

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
    /// Where it ends: the line and the column behind its last character.
    pub end: (u32, u32),
    /// The file, the line, and carets under what is wrong, as CPython shows it.
    pub excerpt: String,
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

    /// The same with what to do about it.
    pub fn advice(&self) -> String {
        match &self.hint {
            Some(hint) => format!("{}. {hint}", self.last_line().trim_end_matches('.')),
            None => self.last_line(),
        }
    }

    /// What CPython prints about it.
    pub fn traceback(&self) -> String {
        format!("{}{}\n", self.excerpt, self.last_line())
    }

    fn from_python(diagnostic: python::Diagnostic) -> Diagnostic {
        let python::Diagnostic { message, hint, line, column, end, kind, excerpt, .. } = diagnostic;
        let python_error = match kind {
            DiagnosticKind::Syntax => Some("SyntaxError"),
            DiagnosticKind::Indentation => Some("IndentationError"),
            DiagnosticKind::Tab => Some("TabError"),
            DiagnosticKind::Unsupported => None,
        };
        Diagnostic { message, hint, line, column, end, excerpt, python_error }
    }
}

/// Compiles a program.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn compile(file_name: &str, source: &str) -> Result<Rc<Program>, Vec<Diagnostic>> {
    Program::compile(file_name, source).map_err(|diagnostics| diagnostics.into_iter().map(Diagnostic::from_python).collect())
}

/// What CPython warns of when it compiles the program: lines from 1, and the words.
pub(super) fn warnings(program: &Program) -> impl Iterator<Item = (u32, &str)> {
    program.warnings().iter().map(|warning| (warning.line, warning.message.as_str()))
}

/// A machine that is about to run the program.
pub(super) fn start(program: &Program, options: &Options, recorder: Recorder) -> Machine {
    let python_options = python::Options { watched: options.watched.clone() };
    program.start(&python_options, options.settings.clone(), recorder)
}

/// A machine that goes on as this one would and shares nothing with it that can change, and the number of values that were copied. If
/// the machine keeps a trace, so does the copy.
pub(super) fn copy(machine: &Machine) -> (Machine, u64) {
    copy_machine(machine)
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

/// What tasks and threads share.
pub(super) fn shared(machine: &Machine) -> Vec<SharedView> {
    let loops = machine.world.loops();
    let tasks: Vec<Ref> = loops.iter().flat_map(|event_loop| event_loop.tasks()).collect();
    let running: Vec<(ThreadId, Ref)> =
        loops.iter().filter_map(|event_loop| Some((event_loop.thread()?, event_loop.current_task()?.clone()))).collect();
    machine.guest.shared(&tasks, &running)
}

/// Where a thread stands that is about to execute a line of the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place(NextLine);

impl Place {
    pub fn line(&self) -> u32 {
        self.0.line
    }

    /// Is it the same line of the same function, called as deep?
    pub fn is_at(&self, other: &Place) -> bool {
        let line = |place: &Place| (place.0.depth, place.0.function, place.0.line);
        line(self) == line(other)
    }

    /// Is the line begun, by a thread that stood elsewhere before? Otherwise it goes on in the middle of it: a call is over, or a wait.
    pub fn is_begun_after(&self, before: Option<&Place>) -> bool {
        self.0.is_begin || before.is_some_and(|before| before.0.call == self.0.call)
    }
}

/// `None` while it executes the library.
pub(super) fn place(machine: &Machine, thread: ThreadId) -> Option<Place> {
    machine.guest.next_line(thread).map(Place)
}

/// Have the innermost call on a thread and a suspended call of that function by a task the same object in a local variable?
pub(super) fn have_same_local(machine: &Machine, thread: ThreadId, task: TaskId, function: &str, variable: &str) -> Option<bool> {
    let mut tasks = machine.world.loops().iter().flat_map(|event_loop| event_loop.tasks());
    let task = tasks.find(|other| Interpreter::future(other).borrow().task_id() == Some(task))?;
    machine.guest.have_same_local(thread, &task, function, variable)
}

/// From a task's coroutine down to what it awaits.
pub(super) fn await_chain(machine: &Machine, task: &Ref) -> AwaitView {
    machine.guest.await_chain(task)
}

pub(super) fn frame(view: FrameView) -> Frame {
    Frame { function: view.function, line: view.line, text: view.text, locals: view.locals }
}
