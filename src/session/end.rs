//! How a run ended, in words.

use crate::sim::deadlock::{Deadlock, StuckTask, StuckThread};
use crate::sim::{Limit, Limits};
use crate::trace::event::{TaskWait, ThreadWait};

use super::words;

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The program came to its end. `error` is the last line of the traceback of an exception that nobody caught.
    Finished { error: Option<String>, exit_code: i32 },
    /// A limit of the machine's settings; says which.
    Limit(String),
    /// Nothing could ever happen again; says who waits for whom.
    Deadlock(String),
    /// The user stopped it.
    Stopped,
}

impl End {
    /// The error that the run ended with, if any: for [`What::Ended`](crate::trace::What::Ended).
    pub fn error(&self) -> Option<&str> {
        match self {
            End::Finished { error, .. } => error.as_deref(),
            End::Limit(text) | End::Deadlock(text) => Some(text),
            End::Stopped => Some("Stopped"),
        }
    }

    /// What Python's process would return; 1 for a run that did not come to its end.
    pub fn exit_code(&self) -> i32 {
        match self {
            End::Finished { exit_code, .. } => *exit_code,
            End::Limit(_) | End::Deadlock(_) | End::Stopped => 1,
        }
    }
}

pub(super) fn limit_text(limit: Limit, limits: &Limits) -> String {
    match limit {
        Limit::Instructions => {
            let count = words::grouped(limits.instructions);
            format!("Limit: stopped after {count} instructions. Is there a loop that does not end?")
        }
        Limit::Time => format!("Limit: stopped after {} of virtual time.", words::instant(limits.time)),
        Limit::Objects => format!("Limit: stopped with {} objects alive.", words::grouped(limits.objects)),
        Limit::Output => format!("Limit: stopped after {} bytes of output.", words::grouped(limits.output)),
    }
}

/// "Deadlock: task `A` waits for task `B`; ...".
pub(super) fn deadlock_text(deadlock: &Deadlock) -> String {
    let waits: Vec<String> = deadlock.threads.iter().flat_map(|thread| waits(thread, deadlock)).collect();
    format!("Deadlock: {}.", waits.join("; "))
}

fn waits(thread: &StuckThread, all: &Deadlock) -> Vec<String> {
    if thread.tasks.is_empty() {
        return vec![format!("thread `{}` waits for {}", thread.name, thread_wait(thread.on, all))];
    }
    thread.tasks.iter().map(|task| task_waits(task, all)).collect()
}

fn task_waits(task: &StuckTask, all: &Deadlock) -> String {
    let on = match task.on {
        Some(TaskWait::Task(other)) => match all.threads.iter().flat_map(|thread| &thread.tasks).find(|task| task.task == other) {
            Some(other) => format!("task `{}`", other.name),
            None => "another task".to_string(),
        },
        Some(TaskWait::Future(_)) => "a future that nobody finishes".to_string(),
        Some(TaskWait::Job(_)) => "a job in an executor".to_string(),
        Some(TaskWait::Sleep(when)) => format!("`asyncio.sleep` until {}", words::instant(when.get())),
        Some(TaskWait::NextIteration) | None => "its next step".to_string(),
    };
    format!("task `{}` waits for {on}", task.name)
}

fn thread_wait(on: ThreadWait, all: &Deadlock) -> String {
    match on {
        ThreadWait::Join(other) => match all.threads.iter().find(|thread| thread.thread == other) {
            Some(other) => format!("thread `{}`", other.name),
            None => "another thread".to_string(),
        },
        ThreadWait::JoinProcess(_) => "another process".to_string(),
        ThreadWait::Job(_) => "a job in an executor".to_string(),
        ThreadWait::Work(_) => "work".to_string(),
        ThreadWait::Resource(_) => "a lock or a queue".to_string(),
        ThreadWait::Select => "a callback from another thread".to_string(),
        ThreadWait::Sleep => "the end of a sleep".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::ids::{FutureId, PoolId, TaskId, ThreadId};

    fn check(threads: Vec<StuckThread>, expected: &str) {
        assert_eq!(deadlock_text(&Deadlock { threads }), expected);
    }

    fn task(index: usize, name: &str, on: Option<TaskWait>) -> StuckTask {
        StuckTask { task: TaskId::from_index(index), name: name.into(), on }
    }

    fn thread(id: u16, name: &str, on: ThreadWait, tasks: Vec<StuckTask>) -> StuckThread {
        StuckThread { thread: ThreadId(id), name: name.into(), on, tasks }
    }

    #[test]
    fn a_deadlock_names_tasks_that_wait_for_each_other() {
        let a = task(0, "A", Some(TaskWait::Task(TaskId::from_index(1))));
        let b = task(1, "B", Some(TaskWait::Future(FutureId(7))));
        check(
            vec![thread(0, "MainThread", ThreadWait::Select, vec![a, b])],
            "Deadlock: task `A` waits for task `B`; task `B` waits for a future that nobody finishes.",
        );
    }

    #[test]
    fn a_deadlock_names_threads() {
        check(
            vec![
                thread(0, "MainThread", ThreadWait::Join(ThreadId(1)), Vec::new()),
                thread(1, "Thread-1", ThreadWait::Work(PoolId(0)), Vec::new()),
            ],
            "Deadlock: thread `MainThread` waits for thread `Thread-1`; thread `Thread-1` waits for work.",
        );
    }

    #[test]
    fn limits_say_how_much_it_was() {
        let limits = Limits::default();
        assert_eq!(
            limit_text(Limit::Instructions, &limits),
            "Limit: stopped after 200,000,000 instructions. Is there a loop that does not end?"
        );
        assert_eq!(limit_text(Limit::Time, &limits), "Limit: stopped after 86400.00 s of virtual time.");
    }
}
