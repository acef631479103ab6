//! Traces made by hand, for tests.

use crate::trace::event::ThreadRole;
use crate::trace::ids::{ProcessId, TaskId, ThreadId};
use crate::trace::{Event, Recorder, StrId, Time, Trace, What};

/// Writes a trace that begins with the main process and its main thread.
pub struct Script {
    recorder: Recorder,
    at: Time,
    thread: ThreadId,
    task: Option<TaskId>,
}

impl Script {
    pub fn new() -> Script {
        let mut script = Script { recorder: Recorder::recording(), at: Time::ZERO, thread: ThreadId::MAIN, task: None };
        let (process, thread) = (script.text("MainProcess"), script.text("MainThread"));
        script.event(What::ProcessStarted { process: ProcessId::MAIN, name: process });
        script.event(What::ThreadStarted { process: ProcessId::MAIN, name: thread, role: ThreadRole::Main });
        script
    }

    pub fn text(&mut self, text: &str) -> StrId {
        let mut trace = self.recorder.take().expect("it keeps the trace");
        let id = trace.strings.intern(text);
        self.recorder.resume(trace);
        id
    }

    /// The time of the next events, in ms.
    pub fn at(&mut self, milliseconds: u64) -> &mut Script {
        self.at = Time(milliseconds * 1_000_000);
        self
    }

    pub fn on(&mut self, thread: u16) -> &mut Script {
        self.thread = ThreadId(thread);
        self
    }

    /// The task of the next events, by its number from 1; 0 for none.
    pub fn task(&mut self, number: usize) -> &mut Script {
        self.task = number.checked_sub(1).map(TaskId::from_index);
        self
    }

    pub fn event(&mut self, what: What) -> &mut Script {
        let (at, thread, task) = (self.at, self.thread, self.task);
        self.recorder.record(|_| Event { at, thread, line: 1, task, what });
        self
    }

    /// Creates the task with that number; its coroutine is called by the name in lower case.
    pub fn create(&mut self, number: usize, name: &str) -> &mut Script {
        let (name, coroutine) = (self.text(name), self.text(&name.to_lowercase()));
        let task = TaskId::from_index(number - 1);
        self.event(What::TaskCreated { task, name, coroutine })
    }

    pub fn trace(&self) -> &Trace {
        self.recorder.trace().expect("it keeps the trace")
    }
}
