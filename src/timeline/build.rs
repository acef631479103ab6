//! From a trace to a timeline: one pass over the events, constant work for each.
//!
//! A task is ready from `TaskCreated` or `TaskReady` on, waits from `TaskSuspended` on, and does what its thread does during a step. A job is
//! ready from `JobSubmitted` on and does what its thread does from `JobStarted` on. Threads say themselves what they do.

use std::collections::HashMap;

use crate::trace::event::{Contended, FutureRef, Outcome, TaskWait, ThreadRole, ThreadWait};
use crate::trace::ids::*;
use crate::trace::{Event, StrId, Time, Trace, What};

use super::activity::{Activities, ActivityLane};
use super::lane::Stamp;
use super::owners::{LaneId, Mode, Owners};
use super::track::{Flow, FlowKind, MarkKind, Names, Reason, State, Timeline, Track, TrackKind};

/// What to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The lanes of the activity view; if empty, there is a lane for each process, thread, task and job instead.
    pub activities: Vec<ActivityLane>,
}

impl Timeline {
    /// The picture of a run, or of as much of it as `trace` has. Takes time in proportion to the number of events.
    pub fn build(trace: &Trace, options: &Options) -> Timeline {
        let mut builder = Builder::new(trace, options);
        for (step, event) in trace.events.iter().enumerate() {
            builder.event(step as u32, event);
        }
        builder.finish(!options.activities.is_empty())
    }
}

/// A call that has a lane.
struct Call {
    lane: LaneId,
    thread: ThreadId,
    task: Option<TaskId>,
}

struct Builder<'a> {
    trace: &'a Trace,
    owners: Owners,
    activities: Activities<'a>,
    calls: HashMap<u32, Call>,
    flows: Vec<Flow>,
    now: Stamp,
    end: Option<Time>,
}

impl<'a> Builder<'a> {
    fn new(trace: &'a Trace, options: &'a Options) -> Builder<'a> {
        let mut owners = Owners::default();
        let activities = Activities::new(&options.activities, &mut owners.lanes);
        Builder { trace, owners, activities, calls: HashMap::new(), flows: Vec::new(), now: Stamp::default(), end: None }
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
            What::ThreadEnded => self.owners.set_thread(now, thread, None),
            What::ThreadRuns { .. } => self.owners.set_thread(now, thread, Some((State::Running, None))),
            What::ThreadQueues { for_ } => self.owners.set_thread(now, thread, Some(queued(for_))),
            What::ThreadWaits { on } => self.owners.set_thread(now, thread, Some(waiting(on))),
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
            What::CallEntered { function, call } => self.call_entered(event, function, call),
            What::CallReturned { call } => self.call_returned(call),
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

    fn thread_started(&mut self, id: ThreadId, process: ProcessId, name: StrId, role: ThreadRole) {
        self.owners.process(process);
        let thread = self.owners.thread(id);
        thread.process = process;
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
        let task = self.owners.task(id);
        task.thread = event.thread;
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
            TaskWait::Future(future) => (State::Waiting, Some(Reason::Future(future))),
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

    fn call_entered(&mut self, event: &Event, function: StrId, call: u32) {
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
        self.calls.insert(call, Call { lane, thread, task });
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

    fn call_returned(&mut self, call: u32) {
        let Some(Call { lane, thread, task }) = self.calls.remove(&call) else { return };
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

    fn finish(self, only_activities: bool) -> Timeline {
        let end = self.end.unwrap_or(self.now.at);
        let order = order(&self.owners, only_activities);
        let names = names(&self.owners);
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
        let mut timeline = Timeline { tracks, flows, end, names, ..Timeline::default() };
        for track in &timeline.tracks {
            if matches!(track.kind, TrackKind::Thread(_) | TrackKind::Activity { .. }) {
                timeline.totals.merge(&track.totals());
            }
        }
        timeline
    }
}

/// The lanes to show, with their depth: process, thread, jobs and tasks of that thread. A single process goes without saying.
fn order(owners: &Owners, only_activities: bool) -> Vec<(LaneId, u8)> {
    let is_activity = |lane: &LaneId| matches!(owners.lanes[*lane].track.kind, TrackKind::Activity { .. });
    if only_activities {
        return (0..owners.lanes.len()).filter(is_activity).map(|lane| (lane, 0)).collect();
    }
    let mut members = vec![Vec::new(); owners.threads.len()];
    let mut strays = Vec::new();
    let jobs = owners.jobs.iter().map(|job| (job.thread, job.lane));
    let tasks = owners.tasks.iter().map(|task| (task.thread, task.lane));
    for (thread, lane) in jobs.chain(tasks) {
        members.get_mut(thread.index()).unwrap_or(&mut strays).push(lane);
    }
    let mut threads = vec![Vec::new(); owners.processes.len()];
    for (index, thread) in owners.threads.iter().enumerate() {
        if let Some(threads) = threads.get_mut(thread.process.index()) {
            threads.push(index);
        }
    }
    let heads = u8::from(owners.processes.len() > 1);
    let mut order = Vec::with_capacity(owners.lanes.len());
    for (process, threads) in owners.processes.iter().zip(&threads) {
        if heads > 0 {
            order.push((process.lane, 0));
        }
        for &thread in threads {
            order.push((owners.threads[thread].lane, heads));
            order.extend(members[thread].iter().map(|&lane| (lane, heads + 1)));
        }
    }
    order.extend(strays.into_iter().map(|lane| (lane, 0)));
    order
}

fn names(owners: &Owners) -> Names {
    let name = |lane: LaneId| owners.lanes[lane].track.label.clone();
    Names {
        processes: owners.processes.iter().map(|process| name(process.lane)).collect(),
        threads: owners.threads.iter().map(|thread| name(thread.lane)).collect(),
        tasks: owners.tasks.iter().map(|task| name(task.lane)).collect(),
        jobs: owners.jobs.iter().map(|job| name(job.lane)).collect(),
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
        ThreadWait::Resource(resource) => (State::Waiting, Some(Reason::Resource(resource))),
    }
}

fn ending(outcome: Outcome) -> MarkKind {
    match outcome {
        Outcome::Returned => MarkKind::Done,
        Outcome::Raised => MarkKind::Failed,
        Outcome::Cancelled => MarkKind::Cancelled,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::trace::Span;

    /// The track's slices as "from-to state (reason)" with times in ms.
    fn slices(timeline: &Timeline, label: &str) -> String {
        let track = timeline.tracks.iter().find(|track| track.label == label).expect("a track of that name");
        let slice = |slice: &super::super::Slice| {
            let reason = slice.reason.map(|reason| format!(" ({})", reason.text(&timeline.names))).unwrap_or_default();
            format!("{}-{} {}{reason}", slice.from.0 / 1_000_000, slice.to.0 / 1_000_000, slice.state.slug())
        };
        track.slices.iter().map(slice).collect::<Vec<_>>().join(", ")
    }

    fn check(timeline: &Timeline, label: &str, expected: &str) {
        assert_eq!(slices(timeline, label), expected, "{label}");
    }

    fn activity(function: &str, label: &str, copies: u32) -> ActivityLane {
        ActivityLane { function: function.to_owned(), label: label.to_owned(), copies }
    }

    #[test]
    fn tasks_show_their_life_cycle_and_their_thread() {
        let timeline = two_tasks().timeline();
        let sleeper =
            "0-100 ready (its turn in the loop), 100-600 waiting (sleep), 600-700 ready (its turn in the loop), 700-800 running";
        check(&timeline, "Task-2", sleeper);
        check(&timeline, "Task-3", "0-100 ready (its turn in the loop), 100-500 blocking (sleep), 500-600 running");
        check(&timeline, "Task-1", "0-800 waiting (task Task-2), 800-1000 running");
        check(&timeline, "MainThread", "0-100 running, 100-500 waiting (sleep), 500-1000 running");
        assert_eq!(timeline.end, ms(1000));
        assert_eq!(timeline.totals.get(State::Waiting), Span(400_000_000));
    }

    #[test]
    fn marks_and_flows_name_what_happened() {
        let timeline = two_tasks().timeline();
        let kinds = |index: usize| timeline.tracks[index].marks.iter().map(|mark| mark.kind.name()).collect::<Vec<_>>();
        assert_eq!(kinds(2), ["created", "done"]);
        assert_eq!(kinds(3), ["created", "failed"]);
        assert_eq!(timeline.tracks[2].prints.len(), 1);
        let flows: Vec<_> = timeline.flows.iter().map(|flow| (flow.from, flow.to, flow.kind)).collect();
        assert_eq!(flows, [(1, 2, FlowKind::Created), (1, 3, FlowKind::Created), (2, 1, FlowKind::Woke)]);
    }

    #[test]
    fn a_task_made_ready_during_its_step_does_not_wait() {
        let mut script = Script::new();
        script.create(1, "main").step(1).at(1).ready(1, None).suspend(TaskWait::Future(FutureId(1)));
        script.at(2).step(1).at(3).suspend(TaskWait::NextIteration).at(4).step(1).at(5).done(Outcome::Returned);
        let expected = "0-1 running, 1-2 ready (its turn in the loop), 2-3 running, 3-4 ready (its turn in the loop), 4-5 running";
        check(&script.timeline(), "Task-1", expected);
    }

    #[test]
    fn jobs_queue_for_a_worker_and_then_do_what_their_thread_does() {
        let mut script = Script::new();
        script.submit(0, "fetch");
        script.at(10).thread(ThreadId(1), ProcessId::MAIN, "worker", ThreadRole::Worker(PoolId(0))).runs();
        script.at(20).what(What::JobStarted { job: JobId(0) }).waits(ThreadWait::Sleep);
        script.at(30).queues(Contended::Gil).at(40).runs();
        script.at(50).what(What::JobDone { job: JobId(0), outcome: Outcome::Returned }).waits(ThreadWait::Work(PoolId(0)));
        script.at(60).end();
        let timeline = script.timeline();
        let job = "0-20 ready (a free worker), 20-30 waiting (sleep), 30-40 ready (the GIL), 40-50 running";
        check(&timeline, "fetch", job);
        check(&timeline, "worker", "10-20 running, 20-30 waiting (sleep), 30-40 ready (the GIL), 40-50 running, 50-60 idle (work)");
    }

    #[test]
    fn a_process_shows_its_most_active_thread_and_heads_its_group() {
        let mut script = Script::new();
        script.at(10).what(What::ProcessStarted { process: ProcessId(1), name: StrId(0) });
        script.thread(ThreadId(1), ProcessId(1), "child", ThreadRole::Main).runs();
        script.at(20).on(MAIN).waits(ThreadWait::JoinProcess(ProcessId(1)));
        script.at(30).on(ThreadId(1)).what(What::ThreadEnded).on(MAIN).runs().at(40).end();
        let timeline = script.timeline();
        let lanes: Vec<_> = timeline.tracks.iter().map(|track| (track.label.as_str(), track.depth)).collect();
        assert_eq!(lanes, [("MainProcess", 0), ("MainThread", 1), ("MainProcess", 0), ("child", 1)]);
        check(&timeline, "MainProcess", "0-20 running, 20-30 waiting, 30-40 running");
        check(&timeline, "child", "10-30 running");
    }

    #[test]
    fn activities_have_a_lane_a_copy_called_or_not() {
        let script = three_threads();
        let options = Options { activities: vec![activity("wait", "A", 4)] };
        let timeline = Timeline::build(&script.trace, &options);
        let labels: Vec<_> = timeline.tracks.iter().map(|track| track.label.as_str()).collect();
        assert_eq!(labels, ["A 1", "A 2", "A 3", "A 4"]);
        check(&timeline, "A 2", "0-20 ready (the GIL), 20-320 waiting (sleep), 320-325 running");
        check(&timeline, "A 4", "");
    }

    #[test]
    fn an_activity_in_a_task_begins_when_its_task_was_created_and_blocks_the_loop() {
        let script = {
            let mut script = Script::new();
            script.create(1, "main").step(1).create(2, "work").suspend(TaskWait::Task(task(2)));
            script.at(50).step(2).call("work", 1).waits(ThreadWait::Sleep).at(80).runs().returns(1).done(Outcome::Returned);
            script.end();
            script
        };
        let options = Options { activities: vec![activity("work", "A", 1)] };
        let timeline = Timeline::build(&script.trace, &options);
        check(&timeline, "A", "0-50 ready (its turn in the loop), 50-80 blocking (sleep)");
    }

    #[test]
    fn slices_are_sorted_and_do_not_overlap() {
        let trace = random_trace(100_000, 50, 1);
        let timeline = Timeline::build(&trace, &Options::default());
        assert!(timeline.slice_count() > 10_000);
        for track in &timeline.tracks {
            assert!(track.slices.iter().all(|slice| slice.from < slice.to && slice.to <= timeline.end), "{}", track.label);
            for pair in track.slices.windows(2) {
                assert!(pair[0].to <= pair[1].from, "{}: {pair:?}", track.label);
                let differ = (pair[0].state, pair[0].reason) != (pair[1].state, pair[1].reason);
                assert!(differ || pair[0].to < pair[1].from, "{}: {pair:?}", track.label);
            }
        }
    }
}
