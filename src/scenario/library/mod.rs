//! The scenarios that ship with the page. Each has a file of its own here.

mod blocking_in_coroutine;
mod compute_and_wait;
mod cpu_bound;
mod more_activities_than_cores;
mod three_waits;

use super::blocks::{Activity, Blocks};
use super::definition::{Body, Scenario};
use super::machine::MachineSettings;

/// A scenario of the library, with what the scenario picker shows of it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Lower-case words joined by hyphens. Links hold it: once published it keeps its meaning.
    pub id: &'static str,
    /// The heading it stands under.
    pub group: &'static str,
    /// One line: what to look for.
    pub look_for: &'static str,
    scenario: fn() -> Scenario,
}

impl Entry {
    pub fn scenario(&self) -> Scenario {
        (self.scenario)()
    }
}

const WAITING: &str = "Waiting";
const COMPUTING: &str = "Computing";

static ENTRIES: [Entry; 5] = [
    three_waits::ENTRY,
    blocking_in_coroutine::ENTRY,
    cpu_bound::ENTRY,
    compute_and_wait::ENTRY,
    more_activities_than_cores::ENTRY,
];

/// All entries in the order they are shown in; those of a group stand together.
pub fn all() -> &'static [Entry] {
    &ENTRIES
}

/// The entry the page opens with.
pub fn default_entry() -> &'static Entry {
    &ENTRIES[0]
}

pub fn by_id(id: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.id == id)
}

fn blocks(title: &str, notes: &str, cores: u8, activities: impl Into<Vec<Activity>>) -> Scenario {
    Scenario {
        title: title.to_string(),
        notes: notes.to_string(),
        machine: MachineSettings { cores, ..MachineSettings::default() },
        body: Body::Blocks(Blocks { activities: activities.into(), at_most: None }),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_scenario_can_be_run() {
        for entry in all() {
            assert_eq!(entry.scenario().problems(), [], "{}", entry.id);
        }
    }

    #[test]
    fn ids_are_different_and_need_no_escaping() {
        let ids: BTreeSet<_> = all().iter().map(|entry| entry.id).collect();
        assert_eq!(ids.len(), all().len());
        for id in ids {
            assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{id}");
            assert_eq!(by_id(id).expect("it is in the list").id, id);
        }
        assert!(by_id("no-such-scenario").is_none());
    }

    #[test]
    fn groups_stand_together() {
        let mut groups: Vec<_> = all().iter().map(|entry| entry.group).collect();
        groups.dedup();
        assert_eq!(groups.len(), groups.iter().collect::<BTreeSet<_>>().len());
    }
}
