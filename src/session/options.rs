//! What a run is asked for.

use crate::scenario::{self, MachineSettings};
use crate::sim;
use crate::trace::Span;

/// How to run a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub settings: sim::Settings,
    /// Functions, other than coroutine functions, whose calls are recorded.
    pub watched: Vec<String>,
}

impl Options {
    /// For a program of a scenario with that machine.
    pub fn for_program(machine: &MachineSettings, program: &scenario::Program) -> Options {
        Options {
            settings: settings(machine),
            watched: program.functions.iter().map(|function| function.function.clone()).collect(),
        }
    }
}

/// The machine that a scenario asks for.
pub fn settings(machine: &MachineSettings) -> sim::Settings {
    sim::Settings {
        cores: u16::from(machine.cores),
        free_threaded: machine.free_threaded,
        instruction_cost: Span(u64::from(machine.instruction_cost)),
        ..sim::Settings::default()
    }
}
