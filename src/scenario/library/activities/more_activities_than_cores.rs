//! Processes beyond the number of cores only take turns.

use super::{Entry, blocks, entry};
use crate::scenario::{Activity, Scenario, Segment};
use crate::trace::Span;

const TITLE: &str = "More activities than cores";

pub const ENTRY: Entry = entry(
    "more-activities-than-cores",
    TITLE,
    "Six processes on two cores take turns: three times as long as one of them alone.",
    scenario,
);

fn scenario() -> Scenario {
    let work = [Segment::Compute(Span::SECOND)];
    let activities = [Activity { copies: 6, ..Activity::new("Work", work) }];
    let notes = "Six activities compute for one second each on two cores. \
        The processes take turns on the cores; change the number of cores and watch the total.";
    blocks(TITLE, notes, 2, activities)
}
