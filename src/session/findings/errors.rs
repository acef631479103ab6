//! Errors that say themselves which form of a statement was wrong, and the coroutine that was awaited twice.

use crate::python::compile::advice::{self, Edit};
use crate::session::console::ConsoleLine;
use crate::trace::Span;

use super::{Context, Finding, FindingKind};

/// A part of a message, what it means, and the edit.
type Known = (&'static str, &'static str, fn(&str, u32) -> Option<Vec<Edit>>);

/// Messages of CPython 3.14 (`special_method_can_be_found`, Python/ceval.c; `PyObject_GetIter`, Objects/abstract.c; `GET_AITER`,
/// Python/bytecodes.c).
const KNOWN: [Known; 4] = [
    (
        "Did you mean to use 'async with'?",
        "Entering this may have to wait, so only `async with` can use it. \
         The program failed here; as `async with` it lets other tasks run until it may go on.",
        advice::make_async,
    ),
    (
        "Did you mean to use 'with'?",
        "Entering this never has to wait, so there is nothing that `async with` could await. The program failed here; a plain `with` does it.",
        advice::make_plain,
    ),
    (
        "'async_generator' object is not iterable",
        "An async generator may have to wait for its next item, so only `async for` can go through it. \
         The program failed here; as `async for` it lets other tasks run between the items.",
        advice::make_async,
    ),
    (
        "'async for' requires an object with __aiter__ method",
        "What is gone through here has its items at hand, so there is nothing that `async for` could await. \
         The program failed here; a plain `for` does it.",
        advice::make_plain,
    ),
];

/// `gen_send_ex2`, Objects/genobject.c.
const REUSED: &str = "cannot reuse already awaited coroutine";

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let mut at = None;
    for line in &cx.recording.console().lines {
        at = line_in_traceback(&line.text).or(at);
        let finding = wrong_form(cx, line, at).or_else(|| reused(cx, line));
        // One that is logged and ends the program is told once.
        let is_new = |finding: &Finding| !found.iter().any(|other| (other.kind, other.line) == (finding.kind, finding.line));
        let finding = finding.filter(is_new);
        found.extend(finding);
    }
    found
}

/// `  File "program.py", line 5, in main`: 5. Files of the library have a path.
fn line_in_traceback(text: &str) -> Option<u32> {
    let (file, rest) = text.trim_start().strip_prefix("File \"")?.split_once("\", line ")?;
    let number = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    number.parse().ok().filter(|_| !file.contains('/'))
}

fn wrong_form(cx: &Context<'_>, console: &ConsoleLine, at: Option<u32>) -> Option<Finding> {
    let (_, text, edits) = KNOWN.iter().find(|(message, ..)| console.text.contains(message))?;
    let edits = at.and_then(|line| edits(cx.source, line));
    Some(Finding {
        kind: FindingKind::WrongForm,
        line: at,
        cost: Span(0),
        text: (*text).to_owned(),
        event: console.event,
        repaired: cx.repaired(edits),
    })
}

fn reused(cx: &Context<'_>, console: &ConsoleLine) -> Option<Finding> {
    let reused = advice::reused(cx.source).filter(|_| console.text.contains(REUSED))?;
    Some(Finding {
        kind: FindingKind::AwaitedTwice,
        line: Some(reused.line),
        cost: Span(0),
        text: format!(
            "The coroutine in `{}` has run to its end when it is awaited for the second time, and it cannot begin again. \
             A task keeps its result for everyone who awaits it.",
            reused.name
        ),
        event: console.event,
        repaired: cx.repaired(Some(reused.edits)),
    })
}
