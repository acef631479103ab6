//! Plain Python without an event loop; as the measure, CPython.

#[path = "cases/python.rs"]
mod cases;
mod compared;

use compared::{Case, compare};
use criterion::{Criterion, criterion_group, criterion_main};

fn python(criterion: &mut Criterion) {
    compare(criterion, cases::CASES);
}

criterion_group!(benches, python);
criterion_main!(benches);
