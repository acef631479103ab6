//! The variants of a scenario, run side by side.

use std::rc::Rc;

use crate::scenario::{Program, Scenario};
use crate::trace::Time;

use super::options::Options;
use super::python_machine::Diagnostic;
use super::recording::Recording;
use super::run::{Progress, Run};

/// The variants of a scenario while they run.
pub struct Comparison {
    variants: Vec<Variant>,
    /// Whose turn it is.
    next: usize,
}

struct Variant {
    program: Program,
    state: State,
}

enum State {
    Running(Box<Run>),
    Over(Result<Rc<Recording>, Vec<Diagnostic>>),
}

/// A variant that is over.
#[derive(Clone)]
pub struct Compared {
    pub program: Program,
    /// The recording, or what keeps the program from being run.
    pub result: Result<Rc<Recording>, Vec<Diagnostic>>,
}

/// How far the variants have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overall {
    /// Instructions executed so far by those that run.
    pub instructions: u64,
    /// The latest virtual time of those that run.
    pub now: Time,
    /// How many variants still run.
    pub running: usize,
}

impl Comparison {
    /// Instructions that a variant executes before the next one has its turn.
    const SLICE: u64 = 20_000;

    /// Starts all variants of a scenario, which must be free of problems.
    pub fn new(scenario: &Scenario) -> Comparison {
        let start = |program: Program| {
            let options = Options::for_program(&scenario.machine, &program);
            let state = match Run::new(&file_name(&program), &program.source, &options) {
                Ok(run) => State::Running(Box::new(run)),
                Err(diagnostics) => State::Over(Err(diagnostics)),
            };
            Variant { program, state }
        };
        Comparison { variants: scenario.programs().into_iter().map(start).collect(), next: 0 }
    }

    /// Goes on for about that many instructions in all, taking turns. Returns how far it came.
    pub fn advance(&mut self, instructions: u64) -> Overall {
        let mut left = instructions;
        while left > 0 && !self.is_over() {
            let slice = left.min(Self::SLICE);
            let variant = self.variants.remove(self.next);
            left -= if variant.is_over() { 0 } else { slice };
            self.variants.insert(self.next, variant.advance(slice));
            self.next = (self.next + 1) % self.variants.len();
        }
        self.progress()
    }

    pub fn progress(&self) -> Overall {
        let mut overall = Overall { instructions: 0, now: Time::ZERO, running: 0 };
        for variant in &self.variants {
            let State::Running(run) = &variant.state else { continue };
            overall.running += 1;
            if let Progress::Running { instructions, now } = run.progress() {
                overall.instructions += instructions;
                overall.now = overall.now.max(now);
            }
        }
        overall
    }

    pub fn is_over(&self) -> bool {
        self.variants.iter().all(Variant::is_over)
    }

    /// The variants in their order. Those that still run are stopped where they stand.
    pub fn finish(self) -> Vec<Compared> {
        self.variants.into_iter().map(Variant::finish).collect()
    }
}

impl Variant {
    fn is_over(&self) -> bool {
        matches!(self.state, State::Over(_))
    }

    fn advance(self, instructions: u64) -> Variant {
        let state = match self.state {
            State::Running(mut run) => match run.advance(instructions) {
                Progress::Running { .. } => State::Running(run),
                Progress::Done(_) => State::Over(Ok(Rc::new(run.finish()))),
            },
            over => over,
        };
        Variant { program: self.program, state }
    }

    fn finish(self) -> Compared {
        let result = match self.state {
            State::Running(run) => Ok(Rc::new(run.finish())),
            State::Over(result) => result,
        };
        Compared { program: self.program, result }
    }
}

/// What tracebacks call a variant: "concurrent.py".
fn file_name(program: &Program) -> String {
    let plain: String = program.name.chars().filter(char::is_ascii_alphanumeric).collect();
    if plain.is_empty() { "program.py".to_string() } else { format!("{}.py", plain.to_ascii_lowercase()) }
}
