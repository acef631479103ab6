//! Waits overlap in every variant but the sequential one.

use super::{Entry, blocks, entry};
use crate::scenario::{Activity, Scenario, Segment};
use crate::trace::Span;

const TITLE: &str = "Three waits of three seconds";

pub const ENTRY: Entry =
    entry("three-waits", TITLE, "Three waits take three times as long only if each has to wait for the one before.", scenario);

fn scenario() -> Scenario {
    let wait = [Segment::Io(Span(3 * Span::SECOND.0))];
    let activities = ["A", "B", "C"].map(|name| Activity::new(name, wait));
    let notes =
        "Each activity waits three seconds for something outside. Compare the totals: waits can overlap, even in a single thread.";
    blocks(TITLE, notes, 4, activities)
}
