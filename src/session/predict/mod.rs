//! Questions about a run, to be answered before it goes on: what runs next, what is printed next, how long it takes.
//!
//! Questions and choices are found in the trace; which of them are asked, and in which order choices stand, depends on nothing else. Each
//! question is asked at one step and answered at a later one, and nothing that a question asks for was seen before it.
//!
//! | file | what it asks |
//! | --- | --- |
//! | [`runs`] | which task runs next |
//! | [`prints`] | what is printed next |
//! | [`total`] | how long the whole run takes |

mod prints;
mod runs;
#[cfg(test)]
mod tests;
mod total;

use super::recording::Recording;

/// Something to be predicted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub kind: QuestionKind,
    /// The step at which it is asked.
    pub asked_at: usize,
    /// The step that shows the answer.
    pub shown_at: usize,
    /// Two to [`MOST_CHOICES`], all different. Printed text as it is; otherwise names stand in backquotes.
    pub choices: Vec<String>,
    /// Position of the right one.
    pub answer: usize,
    /// What to think of. A sentence or two, names in backquotes.
    pub hint: String,
    /// Why it is so. A sentence or two, names in backquotes.
    pub explanation: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    RunsNext,
    PrintedNext,
    Total,
}

/// Choices of a question, at most.
pub const MOST_CHOICES: usize = 4;

/// Questions about one run, at most.
pub const MOST_QUESTIONS: usize = 10;

impl QuestionKind {
    /// The question.
    pub fn text(self) -> &'static str {
        match self {
            QuestionKind::RunsNext => "Which task runs next?",
            QuestionKind::PrintedNext => "What is printed next?",
            QuestionKind::Total => "How long does the run take in total?",
        }
    }
}

/// The questions about a run, in the order in which they are asked; empty where there is nothing to choose from.
pub fn questions(recording: &Recording) -> Vec<Question> {
    let mut found = runs::questions(recording);
    found.extend(prints::questions(recording));
    found.sort_by_key(|question| (question.shown_at, question.asked_at));
    let mut questions: Vec<Question> = total::question(recording).into_iter().collect();
    let places = MOST_QUESTIONS - questions.len();
    questions.extend(spread(in_turn(found), places));
    questions
}

/// Those that can be asked one after the other. Where two kinds compete, the one that was not asked last is taken.
fn in_turn(found: Vec<Question>) -> Vec<Question> {
    let mut taken: Vec<Question> = Vec::new();
    for question in found {
        let Some(last) = taken.last() else {
            taken.push(question);
            continue;
        };
        if question.asked_at >= last.shown_at {
            taken.push(question);
            continue;
        }
        let before_last = taken.len().checked_sub(2).map(|index| &taken[index]);
        let fits = before_last.is_none_or(|before| question.asked_at >= before.shown_at);
        let varies = before_last.is_some_and(|before| before.kind == last.kind && before.kind != question.kind);
        if fits && varies {
            taken.pop();
            taken.push(question);
        }
    }
    taken
}

/// At most so many, evenly chosen.
fn spread(questions: Vec<Question>, most: usize) -> Vec<Question> {
    let count = questions.len();
    let is_chosen = |index: usize| count <= most || index * most / count != (index + 1) * most / count;
    questions.into_iter().enumerate().filter(|(index, _)| is_chosen(*index)).map(|(_, question)| question).collect()
}

/// The right choice among wrong ones, without repetitions; the order follows from `seed`. `None` if nothing wrong is left.
fn choices(right: String, wrong: impl IntoIterator<Item = String>, seed: usize) -> Option<(Vec<String>, usize)> {
    let mut choices = vec![right];
    for text in wrong {
        if choices.len() < MOST_CHOICES && !choices.contains(&text) {
            choices.push(text);
        }
    }
    if choices.len() < 2 {
        return None;
    }
    let answer = scattered(seed) % choices.len();
    choices.swap(0, answer);
    Some((choices, answer))
}

/// Neighbouring seeds give numbers that are far apart (Knuth's multiplicative hash).
fn scattered(seed: usize) -> usize {
    ((seed as u32).wrapping_mul(2_654_435_769) >> 16) as usize
}
