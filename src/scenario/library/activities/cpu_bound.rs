//! Nothing to wait for: only cores help, and the GIL keeps threads from them.

use super::{Entry, blocks, entry};
use crate::scenario::{Activity, Scenario, Segment};
use crate::trace::Span;

const TITLE: &str = "Computing without waiting";

pub const ENTRY: Entry = entry("cpu-bound", TITLE, "Coroutines and threads do not make computing faster; processes do.", scenario);

fn scenario() -> Scenario {
    let work = [Segment::Compute(Span(2 * Span::SECOND.0))];
    let activities = ["A", "B", "C"].map(|name| Activity::new(name, work));
    let notes = "Each activity keeps a processor busy for two seconds. \
        Only processes get a core each; switch the GIL off and look at the threads again.";
    blocks(TITLE, notes, 4, activities)
}
