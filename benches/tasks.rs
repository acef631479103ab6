//! Switching tasks, with the trace recorded; as the measure, asyncio of CPython.

#[path = "cases/tasks.rs"]
mod cases;
mod compared;

use compared::{Case, compare};
use criterion::{Criterion, criterion_group, criterion_main};

fn tasks(criterion: &mut Criterion) {
    compare(criterion, cases::CASES);
}

criterion_group!(benches, tasks);
criterion_main!(benches);
