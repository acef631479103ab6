//! Tasks and futures.

use crate::trace::event::{FutureRef, Outcome, TaskWait};
use crate::trace::ids::TaskId;

use super::{Context, Explanation, capitalized};
use crate::session::words;

pub fn created(cx: &Context, task: TaskId, coroutine: &str) -> Explanation {
    let name = cx.names.task(cx.trace, task, cx.index);
    Explanation::new(
        capitalized(format!("{} creates task `{name}` from coroutine `{coroutine}`.", cx.actor())),
        "Its first step is put into the ready queue; nothing of it has run yet.",
    )
}

pub fn renamed(cx: &Context, task: TaskId, name: &str) -> Explanation {
    let before = cx.names.task(cx.trace, task, cx.index.saturating_sub(1));
    format!("Task `{before}` is called `{name}` from now on.").into()
}

pub fn ready(cx: &Context, task: TaskId, cause: Option<FutureRef>) -> Explanation {
    let task_text = cx.task(task);
    match cause {
        None => format!("The next step of {task_text} is put into the ready queue.").into(),
        Some(cause) => Explanation::new(
            format!("{task_text} is ready again: {}.", cause_text(cx, task, cause)),
            "It has to wait for its turn.",
        ),
    }
}

pub fn step_started(cx: &Context, task: TaskId) -> Explanation {
    let name = cx.task(task);
    match cx.names.last_wait(cx.trace, task, cx.index) {
        None => Explanation::new(format!("{name} takes its first step."), "It runs until it awaits something that is not done."),
        Some(on) => Explanation::new(format!("{name} goes on."), format!("{} is over.", capitalized(wait_text(cx, on)))),
    }
}

pub fn suspended(cx: &Context, on: TaskWait) -> Explanation {
    let name = cx.actor();
    let sentence = match on {
        TaskWait::NextIteration => format!("{name} gives way: its next step goes to the end of the ready queue."),
        TaskWait::Sleep(when) => {
            let when = when.get();
            let length = words::span(when.since(cx.event.at));
            format!("{name} awaits `asyncio.sleep` for {length}: it is suspended until {}.", words::instant(when))
        }
        TaskWait::Future(_) => format!("{name} awaits a future: it is suspended until the future is done."),
        TaskWait::Task(other) => format!("{name} awaits task {}: it is suspended until that is done.", cx.task(other)),
        TaskWait::Job(job) => format!("{name} awaits job `{}` of an executor: it is suspended until that is done.", cx.job(job)),
    };
    Explanation { sentence: capitalized(sentence), why: cx.next_handle() }
}

pub fn done(cx: &Context, outcome: Outcome, detail: &str) -> Explanation {
    let name = cx.actor();
    let sentence = match outcome {
        Outcome::Returned if detail == "None" => format!("{name} is done."),
        Outcome::Returned => format!("{name} is done: it returned `{detail}`."),
        Outcome::Raised => format!("{name} is done: it raised `{detail}`."),
        Outcome::Cancelled => format!("{name} is done: it was cancelled."),
    };
    Explanation { sentence: capitalized(sentence), why: cx.next_handle() }
}

pub fn cancel_requested(cx: &Context, task: TaskId) -> Explanation {
    let by = if cx.event.task == Some(task) { "itself".to_string() } else { cx.actor() };
    Explanation::new(
        format!("The cancellation of {} is requested by {by}.", cx.task(task)),
        "In its next step a `CancelledError` is raised where it awaits.",
    )
}

pub fn future_done(outcome: Outcome) -> Explanation {
    let how = match outcome {
        Outcome::Returned => "has a result",
        Outcome::Raised => "has an exception",
        Outcome::Cancelled => "is cancelled",
    };
    Explanation::new(format!("A future {how}."), "Whoever waits for it is told by way of the ready queue.")
}

/// Why a task is ready.
fn cause_text(cx: &Context, task: TaskId, cause: FutureRef) -> String {
    match (cause, cx.names.last_wait(cx.trace, task, cx.index)) {
        (FutureRef::Task(other), _) => format!("task {} is done", cx.task(other)),
        (FutureRef::Future(_), Some(TaskWait::Job(job))) => format!("job `{}` is done", cx.job(job)),
        (FutureRef::Future(_), Some(TaskWait::Sleep(when))) if cx.event.at < when.get() => "its sleep was cancelled".to_string(),
        (FutureRef::Future(_), Some(TaskWait::Sleep(_))) => "its `asyncio.sleep` is over".to_string(),
        (FutureRef::Future(_), _) => "the future it awaits is done".to_string(),
    }
}

fn wait_text(cx: &Context, on: TaskWait) -> String {
    match on {
        TaskWait::NextIteration => "its turn of giving way".to_string(),
        TaskWait::Sleep(_) => "its `asyncio.sleep`".to_string(),
        TaskWait::Future(_) => "its wait for a future".to_string(),
        TaskWait::Task(other) => format!("its wait for task {}", cx.task(other)),
        TaskWait::Job(job) => format!("its wait for job `{}`", cx.job(job)),
    }
}
