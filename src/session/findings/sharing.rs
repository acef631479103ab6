//! Updates that can be lost: a task reads something, awaits and writes it, while another task is between the same two lines.

use crate::python::compile::advice::{self, Race};
use crate::trace::{Span, Time};

use super::calls::{Call, calls};
use super::{Context, Finding, FindingKind};

/// So many pairs of calls are compared: for each the run is taken to where the second began.
const MOST_PAIRS: usize = 50;

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    let races = advice::races(cx.source);
    if races.is_empty() {
        return Vec::new();
    }
    let calls = calls(cx.trace);
    races.into_iter().filter_map(|race| finding(cx, race, calls.values())).collect()
}

fn finding<'a>(cx: &Context<'_>, race: Race, calls: impl Iterator<Item = &'a Call<'a>>) -> Option<Finding> {
    let mut runs: Vec<&Call<'_>> = calls.filter(|call| call.function == race.function).collect();
    runs.sort_by_key(|call| call.entered);
    let pairs = runs
        .iter()
        .enumerate()
        .flat_map(|(index, second)| runs[..index].iter().rev().take(MOST_PAIRS).map(move |first| (first, second)));
    let overlap =
        pairs.filter(|(first, second)| first.task != second.task && second.entered.1 < first.returned.unwrap_or(Time::NEVER));
    let (_, second) = overlap.take(MOST_PAIRS).find(|(first, second)| share(cx, &race, first, second))?;
    Some(Finding {
        kind: FindingKind::LostUpdate,
        line: Some(race.line),
        cost: Span(0),
        text: format!(
            "`{}` is read before an `await` and written after it, and meanwhile another task in `{}()` read the same value: one of the updates is lost. \
             An `asyncio.Lock` around both lets one task at a time do it.",
            race.target, race.function
        ),
        event: second.entered.0,
        repaired: cx.repaired(race.edits),
    })
}

/// Do two calls that overlap mean the same thing by what they update? A global they do, an attribute of `self` if that is the same object.
fn share(cx: &Context<'_>, race: &Race, first: &Call<'_>, second: &Call<'_>) -> bool {
    let is_of_self = race.target.starts_with("self.");
    let same = |task| cx.recording.have_same_local(second.entered.0, task, &race.function, "self");
    !is_of_self || first.task.and_then(same) == Some(true)
}
