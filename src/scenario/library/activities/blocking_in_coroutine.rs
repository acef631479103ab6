//! One call that does not await holds up every other task.

use super::{Entry, blocks, entry};
use crate::scenario::{Activity, Scenario, Segment};
use crate::trace::Span;

const TITLE: &str = "A blocking wait inside a coroutine";

pub const ENTRY: Entry = entry(
    "blocking-in-coroutine",
    TITLE,
    "While B blocks, the event loop stands still, and ready tasks stay in the queue.",
    scenario,
);

fn scenario() -> Scenario {
    let awaited = [Segment::Io(Span::SECOND); 2];
    let blocking = [Segment::Blocking(Span(3 * Span::SECOND.0))];
    let activities = [Activity::new("A", awaited), Activity::new("B", blocking), Activity::new("C", awaited)];
    let notes = "B waits with time.sleep instead of awaiting. \
        In the concurrent variant C, which is ready, starts late, and A goes on long after its timer ended.";
    blocks(TITLE, notes, 4, activities)
}
