//! Writes a trace. On a re-run to an earlier step nothing needs to be written again, so a recorder can also only count.

use super::event::Event;
use super::strings::{StrId, Strings};

/// The log of a run.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub events: Vec<Event>,
    pub strings: Strings,
}

impl Trace {
    /// The text an event of this trace refers to.
    pub fn text(&self, id: StrId) -> &str {
        self.strings.get(id)
    }
}

/// Where a machine reports its events to.
#[derive(Clone, Debug)]
pub struct Recorder {
    count: u64,
    trace: Option<Trace>,
}

impl Recorder {
    /// Keeps every event.
    pub fn recording() -> Recorder {
        Recorder { count: 0, trace: Some(Trace::default()) }
    }

    /// Goes on counting where a recorder with `count` events stood, and keeps nothing.
    pub fn counting(count: u64) -> Recorder {
        Recorder { count, trace: None }
    }

    /// Number of events so far, those that were only counted included.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Logs the event that `make` builds; a recorder that only counts does not build it.
    pub fn record(&mut self, make: impl FnOnce(&mut Strings) -> Event) {
        self.count += 1;
        if let Some(trace) = &mut self.trace {
            let event = make(&mut trace.strings);
            trace.events.push(event);
        }
    }

    /// The log so far, if this recorder keeps one.
    pub fn trace(&self) -> Option<&Trace> {
        self.trace.as_ref()
    }

    /// Takes the log out, to be put back by [`Recorder::resume`]; the recorder goes on counting.
    pub fn take(&mut self) -> Option<Trace> {
        self.trace.take()
    }

    /// Goes on writing to `trace`, which must be what [`Recorder::take`] gave.
    pub fn resume(&mut self, trace: Trace) {
        self.trace = Some(trace);
    }
}
