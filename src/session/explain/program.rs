//! Jobs, calls, output, errors and the end.

use crate::trace::event::{Outcome, Stream};
use crate::trace::ids::JobId;

use super::{Context, Explanation, capitalized};
use crate::session::words;

/// Longer texts are cut, in characters.
const LONGEST_QUOTE: usize = 80;

pub fn job_submitted(cx: &Context, job: JobId) -> Explanation {
    Explanation::new(
        capitalized(format!("{} gives job `{}` to an executor.", cx.actor(), cx.job(job))),
        "The first worker that is free takes it.",
    )
}

pub fn job_started(cx: &Context, job: JobId) -> Explanation {
    capitalized(format!("{} begins job `{}`.", cx.this_thread(), cx.job(job))).into()
}

pub fn job_done(cx: &Context, job: JobId, outcome: Outcome) -> Explanation {
    let how = match outcome {
        Outcome::Returned => "is done",
        Outcome::Raised => "ends with an exception",
        Outcome::Cancelled => "is cancelled before a worker began it",
    };
    Explanation::new(format!("Job `{}` {how}.", cx.job(job)), "Whoever waits for it is told.")
}

pub fn call_entered(cx: &Context, function: &str) -> Explanation {
    capitalized(format!("{} enters `{function}`.", cx.actor())).into()
}

pub fn call_returned(cx: &Context, call: u32) -> Explanation {
    capitalized(format!("{} leaves `{}`.", cx.actor(), cx.names.call(cx.trace, call))).into()
}

pub fn printed(cx: &Context, stream: Stream, text: &str) -> Explanation {
    let to = match stream {
        Stream::Out => "prints",
        Stream::Err => "writes to stderr:",
    };
    capitalized(format!("{} {to} {}.", cx.actor(), quoted(text))).into()
}

pub fn uncaught(cx: &Context, error: &str) -> Explanation {
    format!("Nobody in {} catches `{error}`.", cx.actor()).into()
}

pub fn ended(cx: &Context, error: Option<&str>) -> Explanation {
    let at = words::instant(cx.event.at);
    match error {
        None => format!("The program ends at {at}.").into(),
        Some(error) => Explanation::new(format!("The run ends at {at}."), error),
    }
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
