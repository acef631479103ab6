//! What the things that a trace names by ids are called, and a few facts about them that take a pass over the trace to find.

use std::collections::HashMap;

use crate::trace::event::{Outcome, TaskWait};
use crate::trace::ids::*;
use crate::trace::{StrId, Trace, What};

/// An index of a trace by ids. The texts themselves stay in the trace.
#[derive(Clone, Debug, Default)]
pub struct Names {
    tasks: Vec<Option<TaskHistory>>,
    threads: Vec<Option<(StrId, ProcessId)>>,
    processes: Vec<Option<StrId>>,
    jobs: HashMap<JobId, StrId>,
    calls: HashMap<u32, StrId>,
    /// Timers that end an `asyncio.sleep` of a task.
    sleepers: HashMap<HandleId, TaskId>,
    callbacks: HashMap<HandleId, StrId>,
}

/// The life of a task. Events are given as indices into the trace.
#[derive(Clone, Debug)]
pub struct TaskHistory {
    pub coroutine: StrId,
    pub created: usize,
    /// The event it ended with, and how.
    pub done: Option<(usize, Outcome, StrId)>,
    /// From which event on it has which name; never empty.
    names: Vec<(usize, StrId)>,
    /// The events at which it was suspended.
    suspended: Vec<u32>,
}

impl TaskHistory {
    fn name_at(&self, event: usize) -> StrId {
        let later = self.names.partition_point(|&(from, _)| from <= event);
        self.names[later.saturating_sub(1)].1
    }
}

impl Names {
    pub fn of(trace: &Trace) -> Names {
        let mut names = Names::default();
        // A timer that the thread's latest event set, for whom.
        let mut timer: Option<(ThreadId, HandleId)> = None;
        for (index, event) in trace.events.iter().enumerate() {
            names.add(trace, index);
            match (event.what, event.task, timer) {
                (What::TimerSet { handle, .. }, ..) => timer = Some((event.thread, handle)),
                (What::TaskSuspended { on: TaskWait::Sleep(_) }, Some(task), Some((thread, handle))) if thread == event.thread => {
                    names.sleepers.insert(handle, task);
                    timer = None;
                }
                (_, _, Some((thread, _))) if thread == event.thread => timer = None,
                _ => {}
            }
        }
        names
    }

    fn add(&mut self, trace: &Trace, index: usize) {
        let event = &trace.events[index];
        match event.what {
            What::ProcessStarted { process, name } => put(&mut self.processes, process.index(), name),
            What::ThreadStarted { process, name, .. } => put(&mut self.threads, event.thread.index(), (name, process)),
            What::TaskCreated { task, name, coroutine } => {
                let names = vec![(index, name)];
                put(
                    &mut self.tasks,
                    task.index(),
                    TaskHistory { coroutine, created: index, done: None, names, suspended: Vec::new() },
                );
            }
            What::TaskRenamed { task, name } => {
                if let Some(history) = self.history_mut(task) {
                    history.names.push((index, name));
                }
            }
            What::TaskSuspended { .. } => {
                if let Some(history) = event.task.and_then(|task| self.history_mut(task)) {
                    history.suspended.push(u32::try_from(index).expect("fewer than 2^32 events"));
                }
            }
            What::TaskDone { outcome, detail } => {
                if let Some(history) = event.task.and_then(|task| self.history_mut(task)) {
                    history.done = Some((index, outcome, detail));
                }
            }
            What::JobSubmitted { job, name, .. } => {
                self.jobs.insert(job, name);
            }
            What::CallEntered { function, call, .. } => {
                self.calls.insert(call, function);
            }
            What::CallbackQueued { handle, name } | What::CallbackStarted { handle, name } => {
                self.callbacks.insert(handle, name);
            }
            _ => {}
        }
    }

    /// The life of a task; `None` if the trace does not say that it was created.
    pub fn history(&self, task: TaskId) -> Option<&TaskHistory> {
        self.tasks.get(task.index())?.as_ref()
    }

    fn history_mut(&mut self, task: TaskId) -> Option<&mut TaskHistory> {
        self.tasks.get_mut(task.index())?.as_mut()
    }

    /// The tasks that were created up to an event, in the order of their ids.
    pub fn tasks_until(&self, event: usize) -> impl DoubleEndedIterator<Item = (TaskId, &TaskHistory)> {
        let tasks = self.tasks.iter().enumerate();
        tasks
            .filter_map(|(index, history)| Some((TaskId::from_index(index), history.as_ref()?)))
            .filter(move |(_, history)| history.created <= event)
    }

    /// What a task is called at an event.
    pub fn task<'a>(&self, trace: &'a Trace, task: TaskId, event: usize) -> &'a str {
        self.history(task).map_or("?", |history| trace.text(history.name_at(event)))
    }

    /// A task as it is called in a sentence. A name that asyncio made up says little, so the coroutine stands beside it.
    pub fn task_in_sentence(&self, trace: &Trace, task: TaskId, event: usize) -> String {
        let name = self.task(trace, task, event);
        match self.history(task) {
            Some(history) if is_made_up(name) => format!("`{name}` ({})", trace.text(history.coroutine)),
            _ => format!("`{name}`"),
        }
    }

    /// What a task's suspension before an event was, if it was suspended before.
    pub fn last_wait(&self, trace: &Trace, task: TaskId, event: usize) -> Option<TaskWait> {
        let suspended = &self.history(task)?.suspended;
        let before = suspended.partition_point(|&index| (index as usize) < event).checked_sub(1)?;
        match trace.events[suspended[before] as usize].what {
            What::TaskSuspended { on } => Some(on),
            _ => None,
        }
    }

    pub fn thread<'a>(&self, trace: &'a Trace, thread: ThreadId) -> &'a str {
        self.threads.get(thread.index()).copied().flatten().map_or("?", |(name, _)| trace.text(name))
    }

    pub fn process_of(&self, thread: ThreadId) -> Option<ProcessId> {
        self.threads.get(thread.index()).copied().flatten().map(|(_, process)| process)
    }

    pub fn process<'a>(&self, trace: &'a Trace, process: ProcessId) -> &'a str {
        self.processes.get(process.index()).copied().flatten().map_or("?", |name| trace.text(name))
    }

    /// A thread as it is called in a sentence.
    pub fn thread_in_sentence(&self, trace: &Trace, thread: ThreadId) -> String {
        let name = self.thread(trace, thread);
        match self.process_of(thread) {
            Some(ProcessId::MAIN) | None if thread == ThreadId::MAIN => "the main thread".to_string(),
            Some(ProcessId::MAIN) | None => format!("thread `{name}`"),
            Some(process) if name == "MainThread" => format!("process `{}`", self.process(trace, process)),
            Some(process) => format!("thread `{name}` of process `{}`", self.process(trace, process)),
        }
    }

    pub fn job<'a>(&self, trace: &'a Trace, job: JobId) -> &'a str {
        self.jobs.get(&job).map_or("?", |&name| trace.text(name))
    }

    /// The function of a call.
    pub fn call<'a>(&self, trace: &'a Trace, call: u32) -> &'a str {
        self.calls.get(&call).map_or("?", |&name| trace.text(name))
    }

    /// The task whose `asyncio.sleep` a timer ends.
    pub fn sleeper(&self, timer: HandleId) -> Option<TaskId> {
        self.sleepers.get(&timer).copied()
    }

    pub fn callback<'a>(&self, trace: &'a Trace, handle: HandleId) -> Option<&'a str> {
        self.callbacks.get(&handle).map(|&name| trace.text(name))
    }
}

/// A callback as it is called in a sentence: what asyncio's own are there for, the program's by name.
pub fn readable_callback(name: &str) -> String {
    let known = match name {
        "gather.<locals>._done_callback" => "`gather`'s callback (one of its children is done)",
        "_wait.<locals>._on_completion" => "`asyncio.wait`'s callback (one of its tasks is done)",
        "_release_waiter" => "`asyncio.wait`'s time-out",
        "_AsCompletedIterator._handle_completion" => "`as_completed`'s callback (one of its tasks is done)",
        "_AsCompletedIterator._handle_timeout" => "`as_completed`'s time-out",
        "TaskGroup._on_task_done" => "the task group's callback (one of its tasks is done)",
        "Timeout._on_timeout" => "the time-out of `asyncio.timeout`",
        "shield.<locals>._inner_done_callback" => "`shield`'s callback (what it protects is done)",
        "shield.<locals>._outer_done_callback" => "`shield`'s callback (whoever waited for it is gone)",
        "_run_until_complete_cb" => "the callback that stops the loop (its main task is done)",
        "_set_result_unless_cancelled" => "the callback that ends a wait",
        "_copy_state" => "the callback that brings a job's result to the loop",
        "wrap_future.<locals>.forward_cancel" => "the callback that passes a cancellation on to a job",
        "run_coroutine_threadsafe.<locals>.callback" => "the callback that starts a coroutine for another thread",
        "run_coroutine_threadsafe.<locals>.forward_result" => "the callback that gives a result to another thread",
        name => return format!("callback `{}`", name.rsplit("<locals>.").next().unwrap_or(name)),
    };
    known.to_string()
}

/// Is it one of asyncio's names, `Task-1`?
fn is_made_up(name: &str) -> bool {
    name.strip_prefix("Task-").is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn put<T>(list: &mut Vec<Option<T>>, index: usize, item: T) {
    if list.len() <= index {
        list.resize_with(index + 1, || None);
    }
    list[index] = Some(item);
}
