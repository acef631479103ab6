//! What the pass over a trace remembers about processes, threads, tasks and jobs, and how their states show on their lanes.

use std::collections::HashMap;

use crate::trace::ids::*;

use super::lane::{Lane, Stamp};
use super::track::{Actor, Reason, State, TrackKind};

/// Index of a lane while the picture is being built.
pub(super) type LaneId = usize;

/// A state and what it is due to.
pub(super) type Mode = (State, Option<Reason>);

pub(super) struct Process {
    pub lane: LaneId,
    /// Number of its threads in each state.
    threads: [u32; State::ALL.len()],
}

pub(super) struct Thread {
    pub lane: LaneId,
    pub process: ProcessId,
    /// None before it starts and after it ends.
    pub mode: Option<Mode>,
    /// The tasks whose step is in progress; more than one where one starts another eagerly.
    pub tasks: Vec<TaskId>,
    pub job: Option<JobId>,
    /// Lanes of the calls in progress outside of any task.
    pub calls: Vec<LaneId>,
    /// The thread itself has not entered an activity yet, and was started for something.
    pub fresh: bool,
    /// Who queued the callback in progress.
    pub callback_from: Option<LaneId>,
    /// The core it runs on.
    core: Option<CoreId>,
    /// It is there for the end of an event loop, not for the program.
    pub housekeeping: bool,
}

pub(super) struct Core {
    pub lane: LaneId,
    /// Who runs on it.
    thread: Option<ThreadId>,
}

pub(super) struct Task {
    pub lane: LaneId,
    pub thread: ThreadId,
    /// Lanes of the calls in progress in it.
    pub calls: Vec<LaneId>,
    /// It has not entered an activity yet, and another task created it.
    pub fresh: bool,
    /// It was put into `ready` during its own step.
    pub ready_again: bool,
    pub running: bool,
    /// The job it waits for.
    pub job: Option<JobId>,
    /// It is there for the end of an event loop, not for the program.
    pub housekeeping: bool,
}

pub(super) struct Job {
    pub lane: LaneId,
    pub thread: ThreadId,
    pub fresh: bool,
}

/// Everything that can own time on a lane. What an event names is there, even if the trace never introduced it.
#[derive(Default)]
pub(super) struct Owners {
    pub lanes: Vec<Lane>,
    pub processes: Vec<Process>,
    pub threads: Vec<Thread>,
    pub tasks: Vec<Task>,
    pub jobs: Vec<Job>,
    pub cores: Vec<Core>,
    /// Who queued a callback that has not run yet.
    pub handles: HashMap<HandleId, LaneId>,
}

impl Owners {
    pub fn process(&mut self, id: ProcessId) -> &mut Process {
        while self.processes.len() <= id.index() {
            let index = self.processes.len();
            let lane = self.add_lane(TrackKind::Process(ProcessId(index as u16)), format!("Process {index}"));
            self.processes.push(Process { lane, threads: Default::default() });
        }
        &mut self.processes[id.index()]
    }

    pub fn thread(&mut self, id: ThreadId) -> &mut Thread {
        while self.threads.len() <= id.index() {
            let index = self.threads.len();
            let lane = self.add_lane(TrackKind::Thread(ThreadId(index as u16)), format!("Thread {index}"));
            self.threads.push(Thread {
                lane,
                process: ProcessId::MAIN,
                mode: None,
                tasks: Vec::new(),
                job: None,
                calls: Vec::new(),
                fresh: false,
                callback_from: None,
                core: None,
                housekeeping: false,
            });
        }
        &mut self.threads[id.index()]
    }

    pub fn task(&mut self, id: TaskId) -> &mut Task {
        while self.tasks.len() <= id.index() {
            let id = TaskId::from_index(self.tasks.len());
            let lane = self.add_lane(TrackKind::Task(id), format!("Task-{}", id.number()));
            self.tasks.push(Task {
                lane,
                thread: ThreadId::MAIN,
                calls: Vec::new(),
                fresh: false,
                ready_again: false,
                running: false,
                job: None,
                housekeeping: false,
            });
        }
        &mut self.tasks[id.index()]
    }

    pub fn job(&mut self, id: JobId) -> &mut Job {
        while self.jobs.len() <= id.index() {
            let index = self.jobs.len();
            let lane = self.add_lane(TrackKind::Job(JobId(index as u32)), format!("Job {index}"));
            self.jobs.push(Job { lane, thread: ThreadId::MAIN, fresh: false });
        }
        &mut self.jobs[id.index()]
    }

    fn core(&mut self, id: CoreId) -> &mut Core {
        while self.cores.len() <= id.index() {
            let index = self.cores.len();
            let lane = self.add_lane(TrackKind::Core(CoreId(index as u32)), format!("Core {index}"));
            self.cores.push(Core { lane, thread: None });
        }
        &mut self.cores[id.index()]
    }

    fn add_lane(&mut self, kind: TrackKind, label: String) -> LaneId {
        self.lanes.push(Lane::new(kind, label));
        self.lanes.len() - 1
    }

    /// Says of the lanes who does what they show: of a process its main thread, of a job the thread that works on it.
    pub fn name_actors(&mut self) {
        let Owners { lanes, processes, threads, tasks, jobs, .. } = self;
        for (index, thread) in threads.iter().enumerate().rev() {
            let actor = Some(Actor::Thread(ThreadId(index as u16)));
            lanes[thread.lane].track.actor = actor;
            // Its first thread comes last.
            if let Some(process) = processes.get(thread.process.index()) {
                lanes[process.lane].track.actor = actor;
            }
        }
        for (index, task) in tasks.iter().enumerate() {
            lanes[task.lane].track.actor = Some(Actor::Task(TaskId::from_index(index)));
        }
        for job in jobs {
            lanes[job.lane].track.actor = Some(Actor::Thread(job.thread));
        }
    }

    /// The lane an event belongs to: that of its task, of the job its thread works on, or of the thread.
    pub fn lane_of(&mut self, thread: ThreadId, task: Option<TaskId>) -> LaneId {
        if let Some(task) = task {
            return self.task(task).lane;
        }
        let thread = self.thread(thread);
        let (lane, job) = (thread.lane, thread.job);
        job.map_or(lane, |job| self.job(job).lane)
    }

    /// The thread changes to `mode`, or ends; what runs on it changes with it.
    pub fn set_thread(&mut self, now: Stamp, id: ThreadId, mode: Option<Mode>) {
        let thread = self.thread(id);
        let before = std::mem::replace(&mut thread.mode, mode);
        let process = thread.process;
        self.count(now, process, before, mode);
        let thread = &self.threads[id.index()];
        let Some(mode) = mode else {
            self.lanes[thread.lane].close(now.at);
            return;
        };
        self.lanes[thread.lane].set(now, mode.0, mode.1);
        let job = thread.job.map(|job| self.jobs[job.index()].lane);
        for &lane in job.iter().chain(&thread.calls) {
            let (state, reason) = outside_task(mode);
            self.lanes[lane].set(now, state, reason);
        }
        for task in &thread.tasks {
            let task = &self.tasks[task.index()];
            set_all(&mut self.lanes, now, task, in_step(mode));
        }
    }

    /// The thread runs on `core` from now on, or on none.
    pub fn set_core(&mut self, now: Stamp, id: ThreadId, core: Option<CoreId>) {
        let before = std::mem::replace(&mut self.thread(id).core, core);
        if before == core {
            return;
        }
        if let Some(left) = before.map(|left| self.core(left)).filter(|left| left.thread == Some(id)) {
            left.thread = None;
            let lane = left.lane;
            self.lanes[lane].close(now.at);
        }
        if let Some(core) = core {
            let core = self.core(core);
            core.thread = Some(id);
            let lane = core.lane;
            self.lanes[lane].set(now, State::Running, Some(Reason::Thread(id)));
        }
    }

    /// A task that is not running changes to `mode`.
    pub fn set_task(&mut self, now: Stamp, id: TaskId, mode: Mode) {
        self.task(id);
        set_all(&mut self.lanes, now, &self.tasks[id.index()], mode);
    }

    /// The task takes part in what its thread does from now on.
    pub fn enter_task(&mut self, now: Stamp, thread: ThreadId, id: TaskId) {
        self.task(id);
        self.thread(thread).tasks.push(id);
        let mode = self.mode_of(thread);
        let task = &mut self.tasks[id.index()];
        task.running = true;
        task.thread = thread;
        task.job = None;
        set_all(&mut self.lanes, now, task, in_step(mode));
    }

    /// The task's step is over.
    pub fn leave_task(&mut self, thread: ThreadId, id: TaskId) {
        self.thread(thread).tasks.retain(|&task| task != id);
        self.task(id).running = false;
    }

    /// What a call in progress shows: the state of its task, or of the thread.
    pub fn call_mode(&mut self, thread: ThreadId, task: Option<TaskId>) -> Mode {
        let mode = self.mode_of(thread);
        if task.is_some() { in_step(mode) } else { outside_task(mode) }
    }

    /// A thread that does something runs, even where the trace has not said so.
    fn mode_of(&mut self, thread: ThreadId) -> Mode {
        self.thread(thread).mode.unwrap_or((State::Running, None))
    }

    /// A process is in the most active state of its threads.
    fn count(&mut self, now: Stamp, id: ProcessId, before: Option<Mode>, after: Option<Mode>) {
        let process = self.process(id);
        if let Some((state, _)) = before {
            process.threads[state.index()] -= 1;
        }
        if let Some((state, _)) = after {
            process.threads[state.index()] += 1;
        }
        let lane = process.lane;
        let threads = process.threads;
        let most_active = State::ALL.into_iter().find(|state| threads[state.index()] > 0);
        match most_active {
            Some(state) => self.lanes[lane].set(now, state, None),
            None => self.lanes[lane].close(now.at),
        }
    }
}

fn set_all(lanes: &mut [Lane], now: Stamp, task: &Task, (state, reason): Mode) {
    for &lane in std::iter::once(&task.lane).chain(&task.calls) {
        lanes[lane].set(now, state, reason);
    }
}

/// A thread that waits in the middle of a task's step blocks its loop.
fn in_step((state, reason): Mode) -> Mode {
    match state {
        State::Waiting | State::Idle => (State::Blocking, reason),
        _ => (state, reason),
    }
}

fn outside_task((state, reason): Mode) -> Mode {
    match state {
        State::Idle => (State::Waiting, reason),
        _ => (state, reason),
    }
}
