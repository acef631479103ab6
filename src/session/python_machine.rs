//! What the session needs from the Python layer, in one place.

use std::borrow::Cow;
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use crate::sim::{self, FutureState, Guest, Stop, World};
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

pub(super) type Machine = sim::Machine<Interpreter>;

/// A compiled program.
pub(super) struct Program {
    never: Infallible,
}

/// Stands in for the interpreter until there is one: there is no value of it.
pub struct Interpreter {
    never: Infallible,
}

impl Guest for Interpreter {
    type Value = Infallible;
    type Future = Infallible;
    type Callback = Infallible;

    fn future(of: &Infallible) -> &RefCell<FutureState<Interpreter>> {
        match *of {}
    }

    fn is_cancelled_error(error: &Infallible) -> bool {
        match *error {}
    }

    fn callback_name(callback: &Infallible) -> Cow<'_, str> {
        match *callback {}
    }

    fn describe<'a>(result: Result<&'a Infallible, &'a Infallible>) -> Cow<'a, str> {
        match result {
            Ok(value) | Err(value) => match *value {},
        }
    }

    fn run(&mut self, _: &mut World<Interpreter>, _: ThreadId) -> Stop {
        match self.never {}
    }
}

/// Compiles a program.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn compile(_file_name: &str, _source: &str) -> Result<Rc<Program>, Vec<Diagnostic>> {
    let message = "Python cannot be run yet.".to_string();
    Err(vec![Diagnostic { message, hint: None, line: 1, column: 1, python_error: None }])
}

/// A machine that is about to run the program.
pub(super) fn start(program: &Rc<Program>, _options: &Options, _recorder: Recorder) -> Machine {
    match program.never {}
}

/// A machine that goes on as this one would, and shares nothing with it. It records nothing.
pub(super) fn copy(machine: &Machine) -> Machine {
    match machine.guest.never {}
}

/// The number of Python objects alive: what a copy costs.
pub(super) fn objects(machine: &Machine) -> u64 {
    match machine.guest.never {}
}

/// The last line of the traceback that the program ended with.
pub(super) fn error(machine: &Machine) -> Option<&str> {
    match machine.guest.never {}
}

/// The whole of it.
pub(super) fn traceback(machine: &Machine) -> Option<&str> {
    match machine.guest.never {}
}

pub(super) fn exit_code(machine: &Machine) -> i32 {
    match machine.guest.never {}
}

/// The calls on a thread, outermost first.
pub(super) fn frames(machine: &Machine, _thread: ThreadId) -> Vec<Frame> {
    match machine.guest.never {}
}

/// From a task's coroutine down to what it awaits.
pub(super) fn await_chain(machine: &Machine, _task: &<Interpreter as Guest>::Future) -> Vec<Frame> {
    match machine.guest.never {}
}
