//! Runs of real programs: slicing, ends, and states that are the same however they are reached.

use std::rc::Rc;

use super::snapshot::TaskState;
use super::*;
use crate::scenario::library;
use crate::sim::{Limits, Settings};
use crate::trace::event::Stream;
use crate::trace::{Span, Time, What};

/// Tasks, cancellation, a thread, computing long enough for checkpoints, and output.
const BUSY: &str = "\
import asyncio, time

def crunch(n):
    total = 0
    for i in range(n):
        total += i
    return total

async def worker(name, delay):
    for turn in range(3):
        await asyncio.sleep(delay)
        print(name, turn, crunch(4000))
    return name

async def main():
    a = asyncio.create_task(worker('a', 0.01), name='A')
    b = asyncio.create_task(worker('b', 0.015), name='B')
    await asyncio.to_thread(crunch, 20000)
    await asyncio.sleep(0)
    b.cancel()
    try:
        await b
    except asyncio.CancelledError:
        print('cancelled')
    print(await a)

asyncio.run(main())
";

fn options() -> Options {
    Options::default()
}

fn start(source: &str, options: &Options) -> Run {
    Run::new("program.py", source, options).unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"))
}

fn record(source: &str) -> Recording {
    start(source, &options()).complete()
}

fn printed(recording: &Recording) -> Vec<&str> {
    recording.console().of_stream(Stream::Out).map(|line| &*line.text).collect()
}

/// Runs a program in slices of that many instructions.
fn record_in_slices(source: &str, slice: u64) -> Recording {
    let mut run = start(source, &options());
    while let Progress::Running { .. } = run.advance(slice) {}
    run.finish()
}

/// Checks how a program ends.
fn check_end(source: &str, limits: Limits, expected: End) {
    let options = Options { settings: Settings { limits, ..Settings::default() }, ..options() };
    let recording = start(source, &options).complete();
    assert_eq!(recording.end(), &expected);
    let ends = recording.trace().events.iter().filter(|event| matches!(event.what, What::Ended { .. })).count();
    assert_eq!(ends, 1);
    let last = recording.trace().events.last().expect("there are events");
    assert!(matches!(last.what, What::Ended { .. }), "{last:?}");
}

#[test]
fn slices_do_not_change_a_run() {
    let whole = record(BUSY);
    assert_eq!(printed(&whole).last(), Some(&"a"));
    for slice in [1, 7, 1_000, 123_456] {
        let sliced = record_in_slices(BUSY, slice);
        assert_eq!(sliced.trace().events, whole.trace().events, "slices of {slice}");
    }
}

#[test]
fn a_state_is_the_same_however_it_is_reached() {
    let forward = record(BUSY);
    let count = forward.trace().events.len();
    let states: Vec<Rc<Snapshot>> = (0..count).map(|event| forward.at(event)).collect();
    let jumping = record_in_slices(BUSY, 777);
    // Every event in an order that jumps about: 7919 is a prime that does not divide the number of events.
    for index in 0..count {
        let event = index * 7919 % count;
        assert_eq!(jumping.at(event), states[event], "event {event}");
    }
    for event in (0..count).rev() {
        assert_eq!(*jumping.at(event), *states[event], "event {event}, backwards");
    }
}

#[test]
fn a_snapshot_shows_queues_and_tasks() {
    let source = "\
import asyncio
async def nap(delay):
    await asyncio.sleep(delay)
async def main():
    await asyncio.gather(asyncio.create_task(nap(2), name='A'), asyncio.create_task(nap(3), name='B'))
asyncio.run(main())
";
    let recording = record(source);
    let waiting = recording.steps().step_at_time(Time(1_000_000_000));
    let snapshot = recording.at(recording.steps().event(waiting));
    let the_loop = &snapshot.loops[0];
    assert!(the_loop.ready.is_empty());
    let timers: Vec<_> = the_loop.scheduled.iter().map(|timer| (timer.name.as_str(), timer.left.0 / 1_000_000_000)).collect();
    assert_eq!(timers, [("A", 1), ("B", 2)]);
    let tasks: Vec<_> = snapshot.tasks.iter().map(|task| (task.name.as_str(), task.coroutine.as_str(), task.state)).collect();
    let expected = [("Task-1", "main", TaskState::Waiting), ("A", "nap", TaskState::Waiting), ("B", "nap", TaskState::Waiting)];
    assert_eq!(tasks, expected);
    assert_eq!(snapshot.tasks[1].detail, "`asyncio.sleep(delay)`: until 2.00 s");
    let delay = &snapshot.tasks[1].await_chain[0].locals[0];
    assert_eq!((delay.name.as_str(), delay.value.as_str()), ("delay", "2"));
    assert_eq!(
        recording.explain(snapshot.event).sentence,
        "Nothing is ready: the event loop sleeps until 2.00 s, when the `asyncio.sleep` of `A` ends."
    );
}

#[test]
fn programs_end_in_their_ways() {
    let finished = End::Finished { exit_code: 0, error: None, traceback: None };
    check_end("print(1)", Limits::default(), finished.clone());
    check_end("raise SystemExit", Limits::default(), finished);
    let forever = "while True: pass";
    let limits = Limits { instructions: 10_000, ..Limits::default() };
    let text = "Limit: stopped after 10,000 instructions. Is there a loop that does not end?";
    check_end(forever, limits, End::Limit(text.to_string()));
    let stuck = "import asyncio\nasync def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())";
    let text = "Deadlock: MainThread waits for its event loop, Task-1 waits for a future";
    let recording = record(stuck);
    assert!(matches!(recording.end(), End::Deadlock(found) if found.starts_with(text)), "{:?}", recording.end());
}

#[test]
fn a_deadlock_tells_who_waits_where_and_for_what() {
    let recording = record(
        "\
import asyncio

async def one(a, b):
    async with a:
        await asyncio.sleep(0.1)
        async with b: pass

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(one(a, b), one(b, a))

asyncio.run(main())
",
    );
    let explanation = recording.explain(recording.trace().events.len() - 1);
    assert_eq!(explanation.sentence, "The run ends at 101 ms: nobody can go on.");
    assert_eq!(
        explanation.why.as_deref(),
        Some(
            "`Task-1` (main) waits on line 10: `asyncio.gather(one(a, b), one(b, a))`: 2 of 2 are not done. \
             `Task-2` (one) waits on line 6: `async with b`: the lock is taken. \
             `Task-3` (one) waits on line 6: `async with b`: the lock is taken."
        )
    );
}

#[test]
fn an_uncaught_exception_is_told_with_its_traceback() {
    let recording = record("print('before')\n1 / 0\n");
    let End::Finished { exit_code: 1, error, traceback: Some(traceback) } = recording.end() else {
        panic!("{:?}", recording.end())
    };
    assert_eq!(error.as_deref(), Some("ZeroDivisionError: division by zero"));
    assert!(
        traceback.starts_with("Traceback (most recent call last):\n  File \"program.py\", line 2, in <module>\n"),
        "{traceback}"
    );
    let lines = recording.console().of_stream(Stream::Err).filter(|line| line.in_traceback);
    assert_eq!(lines.last().map(|line| &*line.text), error.as_deref());
}

#[test]
fn objects_of_checkpoints_do_not_count() {
    let limits = Limits { objects: 30_000, ..Limits::default() };
    let options = Options { settings: Settings { limits, ..Settings::default() }, ..options() };
    // Ten thousand lists that live long enough for several checkpoints, each with a copy of them.
    let source = "lists = [[i] for i in range(10_000)]\nfor i in range(300_000): pass\n";
    let recording = start(source, &options).complete();
    assert!(matches!(recording.end(), End::Finished { exit_code: 0, .. }), "{:?}", recording.end());
    let more = start("lists = [[i] for i in range(40_000)]\n", &options).complete();
    assert_eq!(more.end(), &End::Limit("Limit: stopped with 30,000 objects alive.".to_string()));
}

#[test]
fn a_trace_has_a_limit() {
    let limits = Limits { events: 1_000, ..Limits::default() };
    let options = Options { settings: Settings { limits, ..Settings::default() }, ..options() };
    let source = "import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())\n";
    let whole = start(source, &options).complete();
    assert_eq!(whole.end(), &End::Limit("Limit: stopped after 1,000 events. Shorter durations make fewer.".to_string()));
    let mut sliced = start(source, &options);
    while let Progress::Running { .. } = sliced.advance(100) {}
    assert_eq!(sliced.finish().trace().to_text(), whole.trace().to_text());
    assert_eq!(whole.at(usize::MAX).event, whole.trace().events.len() - 1);
}

#[test]
fn a_stopped_run_can_be_looked_at() {
    let mut run = start(BUSY, &options());
    assert!(matches!(run.advance(60_000), Progress::Running { .. }));
    let recording = run.finish();
    assert_eq!(recording.end(), &End::Stopped);
    let last = recording.trace().events.len() - 1;
    assert_eq!(recording.at(last).event, last);
    assert_eq!(recording.at(usize::MAX).event, last);
}

#[test]
fn faults_keep_a_program_from_running() {
    let faults = Run::new("program.py", "x = (1,\n", &options()).err().expect("it is not Python");
    assert_eq!(faults[0].python_error, Some("SyntaxError"));
}

/// Runs the variants of a scenario of the library and checks their durations, to 1 %.
fn check_durations(id: &str, expected: [u64; 4]) {
    let mut comparison = Comparison::new(&library::by_id(id).expect("the library has it").scenario());
    while !comparison.is_over() {
        comparison.advance(100_000);
    }
    for (variant, seconds) in comparison.finish().iter().zip(expected) {
        let recording = variant.result.as_ref().unwrap_or_else(|faults| panic!("{}: {faults:?}", variant.program.name));
        assert!(matches!(recording.end(), End::Finished { exit_code: 0, .. }), "{}: {:?}", variant.program.name, recording.end());
        let (actual, expected) = (recording.duration().0, seconds * Span::SECOND.0);
        assert!(
            actual.abs_diff(expected) < expected / 100,
            "{}: {} instead of {seconds} s",
            variant.program.name,
            recording.duration()
        );
    }
}

#[test]
fn three_waits_take_nine_seconds_or_three() {
    check_durations("three-waits", [9, 3, 3, 3]);
}

#[test]
fn every_variant_of_the_library_comes_to_its_end() {
    for entry in library::all() {
        let mut comparison = Comparison::new(&entry.scenario());
        while !comparison.is_over() {
            comparison.advance(1_000_000);
        }
        for variant in comparison.finish() {
            // What it shows may be an error.
            let is_mistake = &*variant.program.name == "Mistake";
            let recording = match variant.result {
                Ok(recording) => recording,
                Err(_) if is_mistake => continue,
                Err(faults) => panic!("{}, {}: {faults:?}", entry.id, variant.program.name),
            };
            let ended = match recording.end() {
                End::Finished { exit_code, error, .. } => is_mistake || (*exit_code == 0 && error.is_none()),
                _ => false,
            };
            assert!(ended, "{}, {}: {:?}", entry.id, variant.program.name, recording.end());
        }
    }
}

/// Name, line of the call, and of a call told afterwards how many ms it took and whether it raised.
type Told = (String, u16, Option<(u64, bool)>);

/// What the trace says of the calls of a program.
fn calls(recording: &Recording) -> Vec<Told> {
    let trace = recording.trace();
    let call = |event: &crate::trace::Event| match event.what {
        What::CallEntered { function, from_line, .. } => Some((trace.text(function).to_owned(), from_line, None)),
        What::FunctionDone { function, began, from_line, raised } => {
            let took = (event.at - began.get()).0 / Span::MILLISECOND.0;
            Some((trace.text(function).to_owned(), from_line, Some((took, raised))))
        }
        _ => None,
    };
    trace.events.iter().filter_map(call).collect()
}

#[test]
fn calls_know_their_lines_and_functions_are_told_when_they_took_long() {
    let recording = record(
        "\
import asyncio, time

def work(): time.sleep(1)

def quick(): return 1

def fails():
    work()
    raise ValueError

class Shop:
    async def serve(self): return work()

async def main():
    await Shop().serve()
    try: fails(quick())
    except TypeError: pass
    try: fails()
    except ValueError: pass
    await asyncio.wait_for(Shop().serve(), 9)

def run(): asyncio.run(main())
run()
",
    );
    let expected = [
        ("main", 0, None),
        ("serve", 15, None),
        ("work", 12, Some((1000, false))),
        ("work", 8, Some((1000, false))),
        ("fails", 18, Some((1000, true))),
        ("serve", 20, None),
        ("work", 12, Some((1000, false))),
        ("run", 23, Some((3000, false))),
    ];
    assert_eq!(calls(&recording), expected.map(|(name, line, took)| (name.to_owned(), line, took)));
}

#[test]
fn functions_of_a_deep_recursion_do_not_fill_the_trace() {
    let recording = record("def dive(n):\n    return n and dive(n - 1) + 1\nfor i in range(5):\n    dive(900)\n");
    let all = calls(&recording);
    assert_eq!((all.len(), recording.end().error()), (5 * 32, None), "{all:?}");
}
