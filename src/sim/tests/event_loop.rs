//! The order in which a loop runs things. The iterations are those of CPython 3.13, counted with a patched `_run_once`.

use super::scripted::Op::*;
use super::*;

fn printer(text: &'static str) -> scripted::Script {
    [Print(text)].into()
}

#[test]
fn equal_timers_fire_in_the_order_in_which_they_were_set() {
    let timers = ["a", "b", "c", "d"].map(|name| CallLater(name, span(5), printer(name)));
    check_loop(&[timers.as_slice(), &[Sleep(span(10))]].concat(), &["a", "b", "c", "d"]);
}

#[test]
fn a_later_timer_that_is_due_in_the_same_millisecond_fires_in_the_same_turn() {
    let main = [
        CallLater("late", Span(5_400_000), [PrintIteration("late")].into()),
        CallLater("early", Span(5_100_000), [PrintIteration("early"), CallSoon([PrintIteration("soon")].into())].into()),
        Sleep(span(10)),
    ];
    check_loop(&main, &["early @2", "late @2", "soon @3"]);
}

#[test]
fn a_bare_yield_takes_one_iteration() {
    let main = [PrintIteration("a"), SleepZero, PrintIteration("b"), SleepZero, PrintIteration("c")];
    check_loop(&main, &["a @1", "b @2", "c @3"]);
}

#[test]
fn tasks_that_yield_take_turns() {
    let worker = |first, second| -> scripted::Script { [Print(first), SleepZero, Print(second)].into() };
    let main = [Spawn("a", worker("a1", "a2")), Spawn("b", worker("b1", "b2")), Print("main"), Await("a"), Await("b")];
    check_loop(&main, &["main", "a1", "b1", "a2", "b2"]);
}

#[test]
fn who_awaits_a_task_goes_on_one_iteration_after_its_end() {
    let main = [Spawn("a", [PrintIteration("a")].into()), Await("a"), PrintIteration("main")];
    check_loop(&main, &["a @2", "main @3"]);
}

#[test]
fn a_sleeper_goes_on_one_iteration_after_its_timer() {
    let main = [CallLater("t", span(5), [PrintIteration("timer")].into()), Sleep(span(5)), PrintIteration("main")];
    check_loop(&main, &["timer @2", "main @3"]);
}

#[test]
fn awaiting_a_future_that_is_done_takes_no_time() {
    let main = [NewFuture("f"), SetResult("f"), PrintIteration("before"), Await("f"), PrintIteration("after")];
    check_loop(&main, &["set", "before @1", "after @1"]);
}

#[test]
fn a_callback_of_a_future_that_is_done_is_called_soon() {
    let main = [
        NewFuture("f"),
        SetResult("f"),
        AddDoneCallback("f", [PrintIteration("called")].into()),
        PrintIteration("main"),
        SleepZero,
    ];
    check_loop(&main, &["set", "main @1", "called @2"]);
}

#[test]
fn callbacks_of_a_future_are_called_in_the_order_in_which_they_were_added() {
    let main = [
        NewFuture("f"),
        AddDoneCallback("f", printer("first")),
        AddDoneCallback("f", printer("second")),
        SetResult("f"),
        SetResult("f"),
        SleepZero,
    ];
    check_loop(&main, &["set", "InvalidStateError", "first", "second"]);
}

#[test]
fn handles_that_a_callback_queues_run_in_the_next_iteration() {
    let main = [
        CallSoon([PrintIteration("a"), CallSoon([PrintIteration("b")].into())].into()),
        SleepZero,
        PrintIteration("main"),
        SleepZero,
    ];
    check_loop(&main, &["a @2", "main @2", "b @3"]);
}

#[test]
fn a_cancelled_timer_does_not_fire() {
    let main = [CallLater("t", span(5), printer("never")), CancelTimer("t"), CancelTimer("t"), Sleep(span(10)), Print("end")];
    check_loop(&main, &["end"]);
}

#[test]
fn a_timer_that_is_cancelled_when_it_is_ready_does_not_run() {
    let main = [
        CallLater("first", span(5), [Print("first"), CancelTimer("second")].into()),
        CallLater("second", span(5), printer("never")),
        Sleep(span(10)),
        Print("end"),
    ];
    check_loop(&main, &["first", "end"]);
}

#[test]
fn cancelling_a_timer_that_has_fired_does_nothing_to_later_handles() {
    let main = [
        CallLater("t", span(5), printer("timer")),
        Sleep(span(10)),
        CallSoon(printer("later handle")),
        CancelTimer("t"),
        SleepZero,
        SleepZero,
    ];
    check_loop(&main, &["timer", "later handle"]);
}

#[test]
fn many_cancelled_timers_are_dropped_at_once() {
    let names: Vec<&'static str> = (0..120).map(|n| &*Box::leak(format!("t{n}").into_boxed_str())).collect();
    let timers = names.iter().map(|name| CallLater(name, span(60_000), printer(name)));
    let mut main: Vec<Op> = timers.collect();
    main.extend([CancelTimers(names[1..].to_vec()), SleepZero, BlockSleep(span(1)), Print("end")]);
    let mut machine = machine(settings(), &[RunLoop(main.into())]);
    while printed(trace(&machine)).is_empty() {
        let events = machine.world.recorder.count() + 1;
        assert_eq!(machine.run(Budget { until_events: Some(events), ..ALL }), Status::Paused);
    }
    let timers = machine.world.loops()[0].timers();
    assert_eq!(timers.len(), 1);
    assert_eq!(machine.world.loops()[0].scheduled_len(), 1);
}

#[test]
fn a_wait_lasts_whole_milliseconds() {
    check(settings(), &[RunLoop([Sleep(Span(5_300_000)), Print("end")].into())], &[(6, "end")]);
}

#[test]
fn a_blocking_sleep_stops_the_loop() {
    let main: scripted::Script =
        [Spawn("t", [Sleep(span(1)), Print("task")].into()), SleepZero, BlockSleep(span(50)), Await("t")].into();
    check(settings(), &[RunLoop(main)], &[(50, "task")]);
}

#[test]
fn cancelling_a_gathering_future_cancels_its_children() {
    let child = |name| -> scripted::Script { [Sleep(span(50)), Catch, Print(name)].into() };
    let main = [
        Spawn("a", child("a")),
        Spawn("b", child("b")),
        Gather("both", vec!["a", "b"]),
        SleepZero,
        Cancel("both"),
        Await("a"),
        Await("b"),
    ];
    check_loop(&main, &["a", "b"]);
}

#[test]
fn a_task_must_not_await_itself() {
    let main = [Spawn("t", [Await("t"), Print("not reached"), Catch, PrintIteration("caught")].into()), Await("t")];
    check_loop(&main, &["caught @3"]);
}
