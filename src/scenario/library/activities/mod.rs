//! Scenarios made of activities: the same work as a sequential, a concurrent, a threaded and a parallel run.

mod blocking_in_coroutine;
mod compute_and_wait;
mod cpu_bound;
mod more_activities_than_cores;
mod three_waits;

use super::{Content, Entry, Level, View};
use crate::scenario::{Activity, Blocks, Body, MachineSettings, Scenario};

/// The folder of the group each stands in, and the entry.
pub(super) static ALL: [(&str, Entry); 5] = [
    ("why", three_waits::ENTRY),
    ("why", compute_and_wait::ENTRY),
    ("why", cpu_bound::ENTRY),
    ("why", more_activities_than_cores::ENTRY),
    ("why", blocking_in_coroutine::ENTRY),
];

/// An entry whose group is not said yet.
const fn entry(id: &'static str, title: &'static str, look_for: &'static str, scenario: fn() -> Scenario) -> Entry {
    Entry { id, group: "", title, look_for, level: Level::FirstSteps, view: View::Compare, content: Content::Activities(scenario) }
}

fn blocks(title: &str, notes: &str, cores: u8, activities: impl Into<Vec<Activity>>) -> Scenario {
    Scenario {
        title: title.to_string(),
        notes: notes.to_string(),
        machine: MachineSettings { cores, ..MachineSettings::default() },
        body: Body::Blocks(Blocks { activities: activities.into(), at_most: None }),
    }
}
