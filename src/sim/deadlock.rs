//! Who waits for whom, when nothing can ever happen again.

use std::fmt;
use std::rc::Rc;

use super::guest::Guest;
use super::thread::{Thread, ThreadState};
use super::world::World;
use crate::trace::event::{TaskWait, ThreadWait};
use crate::trace::ids::{ProcessId, TaskId, ThreadId};

/// The threads that will wait for ever, in the order of their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlock {
    pub threads: Vec<StuckThread>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StuckThread {
    pub thread: ThreadId,
    pub name: Rc<str>,
    pub on: ThreadWait,
    /// The tasks that are not done of the loop which waits on this thread.
    pub tasks: Vec<StuckTask>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StuckTask {
    pub task: TaskId,
    pub name: Rc<str>,
    pub on: Option<TaskWait>,
}

/// Who waits for whom, in one line: `MainThread waits for its event loop, Task-1 waits for Task-2, Task-2 waits for ...`.
impl fmt::Display for Deadlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for thread in &self.threads {
            write!(f, "{separator}{} waits for {}", thread.name, self.thread_wait(thread.on))?;
            separator = ", ";
            for task in &thread.tasks {
                write!(f, "{separator}{} waits for {}", task.name, thread.task_wait(task.on))?;
            }
        }
        Ok(())
    }
}

impl Deadlock {
    fn thread_wait(&self, on: ThreadWait) -> String {
        match on {
            ThreadWait::Sleep => "a sleep to end".to_owned(),
            ThreadWait::Select => "its event loop".to_owned(),
            ThreadWait::Join(awaited) => format!("{} to end", self.thread_name(awaited)),
            ThreadWait::JoinProcess(_) => "a process to end".to_owned(),
            ThreadWait::Job(_) => "the result of a job".to_owned(),
            ThreadWait::Work(_) => "work".to_owned(),
            ThreadWait::Resource { kind, holder: None, .. } => kind.text().to_owned(),
            ThreadWait::Resource { kind, holder: Some(holder), .. } => {
                format!("{} that {} has", kind.text(), self.thread_name(holder))
            }
        }
    }
}

impl Deadlock {
    /// A thread that is not stuck has ended.
    fn thread_name(&self, thread: ThreadId) -> &str {
        self.threads.iter().find(|stuck| stuck.thread == thread).map_or("a thread that ended", |stuck| &stuck.name)
    }
}

impl StuckThread {
    fn task_wait(&self, on: Option<TaskWait>) -> String {
        match on {
            Some(TaskWait::Task(awaited)) => match self.tasks.iter().find(|task| task.task == awaited) {
                Some(task) => task.name.to_string(),
                None => "a task of another loop".to_owned(),
            },
            Some(TaskWait::Job(_)) => "the result of a job".to_owned(),
            Some(TaskWait::Sleep(_)) => "a sleep to end".to_owned(),
            Some(TaskWait::Future(_)) => "a future that nobody finishes".to_owned(),
            Some(TaskWait::NextIteration) | None => "its next step".to_owned(),
        }
    }
}

impl<G: Guest> World<G> {
    /// The waits of all threads.
    pub(super) fn deadlock(&self) -> Deadlock {
        Deadlock { threads: self.threads.iter().filter_map(|thread| self.stuck_thread(thread)).collect() }
    }

    /// A thread's name, with that of its process if it is not the main one.
    fn full_name(&self, thread: &Thread) -> Rc<str> {
        let process = self.process(thread.process);
        match (process.id, process.main_thread == thread.id) {
            (ProcessId::MAIN, _) => thread.name.clone(),
            (_, true) => process.name.clone(),
            (_, false) => format!("{} of {}", thread.name, process.name).into(),
        }
    }

    fn stuck_thread(&self, thread: &Thread) -> Option<StuckThread> {
        let ThreadState::Waiting { on, .. } = thread.state else { return None };
        let tasks = match thread.running_loop {
            Some(event_loop) if on == ThreadWait::Select => {
                self.loops[event_loop.index()].tasks().filter_map(|task| stuck_task::<G>(&task)).collect()
            }
            _ => Vec::new(),
        };
        Some(StuckThread { thread: thread.id, name: self.full_name(thread), on, tasks })
    }
}

fn stuck_task<G: Guest>(task: &G::Future) -> Option<StuckTask> {
    let state = G::future(task).borrow();
    let part = state.task()?;
    let on = part.fut_waiter.as_ref().map(|future| G::future(future).borrow().as_wait());
    Some(StuckTask { task: part.id, name: part.name.clone(), on })
}
