//! The Python side of simulated threads and processes: their frames, their modules, and how they end.

use std::collections::HashMap;
use std::rc::Rc;

use crate::python::code::GlobalNames;
use crate::python::core::ExceptionKind;
use crate::python::native::Throw;
use crate::python::object::namespace::Module;
use crate::python::object::{Namespace, Obj, Sym, Value};
use crate::trace::ids::{LoopId, ProcessId, ThreadId};
use crate::trace::{Time, What};

use super::copy::Copier;
use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::Args;
use super::{Interpreter, traceback};

/// A thread between two of its turns.
pub struct PyThread {
    pub process: ProcessId,
    /// The innermost frame, while the thread does not execute.
    pub frame: Option<Box<Frame>>,
    /// Number of frames below it.
    pub depth: u32,
    /// An exception whose raising had to wait for other threads to catch up.
    pub pending: Option<Throw>,
    /// The exception with which the present step of a task began, if a future gave it; else unset.
    pub thrown: Value,
    /// The future that woke the task whose step this is: it lives, with its result, until the step is over (the arguments of the
    /// handle, `Handle._run`).
    pub woken_by: Value,
    /// What `threading.current_thread()` gives, or unset.
    pub object: Value,
    /// The event loop object that runs in this thread, or unset.
    pub running_loop: Value,
    /// The exception that ended its bottom frame, while it is put into words.
    pub uncaught: Option<Throw>,
    /// When the handle that the loop runs was started.
    pub handle_started: Time,
    /// The current `contextvars.Context`, or unset.
    pub context: Value,
    /// Those that were left for it, and are gone back to.
    pub outer_contexts: Vec<Value>,
    /// What `threading.local` objects keep in this thread: a dict, or unset.
    pub locals: Value,
    /// Whether the end of its process does not wait for it.
    pub is_daemon: bool,
    /// What the thread does for the end of the program, if it is the main one.
    pub is_shutting_down: bool,
}

/// A process: modules of its own.
#[derive(Default)]
pub struct PyProcess {
    pub modules: HashMap<Sym, Value>,
}

impl PyThread {
    pub fn new(process: ProcessId, frame: Box<Frame>) -> PyThread {
        PyThread {
            process,
            frame: Some(frame),
            depth: 0,
            pending: None,
            uncaught: None,
            thrown: Value::Unset,
            woken_by: Value::Unset,
            object: Value::Unset,
            running_loop: Value::Unset,
            handle_started: Time::default(),
            context: Value::Unset,
            outer_contexts: Vec::new(),
            locals: Value::Unset,
            is_daemon: false,
            is_shutting_down: false,
        }
    }
}

impl Interpreter {
    pub fn process(&self, thread: ThreadId) -> &PyProcess {
        &self.processes[self.threads[thread.index()].process.index()]
    }

    pub fn process_mut(&mut self, thread: ThreadId) -> &mut PyProcess {
        let process = self.threads[thread.index()].process;
        &mut self.processes[process.index()]
    }

    /// Gives a new process of the world no modules yet: it imports what it needs.
    pub fn add_process(&mut self) {
        self.processes.push(PyProcess::default());
    }

    /// Gives a new process of the world copies of everything that thread `by`'s process has, and a copy of `value` among it.
    pub fn fork_process(&mut self, by: ThreadId, value: &Value) -> Value {
        let (process, value) = self.forked(self.process(by), value);
        self.processes.push(process);
        value
    }

    fn forked(&self, process: &PyProcess, value: &Value) -> (PyProcess, Value) {
        let mut copier = Copier::new(&self.prelude);
        copier.is_fork = true;
        let copy = copier.process(process);
        let value = copier.value(value);
        copier.finish();
        (copy, value)
    }

    /// Gives the process of `thread` the program's own module, under the name `__mp_main__`. With `kept`, and if some process has
    /// imported it so before, the module is a copy of that one, with all modules that it imported. Otherwise its code has yet to run:
    /// the function that is returned does it.
    pub fn import_main(&mut self, thread: ThreadId, kept: bool) -> Option<Value> {
        let main = Sym::new("__main__");
        if self.process(thread).modules.contains_key(&main) {
            return None;
        }
        if let Some(server) = self.fork_server.as_ref().filter(|_| kept) {
            let modules = self.forked(server, &Value::None).0.modules;
            self.process_mut(thread).modules = modules;
            return None;
        }
        let code = self.program.clone()?;
        let names = GlobalNames { names: self.main.slot_names() };
        let namespace = Namespace::new("__mp_main__", &names, self.core.builtins.clone());
        namespace.set(self.names.name, Value::from("__mp_main__"));
        for name in [Sym::new("__file__"), Sym::new("__doc__")] {
            namespace.set(name, self.main.get(name).unwrap_or_default());
        }
        let namespace = Rc::new(namespace);
        let module = Value::from(Obj::Module(Module { namespace: namespace.clone() }));
        let modules = &mut self.process_mut(thread).modules;
        modules.insert(main, module.clone());
        modules.insert(Sym::new("__mp_main__"), module);
        let (none, defaults) = (Value::Unset, Value::Unset);
        Some(super::functions::function(code, namespace, defaults, none.clone(), none.clone(), none))
    }

    /// Keeps a copy of the modules of `thread`'s process for [`Interpreter::import_main`], unless there is one.
    pub fn keep_modules(&mut self, thread: ThreadId) {
        if self.fork_server.is_none() {
            self.fork_server = Some(self.forked(self.process(thread), &Value::None).0);
        }
    }

    /// Gives a new thread of the world its code: a call of `function`.
    pub fn start_thread(&mut self, thread: ThreadId, process: ProcessId, function: Value, args: Vec<Value>, frame: &Frame) {
        let mut bottom = Box::new(Frame::new(self.glue.call.clone(), frame.globals.clone()));
        bottom.stack.extend([function, Value::tuple(args), super::natives::kwargs_dict(Vec::new())]);
        debug_assert_eq!(thread.index(), self.threads.len());
        self.threads.push(PyThread::new(process, bottom));
    }
}

impl Execution<'_> {
    /// The bottom frame was left. The main thread still has to wait for others, and to clean up.
    pub(super) fn thread_ended(&mut self, result: Result<Value, Throw>) {
        if self.thread != ThreadId::MAIN {
            self.forget_thread();
            self.world.end_thread(self.thread);
            self.end_turn(crate::sim::Stop::Ended);
            return;
        }
        match (self.vm.threads[self.thread.index()].uncaught.take(), result) {
            (Some(throw), _) => self.uncaught(&throw),
            (None, Err(throw)) if self.is_exception(&throw.0, ExceptionKind::SystemExit) => self.uncaught(&throw),
            (None, Err(throw)) => return self.put_in_words(throw),
            (None, Ok(_)) => {}
        }
        let thread = &mut self.vm.threads[self.thread.index()];
        if thread.is_shutting_down {
            self.last_rites();
            self.world.end_thread(self.thread);
            self.end_turn(crate::sim::Stop::Ended);
            return;
        }
        thread.is_shutting_down = true;
        self.call_last("_shutdown", Vec::new());
    }

    /// An exception left the bottom frame: what Python has to say of it is asked for first.
    fn put_in_words(&mut self, throw: Throw) {
        let exception = throw.value();
        self.vm.threads[self.thread.index()].uncaught = Some(throw);
        self.call_last("_put_in_words", vec![exception]);
    }

    /// Calls a function of the prelude with nothing below it: when it is done, the thread has ended once more.
    fn call_last(&mut self, name: &str, positional: Vec<Value>) {
        let function = self.vm.prelude(name);
        let started = self.call(function, Args { positional, keyword: Vec::new() }, Then::Drop);
        debug_assert!(started.is_ok(), "it is given the arguments it takes");
        self.f.back = None;
        self.depth = 0;
    }

    /// A thread that ends lets go of what it kept for itself.
    fn forget_thread(&mut self) {
        let thread = &mut self.vm.threads[self.thread.index()];
        let kept = [&mut thread.object, &mut thread.locals, &mut thread.context].map(std::mem::take);
        drop(kept);
        self.reap();
    }

    /// The exception that ends the program: `SystemExit` gives the exit code, everything else a traceback.
    fn uncaught(&mut self, throw: &Throw) {
        if self.is_exception(&throw.0, ExceptionKind::SystemExit) {
            let code = throw.0.as_exception().map_or(Value::None, |exception| exception.arg(0));
            self.vm.exit_code = match code {
                Value::None => 0,
                Value::Int(code) => code as i32,
                Value::Bool(code) => i32::from(code),
                other => {
                    let text = super::texts::native_text(&other, crate::python::code::Conversion::Str).unwrap_or_default();
                    self.write_error(&format!("{text}\n"));
                    1
                }
            };
            return;
        }
        let line = traceback::last_line(&throw.0);
        self.vm.exit_code = 1;
        self.vm.traceback = Some(traceback::text(&throw.0));
        self.world.record(self.thread, |strings| What::Uncaught { error: strings.intern(&line) });
        self.vm.error = Some(line);
        // What the exception's frames hold lives until the end, as `sys.last_exc` does.
        self.vm.last_exception = Some(throw.0.clone());
    }

    /// The end of the interpreter: modules are cleared, and what dies with them says its last words.
    fn last_rites(&mut self) {
        if std::mem::replace(&mut self.vm.is_finalizing, true) {
            return;
        }
        if let Some(exception) = self.vm.last_exception.take() {
            traceback::forget_frames(&exception);
        }
        let modules: Vec<Value> = self.vm.processes[0].modules.values().cloned().collect();
        let main = self.vm.main.clone();
        main.clear();
        self.reap();
        // Loops that nobody closed die, with the steps and callbacks that wait in them.
        for number in 0..self.world.loops().len() {
            self.world.close_loop(LoopId(number as u32));
            self.reap();
        }
        drop(modules);
    }
}
