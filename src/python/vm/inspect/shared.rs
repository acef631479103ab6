//! Locks, semaphores, events, conditions, barriers and queues that the program can reach: who has them, who waits for them, what is in
//! them. Found from the program's variables, and named by the way there: `queue`, `account.lock`, `forks[2]`.

use std::collections::{HashSet, VecDeque};

use crate::python::object::{Class, Instance, Obj, Ref, Sym, Value, heap};
use crate::trace::ids::{TaskId, ThreadId};

use super::value::{is_of_program, show};
use super::{frames_of_task, frames_of_thread};
use crate::python::library::locks;
use crate::python::vm::{Frame, Interpreter};

/// The kinds, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SharedKind {
    Queue,
    Lock,
    Semaphore,
    Event,
    Condition,
    Barrier,
}

/// Something that tasks or threads share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedView {
    pub kind: SharedKind,
    /// The way to it from a variable.
    pub name: String,
    /// `asyncio.Lock`
    pub class: String,
    /// "free", "set", "2 of 3 places left".
    pub state: String,
    /// Who has it, as far as that can be seen: asyncio does not note who took a lock, but a `with` statement remembers what it leaves.
    pub holders: Vec<Party>,
    /// In the order in which they will be served; those of a queue to get, then those to put, then those that wait for its end.
    pub waiters: Vec<Party>,
    /// The items of a queue, next first.
    pub contents: Vec<String>,
    /// How many items `contents` leaves out.
    pub more: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    Task(TaskId),
    Thread(ThreadId),
}

/// The search goes no deeper, and ends after so many objects.
const DEPTH: usize = 5;
const OBJECTS: usize = 5_000;
/// Of a container so many items are looked at.
const ITEMS: usize = 200;
/// So many things are shown.
const MOST: usize = 60;
/// So many items of a queue are shown.
const CONTENTS: usize = 20;

/// A frame and whose it is.
struct Owned<'a> {
    party: Party,
    frame: &'a Frame,
}

impl Interpreter {
    /// What the tasks and the threads share, by kind and name. `tasks` are those that are not done; `running` says which one executes on a
    /// thread.
    pub fn shared(&self, tasks: &[Ref], running: &[(ThreadId, Ref)]) -> Vec<SharedView> {
        let mut search = Search::default();
        for process in &self.processes {
            let main = Sym::known("__main__").and_then(|name| process.modules.get(&name));
            if let Some(Obj::Module(module)) = main.and_then(Value::obj) {
                for (name, value) in module.namespace.entries() {
                    search.push(&value, 0, || name.to_string());
                }
            }
        }
        self.visit_frames(tasks, running, &mut |owned| search.frame(owned.frame));
        search.run();
        let mut holders: Vec<(usize, Party)> = Vec::new();
        self.visit_frames(tasks, running, &mut |owned| {
            let operands = owned.frame.stack.get(owned.frame.code.locals.len()..).unwrap_or_default();
            holders.extend(operands.iter().filter_map(left_by_with).map(|receiver| (receiver.address(), owned.party)));
        });
        let mut views: Vec<SharedView> = heap::observing(|| search.found.iter().filter_map(|found| found.view(&holders)).collect());
        views.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        views.truncate(MOST);
        views
    }

    /// Shows all frames of the user's program.
    fn visit_frames(&self, tasks: &[Ref], running: &[(ThreadId, Ref)], visit: &mut dyn FnMut(Owned)) {
        for task in tasks {
            let Some(id) = task.as_future().and_then(|future| future.state.borrow().task_id()) else { continue };
            frames_of_task(task, |frame| {
                if frame.code.source.user {
                    visit(Owned { party: Party::Task(id), frame });
                }
            });
        }
        for (index, _) in self.threads.iter().enumerate() {
            let thread = ThreadId(index as u16);
            let task = running.iter().find(|(other, _)| *other == thread).map(|(_, task)| task);
            let id = task.and_then(|task| task.as_future()?.state.borrow().task_id());
            for (frame, is_of_task) in frames_of_thread(self, thread) {
                let party = id.filter(|_| is_of_task).map_or(Party::Thread(thread), Party::Task);
                if frame.code.source.user {
                    visit(Owned { party, frame });
                }
            }
        }
    }
}

/// The object that a `with` statement will leave, if the operand is that statement's exit method.
fn left_by_with(operand: &Value) -> Option<&Ref> {
    match operand.obj()? {
        Obj::Method(method) => {
            let Some(Obj::Function(function)) = method.function.obj() else { return None };
            matches!(&*function.code.name, "__exit__" | "__aexit__").then(|| method.receiver.as_ref())?
        }
        _ => None,
    }
}

/// The breadth-first search for things that are shared.
#[derive(Default)]
struct Search {
    seen: HashSet<usize>,
    next: VecDeque<(Ref, usize, String)>,
    found: Vec<Found>,
}

struct Found {
    object: Ref,
    name: String,
}

impl Search {
    fn push(&mut self, value: &Value, depth: usize, name: impl FnOnce() -> String) {
        let Some(object) = value.as_ref() else { return };
        let leads_on = matches!(
            &**object,
            Obj::Instance(_) | Obj::List(_) | Obj::Tuple(_) | Obj::Dict(_) | Obj::Extension(_) | Obj::Method(_) | Obj::Cell(_)
        );
        if leads_on && depth <= DEPTH && self.seen.len() < OBJECTS && self.seen.insert(object.address()) {
            self.next.push_back((object.clone(), depth, name()));
        }
    }

    fn frame(&mut self, frame: &Frame) {
        let code = &frame.code;
        for (name, value) in code.locals.iter().zip(&frame.stack) {
            self.push(value, 0, || name.to_string());
        }
        let cells = code.cells.iter().map(|cell| cell.name).chain(code.free.iter().copied());
        for (name, cell) in cells.zip(&frame.cells) {
            if let Obj::Cell(value) = &**cell {
                self.push(&value.borrow(), 0, || name.to_string());
            }
        }
    }

    fn run(&mut self) {
        while let Some((object, depth, name)) = self.next.pop_front() {
            if kind_of(&object).is_some() {
                self.found.push(Found { object, name });
                continue;
            }
            match &*object {
                Obj::Instance(instance) if instance.class.as_class().is_some_and(is_of_program) => {
                    for (attribute, value) in instance.attrs.entries() {
                        self.push(&value, depth + 1, || format!("{name}.{attribute}"));
                    }
                }
                Obj::List(items) => self.items(items.borrow().iter(), depth, &name),
                Obj::Tuple(items) => self.items(items.iter(), depth, &name),
                Obj::Dict(dict) => {
                    for entry in dict.table.borrow().entries().take(ITEMS) {
                        self.push(&entry.value, depth + 1, || format!("{name}[{}]", super::cut(&show(&entry.key).text, 20)));
                    }
                }
                Obj::Method(method) => self.push(&method.receiver, depth + 1, || name.clone()),
                _ => {}
            }
        }
    }

    fn items<'a>(&mut self, items: impl Iterator<Item = &'a Value>, depth: usize, name: &str) {
        for (at, item) in items.enumerate().take(ITEMS) {
            self.push(item, depth + 1, || format!("{name}[{at}]"));
        }
    }
}

/// What a class is called by whoever imports it, and its kind.
fn kind_of(object: &Ref) -> Option<(SharedKind, &'static str)> {
    match &**object {
        Obj::Instance(instance) => {
            let class = instance.class.as_class()?;
            std::iter::once(class).chain(class.ancestors.iter().filter_map(Ref::as_class)).find_map(kind_of_class)
        }
        Obj::Extension(_) => locks::state(object)
            .map(|state| (SharedKind::Lock, if state.is_reentrant() { "threading.RLock" } else { "threading.Lock" })),
        _ => None,
    }
}

fn kind_of_class(class: &Class) -> Option<(SharedKind, &'static str)> {
    let (module, name) = (class.module.borrow(), class.name());
    Some(match (&**module, &*name) {
        ("asyncio.locks", "Lock") => (SharedKind::Lock, "asyncio.Lock"),
        ("asyncio.locks", "Event") => (SharedKind::Event, "asyncio.Event"),
        ("asyncio.locks", "Condition") => (SharedKind::Condition, "asyncio.Condition"),
        ("asyncio.locks", "BoundedSemaphore") => (SharedKind::Semaphore, "asyncio.BoundedSemaphore"),
        ("asyncio.locks", "Semaphore") => (SharedKind::Semaphore, "asyncio.Semaphore"),
        ("asyncio.locks", "Barrier") => (SharedKind::Barrier, "asyncio.Barrier"),
        ("asyncio.queues", "PriorityQueue") => (SharedKind::Queue, "asyncio.PriorityQueue"),
        ("asyncio.queues", "LifoQueue") => (SharedKind::Queue, "asyncio.LifoQueue"),
        ("asyncio.queues", "Queue") => (SharedKind::Queue, "asyncio.Queue"),
        ("threading", "Event") => (SharedKind::Event, "threading.Event"),
        ("threading", "Condition") => (SharedKind::Condition, "threading.Condition"),
        ("threading", "BoundedSemaphore") => (SharedKind::Semaphore, "threading.BoundedSemaphore"),
        ("threading", "Semaphore") => (SharedKind::Semaphore, "threading.Semaphore"),
        ("threading", "Barrier") => (SharedKind::Barrier, "threading.Barrier"),
        ("queue", "PriorityQueue") => (SharedKind::Queue, "queue.PriorityQueue"),
        ("queue", "LifoQueue") => (SharedKind::Queue, "queue.LifoQueue"),
        ("queue", "Queue") => (SharedKind::Queue, "queue.Queue"),
        _ => return None,
    })
}

impl Found {
    fn view(&self, with: &[(usize, Party)]) -> Option<SharedView> {
        let (kind, class) = kind_of(&self.object)?;
        let mut view = SharedView {
            kind,
            name: self.name.clone(),
            class: class.to_string(),
            state: String::new(),
            holders: Vec::new(),
            waiters: Vec::new(),
            contents: Vec::new(),
            more: 0,
        };
        match &*self.object {
            Obj::Instance(instance) => Reader { instance }.fill(&mut view),
            _ => {
                let state = locks::state(&self.object)?;
                view.state = if state.is_locked() { "taken" } else { "free" }.to_string();
                view.holders.extend(state.holder().map(Party::Thread));
                view.waiters.extend(state.waiters().map(Party::Thread));
            }
        }
        if matches!(kind, SharedKind::Lock | SharedKind::Semaphore | SharedKind::Condition) && view.holders.is_empty() {
            let here = self.object.address();
            let inside = with.iter().filter(|(object, _)| *object == here).map(|&(_, party)| party);
            // Whoever waits to get in stands in the same statement.
            let waiters = view.waiters.clone();
            view.holders.extend(inside.filter(|party| !waiters.contains(party)));
            if view.state.ends_with("free") {
                view.holders.clear();
            }
        }
        Some(view)
    }
}

/// Reads the attributes of the library's classes.
struct Reader<'a> {
    instance: &'a Instance,
}

impl Reader<'_> {
    fn fill(&self, view: &mut SharedView) {
        view.waiters = self.waiters();
        match view.kind {
            SharedKind::Lock => view.state = if self.truth("_locked") { "taken" } else { "free" }.to_string(),
            SharedKind::Semaphore => {
                let left = self.number("_value").unwrap_or_default();
                let of = self.number("_bound_value").or_else(|| self.number("_initial_value"));
                view.state = match of {
                    Some(of) => format!("{left} of {of} places left"),
                    None if left == 1 => "1 place left".to_string(),
                    None => format!("{left} places left"),
                };
            }
            SharedKind::Event => {
                view.state = if self.truth("_value") || self.truth("_flag") { "set" } else { "not set" }.to_string();
            }
            SharedKind::Condition => {
                let lock = self.get("_lock");
                let state = lock.as_ref().and_then(Value::as_ref).and_then(locks::state);
                let is_taken = match (&state, lock.as_ref().and_then(Value::obj)) {
                    (Some(state), _) => state.is_locked(),
                    (None, Some(Obj::Instance(lock))) => Reader { instance: lock }.truth("_locked"),
                    _ => false,
                };
                view.state = if is_taken { "its lock is taken" } else { "its lock is free" }.to_string();
                view.holders.extend(state.and_then(|state| state.holder()).map(Party::Thread));
                if let Some(Obj::Instance(lock)) = lock.as_ref().and_then(Value::obj) {
                    // They were notified, or are on their way in.
                    view.waiters.extend(Reader { instance: lock }.waiters());
                }
            }
            SharedKind::Barrier => {
                let (here, parties) = (self.number("_count").unwrap_or_default(), self.number("_parties").unwrap_or_default());
                view.state = format!("{here} of {parties} are there");
            }
            SharedKind::Queue => self.fill_queue(view),
        }
    }

    fn fill_queue(&self, view: &mut SharedView) {
        let items = self.get("_queue").or_else(|| self.get("queue"));
        let items = items.as_ref().map(contents).unwrap_or_default();
        let most = self.number("_maxsize").or_else(|| self.number("maxsize")).filter(|&most| most > 0);
        view.state = match (items.len(), most) {
            (0, None) => "empty".to_string(),
            (0, Some(most)) => format!("empty, room for {most}"),
            (count, Some(most)) if count as i64 >= most => format!("full: {count} of {most}"),
            (count, Some(most)) => format!("{count} of {most}"),
            (1, None) => "1 item".to_string(),
            (count, None) => format!("{count} items"),
        };
        let is_stack = view.class.ends_with("LifoQueue");
        let next: Vec<&Value> = if is_stack { items.iter().rev().collect() } else { items.iter().collect() };
        view.contents = next.iter().take(CONTENTS).map(|item| super::cut(&show(item).text, 60)).collect();
        view.more = items.len() - view.contents.len();
    }

    fn get(&self, name: &str) -> Option<Value> {
        self.instance.attrs.get(Sym::known(name)?)
    }

    fn truth(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Value::Bool(true)))
    }

    fn number(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            Some(Value::Int(number)) => Some(number),
            _ => None,
        }
    }

    /// All that wait, whatever the class calls its lists of them.
    fn waiters(&self) -> Vec<Party> {
        let mut waiters = Vec::new();
        for list in ["_waiters", "_getters", "_putters"] {
            waiters.extend(self.get(list).as_ref().map(parties).unwrap_or_default());
        }
        for inner in ["_cond", "_finished", "not_empty", "not_full", "all_tasks_done"] {
            if let Some(Obj::Instance(instance)) = self.get(inner).as_ref().and_then(Value::obj) {
                waiters.extend(Reader { instance }.waiters());
            }
        }
        waiters
    }
}

/// The items of a list or a deque.
fn contents(items: &Value) -> Vec<Value> {
    match items.obj() {
        Some(Obj::List(items)) => items.borrow().clone(),
        Some(Obj::Instance(deque)) => Reader { instance: deque }.get("_items").as_ref().map(contents).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Who waits for the futures or the locks of a list.
fn parties(list: &Value) -> Vec<Party> {
    contents(list).iter().filter_map(Value::as_ref).flat_map(parties_of).collect()
}

fn parties_of(waiter: &Ref) -> Vec<Party> {
    if let Some(state) = locks::state(waiter) {
        return state.waiters().map(Party::Thread).collect();
    }
    let Some(future) = waiter.as_future() else { return Vec::new() };
    let state = future.state.borrow();
    let task = |callback: &crate::sim::DoneCallback<Interpreter>| match callback {
        crate::sim::DoneCallback::Wakeup(task) => task.as_future()?.state.borrow().task_id().map(Party::Task),
        crate::sim::DoneCallback::Guest(_) => None,
    };
    state.callbacks.iter().filter_map(task).collect()
}
