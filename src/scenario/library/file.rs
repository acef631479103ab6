//! Scenarios kept as Python files.
//!
//! A file begins with comments `# Title: `, `# Look for: `, `# Level: ` (first steps, intermediate, advanced) and `# View: ` (timeline, compare,
//! predict), in this order. Each line `#: NAME` after them begins a variant, a program of its own that goes on to the next such line.

use super::{Content, Entry, Level, View};
use crate::scenario::{Body, MachineSettings, Scenario, Variant};

/// What a file holds.
#[derive(Clone, Debug)]
pub(super) struct File {
    title: &'static str,
    look_for: &'static str,
    /// Beginning with the first `#: ` line.
    programs: &'static str,
}

impl File {
    pub(super) fn scenario(&self) -> Scenario {
        Scenario {
            title: self.title.to_string(),
            notes: self.look_for.to_string(),
            machine: MachineSettings::default(),
            body: Body::Code(variants(self.programs)),
        }
    }
}

/// The entry of a file. `name` is `NN-ID`.
///
/// # Panics
/// If the file has not the form; the tests read all files.
pub(super) fn entry(group: &'static str, name: &'static str, text: &'static str) -> Entry {
    let (heading, programs) = text.split_at(text.find("#: ").unwrap_or(text.len()));
    let mut lines = heading.lines();
    let mut field = |name: &str| {
        let line = lines.next().and_then(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(": "));
        line.unwrap_or_else(|| panic!("{group}: a scenario lacks its {name:?}"))
    };
    let (title, look_for) = (field("Title"), field("Look for"));
    let level = match field("Level") {
        "first steps" => Level::FirstSteps,
        "intermediate" => Level::Intermediate,
        "advanced" => Level::Advanced,
        other => panic!("{title}: no level is called {other:?}"),
    };
    let view = match field("View") {
        "timeline" => View::Timeline,
        "compare" => View::Compare,
        "predict" => View::Predict,
        other => panic!("{title}: no view is called {other:?}"),
    };
    let id = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    Entry { id, group, title, look_for, level, view, content: Content::File(File { title, look_for, programs }) }
}

fn variants(programs: &str) -> Vec<Variant> {
    let marked = format!("\n{programs}");
    let parts = marked.split("\n#: ").skip(1);
    let variant = |part: &str| {
        let (name, source) = part.split_once('\n').unwrap_or((part, ""));
        Variant { name: name.to_string(), source: format!("{}\n", source.trim_end()) }
    };
    parts.map(variant).collect()
}
