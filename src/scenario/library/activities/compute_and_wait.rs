//! Both kinds of work: the waits overlap, the computing only on several cores.

use super::{Entry, blocks, entry};
use crate::scenario::{Activity, Scenario, Segment};
use crate::trace::Span;

const TITLE: &str = "Computing and waiting";

pub const ENTRY: Entry = entry("compute-and-wait", TITLE, "Waits overlap, computing queues up.", scenario);

fn scenario() -> Scenario {
    let segments = [Segment::Io(Span(2 * Span::SECOND.0)), Segment::Compute(Span::SECOND)];
    let activities = ["A", "B", "C"].map(|name| Activity::new(name, segments));
    let notes = "Each activity waits two seconds and then computes for one. \
        Coroutines and threads share the waits but compute one after another; processes share both.";
    blocks(TITLE, notes, 4, activities)
}
