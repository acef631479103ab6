//! Both kinds of work: the waits overlap, the computing only on several cores.

use super::{COMPUTING, Entry, blocks};
use crate::scenario::{Activity, Scenario, Segment};
use crate::trace::Span;

pub const ENTRY: Entry =
    Entry { id: "compute-and-wait", group: COMPUTING, look_for: "Waits overlap, computing queues up.", scenario };

fn scenario() -> Scenario {
    let segments = [Segment::Io(Span(2 * Span::SECOND.0)), Segment::Compute(Span::SECOND)];
    let activities = ["A", "B", "C"].map(|name| Activity::new(name, segments));
    let notes = "Each activity waits two seconds and then computes for one. \
        Coroutines and threads share the waits but compute one after another; processes share both.";
    blocks("Computing and waiting", notes, 4, activities)
}
