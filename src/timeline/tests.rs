//! What traces look like: the rules of [`super::build`], checked on traces written by hand.

use crate::trace::event::{Contended, Outcome, TaskWait, ThreadRole, ThreadWait};
use crate::trace::ids::*;
use crate::trace::{Span, StrId, What};

use super::testing::*;
use super::*;

/// The track's slices as "from-to state (reason)" with times in ms.
fn slices(timeline: &Timeline, label: &str) -> String {
    let track = timeline.tracks.iter().find(|track| track.label == label).expect("a track of that name");
    let slice = |slice: &Slice| {
        let reason = slice.reason.map(|reason| format!(" ({})", reason.text(&timeline.names))).unwrap_or_default();
        format!("{}-{} {}{reason}", slice.from.0 / 1_000_000, slice.to.0 / 1_000_000, slice.state.slug())
    };
    track.slices.iter().map(slice).collect::<Vec<_>>().join(", ")
}

fn check(timeline: &Timeline, label: &str, expected: &str) {
    assert_eq!(slices(timeline, label), expected, "{label}");
}

fn activity(function: &str, label: &str, copies: u32) -> ActivityLane {
    ActivityLane { function: function.to_owned(), label: label.to_owned(), copies }
}

#[test]
fn tasks_show_their_life_cycle_and_their_thread() {
    let timeline = two_tasks().timeline();
    let sleeper =
        "0-100 ready (its turn in the loop), 100-600 waiting (sleep), 600-700 ready (its turn in the loop), 700-800 running";
    check(&timeline, "sleeper", sleeper);
    check(&timeline, "blocker", "0-100 ready (its turn in the loop), 100-500 blocking (sleep), 500-600 running");
    check(&timeline, "main", "0-800 waiting (task sleeper), 800-1000 running");
    check(&timeline, "MainThread", "0-100 running, 100-500 waiting (sleep), 500-1000 running");
    assert_eq!(timeline.end, ms(1000));
    assert_eq!(timeline.totals.get(State::Waiting), Span(400_000_000));
}

#[test]
fn marks_and_flows_name_what_happened() {
    let timeline = two_tasks().timeline();
    let kinds = |index: usize| timeline.tracks[index].marks.iter().map(|mark| mark.kind.name()).collect::<Vec<_>>();
    assert_eq!(kinds(2), ["created", "done"]);
    assert_eq!(kinds(3), ["created", "failed"]);
    assert_eq!(timeline.tracks[2].prints.len(), 1);
    let flows: Vec<_> = timeline.flows.iter().map(|flow| (flow.from, flow.to, flow.kind)).collect();
    assert_eq!(flows, [(1, 2, FlowKind::Created), (1, 3, FlowKind::Created), (2, 1, FlowKind::Woke)]);
}

#[test]
fn a_task_made_ready_during_its_step_does_not_wait() {
    let mut script = Script::new();
    script.create(1, "main").step(1).at(1).ready(1, None).suspend(TaskWait::Future(FutureId(1)));
    script.at(2).step(1).at(3).suspend(TaskWait::NextIteration).at(4).step(1).at(5).done(Outcome::Returned);
    let expected = "0-1 running, 1-2 ready (its turn in the loop), 2-3 running, 3-4 ready (its turn in the loop), 4-5 running";
    check(&script.timeline(), "main", expected);
}

#[test]
fn jobs_queue_for_a_worker_and_then_do_what_their_thread_does() {
    let mut script = Script::new();
    script.submit(0, "fetch");
    script.at(10).thread(ThreadId(1), ProcessId::MAIN, "worker", ThreadRole::Worker(PoolId(0))).runs();
    script.at(20).what(What::JobStarted { job: JobId(0) }).waits(ThreadWait::Sleep);
    script.at(30).queues(Contended::Gil).at(40).runs();
    script.at(50).what(What::JobDone { job: JobId(0), outcome: Outcome::Returned }).waits(ThreadWait::Work(PoolId(0)));
    script.at(60).end();
    let timeline = script.timeline();
    let job = "0-20 ready (a free worker), 20-30 waiting (sleep), 30-40 ready (the GIL), 40-50 running";
    check(&timeline, "fetch", job);
    check(&timeline, "worker", "10-20 running, 20-30 waiting (sleep), 30-40 ready (the GIL), 40-50 running, 50-60 idle (work)");
}

#[test]
fn a_process_shows_its_most_active_thread_and_heads_its_group() {
    let mut script = Script::new();
    script.at(10).what(What::ProcessStarted { process: ProcessId(1), name: StrId(0) });
    script.thread(ThreadId(1), ProcessId(1), "child", ThreadRole::Main).runs();
    script.at(20).on(MAIN).waits(ThreadWait::JoinProcess(ProcessId(1)));
    script.at(30).on(ThreadId(1)).what(What::ThreadEnded).on(MAIN).runs().at(40).end();
    let timeline = script.timeline();
    let lanes: Vec<_> = timeline.tracks.iter().map(|track| (track.label.as_str(), track.depth)).collect();
    assert_eq!(lanes, [("MainProcess", 0), ("MainThread", 1), ("MainProcess", 0), ("child", 1)]);
    check(&timeline, "MainProcess", "0-20 running, 20-30 waiting, 30-40 running");
    check(&timeline, "child", "10-30 running");
}

#[test]
fn activities_have_a_lane_a_copy_called_or_not() {
    let script = three_threads();
    let options = Options { activities: vec![activity("wait", "A", 4)], ..Options::default() };
    let timeline = Timeline::build(&script.trace, &options);
    let labels: Vec<_> = timeline.tracks.iter().map(|track| track.label.as_str()).collect();
    assert_eq!(labels, ["A 1", "A 2", "A 3", "A 4"]);
    check(&timeline, "A 2", "0-20 ready (the GIL), 20-320 waiting (sleep), 320-325 running");
    check(&timeline, "A 4", "");
}

#[test]
fn an_activity_in_a_task_begins_when_its_task_was_created_and_blocks_the_loop() {
    let script = {
        let mut script = Script::new();
        script.create(1, "main").step(1).create(2, "work").suspend(TaskWait::Task(task(2)));
        script.at(50).step(2).call("work", 1).waits(ThreadWait::Sleep).at(80).runs().returns(1).done(Outcome::Returned);
        script.end();
        script
    };
    let options = Options { activities: vec![activity("work", "A", 1)], ..Options::default() };
    let timeline = Timeline::build(&script.trace, &options);
    check(&timeline, "A", "0-50 ready (its turn in the loop), 50-80 blocking (sleep)");
}

#[test]
fn slices_are_sorted_and_do_not_overlap() {
    let trace = random_trace(100_000, 50, 1);
    let timeline = Timeline::build(&trace, &Options::default());
    assert!(timeline.slice_count() > 10_000);
    for track in &timeline.tracks {
        assert!(track.slices.iter().all(|slice| slice.from < slice.to && slice.to <= timeline.end), "{}", track.label);
        for pair in track.slices.windows(2) {
            assert!(pair[0].to <= pair[1].from, "{}: {pair:?}", track.label);
            let differ = (pair[0].state, pair[0].reason) != (pair[1].state, pair[1].reason);
            assert!(differ || pair[0].to < pair[1].from, "{}: {pair:?}", track.label);
        }
    }
}
