//! A program's outcome here.

use std::panic;
use std::time::{Duration, Instant};

use loopscope::session::terminal::report;
use loopscope::session::{Options, Progress, Run};
use loopscope::sim::Settings;
use loopscope::trace::Span;

use crate::outcome::Report;

/// Real time after which a program counts as hanging.
const PATIENCE: Duration = Duration::from_secs(20);
/// Instructions between two looks at the clock.
const SLICE: u64 = 1_000_000;

/// Runs a program at no cost of computing.
///
/// # Errors
///
/// That the machine panicked, or did not come to an end in time.
pub fn run(file: &str, source: &str) -> Result<Report, String> {
    let line = panic::catch_unwind(|| report_of(file, source)).map_err(|_| "the machine panicked".to_owned())??;
    serde_json::from_str(&line).map_err(|error| format!("no report: {error}"))
}

fn report_of(file: &str, source: &str) -> Result<String, String> {
    let settings = Settings { instruction_cost: Span::ZERO, ..Settings::default() };
    let options = Options { settings, ..Options::default() };
    let mut run = match Run::new(file, source, &options) {
        Ok(run) => run,
        Err(faults) => return Ok(report::report_faults(&faults)),
    };
    let start = Instant::now();
    while let Progress::Running { .. } = run.advance(SLICE) {
        if start.elapsed() > PATIENCE {
            return Err(format!("not finished after {} s", PATIENCE.as_secs()));
        }
    }
    Ok(report::report(&run.finish()))
}
