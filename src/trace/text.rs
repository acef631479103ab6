//! A trace as text, one line an event, for tests and for reading. Columns: time in s, thread, task, line of the program, what happened.

use std::fmt::{self, Display, Formatter, Write};

use super::event::*;
use super::recorder::Trace;
use super::strings::StrId;
use super::time::Time;

impl Trace {
    /// All events, one line each. The form is stable: recorded traces are compared with it.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for event in &self.events {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}", self.line(event));
        }
        text
    }

    /// One event as a line, without the line break.
    pub fn line<'a>(&'a self, event: &'a Event) -> impl Display + 'a {
        Line { trace: self, event }
    }
}

struct Line<'a> {
    trace: &'a Trace,
    event: &'a Event,
}

impl Display for Line<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Event { at, thread, line, task, what } = *self.event;
        let task = task.map_or("-".to_owned(), |task| format!("#{}", task.number()));
        let line = if line == 0 { "-".to_owned() } else { line.to_string() };
        write!(f, "{} T{} {task:>4} {line:>4}  ", seconds(at), thread.0)?;
        self.what(f, what)
    }
}

impl Line<'_> {
    /// Texts are quoted and escaped, so that they stay on the line.
    fn text(&self, id: StrId) -> impl fmt::Debug + '_ {
        self.trace.text(id)
    }

    fn what(&self, f: &mut Formatter<'_>, what: What) -> fmt::Result {
        match what {
            What::ProcessStarted { process, name } => write!(f, "process {} {:?} started", process.0, self.text(name)),
            What::ProcessEnded { process } => write!(f, "process {} ended", process.0),
            What::ThreadStarted { process, name, role } => {
                write!(f, "thread {:?} started in process {} as {}", self.text(name), process.0, role_text(role))
            }
            What::ThreadEnded => write!(f, "thread ended"),
            What::ThreadRuns { core } => write!(f, "thread runs on core {}", core.0),
            What::ThreadQueues { for_: Contended::Gil } => write!(f, "thread queues for the GIL"),
            What::ThreadQueues { for_: Contended::Core } => write!(f, "thread queues for a core"),
            What::ThreadWaits { on } => write!(f, "thread waits for {}", thread_wait(on)),
            What::LoopStarted { event_loop } => write!(f, "loop {} started", event_loop.0),
            What::LoopStopped { event_loop } => write!(f, "loop {} stopped", event_loop.0),
            What::IterationStarted { event_loop, iteration, handles } => {
                write!(f, "loop {} iteration {iteration} with {handles} ready", event_loop.0)
            }
            What::TimerSet { handle, when } => write!(f, "timer {} set for {}", handle.0, seconds(when.get())),
            What::TimerFired { handle } => write!(f, "timer {} fired", handle.0),
            What::TimerCancelled { handle } => write!(f, "timer {} cancelled", handle.0),
            What::CallbackQueued { handle, name } => write!(f, "callback {} {:?} queued", handle.0, self.text(name)),
            What::CallbackStarted { handle, name } => write!(f, "callback {} {:?} started", handle.0, self.text(name)),
            What::CallbackEnded { handle } => write!(f, "callback {} ended", handle.0),
            What::TaskCreated { task, name, coroutine } => {
                write!(f, "task #{} {:?} created for {:?}", task.number(), self.text(name), self.text(coroutine))
            }
            What::TaskRenamed { task, name } => write!(f, "task #{} renamed {:?}", task.number(), self.text(name)),
            What::TaskReady { task, cause: None } => write!(f, "task #{} ready", task.number()),
            What::TaskReady { task, cause: Some(cause) } => {
                write!(f, "task #{} ready: {} done", task.number(), future_text(cause))
            }
            What::StepStarted { task } => write!(f, "task #{} step", task.number()),
            What::TaskSuspended { on } => write!(f, "task suspended on {}", task_wait(on)),
            What::TaskDone { outcome, detail } => write!(f, "task {} {:?}", outcome_text(outcome), self.text(detail)),
            What::CancelRequested { task } => write!(f, "task #{} cancel requested", task.number()),
            What::FutureDone { future, outcome } => write!(f, "future {} {}", future.0, outcome_text(outcome)),
            What::JobSubmitted { job, pool, name } => write!(f, "job {} {:?} submitted to pool {}", job.0, self.text(name), pool.0),
            What::JobStarted { job } => write!(f, "job {} started", job.0),
            What::JobDone { job, outcome } => write!(f, "job {} {}", job.0, outcome_text(outcome)),
            What::CallEntered { function, call, .. } => write!(f, "call {call} {:?} entered", self.text(function)),
            What::CallReturned { call, raised } => write!(f, "call {call} {}", left_text(raised)),
            What::FunctionDone { function, began, raised, .. } => {
                write!(f, "function {:?} called at {} {}", self.text(function), seconds(began.get()), left_text(raised))
            }
            What::Printed { stream: Stream::Out, text } => write!(f, "stdout {:?}", self.text(text)),
            What::Printed { stream: Stream::Err, text } => write!(f, "stderr {:?}", self.text(text)),
            What::Uncaught { error } => write!(f, "uncaught {:?}", self.text(error)),
            What::Ended { error: None } => write!(f, "ended"),
            What::Ended { error: Some(error) } => write!(f, "ended by {:?}", self.text(error)),
        }
    }
}

/// Seconds to the ns.
fn seconds(at: Time) -> String {
    if at == Time::NEVER { "never".to_owned() } else { format!("{}.{:09}", at.0 / 1_000_000_000, at.0 % 1_000_000_000) }
}

fn left_text(raised: bool) -> &'static str {
    if raised { "raised" } else { "returned" }
}

fn role_text(role: ThreadRole) -> String {
    match role {
        ThreadRole::Main => "main thread".to_owned(),
        ThreadRole::Thread => "thread".to_owned(),
        ThreadRole::Worker(pool) => format!("worker of pool {}", pool.0),
    }
}

/// What a thread waits for, in words.
pub(super) fn thread_wait(on: ThreadWait) -> String {
    match on {
        ThreadWait::Sleep => "sleep".to_owned(),
        ThreadWait::Select => "select".to_owned(),
        ThreadWait::Join(thread) => format!("thread {}", thread.0),
        ThreadWait::JoinProcess(process) => format!("process {}", process.0),
        ThreadWait::Job(job) => format!("job {}", job.0),
        ThreadWait::Work(pool) => format!("work of pool {}", pool.0),
        ThreadWait::Resource { resource, kind, holder } => {
            let held = holder.map(|holder| format!(" held by thread {}", holder.0)).unwrap_or_default();
            format!("{} (resource {}){held}", kind.text(), resource.0)
        }
    }
}

fn task_wait(on: TaskWait) -> String {
    match on {
        TaskWait::NextIteration => "the next iteration".to_owned(),
        TaskWait::Sleep(until) => format!("sleep until {}", seconds(until.get())),
        TaskWait::Future(future) => format!("future {}", future.0),
        TaskWait::Task(task) => format!("task #{}", task.number()),
        TaskWait::Job(job) => format!("job {}", job.0),
    }
}

fn future_text(future: FutureRef) -> String {
    match future {
        FutureRef::Future(future) => format!("future {}", future.0),
        FutureRef::Task(task) => format!("task #{}", task.number()),
    }
}

fn outcome_text(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Returned => "returned",
        Outcome::Raised => "raised",
        Outcome::Cancelled => "cancelled",
    }
}

#[cfg(test)]
mod tests {
    use super::super::ids::*;
    use super::*;

    fn check(at: u64, line: u16, task: Option<usize>, make: impl FnOnce(&mut Trace) -> What, expected: &str) {
        let mut trace = Trace::default();
        let what = make(&mut trace);
        let event = Event { at: Time(at), thread: ThreadId::MAIN, line, task: task.map(TaskId::from_index), what };
        assert_eq!(trace.line(&event).to_string(), expected);
        trace.events.push(event);
        assert_eq!(trace.to_text(), format!("{expected}\n"));
    }

    #[test]
    fn an_event_is_a_line() {
        let sleep = |_: &mut Trace| What::TaskSuspended { on: TaskWait::Sleep(Time(1_500_000_000).into()) };
        check(1_000, 7, Some(1), sleep, "0.000001000 T0   #2    7  task suspended on sleep until 1.500000000");
        check(0, 0, None, |_| What::ThreadQueues { for_: Contended::Gil }, "0.000000000 T0    -    -  thread queues for the GIL");
        let never = |_: &mut Trace| What::TimerSet { handle: HandleId(3), when: PackedTime::NEVER };
        check(5, 0, None, never, "0.000000005 T0    -    -  timer 3 set for never");
    }

    #[test]
    fn texts_stay_on_their_line() {
        let print = |trace: &mut Trace| What::Printed { stream: Stream::Out, text: trace.strings.intern("a\n\"b\"") };
        check(0, 1, None, print, r#"0.000000000 T0    -    1  stdout "a\n\"b\"""#);
    }
}
