//! How long does the run take in total?

use std::collections::BTreeMap;

use crate::session::recording::Recording;
use crate::session::words;
use crate::trace::event::{TaskWait, ThreadWait};
use crate::trace::{Span, Time, What};

use super::{Question, QuestionKind, choices};

/// Shorter runs are not worth the question.
const WORTH: Span = Span(1_000_000);

/// The waits of a run: sleeps of tasks and threads.
struct Waits {
    sum: Span,
    longest: Span,
    count: usize,
}

pub(super) fn question(recording: &Recording) -> Option<Question> {
    let total = recording.duration().since(Time::ZERO);
    let last = recording.steps().len().checked_sub(1)?;
    if total < WORTH || last == 0 {
        return None;
    }
    let waits = waits(recording);
    let scaled = |span: Span, by: f64| Span((span.0 as f64 * by) as u64);
    let wrong =
        [waits.sum, waits.longest, Span(total.0 + waits.longest.0), scaled(total, 2.0), scaled(total, 0.5), scaled(total, 1.5)];
    let wrong = wrong.into_iter().filter(|span| *span >= WORTH).map(words::span);
    let (choices, answer) = choices(words::span(total), wrong, recording.trace().events.len())?;
    let hint = match waits.count {
        0 => "Nobody sleeps: what counts is how long the program computes, and on how many cores.".to_string(),
        _ => format!(
            "There are {}; the longest takes {}. Which of them overlap?",
            words::counted(waits.count as u64, "wait"),
            words::span(waits.longest)
        ),
    };
    let explanation = format!(
        "The run ends at {}. All waits added up are {}; those that overlap count once.",
        words::span(total),
        words::span(waits.sum)
    );
    Some(Question { kind: QuestionKind::Total, asked_at: 0, shown_at: last, choices, answer, hint, explanation })
}

fn waits(recording: &Recording) -> Waits {
    let mut waits = Waits { sum: Span(0), longest: Span(0), count: 0 };
    let mut blocked = BTreeMap::new();
    for event in &recording.trace().events {
        let span = match event.what {
            What::TaskSuspended { on: TaskWait::Sleep(until) } => until.get().since(event.at),
            What::ThreadWaits { on: ThreadWait::Sleep } => {
                blocked.insert(event.thread, event.at);
                continue;
            }
            What::ThreadRuns { .. } => match blocked.remove(&event.thread) {
                Some(since) => event.at.since(since),
                None => continue,
            },
            _ => continue,
        };
        waits.sum = Span(waits.sum.0 + span.0);
        waits.longest = waits.longest.max(span);
        waits.count += 1;
    }
    waits
}
