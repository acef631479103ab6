//! A trace in the Trace Event Format of Chrome, which Perfetto's viewer opens: steps, callbacks, jobs and waits as slices of their
//! threads, as are calls of plain functions that took long, tasks as asynchronous slices, output and failures as instants, arrows from what made a task ready to its next step, and
//! the length of `ready` as a counter. Times are in µs, as the format wants them.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::event::*;
use super::ids::*;
use super::recorder::Trace;
use super::strings::StrId;
use super::text::thread_wait;
use super::time::Time;

impl Trace {
    /// The trace as one JSON document.
    pub fn to_chrome_json(&self) -> String {
        let mut export =
            Export { trace: self, threads: HashMap::new(), names: HashMap::new(), wakeups: HashMap::new(), events: Vec::new() };
        for (step, event) in self.events.iter().enumerate() {
            export.event(step, event);
        }
        json!({ "displayTimeUnit": "ns", "traceEvents": export.events }).to_string()
    }
}

/// What is known about a thread.
#[derive(Clone, Copy, Default)]
struct Thread {
    process: u16,
    /// Number of slices that were begun and not ended.
    depth: u32,
    /// The innermost of them says that the thread waits or queues.
    paused: bool,
}

struct Export<'a> {
    trace: &'a Trace,
    threads: HashMap<ThreadId, Thread>,
    names: HashMap<TaskId, &'a str>,
    /// The arrow that leads to a task's next step.
    wakeups: HashMap<TaskId, usize>,
    events: Vec<Value>,
}

impl<'a> Export<'a> {
    fn event(&mut self, step: usize, event: &Event) {
        match event.what {
            What::ProcessStarted { process, name } => {
                self.events.push(
                    json!({ "ph": "M", "name": "process_name", "pid": process.0, "args": { "name": self.trace.text(name) } }),
                );
            }
            What::ThreadStarted { process, name, .. } => {
                self.threads.entry(event.thread).or_default().process = process.0;
                self.push(event, "M", "thread_name", json!({ "args": { "name": self.trace.text(name) } }));
            }
            What::ThreadRuns { .. } => self.resume(event),
            What::ThreadQueues { for_: Contended::Gil } => self.pause(event, "queued for the GIL"),
            What::ThreadQueues { for_: Contended::Core } => self.pause(event, "queued for a core"),
            What::ThreadWaits { on } => self.pause(event, &format!("waits for {}", thread_wait(on))),
            What::ThreadEnded => self.end_all(event),
            What::IterationStarted { handles, .. } => self.push(event, "C", "ready", json!({ "args": { "handles": handles } })),
            What::CallbackStarted { name, .. } => self.begin(event, self.trace.text(name)),
            What::CallbackEnded { .. } | What::JobDone { .. } | What::TaskSuspended { .. } => self.end(event),
            What::TaskCreated { task, name, coroutine } => {
                self.names.insert(task, self.trace.text(name));
                let more = json!({ "cat": "task", "id": task.number(), "args": { "coroutine": self.trace.text(coroutine) } });
                self.push(event, "b", self.trace.text(name), more);
            }
            What::TaskRenamed { task, name } => {
                self.names.insert(task, self.trace.text(name));
            }
            What::TaskReady { task, .. } => {
                self.wakeups.insert(task, step);
                self.push(event, "s", "wake-up", json!({ "cat": "wake-up", "id": step }));
            }
            What::StepStarted { task } => self.step_started(event, task),
            What::TaskDone { detail, .. } => self.task_done(event, detail),
            What::JobStarted { job } => self.begin(event, &format!("job {}", job.0)),
            What::CancelRequested { .. } => self.push(event, "i", "cancel requested", json!({ "s": "t" })),
            What::FunctionDone { function, began, from_line, raised } => {
                let more = json!({
                    "ts": microseconds(began.get()),
                    "dur": microseconds(event.at) - microseconds(began.get()),
                    "args": { "line": from_line, "raised": raised },
                });
                self.push(event, "X", &format!("{}()", self.trace.text(function)), more);
            }
            What::Printed { text, .. } => {
                self.push(event, "i", "printed", json!({ "s": "t", "args": { "text": self.trace.text(text) } }))
            }
            What::Uncaught { error } => {
                self.push(event, "i", "uncaught", json!({ "s": "t", "args": { "error": self.trace.text(error) } }))
            }
            What::Ended { error } => {
                let error = error.map(|error| self.trace.text(error));
                self.push(event, "i", "ended", json!({ "s": "g", "args": { "error": error } }));
            }
            // Shown by other events, or of no use there.
            What::ProcessEnded { .. }
            | What::LoopStarted { .. }
            | What::LoopStopped { .. }
            | What::TimerSet { .. }
            | What::TimerFired { .. }
            | What::TimerCancelled { .. }
            | What::CallbackQueued { .. }
            | What::FutureDone { .. }
            | What::JobSubmitted { .. }
            | What::CallEntered { .. }
            | What::CallReturned { .. } => {}
        }
    }

    fn step_started(&mut self, event: &Event, task: TaskId) {
        self.begin(event, self.name(task));
        if let Some(arrow) = self.wakeups.remove(&task) {
            self.push(event, "f", "wake-up", json!({ "cat": "wake-up", "id": arrow, "bp": "e" }));
        }
    }

    fn task_done(&mut self, event: &Event, detail: StrId) {
        self.end(event);
        if let Some(task) = event.task {
            let more = json!({ "cat": "task", "id": task.number(), "args": { "result": self.trace.text(detail) } });
            self.push(event, "e", self.name(task), more);
        }
    }

    fn name(&self, task: TaskId) -> &'a str {
        self.names.get(&task).copied().unwrap_or("task")
    }

    /// Adds an event of that phase, with the members of `more`.
    fn push(&mut self, event: &Event, phase: &str, name: &str, more: Value) {
        let process = self.threads.get(&event.thread).map_or(0, |thread| thread.process);
        let mut value = json!({ "ph": phase, "name": name, "pid": process, "tid": event.thread.0, "ts": microseconds(event.at) });
        if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
            value.extend(more);
        }
        self.events.push(value);
    }

    fn begin(&mut self, event: &Event, name: &str) {
        self.threads.entry(event.thread).or_default().depth += 1;
        self.push(event, "B", name, json!({ "args": { "line": event.line } }));
    }

    /// Ends the innermost slice, if there is one.
    fn end(&mut self, event: &Event) {
        let thread = self.threads.entry(event.thread).or_default();
        if thread.depth > 0 {
            thread.depth -= 1;
            self.push(event, "E", "", json!({}));
        }
    }

    fn pause(&mut self, event: &Event, why: &str) {
        self.resume(event);
        self.begin(event, why);
        self.threads.entry(event.thread).or_default().paused = true;
    }

    fn resume(&mut self, event: &Event) {
        if std::mem::take(&mut self.threads.entry(event.thread).or_default().paused) {
            self.end(event);
        }
    }

    fn end_all(&mut self, event: &Event) {
        for _ in 0..self.threads.entry(event.thread).or_default().depth {
            self.end(event);
        }
    }
}

fn microseconds(at: Time) -> f64 {
    at.0 as f64 / 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events on the main thread at 0, 1000, 2000, ... ns, as phase and name.
    fn check(task: Option<TaskId>, events: &[What], expected: &[(&str, &str)]) {
        let mut trace = Trace::default();
        trace.strings.intern("work");
        let event =
            |(index, &what): (usize, &What)| Event { at: Time(index as u64 * 1000), thread: ThreadId::MAIN, line: 1, task, what };
        trace.events.extend(events.iter().enumerate().map(event));
        let json: Value = serde_json::from_str(&trace.to_chrome_json()).expect("a JSON document");
        let events = json["traceEvents"].as_array().expect("a list of events");
        let found: Vec<_> =
            events.iter().map(|event| (event["ph"].as_str().unwrap_or(""), event["name"].as_str().unwrap_or(""))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn steps_and_waits_nest() {
        let task = TaskId::from_index(0);
        let name = StrId(0);
        let events = [
            What::TaskCreated { task, name, coroutine: name },
            What::StepStarted { task },
            What::ThreadWaits { on: ThreadWait::Sleep },
            What::ThreadQueues { for_: Contended::Gil },
            What::ThreadRuns { core: CoreId(0) },
            What::TaskDone { outcome: Outcome::Returned, detail: name },
        ];
        let waits = [("B", "waits for sleep"), ("E", ""), ("B", "queued for the GIL"), ("E", "")];
        let expected = [[("b", "work"), ("B", "work")].as_slice(), &waits, &[("E", ""), ("e", "work")]].concat();
        check(Some(task), &events, &expected);
    }

    #[test]
    fn an_arrow_leads_from_the_wake_up_to_the_step() {
        let task = TaskId::from_index(0);
        let events = [What::TaskReady { task, cause: None }, What::StepStarted { task }];
        check(None, &events, &[("s", "wake-up"), ("B", "task"), ("f", "wake-up")]);
    }

    #[test]
    fn a_long_call_is_a_slice_from_its_beginning() {
        let mut trace = Trace::default();
        let function = trace.strings.intern("work");
        let what = What::FunctionDone { function, began: Time(2_500).into(), from_line: 7, raised: false };
        trace.events.push(Event { at: Time(1_002_500), thread: ThreadId::MAIN, line: 3, task: None, what });
        let json: Value = serde_json::from_str(&trace.to_chrome_json()).expect("a JSON document");
        let expected = json!({
            "ph": "X", "name": "work()", "pid": 0, "tid": 0, "ts": 2.5, "dur": 1000.0, "args": { "line": 7, "raised": false },
        });
        assert_eq!(json["traceEvents"], json!([expected]));
    }

    #[test]
    fn nothing_ends_that_did_not_begin() {
        check(
            None,
            &[What::ThreadRuns { core: CoreId(0) }, What::ThreadEnded, What::TaskSuspended { on: TaskWait::NextIteration }],
            &[],
        );
    }
}
