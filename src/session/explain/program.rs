//! Jobs, calls, output, errors and the end.

use crate::trace::Span;
use crate::trace::event::{Outcome, Stream};
use crate::trace::ids::JobId;

use super::{Context, Explanation, capitalized};
use crate::session::snapshot::Task;
use crate::session::words;

/// So many tasks of a deadlock are told one by one.
const MOST_WAITING: usize = 5;
/// Longer texts are cut, in characters.
const LONGEST_QUOTE: usize = 80;

pub fn job_submitted(cx: &Context, job: JobId) -> Explanation {
    Explanation::new(
        capitalized(format!("{} gives job `{}` to an executor{}.", cx.actor(), cx.job(job), cx.on_line())),
        "The first worker that is free takes it; the loop's own thread does not run it.",
    )
}

pub fn job_started(cx: &Context, job: JobId) -> Explanation {
    Explanation::new(
        capitalized(format!("{} begins job `{}`.", cx.this_thread(), cx.job(job))),
        "It runs beside the other threads, as far as the GIL and the cores let it.",
    )
}

pub fn job_done(cx: &Context, job: JobId, outcome: Outcome) -> Explanation {
    let how = match outcome {
        Outcome::Returned => "is done",
        Outcome::Raised => "ends with an exception",
        Outcome::Cancelled => "is cancelled before a worker began it",
    };
    let then = match outcome {
        Outcome::Returned | Outcome::Raised => "Whoever waits for it is told; the worker is free for the next job.",
        Outcome::Cancelled => "Whoever waits for it is told.",
    };
    Explanation::new(format!("Job `{}` {how}.", cx.job(job)), then)
}

pub fn call_entered(cx: &Context, function: &str) -> Explanation {
    Explanation::new(
        capitalized(format!("{} enters `{function}`{}.", cx.actor(), cx.on_line())),
        "A direct call or `await` starts no task: the caller goes on when it returns.",
    )
}

pub fn call_returned(cx: &Context, call: u32, raised: bool) -> Explanation {
    let function = cx.names.call(cx.trace, call);
    Explanation::new(capitalized(format!("{} leaves `{function}`{}.", cx.actor(), cx.on_line())), after_call(raised))
}

pub fn function_done(cx: &Context, function: &str, took: Span, raised: bool) -> Explanation {
    let sentence = format!("{} leaves `{function}`{} after {}.", cx.actor(), cx.on_line(), words::span(took));
    let meanwhile = match cx.event.task {
        Some(_) => "Nothing else could run on its event loop meanwhile: a plain function has no `await`. ",
        None => "",
    };
    Explanation::new(capitalized(sentence), format!("{meanwhile}{}", after_call(raised)))
}

fn after_call(raised: bool) -> &'static str {
    if raised { "An exception goes on to its caller." } else { "Its caller goes on." }
}

pub fn printed(cx: &Context, stream: Stream, text: &str) -> Explanation {
    let to = match stream {
        Stream::Out => "prints",
        Stream::Err => "writes to stderr:",
    };
    let sentence = capitalized(format!("{} {to} {}{}.", cx.actor(), quoted(text), cx.on_line()));
    match cx.event.task {
        Some(_) => Explanation::new(sentence, "It goes on: printing does not suspend a task."),
        None => sentence.into(),
    }
}

pub fn uncaught(cx: &Context, error: &str) -> Explanation {
    let ends = match cx.event.task {
        Some(_) => "It ends the task, and is raised again where somebody awaits it.",
        None => "It ends the thread with a traceback on stderr.",
    };
    Explanation::new(format!("Nobody in {} catches `{error}`{}.", cx.actor(), cx.on_line()), ends)
}

pub fn ended(cx: &Context, error: Option<&str>) -> Explanation {
    let at = words::instant(cx.event.at);
    match error {
        None => Explanation::new(format!("The program ends at {at}."), "Nothing is left to run."),
        Some(error) if error.starts_with("Deadlock") => {
            let waits = who_waits(cx).unwrap_or_else(|| error.to_owned());
            Explanation::new(format!("The run ends at {at}: nobody can go on."), waits)
        }
        Some(error) => Explanation::new(format!("The run ends at {at}."), error),
    }
}

/// What each task waits for that is not done at the end; `None` if there is no such task.
fn who_waits(cx: &Context) -> Option<String> {
    let state = (cx.states)(cx.index)?;
    let waiting: Vec<_> = state.tasks.iter().filter(|task| !task.state.is_done()).collect();
    let sentence = |task: &&Task| {
        let line = task.await_chain.last().map(|frame| format!(" on line {}", frame.line)).unwrap_or_default();
        format!("{} waits{line}: {}.", cx.task(task.id), task.detail)
    };
    let sentences: Vec<String> = waiting.iter().take(MOST_WAITING).map(sentence).collect();
    let more = waiting.len().saturating_sub(MOST_WAITING);
    let more = if more > 0 { format!(" And {}.", words::counted(more as u64, "more task")) } else { String::new() };
    (!sentences.is_empty()).then(|| sentences.join(" ") + &more)
}

/// The text in quotes, on one line, cut if it is long.
fn quoted(text: &str) -> String {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let mut chars = text.chars();
    let mut quote: String = chars.by_ref().take(LONGEST_QUOTE).map(|char| if char == '\n' { ' ' } else { char }).collect();
    if chars.next().is_some() {
        quote.push('…');
    }
    format!("\u{201c}{quote}\u{201d}")
}
