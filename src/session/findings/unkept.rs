//! Tasks that nobody keeps. The loop holds its tasks weakly, so such a task lives only as long as what it waits for does.

use crate::python::compile::advice::{self, Dropped};
use crate::trace::{Span, What};

use super::{Context, Finding, FindingKind, known};

/// `lost` has its own findings about tasks.
pub(super) fn find(cx: &Context<'_>, lost: &[Finding]) -> Vec<Finding> {
    let dropped = advice::dropped_tasks(cx.source).into_iter();
    let others = dropped.filter(|dropped| !lost.iter().any(|finding| finding.line == Some(dropped.line)));
    others.filter_map(|dropped| finding(cx, dropped)).collect()
}

fn finding(cx: &Context<'_>, dropped: Dropped) -> Option<Finding> {
    let mut events = cx.trace.events.iter().enumerate();
    let made = events.find_map(|(index, event)| match event.what {
        // What never waits is over before anybody could drop it.
        What::TaskCreated { task, .. } if known(event.line) == Some(dropped.line) => {
            cx.names.last_wait(cx.trace, task, cx.trace.events.len()).map(|_| (index, task))
        }
        _ => None,
    });
    let (event, task) = made?;
    Some(Finding {
        kind: FindingKind::UnkeptTask,
        line: Some(dropped.line),
        cost: Span(0),
        text: format!(
            "Nobody keeps task {}: the loop holds its tasks weakly, so it may be collected before it is done, and its errors are seen by nobody. \
             Keep it in a variable and await it, or start it in an `asyncio.TaskGroup`.",
            cx.names.task_in_sentence(cx.trace, task, event)
        ),
        event,
        repaired: cx.repaired(advice::await_at_end(cx.source, dropped.line).or(dropped.edits)),
    })
}
