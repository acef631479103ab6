//! Tests of the machine with a scripted guest.

mod cancellation;
mod event_loop;
mod executors;
mod limits;
mod random_scripts;
mod scripted;
mod threads;

use scripted::{Op, Scripted};

use super::*;
use crate::trace::{Recorder, Span, Trace, What};

/// One instruction takes 1 µs, so that `Compute(ms(10))` takes 10 ms.
fn settings() -> Settings {
    Settings { instruction_cost: Span::MICROSECOND, cores: 2, ..Settings::default() }
}

fn ms(milliseconds: u64) -> u64 {
    milliseconds * 1_000
}

fn span(milliseconds: u64) -> Span {
    Span(milliseconds * Span::MILLISECOND.0)
}

fn machine(settings: Settings, script: &[Op]) -> Machine<Scripted> {
    Machine::new(settings, Recorder::recording(), Scripted::new(script.into()))
}

const ALL: Budget = Budget { instructions: u64::MAX, until_events: None };

/// Runs a script to its end.
fn run(settings: Settings, script: &[Op]) -> Machine<Scripted> {
    let mut machine = machine(settings, script);
    assert_eq!(machine.run(ALL), Status::Finished);
    machine
}

fn trace(machine: &Machine<Scripted>) -> &Trace {
    machine.world.recorder.trace().expect("the recorder keeps the trace")
}

/// What was printed, with the time in ms.
fn printed(trace: &Trace) -> Vec<(u64, &str)> {
    let line = |event: &crate::trace::Event| match event.what {
        What::Printed { text, .. } => Some((event.at.0 / Span::MILLISECOND.0, trace.text(text))),
        _ => None,
    };
    trace.events.iter().filter_map(line).collect()
}

/// Runs a script on the main thread and checks what it prints, with the time in ms.
fn check(settings: Settings, script: &[Op], expected: &[(u64, &str)]) {
    let machine = run(settings, script);
    assert_eq!(printed(trace(&machine)), expected);
    assert_in_order(trace(&machine));
}

/// Runs a main coroutine in a loop of the main thread and checks what is printed, without times.
fn check_loop(main: &[Op], expected: &[&str]) {
    let machine = run(settings(), &[Op::RunLoop(main.into())]);
    let texts: Vec<&str> = printed(trace(&machine)).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, expected);
    assert_in_order(trace(&machine));
}

fn assert_in_order(trace: &Trace) {
    for pair in trace.events.windows(2) {
        assert!(pair[0].at <= pair[1].at, "{:?} comes before {:?}", pair[0], pair[1]);
    }
}
