//! Calls in a coroutine that block the thread of its event loop.

use std::collections::{BTreeMap, HashMap};

use crate::python::compile::advice;
use crate::session::words;
use crate::trace::event::ThreadWait;
use crate::trace::ids::ThreadId;
use crate::trace::{Span, Time, What};

use super::{Context, Finding, FindingKind, known};

/// Shorter waits are not worth a word.
const WORTH: Span = Span(1_000_000);

/// The waits at one line.
struct Waits {
    total: Span,
    count: u64,
    is_sleep: bool,
    /// The first of them.
    event: usize,
}

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    let mut waiting: HashMap<ThreadId, (usize, Time)> = HashMap::new();
    let mut lines: BTreeMap<u16, Waits> = BTreeMap::new();
    for (index, event) in cx.trace.events.iter().enumerate() {
        match event.what {
            What::ThreadWaits { on } if event.task.is_some() && on != ThreadWait::Select => {
                waiting.insert(event.thread, (index, event.at));
            }
            What::ThreadRuns { .. } | What::ThreadQueues { .. } => {
                let Some((since, at)) = waiting.remove(&event.thread) else { continue };
                let begin = &cx.trace.events[since];
                let is_sleep = matches!(begin.what, What::ThreadWaits { on: ThreadWait::Sleep });
                let new = Waits { total: Span(0), count: 0, is_sleep, event: since };
                let waits = lines.entry(begin.line).or_insert(new);
                waits.total = Span(waits.total.0 + event.at.since(at).0);
                waits.count += 1;
            }
            _ => {}
        }
    }
    let worth = lines.into_iter().filter(|(_, waits)| waits.total >= WORTH);
    worth.map(|(line, waits)| finding(cx, line, &waits)).collect()
}

fn finding(cx: &Context<'_>, line: u16, waits: &Waits) -> Finding {
    let line = known(line);
    let sleep = line.filter(|_| waits.is_sleep).and_then(|line| advice::await_sleep(cx.source, line));
    let uses_requests = line.is_some_and(|line| cx.recording.line_text(line).contains("requests."));
    let advice = match (&sleep, waits.is_sleep) {
        _ if uses_requests => {
            "`requests` cannot be awaited: use `httpx.AsyncClient`, or hand the call to a thread with `asyncio.to_thread`."
        }
        (Some(_), _) => "Await `asyncio.sleep` instead: it lets the loop go on.",
        (None, true) => "Use a library that is awaited, or hand the call to a thread with `asyncio.to_thread`.",
        (None, false) => "Await something that the loop can wait for, or wait in a thread with `asyncio.to_thread`.",
    };
    let thread = || {
        let line = line?;
        advice::caller_in_thread(cx.source, line).or_else(|| advice::blocking_call_in_thread(cx.source, line))
    };
    Finding {
        kind: FindingKind::BlockingCall,
        line,
        cost: waits.total,
        text: format!(
            "This call blocks the thread of the event loop, so for {} no other task could run{}. {advice}",
            words::span(waits.total),
            if waits.count > 1 { format!(" ({} calls)", waits.count) } else { String::new() },
        ),
        event: waits.event,
        repaired: cx.repaired(sleep.or_else(thread)),
    }
}
