//! What the program was told on stderr: coroutines that were never awaited, exceptions that were never retrieved.

use crate::python::compile::advice::{self, Edit};
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
    if let Some((line, edits)) = advice::await_instead_of_run(cx.source, coroutine) {
        return Some(run_inside_a_loop(cx, console, line, edits));
    }
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

/// `asyncio.run` refused, so that the coroutine it was given never ran (`Runner.run`, Lib/asyncio/runners.py).
fn run_inside_a_loop(cx: &Context<'_>, console: &ConsoleLine, line: u32, edits: Vec<Edit>) -> Finding {
    Finding {
        kind: FindingKind::RunInsideLoop,
        line: Some(line),
        cost: Span(0),
        text: "`asyncio.run` starts an event loop, but a thread can run one at a time and this one runs already. \
               Inside a coroutine, await the other coroutine."
            .to_owned(),
        event: console.event,
        repaired: cx.repaired(Some(edits)),
    }
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
