//! Every kind of event, as it is explained in a run of a real program.

use std::collections::BTreeMap;

use crate::session::{Options, Run};
use crate::trace::What;

/// Tasks, timers, callbacks, a lock, a queue, cancellation, output and an executor.
const TASKS: &str = "\
import asyncio, time

async def worker(name, queue, lock):
    while True:
        item = await queue.get()
        async with lock:
            await asyncio.sleep(0.3)
        print(name, item)
        queue.task_done()

async def main():
    loop = asyncio.get_running_loop()
    queue, lock = asyncio.Queue(), asyncio.Lock()
    workers = [asyncio.create_task(worker(n, queue, lock), name=f'worker-{n}') for n in (1, 2)]
    workers[0].set_name('first')
    loop.call_soon(len, 'hello')
    timer = loop.call_later(5, len, 'never')
    timer.cancel()
    for item in 'ab':
        queue.put_nowait(item)
    await queue.join()
    await asyncio.to_thread(time.sleep, 0.1)
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)

asyncio.run(main())
";

/// Threads that compete for the GIL, a process, and an exception that nobody catches.
const THREADS: &str = "\
import threading, multiprocessing

def count(n):
    while n:
        n -= 1

if __name__ == '__main__':
    process = multiprocessing.Process(target=count, args=(10,), name='counter')
    process.start()
    process.join()
    threads = [threading.Thread(target=count, args=(300_000,), name=name) for name in ('A', 'B')]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    1 / 0
";

/// The name of a kind of events. A new kind does not compile without one, and then needs a sentence in [`EXPECTED`].
fn kind(what: &What) -> &'static str {
    match what {
        What::ProcessStarted { .. } => "process started",
        What::ProcessEnded { .. } => "process ended",
        What::ThreadStarted { .. } => "thread started",
        What::ThreadEnded => "thread ended",
        What::ThreadRuns { .. } => "thread runs",
        What::ThreadQueues { .. } => "thread queues",
        What::ThreadWaits { .. } => "thread waits",
        What::LoopStarted { .. } => "loop started",
        What::LoopStopped { .. } => "loop stopped",
        What::IterationStarted { .. } => "iteration started",
        What::TimerSet { .. } => "timer set",
        What::TimerFired { .. } => "timer fired",
        What::TimerCancelled { .. } => "timer cancelled",
        What::CallbackQueued { .. } => "callback queued",
        What::CallbackStarted { .. } => "callback started",
        What::CallbackEnded { .. } => "callback ended",
        What::TaskCreated { .. } => "task created",
        What::TaskRenamed { .. } => "task renamed",
        What::TaskReady { .. } => "task ready",
        What::StepStarted { .. } => "step started",
        What::TaskSuspended { .. } => "task suspended",
        What::TaskDone { .. } => "task done",
        What::CancelRequested { .. } => "cancel requested",
        What::FutureDone { .. } => "future done",
        What::JobSubmitted { .. } => "job submitted",
        What::JobStarted { .. } => "job started",
        What::JobDone { .. } => "job done",
        What::CallEntered { .. } => "call entered",
        What::CallReturned { .. } => "call returned",
        What::FunctionDone { .. } => "function done",
        What::Printed { .. } => "printed",
        What::Uncaught { .. } => "uncaught",
        What::Ended { .. } => "ended",
    }
}

/// The number of kinds in [`kind`].
const KINDS: usize = 33;

/// What is said of events of each kind. A sentence to a line.
#[rustfmt::skip]
const EXPECTED: &[(&str, &str)] = &[
    ("call entered", "`Task-1` (main) enters `main` on line 12. | A direct call or `await` starts no task: the caller goes on when it returns."),
    ("call returned", "`first` leaves `worker` on line 5. | An exception goes on to its caller."),
    ("callback ended", "Callback `len` returns. | Nothing else is ready: the loop sleeps until 301 ms, when the `asyncio.sleep` of `first` ends."),
    ("callback queued", "Callback `len` is put into the ready queue. | It was asked for with `call_soon`, or the future it waits for is done. The next iteration runs it."),
    ("callback queued", "`gather`'s callback (one of its children is done) is put into the ready queue. | It was asked for with `call_soon`, or the future it waits for is done. The next iteration runs it."),
    ("callback started", "The event loop runs callback `len`. | Nothing else is ready: the loop sleeps until 301 ms, when the `asyncio.sleep` of `first` ends."),
    ("cancel requested", "`Task-1` (main) asks for the cancellation of `first` on line 24. | In its next step a `CancelledError` is raised in it at `queue.get()` on line 5."),
    ("ended", "The program ends at 701 ms. | Nothing is left to run."),
    ("ended", "The run ends at 84 ms. | ZeroDivisionError: division by zero"),
    ("function done", "Thread `A` leaves `count` on line 4 after 77 ms. | Its caller goes on."),
    ("future done", "The future that `first` awaits gets its result. | `first` is put into the ready queue."),
    ("iteration started", "Iteration 2 of the event loop begins: 3 handles are ready: `first`, `worker-2`, callback `len`. | It runs exactly these, in this order. What becomes ready meanwhile waits for iteration 3."),
    ("job done", "Job `sleep` is done. | Whoever waits for it is told; the worker is free for the next job."),
    ("job started", "Thread `asyncio_0` begins job `sleep`. | It runs beside the other threads, as far as the GIL and the cores let it."),
    ("job submitted", "`Task-1` (main) gives job `sleep` to an executor on line 22. | The first worker that is free takes it; the loop's own thread does not run it."),
    ("loop started", "The event loop starts on the main thread. | From now on it runs what is ready, one handle after the other, and sleeps when nothing is."),
    ("loop stopped", "The event loop of the main thread stops. | The code that started it goes on."),
    ("printed", "`first` prints “1 a” on line 8. | It goes on: printing does not suspend a task."),
    ("process ended", "Process `counter` ends. | Its core is free, and whoever joins it goes on."),
    ("process started", "The program starts. | Its lines are executed by the main thread, from the first on."),
    ("process started", "Process `counter` starts. | It has objects and, if there is one, a GIL of its own."),
    ("step started", "`Task-1` (main) takes its first step. | It runs until it awaits something that is not done."),
    ("step started", "`first` goes on at line 7: its wait for `asyncio.sleep(0.3)` is over. | It runs until it awaits something that is not done."),
    ("step started", "`worker-2` goes on at line 6: its wait for `async with lock` is over. | It runs until it awaits something that is not done."),
    ("task created", "`Task-1` (main) creates task `worker-1` from coroutine `worker` on line 14. | Its first step is put into the ready queue; nothing of it has run yet."),
    ("task done", "`first` is done: it was cancelled. | Next in the ready queue: `worker-2`."),
    ("task ready", "The next step of `worker-1` is put into the ready queue. | The next iteration runs it."),
    ("task ready", "`first` is ready again: its `asyncio.sleep` is over. | Its next step is first in the ready queue."),
    ("task ready", "`worker-2` is ready again: the lock was released. | Its next step is first in the ready queue."),
    ("task renamed", "Task `worker-1` is called `first` from now on."),
    ("task suspended", "`Task-1` (main) awaits `queue.join()` on line 21: not every item has been reported by `task_done()`, so it is suspended until the last item is done. | Next in the ready queue: `first`."),
    ("task suspended", "`first` awaits `asyncio.sleep(0.3)` on line 7: the time is not over, so it is suspended for 300 ms, until 301 ms. | Next in the ready queue: `worker-2`."),
    ("task suspended", "`worker-2` waits at `async with lock` on line 6: the lock is taken, so it is suspended until the lock is released and it is its turn. | Next in the ready queue: callback `len`."),
    ("task suspended", "`first` awaits `queue.get()` on line 5: the queue is empty, so it is suspended until someone puts an item. | Next in the ready queue: `worker-2`."),
    ("task suspended", "`worker-2` awaits `asyncio.sleep(0.3)` on line 7: the time is not over, so it is suspended for 300 ms, until 601 ms. | Nothing else is ready: the loop sleeps until 601 ms, when the `asyncio.sleep` of `worker-2` ends."),
    ("thread ended", "Thread `A` ends. | Its function is over; whoever joins it goes on."),
    ("thread runs", "The main thread runs on core 0. | Its event loop has something to do."),
    ("thread started", "Thread `asyncio_0` starts. | An executor needs a worker: it has a job and none is idle."),
    ("thread started", "Thread `A` starts. | It runs as soon as it gets all that it needs: a core and the GIL."),
    ("thread waits", "Nothing is ready: the event loop sleeps until 301 ms, when the `asyncio.sleep` of `first` ends. | It takes no CPU meanwhile; other threads can run."),
    ("thread waits", "Nothing is ready: the event loop sleeps until 701 ms, when another thread has something for it. | It takes no CPU meanwhile; other threads can run."),
    ("thread waits", "Thread `asyncio_0` blocks until 701 ms. | It gives up its core and the GIL meanwhile, so other threads can run."),
    ("timer cancelled", "The timer for 5.00 s of a callback is cancelled. | The loop will not run it."),
    ("timer fired", "The timer of `first`'s `asyncio.sleep` is due: its handle moves to the ready queue. | The next iteration runs it."),
    ("timer set", "`Task-1` (main) sets a timer on line 17 for 5.00 s, 5.00 s from now. | It goes into `scheduled`, where the timer that is due first comes first."),
    ("timer set", "`first` sets a timer on line 7 for 301 ms, 300 ms from now. | It will end `asyncio.sleep`."),
    ("uncaught", "Nobody in the main thread catches `ZeroDivisionError: division by zero` on line 15. | It ends the thread with a traceback on stderr."),
    ("thread queues", "Thread `asyncio_0` could run but waits for the GIL. | The main thread has it. One thread of a process executes Python at a time."),
];

/// All explanations of a program, by kind, in the order of the run.
fn explanations(source: &str) -> BTreeMap<&'static str, Vec<String>> {
    let run = Run::new("program.py", source, &Options::default()).unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
    let recording = run.complete();
    let mut found: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for (index, event) in recording.trace().events.iter().enumerate() {
        let explanation = recording.explain(index);
        let why = explanation.why.map(|why| format!(" | {why}")).unwrap_or_default();
        found.entry(kind(&event.what)).or_default().push(explanation.sentence + &why);
    }
    found
}

#[test]
fn every_kind_says_what_happens_and_what_follows() {
    let mut found = explanations(TASKS);
    for (kind, more) in explanations(THREADS) {
        found.entry(kind).or_default().extend(more);
    }
    assert_eq!(found.len(), KINDS, "{:?}", found.keys());
    for (kind, all) in &found {
        assert!(EXPECTED.iter().any(|(expected, _)| expected == kind), "{kind}: {all:#?}");
    }
    for (kind, expected) in EXPECTED {
        assert!(found[kind].iter().any(|found| found == expected), "{kind}: {expected:?} is not among {:#?}", found[kind]);
    }
}
