//! Copies of the machine, taken during a run so that every event of it is near one.

use super::python_machine::{self, Machine};

/// More copies than this are thinned out.
const MAX_COPIES: usize = 64;
/// Copies that have more values than this together are thinned out too.
const MAX_VALUES: u64 = 12_000_000;
/// Instructions between the first copies.
const FIRST_INTERVAL: u64 = 100_000;
/// Instructions from one copy to the next, for each value that is copied: to copy a value takes as long as to execute ten or so, so
/// that the copying stays below a tenth of the run.
const INSTRUCTIONS_PER_VALUE: u64 = 100;

/// The copies of a run.
pub struct Checkpoints {
    /// In the order of the run; never empty.
    kept: Vec<Checkpoint>,
    /// Instructions from one copy to the next. Doubles when copies are thinned out.
    interval: u64,
}

struct Checkpoint {
    machine: Machine,
    values: u64,
}

impl Checkpoint {
    fn of(machine: &mut Machine) -> Checkpoint {
        // The trace stays with the run: a copy has nothing to record.
        let trace = machine.world.recorder.take();
        let (copy, values) = python_machine::copy(machine);
        if let Some(trace) = trace {
            machine.world.recorder.resume(trace);
        }
        Checkpoint { machine: copy, values }
    }
}

impl Checkpoints {
    /// With a first copy, of a machine that has not executed anything.
    pub fn new(machine: &mut Machine) -> Checkpoints {
        Checkpoints { kept: vec![Checkpoint::of(machine)], interval: FIRST_INTERVAL }
    }

    /// How many instructions `machine` should execute before it is copied; zero if that is due.
    pub fn due_in(&self, machine: &Machine) -> u64 {
        let last = self.last();
        let interval = self.interval.max(last.values.saturating_mul(INSTRUCTIONS_PER_VALUE));
        (last.machine.world.instructions() + interval).saturating_sub(machine.world.instructions())
    }

    pub fn add(&mut self, machine: &mut Machine) {
        self.kept.push(Checkpoint::of(machine));
        let values = |kept: &[Checkpoint]| kept.iter().map(|checkpoint| checkpoint.values).sum::<u64>();
        while self.kept.len() > MAX_COPIES || (self.kept.len() > 2 && values(&self.kept) > MAX_VALUES) {
            self.thin_out();
        }
    }

    /// The copy from which event number `event` is reached with the fewest instructions. It is not beyond the first moment at
    /// which a machine can be stopped after that event, so that it does not matter which copy a state is reached from.
    pub fn before(&self, event: u64) -> &Machine {
        let later = self.kept.partition_point(|checkpoint| checkpoint.machine.world.recorder.count() <= event);
        // The first copy is of a machine that has recorded the beginning of the main thread, and nothing was executed before.
        &self.kept[later.saturating_sub(1)].machine
    }

    fn last(&self) -> &Checkpoint {
        self.kept.last().expect("there is a first copy")
    }

    /// Drops every other copy.
    fn thin_out(&mut self) {
        let mut index = 0;
        self.kept.retain(|_| {
            index += 1;
            index % 2 == 1
        });
        self.interval *= 2;
    }
}
