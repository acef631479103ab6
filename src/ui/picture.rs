//! What is known of a scenario's runs once they are over: everything that is drawn is derived from it.

use std::rc::Rc;

use crate::scenario::{Program, Scenario};
use crate::session::waiting::awaited_in_line;
use crate::session::{Compared, Diagnostic, Recording, Steps};
use crate::timeline::activity::ActivityLane;
use crate::timeline::build::Options;
use crate::timeline::compare::compare;
use crate::timeline::track::Timeline;
use crate::trace::Time;

use super::shared::Shared;

/// The runs of one version of a scenario.
pub struct Picture {
    pub scenario: Shared<Scenario>,
    pub variants: Vec<Variant>,
    /// The end of the axis that all variants share.
    pub end: Time,
}

#[derive(Clone)]
pub struct Variant {
    pub program: Shared<Program>,
    pub outcome: Outcome,
}

#[derive(Clone)]
pub enum Outcome {
    Ran(Ran),
    /// What keeps the program from being run.
    Refused(Shared<Vec<Diagnostic>>),
}

#[derive(Clone)]
pub struct Ran {
    pub recording: Shared<Recording>,
    /// The lanes to compare with those of other variants.
    pub timeline: Shared<Timeline>,
    /// The lanes of all tasks, jobs, threads and processes.
    pub full: Shared<Timeline>,
    /// "9.00 s".
    pub total: Rc<str>,
    /// What keeps the present version of the program from being run: then this is the run of the last one that could be.
    pub refused: Option<Shared<Vec<Diagnostic>>>,
    /// "3.0× faster", compared with the first variant that ran.
    pub ratio: Rc<str>,
}

impl PartialEq for Ran {
    fn eq(&self, other: &Ran) -> bool {
        self.recording == other.recording && self.refused == other.refused && self.ratio == other.ratio
    }
}

impl PartialEq for Variant {
    fn eq(&self, other: &Variant) -> bool {
        self.program == other.program
            && match (&self.outcome, &other.outcome) {
                (Outcome::Ran(ran), Outcome::Ran(other)) => ran == other,
                (Outcome::Refused(diagnostics), Outcome::Refused(other)) => diagnostics == other,
                _ => false,
            }
    }
}

impl Variant {
    pub fn name(&self) -> &str {
        &self.program.name
    }

    pub fn ran(&self) -> Option<&Ran> {
        match &self.outcome {
            Outcome::Ran(ran) => Some(ran),
            Outcome::Refused(_) => None,
        }
    }

    pub fn steps(&self) -> Option<&Steps> {
        self.ran().map(|ran| &**ran.recording.steps())
    }
}

impl Picture {
    pub fn of(scenario: Shared<Scenario>, compared: Vec<Compared>) -> Picture {
        Picture::of_variants(scenario, compared.into_iter().map(variant).collect())
    }

    /// The picture with the last good runs of variants that cannot be run now, taken from the picture before; none if there are no such.
    pub fn with_last_good(&self, before: &Picture) -> Option<Picture> {
        let mut replaced = false;
        let variant = |variant: &Variant| {
            let Outcome::Refused(diagnostics) = &variant.outcome else { return variant.clone() };
            let Some(last) = before.variants.iter().find(|last| last.name() == variant.name()).and_then(Variant::ran) else {
                return variant.clone();
            };
            replaced = true;
            let outcome = Outcome::Ran(Ran { refused: Some(diagnostics.clone()), ..last.clone() });
            Variant { program: variant.program.clone(), outcome }
        };
        let variants = self.variants.iter().map(variant).collect();
        replaced.then(|| Picture::of_variants(self.scenario.clone(), variants))
    }

    /// Is one of its runs that of an earlier version of the program?
    pub fn has_stale(&self) -> bool {
        self.variants.iter().filter_map(Variant::ran).any(|ran| ran.refused.is_some())
    }

    fn of_variants(scenario: Shared<Scenario>, mut variants: Vec<Variant>) -> Picture {
        let runs = variants.iter().filter_map(|variant| Some((variant.name(), &*variant.ran()?.timeline)));
        let comparison = compare(runs);
        let ran = variants.iter_mut().filter_map(|variant| match &mut variant.outcome {
            Outcome::Ran(ran) => Some(ran),
            Outcome::Refused(_) => None,
        });
        for (index, (ran, run)) in ran.zip(&comparison.runs).enumerate() {
            ran.total = run.total_text.as_str().into();
            ran.ratio = ratio(&run.ratio_text, index).into();
        }
        Picture { scenario, variants, end: comparison.end }
    }
}

fn variant(compared: Compared) -> Variant {
    let outcome = match compared.result {
        Ok(recording) => {
            let activities = activities(&compared.program);
            let options = options(&compared.program);
            let full = Shared::new(Timeline::build(recording.trace(), &options));
            let timeline = match activities.is_empty() {
                true => full.clone(),
                false => Shared::new(Timeline::build(recording.trace(), &Options { activities, ..options })),
            };
            Outcome::Ran(Ran {
                recording: Shared::from(recording),
                timeline,
                full,
                refused: None,
                total: "".into(),
                ratio: "".into(),
            })
        }
        Err(diagnostics) => Outcome::Refused(Shared::new(diagnostics)),
    };
    Variant { program: Shared::new(compared.program), outcome }
}

/// How the lanes of all tasks of a program are made.
pub fn options(program: &Program) -> Options {
    let lines = program.source.lines().zip(1_u16..);
    Options { activities: Vec::new(), awaited: lines.filter_map(|(text, line)| Some((line, awaited_in_line(text)?))).collect() }
}

fn activities(program: &Program) -> Vec<ActivityLane> {
    let lane = |function: &crate::scenario::ActivityFunction| ActivityLane {
        function: function.function.clone(),
        label: function.label.clone(),
        copies: function.copies,
    };
    program.functions.iter().map(lane).collect()
}

/// "3.0x faster" with the sign for times; what a person would say if there is no difference or nothing to compare with.
fn ratio(text: &str, index: usize) -> String {
    match (index, text) {
        (0, _) => "baseline".to_string(),
        (_, "1.0x") => "same".to_string(),
        (_, text) => text.replacen("x ", "× ", 1),
    }
}

#[cfg(test)]
mod tests {
    use super::ratio;

    #[test]
    fn ratios_are_put_in_words() {
        assert_eq!(ratio("1.0x", 0), "baseline");
        assert_eq!(ratio("1.0x", 2), "same");
        assert_eq!(ratio("3.0x faster", 1), "3.0× faster");
        assert_eq!(ratio("", 1), "");
    }
}
