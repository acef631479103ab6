//! The machine a scenario asks for.

use serde::{Deserialize, Serialize};

use super::problem::{Place, Problem};

/// What of the simulated machine a scenario sets. The session turns it into the machine's own settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MachineSettings {
    /// Number of CPU cores that processes run on.
    pub cores: u8,
    /// Whether threads of a process run without a GIL.
    pub free_threaded: bool,
    /// Virtual time that one executed instruction takes, in ns.
    pub instruction_cost: u32,
}

impl MachineSettings {
    pub const MAX_CORES: u8 = 64;
    /// A millisecond: beyond it, even `main()` alone would hide the waits that a scenario shows.
    pub const MAX_INSTRUCTION_COST: u32 = 1_000_000;

    pub(super) fn is_default(&self) -> bool {
        *self == MachineSettings::default()
    }

    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        if !(1..=Self::MAX_CORES).contains(&self.cores) {
            problems.push(Problem::new(Place::Machine, format!("The number of cores must be from 1 to {}.", Self::MAX_CORES)));
        }
        if self.instruction_cost > Self::MAX_INSTRUCTION_COST {
            let message = format!("An instruction may cost at most {} ns.", Self::MAX_INSTRUCTION_COST);
            problems.push(Problem::new(Place::Machine, message));
        }
    }
}

impl Default for MachineSettings {
    fn default() -> MachineSettings {
        MachineSettings { cores: 4, free_threaded: false, instruction_cost: 20 }
    }
}
