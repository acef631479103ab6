//! A scenario: what is run, on which machine, and what to look for.

use serde::{Deserialize, Serialize};

use super::blocks::Blocks;
use super::generate::{ActivityFunction, VariantKind, generate};
use super::machine::MachineSettings;
use super::problem::{Place, Problem, check_text};

/// What a person picks, edits, runs and shares. Kept as text by [`Scenario::to_json`] and [`Scenario::from_json`], which know its
/// version; the derived serde forms do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub title: String,
    /// Plain text that is shown above the timeline; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    #[serde(default, skip_serializing_if = "MachineSettings::is_default")]
    pub machine: MachineSettings,
    pub body: Body,
}

/// The programs of a scenario, or what they are generated from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    Blocks(Blocks),
    /// One to [`Variant::MAX_VARIANTS`] programs.
    Code(Vec<Variant>),
}

/// A Python program with the name it is shown under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub name: String,
    pub source: String,
}

/// What of a scenario is run in one variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The variant's name.
    pub name: String,
    pub source: String,
    /// The functions that are lanes of their own; none in a code scenario.
    pub functions: Vec<ActivityFunction>,
}

impl Variant {
    pub const MAX_VARIANTS: usize = 4;
    /// In characters.
    pub const MAX_NAME: usize = 40;
    /// Limit of all sources of a scenario together, in bytes. Small enough that the JSON of every valid scenario stays within
    /// what a link may hold, even if every byte is escaped.
    pub const MAX_SOURCES: usize = 40_000;
}

impl Body {
    /// The number of [programs](Scenario::programs).
    pub fn variant_count(&self) -> usize {
        match self {
            Body::Blocks(_) => VariantKind::ALL.len(),
            Body::Code(variants) => variants.len(),
        }
    }
}

impl Scenario {
    /// In characters.
    pub const MAX_TITLE: usize = 100;
    /// In characters.
    pub const MAX_NOTES: usize = 2_000;

    /// Everything that keeps the scenario from being run; empty if it can be. Says nothing about the Python of code variants.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        check_text(&mut problems, Place::Title, "The title", &self.title, Self::MAX_TITLE);
        if self.notes.chars().count() > Self::MAX_NOTES {
            problems.push(Problem::new(Place::Notes, format!("The notes have more than {} characters.", Self::MAX_NOTES)));
        }
        self.machine.check(&mut problems);
        match &self.body {
            Body::Blocks(blocks) => blocks.check(&mut problems),
            Body::Code(variants) => check_variants(variants, &mut problems),
        }
        problems
    }

    /// What is run, a program for each variant. The scenario must be free of problems.
    pub fn programs(&self) -> Vec<Program> {
        match &self.body {
            Body::Blocks(blocks) => VariantKind::ALL.map(|kind| Program::generated(blocks, kind)).into(),
            Body::Code(variants) => variants.iter().map(Program::written).collect(),
        }
    }
}

impl Program {
    fn generated(blocks: &Blocks, kind: VariantKind) -> Program {
        let generated = generate(blocks, kind);
        Program { name: kind.label().to_string(), source: generated.source, functions: generated.functions }
    }

    fn written(variant: &Variant) -> Program {
        Program { name: variant.name.clone(), source: variant.source.clone(), functions: Vec::new() }
    }
}

fn check_variants(variants: &[Variant], problems: &mut Vec<Problem>) {
    if !(1..=Variant::MAX_VARIANTS).contains(&variants.len()) {
        problems.push(Problem::new(Place::Variants, format!("There must be 1 to {} variants.", Variant::MAX_VARIANTS)));
    }
    for (index, variant) in variants.iter().enumerate() {
        check_text(problems, Place::Variant(index), "The name", &variant.name, Variant::MAX_NAME);
    }
    if variants.iter().map(|variant| variant.source.len()).sum::<usize>() > Variant::MAX_SOURCES {
        let message = format!("The programs are longer than {} bytes together.", Variant::MAX_SOURCES);
        problems.push(Problem::new(Place::Variants, message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Activity, Segment};
    use crate::trace::Span;

    fn blocks(activities: Vec<Activity>) -> Scenario {
        Scenario {
            title: "Test".into(),
            notes: String::new(),
            machine: MachineSettings::default(),
            body: Body::Blocks(Blocks { activities, at_most: None }),
        }
    }

    fn code(variants: Vec<Variant>) -> Scenario {
        Scenario { body: Body::Code(variants), ..blocks(Vec::new()) }
    }

    fn check(scenario: Scenario, expected: &[&str]) {
        let problems: Vec<String> = scenario.problems().iter().map(Problem::to_string).collect();
        assert_eq!(problems, expected);
    }

    #[test]
    fn limits_themselves_are_allowed() {
        let long = Activity::new("n".repeat(40), [Segment::Compute(Segment::MAX_DURATION); 20]);
        check(blocks(vec![Activity { copies: 100, ..long.clone() }, Activity { copies: 100, ..long }]), &[]);
        check(blocks(vec![Activity::new("A", []); 50]), &[]);
    }

    #[test]
    fn problems_say_where_they_are() {
        let too_long = Span(Segment::MAX_DURATION.0 + 1);
        check(
            blocks(vec![
                Activity::new("A", [Segment::Io(Span::SECOND)]),
                Activity::new(" \t", [Segment::Io(Span::ZERO), Segment::Io(too_long)]),
                Activity { copies: 0, ..Activity::new("é".repeat(41), []) },
            ]),
            &[
                "Activity 2: The name is empty.",
                "Activity 2, segment 2: The duration is more than one hour.",
                "Activity 3: The name has more than 40 characters.",
                "Activity 3: The number of copies must be from 1 to 100.",
            ],
        );
    }

    #[test]
    fn the_whole_is_limited_too() {
        check(blocks(Vec::new()), &["Activities: There is no activity."]);
        check(blocks(vec![Activity::new("A", []); 51]), &["Activities: There are more than 50 activities."]);
        let copies = Activity { copies: 67, ..Activity::new("A", []) };
        check(blocks(vec![copies; 3]), &["Activities: All copies together are 201; the limit is 200."]);
        let mut none_at_once = blocks(vec![Activity::new("A", [])]);
        let Body::Blocks(body) = &mut none_at_once.body else { unreachable!("made from blocks") };
        body.at_most = Some(0);
        check(none_at_once, &["At most at once: The limit must be from 1 to 200."]);
    }

    #[test]
    fn machine_and_texts_are_limited() {
        check(
            Scenario {
                title: String::new(),
                notes: "n".repeat(2_001),
                machine: MachineSettings { cores: 65, free_threaded: true, instruction_cost: 1_000_001 },
                ..blocks(vec![Activity::new("A", [])])
            },
            &[
                "Title: The title is empty.",
                "Notes: The notes have more than 2000 characters.",
                "Machine: The number of cores must be from 1 to 64.",
                "Machine: An instruction may cost at most 1000000 ns.",
            ],
        );
    }

    #[test]
    fn code_has_one_to_four_named_variants() {
        let variant = Variant { name: "Before".into(), source: "x = 1\n".into() };
        check(code(vec![variant.clone(); 4]), &[]);
        check(code(Vec::new()), &["Variants: There must be 1 to 4 variants."]);
        check(code(vec![variant.clone(); 5]), &["Variants: There must be 1 to 4 variants."]);
        check(code(vec![Variant { name: " ".into(), ..variant.clone() }]), &["Variant 1: The name is empty."]);
        let long = Variant { source: "#".repeat(20_001), ..variant };
        check(code(vec![long.clone(), long]), &["Variants: The programs are longer than 40000 bytes together."]);
    }
}
