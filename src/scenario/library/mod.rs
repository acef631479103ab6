//! The scenarios that ship with the page.
//!
//! Those made of programs are files, `GROUP/NN-ID.py`, in the form that [`file`] describes; the build script lists them. Those made of
//! activities are values in [`activities`]. Tests run all of them.

mod activities;
mod file;

use std::sync::LazyLock;

use super::definition::Scenario;

// `SCENARIOS`: folder, name without its ending, and text of the scenarios that are files, in the order of their paths.
include!(concat!(env!("OUT_DIR"), "/library_scenarios.rs"));

/// A scenario of the library, with what the scenario picker shows of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Lower-case words joined by hyphens. Links hold it: once published it keeps its meaning.
    pub id: &'static str,
    /// The heading it stands under.
    pub group: &'static str,
    pub title: &'static str,
    /// One line: what to look for.
    pub look_for: &'static str,
    pub level: Level,
    /// What shows its point best.
    pub view: View,
    content: Content,
}

/// How much a reader should know already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    FirstSteps,
    Intermediate,
    Advanced,
}

/// How a scenario is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// One variant, to be stepped through.
    Timeline,
    /// All variants on one axis.
    Compare,
    /// Questions first.
    Predict,
}

#[derive(Clone, Debug)]
enum Content {
    Activities(fn() -> Scenario),
    File(file::File),
}

impl Entry {
    pub fn scenario(&self) -> Scenario {
        match &self.content {
            Content::Activities(make) => make(),
            Content::File(file) => file.scenario(),
        }
    }

    /// Are all words of the query in what the picker shows of it?
    pub fn matches(&self, query: &str) -> bool {
        let shown = [self.title, self.look_for, self.group, self.level.label(), self.id].join(" ").to_lowercase();
        query.to_lowercase().split_whitespace().all(|word| shown.contains(word))
    }
}

impl Level {
    pub fn label(self) -> &'static str {
        match self {
            Level::FirstSteps => "First steps",
            Level::Intermediate => "Intermediate",
            Level::Advanced => "Advanced",
        }
    }
}

/// Folders and the headings they stand for, in the order of the page.
const GROUPS: [(&str, &str); 14] = [
    ("why", "Why async"),
    ("coroutines", "Coroutines and await"),
    ("tasks", "Tasks"),
    ("gathering", "gather, wait, as_completed"),
    ("timeouts", "Timeouts and cancellation"),
    ("errors", "Errors"),
    ("locks", "Semaphores, locks, events, conditions"),
    ("queues", "Queues"),
    ("iterators", "Context managers, iterators, generators"),
    ("blocking", "Blocking calls and executors"),
    ("threads", "Threads, processes and the GIL"),
    ("mistakes", "Common mistakes"),
    ("patterns", "Patterns from practice"),
    ("puzzles", "Puzzles"),
];

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let of_group = |(folder, heading)| {
        let made = activities::ALL
            .iter()
            .filter(move |(group, _)| *group == folder)
            .map(move |(_, entry)| Entry { group: heading, ..entry.clone() });
        let files = SCENARIOS.iter().filter(move |(group, _, _)| *group == folder);
        made.chain(files.map(move |(_, name, text)| file::entry(heading, name, text)))
    };
    GROUPS.into_iter().flat_map(of_group).collect()
});

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
    fn every_file_is_in_a_group() {
        let files = all().iter().filter(|entry| matches!(entry.content, Content::File(_))).count();
        assert_eq!(files, SCENARIOS.len());
        assert_eq!(all().len(), files + activities::ALL.len());
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
    fn a_search_finds_what_has_all_words() {
        let found = |query| all().iter().filter(|entry| entry.matches(query)).map(|entry| entry.id).collect::<Vec<_>>();
        assert_eq!(found("").len(), all().len());
        assert_eq!(found("Producer  CONSUMER"), ["producer-consumer"]);
        assert!(found("queues first steps").iter().all(|id| by_id(id).is_some_and(|entry| entry.level == Level::FirstSteps)));
        assert!(found("no such scenario").is_empty());
    }

    #[test]
    fn entries_say_what_their_scenarios_say() {
        for entry in all() {
            assert_eq!(entry.scenario().title, entry.title);
            assert!(
                entry.view != View::Compare || entry.scenario().body.variant_count() > 1,
                "{} has nothing to compare",
                entry.id
            );
        }
    }
}
