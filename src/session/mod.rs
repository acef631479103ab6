//! Runs: from a program to its trace, and back to the machine at any step. Knows nothing of the web and of the time axis.
//!
//! A [`Run`] executes a program in slices. When it is over it becomes a [`Recording`]: the trace, and the machine at each of its
//! steps. A [`Comparison`] runs the variants of a scenario side by side.
//!
//! | file | what |
//! | --- | --- |
//! | [`run`] | [`Run`]: one program in slices, until an [`End`] |
//! | [`options`] | from a scenario's settings to the machine's |
//! | [`end`] | how a run ended, in words |
//! | [`checkpoints`] | copies of the machine, so that every step is near one |
//! | [`recording`] | [`Recording`]: what is known of a run that is over |
//! | [`steps`] | which events a user stops at |
//! | `housekeeping` | what `asyncio.run` does when the program is over, where no step stops |
//! | [`sizes`], [`line_stops`] | how far a step goes; the lines between two events |
//! | `line_search` | where a run comes to a line |
//! | [`snapshot`], [`inspect`] | the machine at a step as plain data, and how it is read |
//! | [`waiting`] | what a suspended task waits for, as its program says it |
//! | [`names`] | what tasks, threads, jobs, ... are called |
//! | [`explain`] | a sentence for every event |
//! | [`findings`] | likely mistakes: what they cost and how they are mended |
//! | [`predict`] | questions about what comes next |
//! | [`console`] | what was printed, in lines |
//! | [`comparison`] | [`Comparison`]: the variants of a scenario |
//! | [`terminal`] | the same for a terminal: arguments and reports |
//! | [`check`] | what is wrong with a program, without running it |
//! | [`lines`] | who stands at which line at a step |
//! | [`line_times`] | where the time went, line by line |
//! | [`words`] | durations and instants as text |

pub mod check;
pub mod checkpoints;
pub mod comparison;
pub mod console;
pub mod end;
pub mod explain;
pub mod findings;
mod housekeeping;
mod inspect;
mod line_search;
pub mod line_stops;
pub mod line_times;
pub mod lines;
pub mod names;
pub mod options;
pub mod predict;
mod python_machine;
pub mod recording;
pub mod run;
#[cfg(test)]
mod shared_tests;
pub mod sizes;
pub mod snapshot;
pub mod steps;
pub mod terminal;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod waiting;
pub mod words;

pub use comparison::{Compared, Comparison};
pub use console::{Console, ConsoleLine};
pub use end::End;
pub use explain::Explanation;
pub use findings::{Finding, FindingKind};
pub use options::Options;
pub use predict::{Question, QuestionKind};
pub use python_machine::Diagnostic;
pub use recording::Recording;
pub use run::{Progress, Run};
pub use sizes::StepSize;
pub use snapshot::Snapshot;
pub use steps::Steps;
