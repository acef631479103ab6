//! The standard library: a module is a table of native functions, a Python source run by the same machine, or both.
//!
//! A module written in Python is a file under `../lib/`, which the build script finds; natives are in a file here, named after the module,
//! with one entry in [`NATIVE_PARTS`].

pub mod absent;
pub mod asyncio;
pub mod define;
pub mod functions;
pub mod hashlib;
pub mod itertools;
pub mod json;
pub mod locks;
pub mod loops;
pub mod math;
pub mod missing;
pub mod pools;
pub mod processes;
pub mod random;
pub mod re;
pub mod refused;
pub mod stdlib;
pub mod sys;
pub mod thread;
pub mod time;
pub mod traceback;
pub mod warnings;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::bytecode::archive::Archive;
use super::code::ModuleCode;
use super::native::Def;
use crate::trace::ids::LoopId;

use super::object::heap::WeakRef;
use super::object::{Namespace, Value};
use super::vm::copy::Copier;

/// Where tracebacks and warnings say that the library is.
pub const FOLDER: &str = "/usr/lib/python3.14";

/// A module of the library.
#[derive(Clone, Copy)]
pub struct ModuleDef {
    pub name: &'static str,
    pub natives: &'static [Def],
    /// Number of its part that is written in Python among the [`compiled`] ones.
    pub written: Option<usize>,
    /// Sets what is neither a function nor written in Python.
    pub constants: fn(&Namespace),
}

/// The native part of a module.
struct NativePart {
    name: &'static str,
    natives: &'static [Def],
    constants: fn(&Namespace),
}

const fn native(name: &'static str, natives: &'static [Def]) -> NativePart {
    NativePart { name, natives, constants: |_| {} }
}

/// The native parts of modules. Names that begin with an underscore are the library's own.
static NATIVE_PARTS: &[NativePart] = &[
    NativePart { name: "_asyncio", natives: asyncio::NATIVES, constants: asyncio::constants },
    native("_hashlib", hashlib::NATIVES),
    native("_json", json::NATIVES),
    native("_define", define::NATIVES),
    native("_contexts", super::vm::contexts::NATIVES),
    native("_functions", functions::NATIVES),
    native("_loops", loops::NATIVES),
    native("_pools", pools::NATIVES),
    native("_processes", processes::NATIVES),
    NativePart { name: "_prelude", natives: &[], constants: export_prelude },
    native("_traceback", traceback::NATIVES),
    native("_random", random::NATIVES),
    native("_re", re::NATIVES),
    NativePart { name: "_thread", natives: thread::NATIVES, constants: thread::constants },
    native("_threadlocks", locks::NATIVES),
    native("_warnings", warnings::NATIVES),
    NativePart { name: "math", natives: math::NATIVES, constants: math::constants },
    NativePart { name: "itertools", natives: &[], constants: itertools::constants },
    native("sys", sys::NATIVES),
    native("time", time::NATIVES),
];

// `WRITTEN`: names of the modules written in Python, in the order of their numbers and of names. The prelude, the slow paths of the language
// that all modules see, comes after them.
include!(concat!(env!("OUT_DIR"), "/library_modules.rs"));

thread_local! {
    /// What the build script made of those modules.
    static ARCHIVE: Archive = Archive::new(include_bytes!(concat!(env!("OUT_DIR"), "/library_modules.bin")));

    /// The codes of the modules that were needed so far.
    static CODES: RefCell<HashMap<usize, Rc<ModuleCode>>> = RefCell::default();
}

/// The code of a module written in Python.
pub fn compiled(number: usize) -> Rc<ModuleCode> {
    let read = || Rc::new(ModuleCode::of_library(ARCHIVE.with(|archive| archive.module(number)), FOLDER));
    CODES.with_borrow_mut(|codes| codes.entry(number).or_insert_with(read).clone())
}

/// The module of a name, if there is one that can be imported.
pub fn find(name: &str) -> Option<ModuleDef> {
    let native = NATIVE_PARTS.iter().find(|part| part.name == name);
    let written = WRITTEN.binary_search(&name).ok();
    Some(ModuleDef {
        name: native.map(|part| part.name).or(written.map(|number| WRITTEN[number]))?,
        natives: native.map_or(&[], |part| part.natives),
        written,
        constants: native.map_or(|_| {}, |part| part.constants),
    })
}

/// Names of all modules that can be imported, in no particular order; some have two parts and come twice.
pub fn names() -> impl Iterator<Item = &'static str> {
    NATIVE_PARTS.iter().map(|part| part.name).chain(WRITTEN.iter().copied())
}

/// Whether a module is the library's own, and none that programs import.
pub fn is_internal(name: &str) -> bool {
    name.starts_with('_') && !matches!(name, "__future__" | "_thread")
}

/// Names that a module has only by its `__getattr__`, which warns of them.
pub const DEPRECATED: &[(&str, &str)] = &[("asyncio", "AbstractEventLoopPolicy"), ("asyncio", "DefaultEventLoopPolicy")];

/// Whether a module has submodules.
pub fn is_package(name: &str) -> bool {
    names().any(|module| module.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// What library modules keep between calls besides Python objects.
#[derive(Default)]
pub struct State {
    /// The loop objects, by the number of their loop.
    pub loops: Vec<Value>,
    pub pools: pools::State,
    pub processes: processes::State,
    /// Of loops in debug mode, by their number: how long, in seconds, a step or callback may take (`loop.slow_callback_duration`).
    pub slow_callbacks: Vec<Option<f64>>,
    /// The async generators that were begun in a loop, in that order.
    pub asyncgens: Vec<(LoopId, WeakRef)>,
    /// Category and action of the filters that the program set, oldest first.
    pub warning_filters: Vec<(String, String)>,
}

impl State {
    /// Whether a loop was ever in debug mode.
    pub fn any_debug(&self) -> bool {
        !self.slow_callbacks.is_empty()
    }

    pub fn map(&self, copier: &mut Copier) -> State {
        let mut asyncgen = |(owner, weak): &(LoopId, WeakRef)| Some((*owner, copier.object(&weak.upgrade()?).downgrade()));
        let asyncgens = self.asyncgens.iter().filter_map(&mut asyncgen).collect();
        State {
            loops: self.loops.iter().map(|object| copier.value(object)).collect(),
            pools: self.pools.clone(),
            processes: self.processes.clone(),
            slow_callbacks: self.slow_callbacks.clone(),
            asyncgens,
            warning_filters: self.warning_filters.clone(),
        }
    }
}

thread_local! {
    static PRELUDE_NAMESPACE: std::cell::OnceCell<Rc<Namespace>> = const { std::cell::OnceCell::new() };
}

/// The prelude, run once per host thread and shared by all machines: its code consists of definitions only.
pub fn prelude() -> Rc<Namespace> {
    if let Some(namespace) = PRELUDE_NAMESPACE.with(|cell| cell.get().cloned()) {
        return namespace;
    }
    let namespace = super::vm::imports::run_prelude("builtins", &compiled(WRITTEN.len()));
    PRELUDE_NAMESPACE.with(|cell| cell.get_or_init(|| namespace).clone())
}

/// The module `_prelude`: what other modules use of the prelude.
fn export_prelude(namespace: &Namespace) {
    for (name, value) in prelude().entries() {
        namespace.set(name, value);
    }
    let reference = super::core::core().class(super::core::TypeKind::WeakReference).clone();
    namespace.set(super::object::Sym::new("ReferenceType"), Value::Obj(reference));
}
