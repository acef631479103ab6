//! The Python programs that blocks stand for.
//!
//! They are shown as well as run, so they are written as a person would write them, and they run unchanged on CPython. Nothing
//! that a user types becomes code: names become identifiers and docstrings, durations are numbers.
//!
//! - `identifier`: a function's name from an activity's name.
//! - `text`: docstrings, numbers, and lists that are broken over lines.
//! - `program`: the four programs.

mod identifier;
mod program;
mod text;

use super::blocks::Blocks;

/// One of the ways to run the activities of [`Blocks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariantKind {
    /// One after another.
    Sequential,
    /// Coroutines in one event loop.
    Concurrent,
    /// Threads of one process.
    Threads,
    /// Processes.
    Parallel,
}

/// A generated program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    pub source: String,
    /// One entry for each activity, in their order. The same in all four programs of the same blocks.
    pub functions: Vec<ActivityFunction>,
}

/// The function that an activity became. The `k`th call of it in a run is the activity's copy `k`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityFunction {
    /// Position of the activity in [`Blocks::activities`].
    pub activity: usize,
    /// The name of the function: no other function of the program has it.
    pub function: String,
    /// The activity's name as the user wrote it, trimmed.
    pub label: String,
    pub copies: u32,
}

impl VariantKind {
    /// In the order in which they are shown.
    pub const ALL: [VariantKind; 4] =
        [VariantKind::Sequential, VariantKind::Concurrent, VariantKind::Threads, VariantKind::Parallel];

    /// The name that users see.
    pub fn label(self) -> &'static str {
        match self {
            VariantKind::Sequential => "Sequential",
            VariantKind::Concurrent => "Concurrent",
            VariantKind::Threads => "Threads",
            VariantKind::Parallel => "Parallel",
        }
    }
}

impl ActivityFunction {
    /// What to call the lane of copy `copy`, counted from 0: the number is left out where there is only one.
    pub fn lane_label(&self, copy: u32) -> String {
        if self.copies == 1 { self.label.clone() } else { format!("{} {}", self.label, copy + 1) }
    }
}

/// The program that runs `blocks`, which must be free of problems, in the way of `kind`.
pub fn generate(blocks: &Blocks, kind: VariantKind) -> Generated {
    let functions = functions(blocks);
    Generated { source: program::source(blocks, &functions, kind), functions }
}

fn functions(blocks: &Blocks) -> Vec<ActivityFunction> {
    let names = identifier::identifiers(blocks.activities.iter().map(|activity| activity.name.as_str()));
    let activities = blocks.activities.iter().zip(names).enumerate();
    activities
        .map(|(index, (activity, function))| ActivityFunction {
            activity: index,
            function,
            label: activity.name.trim().to_string(),
            copies: activity.copies,
        })
        .collect()
}

#[cfg(test)]
mod tests;
