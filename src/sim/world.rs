//! Everything that is simulated, and what a guest may do to it. The operations on loops, futures, tasks, threads and pools are in
//! the files named after them; each is a method of [`World`].

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::event_loop::EventLoop;
use super::executor::Pool;
use super::guest::{Guest, Mapper};
use super::process::Process;
use super::scheduler::{Alarm, Grant};
use super::settings::{Limit, Settings};
use super::thread::Thread;
use crate::trace::ids::*;
use crate::trace::strings::Strings;
use crate::trace::{Event, Recorder, Span, Time, What};

/// The simulated world.
pub struct World<G: Guest> {
    pub settings: Settings,
    pub recorder: Recorder,
    pub(super) ids: Ids,
    pub(super) processes: Vec<Process>,
    pub(super) threads: Vec<Thread>,
    pub(super) loops: Vec<EventLoop<G>>,
    pub(super) pools: Vec<Pool<G>>,
    /// Who is on each core.
    pub(super) cores: Vec<Option<ThreadId>>,
    /// Threads that wait for a core, next first.
    pub(super) run_queue: VecDeque<ThreadId>,
    /// Timed wake-ups of threads, some of them outdated.
    pub(super) alarms: BinaryHeap<Reverse<Alarm>>,
    /// What the thread that executes may do.
    pub(super) grant: Grant,
    /// Guest instructions executed so far.
    pub(super) instructions: u64,
    /// The number of events at which the run pauses.
    pub(super) pause_at: u64,
    pub(super) exceeded: Option<Limit>,
}

/// Counters for new ids, and for the order of things that are never named.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    futures: u32,
    tasks: u32,
    named_tasks: u32,
    handles: u32,
    jobs: u32,
    resources: u32,
    orders: u64,
}

impl Ids {
    pub fn future(&mut self) -> FutureId {
        FutureId(count(&mut self.futures))
    }

    pub fn task(&mut self) -> TaskId {
        TaskId::from_index(count(&mut self.tasks) as usize)
    }

    /// The number in the name of the next task that is given none.
    pub fn task_name(&mut self) -> u32 {
        count(&mut self.named_tasks) + 1
    }

    pub fn handle(&mut self) -> HandleId {
        HandleId(count(&mut self.handles))
    }

    pub fn job(&mut self) -> JobId {
        JobId(count(&mut self.jobs))
    }

    pub fn order(&mut self) -> u64 {
        self.orders += 1;
        self.orders
    }
}

fn count(counter: &mut u32) -> u32 {
    let id = *counter;
    *counter += 1;
    id
}

impl<G: Guest> World<G> {
    /// A machine with one process, whose main thread starts at time zero.
    pub fn new(settings: Settings, recorder: Recorder) -> World<G> {
        let cores = vec![None; usize::from(settings.cores.max(1))];
        let mut world = World {
            settings,
            recorder,
            ids: Ids::default(),
            processes: Vec::new(),
            threads: Vec::new(),
            loops: Vec::new(),
            pools: Vec::new(),
            cores,
            run_queue: VecDeque::new(),
            alarms: BinaryHeap::new(),
            grant: Grant::default(),
            instructions: 0,
            pause_at: u64::MAX,
            exceeded: None,
        };
        world.start_main_process();
        world
    }

    /// A copy whose references go through `mapper`. Its recorder only counts; give it another to keep a trace.
    pub fn map<M: Mapper<G>>(&self, mapper: &mut M) -> World<G> {
        World {
            settings: self.settings.clone(),
            recorder: Recorder::counting(self.recorder.count()),
            ids: self.ids.clone(),
            processes: self.processes.clone(),
            threads: self.threads.clone(),
            loops: self.loops.iter().map(|event_loop| event_loop.map(mapper)).collect(),
            pools: self.pools.iter().map(|pool| pool.map(mapper)).collect(),
            cores: self.cores.clone(),
            run_queue: self.run_queue.clone(),
            alarms: self.alarms.clone(),
            grant: self.grant,
            instructions: self.instructions,
            pause_at: self.pause_at,
            exceeded: self.exceeded,
        }
    }

    /// Where `thread` stands in virtual time.
    pub fn now(&self, thread: ThreadId) -> Time {
        self.threads[thread.index()].now
    }

    /// Lets `thread` use time on its core.
    pub fn spend(&mut self, thread: ThreadId, span: Span) {
        let thread = &mut self.threads[thread.index()];
        thread.now += span;
        thread.cpu += span;
    }

    /// Lets `thread` use time at the end of its present instruction, so that all the instruction does has the same time.
    pub(super) fn owe(&mut self, thread: ThreadId, span: Span) {
        self.threads[thread.index()].owed += span;
    }

    /// The present instruction is over.
    fn pay(&mut self, thread: ThreadId) {
        let thread = &mut self.threads[thread.index()];
        thread.now += std::mem::take(&mut thread.owed);
    }

    /// Pays for guest instructions that `thread` executed.
    pub fn charge(&mut self, thread: ThreadId, instructions: u64) {
        self.instructions += instructions;
        self.grant.instructions = self.grant.instructions.saturating_sub(instructions);
        self.spend(thread, Span(self.settings.instruction_cost.0.saturating_mul(instructions)));
    }

    /// What a look at the clock shows, after the time that the look takes: [`Settings::loop_cost`]. So two looks never show the same.
    pub fn look_at_clock(&mut self, thread: ThreadId) -> Time {
        self.spend(thread, self.settings.loop_cost);
        self.now(thread)
    }

    /// How many instructions that nobody else can notice the thread may execute before it asks again.
    pub fn allowance(&mut self, thread: ThreadId) -> u64 {
        if self.must_pause(thread) {
            return 0;
        }
        match self.settings.instruction_cost {
            Span::ZERO => self.grant.instructions,
            Span(cost) => self.grant.instructions.min(self.grant.run_until.since(self.now(thread)).0.div_ceil(cost)),
        }
    }

    /// How far the thread may run ahead before the scheduler wants to look at it again.
    pub fn time_left(&mut self, thread: ThreadId) -> Span {
        if self.must_pause(thread) { Span::ZERO } else { self.grant.run_until.since(self.now(thread)) }
    }

    /// May the thread's next instruction be one that others can notice? Only if no other thread is behind it in time.
    pub fn may_act(&mut self, thread: ThreadId) -> bool {
        self.pay(thread);
        self.now(thread) <= self.grant.sync_until
    }

    /// Must the guest return [`Stop::Paused`](super::guest::Stop::Paused) before its next instruction?
    pub fn must_pause(&mut self, thread: ThreadId) -> bool {
        self.pay(thread);
        self.grant.instructions == 0
            || self.grant_is_over(thread)
            || self.recorder.count() >= self.pause_at
            || self.exceeded.is_some()
    }

    /// Has the time come at which the scheduler wants to look at the thread again?
    pub(super) fn grant_is_over(&self, thread: ThreadId) -> bool {
        self.now(thread) >= self.grant.run_until
    }

    /// Sets the line of the user's program for the thread's next events; 0 where there is none.
    pub fn set_line(&mut self, thread: ThreadId, line: u16) {
        self.threads[thread.index()].line = line;
    }

    /// Records that something happened on `thread` at its present time.
    pub fn record(&mut self, thread: ThreadId, make: impl FnOnce(&mut Strings) -> What) {
        let Thread { now: at, line, task, .. } = self.threads[thread.index()];
        self.recorder.record(|strings| Event { at, thread, line, task, what: make(strings) });
    }

    /// Records that something was done to `thread` at a time that need not be its own.
    pub(super) fn record_at(&mut self, at: Time, thread: ThreadId, what: What) {
        let Thread { line, task, .. } = self.threads[thread.index()];
        self.recorder.record(|_| Event { at, thread, line, task, what });
    }

    /// How far the run has come: no thread is later.
    pub fn present(&self) -> Time {
        self.threads.iter().map(|thread| thread.now).max().unwrap_or_default()
    }

    /// Records that the run is over, with the error that ended it. Whoever runs the machine calls it once, at the end.
    pub fn record_end(&mut self, error: Option<&str>) {
        let at = self.present();
        self.recorder.record(|strings| {
            let error = error.map(|error| strings.intern(error));
            Event { at, thread: ThreadId::MAIN, line: 0, task: None, what: What::Ended { error } }
        });
    }

    /// Reports that a limit which the guest watches was reached: the run ends there.
    pub fn exceed(&mut self, limit: Limit) {
        self.exceeded = Some(limit);
    }

    /// Guest instructions executed so far, by all threads.
    pub fn instructions(&self) -> u64 {
        self.instructions
    }

    /// An id for a lock or the like, to park on with [`ThreadWait::Resource`](crate::trace::event::ThreadWait::Resource).
    pub fn new_resource(&mut self) -> ResourceId {
        ResourceId(count(&mut self.ids.resources))
    }

    /// An id for a job that runs elsewhere than in a pool.
    pub fn new_job(&mut self) -> JobId {
        self.ids.job()
    }

    pub fn thread(&self, id: ThreadId) -> &Thread {
        &self.threads[id.index()]
    }

    /// All threads of the run, those that ended included.
    pub fn threads(&self) -> &[Thread] {
        &self.threads
    }

    pub fn process(&self, id: ProcessId) -> &Process {
        &self.processes[id.index()]
    }

    pub fn processes(&self) -> &[Process] {
        &self.processes
    }

    /// Who executes on each core.
    pub fn cores(&self) -> &[Option<ThreadId>] {
        &self.cores
    }

    /// The threads that wait for a core, next first.
    pub fn run_queue(&self) -> impl Iterator<Item = ThreadId> {
        self.run_queue.iter().copied()
    }

    pub fn event_loop(&self, id: LoopId) -> &EventLoop<G> {
        &self.loops[id.index()]
    }

    pub fn loops(&self) -> &[EventLoop<G>] {
        &self.loops
    }

    /// All executors of the run.
    pub fn pools(&self) -> impl Iterator<Item = &Pool<G>> {
        self.pools.iter()
    }

    pub fn pool(&self, id: PoolId) -> &Pool<G> {
        &self.pools[id.index()]
    }
}
