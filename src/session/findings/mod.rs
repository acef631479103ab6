//! Findings: what of a run is likely a mistake, what it cost, and what to do about it.
//!
//! Each detector reads the trace; where it can say how to mend the program, it asks [`advice`] for edits of the text. A detector
//! speaks only of what cost something or went wrong in this run, or rested on luck: a program that is merely unusual has no findings.
//!
//! | file | what it finds |
//! | --- | --- |
//! | [`blocking`] | calls that block the event loop's thread |
//! | [`computing`] | long computations in the loop |
//! | [`sequence`] | awaits in sequence that do not depend on each other; [`calls`] are what it counts |
//! | [`messages`] | coroutines never awaited, exceptions never retrieved: what the program itself was told |
//! | [`errors`] | errors that say which form was wrong: `with` for `async with`, a coroutine awaited twice |
//! | [`lost`] | tasks cancelled when `asyncio.run` ended, and tasks that went on after `cancel()` |
//! | [`unkept`] | tasks that nobody keeps |
//! | [`sharing`] | updates that can be lost, because another task comes in between |
//! | [`crowd`] | so many coroutines at once that some of them failed |

mod blocking;
mod calls;
mod computing;
mod crowd;
mod errors;
mod lost;
mod messages;
mod sequence;
mod sharing;
#[cfg(test)]
mod tests;
mod unkept;

use crate::python::compile::advice::{self, Edit};
use crate::trace::{Span, Trace};

use super::names::Names;
use super::recording::Recording;

/// Something that is likely a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    /// Of the program, from 1; `None` if no line can be told.
    pub line: Option<u32>,
    /// Virtual time that it cost; zero if it cost something else.
    pub cost: Span,
    /// What happened and what to do about it, in about two sentences. Names stand in backquotes.
    pub text: String,
    /// Where in the trace to see it, as an index.
    pub event: usize,
    /// The whole program with the mistake mended, where that is mechanical.
    pub repaired: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    BlockingCall,
    LongComputation,
    SequentialAwaits,
    NeverAwaited,
    RunInsideLoop,
    WrongForm,
    AwaitedTwice,
    NeverRetrieved,
    LostTask,
    UnkeptTask,
    CancelIgnored,
    LostUpdate,
    TooManyAtOnce,
}

impl FindingKind {
    /// A heading for it.
    pub fn title(self) -> &'static str {
        match self {
            FindingKind::BlockingCall => "Blocking call in a coroutine",
            FindingKind::LongComputation => "Long computation in the event loop",
            FindingKind::SequentialAwaits => "Awaits that need not wait for each other",
            FindingKind::NeverAwaited => "Coroutine never awaited",
            FindingKind::RunInsideLoop => "asyncio.run inside a running loop",
            FindingKind::WrongForm => "The wrong form of with or for",
            FindingKind::AwaitedTwice => "Coroutine awaited twice",
            FindingKind::NeverRetrieved => "Exception never retrieved",
            FindingKind::LostTask => "Task lost at the end",
            FindingKind::UnkeptTask => "Task that nobody keeps",
            FindingKind::CancelIgnored => "Cancellation ignored",
            FindingKind::LostUpdate => "Update that can be lost across an await",
            FindingKind::TooManyAtOnce => "Too many at once",
        }
    }
}

/// All findings of a run of the program `source`, in the order of their lines.
pub fn findings(recording: &Recording, source: &str) -> Vec<Finding> {
    let cx = Context { recording, trace: recording.trace(), names: recording.names(), source };
    let mut found = blocking::find(&cx);
    found.extend(computing::find(&cx));
    found.extend(sequence::find(&cx));
    found.extend(messages::find(&cx));
    found.extend(errors::find(&cx));
    found.extend(sharing::find(&cx));
    found.extend(crowd::find(&cx));
    let lost = lost::find(&cx);
    found.extend(unkept::find(&cx, &lost));
    found.extend(lost);
    found.sort_by_key(|finding| (finding.line, finding.kind, finding.event));
    found
}

/// What detectors look at.
struct Context<'a> {
    recording: &'a Recording,
    trace: &'a Trace,
    names: &'a Names,
    source: &'a str,
}

impl Context<'_> {
    fn repaired(&self, edits: Option<Vec<Edit>>) -> Option<String> {
        edits.map(|edits| advice::apply(self.source, &edits))
    }
}

/// The line of an event, if it has one.
fn known(line: u16) -> Option<u32> {
    (line > 0).then_some(u32::from(line))
}
