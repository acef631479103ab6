//! Who waits for whom, when nothing can ever happen again.

use std::rc::Rc;

use super::guest::Guest;
use super::thread::{Thread, ThreadState};
use super::world::World;
use crate::trace::event::{TaskWait, ThreadWait};
use crate::trace::ids::{TaskId, ThreadId};

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

impl<G: Guest> World<G> {
    /// The waits of all threads.
    pub(super) fn deadlock(&self) -> Deadlock {
        Deadlock { threads: self.threads.iter().filter_map(|thread| self.stuck_thread(thread)).collect() }
    }

    fn stuck_thread(&self, thread: &Thread) -> Option<StuckThread> {
        let ThreadState::Waiting { on, .. } = thread.state else { return None };
        let tasks = match thread.running_loop {
            Some(event_loop) if on == ThreadWait::Select => {
                self.loops[event_loop.index()].tasks.values().filter_map(stuck_task::<G>).collect()
            }
            _ => Vec::new(),
        };
        Some(StuckThread { thread: thread.id, name: thread.name.clone(), on, tasks })
    }
}

fn stuck_task<G: Guest>(task: &G::Future) -> Option<StuckTask> {
    let state = G::future(task).borrow();
    let part = state.task()?;
    let on = part.fut_waiter.as_ref().map(|future| G::future(future).borrow().as_wait());
    Some(StuckTask { task: part.id, name: part.name.clone(), on })
}
