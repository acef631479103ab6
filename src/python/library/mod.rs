//! The standard library: a module is a table of native functions, a Python source run by the same machine, or both.
//!
//! Adding a module is one entry in [`MODULES`]; its natives are in a file named after it, its Python in `../lib/`.

pub mod asyncio;
pub mod loops;
pub mod pools;
pub mod refused;
pub mod sys;
pub mod time;
pub mod warnings;

use std::rc::Rc;

use super::native::Def;
use crate::trace::ids::LoopId;

use super::object::heap::WeakRef;
use super::object::{Namespace, Value};
use super::vm::copy::Copier;

/// Where tracebacks and warnings say that the library is.
pub const FOLDER: &str = "/usr/lib/python3.14";

/// A module of the library.
pub struct ModuleDef {
    pub name: &'static str,
    pub natives: &'static [Def],
    pub source: Option<&'static str>,
    /// Sets what is neither a function nor written in Python.
    pub constants: fn(&Namespace),
}

const fn native(name: &'static str, natives: &'static [Def]) -> ModuleDef {
    ModuleDef { name, natives, source: None, constants: |_| {} }
}

const fn python(name: &'static str, source: &'static str) -> ModuleDef {
    ModuleDef { name, natives: &[], source: Some(source), constants: |_| {} }
}

/// All modules that can be imported. Names that begin with an underscore are the library's own.
static MODULES: &[ModuleDef] = &[
    ModuleDef { name: "_asyncio", natives: asyncio::NATIVES, source: None, constants: asyncio::constants },
    native("_loops", loops::NATIVES),
    native("_pools", pools::NATIVES),
    native("_warnings", warnings::NATIVES),
    native("time", time::NATIVES),
    ModuleDef { name: "sys", natives: sys::NATIVES, source: Some(include_str!("../lib/sys.py")), constants: |_| {} },
    python("asyncio", include_str!("../lib/asyncio/__init__.py")),
    python("asyncio._gathering", include_str!("../lib/asyncio/_gathering.py")),
    python("asyncio._waiting", include_str!("../lib/asyncio/_waiting.py")),
    python("asyncio.base_events", include_str!("../lib/asyncio/base_events.py")),
    python("asyncio.coroutines", include_str!("../lib/asyncio/coroutines.py")),
    python("asyncio.events", include_str!("../lib/asyncio/events.py")),
    python("asyncio.exceptions", include_str!("../lib/asyncio/exceptions.py")),
    python("asyncio.futures", include_str!("../lib/asyncio/futures.py")),
    python("asyncio.locks", include_str!("../lib/asyncio/locks.py")),
    python("asyncio.log", include_str!("../lib/asyncio/log.py")),
    python("asyncio.mixins", include_str!("../lib/asyncio/mixins.py")),
    python("asyncio.queues", include_str!("../lib/asyncio/queues.py")),
    python("asyncio.runners", include_str!("../lib/asyncio/runners.py")),
    python("asyncio.taskgroups", include_str!("../lib/asyncio/taskgroups.py")),
    python("asyncio.tasks", include_str!("../lib/asyncio/tasks.py")),
    python("asyncio.threads", include_str!("../lib/asyncio/threads.py")),
    python("asyncio.timeouts", include_str!("../lib/asyncio/timeouts.py")),
    python("asyncio.unix_events", include_str!("../lib/asyncio/unix_events.py")),
    python("concurrent", ""),
    python("concurrent.futures", include_str!("../lib/concurrent_futures.py")),
    python("aiofiles", include_str!("../lib/aiofiles.py")),
    python("aiohttp", include_str!("../lib/aiohttp.py")),
    python("collections", include_str!("../lib/collections.py")),
    python("contextlib", include_str!("../lib/contextlib.py")),
    python("functools", include_str!("../lib/functools.py")),
    python("itertools", include_str!("../lib/itertools.py")),
    python("heapq", include_str!("../lib/heapq.py")),
    python("httpx", include_str!("../lib/httpx.py")),
    python("multiprocessing", include_str!("../lib/multiprocessing.py")),
    python("random", include_str!("../lib/random.py")),
    python("requests", include_str!("../lib/requests.py")),
    python("typing", include_str!("../lib/typing.py")),
    python("logging", include_str!("../lib/logging.py")),
    python("warnings", include_str!("../lib/warnings.py")),
];

/// The slow paths of the language, seen by all modules.
static PRELUDE: ModuleDef = ModuleDef {
    name: "builtins",
    natives: &[],
    source: Some(concat!(
        include_str!("../lib/prelude.py"),
        include_str!("../lib/text.py"),
        include_str!("../lib/groups.py"),
        include_str!("../lib/annotations.py"),
        include_str!("../lib/machine.py")
    )),
    constants: |_| {},
};

pub fn find(name: &str) -> Option<&'static ModuleDef> {
    MODULES.iter().find(|module| module.name == name)
}

/// Whether a module has submodules.
pub fn is_package(name: &str) -> bool {
    MODULES.iter().any(|module| module.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// What library modules keep between calls besides Python objects.
#[derive(Default)]
pub struct State {
    /// The loop objects, by the number of their loop.
    pub loops: Vec<Value>,
    pub pools: pools::State,
    /// Of loops in debug mode, by their number: how long, in seconds, a step or callback may take (`loop.slow_callback_duration`).
    pub slow_callbacks: Vec<Option<f64>>,
    /// The async generators that were begun in a loop, in that order.
    pub asyncgens: Vec<(LoopId, WeakRef)>,
    /// Category and action of the filters that the program set, oldest first.
    pub warning_filters: Vec<(String, String)>,
}

impl State {
    pub fn map(&self, copier: &mut Copier) -> State {
        let mut asyncgen = |(owner, weak): &(LoopId, WeakRef)| Some((*owner, copier.object(&weak.upgrade()?).downgrade()));
        let asyncgens = self.asyncgens.iter().filter_map(&mut asyncgen).collect();
        State {
            loops: self.loops.iter().map(|object| copier.value(object)).collect(),
            pools: self.pools.clone(),
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
    let namespace = super::vm::imports::run_prelude(&PRELUDE);
    PRELUDE_NAMESPACE.with(|cell| cell.get_or_init(|| namespace).clone())
}
