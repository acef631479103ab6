//! Traces written by hand, for the tests of this layer.

use crate::trace::event::{Contended, FutureRef, Outcome, Stream, TaskWait, ThreadRole, ThreadWait};
use crate::trace::ids::*;
use crate::trace::{Event, StrId, Time, Trace, What};

use super::{Options, Timeline};

pub const MAIN: ThreadId = ThreadId::MAIN;

pub fn ms(milliseconds: u64) -> Time {
    Time(milliseconds * 1_000_000)
}

/// The task with asyncio's number.
pub fn task(number: usize) -> TaskId {
    TaskId::from_index(number - 1)
}

/// Writes a trace; time, thread and task stay what they were last set to.
pub struct Script {
    pub trace: Trace,
    at: Time,
    thread: ThreadId,
    task: Option<TaskId>,
}

impl Script {
    /// A process whose main thread runs.
    pub fn new() -> Script {
        let mut script = Script { trace: Trace::default(), at: Time::ZERO, thread: MAIN, task: None };
        let name = script.text("MainProcess");
        script.what(What::ProcessStarted { process: ProcessId::MAIN, name });
        script.thread(MAIN, ProcessId::MAIN, "MainThread", ThreadRole::Main).runs();
        script
    }

    pub fn text(&mut self, text: &str) -> StrId {
        self.trace.strings.intern(text)
    }

    pub fn what(&mut self, what: What) -> &mut Script {
        self.trace.events.push(Event { at: self.at, thread: self.thread, line: 0, task: self.task, what });
        self
    }

    /// What follows happens that many ms from the start.
    pub fn at(&mut self, milliseconds: u64) -> &mut Script {
        self.at = ms(milliseconds);
        self
    }

    /// What follows happens on that thread, outside of tasks.
    pub fn on(&mut self, thread: ThreadId) -> &mut Script {
        self.thread = thread;
        self.task = None;
        self
    }

    pub fn thread(&mut self, thread: ThreadId, process: ProcessId, name: &str, role: ThreadRole) -> &mut Script {
        let name = self.text(name);
        self.on(thread).what(What::ThreadStarted { process, name, role })
    }

    pub fn runs(&mut self) -> &mut Script {
        self.what(What::ThreadRuns { core: CoreId(0) })
    }

    pub fn queues(&mut self, for_: Contended) -> &mut Script {
        self.what(What::ThreadQueues { for_ })
    }

    pub fn waits(&mut self, on: ThreadWait) -> &mut Script {
        self.what(What::ThreadWaits { on })
    }

    pub fn create(&mut self, number: usize, coroutine: &str) -> &mut Script {
        let name = self.text(&format!("Task-{number}"));
        let coroutine = self.text(coroutine);
        self.what(What::TaskCreated { task: task(number), name, coroutine })
    }

    pub fn ready(&mut self, number: usize, cause: Option<FutureRef>) -> &mut Script {
        self.what(What::TaskReady { task: task(number), cause })
    }

    pub fn step(&mut self, number: usize) -> &mut Script {
        self.task = Some(task(number));
        self.what(What::StepStarted { task: task(number) })
    }

    pub fn suspend(&mut self, on: TaskWait) -> &mut Script {
        self.what(What::TaskSuspended { on });
        self.task = None;
        self
    }

    pub fn sleep_until(&mut self, milliseconds: u64) -> &mut Script {
        self.suspend(TaskWait::Sleep(ms(milliseconds).into()))
    }

    pub fn done(&mut self, outcome: Outcome) -> &mut Script {
        let detail = self.text("None");
        self.what(What::TaskDone { outcome, detail });
        self.task = None;
        self
    }

    pub fn call(&mut self, function: &str, call: u32) -> &mut Script {
        let function = self.text(function);
        self.what(What::CallEntered { function, call, from_line: 0 })
    }

    pub fn returns(&mut self, call: u32) -> &mut Script {
        self.what(What::CallReturned { call, raised: false })
    }

    /// A call of a function is over that began at that time, in ms.
    pub fn was(&mut self, function: &str, began: u64) -> &mut Script {
        let function = self.text(function);
        self.what(What::FunctionDone { function, began: ms(began).into(), from_line: 7, raised: false })
    }

    pub fn submit(&mut self, job: u32, name: &str) -> &mut Script {
        let name = self.text(name);
        self.what(What::JobSubmitted { job: JobId(job), pool: PoolId(0), name })
    }

    pub fn print(&mut self, text: &str) -> &mut Script {
        let text = self.text(text);
        self.what(What::Printed { stream: Stream::Out, text })
    }

    pub fn end(&mut self) -> &mut Script {
        self.what(What::Ended { error: None })
    }

    pub fn timeline(&self) -> Timeline {
        Timeline::build(&self.trace, &Options::default())
    }
}

/// A main task that starts two others: A sleeps, B first blocks the loop while A could go on.
pub fn two_tasks() -> Script {
    let mut script = Script::new();
    script.create(1, "main").step(1).create(2, "sleeper").create(3, "blocker");
    script.suspend(TaskWait::Task(task(2)));
    script.at(100).step(2).print("sleeping").sleep_until(300);
    script.step(3).waits(ThreadWait::Sleep);
    script.at(500).runs().at(600).done(Outcome::Raised);
    script.ready(2, Some(FutureRef::Future(FutureId(9))));
    script.at(700).step(2).at(800).done(Outcome::Returned);
    script.ready(1, Some(FutureRef::Task(task(2)))).step(1);
    script.at(1000).done(Outcome::Returned).end();
    script
}

/// A task that awaits a coroutine, and then calls a function which blocks the loop.
pub fn calls_a_function() -> Script {
    let mut script = Script::new();
    script.create(1, "main").step(1).call("main", 1).call("fetch", 2).sleep_until(150);
    script.at(150).step(1).at(200).returns(2).at(250).waits(ThreadWait::Sleep);
    script.at(550).runs().at(600).was("work", 200).returns(1).done(Outcome::Returned).end();
    script
}

/// Three threads that each sleep 300 ms, two of them after they queued for the GIL.
pub fn three_threads() -> Script {
    let mut script = Script::new();
    for id in 1..=3 {
        script.thread(ThreadId(id), ProcessId::MAIN, &format!("Thread-{id}"), ThreadRole::Thread).queues(Contended::Gil);
    }
    script.on(MAIN).waits(ThreadWait::Join(ThreadId(1)));
    for id in 1..=3 {
        let from = 10 * u64::from(id);
        script.at(from).on(ThreadId(id)).runs().call("wait", id.into()).waits(ThreadWait::Sleep);
    }
    for id in 1..=3 {
        let to = 300 + 10 * u64::from(id);
        script.at(to).on(ThreadId(id)).runs().at(to + 5).returns(id.into()).what(What::ThreadEnded);
    }
    script.on(MAIN).runs().at(400).end();
    script
}

/// An event loop with many short steps of many tasks, from a fixed seed: `events` events or a few more.
pub fn random_trace(events: usize, tasks: usize, seed: u64) -> Trace {
    let mut random = seed;
    let mut next = move |below: u64| {
        // Knuth's MMIX generator; its high bits are good enough here.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % below
    };
    let mut script = Script::new();
    (1..=tasks).for_each(|number| _ = script.create(number, "worker"));
    while script.trace.events.len() < events {
        let number = 1 + next(tasks as u64) as usize;
        script.at = Time(script.at.0 + next(3) * 1_000);
        script.step(number);
        script.at = Time(script.at.0 + next(20) * 1_000);
        match next(10) {
            0 => script.waits(ThreadWait::Sleep),
            1 => script.queues(Contended::Gil),
            _ => &mut script,
        };
        script.at = Time(script.at.0 + next(20) * 1_000);
        script.runs().suspend(TaskWait::Future(FutureId(number as u32)));
        script.ready(1 + next(tasks as u64) as usize, None);
    }
    script.end();
    script.trace
}

/// Compares with the recorded drawing; with `UPDATE_GOLDEN` set, records it instead.
pub fn check_golden(name: &str, drawing: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, drawing).expect("the golden drawing can be written");
    }
    let recorded = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(drawing, recorded, "{name} changed; if it is right, record it with UPDATE_GOLDEN=1");
}
