//! The calls on a lane: which coroutine or function a task is in, so that `await fetch()` and `work()` have bars of their own.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::trace::{Event, StrId, Time, Trace, What};

use super::lane::Lane;
use super::naming::short;
use super::owners::LaneId;
use super::track::{Call, Track, TrackKind};

/// Calls kept of a run, 32 bytes each; a picture of more would not be looked at call by call.
const MOST: u32 = 200_000;
/// So many events are looked at for the first one in a call.
const SEARCHED: usize = 64;

/// The calls in progress while a trace is gone through.
#[derive(Default)]
pub(super) struct Calls {
    /// By the trace's number of the call: its lane, and its index there; none for a call that is the lane itself.
    open: HashMap<u32, (LaneId, Option<usize>)>,
    /// The number of calls in progress on each lane.
    depths: HashMap<LaneId, u16>,
    /// The calls that were told when they were over, in that order.
    over: HashMap<LaneId, Vec<Call>>,
    functions: Vec<String>,
    known: HashMap<StrId, u32>,
    kept: u32,
    left_out: u32,
}

impl Calls {
    /// A call begins on that lane. `event` is a [`What::CallEntered`].
    pub fn enter(&mut self, trace: &Trace, lanes: &mut [Lane], id: LaneId, (step, event): (u32, &Event)) {
        let What::CallEntered { function, call, from_line } = event.what else { return };
        let track = &mut lanes[id].track;
        // A task's detail is its coroutine as long as the lanes have no labels yet.
        let is_task = matches!(track.kind, TrackKind::Task(_));
        let depth = self.depths.get(&id).copied().unwrap_or_default();
        if is_task && depth == 0 && track.calls.is_empty() && is_function(&track.detail, trace.text(function)) {
            self.open.insert(call, (id, None));
            return;
        }
        let Some(function) = self.keep(trace, function) else { return };
        self.open.insert(call, (id, Some(track.calls.len())));
        track.calls.push(Call { from: event.at, to: Time::NEVER, step, function, line: from_line, raised: false, depth });
        self.depths.insert(id, depth.saturating_add(1));
    }

    /// A call is over.
    pub fn leave(&mut self, lanes: &mut [Lane], call: u32, at: Time, raised: bool) {
        let Some((lane, Some(index))) = self.open.remove(&call) else { return };
        let call = &mut lanes[lane].track.calls[index];
        (call.to, call.raised) = (at, raised);
        if let Some(depth) = self.depths.get_mut(&lane) {
            *depth = depth.saturating_sub(1);
        }
    }

    /// There was a call on that lane, which is over. `event` is a [`What::FunctionDone`].
    pub fn was(&mut self, trace: &Trace, id: LaneId, (step, event): (u32, &Event)) {
        let What::FunctionDone { function, began, from_line, raised } = event.what else { return };
        let Some(function) = self.keep(trace, function) else { return };
        let from = began.get();
        let after = trace.events.partition_point(|event| event.at < from);
        let first = trace.events[after..].iter().take(SEARCHED).position(|inside| inside.thread == event.thread);
        let step = first.map_or(step, |first| (after + first) as u32);
        let call = Call { from, to: event.at, step, function, line: from_line, raised, depth: 0 };
        self.over.entry(id).or_default().push(call);
    }

    /// Counts a call, and gives the index of its function; none if there are too many calls already.
    fn keep(&mut self, trace: &Trace, function: StrId) -> Option<u32> {
        if self.kept == MOST {
            self.left_out = self.left_out.saturating_add(1);
            return None;
        }
        self.kept += 1;
        let functions = &mut self.functions;
        Some(*self.known.entry(function).or_insert_with(|| {
            functions.push(short(trace.text(function)).to_owned());
            functions.len() as u32 - 1
        }))
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
        for (lane, over) in std::mem::take(&mut self.over) {
            let track = &mut lanes[lane].track;
            nest(&mut track.calls, over);
            leave_out_itself(track, &self.functions);
        }
        for lane in lanes {
            lane.track.calls.sort_by_key(|call| (call.depth, call.from, call.step));
        }
        std::mem::take(&mut self.functions)
    }
}

/// Adds calls of which only beginning and end are known, in the order of their ends, and sets the depths.
fn nest(calls: &mut Vec<Call>, over: Vec<Call>) {
    // Of two with the same times, the one that ended last is around the other; a coroutine is around a function.
    let known = calls.drain(..).map(|call| (call, false));
    let mut all: Vec<(Call, bool)> = known.chain(over.into_iter().rev().map(|call| (call, true))).collect();
    all.sort_by_key(|(call, _)| (call.from, Reverse(call.to)));
    let mut around: Vec<(Time, bool)> = Vec::new();
    for (call, is_over) in &mut all {
        around.retain(|&(to, _)| to > call.from);
        // The others have counted those of their kind.
        let counts = |&&(to, other_is_over): &&(Time, bool)| to >= call.to && (*is_over || other_is_over);
        let depth = around.iter().filter(counts).count();
        call.depth = call.depth.saturating_add(u16::try_from(depth).unwrap_or(u16::MAX));
        around.push((call.to, *is_over));
    }
    calls.extend(all.into_iter().map(|(call, _)| call));
}

/// The call that a job or a thread was made for says what its lane says already.
fn leave_out_itself(track: &mut Track, functions: &[String]) {
    // A thread without a name of its own is called `Thread-1 (work)`.
    let name = match track.kind {
        TrackKind::Job(_) => track.label.as_str(),
        TrackKind::Thread(_) => track.label.rsplit_once(" (").and_then(|(_, name)| name.strip_suffix(')')).unwrap_or_default(),
        _ => return,
    };
    let mut outermost = track.calls.iter().enumerate().filter(|(_, call)| call.depth == 0);
    if let (Some((index, call)), None) = (outermost.next(), outermost.next())
        && functions.get(call.function as usize).is_some_and(|function| is_function(name, function))
    {
        track.calls.remove(index);
        for call in &mut track.calls {
            call.depth -= 1;
        }
    }
}

/// Does that qualified name mean the function?
fn is_function(qualified: &str, function: &str) -> bool {
    short(qualified).rsplit('.').next() == Some(function)
}

#[cfg(test)]
mod tests {
    use crate::timeline::testing::*;
    use crate::trace::event::Outcome;
    use crate::trace::ids::JobId;

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

    /// The calls of a lane: function, from and to in ms, depth.
    fn calls(timeline: &crate::timeline::Timeline, lane: &str) -> Vec<(String, u64, u64, u16)> {
        let track = timeline.tracks.iter().find(|track| track.label == lane).expect("the lane");
        let name = |function: u32| timeline.names.functions[function as usize].clone();
        track.calls.iter().map(|call| (name(call.function), call.from.0 / 1_000_000, call.to.0 / 1_000_000, call.depth)).collect()
    }

    #[test]
    fn a_function_stands_below_what_called_it_and_above_what_it_called() {
        let mut script = Script::new();
        script.create(1, "main").step(1).call("main", 1).at(10).call("fetch", 2).sleep_until(100);
        script.at(100).step(1).at(160).was("decode", 130).at(170).was("parse", 120).at(200).returns(2);
        script.at(300).was("fetch", 200).at(300).was("work", 200).returns(1).done(Outcome::Returned).end();
        let timeline = script.timeline();
        let expected =
            [("fetch", 10, 200, 0), ("work", 200, 300, 0), ("parse", 120, 170, 1), ("fetch", 200, 300, 1), ("decode", 130, 160, 2)];
        assert_eq!(calls(&timeline, "main"), expected.map(|(name, from, to, depth)| (name.to_owned(), from, to, depth)));
        let main = timeline.tracks.iter().find(|track| track.label == "main").expect("the task");
        // The first event in it; of `work` that is the end of the function that it called.
        assert_eq!(main.calls.iter().map(|call| call.step).collect::<Vec<_>>(), [6, 11, 9, 11, 9]);
    }

    #[test]
    fn a_job_is_not_shown_as_a_call_in_itself() {
        let mut script = Script::new();
        script.submit(0, "load").submit(1, "save");
        script.what(crate::trace::What::JobStarted { job: JobId(0) });
        script.at(50).was("parse", 20).at(100).was("load", 0);
        script.what(crate::trace::What::JobDone { job: JobId(0), outcome: Outcome::Returned }).end();
        assert_eq!(calls(&script.timeline(), "load"), [("parse".to_owned(), 20, 50, 0)]);
    }

    #[test]
    fn a_call_that_never_ends_lasts_as_long_as_its_task() {
        let mut script = Script::new();
        script.create(1, "main").step(1).call("main", 1).call("wait", 2).sleep_until(100).at(50).end();
        let timeline = script.timeline();
        assert_eq!(timeline.tracks[1].calls[0].to, ms(50));
    }
}
