//! The machine at a step as plain data: what an inspector shows. Everything is text, ids and times.

use std::rc::Rc;

pub use crate::python::vm::inspect::{Party, SharedKind, SharedView, Variable};
use crate::trace::event::Contended;
use crate::trace::ids::*;
use crate::trace::{Span, Time};

use super::waiting::Awaited;

/// The machine right after an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The event, as an index into the trace.
    pub event: usize,
    /// The number of lines that were executed after it: 0 right after the event.
    pub lines: usize,
    /// When that was.
    pub now: Time,
    /// The thread on which it happened, or that is about to execute the line.
    pub thread: ThreadId,
    /// The task that acts there, or that has just been suspended or ended.
    pub task: Option<TaskId>,
    /// The calls on that thread, outermost first.
    pub frames: Vec<Frame>,
    /// The loops that are running, in the order of their creation.
    pub loops: Vec<Loop>,
    /// The tasks so far, in the order of their creation. Of those that are done only the last [`Snapshot::MAX_DONE_TASKS`].
    pub tasks: Vec<Task>,
    /// How many tasks that are done `tasks` leaves out.
    pub tasks_left_out: usize,
    /// Locks, queues and the like that the program can reach, by kind and name.
    pub shared: Vec<SharedView>,
    /// The processes that have not ended.
    pub processes: Vec<Process>,
    /// The threads that have not ended.
    pub threads: Vec<Thread>,
    /// Who executes on each core.
    pub cores: Vec<Option<ThreadId>>,
    /// The threads that wait for a core, next first.
    pub core_queue: Vec<ThreadId>,
}

impl Snapshot {
    pub const MAX_DONE_TASKS: usize = 100;
    /// So many of the latest tasks that are not done have an await chain: locals are text, which takes time to make.
    pub const MAX_CHAINS: usize = 100;
}

/// A call in progress, or a coroutine that is suspended in an `await`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub function: String,
    /// The line it stands at, from 1.
    pub line: u32,
    /// The text of the line.
    pub text: String,
    /// The variables that are set, in the order in which the function names them.
    pub locals: Vec<Variable>,
}

/// An event loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    pub id: LoopId,
    /// The thread that runs it.
    pub thread: ThreadId,
    /// Number of the iteration of `run_once`, from 1; 0 before the first.
    pub iteration: u32,
    /// How many of the handles in `ready` belong to this iteration.
    pub left_in_iteration: usize,
    /// The task that takes a step.
    pub current_task: Option<TaskId>,
    /// Next first.
    pub ready: Vec<Ready>,
    /// Next first.
    pub scheduled: Vec<Timer>,
}

/// A handle in the ready queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    pub handle: HandleId,
    pub kind: ReadyKind,
    /// The task that takes a step, or that waits for the future which is finished.
    pub task: Option<TaskId>,
    /// The task's name or the callback.
    pub name: String,
    /// Why it is ready: "first step", "`B` is done".
    pub why: String,
}

/// What the loop does when it runs a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadyKind {
    /// The first step of a task, or the one after `asyncio.sleep(0)`.
    Step,
    /// A step because the awaited future is done.
    Wakeup,
    /// Finishes the future that a task waits for: its `asyncio.sleep` or its job is over.
    Settle,
    Callback,
    /// It was cancelled: the loop drops it.
    Cancelled,
}

impl ReadyKind {
    /// The words for it.
    pub fn label(self) -> &'static str {
        match self {
            ReadyKind::Step => "step",
            ReadyKind::Wakeup => "wake-up",
            ReadyKind::Settle => "result",
            ReadyKind::Callback => "callback",
            ReadyKind::Cancelled => "cancelled",
        }
    }
}

/// A timer in `scheduled`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    pub handle: HandleId,
    pub when: Time,
    /// From now until then; zero if it is due.
    pub left: Span,
    /// The task whose `asyncio.sleep` it ends.
    pub task: Option<TaskId>,
    /// That task's name or the callback.
    pub name: String,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub id: TaskId,
    pub name: String,
    /// The function its coroutine comes from.
    pub coroutine: String,
    pub state: TaskState,
    /// What it waits for, or its result or error: "`asyncio.sleep(3)`: until 3.00 s", "task `B`".
    pub detail: String,
    /// What it awaits, if it has an await chain.
    pub awaited: Option<Awaited>,
    /// From the coroutine down to what it awaits, outermost first; empty when it is done or executes, or if there are more than
    /// [`Snapshot::MAX_CHAINS`] tasks after it.
    pub await_chain: Vec<Frame>,
    /// `cancel` was called and it is not done yet.
    pub cancel_requested: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    Running,
    /// Its next step is in the ready queue.
    Ready,
    Waiting,
    Returned,
    Raised,
    Cancelled,
}

impl TaskState {
    pub fn is_done(self) -> bool {
        matches!(self, TaskState::Returned | TaskState::Raised | TaskState::Cancelled)
    }

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            TaskState::Running => "running",
            TaskState::Ready => "ready",
            TaskState::Waiting => "waiting",
            TaskState::Returned => "done",
            TaskState::Raised => "failed",
            TaskState::Cancelled => "cancelled",
        }
    }
}

/// A process that has not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    pub id: ProcessId,
    pub name: Rc<str>,
    /// `None` where processes are free-threaded.
    pub gil: Option<Gil>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gil {
    pub holder: Option<ThreadId>,
    /// The threads that wait for it, next first.
    pub waiters: Vec<ThreadId>,
}

/// A thread that has not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    pub id: ThreadId,
    pub process: ProcessId,
    pub name: Rc<str>,
    pub state: ThreadState,
    /// What it waits for: "`time.sleep` until 3.00 s", "the GIL"; empty if it executes.
    pub detail: String,
    /// The calls on it, outermost first.
    pub frames: Vec<Frame>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadState {
    Starting,
    Running(CoreId),
    Queued(Contended),
    Waiting,
}

impl ThreadState {
    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            ThreadState::Starting => "starting",
            ThreadState::Running(_) => "running",
            ThreadState::Queued(_) => "ready",
            ThreadState::Waiting => "waiting",
        }
    }
}
