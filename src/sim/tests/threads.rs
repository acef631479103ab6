//! Threads, the GIL, processes and cores.

use super::scripted::Op::*;
use super::*;
use crate::trace::event::Contended;
use crate::trace::ids::{ProcessId, ThreadId};

/// Starts threads that compute so many ms each, waits for them, and checks when each finished.
fn check_hogs(settings: Settings, milliseconds: &[(&'static str, u64)], expected: &[(u64, &str)]) {
    let start = milliseconds.iter().map(|&(name, time)| StartThread(name, [Compute(ms(time)), Print(name)].into()));
    let join = milliseconds.iter().map(|&(name, _)| Join(name));
    check(settings, &start.chain(join).collect::<Vec<Op>>(), expected);
}

/// The same with processes.
fn check_processes(cores: u16, milliseconds: &[(&'static str, u64)], expected: &[(u64, &str)]) {
    let start = milliseconds.iter().map(|&(name, time)| StartProcess(name, [Compute(ms(time)), Print(name)].into()));
    let join = milliseconds.iter().map(|&(name, _)| JoinProcess(name));
    check(Settings { cores, ..settings() }, &start.chain(join).collect::<Vec<Op>>(), expected);
}

fn free_threaded(cores: u16) -> Settings {
    Settings { free_threaded: true, cores, ..settings() }
}

#[test]
fn under_the_gil_two_threads_take_turns() {
    check_hogs(settings(), &[("a", 12), ("b", 12)], &[(22, "a"), (24, "b")]);
}

#[test]
fn the_gil_changes_hands_every_5_ms() {
    let script = ["a", "b"].map(|name| StartThread(name, [Compute(ms(12))].into()));
    let machine = run(settings(), &[&script[..], &[Join("a"), Join("b")]].concat());
    let runs = |event: &crate::trace::Event| {
        matches!(event.what, What::ThreadRuns { .. }).then_some((event.at.0 / 1_000_000, event.thread.0))
    };
    let runs: Vec<(u64, u16)> = trace(&machine).events.iter().filter_map(runs).collect();
    assert_eq!(runs, [(0, 0), (0, 1), (5, 2), (10, 1), (15, 2), (20, 1), (22, 2), (24, 0)]);
}

#[test]
fn without_a_gil_threads_use_all_cores() {
    check_hogs(free_threaded(2), &[("a", 10), ("b", 10)], &[(10, "a"), (10, "b")]);
}

#[test]
fn three_threads_share_two_cores() {
    check_hogs(free_threaded(2), &[("a", 9), ("b", 9), ("c", 9)], &[(9, "a"), (13, "b"), (14, "c")]);
}

#[test]
fn a_thread_that_sleeps_lets_others_have_the_gil() {
    let script = [
        StartThread("sleeper", [BlockSleep(span(10)), Print("sleeper")].into()),
        StartThread("hog", [Compute(ms(8)), Print("hog")].into()),
        Join("sleeper"),
        Join("hog"),
    ];
    check(settings(), &script, &[(8, "hog"), (10, "sleeper")]);
}

#[test]
fn a_sleeper_that_wakes_under_a_hog_gets_the_gil_after_the_switch_interval() {
    let script = [
        StartThread("sleeper", [BlockSleep(span(7)), Print("sleeper")].into()),
        StartThread("hog", [Compute(ms(40)), Print("hog")].into()),
        Join("sleeper"),
        Join("hog"),
    ];
    check(settings(), &script, &[(12, "sleeper"), (40, "hog")]);
}

#[test]
fn processes_use_all_cores() {
    check_processes(3, &[("a", 10), ("b", 11), ("c", 12)], &[(10, "a"), (11, "b"), (12, "c")]);
}

#[test]
fn processes_share_a_core_in_time_slices() {
    check_processes(1, &[("a", 12), ("b", 12)], &[(22, "a"), (24, "b")]);
}

#[test]
fn a_process_alone_on_its_core_is_not_interrupted() {
    let machine = run(Settings { cores: 1, ..settings() }, &[StartProcess("a", [Compute(ms(100))].into()), JoinProcess("a")]);
    let queued = trace(&machine).events.iter().filter(|event| matches!(event.what, What::ThreadQueues { .. })).count();
    assert_eq!(queued, 1, "only at its start, behind the main thread");
}

#[test]
fn threads_of_two_processes_on_one_core_all_get_on() {
    let pair: scripted::Script =
        [StartThread("x", [Compute(ms(20)), Print("x")].into()), Compute(ms(20)), Print("main of the pair"), BlockSleep(span(100))]
            .into();
    let script = [
        StartProcess("pair", pair),
        StartProcess("single", [Compute(ms(20)), Print("single")].into()),
        JoinProcess("pair"),
        JoinProcess("single"),
    ];
    let machine = run(Settings { cores: 1, ..settings() }, &script);
    assert_in_order(trace(&machine));
    let last = printed(trace(&machine)).last().map(|&(at, _)| at);
    assert_eq!(last, Some(60), "the core is never idle");
}

#[test]
fn a_process_ends_with_its_main_thread() {
    let child: scripted::Script = [StartThread("daemon", [BlockSleep(span(1000)), Print("never")].into()), Compute(ms(3))].into();
    check(settings(), &[StartProcess("child", child), JoinProcess("child"), Print("joined")], &[(3, "joined")]);
}

#[test]
fn a_process_that_is_terminated_stops_where_it_is() {
    let child: scripted::Script = [StartThread("t", [Compute(ms(100))].into()), Compute(ms(100)), Print("never")].into();
    let script = [StartProcess("child", child), BlockSleep(span(7)), Terminate("child"), JoinProcess("child"), Print("joined")];
    check(settings(), &script, &[(7, "joined")]);
}

#[test]
fn a_thread_wakes_the_loop_of_another() {
    let main: scripted::Script = [NewFuture("f"), Await("f"), Print("woken")].into();
    let thread = [BlockSleep(span(5)), CallMainLoop([SetResult("f")].into())];
    check(settings(), &[StartThread("t", thread.into()), RunLoop(main)], &[(5, "set"), (5, "woken")]);
}

#[test]
fn the_state_says_who_has_what() {
    let mut machine = machine(settings(), &[StartThread("t", [Compute(ms(20))].into()), Compute(ms(20))]);
    assert_eq!(machine.run(Budget { instructions: 7_000, until_events: None }), Status::Paused);
    let world = &machine.world;
    let gil = world.process(ProcessId::MAIN).gil().expect("a process has a GIL");
    assert_eq!(gil.holder(), Some(ThreadId(1)));
    assert_eq!(gil.waiters().map(|waiter| waiter.thread).collect::<Vec<_>>(), [ThreadId::MAIN]);
    assert_eq!(world.thread(ThreadId::MAIN).state(), ThreadState::Queued(Contended::Gil));
    assert_eq!(world.cores(), [Some(ThreadId(1)), None]);
}
