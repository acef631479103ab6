//! Updates that can be lost: a task reads something, awaits and writes it, while another task is between the same two lines.

use crate::python::compile::advice::{self, Race};
use crate::trace::{Span, Time};

use super::calls::{Call, calls};
use super::{Context, Finding, FindingKind};

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
    let end = |call: &Call<'_>| call.returned.unwrap_or(Time::NEVER);
    let meets = |pair: &&[&Call<'_>]| pair[0].task != pair[1].task && pair[1].entered.1 < end(pair[0]);
    let second = runs.windows(2).find(meets)?[1];
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
