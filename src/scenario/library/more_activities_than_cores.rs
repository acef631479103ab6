//! Processes beyond the number of cores only take turns.

use super::{COMPUTING, Entry, blocks};
use crate::scenario::{Activity, Scenario, Segment};
use crate::trace::Span;

pub const ENTRY: Entry = Entry {
    id: "more-activities-than-cores",
    group: COMPUTING,
    look_for: "Six processes on two cores take turns: three times as long as one of them alone.",
    scenario,
};

fn scenario() -> Scenario {
    let work = [Segment::Compute(Span::SECOND)];
    let activities = [Activity { copies: 6, ..Activity::new("Work", work) }];
    let notes = "Six activities compute for one second each on two cores. \
        The processes take turns on the cores; change the number of cores and watch the total.";
    blocks("More activities than cores", notes, 2, activities)
}
