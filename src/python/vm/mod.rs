//! The interpreter: executes bytecode, one instruction a step, as the guest of the simulated machine. A Python call never recurses
//! here: frames are a chain of boxes, so that any thread can stop anywhere and the whole machine can be copied.
//!
//! | file | what |
//! | --- | --- |
//! | [`execution`], `clock`, `fused` | the loop that executes one thread, and its time; the commonest instructions, and those executed together |
//! | `rare` | names in class bodies, cells, stack shuffling, making functions |
//! | [`frame`] | a frame, and what its result means to the frame below ([`Then`]) |
//! | `calls`, `native_calls`, [`functions`], `natives` | calling anything; binding arguments |
//! | `completion` | leaving a frame |
//! | `exceptions`, [`traceback`] | raising, handlers, texts of tracebacks |
//! | `generators`, `async_generators` | resuming, yielding, delegating |
//! | [`attributes`], `lookup`, `classes`, `slots`, `instances`, `builtin_attrs` | attribute lookup, descriptors, making classes and instances |
//! | [`operators`], `items`, `iteration`, `texts` | operators, loops, unpacking, formatting |
//! | [`imports`], [`threads`] | modules, threads and processes |
//! | [`contexts`] | the context of `contextvars` that a thread executes in |
//! | [`tasks`], `futures`, `loop_reports` | the event loop's turns, its futures and tasks, what it complains of |
//! | `finalizers`, [`last_objects`] | dying objects, and those that are alive at the end |
//! | `busy` | busy-wait loops in one step |
//! | `guest`, [`copy`], `copy_machine`, [`borders`] | the machine's view of all this; copies for checkpoints, and between processes |
//! | `teardown` | the end of a machine |
//! | [`inspect`] | frames and locals as text, for inspectors |

pub mod async_generators;
pub mod attributes;
pub mod borders;
mod builtin_attrs;
mod busy;
mod calls;
pub mod classes;
mod clock;
mod completion;
pub mod contexts;
pub mod copy;
mod copy_machine;
mod cx;
mod errors;
mod exceptions;
mod execution;
mod finalizers;
mod frame;
pub mod functions;
mod fused;
mod futures;
mod generators;
mod guest;
pub mod imports;
pub mod inspect;
mod instances;
mod items;
mod iteration;
pub mod last_objects;
mod lookup;
mod loop_reports;
mod names;
mod native_calls;
mod natives;
pub mod operators;
mod rare;
mod slots;
pub mod tasks;
mod teardown;
pub mod texts;
pub mod threads;
pub mod traceback;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

use super::code::{Code, Op};
use super::core::{Core, core};
use super::object::heap::WeakRef;
use super::object::{Namespace, Obj, Ref, Sym, Value};
use last_objects::LastObjects;

pub use super::object::{class_of, with_class_of};
pub use async_generators::{AsyncStep, AsyncStepKind};
pub use classes::new_call;
pub use copy_machine::copy_machine;
pub use cx::Cx;
pub use errors::{class_name, error, raise, type_error, type_name, value_error};
pub use frame::{Frame, SpareFrames, Then};
pub use futures::FutureObject;
pub use generators::Input;
pub use guest::function_name;
pub use loop_reports::callback_text;
pub use names::Names;
pub use natives::{kwargs_dict, symbol};
pub use tasks::Callback;
pub use threads::{PyProcess, PyThread};

/// The Python side of a machine: everything about the program's state that the simulator does not know.
pub struct Interpreter {
    pub core: Rc<Core>,
    pub names: Rc<Names>,
    glue: Rc<Glue>,
    /// The slow paths that are written in Python (`lib/prelude`).
    prelude: Rc<Namespace>,
    /// The namespace of the program itself.
    pub main: Rc<Namespace>,
    pub threads: Vec<PyThread>,
    pub processes: Vec<PyProcess>,
    /// The program's code, for processes that import it anew.
    program: Option<Rc<Code>>,
    /// What processes that come from a fork server begin with, once one has imported the program.
    fork_server: Option<PyProcess>,
    /// The classes that programs and the library made, oldest first; some may be dead.
    classes: RefCell<Vec<WeakRef>>,
    /// Futures and tasks that failed, in that order; some may be dead.
    failed: Vec<WeakRef>,
    /// Weak references with callbacks, oldest first; some may be dead.
    pub watchers: Vec<WeakRef>,
    /// Objects whose class has a `__del__`, oldest first; some may be dead.
    finalizable: RefCell<Vec<WeakRef>>,
    /// Once the program is over: what is still to say its last words.
    last_objects: LastObjects,
    /// Functions whose calls the trace shows, besides all coroutine functions.
    watched: Rc<HashSet<Rc<str>>>,
    /// Number of calls the trace was told of.
    calls: u32,
    /// Frames that are done, for the next calls.
    spare: SpareFrames,
    /// What is written to standard error before the first instruction.
    pub notices: Vec<String>,
    /// Warnings that were shown: file, line, text.
    warned: BTreeSet<(String, u32, String)>,
    /// Bytes printed.
    output: u64,
    objects: Objects,
    /// The last native function was paid for more than an instruction: the world has to be asked how far the thread may go.
    charged: bool,
    /// `id()`s given so far.
    last_id: u32,
    /// State of library modules that is not in Python objects.
    pub library: crate::python::library::State,
    /// The last line of the uncaught exception's traceback.
    error: Option<String>,
    /// The whole of it.
    traceback: Option<String>,
    exit_code: i32,
    /// The exception that ended the program: it lives until the end, with all that its frames hold.
    last_exception: Option<Ref>,
    /// Modules are being cleared.
    is_finalizing: bool,
}

/// How many objects are alive.
#[derive(Clone, Copy, Debug, Default)]
struct Objects {
    /// Those that came to be while the machine ran, less those that died.
    own: i64,
    /// Those of other machines on the host's thread, while the machine runs.
    of_others: i64,
    /// After so many instructions they are counted next.
    next_count: u64,
}

/// Codes of the machine's own.
struct Glue {
    /// `callable args kwargs -> result`, returned.
    call: Rc<Code>,
    /// Returns what is pushed.
    leave: Rc<Code>,
    /// Takes turns of an event loop.
    run_forever: Rc<Code>,
    /// Awaits a step of an async generator.
    await_step: Rc<Code>,
}

impl Interpreter {
    pub fn new(main: Rc<Namespace>, watched: HashSet<Rc<str>>, prelude: Rc<Namespace>) -> Interpreter {
        let glue = Glue {
            call: Code::glue("<call>", vec![Op::CallUnpacked { kwargs: true }, Op::Return], 3),
            leave: Code::glue("<leave>", vec![Op::Return], 1),
            run_forever: Code::glue("<run_forever>", vec![Op::LoopTurn, Op::Return], 2),
            await_step: Code::glue(async_generators::AWAIT_STEP, vec![Op::YieldFrom, Op::Return], 2),
        };
        Interpreter {
            core: core(),
            names: Rc::new(Names::new()),
            glue: Rc::new(glue),
            prelude,
            main,
            threads: Vec::new(),
            processes: vec![PyProcess::default()],
            program: None,
            fork_server: None,
            classes: RefCell::default(),
            failed: Vec::new(),
            watchers: Vec::new(),
            finalizable: RefCell::default(),
            last_objects: LastObjects::default(),
            watched: Rc::new(watched),
            calls: 0,
            spare: SpareFrames::default(),
            notices: Vec::new(),
            warned: BTreeSet::new(),
            output: 0,
            objects: Objects::default(),
            charged: false,
            last_id: 0,
            library: Default::default(),
            error: None,
            traceback: None,
            exit_code: 0,
            last_exception: None,
            is_finalizing: false,
        }
    }

    /// A function of `lib/prelude`.
    pub fn prelude(&self, name: &str) -> Value {
        self.prelude.get(Sym::new(name)).unwrap_or_else(|| panic!("the prelude has {name}"))
    }

    /// The last line of the traceback of the exception that ended the program, after the end.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// The traceback of the exception that ended the program, after the end.
    pub fn traceback(&self) -> Option<&str> {
        self.traceback.as_deref()
    }

    /// What the process exits with.
    pub fn exit_code(&self) -> i32 {
        self.exit_code
    }

    /// `repr()` of a future or task.
    pub fn future_repr(&self, object: &Ref) -> String {
        crate::python::library::asyncio::future_repr(object)
    }

    /// The frame of a module that only defines things: when it is done, nothing else is to do.
    fn start_definitions(&mut self, code: Rc<Code>) {
        self.start_main(code);
        self.threads[0].is_shutting_down = true;
        self.is_finalizing = true;
    }

    /// The frame of the program's module, ready to run.
    pub fn start_main(&mut self, code: Rc<Code>) {
        self.program = Some(code.clone());
        let frame = Box::new(Frame::new(code, self.main.clone()));
        self.threads.push(PyThread::new(crate::trace::ids::ProcessId::MAIN, frame));
        let module = Value::from(Obj::Module(crate::python::object::namespace::Module { namespace: self.main.clone() }));
        self.processes[0].modules.insert(Sym::new("__main__"), module);
    }
}
