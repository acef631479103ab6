//! Measures programs on Loopscope and, in the same run on the same machine, on the `python3` that is on the PATH.
//!
//! Loopscope is timed from outside, with everything a page would do: the trace is recorded and checkpoints are made. To it a clock in
//! the program would show virtual time. CPython is timed by the program itself, so that its start does not count.

mod case;
mod reference;

use std::cell::Cell;
use std::time::{Duration, Instant};

use criterion::{Bencher, Criterion, Throughput};
use loopscope::session::{Options, Run};

pub use case::Case;
use case::timed;
use reference::{python_version, run_reference};

/// Measures every case on both, and prints how they compare.
pub fn compare(criterion: &mut Criterion, cases: &[Case]) {
    let version = python_version();
    match &version {
        Some(version) => println!("reference: {version}"),
        None => println!("no reference: there is no python3 on the PATH"),
    }
    for case in cases {
        let mut group = criterion.benchmark_group(case.name);
        group.sample_size(10).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
        group.throughput(Throughput::Elements(case.items));
        let (ours, reference) = (Best::default(), Best::default());
        let program = timed(case.text);
        group.bench_function("Loopscope", |bencher| ours.measure(bencher, || run(&program)));
        if let Some(version) = &version {
            group.bench_function(version, |bencher| reference.measure(bencher, || run_reference(&program)));
        }
        group.finish();
        report(case, &ours, &reference);
    }
}

/// The shortest time of a run.
#[derive(Default)]
struct Best(Cell<Option<Duration>>);

impl Best {
    fn measure(&self, bencher: &mut Bencher<'_>, mut run: impl FnMut() -> Duration) {
        bencher.iter_custom(|times| {
            let mut total = Duration::ZERO;
            for _ in 0..times {
                let time = run();
                self.0.set(Some(self.0.get().map_or(time, |best| best.min(time))));
                total += time;
            }
            total
        });
    }

    fn items_a_second(&self, case: &Case) -> Option<f64> {
        self.0.get().map(|time| case.items as f64 / time.as_secs_f64())
    }
}

fn report(case: &Case, ours: &Best, reference: &Best) {
    // Nothing was measured if the command line asks for other benchmarks.
    let Some(ours) = ours.items_a_second(case) else { return };
    let unit = case.unit;
    match reference.items_a_second(case) {
        Some(reference) => {
            println!("{}: {ours:.0} {unit}/s; reference {reference:.0} {unit}/s; ratio {:.2}\n", case.name, ours / reference);
        }
        None => println!("{}: {ours:.0} {unit}/s; no reference\n", case.name),
    }
}

fn run(program: &str) -> Duration {
    let run = Run::new("benchmark.py", program, &Options::default()).expect("the programs can be run");
    let started = Instant::now();
    let recording = run.complete();
    let time = started.elapsed();
    assert_eq!(recording.end().error(), None);
    time
}
