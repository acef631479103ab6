//! A plain sentence for every event: what happened and why, and what follows. In asyncio's words, from the trace; from the machine at
//! that event where the trace does not say it (what a task awaits, who is in the ready queue).

mod event_loop;
mod follows;
#[cfg(test)]
mod kinds;
mod program;
mod tasks;
#[cfg(test)]
mod tests;
mod threads;

use std::rc::Rc;

use crate::trace::ids::{JobId, TaskId, ThreadId};
use crate::trace::{Event, Trace, What};

use super::names::Names;
use super::snapshot::{Loop, Snapshot};
use super::waiting::Awaited;

/// What happened at an event. Names stand in backquotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub sentence: String,
    /// The reason or the consequence, where there is something to say.
    pub why: Option<String>,
}

impl Explanation {
    fn new(sentence: impl Into<String>, why: impl Into<String>) -> Explanation {
        Explanation { sentence: sentence.into(), why: Some(why.into()) }
    }
}

impl From<String> for Explanation {
    fn from(sentence: String) -> Explanation {
        Explanation { sentence, why: None }
    }
}

/// The machine right after an event, where there is one to look at.
pub type States<'a> = &'a dyn Fn(usize) -> Option<Rc<Snapshot>>;

/// Explains the event with that index into the trace.
pub fn explain(trace: &Trace, names: &Names, states: States, index: usize) -> Explanation {
    let cx = Context { trace, names, states, index, event: &trace.events[index] };
    match cx.event.what {
        What::ProcessStarted { process, .. } => threads::process_started(&cx, process),
        What::ProcessEnded { process } => threads::process_ended(&cx, process),
        What::ThreadStarted { role, .. } => threads::started(&cx, role),
        What::ThreadEnded => threads::ended(&cx),
        What::ThreadRuns { core } => threads::runs(&cx, core),
        What::ThreadQueues { for_ } => threads::queues(&cx, for_),
        What::ThreadWaits { on } => threads::waits(&cx, on),
        What::LoopStarted { .. } => event_loop::started(&cx),
        What::LoopStopped { .. } => event_loop::stopped(&cx),
        What::IterationStarted { iteration, handles, .. } => event_loop::iteration_started(&cx, iteration, handles),
        What::TimerSet { handle, when } => event_loop::timer_set(&cx, handle, when.get()),
        What::TimerFired { handle } => event_loop::timer_fired(&cx, handle),
        What::TimerCancelled { handle } => event_loop::timer_cancelled(&cx, handle),
        What::CallbackQueued { name, .. } => event_loop::callback_queued(&cx, cx.trace.text(name)),
        What::CallbackStarted { name, .. } => event_loop::callback_started(&cx, cx.trace.text(name)),
        What::CallbackEnded { handle } => event_loop::callback_ended(&cx, handle),
        What::TaskCreated { task, coroutine, .. } => tasks::created(&cx, task, cx.trace.text(coroutine)),
        What::TaskRenamed { task, name } => tasks::renamed(&cx, task, cx.trace.text(name)),
        What::TaskReady { task, cause } => tasks::ready(&cx, task, cause),
        What::StepStarted { task } => tasks::step_started(&cx, task),
        What::TaskSuspended { on } => tasks::suspended(&cx, on),
        What::TaskDone { outcome, detail } => tasks::done(&cx, outcome, cx.trace.text(detail)),
        What::CancelRequested { task } => tasks::cancel_requested(&cx, task),
        What::FutureDone { future, outcome } => tasks::future_done(&cx, future, outcome),
        What::JobSubmitted { job, .. } => program::job_submitted(&cx, job),
        What::JobStarted { job } => program::job_started(&cx, job),
        What::JobDone { job, outcome } => program::job_done(&cx, job, outcome),
        What::CallEntered { function, .. } => program::call_entered(&cx, cx.trace.text(function)),
        What::CallReturned { call, raised } => program::call_returned(&cx, call, raised),
        What::FunctionDone { function, began, raised, .. } => {
            program::function_done(&cx, cx.trace.text(function), cx.event.at - began.get(), raised)
        }
        What::Printed { stream, text } => program::printed(&cx, stream, cx.trace.text(text)),
        What::Uncaught { error } => program::uncaught(&cx, cx.trace.text(error)),
        What::Ended { error } => program::ended(&cx, error.map(|error| cx.trace.text(error))),
    }
}

/// What is about to happen: `state` is that of the machine which is about to execute `line`. `is_cut`: the lines after it are left out.
pub fn explain_line(trace: &Trace, names: &Names, state: &Snapshot, line: u32, is_cut: bool) -> Explanation {
    let task =
        state.loops.iter().find(|event_loop| event_loop.thread == state.thread).and_then(|event_loop| event_loop.current_task);
    let who = match task {
        Some(task) => names.task_in_sentence(trace, task, state.event),
        None => names.thread_in_sentence(trace, state.thread),
    };
    let frame = state.frames.last();
    let text = frame.map(|frame| format!(": `{}`", frame.text)).unwrap_or_default();
    let function = match frame.map(|frame| frame.function.as_str()) {
        Some("<module>") | None => String::new(),
        Some(function) => format!(" of `{function}`"),
    };
    let sentence = capitalized(format!("{who} comes to line {line}{function}{text}."));
    if is_cut {
        return Explanation::new(sentence, "Many more lines are executed before the next event; the next step goes there.");
    }
    let is_await = frame.is_some_and(|frame| frame.text.contains("await ") || frame.text.starts_with("async "));
    match is_await {
        _ if task.is_none() => sentence.into(),
        true => Explanation::new(sentence, "If what it awaits is not done, it is suspended and the loop runs another task."),
        false => Explanation::new(sentence, "No other task can run before the next `await` that has to wait."),
    }
}

/// The event that is explained, and what is known around it.
struct Context<'a> {
    trace: &'a Trace,
    names: &'a Names,
    states: States<'a>,
    index: usize,
    event: &'a Event,
}

impl<'a> Context<'a> {
    fn task(&self, task: TaskId) -> String {
        self.names.task_in_sentence(self.trace, task, self.index)
    }

    fn thread(&self, thread: ThreadId) -> String {
        self.names.thread_in_sentence(self.trace, thread)
    }

    /// The thread of the event.
    fn this_thread(&self) -> String {
        self.thread(self.event.thread)
    }

    fn job(&self, job: JobId) -> &'a str {
        self.names.job(self.trace, job)
    }

    /// Who does it: the task if there is one, otherwise the thread.
    fn actor(&self) -> String {
        self.event.task.map_or_else(|| self.this_thread(), |task| self.task(task))
    }

    /// The earlier events of the same thread, latest first.
    fn earlier(&self) -> impl Iterator<Item = &'a Event> {
        let thread = self.event.thread;
        self.trace.events[..self.index].iter().rev().filter(move |event| event.thread == thread)
    }

    /// The later events of the same thread.
    fn later(&self) -> impl Iterator<Item = &'a Event> {
        let thread = self.event.thread;
        self.trace.events[self.index + 1..].iter().filter(move |event| event.thread == thread)
    }

    /// " on line 12", or nothing where no line of the program is executed.
    fn on_line(&self) -> String {
        if self.event.line == 0 { String::new() } else { format!(" on line {}", self.event.line) }
    }

    /// What a task awaited after an event.
    fn awaited(&self, task: TaskId, event: usize) -> Option<Awaited> {
        let state = (self.states)(event)?;
        state.tasks.iter().find(|other| other.id == task)?.awaited.clone()
    }

    /// Who has the GIL that the event's thread needs.
    fn gil_holder(&self) -> Option<ThreadId> {
        let state = (self.states)(self.index)?;
        let process = self.names.process_of(self.event.thread)?;
        let gil = state.processes.iter().find(|other| other.id == process)?.gil.clone()?;
        gil.holder.filter(|&holder| holder != self.event.thread)
    }

    /// The latest event at which a task became ready.
    fn made_ready(&self, task: TaskId) -> Option<usize> {
        self.trace.events[..self.index]
            .iter()
            .rposition(|event| matches!(event.what, What::TaskReady { task: ready, .. } if ready == task))
    }

    /// The loop of the event's thread after the event.
    fn loop_now(&self) -> Option<Loop> {
        let state = (self.states)(self.index)?;
        state.loops.iter().find(|event_loop| event_loop.thread == self.event.thread).cloned()
    }
}

/// A sentence begins with a capital letter.
fn capitalized(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_ascii_lowercase() => first.to_ascii_uppercase().to_string() + chars.as_str(),
        _ => text,
    }
}
