//! Every kind of event, in a trace that gives it its sense.

use crate::session::testing::Script;
use crate::trace::event::*;
use crate::trace::ids::*;
use crate::trace::{Time, What};

use super::*;

fn task(number: usize) -> TaskId {
    TaskId::from_index(number - 1)
}

fn time(milliseconds: u64) -> PackedTime {
    Time(milliseconds * 1_000_000).into()
}

const LOOP: LoopId = LoopId(0);

/// The explanation of the last event but those that `after` adds: the sentence, then the reason if there is one.
fn explained(script: &mut Script, after: impl FnOnce(&mut Script)) -> String {
    let index = script.trace().events.len() - 1;
    after(script);
    let explanation = explain(script.trace(), &Names::of(script.trace()), &|_| None, index);
    match explanation.why {
        Some(why) => format!("{} | {why}", explanation.sentence),
        None => explanation.sentence,
    }
}

fn check(script: &mut Script, expected: &str) {
    assert_eq!(explained(script, |_| {}), expected);
}

/// Tasks `Task-1` of `main`, `A` and `B`; `A` takes its first step, at 1 s.
fn a_runs() -> Script {
    let mut script = Script::new();
    let (name, coroutine) = (script.text("Task-1"), script.text("main"));
    script.event(What::TaskCreated { task: task(1), name, coroutine });
    script.at(1000).task(1).create(2, "A").create(3, "B").task(2).event(What::StepStarted { task: task(2) });
    script
}

#[test]
fn processes_and_threads() {
    let mut script = Script::new();
    check(&mut script, "The main thread starts. | It runs as soon as it gets all that it needs: a core and the GIL.");
    let (worker, process) = (script.text("Pool_0"), script.text("SpawnProcess-1"));
    let role = ThreadRole::Worker(PoolId(0));
    script.on(1).event(What::ThreadStarted { process: ProcessId::MAIN, name: worker, role });
    check(&mut script, "Thread `Pool_0` starts. | An executor needs a worker: it has a job and none is idle.");
    check(script.event(What::ThreadEnded), "Thread `Pool_0` ends. | Its function is over; whoever joins it goes on.");
    let id = ProcessId(1);
    script.on(2).event(What::ProcessStarted { process: id, name: process });
    check(&mut script, "Process `SpawnProcess-1` starts. | It has objects and, if there is one, a GIL of its own.");
    check(
        script.event(What::ProcessEnded { process: id }),
        "Process `SpawnProcess-1` ends. | Its core is free, and whoever joins it goes on.",
    );
    check(
        script.on(0).event(What::ProcessEnded { process: ProcessId::MAIN }),
        "The program's process ends. | Nothing is left to run.",
    );
    assert_eq!(explain(script.trace(), &Names::of(script.trace()), &|_| None, 0).sentence, "The program starts.");
}

#[test]
fn cores_and_the_gil() {
    let mut script = Script::new();
    check(script.event(What::ThreadRuns { core: CoreId(0) }), "The main thread runs on core 0. | It has just been started.");
    check(
        script.event(What::ThreadQueues { for_: Contended::Gil }),
        "The main thread gives the GIL to another thread. | Others have waited for a switch interval.",
    );
    check(script.event(What::ThreadRuns { core: CoreId(1) }), "The main thread runs on core 1. | It got the GIL.");
    check(
        script.event(What::ThreadQueues { for_: Contended::Core }),
        "The main thread leaves its core to another thread. | Its time slice is over and others wait for a core.",
    );
    script.event(What::ThreadWaits { on: ThreadWait::Sleep });
    assert_eq!(
        explained(&mut script, |script| {
            script.at(3000).event(What::ThreadQueues { for_: Contended::Gil });
        }),
        "The main thread blocks on line 1 until 3.00 s. | It gives up its core and the GIL meanwhile, so other threads can run."
    );
}

#[test]
fn a_thread_that_wakes_up_may_have_to_queue() {
    for (for_, expected) in [
        (Contended::Gil, "The main thread could run but waits for the GIL. | One thread of a process executes Python at a time."),
        (Contended::Core, "The main thread could run but waits for a core. | All cores are in use."),
    ] {
        let mut script = Script::new();
        script.event(What::ThreadWaits { on: ThreadWait::Sleep }).at(3000).event(What::ThreadQueues { for_ });
        check(&mut script, expected);
    }
}

fn resource(kind: ResourceKind, holder: Option<ThreadId>) -> ThreadWait {
    ThreadWait::Resource { resource: ResourceId(0), kind, holder }
}

#[test]
fn waits_of_threads() {
    let mut script = a_runs();
    check(
        script.event(What::ThreadWaits { on: ThreadWait::Sleep }),
        "`A` blocks on line 1. | It does not await: the whole event loop stands still, and everything that is ready has to wait.",
    );
    script.task(0);
    check(
        script.event(What::ThreadWaits { on: ThreadWait::Join(ThreadId(3)) }),
        "The main thread waits on line 1 until thread `?` ends. | It gives up its core and the GIL meanwhile, so other threads can run.",
    );
    check(
        script.event(What::ThreadWaits { on: ThreadWait::Work(PoolId(0)) }),
        "The main thread waits for work. | It is idle until a job is given to its executor.",
    );
    check(
        script.event(What::ThreadWaits { on: resource(ResourceKind::QueueItem, None) }),
        "The main thread waits on line 1 for an item in a queue. | It gives up its core and the GIL meanwhile, so other threads can run.",
    );
    check(
        script.event(What::ThreadWaits { on: resource(ResourceKind::Lock, Some(ThreadId(3))) }),
        "The main thread waits on line 1 for a lock that thread `?` has. | It gives up its core and the GIL meanwhile, so other threads can run.",
    );
    check(
        script.event(What::ThreadRuns { core: CoreId(0) }),
        "The main thread runs on core 0. | It got what it waited for, or the wait timed out.",
    );
}

#[test]
fn a_loop_waits_for_a_timer_or_for_another_thread() {
    let mut script = Script::new();
    script.event(What::ThreadWaits { on: ThreadWait::Select });
    check(&mut script, "Nothing is ready: the event loop sleeps. | Nothing wakes it any more in this run.");
    let timer = |script: &mut Script| {
        script.at(3000).event(What::ThreadRuns { core: CoreId(0) }).event(What::TimerFired { handle: HandleId(0) });
    };
    assert_eq!(
        explained(&mut script, timer),
        "Nothing is ready: the event loop sleeps until 3.00 s, when a timer is due. | It takes no CPU meanwhile; other threads can run."
    );
    script.event(What::ThreadWaits { on: ThreadWait::Select });
    assert_eq!(
        explained(&mut script, |script| {
            script.at(4000).event(What::ThreadRuns { core: CoreId(0) }).event(What::LoopStopped { event_loop: LOOP });
        }),
        "Nothing is ready: the event loop sleeps until 4.00 s, when another thread has something for it. | It takes no CPU meanwhile; other threads can run."
    );
}

#[test]
fn iterations() {
    let mut script = Script::new();
    check(
        script.event(What::LoopStarted { event_loop: LOOP }),
        "The event loop starts on the main thread. | From now on it runs what is ready, one handle after the other, and sleeps when nothing is.",
    );
    check(
        script.event(What::IterationStarted { event_loop: LOOP, iteration: 2, handles: 1 }),
        "Iteration 2 of the event loop begins: 1 handle is ready. | It runs just this one. What becomes ready meanwhile waits for iteration 3.",
    );
    check(
        script.event(What::IterationStarted { event_loop: LOOP, iteration: 3, handles: 2 }),
        "Iteration 3 of the event loop begins: 2 handles are ready. | It runs exactly these, in this order. What becomes ready meanwhile \
         waits for iteration 4.",
    );
    check(
        script.event(What::LoopStopped { event_loop: LOOP }),
        "The event loop of the main thread stops. | The code that started it goes on.",
    );
}

#[test]
fn timers() {
    let mut script = a_runs();
    script.event(What::TimerSet { handle: HandleId(1), when: time(4000) });
    check(
        &mut script,
        "`A` sets a timer on line 1 for 4.00 s, 3.00 s from now. | It goes into `scheduled`, where the timer that is due first comes first.",
    );
    assert_eq!(
        explained(&mut script, |script| {
            script.event(What::TaskSuspended { on: TaskWait::Sleep(time(4000)) });
        }),
        "`A` sets a timer on line 1 for 4.00 s, 3.00 s from now. | It will end `asyncio.sleep`."
    );
    script.at(4000).task(0).event(What::TimerFired { handle: HandleId(1) });
    check(
        &mut script,
        "The timer of `A`'s `asyncio.sleep` is due: its handle moves to the ready queue. | The next iteration runs it.",
    );
    script.event(What::TimerSet { handle: HandleId(2), when: time(4500) });
    script.at(5000).event(What::TimerFired { handle: HandleId(2) });
    check(
        &mut script,
        "The timer of a callback is due: its handle moves to the ready queue. | It is 500 ms late: the loop was busy.",
    );
    script.event(What::TimerSet { handle: HandleId(3), when: time(6000) }).event(What::TimerCancelled { handle: HandleId(3) });
    check(&mut script, "The timer for 6.00 s of a callback is cancelled. | The loop will not run it.");
}

#[test]
fn callbacks() {
    let mut script = a_runs();
    let name = script.text("shout");
    let handle = HandleId(4);
    check(
        script.event(What::CallbackQueued { handle, name }),
        "Callback `shout` is put into the ready queue. | It was asked for with `call_soon`, or the future it waits for is done. The next iteration runs it.",
    );
    check(script.task(0).event(What::CallbackStarted { handle, name }), "The event loop runs callback `shout`.");
    script.event(What::CallbackEnded { handle });
    assert_eq!(
        explained(&mut script, |script| {
            script.event(What::StepStarted { task: task(3) });
        }),
        "Callback `shout` returns. | Next in the ready queue: `B`."
    );
}

#[test]
fn creating_tasks() {
    let mut script = Script::new();
    let why = "Its first step is put into the ready queue; nothing of it has run yet.";
    check(script.create(1, "A"), &format!("The main thread creates task `A` from coroutine `a` on line 1. | {why}"));
    check(script.task(1).create(2, "B"), &format!("`A` creates task `B` from coroutine `b` on line 1. | {why}"));
    let name = script.text("C");
    check(script.event(What::TaskRenamed { task: task(2), name }), "Task `B` is called `C` from now on.");
    check(
        script.event(What::TaskReady { task: task(2), cause: None }),
        "The next step of `C` is put into the ready queue. | The next iteration runs it.",
    );
}

#[test]
fn a_task_is_suspended_and_goes_on() {
    let future = FutureRef::Future(FutureId(9));
    let because = "Its next step is in the ready queue and has to wait for its turn.";
    let then = "It runs until it awaits something that is not done.";
    for (on, suspended, cause, ready, goes_on) in [
        (
            TaskWait::Sleep(time(4000)),
            "`A` waits on line 1: the time is not over, so it is suspended for 3.00 s, until 4.00 s.",
            future,
            "its `asyncio.sleep` is over",
            "its `asyncio.sleep` is over.",
        ),
        (
            TaskWait::Future(FutureId(9)),
            "`A` waits on line 1: the future is not done, so it is suspended until somebody gives it a result.",
            future,
            "the future it awaits is done",
            "its wait for a future is over.",
        ),
        (
            TaskWait::Task(task(1)),
            "`A` waits on line 1: task `Task-1` (main) is not done, so it is suspended until it is.",
            FutureRef::Task(task(1)),
            "task `Task-1` (main) is done",
            "its wait for task `Task-1` (main) is over.",
        ),
        (
            TaskWait::Job(JobId(0)),
            "`A` waits on line 1: job `?` of an executor is not done, so it is suspended until it is; the loop is free.",
            future,
            "job `?` is done",
            "its wait for job `?` is over.",
        ),
    ] {
        let mut script = a_runs();
        check(&mut script, "`A` takes its first step. | It runs until it awaits something that is not done.");
        check(script.event(What::TaskSuspended { on }), suspended);
        script.at(4000).task(0).event(What::TaskReady { task: task(2), cause: Some(cause) });
        check(&mut script, &format!("`A` is ready again: {ready}. | {because}"));
        check(script.task(2).event(What::StepStarted { task: task(2) }), &format!("`A` goes on: {goes_on} | {then}"));
    }
}

#[test]
fn a_suspension_says_what_comes_next() {
    let mut script = a_runs();
    script.event(What::TaskSuspended { on: TaskWait::NextIteration });
    let gives_way = "`A` waits on line 1: it gives way, and its next step goes to the end of the ready queue.";
    check(&mut script, gives_way);
    let why = |after: What| {
        let mut script = a_runs();
        script.event(What::TaskSuspended { on: TaskWait::NextIteration });
        explained(&mut script, |script| {
            script.task(0).event(after);
        })
    };
    assert_eq!(why(What::StepStarted { task: task(3) }), format!("{gives_way} | Next in the ready queue: `B`."));
    assert_eq!(
        why(What::ThreadWaits { on: ThreadWait::Select }),
        format!("{gives_way} | Nothing else is ready: the loop sleeps from 1.00 s on, and nothing wakes it any more.")
    );
}

#[test]
fn a_cancelled_sleep_is_not_over() {
    let mut script = a_runs();
    script.event(What::TaskSuspended { on: TaskWait::Sleep(time(4000)) }).at(2000).task(3);
    check(
        script.event(What::CancelRequested { task: task(2) }),
        "`B` asks for the cancellation of `A` on line 1. | In its next step a `CancelledError` is raised in it where it awaits.",
    );
    script.event(What::TaskReady { task: task(2), cause: Some(FutureRef::Future(FutureId(9))) });
    check(
        &mut script,
        "`A` is ready again: its sleep was cancelled. | Its next step is in the ready queue and has to wait for its turn.",
    );
}

#[test]
fn the_end_of_a_task() {
    for (outcome, detail, expected) in [
        (Outcome::Returned, "None", "`A` is done: it returned without a result."),
        (Outcome::Returned, "3", "`A` is done: it returned `3`."),
        (Outcome::Raised, "ValueError: no", "`A` is done: it raised `ValueError: no` on line 1."),
        (Outcome::Cancelled, "CancelledError", "`A` is done: it was cancelled."),
    ] {
        let mut script = a_runs();
        let detail = script.text(detail);
        check(script.event(What::TaskDone { outcome, detail }), expected);
    }
}

#[test]
fn futures_and_jobs() {
    let mut script = a_runs();
    check(
        script.event(What::FutureDone { future: FutureId(9), outcome: Outcome::Cancelled }),
        "A future is cancelled. | Whoever waits for it is told by way of the ready queue.",
    );
    let (job, pool, name) = (JobId(0), PoolId(0), script.text("load"));
    check(
        script.event(What::JobSubmitted { job, pool, name }),
        "`A` gives job `load` to an executor on line 1. | The first worker that is free takes it; the loop's own thread does not run it.",
    );
    script.task(0);
    check(
        script.event(What::JobStarted { job }),
        "The main thread begins job `load`. | It runs beside the other threads, as far as the GIL and the cores let it.",
    );
    for (outcome, how) in [
        (Outcome::Returned, "is done. | Whoever waits for it is told; the worker is free for the next job."),
        (Outcome::Raised, "ends with an exception. | Whoever waits for it is told; the worker is free for the next job."),
        (Outcome::Cancelled, "is cancelled before a worker began it. | Whoever waits for it is told."),
    ] {
        check(script.event(What::JobDone { job, outcome }), &format!("Job `load` {how}"));
    }
}

#[test]
fn calls_and_output() {
    let mut script = a_runs();
    let function = script.text("a");
    check(
        script.event(What::CallEntered { function, call: 0, from_line: 0 }),
        "`A` enters `a` on line 1. | A direct call or `await` starts no task: the caller goes on when it returns.",
    );
    check(script.event(What::CallReturned { call: 0, raised: false }), "`A` leaves `a` on line 1. | Its caller goes on.");
    check(
        script.event(What::CallReturned { call: 0, raised: true }),
        "`A` leaves `a` on line 1. | An exception goes on to its caller.",
    );
    check(
        script.event(What::FunctionDone { function, began: Time::ZERO.into(), from_line: 2, raised: false }),
        "`A` leaves `a` on line 1 after 1.00 s. | Nothing else could run on its event loop meanwhile: a plain function has no `await`. \
         Its caller goes on.",
    );
    let text = script.text("one\ntwo\n");
    check(
        script.event(What::Printed { stream: Stream::Out, text }),
        "`A` prints “one two” on line 1. | It goes on: printing does not suspend a task.",
    );
    let text = script.text(&"x".repeat(90));
    let cut = format!("`A` writes to stderr: “{}…” on line 1. | It goes on: printing does not suspend a task.", "x".repeat(80));
    check(script.event(What::Printed { stream: Stream::Err, text }), &cut);
}

#[test]
fn errors_and_the_end() {
    let mut script = a_runs();
    let error = script.text("ValueError: no");
    check(
        script.task(0).event(What::Uncaught { error }),
        "Nobody in the main thread catches `ValueError: no` on line 1. | It ends the thread with a traceback on stderr.",
    );
    check(script.event(What::Ended { error: Some(error) }), "The run ends at 1.00 s. | ValueError: no");
    check(script.event(What::Ended { error: None }), "The program ends at 1.00 s. | Nothing is left to run.");
}
