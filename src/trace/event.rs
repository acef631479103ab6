//! One entry of the log: when, on which thread, in which task, at which line, and what.

use serde::{Deserialize, Serialize};

use super::ids::*;
use super::strings::StrId;
use super::time::Time;

/// Something that happened. Events of a trace are in the order of their time; where times are equal, in causal order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub at: Time,
    /// The thread it happened on.
    pub thread: ThreadId,
    /// The line of the user's program that was being executed, from 1; 0 where there is none.
    pub line: u16,
    /// The task that was running on that thread.
    pub task: Option<TaskId>,
    pub what: What,
}

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    // Processes, threads and cores.
    /// A process came to be; its main thread starts next.
    ProcessStarted {
        process: ProcessId,
        name: StrId,
    },
    ProcessEnded {
        process: ProcessId,
    },
    /// The event's thread came to be in `process`.
    ThreadStarted {
        process: ProcessId,
        name: StrId,
        role: ThreadRole,
    },
    ThreadEnded,
    /// The event's thread got all it needs (a core, and the GIL where there is one) and executes from now on.
    ThreadRuns {
        core: CoreId,
    },
    /// The event's thread could run but has to wait for something other threads use.
    ThreadQueues {
        for_: Contended,
    },
    /// The event's thread gave up core and GIL to wait.
    ThreadWaits {
        on: ThreadWait,
    },

    // The event loop.
    /// `run_forever` began on the event's thread.
    LoopStarted {
        event_loop: LoopId,
    },
    LoopStopped {
        event_loop: LoopId,
    },
    /// A new iteration of `run_once` took its snapshot of `ready`, `handles` long.
    IterationStarted {
        event_loop: LoopId,
        iteration: u32,
        handles: u32,
    },
    /// A timer was put into `scheduled`. `event_loop` is that of the event's thread.
    TimerSet {
        handle: HandleId,
        when: PackedTime,
    },
    /// A timer's time had come: its handle moved from `scheduled` to `ready`.
    TimerFired {
        handle: HandleId,
    },
    TimerCancelled {
        handle: HandleId,
    },
    /// The guest put a callback into `ready` (`call_soon`), other than a step or wake-up of a task.
    CallbackQueued {
        handle: HandleId,
        name: StrId,
    },
    CallbackStarted {
        handle: HandleId,
        name: StrId,
    },
    CallbackEnded {
        handle: HandleId,
    },

    // Futures and tasks.
    /// The event's task (or none) created `task`; its first step is queued in `ready`.
    TaskCreated {
        task: TaskId,
        name: StrId,
        coroutine: StrId,
    },
    TaskRenamed {
        task: TaskId,
        name: StrId,
    },
    /// A step or wake-up of `task` was put into `ready`; `cause` is the future that finished, if that is why.
    TaskReady {
        task: TaskId,
        cause: Option<FutureRef>,
    },
    /// The loop runs a step of `task`; the event's task is `task` from here on.
    StepStarted {
        task: TaskId,
    },
    /// The event's task handed control back to the loop because it waits.
    TaskSuspended {
        on: TaskWait,
    },
    /// The event's task finished; `detail` is the `repr` of its result or the error.
    TaskDone {
        outcome: Outcome,
        detail: StrId,
    },
    /// `Task.cancel()` was called on `task`.
    CancelRequested {
        task: TaskId,
    },
    /// A future other than a task finished.
    FutureDone {
        future: FutureId,
        outcome: Outcome,
    },

    // Executors.
    JobSubmitted {
        job: JobId,
        pool: PoolId,
        name: StrId,
    },
    /// The event's thread began to work on `job`.
    JobStarted {
        job: JobId,
    },
    JobDone {
        job: JobId,
        outcome: Outcome,
    },

    // The program.
    /// A function whose every call is shown was entered: every coroutine function, and the functions the settings name.
    CallEntered {
        function: StrId,
        call: u32,
        /// The line of the call or the `await`; 0 where the program does not call it itself.
        from_line: u16,
    },
    /// The call with that number, unique in the run, returned, raised or was closed.
    CallReturned {
        call: u32,
        /// It was left by an exception.
        raised: bool,
    },
    /// A call of any other function of the program is over, which took long enough to be seen. It is told afterwards, so that the many
    /// short ones cost nothing.
    FunctionDone {
        function: StrId,
        /// When the call began.
        began: PackedTime,
        /// The line of the call; 0 where the program does not call it itself.
        from_line: u16,
        /// It was left by an exception.
        raised: bool,
    },
    /// `text` went to `stream`, as one call of `print` or `write`.
    Printed {
        stream: Stream,
        text: StrId,
    },
    /// An exception was raised to the event's task or thread and nobody there caught it.
    Uncaught {
        error: StrId,
    },
    /// The run is over; `error` is the last line of the traceback, or the limit or deadlock that ended it.
    Ended {
        error: Option<StrId>,
    },
}

/// A time that needs an alignment of 4 bytes only, so that an event fits 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PackedTime([u32; 2]);

impl PackedTime {
    pub const NEVER: PackedTime = PackedTime([u32::MAX; 2]);

    pub fn get(self) -> Time {
        Time(u64::from(self.0[0]) | u64::from(self.0[1]) << 32)
    }
}

impl From<Time> for PackedTime {
    fn from(time: Time) -> PackedTime {
        PackedTime([time.0 as u32, (time.0 >> 32) as u32])
    }
}

impl std::fmt::Debug for PackedTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

/// The future another event speaks of: a plain one or a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FutureRef {
    Future(FutureId),
    Task(TaskId),
}

/// What a thread is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThreadRole {
    /// The first of its process.
    Main,
    /// Started by `threading.Thread`.
    Thread,
    /// A worker of an executor.
    Worker(PoolId),
}

/// What runnable threads compete for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contended {
    Gil,
    Core,
}

/// Why a thread waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThreadWait {
    /// `time.sleep`, or blocking simulated I/O.
    Sleep,
    /// Its event loop has nothing ready: it waits for a timer or for another thread.
    Select,
    /// Another thread ends.
    Join(ThreadId),
    /// Another process ends.
    JoinProcess(ProcessId),
    /// A job's result.
    Job(JobId),
    /// A worker waits for work.
    Work(PoolId),
    /// A lock or another thing that threads share.
    Resource {
        resource: ResourceId,
        kind: ResourceKind,
        /// The thread that has it, where one thread can have it.
        holder: Option<ThreadId>,
    },
}

/// What it is that a thread waits for at a [`ThreadWait::Resource`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResourceKind {
    Lock,
    Condition,
    Event,
    Semaphore,
    Barrier,
    /// Something to take out of a queue.
    QueueItem,
    /// Room in a full queue.
    QueuePlace,
    /// `queue.join()`: all items are done.
    QueueJoin,
    /// What the other end of a pipe sends.
    Pipe,
    /// A thread or process that was started says that it runs.
    Start,
    /// Futures of an executor's jobs.
    Futures,
}

impl ResourceKind {
    pub const ALL: [ResourceKind; 11] = [
        ResourceKind::Lock,
        ResourceKind::Condition,
        ResourceKind::Event,
        ResourceKind::Semaphore,
        ResourceKind::Barrier,
        ResourceKind::QueueItem,
        ResourceKind::QueuePlace,
        ResourceKind::QueueJoin,
        ResourceKind::Pipe,
        ResourceKind::Start,
        ResourceKind::Futures,
    ];

    /// In words, to follow "waits for".
    pub fn text(self) -> &'static str {
        match self {
            ResourceKind::Lock => "a lock",
            ResourceKind::Condition => "a condition to be notified",
            ResourceKind::Event => "an event to be set",
            ResourceKind::Semaphore => "a semaphore",
            ResourceKind::Barrier => "the others at a barrier",
            ResourceKind::QueueItem => "an item in a queue",
            ResourceKind::QueuePlace => "a place in a full queue",
            ResourceKind::QueueJoin => "a queue's items to be done",
            ResourceKind::Pipe => "data in a pipe",
            ResourceKind::Start => "what it started to run",
            ResourceKind::Futures => "futures to be done",
        }
    }
}

/// What a suspended task waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskWait {
    /// A bare `yield`, as `asyncio.sleep(0)` does: it is ready again at once.
    NextIteration,
    /// `asyncio.sleep` of more than nothing: a future that a timer finishes.
    Sleep(PackedTime),
    Future(FutureId),
    Task(TaskId),
    /// A job in an executor.
    Job(JobId),
}

/// How a task, future or job ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    Returned,
    Raised,
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    Out,
    Err,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_takes_at_most_32_bytes() {
        assert!(size_of::<Event>() <= 32, "{} bytes", size_of::<Event>());
    }
}
