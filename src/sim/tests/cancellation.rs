//! Cancelling futures and tasks in every state they can be in.

use super::scripted::Op::*;
use super::*;

/// Runs a main coroutine, and says how the task "t" ended.
fn outcome(main: &[Op]) -> &'static str {
    let machine = run(settings(), &[RunLoop(main.into())]);
    match machine.guest.state("t").state {
        State::Pending => "pending",
        State::Cancelled(_) => "cancelled",
        State::Finished(Ok(_)) => "returned",
        State::Finished(Err(_)) => "raised",
    }
}

#[test]
fn a_task_that_is_cancelled_before_its_first_step_never_runs() {
    let main = [Spawn("t", [Print("never")].into()), Cancel("t"), Catch, Await("t"), Catch, PrintIteration("end")];
    check_loop(&main, &["end @3"]);
    assert_eq!(outcome(&main), "cancelled");
}

#[test]
fn a_task_that_is_cancelled_while_it_sleeps_goes_on_two_iterations_later() {
    let task = [Sleep(span(1000)), Catch, PrintIteration("cancelled")];
    let main = [Spawn("t", task.into()), SleepZero, SleepZero, PrintIteration("cancels"), Cancel("t"), Await("t")];
    check_loop(&main, &["cancels @3", "cancelled @4"]);
    assert_eq!(outcome(&main), "returned");
}

#[test]
fn a_task_that_is_cancelled_while_it_is_ready_gets_the_error_in_its_next_step() {
    let task = [SleepZero, Catch, PrintIteration("cancelled")];
    let main = [Spawn("t", task.into()), SleepZero, Cancel("t"), Await("t"), PrintIteration("main")];
    check_loop(&main, &["cancelled @3", "main @4"]);
}

#[test]
fn a_task_that_is_cancelled_after_its_future_finished_gets_the_error_too() {
    let task = [Await("f"), Print("not reached"), Catch, PrintIteration("cancelled")];
    let main = [NewFuture("f"), Spawn("t", task.into()), SleepZero, SetResult("f"), Cancel("t"), Await("t")];
    check_loop(&main, &["set", "cancelled @3"]);
}

#[test]
fn a_task_that_cancels_itself_and_returns_is_cancelled() {
    assert_eq!(outcome(&[Spawn("t", [Cancel("t")].into()), Await("t"), Catch]), "cancelled");
}

#[test]
fn a_task_that_cancels_itself_is_cancelled_at_its_next_await() {
    let task = [Cancel("t"), Sleep(span(1000)), Print("not reached"), Catch, PrintIteration("caught")];
    let main = [Spawn("t", task.into()), Await("t")];
    check_loop(&main, &["caught @3"]);
    assert_eq!(outcome(&main), "returned");
}

#[test]
fn uncancel_takes_a_request_back_before_it_is_delivered() {
    let task = [Cancel("t"), Uncancel("t"), Sleep(span(1)), Print("slept")];
    check_loop(&[Spawn("t", task.into()), Await("t")], &["slept"]);
}

#[test]
fn every_request_is_counted() {
    let machine = run(
        settings(),
        &[RunLoop(
            [Spawn("t", [Sleep(span(5)), Catch, Sleep(span(5))].into()), SleepZero, Cancel("t"), Cancel("t"), Await("t"), Catch]
                .into(),
        )],
    );
    let state = machine.guest.state("t");
    assert_eq!(state.task().map(|task| task.cancelling), Some(2));
}

#[test]
fn cancelling_reaches_the_end_of_a_chain_of_tasks() {
    let main = [
        Spawn("inner", [Sleep(span(1000)), Catch, Print("inner")].into()),
        Spawn("middle", [Await("inner"), Print("middle")].into()),
        Spawn("t", [Await("middle"), Print("t")].into()),
        Sleep(span(1)),
        Cancel("t"),
        Await("t"),
    ];
    check_loop(&main, &["inner", "middle", "t"]);
}

#[test]
fn cancelling_a_future_throws_into_who_awaits_it() {
    let task = [Await("f"), Print("not reached"), Catch, Print("caught")];
    check_loop(&[NewFuture("f"), Spawn("t", task.into()), SleepZero, Cancel("f"), Await("t")], &["caught"]);
}

#[test]
fn an_error_ends_the_task_and_is_thrown_into_who_awaits_it() {
    let main = [Spawn("t", [Raise].into()), Await("t"), Print("not reached"), Catch, Print("caught")];
    check_loop(&main, &["caught"]);
    assert_eq!(outcome(&main), "raised");
}
