//! From a trace to a timeline: one pass over the events, constant work for each.
//!
//! A task is ready from `TaskCreated` or `TaskReady` on, waits from `TaskSuspended` on, and does what its thread does during a step. A job is
//! ready from `JobSubmitted` on and does what its thread does from `JobStarted` on. Threads say themselves what they do.

use std::collections::{BTreeMap, HashMap};

use crate::trace::event::{Contended, FutureRef, Outcome, TaskWait, ThreadRole, ThreadWait};
use crate::trace::ids::*;
use crate::trace::{Event, StrId, Time, Trace, What};

use super::activity::{Activities, ActivityLane};
use super::calls::Calls;
use super::lane::Stamp;
use super::naming;
use super::order::order;
use super::owners::{LaneId, Mode, Owners};
use super::track::{Actor, Flow, FlowKind, MarkKind, Reason, State, Timeline, Track, TrackKind};

/// What to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The lanes of the activity view; if empty, there is a lane for each process, thread, task and job instead.
    pub activities: Vec<ActivityLane>,
    /// What the lines of the program await, by line from 1: "queue.get()".
    pub awaited: BTreeMap<u16, String>,
}

impl Timeline {
    /// The picture of a run, or of as much of it as `trace` has. Takes time in proportion to the number of events.
    pub fn build(trace: &Trace, options: &Options) -> Timeline {
        Timeline::build_until(trace, options, trace.events.len())
    }

    /// The picture of the first so many events: what is not there yet has no lane, and what goes on ends with the last of them.
    pub fn build_until(trace: &Trace, options: &Options, events: usize) -> Timeline {
        let mut builder = Builder::new(trace, options);
        for (step, event) in trace.events.iter().take(events).enumerate() {
            builder.event(step as u32, event);
        }
        let mut timeline = builder.finish(!options.activities.is_empty());
        timeline.names.awaited.clone_from(&options.awaited);
        timeline
    }
}

/// A call that has a lane of its own.
struct Activity {
    lane: LaneId,
    thread: ThreadId,
    task: Option<TaskId>,
}

struct Builder<'a> {
    trace: &'a Trace,
    owners: Owners,
    activities: Activities<'a>,
    /// The calls in progress that have lanes, by their number.
    entered: HashMap<u32, Activity>,
    calls: Calls,
    flows: Vec<Flow>,
    now: Stamp,
    end: Option<Time>,
}

impl<'a> Builder<'a> {
    fn new(trace: &'a Trace, options: &'a Options) -> Builder<'a> {
        let mut owners = Owners::default();
        let activities = Activities::new(&options.activities, &mut owners.lanes);
        let calls = Calls::default();
        Builder { trace, owners, activities, entered: HashMap::new(), calls, flows: Vec::new(), now: Stamp::default(), end: None }
    }

    fn event(&mut self, step: u32, event: &Event) {
        let now = Stamp { at: event.at, step };
        self.now = now;
        let thread = event.thread;
        match event.what {
            What::ProcessStarted { process, name } => {
                let lane = self.owners.process(process).lane;
                self.rename(lane, name);
            }
            What::ThreadStarted { process, name, role } => self.thread_started(thread, process, name, role),
            What::ThreadEnded => self.thread_does(thread, None, None),
            What::ThreadRuns { core } => self.thread_does(thread, Some(core), Some((State::Running, None))),
            What::ThreadQueues { for_ } => self.thread_does(thread, None, Some(queued(for_))),
            What::ThreadWaits { on } => self.thread_does(thread, None, Some(waiting(on))),
            What::CallbackQueued { handle, .. } => self.callback_queued(event, handle),
            What::CallbackStarted { handle, .. } => {
                let from = self.owners.handles.remove(&handle);
                self.owners.thread(thread).callback_from = from;
            }
            What::CallbackEnded { .. } => self.owners.thread(thread).callback_from = None,
            What::TaskCreated { task, name, coroutine } => self.task_created(event, task, name, coroutine),
            What::TaskRenamed { task, name } => {
                let lane = self.owners.task(task).lane;
                self.rename(lane, name);
            }
            What::TaskReady { task, cause } => self.task_ready(event, task, cause),
            What::StepStarted { task } => self.owners.enter_task(now, thread, task),
            What::TaskSuspended { on } => self.task_suspended(event, on),
            What::TaskDone { outcome, .. } => self.task_done(event, outcome),
            What::CancelRequested { task } => {
                let lane = self.owners.task(task).lane;
                self.owners.lanes[lane].mark(now, MarkKind::CancelRequested);
            }
            What::JobSubmitted { job, name, .. } => self.job_submitted(event, job, name),
            What::JobStarted { job } => self.job_started(thread, job),
            What::JobDone { job, outcome } => self.job_done(thread, job, outcome),
            What::CallEntered { function, call, .. } => {
                self.activity_entered(event, function, call);
                let lane = self.owners.lane_of(thread, event.task);
                self.calls.enter(self.trace, &mut self.owners.lanes, lane, (step, event));
            }
            What::CallReturned { call, raised } => {
                self.activity_returned(call);
                self.calls.leave(&mut self.owners.lanes, call, event.at, raised);
            }
            What::FunctionDone { .. } => {
                let lane = self.owners.lane_of(thread, event.task);
                self.calls.was(self.trace, lane, (step, event));
            }
            What::Printed { text, .. } => self.mark_here(event, MarkKind::Printed(text)),
            // A task's failure is told by `TaskDone`.
            What::Uncaught { .. } if event.task.is_none() => self.mark_here(event, MarkKind::Failed),
            What::Ended { .. } => self.end = Some(event.at),
            What::Uncaught { .. }
            | What::ProcessEnded { .. }
            | What::LoopStarted { .. }
            | What::LoopStopped { .. }
            | What::IterationStarted { .. }
            | What::TimerSet { .. }
            | What::TimerFired { .. }
            | What::TimerCancelled { .. }
            | What::FutureDone { .. } => {}
        }
    }

    fn rename(&mut self, lane: LaneId, name: StrId) {
        self.trace.text(name).clone_into(&mut self.owners.lanes[lane].track.label);
    }

    fn thread_does(&mut self, thread: ThreadId, core: Option<CoreId>, mode: Option<Mode>) {
        self.owners.set_core(self.now, thread, core);
        self.owners.set_thread(self.now, thread, mode);
    }

    fn thread_started(&mut self, id: ThreadId, process: ProcessId, name: StrId, role: ThreadRole) {
        self.owners.process(process);
        let housekeeping = naming::is_housekeeping_thread(self.trace.text(name));
        let thread = self.owners.thread(id);
        thread.process = process;
        thread.housekeeping = housekeeping;
        // The first process's main thread and the workers are there for more than one thing.
        thread.fresh = match role {
            ThreadRole::Main => process != ProcessId::MAIN,
            ThreadRole::Thread => true,
            ThreadRole::Worker(_) => false,
        };
        let lane = thread.lane;
        self.rename(lane, name);
        let queued = Some((State::Ready, None));
        self.owners.set_thread(self.now, id, queued);
    }

    fn callback_queued(&mut self, event: &Event, handle: HandleId) {
        let from = match event.task {
            Some(task) => Some(self.owners.task(task).lane),
            None => self.owners.thread(event.thread).callback_from,
        };
        if let Some(from) = from {
            self.owners.handles.insert(handle, from);
        }
    }

    fn task_created(&mut self, event: &Event, id: TaskId, name: StrId, coroutine: StrId) {
        let housekeeping = naming::is_housekeeping_task(self.trace.text(coroutine));
        let task = self.owners.task(id);
        task.thread = event.thread;
        task.housekeeping = housekeeping && event.task.is_none();
        task.fresh = event.task.is_some();
        let lane = task.lane;
        self.rename(lane, name);
        self.trace.text(coroutine).clone_into(&mut self.owners.lanes[lane].track.detail);
        self.owners.lanes[lane].mark(self.now, MarkKind::Created);
        self.owners.set_task(self.now, id, (State::Ready, Some(Reason::ReadyQueue)));
        if event.task.is_some() {
            let from = self.owners.lane_of(event.thread, event.task);
            self.flow(from, lane, FlowKind::Created);
        }
    }

    fn task_ready(&mut self, event: &Event, id: TaskId, cause: Option<FutureRef>) {
        let task = self.owners.task(id);
        let (lane, job) = (task.lane, task.job);
        if task.running {
            task.ready_again = true;
        } else {
            self.owners.set_task(self.now, id, (State::Ready, Some(Reason::ReadyQueue)));
        }
        let from = match cause {
            None => None,
            Some(FutureRef::Task(done)) => Some(self.owners.task(done).lane),
            Some(FutureRef::Future(_)) => match (job, event.task) {
                (Some(job), _) => Some(self.owners.job(job).lane),
                (None, Some(task)) => Some(self.owners.task(task).lane),
                (None, None) => self.owners.thread(event.thread).callback_from,
            },
        };
        if let Some(from) = from.filter(|&from| from != lane) {
            self.flow(from, lane, FlowKind::Woke);
        }
    }

    fn task_suspended(&mut self, event: &Event, on: TaskWait) {
        let Some(id) = event.task else { return };
        self.owners.leave_task(event.thread, id);
        let task = self.owners.task(id);
        task.job = if let TaskWait::Job(job) = on { Some(job) } else { None };
        let ready_again = std::mem::take(&mut task.ready_again);
        let mode = match on {
            _ if ready_again => (State::Ready, Some(Reason::ReadyQueue)),
            TaskWait::NextIteration => (State::Ready, Some(Reason::ReadyQueue)),
            TaskWait::Sleep(_) => (State::Waiting, Some(Reason::Sleep)),
            TaskWait::Future(future) => (State::Waiting, Some(Reason::Future { future, line: event.line })),
            TaskWait::Task(task) => (State::Waiting, Some(Reason::Task(task))),
            TaskWait::Job(job) => (State::Waiting, Some(Reason::Job(job))),
        };
        self.owners.set_task(self.now, id, mode);
    }

    fn task_done(&mut self, event: &Event, outcome: Outcome) {
        let Some(id) = event.task else { return };
        self.owners.leave_task(event.thread, id);
        let task = self.owners.task(id);
        let lane = task.lane;
        let calls = std::mem::take(&mut task.calls);
        for lane in calls.into_iter().chain([lane]) {
            self.owners.lanes[lane].close(self.now.at);
        }
        self.owners.lanes[lane].mark(self.now, ending(outcome));
    }

    fn job_submitted(&mut self, event: &Event, id: JobId, name: StrId) {
        let job = self.owners.job(id);
        job.thread = event.thread;
        job.fresh = true;
        let lane = job.lane;
        self.rename(lane, name);
        self.owners.lanes[lane].mark(self.now, MarkKind::Created);
        self.owners.lanes[lane].set(self.now, State::Ready, Some(Reason::Worker));
        let from = self.owners.lane_of(event.thread, event.task);
        self.flow(from, lane, FlowKind::Created);
    }

    fn job_started(&mut self, thread: ThreadId, id: JobId) {
        let job = self.owners.job(id);
        job.thread = thread;
        let lane = job.lane;
        self.owners.thread(thread).job = Some(id);
        let (state, reason) = self.owners.call_mode(thread, None);
        self.owners.lanes[lane].set(self.now, state, reason);
    }

    fn job_done(&mut self, thread: ThreadId, id: JobId, outcome: Outcome) {
        let lane = self.owners.job(id).lane;
        let thread = self.owners.thread(thread);
        thread.job = thread.job.filter(|&job| job != id);
        self.owners.lanes[lane].close(self.now.at);
        self.owners.lanes[lane].mark(self.now, ending(outcome));
    }

    fn activity_entered(&mut self, event: &Event, function: StrId, call: u32) {
        let Some(lane) = self.activities.enter(self.trace, function) else { return };
        let (thread, task) = (event.thread, event.task);
        if let Some(owner) = self.first_call_of(thread, task) {
            let [copy, owner] = self.owners.lanes.get_disjoint_mut([lane, owner]).expect("an activity's lane has no activities");
            copy.begin_like(owner);
        }
        match task {
            Some(task) => self.owners.task(task).calls.push(lane),
            None => self.owners.thread(thread).calls.push(lane),
        }
        self.entered.insert(call, Activity { lane, thread, task });
        let actor = task.map(Actor::Task).or((thread != ThreadId::MAIN).then_some(Actor::Thread(thread)));
        self.owners.lanes[lane].track.actor = actor;
        let (state, reason) = self.owners.call_mode(thread, task);
        self.owners.lanes[lane].set(self.now, state, reason);
        self.owners.lanes[lane].mark(self.now, MarkKind::Created);
    }

    /// The lane of the task, job or thread that was made for this call, if it was: its time until now belongs to the call.
    fn first_call_of(&mut self, thread: ThreadId, task: Option<TaskId>) -> Option<LaneId> {
        let (fresh, lane) = if let Some(task) = task {
            let task = self.owners.task(task);
            (&mut task.fresh, task.lane)
        } else if let Some(job) = self.owners.thread(thread).job {
            let job = self.owners.job(job);
            (&mut job.fresh, job.lane)
        } else {
            let thread = self.owners.thread(thread);
            (&mut thread.fresh, thread.lane)
        };
        std::mem::take(fresh).then_some(lane)
    }

    fn activity_returned(&mut self, call: u32) {
        let Some(Activity { lane, thread, task }) = self.entered.remove(&call) else { return };
        let calls = match task {
            Some(task) => &mut self.owners.task(task).calls,
            None => &mut self.owners.thread(thread).calls,
        };
        calls.retain(|&other| other != lane);
        self.owners.lanes[lane].close(self.now.at);
        self.owners.lanes[lane].mark(self.now, MarkKind::Done);
    }

    /// Marks the event's lane, and that of its innermost call.
    fn mark_here(&mut self, event: &Event, kind: MarkKind) {
        let lane = self.owners.lane_of(event.thread, event.task);
        self.owners.lanes[lane].mark(self.now, kind);
        let calls = match event.task {
            Some(task) => &self.owners.task(task).calls,
            None => &self.owners.thread(event.thread).calls,
        };
        if let Some(&call) = calls.last() {
            self.owners.lanes[call].mark(self.now, kind);
        }
    }

    fn flow(&mut self, from: LaneId, to: LaneId, kind: FlowKind) {
        // Lanes are numbered by `u32` ids.
        self.flows.push(Flow { at: self.now.at, step: self.now.step, from: from as u32, to: to as u32, kind });
    }

    fn finish(mut self, only_activities: bool) -> Timeline {
        let end = self.end.unwrap_or(self.now.at);
        let calls_left_out = self.calls.left_out();
        let functions = self.calls.finish(&mut self.owners.lanes, end);
        let order = order(&self.owners, only_activities);
        naming::label(&mut self.owners);
        self.owners.name_actors();
        let names = naming::names(&self.owners, functions);
        let mut place = vec![None; self.owners.lanes.len()];
        for (index, &(lane, _)) in order.iter().enumerate() {
            place[lane] = Some(index as u32);
        }
        let flows = self.flows.iter().filter_map(|flow| {
            let (from, to) = (place[flow.from as usize]?, place[flow.to as usize]?);
            Some(Flow { from, to, ..*flow })
        });
        let flows = flows.collect();
        let mut lanes: Vec<_> = self.owners.lanes.into_iter().map(Some).collect();
        let finished = order.iter().filter_map(|&(lane, depth)| Some((lanes[lane].take()?.into_track(end), depth)));
        let tracks: Vec<Track> = finished.map(|(track, depth)| Track { depth, ..track }).collect();
        let mut timeline = Timeline { tracks, flows, end, names, calls_left_out, ..Timeline::default() };
        for track in &timeline.tracks {
            if matches!(track.kind, TrackKind::Thread(_) | TrackKind::Activity { .. }) {
                timeline.totals.merge(&track.totals());
            }
        }
        timeline
    }
}

fn queued(for_: Contended) -> Mode {
    match for_ {
        Contended::Gil => (State::Ready, Some(Reason::Gil)),
        Contended::Core => (State::Ready, Some(Reason::Core)),
    }
}

fn waiting(on: ThreadWait) -> Mode {
    match on {
        ThreadWait::Sleep => (State::Waiting, Some(Reason::Sleep)),
        ThreadWait::Select => (State::Idle, Some(Reason::Select)),
        ThreadWait::Join(thread) => (State::Waiting, Some(Reason::Thread(thread))),
        ThreadWait::JoinProcess(process) => (State::Waiting, Some(Reason::Process(process))),
        ThreadWait::Job(job) => (State::Waiting, Some(Reason::Job(job))),
        ThreadWait::Work(pool) => (State::Idle, Some(Reason::Work(pool))),
        ThreadWait::Resource { kind, holder, .. } => (State::Waiting, Some(Reason::Resource { kind, holder })),
    }
}

fn ending(outcome: Outcome) -> MarkKind {
    match outcome {
        Outcome::Returned => MarkKind::Done,
        Outcome::Raised => MarkKind::Failed,
        Outcome::Cancelled => MarkKind::Cancelled,
    }
}
