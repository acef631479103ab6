//! Who stands at which line at a step: what an editor shows beside the program while it is stepped.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::trace::What;
use crate::trace::ids::TaskId;

use super::recording::Recording;
use super::snapshot::{Snapshot, TaskState};

/// The lines at which a program stands. Lines count from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The line that is being executed, and the task or thread that does; none where the event loop or the library is at work.
    pub current: Option<Place>,
    /// Where the other tasks are suspended, in the order of the lines.
    pub waiting: Vec<Suspended>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: u32,
    pub name: Rc<str>,
    /// The task of that name; `None` for a thread.
    pub task: Option<TaskId>,
}

/// The tasks that are suspended at a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspended {
    pub line: u32,
    /// Their names and what they are, in the order of their creation.
    pub tasks: Vec<(TaskId, Rc<str>)>,
}

/// The lines at a step. A task stands where the innermost of the coroutines it awaits stands.
pub fn lines(snapshot: &Snapshot) -> Lines {
    let running = snapshot.tasks.iter().find(|task| task.state == TaskState::Running);
    let thread = snapshot.threads.iter().find(|thread| thread.id == snapshot.thread);
    let name = running.map(|task| Rc::from(task.name.as_str())).or_else(|| thread.map(|thread| thread.name.clone()));
    let (name, task) = (name.unwrap_or_default(), running.map(|task| task.id));
    let current = snapshot.frames.last().map(|frame| Place { line: frame.line, name, task });
    let mut waiting: BTreeMap<u32, Vec<(TaskId, Rc<str>)>> = BTreeMap::new();
    for task in snapshot.tasks.iter().filter(|task| matches!(task.state, TaskState::Waiting | TaskState::Ready)) {
        if let Some(frame) = task.await_chain.last() {
            waiting.entry(frame.line).or_default().push((task.id, task.name.as_str().into()));
        }
    }
    Lines { current, waiting: waiting.into_iter().map(|(line, tasks)| Suspended { line, tasks }).collect() }
}

/// The lines at a step and that many lines more. A task that is suspended by the step's event is shown where it awaits: that is what
/// the step is about, although the thread is back in the event loop.
pub fn lines_at(recording: &Recording, step: usize, after: usize) -> Lines {
    let snapshot = recording.at_line(step, after);
    let mut lines = lines(&snapshot);
    let event = &recording.trace().events[snapshot.event];
    let task = event.task.filter(|_| after == 0 && matches!(event.what, What::TaskSuspended { .. }));
    let line = Some(u32::from(event.line)).filter(|&line| line > 0);
    if let Some((task, line)) = task.and_then(|task| snapshot.tasks.iter().find(|other| other.id == task)).zip(line) {
        for suspended in &mut lines.waiting {
            suspended.tasks.retain(|(other, _)| *other != task.id);
        }
        lines.waiting.retain(|suspended| !suspended.tasks.is_empty());
        lines.current = Some(Place { line, name: task.name.as_str().into(), task: Some(task.id) });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Options, Run};

    const PROGRAM: &str = "\
import asyncio

async def nap(seconds):
    await asyncio.sleep(seconds)

async def main():
    a = asyncio.create_task(nap(1), name='a')
    b = asyncio.create_task(nap(2), name='b')
    await a
    print('here')
    await b

asyncio.run(main())
";

    #[test]
    fn every_task_stands_at_its_line() {
        let recording = Run::new("test.py", PROGRAM, &Options::default()).expect("it compiles").complete();
        let printed = recording.trace().events.iter().position(|event| matches!(event.what, crate::trace::What::Printed { .. }));
        let lines = lines(&recording.at(printed.expect("it prints")));
        let current = lines.current.expect("main prints");
        assert_eq!((current.line, &*current.name), (10, "Task-1"));
        assert_eq!(lines.waiting, [Suspended { line: 4, tasks: vec![(TaskId::from_index(2), "b".into())] }]);
    }

    #[test]
    fn a_task_that_is_suspended_is_shown_where_it_awaits() {
        let recording = Run::new("test.py", PROGRAM, &Options::default()).expect("it compiles").complete();
        let is_suspended = |&step: &usize| {
            let event = &recording.trace().events[recording.steps().event(step)];
            matches!(event.what, What::TaskSuspended { .. }) && event.line == 9
        };
        let step = (0..recording.steps().len()).find(is_suspended).expect("main awaits a");
        let lines = lines_at(&recording, step, 0);
        let current = lines.current.expect("main is shown");
        assert_eq!((current.line, &*current.name), (9, "Task-1"));
        assert!(lines.waiting.iter().all(|suspended| suspended.line == 4), "{:?}", lines.waiting);
    }
}
