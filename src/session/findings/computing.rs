//! Steps of tasks that compute for so long that other tasks wait for them.

use std::collections::{BTreeMap, HashMap};

use crate::python::compile::advice;
use crate::session::words;
use crate::trace::ids::ThreadId;
use crate::trace::{Span, Time, What};

use super::{Context, Finding, FindingKind};

/// A tenth of a second, as `loop.slow_callback_duration` (`BaseEventLoop.__init__`, Lib/asyncio/base_events.py).
const SLOW: Span = Span(100_000_000);

/// A step that is being run.
struct Step {
    /// The latest event of it, and its time.
    last: (usize, Time),
    /// Time computed so far: what lies between its events, except where the thread waited.
    computed: Span,
    /// The longest piece without an event, and the events it lies between.
    longest: (Span, (usize, usize)),
    waits: bool,
}

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    let mut steps: HashMap<ThreadId, Step> = HashMap::new();
    let mut slow: Vec<(Span, (usize, usize))> = Vec::new();
    for (index, event) in cx.trace.events.iter().enumerate() {
        if let What::StepStarted { .. } = event.what {
            let step = Step { last: (index, event.at), computed: Span(0), longest: (Span(0), (index, index)), waits: false };
            steps.insert(event.thread, step);
            continue;
        }
        let Some(step) = steps.get_mut(&event.thread) else { continue };
        step.pass(index, event.at, event.what);
        if matches!(event.what, What::TaskSuspended { .. } | What::TaskDone { .. }) {
            slow.extend((step.computed >= SLOW).then_some((step.computed, step.longest.1)));
            steps.remove(&event.thread);
        }
    }
    by_line(cx, slow)
}

impl Step {
    fn pass(&mut self, index: usize, at: Time, what: What) {
        let (last, since) = self.last;
        let piece = at.since(since);
        if !self.waits {
            self.computed = Span(self.computed.0 + piece.0);
            self.longest = self.longest.max((piece, (last, index)));
        }
        match what {
            What::ThreadWaits { .. } | What::ThreadQueues { .. } => self.waits = true,
            What::ThreadRuns { .. } => self.waits = false,
            _ => {}
        }
        self.last = (index, at);
    }
}

fn by_line(cx: &Context<'_>, slow: Vec<(Span, (usize, usize))>) -> Vec<Finding> {
    let mut lines: BTreeMap<Option<u32>, (Span, usize)> = BTreeMap::new();
    for (computed, (event, next)) in slow {
        let entry = lines.entry(cx.recording.line_between(event, next)).or_insert((Span(0), event));
        entry.0 = Span(entry.0.0 + computed.0);
    }
    let finding = |(line, (cost, event)): (Option<u32>, (Span, usize))| Finding {
        kind: FindingKind::LongComputation,
        line,
        cost,
        text: format!(
            "The program computes here for {} without giving way, and every other task of the loop has to wait. \
             A thread (`asyncio.to_thread`) takes turns with the loop, and a `ProcessPoolExecutor` takes the work off it altogether.",
            words::span(cost)
        ),
        event,
        repaired: cx.repaired(line.and_then(|line| advice::caller_in_thread(cx.source, line))),
    };
    lines.into_iter().map(finding).collect()
}
