//! Building a timeline from a million events, and laying out what is visible. Beside it, as the measure: one pass over the same events
//! that only copies their times and kinds to a `Vec`, which is about the least a picture of every event can cost.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use loopscope::timeline::layout::{Viewport, layout};
use loopscope::timeline::{Options, Timeline};
use loopscope::trace::event::{TaskWait, ThreadRole, ThreadWait};
use loopscope::trace::ids::*;
use loopscope::trace::{Event, Span, Time, Trace, What};

const EVENTS: usize = 1_000_000;

/// A loop that gives a step to each of `tasks` tasks in turn; every tenth step blocks.
fn trace(tasks: usize) -> Trace {
    let mut trace = Trace::default();
    let name = trace.strings.intern("work");
    let mut at = Time::ZERO;
    let mut push = |pause: u64, task: Option<TaskId>, what: What| {
        at += Span(pause);
        trace.events.push(Event { at, thread: ThreadId::MAIN, line: 0, task, what });
        trace.events.len()
    };
    push(0, None, What::ThreadStarted { process: ProcessId::MAIN, name, role: ThreadRole::Main });
    push(0, None, What::ThreadRuns { core: CoreId(0) });
    let ids: Vec<TaskId> = (0..tasks).map(TaskId::from_index).collect();
    for &task in &ids {
        push(0, None, What::TaskCreated { task, name, coroutine: name });
    }
    let mut written = 0;
    for (turn, &task) in ids.iter().cycle().enumerate() {
        if written >= EVENTS {
            break;
        }
        push(1_000, Some(task), What::StepStarted { task });
        if turn % 10 == 0 {
            push(1_000, Some(task), What::ThreadWaits { on: ThreadWait::Sleep });
            push(50_000, Some(task), What::ThreadRuns { core: CoreId(0) });
        }
        push(2_000, Some(task), What::TaskSuspended { on: TaskWait::Future(FutureId(0)) });
        written = push(1_000, None, What::TaskReady { task, cause: None });
    }
    push(0, None, What::Ended { error: None });
    trace
}

fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("timeline of 1,000,000 events");
    group.sample_size(10).throughput(Throughput::Elements(EVENTS as u64));
    for tasks in [100, 10_000] {
        let trace = trace(tasks);
        group.bench_with_input(BenchmarkId::new("build, tasks", tasks), &trace, |bencher, trace| {
            bencher.iter(|| Timeline::build(black_box(trace), &Options::default()));
        });
        group.bench_with_input(BenchmarkId::new("reference: copy times and kinds, tasks", tasks), &trace, |bencher, trace| {
            bencher.iter(|| trace.events.iter().map(|event| (event.at, std::mem::discriminant(&event.what))).collect::<Vec<_>>());
        });
    }
    group.finish();
}

fn lay_out(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout of 1,000 by 800 px");
    group.sample_size(20);
    for tasks in [10, 10_000] {
        let timeline = Timeline::build(&trace(tasks), &Options::default());
        for (zoom, part) in [("all", 1), ("a hundredth", 100), ("a ten-thousandth", 10_000)] {
            let to = Time(timeline.end.0 / part);
            let viewport = Viewport { to, height: 800.0, ..Viewport::whole(&timeline, Time::ZERO, 1000.0) };
            let id = BenchmarkId::new(format!("{tasks} lanes"), zoom);
            group.bench_with_input(id, &viewport, |bencher, viewport| bencher.iter(|| layout(&timeline, black_box(viewport))));
        }
        // What a layout that looks at every slice would do at the least.
        group.bench_function(BenchmarkId::new(format!("{tasks} lanes"), "reference: look at every slice"), |bencher| {
            let slices = || timeline.tracks.iter().flat_map(|track| &track.slices);
            bencher.iter(|| slices().map(|slice| slice.duration().0).sum::<u64>());
        });
    }
    group.finish();
}

criterion_group!(benches, build, lay_out);
criterion_main!(benches);
