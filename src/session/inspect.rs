//! Reads a [`Snapshot`] from a machine.

use std::collections::{BTreeMap, BTreeSet};

use crate::sim::{self, Action, DoneCallback, Guest};
use crate::trace::event::{Contended, Outcome, TaskWait, ThreadWait};
use crate::trace::ids::{HandleId, TaskId, ThreadId};
use crate::trace::{Time, Trace};

use super::names::{Names, TaskHistory};
use super::python_machine::{self, Interpreter, Machine};
use super::snapshot::*;
use super::words;

type Future = <Interpreter as Guest>::Future;

/// The state of `machine`, which stands right after the event with that index into the trace.
pub(super) fn snapshot(machine: &Machine, trace: &Trace, names: &Names, event: usize) -> Snapshot {
    let inspector = Inspector { machine, trace, names, event };
    let world = &machine.world;
    let thread = trace.events[event].thread;
    let (tasks, tasks_left_out) = inspector.tasks();
    Snapshot {
        event,
        now: inspector.now(),
        thread,
        frames: python_machine::frames(machine, thread),
        loops: world.loops().iter().filter_map(|event_loop| inspector.event_loop(event_loop)).collect(),
        tasks,
        tasks_left_out,
        processes: world.processes().iter().filter(|process| !process.has_ended()).map(process).collect(),
        threads: world.threads().iter().filter(|thread| !thread.has_ended()).map(|thread| inspector.thread(thread)).collect(),
        cores: world.cores().to_vec(),
        core_queue: world.run_queue().collect(),
    }
}

struct Inspector<'a> {
    machine: &'a Machine,
    trace: &'a Trace,
    names: &'a Names,
    event: usize,
}

impl Inspector<'_> {
    fn now(&self) -> Time {
        self.trace.events[self.event].at
    }

    fn task_name(&self, task: TaskId) -> String {
        self.names.task(self.trace, task, self.event).to_string()
    }

    fn event_loop(&self, event_loop: &sim::EventLoop<Interpreter>) -> Option<Loop> {
        Some(Loop {
            id: event_loop.id,
            thread: event_loop.thread()?,
            iteration: event_loop.iteration(),
            left_in_iteration: event_loop.ntodo(),
            current_task: event_loop.current_task().and_then(task_id),
            ready: event_loop.ready().map(|(handle, action)| self.ready(handle, action)).collect(),
            scheduled: event_loop.timers().into_iter().map(|(when, handle, action)| self.timer(when, handle, action)).collect(),
        })
    }

    fn ready(&self, handle: HandleId, action: Option<&Action<Interpreter>>) -> Ready {
        let (kind, task, why) = match action {
            None => (ReadyKind::Cancelled, None, "cancelled".to_string()),
            Some(Action::Step { task, error: Some(_) }) => (ReadyKind::Step, task_id(task), "an error is raised in it".to_string()),
            Some(Action::Step { task, error: None }) => (ReadyKind::Step, task_id(task), self.why_step(task)),
            Some(Action::Wakeup { task, future }) => (ReadyKind::Wakeup, task_id(task), self.why_wakeup(future)),
            Some(Action::Settle { future, .. }) => (ReadyKind::Settle, waiter(future), self.why_settle(future)),
            Some(Action::Call { future: Some(future), .. }) => (ReadyKind::Callback, None, self.why_wakeup(future)),
            Some(Action::Call { future: None, .. }) => (ReadyKind::Callback, None, "it was scheduled".to_string()),
        };
        let name = task.map_or_else(|| callback_name(action), |task| self.task_name(task));
        Ready { handle, kind, task, name, why }
    }

    fn why_step(&self, task: &Future) -> String {
        let waited = task_id(task).and_then(|task| self.names.last_wait(self.trace, task, self.event + 1));
        if waited.is_some() { "it gave way to others" } else { "first step" }.to_string()
    }

    fn why_wakeup(&self, future: &Future) -> String {
        match Interpreter::future(future).borrow().as_wait() {
            TaskWait::Sleep(_) => "`asyncio.sleep` is over".to_string(),
            on => format!("{} is done", self.wait_text(on)),
        }
    }

    fn why_settle(&self, future: &Future) -> String {
        match Interpreter::future(future).borrow().as_wait() {
            TaskWait::Sleep(_) => "its timer is due".to_string(),
            on => format!("{} has a result", self.wait_text(on)),
        }
    }

    fn timer(&self, when: Time, handle: HandleId, action: &Action<Interpreter>) -> Timer {
        let task = match action {
            Action::Settle { future, .. } => waiter(future),
            Action::Call { .. } | Action::Step { .. } | Action::Wakeup { .. } => None,
        };
        let name = task.map_or_else(|| callback_name(Some(action)), |task| self.task_name(task));
        Timer { handle, when, left: when.since(self.now()), task, name }
    }

    fn tasks(&self) -> (Vec<Task>, usize) {
        let live = self.live_tasks();
        let mut done_left = Snapshot::MAX_DONE_TASKS;
        let mut chains_left = Snapshot::MAX_CHAINS;
        let mut left_out = 0;
        let mut tasks = Vec::new();
        for (id, history) in self.names.tasks_until(self.event).rev() {
            if let Some((task, state)) = live.get(&id) {
                let with_chain = chains_left > 0;
                chains_left -= usize::from(with_chain);
                tasks.push(self.live_task(id, history, task, *state, with_chain));
            } else if done_left > 0 {
                done_left -= 1;
                tasks.extend(self.done_task(id, history));
            } else {
                left_out += 1;
            }
        }
        tasks.reverse();
        (tasks, left_out)
    }

    /// The tasks that are not done, with their states.
    fn live_tasks(&self) -> BTreeMap<TaskId, (&Future, TaskState)> {
        let mut live = BTreeMap::new();
        for event_loop in self.machine.world.loops() {
            let current = event_loop.current_task().and_then(task_id);
            let ready: BTreeSet<TaskId> = event_loop.ready().filter_map(|(_, action)| steps(action?)).collect();
            for task in event_loop.tasks() {
                let Some(id) = task_id(task) else { continue };
                let state = if current == Some(id) {
                    TaskState::Running
                } else if ready.contains(&id) {
                    TaskState::Ready
                } else {
                    TaskState::Waiting
                };
                live.insert(id, (task, state));
            }
        }
        live
    }

    fn live_task(&self, id: TaskId, history: &TaskHistory, task: &Future, state: TaskState, with_chain: bool) -> Task {
        let future = Interpreter::future(task).borrow();
        let part = future.task().expect("a loop's tasks are tasks");
        let waits_on = part.fut_waiter.as_ref().map(|waiter| Interpreter::future(waiter).borrow().as_wait());
        let detail = match (state, waits_on) {
            (TaskState::Waiting, Some(on)) => self.wait_text(on),
            _ => String::new(),
        };
        Task {
            id,
            name: part.name.to_string(),
            coroutine: self.trace.text(history.coroutine).to_string(),
            state,
            detail,
            await_chain: if with_chain { python_machine::await_chain(self.machine, task) } else { Vec::new() },
            cancel_requested: part.cancelling > 0 || part.must_cancel,
        }
    }

    fn done_task(&self, id: TaskId, history: &TaskHistory) -> Option<Task> {
        let (_, outcome, detail) = history.done?;
        let state = match outcome {
            Outcome::Returned => TaskState::Returned,
            Outcome::Raised => TaskState::Raised,
            Outcome::Cancelled => TaskState::Cancelled,
        };
        Some(Task {
            id,
            name: self.task_name(id),
            coroutine: self.trace.text(history.coroutine).to_string(),
            state,
            detail: self.trace.text(detail).to_string(),
            await_chain: Vec::new(),
            cancel_requested: false,
        })
    }

    fn wait_text(&self, on: TaskWait) -> String {
        match on {
            TaskWait::NextIteration => "its next step".to_string(),
            TaskWait::Sleep(when) => format!("`asyncio.sleep` until {}", words::instant(when.get())),
            TaskWait::Future(_) => "a future".to_string(),
            TaskWait::Task(other) => format!("task {}", self.names.task_in_sentence(self.trace, other, self.event)),
            TaskWait::Job(job) => format!("job `{}`", self.names.job(self.trace, job)),
        }
    }

    fn thread(&self, thread: &sim::Thread) -> Thread {
        let (state, detail) = match thread.state() {
            sim::ThreadState::Starting => (ThreadState::Starting, String::new()),
            sim::ThreadState::Running { core } => (ThreadState::Running(core), String::new()),
            sim::ThreadState::Queued(Contended::Gil) => (ThreadState::Queued(Contended::Gil), "the GIL".to_string()),
            sim::ThreadState::Queued(Contended::Core) => (ThreadState::Queued(Contended::Core), "a core".to_string()),
            sim::ThreadState::Waiting { on, deadline, .. } => {
                let until = deadline.map(|deadline| format!(" until {}", words::instant(deadline))).unwrap_or_default();
                (ThreadState::Waiting, self.thread_wait(on) + &until)
            }
            sim::ThreadState::Ended => unreachable!("only threads that have not ended are shown"),
        };
        Thread { id: thread.id, process: thread.process, name: thread.name.clone(), state, detail }
    }

    fn thread_wait(&self, on: ThreadWait) -> String {
        let thread = |id: ThreadId| self.names.thread_in_sentence(self.trace, id);
        match on {
            ThreadWait::Sleep => "a blocking wait".to_string(),
            ThreadWait::Select => "its event loop".to_string(),
            ThreadWait::Join(other) => format!("the end of {}", thread(other)),
            ThreadWait::JoinProcess(process) => format!("the end of process `{}`", self.names.process(self.trace, process)),
            ThreadWait::Job(job) => format!("job `{}`", self.names.job(self.trace, job)),
            ThreadWait::Work(_) => "work".to_string(),
            ThreadWait::Resource { kind, holder, .. } => {
                let held = holder.map(|holder| format!(" that {} has", thread(holder))).unwrap_or_default();
                format!("{}{held}", kind.text())
            }
        }
    }
}

fn task_id(task: &Future) -> Option<TaskId> {
    Interpreter::future(task).borrow().task_id()
}

/// The task that an action makes take a step.
fn steps(action: &Action<Interpreter>) -> Option<TaskId> {
    match action {
        Action::Step { task, .. } | Action::Wakeup { task, .. } => task_id(task),
        Action::Call { .. } | Action::Settle { .. } => None,
    }
}

/// The task that waits for a future.
fn waiter(future: &Future) -> Option<TaskId> {
    Interpreter::future(future).borrow().callbacks.iter().find_map(|callback| match callback {
        DoneCallback::Wakeup(task) => task_id(task),
        DoneCallback::Guest(_) => None,
    })
}

fn callback_name(action: Option<&Action<Interpreter>>) -> String {
    match action {
        Some(Action::Call { callback, .. }) => Interpreter::callback_name(callback).into_owned(),
        _ => String::new(),
    }
}

fn process(process: &sim::process::Process) -> Process {
    let gil = process.gil().map(|gil| Gil { holder: gil.holder(), waiters: gil.waiters().map(|waiter| waiter.thread).collect() });
    Process { id: process.id, name: process.name.clone(), gil }
}
