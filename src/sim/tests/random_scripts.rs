//! Properties that hold for any program: the trace is in the order of time, and neither slices nor copies change a run.

use super::scripted::{Op, Op::*, Script, copy};
use super::*;
use crate::trace::ids::{CoreId, ProcessId, ThreadId};

/// A small generator of pseudo-random numbers (xorshift64*), so that a seed names a program.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % bound
    }

    fn name(&mut self) -> &'static str {
        ["a", "b", "c", "d"][self.below(4) as usize]
    }

    fn span(&mut self) -> Span {
        Span(self.below(12_000_000))
    }

    /// What a coroutine does; everything is spawned and cancelled under few names.
    fn coroutine(&mut self, depth: u64) -> Script {
        let length = 2 + self.below(5);
        let futures = ["a", "b", "c", "d"].map(NewFuture).into_iter().filter(|_| depth == 3);
        let futures: Vec<Op> = futures.collect();
        let ops: Vec<Op> = (0..length).map(|_| self.coroutine_op(depth)).collect();
        futures.into_iter().chain(ops).collect()
    }

    fn coroutine_op(&mut self, depth: u64) -> Op {
        match self.below(15) {
            13 => Await(self.name()),
            14 => Cancel(self.name()),
            0 => SleepZero,
            1 | 2 => Sleep(self.span()),
            3 => BlockSleep(self.span()),
            4 => Print("coroutine"),
            5 => Catch,
            6 if depth > 0 => Cancel("main"),
            7 if depth > 0 => Submit("job", "pool", self.thread()),
            8 if depth > 0 => CallLater("timer", self.span(), [PrintIteration("timer")].into()),
            9 | 10 if depth > 0 => Spawn(self.name(), self.coroutine(depth - 1)),
            _ => Compute(self.below(9_000)),
        }
    }

    fn thread(&mut self) -> Script {
        let length = 2 + self.below(5);
        let op = |_| match self.below(7) {
            5 => CallMainLoop([PrintIteration("called")].into()),
            6 => CallMainLoop([Cancel("a"), Cancel("b")].into()),
            0 => BlockSleep(self.span()),
            1 => Print("thread"),
            2 => StartThread("child", [Compute(self.below(9_000)), Print("child")].into()),
            _ => Compute(self.below(9_000)),
        };
        (0..length).map(op).collect()
    }

    fn program(&mut self) -> Vec<Op> {
        let mut program = vec![NewPool("pool", PoolKind::Threads, 2)];
        for _ in 0..self.below(4) {
            program.push(if self.below(3) == 0 { StartProcess("p", self.thread()) } else { StartThread("t", self.thread()) });
        }
        program.push(RunLoop(self.coroutine(3)));
        program.push(BlockSleep(span(60)));
        program
    }

    fn settings(&mut self) -> Settings {
        Settings { cores: 1 + self.below(3) as u16, free_threaded: self.below(2) == 0, ..settings() }
    }
}

/// The events of a run, as text.
fn events(machine: &Machine<scripted::Scripted>) -> Vec<String> {
    trace(machine).events.iter().map(|event| format!("{event:?}")).collect()
}

/// Runs the program of each seed at once and by `other`, and compares the traces.
fn check_same(mut other: impl FnMut(&mut Random, Machine<scripted::Scripted>) -> Machine<scripted::Scripted>) {
    for seed in 1..=200 {
        let mut random = Random(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        let (settings, program) = (random.settings(), random.program());
        let mut expected = machine(settings.clone(), &program);
        assert_ne!(expected.run(ALL), Status::Paused);
        assert_in_order(trace(&expected));
        let found = other(&mut random, machine(settings, &program));
        assert_eq!(events(&found), events(&expected), "seed {seed}");
    }
}

#[test]
fn slices_of_any_size_give_the_same_run() {
    check_same(|random, mut machine| {
        loop {
            let instructions = 1 + random.below(3_000);
            let until_events = (random.below(2) == 0).then(|| machine.world.recorder.count() + 1 + random.below(5));
            if machine.run(Budget { instructions, until_events }) != Status::Paused {
                return machine;
            }
        }
    });
}

#[test]
fn a_copy_goes_on_as_the_original() {
    check_same(|random, mut machine| {
        loop {
            let status = machine.run(Budget { instructions: 1 + random.below(5_000), until_events: None });
            if status != Status::Paused {
                return machine;
            }
            let next = copy(&machine);
            // What happens to the original does not change the copy.
            machine.run(Budget { instructions: 2_000, until_events: None });
            machine = next;
        }
    });
}

#[test]
fn a_run_pauses_at_the_event_that_is_asked_for() {
    let mut random = Random(7);
    let mut machine = machine(settings(), &random.program());
    let mut last = machine.world.recorder.count();
    while machine.run(Budget { instructions: u64::MAX, until_events: Some(last + 1) }) == Status::Paused {
        let count = machine.world.recorder.count();
        assert!(count > last && count <= last + 4, "one instruction or one scheduling decision at a time: {last} to {count}");
        last = count;
    }
}

#[test]
fn a_core_and_a_gil_have_one_holder_at_a_time() {
    for seed in 1..=200 {
        let mut random = Random(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        let (settings, program) = (random.settings(), random.program());
        let free_threaded = settings.free_threaded;
        let mut machine = machine(settings, &program);
        assert_ne!(machine.run(ALL), Status::Paused);
        let mut running: Vec<(ThreadId, CoreId, ProcessId)> = Vec::new();
        for event in &trace(&machine).events {
            let process = machine.world.thread(event.thread).process;
            match event.what {
                What::ThreadRuns { core } => {
                    assert!(running.iter().all(|&(_, taken, _)| taken != core), "seed {seed}: {event:?} on a core that is taken");
                    let alone = running.iter().all(|&(_, _, other)| other != process);
                    assert!(free_threaded || alone, "seed {seed}: {event:?} beside another thread of its process");
                    running.push((event.thread, core, process));
                }
                What::ThreadQueues { .. } | What::ThreadWaits { .. } | What::ThreadEnded => {
                    running.retain(|&(thread, ..)| thread != event.thread);
                }
                What::Printed { .. } => {
                    assert!(running.iter().any(|&(thread, ..)| thread == event.thread), "seed {seed}: {event:?} without a core");
                }
                _ => {}
            }
        }
    }
}
