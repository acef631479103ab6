//! Tasks and futures.

use crate::trace::What;
use crate::trace::event::{FutureRef, Outcome, TaskWait};
use crate::trace::ids::{FutureId, TaskId};

use super::{Context, Explanation, capitalized};
use crate::session::waiting::{Awaited, Primitive, Waiting};
use crate::session::words;

pub fn created(cx: &Context, task: TaskId, coroutine: &str) -> Explanation {
    let name = cx.names.task(cx.trace, task, cx.index);
    Explanation::new(
        capitalized(format!("{} creates task `{name}` from coroutine `{coroutine}`{}.", cx.actor(), cx.on_line())),
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
        None => {
            Explanation::new(format!("The next step of {task_text} is put into the ready queue."), "The next iteration runs it.")
        }
        Some(cause) => {
            let awaited = cx.awaited(task, cx.index);
            let over = awaited.as_ref().and_then(|awaited| over_text(cx, awaited)).unwrap_or_else(|| cause_text(cx, task, cause));
            Explanation::new(format!("{task_text} is ready again: {over}."), turn_text(cx, task))
        }
    }
}

/// How many are before a task in the ready queue.
fn turn_text(cx: &Context, task: TaskId) -> String {
    let place = cx.loop_now().and_then(|event_loop| event_loop.ready.iter().position(|ready| ready.task == Some(task)));
    match place {
        None => "Its next step is in the ready queue and has to wait for its turn.".to_string(),
        Some(0) => "Its next step is first in the ready queue.".to_string(),
        Some(before) => {
            format!("Its next step is in the ready queue, behind {}.", words::counted(before as u64, "handle"))
        }
    }
}

pub fn step_started(cx: &Context, task: TaskId) -> Explanation {
    let name = cx.task(task);
    let awaited = cx.made_ready(task).and_then(|ready| cx.awaited(task, ready));
    match (cx.names.last_wait(cx.trace, task, cx.index), awaited) {
        (None, _) => {
            Explanation::new(format!("{name} takes its first step."), "It runs until it awaits something that is not done.")
        }
        (Some(_), Some(awaited)) if !awaited.name().is_empty() => Explanation::new(
            format!("{name} goes on at line {}: its wait for {} is over.", awaited.line, awaited.name()),
            "It runs until it awaits something that is not done.",
        ),
        (Some(on), _) => Explanation::new(
            format!("{name} goes on: {} is over.", wait_text(cx, on)),
            "It runs until it awaits something that is not done.",
        ),
    }
}

pub fn suspended(cx: &Context, on: TaskWait) -> Explanation {
    let awaited = cx.event.task.and_then(|task| cx.awaited(task, cx.index));
    let verb = awaited.as_ref().map_or("waits".to_string(), Awaited::verb) + &cx.on_line();
    let why = match (on, awaited.map(|awaited| awaited.on)) {
        (TaskWait::NextIteration, Some(Waiting::Primitive(primitive))) => primitive_text(primitive),
        (TaskWait::NextIteration, _) => "it gives way, and its next step goes to the end of the ready queue".to_string(),
        (TaskWait::Sleep(when), on) => {
            let (left, at) = (words::span(when.get().since(cx.event.at)), words::instant(when.get()));
            let what = match on {
                Some(Waiting::Primitive(primitive)) => primitive.reason(),
                _ => "the time is not over",
            };
            format!("{what}, so it is suspended for {left}, until {at}")
        }
        (TaskWait::Task(other), Some(Waiting::Primitive(primitive))) => {
            format!("{}, so it is suspended until task {} is done", primitive.reason(), cx.task(other))
        }
        (TaskWait::Task(other), _) => format!("task {} is not done, so it is suspended until it is", cx.task(other)),
        (TaskWait::Job(job), _) => {
            format!("job `{}` of an executor is not done, so it is suspended until it is; the loop is free", cx.job(job))
        }
        (TaskWait::Future(_), Some(Waiting::Gather { count, open })) => {
            format!("{open} of the {count} that it gathers are not done, so it is suspended until the last one is")
        }
        (TaskWait::Future(_), Some(Waiting::Primitive(primitive))) => primitive_text(primitive),
        (TaskWait::Future(_), _) => "the future is not done, so it is suspended until somebody gives it a result".to_string(),
    };
    Explanation { sentence: capitalized(format!("{} {verb}: {why}.", cx.actor())), why: cx.next_handle() }
}

fn primitive_text(primitive: Primitive) -> String {
    format!("{}, so it is suspended until {}", primitive.reason(), primitive.until())
}

pub fn done(cx: &Context, outcome: Outcome, detail: &str) -> Explanation {
    let name = cx.actor();
    let sentence = match outcome {
        Outcome::Returned if detail == "None" => format!("{name} is done: it returned without a result."),
        Outcome::Returned => format!("{name} is done: it returned `{detail}`."),
        Outcome::Raised => format!("{name} is done: it raised `{detail}`{}.", cx.on_line()),
        Outcome::Cancelled => format!("{name} is done: it was cancelled."),
    };
    let woken: Vec<String> = cx.event.task.map(|task| woken(cx, task)).unwrap_or_default();
    let told = match &woken[..] {
        [] => String::new(),
        [one] => format!("{one} waits for it and becomes ready. "),
        many => format!("{} wait for it and become ready. ", many.join(", ")),
    };
    let why = told + &cx.next_handle().unwrap_or_default();
    Explanation { sentence: capitalized(sentence), why: Some(why.trim_end().to_string()).filter(|why| !why.is_empty()) }
}

/// The tasks that the end of a task makes ready.
fn woken(cx: &Context, done: TaskId) -> Vec<String> {
    let same_moment = cx.later().take_while(|event| matches!(event.what, What::TaskReady { .. } | What::CallbackQueued { .. }));
    same_moment
        .filter_map(|event| match event.what {
            What::TaskReady { task, cause: Some(FutureRef::Task(cause)) } if cause == done => Some(cx.task(task)),
            _ => None,
        })
        .collect()
}

pub fn cancel_requested(cx: &Context, task: TaskId) -> Explanation {
    let who = cx.task(task);
    let sentence = if cx.event.task == Some(task) {
        format!("{who} asks for its own cancellation{}.", cx.on_line())
    } else {
        format!("{} asks for the cancellation of {who}{}.", cx.actor(), cx.on_line())
    };
    let awaited = cx.index.checked_sub(1).and_then(|before| cx.awaited(task, before));
    let at = match awaited {
        Some(awaited) if !awaited.name().is_empty() => format!("at {} on line {}", awaited.name(), awaited.line),
        _ => "where it awaits".to_string(),
    };
    Explanation::new(capitalized(sentence), format!("In its next step a `CancelledError` is raised in it {at}."))
}

pub fn future_done(cx: &Context, future: FutureId, outcome: Outcome) -> Explanation {
    let how = match outcome {
        Outcome::Returned => "gets its result",
        Outcome::Raised => "gets an exception",
        Outcome::Cancelled => "is cancelled",
    };
    match cx.woken_by(future) {
        Some(task) => {
            let task = cx.task(task);
            Explanation::new(format!("The future that {task} awaits {how}."), format!("{task} is put into the ready queue."))
        }
        None => Explanation::new(format!("A future {how}."), "Whoever waits for it is told by way of the ready queue."),
    }
}

/// Why a task is ready, where the machine knows more than the trace.
fn over_text(cx: &Context, awaited: &Awaited) -> Option<String> {
    let what = match awaited.on {
        Waiting::Primitive(primitive) => primitive.over(),
        Waiting::Gather { .. } => "all that it gathers is done, or one of it failed",
        Waiting::Turn | Waiting::Sleep(_) | Waiting::Task(_) | Waiting::Job(_) | Waiting::Future => return None,
    };
    // A future that is cancelled also ends the wait.
    let cancelled = cx.earlier().next().is_some_and(|event| {
        matches!(event.what, What::FutureDone { outcome: Outcome::Cancelled, .. } | What::CancelRequested { .. })
    });
    Some(if cancelled { "its wait was cancelled".to_string() } else { what.to_string() })
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
