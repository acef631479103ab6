//! Runs that do not end by themselves.

use super::scripted::Op::*;
use super::*;
use crate::sim::deadlock::{Deadlock, StuckTask, StuckThread};
use crate::trace::Time;
use crate::trace::event::{TaskWait, ThreadWait};
use crate::trace::ids::{TaskId, ThreadId};

fn status(settings: Settings, script: &[Op]) -> Status {
    machine(settings, script).run(ALL)
}

#[test]
fn a_deadlock_says_which_task_waits_for_what() {
    let main = [Spawn("t", [NewFuture("f"), Await("f")].into()), Await("t")];
    let Status::Deadlock(deadlock) = status(settings(), &[RunLoop(main.into())]) else {
        panic!("nothing can happen any more");
    };
    let text = "MainThread waits for its event loop, Task-1 waits for Task-2, Task-2 waits for a future that nobody finishes";
    assert_eq!(deadlock.to_string(), text);
    let Deadlock { threads } = deadlock;
    let [StuckThread { thread: ThreadId::MAIN, on: ThreadWait::Select, tasks, .. }] = threads.as_slice() else {
        panic!("only the main thread waits: {threads:?}");
    };
    let waits: Vec<_> = tasks.iter().map(|StuckTask { task, on, .. }| (task.number(), *on)).collect();
    let [(1, Some(TaskWait::Task(awaited))), (2, Some(TaskWait::Future(_)))] = waits.as_slice() else {
        panic!("the main task waits for the other, which waits for a future: {waits:?}");
    };
    assert_eq!(*awaited, TaskId::from_index(1));
}

#[test]
fn threads_that_wait_for_each_other_are_a_deadlock() {
    let script = [StartThread("t", [BlockSleep(span(1)), Join("u")].into()), StartThread("u", [Join("t")].into()), Join("t")];
    let Status::Deadlock(Deadlock { threads }) = status(settings(), &script) else {
        panic!("nothing can happen any more");
    };
    let waits: Vec<ThreadWait> = threads.iter().map(|thread| thread.on).collect();
    assert_eq!(waits, [1, 2, 1].map(|thread| ThreadWait::Join(ThreadId(thread))));
}

#[test]
fn a_run_ends_at_the_limit_of_instructions() {
    let limits = Limits { instructions: 500, ..Limits::default() };
    let mut machine = machine(Settings { limits, ..settings() }, &[Compute(ms(10))]);
    assert_eq!(machine.run(ALL), Status::Limit(Limit::Instructions));
    assert_eq!(machine.world.instructions(), 500);
}

#[test]
fn a_run_ends_at_the_limit_of_time() {
    let limits = Limits { time: Time(5_000_000), ..Limits::default() };
    let settings = Settings { limits, ..settings() };
    assert_eq!(status(settings.clone(), &[BlockSleep(span(10))]), Status::Limit(Limit::Time));
    assert_eq!(status(settings.clone(), &[Compute(ms(10))]), Status::Limit(Limit::Time));
    assert_eq!(status(settings, &[BlockSleep(span(4))]), Status::Finished);
}
