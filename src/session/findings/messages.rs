//! What the program was told on stderr: coroutines that were never awaited, exceptions that were never retrieved.

use crate::python::compile::advice;
use crate::session::console::ConsoleLine;
use crate::trace::event::Stream;
use crate::trace::{Span, What};

use super::{Context, Finding, FindingKind, known};

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    let lines: Vec<&ConsoleLine> = cx.recording.console().of_stream(Stream::Err).collect();
    let found = lines.iter().enumerate().filter_map(|(index, line)| {
        let next = lines.get(index + 1).map_or("", |next| &*next.text);
        never_awaited(cx, line).or_else(|| never_retrieved(cx, line, next))
    });
    found.collect()
}

/// `FILE:LINE: RuntimeWarning: coroutine 'f' was never awaited` (`_PyErr_WarnUnawaitedCoroutine`, Python/_warnings.c).
fn never_awaited(cx: &Context<'_>, console: &ConsoleLine) -> Option<Finding> {
    let (place, message) = console.text.split_once(": RuntimeWarning: coroutine '")?;
    let coroutine = message.strip_suffix("' was never awaited")?;
    let line = place.rsplit_once(':').and_then(|(_, line)| line.parse().ok()).filter(|&line| line > 0);
    Some(Finding {
        kind: FindingKind::NeverAwaited,
        line,
        cost: Span(0),
        text: format!(
            "Calling `{coroutine}()` only makes a coroutine object; nothing of it ran. Await it, or make it a task with `asyncio.create_task`."
        ),
        event: console.event,
        repaired: cx.repaired(line.and_then(|line| advice::await_call(cx.source, line, coroutine))),
    })
}

/// `Task exception was never retrieved`, with the task on the next line (`Task.__del__` and `BaseEventLoop.default_exception_handler`).
fn never_retrieved(cx: &Context<'_>, console: &ConsoleLine, next: &str) -> Option<Finding> {
    if !console.text.ends_with("Task exception was never retrieved") {
        return None;
    }
    let name = next.split_once(" name='").and_then(|(_, rest)| Some(rest.split_once('\'')?.0))?;
    let created = cx.trace.events.iter().position(|event| match event.what {
        What::TaskCreated { name: created, .. } => cx.trace.text(created) == name,
        _ => false,
    });
    Some(Finding {
        kind: FindingKind::NeverRetrieved,
        line: created.and_then(|created| known(cx.trace.events[created].line)),
        cost: Span(0),
        text: format!(
            "Task `{name}` failed and nobody awaited it, so the error came to light only when the task was dropped. \
             Await the task, or start it in an `asyncio.TaskGroup`."
        ),
        event: console.event,
        repaired: None,
    })
}
