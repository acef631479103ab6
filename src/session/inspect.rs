//! Reads a [`Snapshot`] from a machine.

use std::collections::{BTreeMap, BTreeSet};

use crate::sim::future::Kind;
use crate::sim::{self, Action, DoneCallback, Guest};
use crate::trace::event::{Contended, Outcome, TaskWait, ThreadWait};
use crate::trace::ids::{HandleId, TaskId, ThreadId};
use crate::trace::{Time, Trace, What};

use super::housekeeping::is_housekeeping_task;
use super::names::{Names, TaskHistory, readable_callback};
use super::python_machine::{self, AwaitView, Interpreter, Machine};
use super::snapshot::*;
use super::waiting::{Awaited, Primitive, Waiting, awaited_expression, waiting_statement};
use super::words;

type Future = <Interpreter as Guest>::Future;

/// The state of `machine`, which stands right after the event with that index into the trace.
pub(super) fn snapshot(machine: &Machine, trace: &Trace, names: &Names, event: usize) -> Snapshot {
    let thread = trace.events[event].thread;
    snapshot_at(machine, trace, names, Moment { event, lines: 0, now: trace.events[event].at, thread })
}

/// When the state is that a snapshot shows.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub event: usize,
    /// Lines executed after the event.
    pub lines: usize,
    pub now: Time,
    pub thread: ThreadId,
}

/// The state of `machine` at a moment.
pub(super) fn snapshot_at(machine: &Machine, trace: &Trace, names: &Names, moment: Moment) -> Snapshot {
    let Moment { event, lines, now, thread } = moment;
    let inspector = Inspector { machine, trace, names, event, now };
    let world = &machine.world;
    let acting = inspector.acting_task(thread, lines);
    let (tasks, tasks_left_out) = inspector.tasks(acting);
    Snapshot {
        event,
        lines,
        now,
        thread,
        task: acting,
        frames: python_machine::frames(machine, thread),
        loops: world.loops().iter().filter_map(|event_loop| inspector.event_loop(event_loop)).collect(),
        tasks,
        tasks_left_out,
        shared: python_machine::shared(machine),
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
    now: Time,
}

impl Inspector<'_> {
    fn task_name(&self, task: TaskId) -> String {
        self.names.task(self.trace, task, self.event).to_string()
    }

    fn event_loop(&self, event_loop: &sim::EventLoop<Interpreter>) -> Option<Loop> {
        Some(Loop {
            id: event_loop.id,
            thread: event_loop.thread()?,
            iteration: event_loop.iteration(),
            left_in_iteration: event_loop.ntodo() + usize::from(self.taken(event_loop).is_some()),
            current_task: event_loop.current_task().and_then(task_id),
            ready: self
                .taken(event_loop)
                .into_iter()
                .chain(event_loop.ready().map(|(handle, action)| self.ready(handle, action)))
                .collect(),
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

    /// The task that acts on a thread: that of the event, or the one that executes lines after it.
    fn acting_task(&self, thread: ThreadId, lines: usize) -> Option<TaskId> {
        let event = &self.trace.events[self.event];
        let named = match event.what {
            What::TaskReady { task, .. } | What::StepStarted { task } if event.task.is_none() => Some(task),
            _ => event.task,
        };
        let loops = self.machine.world.loops().iter();
        let executing = || {
            loops
                .filter(|event_loop| event_loop.thread() == Some(thread))
                .find_map(|event_loop| event_loop.current_task().and_then(task_id))
        };
        if lines == 0 { named } else { executing() }
    }

    /// The handle that an iteration which has just begun takes first: where the machine can be stopped it is no longer in `ready`.
    fn taken(&self, event_loop: &sim::EventLoop<Interpreter>) -> Option<Ready> {
        let begun = match self.trace.events[self.event].what {
            What::IterationStarted { event_loop: begun, handles, .. } => {
                begun == event_loop.id && event_loop.ntodo() + 1 == handles as usize
            }
            _ => false,
        };
        let thread = self.trace.events[self.event].thread;
        let next = self.trace.events[self.event + 1..].iter().find(|event| event.thread == thread).filter(|_| begun)?;
        // A handle of another kind has shown its effect already.
        let What::StepStarted { task } = next.what else { return None };
        let waited = self.names.last_wait(self.trace, task, self.event + 1);
        let why = if waited.is_some() { "what it awaited is done" } else { "first step" }.to_string();
        Some(Ready { handle: HandleId(0), kind: ReadyKind::Step, task: Some(task), name: self.task_name(task), why })
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
        Timer { handle, when, left: when.since(self.now), task, name }
    }

    /// The tasks, and how many are left out. That of `acting` has a chain in any case.
    fn tasks(&self, acting: Option<TaskId>) -> (Vec<Task>, usize) {
        let live = self.live_tasks();
        let mut done_left = Snapshot::MAX_DONE_TASKS;
        let mut chains_left = Snapshot::MAX_CHAINS;
        let mut left_out = 0;
        let mut tasks = Vec::new();
        let of_program = |(_, history): &(TaskId, &TaskHistory)| !is_housekeeping_task(self.trace, history);
        for (id, history) in self.names.tasks_until(self.event).rev().filter(of_program) {
            if let Some((task, state)) = live.get(&id) {
                let with_chain = chains_left > 0 || acting == Some(id);
                chains_left = chains_left.saturating_sub(1);
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
    fn live_tasks(&self) -> BTreeMap<TaskId, (Future, TaskState)> {
        let mut live = BTreeMap::new();
        for event_loop in self.machine.world.loops() {
            let current = event_loop.current_task().and_then(task_id);
            let taken = self.taken(event_loop).and_then(|ready| ready.task);
            let ready: BTreeSet<TaskId> = event_loop.ready().filter_map(|(_, action)| steps(action?)).chain(taken).collect();
            for task in event_loop.tasks() {
                let Some(id) = task_id(&task) else { continue };
                let state = if current == Some(id) && taken != Some(id) {
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
        let chain = with_chain.then(|| python_machine::await_chain(self.machine, task));
        let awaited = chain.as_ref().and_then(|chain| self.awaited(part.fut_waiter.as_ref(), chain));
        let waits_on = part.fut_waiter.as_ref().map(|waiter| Interpreter::future(waiter).borrow().as_wait());
        let detail = match (state, &awaited, waits_on) {
            (TaskState::Waiting, Some(awaited), _) => self.awaited_text(awaited),
            (TaskState::Waiting, None, Some(on)) => self.wait_text(on),
            _ => String::new(),
        };
        Task {
            id,
            name: part.name.to_string(),
            coroutine: self.trace.text(history.coroutine).to_string(),
            state,
            detail,
            awaited,
            await_chain: chain.map(|chain| chain.frames.into_iter().map(python_machine::frame).collect()).unwrap_or_default(),
            cancel_requested: part.cancelling > 0 || part.must_cancel,
        }
    }

    /// What a task awaits, if it has taken a step and does not take one now.
    fn awaited(&self, waiter: Option<&Future>, chain: &AwaitView) -> Option<Awaited> {
        let frame = chain.frames.last()?;
        let on = match (waiter, Primitive::of(&chain.library)) {
            (Some(_), Some(primitive)) => Waiting::Primitive(primitive),
            (None, Some(primitive)) => Waiting::Primitive(primitive),
            (None, None) if chain.library.is_empty() && !chain.expression.starts_with("await") => return None,
            (None, None) => Waiting::Turn,
            (Some(waiter), None) => match &Interpreter::future(waiter).borrow().kind {
                Kind::Plain => Waiting::Future,
                Kind::Sleep(when) => Waiting::Sleep(*when),
                Kind::Job(job) => Waiting::Job(*job),
                Kind::Task(task) => Waiting::Task(task.id),
                Kind::Gathering { children, .. } => {
                    let open = children.iter().filter(|child| !Interpreter::future(child).borrow().is_done()).count();
                    Waiting::Gather { count: children.len(), open }
                }
            },
        };
        Some(Awaited {
            expression: awaited_expression(&chain.expression),
            statement: waiting_statement(&frame.text),
            line: frame.line,
            on,
        })
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
            awaited: None,
            await_chain: Vec::new(),
            cancel_requested: false,
        })
    }

    /// "`queue.get()`: the queue is empty"
    fn awaited_text(&self, awaited: &Awaited) -> String {
        let why = match &awaited.on {
            Waiting::Turn => "its next turn".to_string(),
            Waiting::Sleep(when) => format!("until {}", words::instant(*when)),
            Waiting::Task(other) => format!("task {} is not done", self.names.task_in_sentence(self.trace, *other, self.event)),
            Waiting::Job(job) => format!("job `{}` is not done", self.names.job(self.trace, *job)),
            Waiting::Gather { count, open } => format!("{open} of {count} are not done"),
            Waiting::Primitive(primitive) => primitive.reason().to_string(),
            Waiting::Future => "a future is not done".to_string(),
        };
        match awaited.name() {
            name if name.is_empty() => why,
            name => format!("{name}: {why}"),
        }
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
        let frames = python_machine::frames(self.machine, thread.id);
        Thread { id: thread.id, process: thread.process, name: thread.name.clone(), state, detail, frames }
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
        Some(Action::Call { callback, .. }) => readable_callback(&Interpreter::callback_name(callback)),
        _ => String::new(),
    }
}

fn process(process: &sim::process::Process) -> Process {
    let gil = process.gil().map(|gil| Gil { holder: gil.holder(), waiters: gil.waiters().map(|waiter| waiter.thread).collect() });
    Process { id: process.id, name: process.name.clone(), gil }
}
