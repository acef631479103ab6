//! Awaits in sequence that do not depend on each other, where waiting for them one by one took longer.

use std::collections::HashMap;

use crate::python::compile::advice::{self, Sequence};
use crate::session::words;
use crate::trace::Span;

use super::calls::{Call, calls};
use super::{Context, Finding, FindingKind};

/// Shorter detours are not worth a word.
const WORTH: Span = Span(1_000_000);

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    let sequences = advice::sequences(cx.source);
    if sequences.is_empty() {
        return Vec::new();
    }
    let calls = calls(cx.trace);
    sequences.into_iter().filter_map(|sequence| finding(cx, &sequence, &calls)).collect()
}

/// What the function of a list comprehension with an `await` is called.
const COMPREHENSION: &str = "<listcomp>";

/// What a sequence cost, summed over all its runs.
fn finding(cx: &Context<'_>, sequence: &Sequence, calls: &HashMap<u32, Call<'_>>) -> Option<Finding> {
    let (mut took, mut longest, mut first) = (0, 0, None);
    for outer in calls.values().filter(|call| call.function == sequence.function) {
        let inner = inner_of(outer, calls);
        let Some(run) = run_of(sequence, &inner) else { continue };
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
    Some(Finding {
        kind: FindingKind::SequentialAwaits,
        line: sequence.calls.first().map(|(line, _)| *line),
        cost,
        text: format!(
            "{} Awaited together with `asyncio.gather` they take {} instead of {}.",
            what_happens(sequence)?,
            words::span(Span(longest)),
            words::span(Span(took)),
        ),
        event: first?,
        repaired: cx.repaired(Some(sequence.edits.clone())),
    })
}

/// The calls that a call made; those of a comprehension in it are its own.
fn inner_of<'a>(outer: &Call<'_>, calls: &'a HashMap<u32, Call<'a>>) -> Vec<&'a Call<'a>> {
    let inner = outer.inner.iter().filter_map(|call| calls.get(call));
    inner.flat_map(|call| if call.function == COMPREHENSION { inner_of(call, calls) } else { vec![call] }).collect()
}

/// The calls of a sequence among those that its function made.
fn run_of<'a>(sequence: &Sequence, inner: &[&'a Call<'a>]) -> Option<Vec<&'a Call<'a>>> {
    if sequence.is_loop {
        let (line, name) = sequence.calls.first()?;
        let is_of_loop = |call: &&&Call<'_>| call.function == name && u32::from(call.from_line) == *line;
        let run: Vec<_> = inner.iter().filter(is_of_loop).copied().collect();
        return (run.len() > 1).then_some(run);
    }
    let matches = |window: &&[&Call<'_>]| window.iter().zip(&sequence.calls).all(|(call, (_, name))| call.function == name);
    inner.windows(sequence.calls.len()).find(matches).map(<[_]>::to_vec)
}

fn what_happens(sequence: &Sequence) -> Option<String> {
    let names: Vec<String> = sequence.calls.iter().map(|(_, name)| format!("`{name}()`")).collect();
    let (last, others) = names.split_last()?;
    Some(if sequence.is_loop {
        format!("Each turn awaits {last} before the next one begins, yet none needs what another gives.")
    } else {
        format!("{} and {last} do not use each other's results, yet each begins when the one before has ended.", others.join(", "))
    })
}
