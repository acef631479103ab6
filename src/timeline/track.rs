//! The model of a picture: tracks with slices and marks, and flows between tracks.

use std::collections::BTreeMap;

use crate::trace::event::ResourceKind;
use crate::trace::ids::*;
use crate::trace::{Span, StrId, Time};

use super::sums::{Sums, Totals};

/// The lanes of one run.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Top to bottom; a group's members follow its head, one level deeper.
    pub tracks: Vec<Track>,
    /// In the order of their time.
    pub flows: Vec<Flow>,
    /// When the run ended.
    pub end: Time,
    /// Sums over the threads, so that nothing counts twice; over the activities where those are the tracks.
    pub totals: Totals,
    pub names: Names,
    /// Calls beyond the limit, of which nothing is known.
    pub calls_left_out: u32,
}

impl Timeline {
    /// What a call on a track is called: "work()".
    pub fn call_name(&self, call: &Call) -> String {
        self.names.functions.get(call.function as usize).map(|name| format!("{name}()")).unwrap_or_default()
    }

    /// The same with the track's name: "work() in main".
    pub fn call_label(&self, track: &Track, call: &Call) -> String {
        format!("{} in {}", self.call_name(call), track.label)
    }

    /// The number of slices of all tracks.
    pub fn slice_count(&self) -> usize {
        self.tracks.iter().map(|track| track.slices.len()).sum()
    }
}

/// What tasks and the like are called, for the reasons of slices. Indexed by id.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub processes: Vec<String>,
    pub threads: Vec<String>,
    pub tasks: Vec<String>,
    pub jobs: Vec<String>,
    /// Of [`Call::function`].
    pub functions: Vec<String>,
    /// What the lines of the program await.
    pub awaited: BTreeMap<u16, String>,
}

/// One lane.
#[derive(Clone, Debug)]
pub struct Track {
    pub kind: TrackKind,
    /// Who does what it shows, if that is a single one.
    pub actor: Option<Actor>,
    /// What users call it: the name that the program gave, or else that of the coroutine or function.
    pub label: String,
    /// More about it, such as the name that asyncio gave to a task; may be empty.
    pub detail: String,
    /// 0 for the head of a group, 1 for its members, ...
    pub depth: u8,
    /// When it came to be and when it was over, if it ever was.
    pub began: Option<Time>,
    pub ended: Option<Time>,
    /// Sorted, without overlaps, none of them empty. Neighbours that touch differ in state or reason.
    pub slices: Vec<Slice>,
    /// Turning points, sorted by time; few.
    pub marks: Vec<Mark>,
    /// Output, sorted by time; there may be many.
    pub prints: Vec<Mark>,
    /// Calls of the program's coroutines and activities on this lane, and of its plain functions that took long; by depth, and those of
    /// a depth in the order of their time.
    pub calls: Vec<Call>,
    pub(super) sums: Sums,
}

/// A task, or a thread for all that is not in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    Task(TaskId),
    Thread(ThreadId),
}

/// Whose lane it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrackKind {
    Process(ProcessId),
    Thread(ThreadId),
    Task(TaskId),
    Job(JobId),
    Core(CoreId),
    /// The `copy`th call, from 0, of the function of the `lane`th [`super::ActivityLane`].
    Activity {
        lane: u32,
        copy: u32,
    },
}

/// A bar: a state from one time to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    pub from: Time,
    pub to: Time,
    /// Index of the event it began with.
    pub step: u32,
    pub state: State,
    pub reason: Option<Reason>,
}

impl Slice {
    pub fn duration(&self) -> Span {
        self.to - self.from
    }
}

/// What something is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It executes.
    Running,
    /// It could go on, but has to queue for the loop, the GIL, a core or a worker.
    Ready,
    /// It waits and is in nobody's way.
    Waiting,
    /// A task whose thread waits in the middle of its step: nothing else on that loop can run.
    Blocking,
    /// A thread with nothing to do: a loop in `select`, a worker without a job.
    Idle,
}

impl State {
    pub const ALL: [State; 5] = [State::Running, State::Ready, State::Waiting, State::Blocking, State::Idle];

    pub fn index(self) -> usize {
        self as usize
    }

    /// The word for legends and tables.
    pub fn name(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Ready => "ready (queued)",
            State::Waiting => "waiting",
            State::Blocking => "blocking the loop",
            State::Idle => "idle",
        }
    }

    /// The word for class names.
    pub fn slug(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Ready => "ready",
            State::Waiting => "waiting",
            State::Blocking => "blocking",
            State::Idle => "idle",
        }
    }
}

/// What a slice that is not running queues or waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its turn in the loop's `ready`.
    ReadyQueue,
    Gil,
    Core,
    /// A free worker.
    Worker,
    /// `asyncio.sleep`, `time.sleep` or blocking I/O.
    Sleep,
    /// The loop's `select`: a timer or another thread.
    Select,
    Future {
        future: FutureId,
        /// Where it is awaited, from 1; 0 if that is not known.
        line: u16,
    },
    Task(TaskId),
    Job(JobId),
    Thread(ThreadId),
    Process(ProcessId),
    /// Work for an executor's worker.
    Work(PoolId),
    Resource {
        kind: ResourceKind,
        holder: Option<ThreadId>,
    },
}

impl Reason {
    /// In words, to follow "ready" or "waiting".
    pub fn text(self, names: &Names) -> String {
        let named = |what: &str, names: &[String], index: usize| match names.get(index) {
            Some(name) => format!("{what} {name}"),
            None => format!("{what} {index}"),
        };
        match self {
            Reason::ReadyQueue => "its turn in the loop".to_owned(),
            Reason::Gil => "the GIL".to_owned(),
            Reason::Core => "a core".to_owned(),
            Reason::Worker => "a free worker".to_owned(),
            Reason::Sleep => "sleep".to_owned(),
            Reason::Select => "a timer or another thread".to_owned(),
            Reason::Future { line, .. } => names.awaited.get(&line).map_or("a future", String::as_str).to_owned(),
            Reason::Task(task) => named("task", &names.tasks, task.index()),
            Reason::Job(job) => named("job", &names.jobs, job.index()),
            Reason::Thread(thread) => named("thread", &names.threads, thread.index()),
            Reason::Process(process) => named("process", &names.processes, process.index()),
            Reason::Work(_) => "work".to_owned(),
            Reason::Resource { kind, holder: None } => kind.text().to_owned(),
            Reason::Resource { kind, holder: Some(holder) } => {
                format!("{} that {} has", kind.text(), named("thread", &names.threads, holder.index()))
            }
        }
    }
}

/// A call of a function of the program. What it did is what its lane did in that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    pub from: Time,
    pub to: Time,
    /// Index of the event it began with; of a plain function, the first event in it.
    pub step: u32,
    /// Index into [`Names::functions`].
    pub function: u32,
    /// The line it was called or awaited from; 0 where that is not a line of the program.
    pub line: u16,
    /// It was left by an exception.
    pub raised: bool,
    /// The number of calls around it on its lane; the function that is the lane itself does not count.
    pub depth: u16,
}

impl Call {
    pub fn duration(&self) -> Span {
        self.to - self.from
    }
}

/// Something that happened at an instant on a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: Time,
    /// Index of its event.
    pub step: u32,
    pub kind: MarkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    Created,
    /// `cancel()` was called; it may still be ignored.
    CancelRequested,
    Done,
    Cancelled,
    Failed,
    Printed(StrId),
}

impl MarkKind {
    pub fn name(self) -> &'static str {
        match self {
            MarkKind::Created => "created",
            MarkKind::CancelRequested => "cancel requested",
            MarkKind::Done => "done",
            MarkKind::Cancelled => "cancelled",
            MarkKind::Failed => "failed",
            MarkKind::Printed(_) => "printed",
        }
    }
}

/// An arrow: something on track `from` did something to track `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    pub at: Time,
    /// Index of its event.
    pub step: u32,
    /// Index into [`Timeline::tracks`].
    pub from: u32,
    /// Index into [`Timeline::tracks`].
    pub to: u32,
    pub kind: FlowKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowKind {
    /// `from` created the task, or submitted the job.
    Created,
    /// `from` finished, or finished the future that the task waited for.
    Woke,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_and_a_call_take_at_most_32_bytes() {
        assert!(size_of::<Slice>() <= 32, "{} bytes", size_of::<Slice>());
        assert!(size_of::<Call>() <= 32, "{} bytes", size_of::<Call>());
    }
}
