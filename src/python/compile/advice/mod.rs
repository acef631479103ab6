//! What the text of a program says about how it could be better: awaits that need not wait for each other, and edits that mend common
//! mistakes. Whether something is worth saying is for others to decide, who have seen the program run.
//!
//! - [`sequence`], [`loops`]: awaits in sequence that do not depend on each other, one below the other or in a loop.
//! - [`repair`]: edits for a call on a given line. [`protocol`]: `with` and `for` against `async with` and `async for`.
//! - [`tasks`]: tasks that are dropped or lost, coroutines that are awaited twice. [`cancel`]: cancellations that are dropped.
//! - [`sharing`]: what is read before an `await` and written after it. [`limit`]: too many coroutines at once.

mod calls;
mod cancel;
mod limit;
mod loops;
mod protocol;
mod repair;
mod sequence;
mod sharing;
mod statements;
mod tasks;
#[cfg(test)]
mod tests;

use ruff_python_ast::ModModule;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

pub use cancel::raise_again;
pub use limit::{LIMIT, limit_gather};
pub use protocol::{make_async, make_plain};
pub use repair::{await_call, await_instead_of_run, await_sleep, blocking_call_in_thread, caller_in_thread, run_in_thread};
pub use sequence::{Sequence, sequences};
pub use sharing::{Race, races};
pub use tasks::{Dropped, Reused, await_at_end, dropped_tasks, reused};

use super::parse;

/// A piece of the text to be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// In bytes of the text.
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// Makes all edits. They must not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.start);
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        result.push_str(&text[at..edit.start]);
        result.push_str(&edit.text);
        at = edit.end;
    }
    result.push_str(&text[at..]);
    result
}

/// The line of a place in the text, from 1.
pub fn line_at(text: &str, at: usize) -> u32 {
    u32::try_from(text[..at].matches('\n').count() + 1).unwrap_or(u32::MAX)
}

/// The tree of a text that is Python and not too deep; of others nothing is said.
fn tree(text: &str) -> Option<ModModule> {
    if parse::size_problem(text).is_some() || parse::check_nesting(text).is_err() {
        return None;
    }
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Module)).try_into_module()?;
    parsed.errors().is_empty().then(|| parsed.into_syntax())
}
