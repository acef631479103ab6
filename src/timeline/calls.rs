//! The calls on a lane: which coroutine a task is in, so that `await fetch()` has a bar of its own.

use std::collections::HashMap;

use crate::trace::{Event, StrId, Time, Trace};

use super::lane::Lane;
use super::naming::short;
use super::owners::LaneId;
use super::track::{Call, TrackKind};

/// Calls kept of a run, 32 bytes each; a picture of more would not be looked at call by call.
const MOST: u32 = 200_000;

/// The calls in progress while a trace is gone through.
#[derive(Default)]
pub(super) struct Calls {
    /// By the trace's number of the call: its lane, and its index there; none for a call that is the lane itself.
    open: HashMap<u32, (LaneId, Option<usize>)>,
    /// The number of calls in progress on each lane.
    depths: HashMap<LaneId, u16>,
    functions: Vec<String>,
    known: HashMap<StrId, u32>,
    kept: u32,
    left_out: u32,
}

impl Calls {
    /// A call of `function` begins on that lane.
    pub fn enter(&mut self, trace: &Trace, lane: &mut Lane, id: LaneId, event: &Event, (step, function, call): (u32, StrId, u32)) {
        let name = trace.text(function);
        // A task's detail is its coroutine as long as the lanes have no labels yet.
        let is_task = matches!(lane.track.kind, TrackKind::Task(_));
        let depth = self.depths.entry(id).or_default();
        if is_task && *depth == 0 && lane.track.calls.is_empty() && short(&lane.track.detail).rsplit('.').next() == Some(name) {
            self.open.insert(call, (id, None));
            return;
        }
        if self.kept == MOST {
            self.left_out = self.left_out.saturating_add(1);
            return;
        }
        self.kept += 1;
        let functions = &mut self.functions;
        let function = *self.known.entry(function).or_insert_with(|| {
            functions.push(short(name).to_owned());
            functions.len() as u32 - 1
        });
        self.open.insert(call, (id, Some(lane.track.calls.len())));
        lane.track.calls.push(Call { from: event.at, to: Time::NEVER, step, function, line: event.line, depth: *depth });
        *depth = depth.saturating_add(1);
    }

    /// A call is over.
    pub fn leave(&mut self, lanes: &mut [Lane], call: u32, at: Time) {
        let Some((lane, Some(index))) = self.open.remove(&call) else { return };
        lanes[lane].track.calls[index].to = at;
        if let Some(depth) = self.depths.get_mut(&lane) {
            *depth = depth.saturating_sub(1);
        }
    }

    pub fn left_out(&self) -> u32 {
        self.left_out
    }

    /// Calls that never ended last as long as their lane. Gives the names of the functions, and sorts the calls.
    pub fn finish(&mut self, lanes: &mut [Lane], end: Time) -> Vec<String> {
        for (lane, index) in self.open.values() {
            let track = &mut lanes[*lane].track;
            let until = track.ended.unwrap_or(end);
            if let Some(index) = index {
                let call = &mut track.calls[*index];
                call.to = until.max(call.from);
            }
        }
        for lane in lanes {
            lane.track.calls.sort_by_key(|call| (call.depth, call.step));
        }
        std::mem::take(&mut self.functions)
    }
}

#[cfg(test)]
mod tests {
    use crate::timeline::testing::*;
    use crate::trace::event::Outcome;

    #[test]
    fn a_task_has_the_calls_inside_of_its_coroutine() {
        let mut script = Script::new();
        script.create(1, "main").step(1).call("main", 1).call("fetch", 2).sleep_until(100);
        script.at(100).step(1).call("parse", 3).at(110).returns(3).returns(2).at(120).call("fetch", 4).sleep_until(200);
        script.at(200).step(1).returns(4).returns(1).done(Outcome::Returned).end();
        let timeline = script.timeline();
        let main = timeline.tracks.iter().find(|track| track.label == "main").expect("the task");
        let call = |call: &crate::timeline::track::Call| {
            let name = timeline.names.functions[call.function as usize].as_str();
            (name, call.from.0 / 1_000_000, call.to.0 / 1_000_000, call.depth)
        };
        let calls: Vec<_> = main.calls.iter().map(call).collect();
        assert_eq!(calls, [("fetch", 0, 110, 0), ("fetch", 120, 200, 0), ("parse", 100, 110, 1)]);
    }

    #[test]
    fn a_call_that_never_ends_lasts_as_long_as_its_task() {
        let mut script = Script::new();
        script.create(1, "main").step(1).call("main", 1).call("wait", 2).sleep_until(100).at(50).end();
        let timeline = script.timeline();
        assert_eq!(timeline.tracks[1].calls[0].to, ms(50));
    }
}
