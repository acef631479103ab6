//! What `asyncio.run` does after its program is over: it closes async generators, waits for its executor and stops the loop. No step
//! stops there, as a program's reader would look for the lines that make it.

use std::collections::HashSet;

use crate::trace::event::ThreadWait;
use crate::trace::ids::{TaskId, ThreadId};
use crate::trace::{Event, Trace, What};

use super::names::TaskHistory;

/// Coroutines with which `asyncio.run` ends a loop.
const COROUTINES: [&str; 2] = ["BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor"];
/// The callback that stops a loop when its main task is done.
const STOP: &str = "_run_until_complete_cb";
/// The thread that waits for the workers of a loop's executor.
const THREAD: &str = "(_do_shutdown)";

/// What a pass over a trace remembers to tell housekeeping from the program.
#[derive(Default)]
pub(super) struct Housekeeping {
    tasks: HashSet<TaskId>,
    threads: HashSet<ThreadId>,
    /// Threads whose loop is being closed.
    closing: HashSet<ThreadId>,
}

impl Housekeeping {
    /// Is the next event of a trace housekeeping?
    pub fn is_part(&mut self, trace: &Trace, event: &Event) -> bool {
        match event.what {
            What::TaskCreated { task, coroutine, .. } if event.task.is_none() => {
                let part = COROUTINES.contains(&trace.text(coroutine));
                if part {
                    self.tasks.insert(task);
                    self.closing.insert(event.thread);
                } else {
                    self.closing.remove(&event.thread);
                }
                part
            }
            What::ThreadStarted { name, .. } if trace.text(name).ends_with(THREAD) => self.threads.insert(event.thread),
            What::TaskReady { task, .. } | What::StepStarted { task } if self.tasks.contains(&task) => true,
            What::CallbackQueued { name, .. } | What::CallbackStarted { name, .. } if trace.text(name) == STOP => true,
            What::LoopStarted { .. }
            | What::LoopStopped { .. }
            | What::IterationStarted { .. }
            | What::CallbackQueued { .. }
            | What::CallbackStarted { .. }
            | What::FutureDone { .. }
            | What::ThreadWaits { on: ThreadWait::Select }
                if self.closing.contains(&event.thread) && event.task.is_none() =>
            {
                true
            }
            _ => self.threads.contains(&event.thread) || event.task.is_some_and(|task| self.tasks.contains(&task)),
        }
    }
}

/// Is it one of the tasks with which `asyncio.run` ends a loop?
pub(super) fn is_housekeeping_task(trace: &Trace, task: &TaskHistory) -> bool {
    trace.events[task.created].task.is_none() && COROUTINES.contains(&trace.text(task.coroutine))
}

/// Is it the iteration that does nothing but stop the loop? `next` is what the thread does next.
pub(super) fn is_last_iteration(trace: &Trace, this: &What, next: &What) -> bool {
    let stops = matches!(next, What::CallbackStarted { name, .. } if trace.text(*name) == STOP);
    stops && matches!(this, What::IterationStarted { handles: 1, .. })
}
