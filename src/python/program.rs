//! A program ready to run: compiled once, started as often as needed.

use std::collections::HashSet;
use std::rc::Rc;

use super::code::{ModuleCode, SyntaxWarning};
use super::compile::{Diagnostic, compile_module};
use super::library;
use super::object::{Namespace, Sym, Value};
use super::refusals::refusals;
use super::vm::Interpreter;
use crate::sim::{Machine, Settings};
use crate::trace::Recorder;

/// A compiled program.
pub struct Program {
    module: ModuleCode,
    warnings: Vec<SyntaxWarning>,
    name: String,
}

/// How a program is run, beyond the machine's settings.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Functions whose calls the trace shows, besides all coroutine functions.
    pub watched: Vec<String>,
}

impl Program {
    /// Compiles the text of a file.
    ///
    /// # Errors
    /// Everything that keeps it from running: syntax errors, and what is not supported.
    pub fn compile(file_name: &str, source: &str) -> Result<Rc<Program>, Vec<Diagnostic>> {
        let mut module = compile_module(file_name, source, true)?;
        let refused = refusals(&module);
        if !refused.is_empty() {
            return Err(refused);
        }
        let warnings = std::mem::take(&mut module.warnings);
        Ok(Rc::new(Program { module: module.into(), warnings, name: file_name.to_owned() }))
    }

    /// What is allowed in it and hardly ever meant.
    pub fn warnings(&self) -> &[SyntaxWarning] {
        &self.warnings
    }

    /// A machine at the beginning of the program.
    pub fn start(&self, options: &Options, settings: Settings, recorder: Recorder) -> Machine<Interpreter> {
        let prelude = library::prelude();
        let core = super::core::core();
        let main = Rc::new(Namespace::new("__main__", &self.module.globals, core.builtins.clone()));
        main.set(Sym::new("__name__"), Value::from("__main__"));
        main.set(Sym::new("__doc__"), Value::None);
        main.set(Sym::new("__file__"), Value::from(self.name.as_str()));
        let watched: HashSet<Rc<str>> = options.watched.iter().map(|name| name.as_str().into()).collect();
        let mut guest = Interpreter::new(main, watched, prelude);
        guest.notices = self.warnings.iter().map(|warning| self.notice(warning)).collect();
        guest.start_main(self.module.code.clone());
        Machine::new(settings, recorder, guest)
    }

    /// A SyntaxWarning as CPython prints it.
    fn notice(&self, warning: &SyntaxWarning) -> String {
        let SyntaxWarning { line, message } = warning;
        let source = self.module.code.source.line_text(*line).trim();
        format!("{}:{line}: SyntaxWarning: {message}\n  {source}\n", self.name)
    }
}
