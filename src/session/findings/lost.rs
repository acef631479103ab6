//! Tasks that `asyncio.run` cancelled at its end, and tasks that went on although they were cancelled.

use std::collections::{BTreeMap, HashSet};

use crate::python::compile::advice;
use crate::session::words;
use crate::trace::event::Outcome;
use crate::trace::ids::{TaskId, ThreadId};
use crate::trace::{Span, What};

use super::{Context, Finding, FindingKind, known};

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    // Threads whose loop is not running: who cancels then is `_cancel_all_tasks` (Lib/asyncio/runners.py).
    let mut stopped: HashSet<ThreadId> = HashSet::new();
    let mut lost = Vec::new();
    // By task, the first request of another task.
    let mut requests: BTreeMap<TaskId, usize> = BTreeMap::new();
    for (index, event) in cx.trace.events.iter().enumerate() {
        match event.what {
            What::LoopStarted { .. } => {
                stopped.remove(&event.thread);
            }
            What::LoopStopped { .. } => {
                stopped.insert(event.thread);
            }
            What::CancelRequested { task } if stopped.contains(&event.thread) && is_made_by_a_task(cx, task) => {
                lost.push((task, index))
            }
            What::CancelRequested { task } if event.task.is_some_and(|by| by != task) => {
                requests.entry(task).or_insert(index);
            }
            _ => {}
        }
    }
    let lost = lost.into_iter().map(|(task, event)| lost_task(cx, task, event));
    lost.chain(requests.into_iter().filter_map(|(task, event)| ignored(cx, task, event))).collect()
}

fn lost_task(cx: &Context<'_>, task: TaskId, event: usize) -> Finding {
    let line = created_at(cx, task);
    Finding {
        kind: FindingKind::LostTask,
        line,
        cost: Span(0),
        text: format!(
            "Task {} was not done when the main coroutine returned, and `asyncio.run` cancelled it. \
             Await it before the end, or cancel it where it is no longer needed.",
            cx.names.task_in_sentence(cx.trace, task, event)
        ),
        event,
        repaired: cx.repaired(line.and_then(|line| advice::await_at_end(cx.source, line))),
    }
}

/// A task that another one cancelled, that was suspended once more, and that returned as if nothing had happened.
fn ignored(cx: &Context<'_>, task: TaskId, request: usize) -> Option<Finding> {
    let history = cx.names.history(task)?;
    let (done, outcome, _) = history.done?;
    let later = cx.trace.events.get(request..done)?;
    let goes_on = later.iter().any(|event| event.task == Some(task) && matches!(event.what, What::TaskSuspended { .. }));
    if outcome != Outcome::Returned || !goes_on {
        return None;
    }
    let edits = advice::raise_again(cx.source, cx.trace.text(history.coroutine));
    let handler = edits.as_ref().and_then(|edits| Some(advice::line_at(cx.source, edits.first()?.start)));
    let cost = cx.trace.events[done].at.since(cx.trace.events[request].at);
    Some(Finding {
        kind: FindingKind::CancelIgnored,
        line: handler.or_else(|| created_at(cx, task)),
        cost,
        text: format!(
            "Task {} was cancelled, caught the `CancelledError` and went on for {}. \
             Clean up in `finally`, or raise the error again, so that whoever cancels can rely on it.",
            cx.names.task_in_sentence(cx.trace, task, request),
            words::span(cost)
        ),
        event: request,
        repaired: cx.repaired(edits),
    })
}

/// Others are asyncio's own, such as one that closes an async generator.
fn is_made_by_a_task(cx: &Context<'_>, task: TaskId) -> bool {
    cx.names.history(task).is_some_and(|history| cx.trace.events[history.created].task.is_some())
}

fn created_at(cx: &Context<'_>, task: TaskId) -> Option<u32> {
    let created = cx.names.history(task)?.created;
    known(cx.trace.events[created].line)
}
