//! Which task runs next?

use crate::session::names::TaskHistory;
use crate::session::recording::Recording;
use crate::trace::ids::TaskId;
use crate::trace::{Trace, What};

use super::{Question, QuestionKind, choices};

pub(super) fn questions(recording: &Recording) -> Vec<Question> {
    let events = recording.trace().events.iter().enumerate();
    let starts = events.filter_map(|(index, event)| match event.what {
        What::StepStarted { task } => Some((index, task)),
        _ => None,
    });
    starts.filter_map(|(index, task)| question(recording, index, task)).collect()
}

/// About the step of `task` that begins at the event `index`.
fn question(recording: &Recording, index: usize, task: TaskId) -> Option<Question> {
    let (trace, names, steps) = (recording.trace(), recording.names(), recording.steps());
    let before = turn_before(trace, index)?;
    let (asked_at, shown_at) = (steps.step_at_event(before), steps.step_at_event(index));
    if asked_at >= shown_at {
        return None;
    }
    let is_alive = |history: &TaskHistory| history.done.is_none_or(|(done, ..)| done > before);
    let alive: Vec<TaskId> = names.tasks_until(before).filter(|(_, history)| is_alive(history)).map(|(task, _)| task).collect();
    if !alive.contains(&task) {
        return None;
    }
    let name = |task: &TaskId| names.task_in_sentence(trace, *task, before);
    let ready: Vec<TaskId> = alive.iter().copied().filter(|task| is_ready(trace, *task, before)).collect();
    let others = ready.iter().chain(&alive).filter(|other| **other != task);
    let (choices, answer) = choices(name(&task), others.map(name), index)?;
    let hint = match &ready[..] {
        [] => "Nothing is ready: the loop waits until the first timer or result comes. Whose is it?".to_string(),
        [_] => "Only one task is ready. The others wait for something that has not happened yet.".to_string(),
        _ => "More than one task is ready. The loop runs them in the order in which they became ready.".to_string(),
    };
    let explained = recording.explain(index);
    let explanation = [explained.sentence, explained.why.unwrap_or_default()].join(" ").trim().to_string();
    Some(Question { kind: QuestionKind::RunsNext, asked_at, shown_at, choices, answer, hint, explanation })
}

/// The event at which the loop's thread was done with what it ran before.
fn turn_before(trace: &Trace, index: usize) -> Option<usize> {
    let thread = trace.events[index].thread;
    let is_end = |what: What| matches!(what, What::TaskSuspended { .. } | What::TaskDone { .. });
    trace.events[..index].iter().rposition(|event| event.thread == thread && is_end(event.what))
}

/// Is the task in the ready queue right after the event `at`?
fn is_ready(trace: &Trace, task: TaskId, at: usize) -> bool {
    let last = trace.events[..=at].iter().rev().find_map(|event| match event.what {
        What::TaskReady { task: of, .. } if of == task => Some(true),
        What::StepStarted { task: of } if of == task => Some(false),
        _ => None,
    });
    last.unwrap_or(false)
}
