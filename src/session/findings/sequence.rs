//! Awaits in sequence that do not depend on each other, where waiting for them one by one took longer.

use std::collections::HashMap;

use crate::python::compile::advice::{self, Sequence};
use crate::session::words;
use crate::trace::{Span, Time, What};

use super::{Context, Finding, FindingKind};

/// Shorter detours are not worth a word.
const WORTH: Span = Span(1_000_000);

/// A call of a coroutine function.
struct Call<'a> {
    /// The last part of its qualified name.
    function: &'a str,
    entered: (usize, Time),
    returned: Option<Time>,
    /// The calls it made, as numbers, in the order in which they were entered.
    inner: Vec<u32>,
}

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    let sequences = advice::sequences(cx.source);
    if sequences.is_empty() {
        return Vec::new();
    }
    let calls = calls(cx);
    sequences.into_iter().filter_map(|sequence| finding(cx, &sequence, &calls)).collect()
}

fn calls<'a>(cx: &Context<'a>) -> HashMap<u32, Call<'a>> {
    let mut calls: HashMap<u32, Call<'_>> = HashMap::new();
    let mut open: HashMap<_, Vec<u32>> = HashMap::new();
    for (index, event) in cx.trace.events.iter().enumerate() {
        let stack = open.entry((event.thread, event.task)).or_default();
        match event.what {
            What::CallEntered { function, call } => {
                if let Some(outer) = stack.last().and_then(|outer| calls.get_mut(outer)) {
                    outer.inner.push(call);
                }
                stack.push(call);
                let qualified = cx.trace.text(function);
                let function = qualified.rsplit('.').next().unwrap_or(qualified);
                calls.insert(call, Call { function, entered: (index, event.at), returned: None, inner: Vec::new() });
            }
            What::CallReturned { call } => {
                stack.retain(|&other| other != call);
                if let Some(call) = calls.get_mut(&call) {
                    call.returned = Some(event.at);
                }
            }
            _ => {}
        }
    }
    calls
}

/// What a sequence cost, summed over all its runs.
fn finding(cx: &Context<'_>, sequence: &Sequence, calls: &HashMap<u32, Call<'_>>) -> Option<Finding> {
    let (mut took, mut longest, mut first) = (0, 0, None);
    for outer in calls.values().filter(|call| call.function == sequence.function) {
        let inner: Vec<&Call<'_>> = outer.inner.iter().filter_map(|call| calls.get(call)).collect();
        let wanted = sequence.calls.len();
        let matches = |window: &&[&Call<'_>]| window.iter().zip(&sequence.calls).all(|(call, (_, name))| call.function == name);
        let Some(run) = inner.windows(wanted).find(matches) else { continue };
        let spans: Option<Vec<u64>> = run.iter().map(|call| Some(call.returned?.since(call.entered.1).0)).collect();
        let Some(spans) = spans else { continue };
        took += spans.iter().sum::<u64>();
        longest += spans.iter().max().copied().unwrap_or_default();
        first = first.into_iter().chain([run[0].entered.0]).min();
    }
    let cost = Span(took - longest);
    if cost < WORTH {
        return None;
    }
    let names: Vec<String> = sequence.calls.iter().map(|(_, name)| format!("`{name}()`")).collect();
    let (last, others) = names.split_last()?;
    Some(Finding {
        kind: FindingKind::SequentialAwaits,
        line: sequence.calls.first().map(|(line, _)| *line),
        cost,
        text: format!(
            "{} and {last} do not use each other's results, yet each begins when the one before has ended. \
             Awaited together with `asyncio.gather` they take {} instead of {}.",
            others.join(", "),
            words::span(Span(longest)),
            words::span(Span(took)),
        ),
        event: first?,
        repaired: cx.repaired(Some(sequence.edits.clone())),
    })
}
