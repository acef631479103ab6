//! What is printed next?

use crate::session::console::ConsoleLine;
use crate::session::recording::Recording;
use crate::session::words;
use crate::trace::event::Stream;

use super::{Question, QuestionKind, choices};

/// Longer lines are no pleasure to compare, in characters.
const LONGEST: usize = 90;

pub(super) fn questions(recording: &Recording) -> Vec<Question> {
    let lines: Vec<&ConsoleLine> = recording.console().of_stream(Stream::Out).collect();
    (0..lines.len()).filter_map(|index| question(recording, &lines, index)).collect()
}

/// About the line at position `index`, asked when the line before it was printed.
fn question(recording: &Recording, lines: &[&ConsoleLine], index: usize) -> Option<Question> {
    let (line, steps) = (lines[index], recording.steps());
    let asked_at = index.checked_sub(1).map_or(0, |before| steps.step_at_event(lines[before].event));
    let shown_at = steps.step_at_event(line.event);
    let is_fit = |text: &str| !text.trim().is_empty() && text.chars().count() <= LONGEST;
    if asked_at >= shown_at || !is_fit(&line.text) {
        return None;
    }
    // What comes later could well come next; what came already is the less likely mistake.
    let others = lines[index + 1..].iter().chain(lines[..index].iter().rev());
    let wrong = others.map(|other| other.text.to_string()).filter(|text| is_fit(text));
    let (choices, answer) = choices(line.text.to_string(), wrong, line.event)?;
    let names = recording.names();
    let hint = match line.task {
        Some(task) => format!("Task {} prints it.", names.task_in_sentence(recording.trace(), task, line.event)),
        None => format!("It is printed by {}.", names.thread_in_sentence(recording.trace(), line.thread)),
    };
    let explained = recording.explain(line.event);
    let explanation = format!("{} At {}. {}", explained.sentence, words::instant(line.at), explained.why.unwrap_or_default());
    let explanation = explanation.trim().to_string();
    Some(Question { kind: QuestionKind::PrintedNext, asked_at, shown_at, choices, answer, hint, explanation })
}
