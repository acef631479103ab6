//! How a run ended, in words.

use crate::sim::deadlock::Deadlock;
use crate::sim::{Limit, Limits};

use super::words;

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The program came to its end.
    Finished {
        exit_code: i32,
        /// The last line of the traceback of an exception that nobody caught.
        error: Option<String>,
        /// The whole of it.
        traceback: Option<String>,
    },
    /// A limit of the machine's settings; says which.
    Limit(String),
    /// Nothing could ever happen again; says who waits for whom.
    Deadlock(String),
    /// The user stopped it.
    Stopped,
}

impl End {
    /// The error that the run ended with, if any: for [`What::Ended`](crate::trace::What::Ended).
    pub fn error(&self) -> Option<&str> {
        match self {
            End::Finished { error, .. } => error.as_deref(),
            End::Limit(text) | End::Deadlock(text) => Some(text),
            End::Stopped => Some("Stopped"),
        }
    }

    /// The traceback of the exception that nobody caught.
    pub fn traceback(&self) -> Option<&str> {
        match self {
            End::Finished { traceback, .. } => traceback.as_deref(),
            End::Limit(_) | End::Deadlock(_) | End::Stopped => None,
        }
    }

    /// What Python's process would return; 1 for a run that did not come to its end.
    pub fn exit_code(&self) -> i32 {
        match self {
            End::Finished { exit_code, .. } => *exit_code,
            End::Limit(_) | End::Deadlock(_) | End::Stopped => 1,
        }
    }
}

pub(super) fn limit_text(limit: Limit, limits: &Limits) -> String {
    match limit {
        Limit::Instructions => {
            let count = words::grouped(limits.instructions);
            format!("Limit: stopped after {count} instructions. Is there a loop that does not end?")
        }
        Limit::Time => format!("Limit: stopped after {} of virtual time.", words::instant(limits.time)),
        Limit::Events => {
            let count = words::grouped(limits.events);
            format!("Limit: stopped after {count} events. Shorter durations make fewer.")
        }
        Limit::Objects => format!("Limit: stopped with {} objects alive.", words::grouped(limits.objects)),
        Limit::Output => format!("Limit: stopped after {} bytes of output.", words::grouped(limits.output)),
    }
}

pub(super) fn deadlock_text(deadlock: &Deadlock) -> String {
    format!("Deadlock: {deadlock}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(limit: Limit, expected: &str) {
        assert_eq!(limit_text(limit, &Limits::default()), expected);
    }

    #[test]
    fn limits_say_how_much_it_was() {
        check(Limit::Instructions, "Limit: stopped after 200,000,000 instructions. Is there a loop that does not end?");
        check(Limit::Time, "Limit: stopped after 86400.00 s of virtual time.");
        check(Limit::Events, "Limit: stopped after 2,000,000 events. Shorter durations make fewer.");
        check(Limit::Objects, "Limit: stopped with 2,000,000 objects alive.");
        check(Limit::Output, "Limit: stopped after 1,000,000 bytes of output.");
    }
}
