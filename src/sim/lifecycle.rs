//! How processes and threads come to be and end.

use super::guest::Guest;
use super::process::{Gil, Process};
use super::thread::{Thread, ThreadState};
use super::world::World;
use crate::trace::event::{ThreadRole, ThreadWait};
use crate::trace::ids::{ProcessId, ThreadId};
use crate::trace::{Event, Span, Time, What};

/// The run has as many threads or processes as can be numbered, [`u16::MAX`]: Python's "can't start new thread".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

impl<G: Guest> World<G> {
    pub(super) fn start_main_process(&mut self) {
        self.add_process(Time::ZERO, "MainProcess", ThreadRole::Main).expect("the first process can be numbered");
    }

    /// Starts a process at the present of thread `by`, with a main thread of that role. The guest prepares what that thread is to
    /// execute. Returns the main thread.
    pub fn spawn_process(&mut self, by: ThreadId, name: &str, role: ThreadRole) -> Result<ThreadId, TooMany> {
        self.add_process(self.now(by), name, role)
    }

    /// Starts a thread in the process of thread `by`, at its present. The guest prepares what the thread is to execute.
    pub fn spawn_thread(&mut self, by: ThreadId, name: &str, role: ThreadRole) -> Result<ThreadId, TooMany> {
        let id = ThreadId(number(self.threads.len())?);
        let process = self.threads[by.index()].process;
        self.add_thread(self.now(by), id, process, name, role);
        Ok(id)
    }

    /// Gives a thread another name. Lanes keep the one that it was started with.
    pub fn rename_thread(&mut self, thread: ThreadId, name: &str) {
        self.threads[thread.index()].name = name.into();
    }

    fn add_process(&mut self, at: Time, name: &str, role: ThreadRole) -> Result<ThreadId, TooMany> {
        let process = ProcessId(number(self.processes.len())?);
        let main_thread = ThreadId(number(self.threads.len())?);
        let gil = (!self.settings.free_threaded).then(Gil::default);
        self.processes.push(Process { id: process, name: name.into(), main_thread, has_ended: false, gil });
        self.recorder.record(|strings| {
            let what = What::ProcessStarted { process, name: strings.intern(name) };
            Event { at, thread: main_thread, line: 0, task: None, what }
        });
        self.add_thread(at, main_thread, process, "MainThread", role);
        Ok(main_thread)
    }

    fn add_thread(&mut self, at: Time, id: ThreadId, process: ProcessId, name: &str, role: ThreadRole) {
        self.threads.push(Thread {
            id,
            process,
            name: name.into(),
            role,
            state: ThreadState::Starting,
            now: at,
            owed: Span::ZERO,
            cpu: Span::ZERO,
            line: 0,
            task: None,
            running_loop: None,
            slice_start: at,
            alarm: None,
            timed_out: false,
            idle_worker: false,
        });
        self.record(id, |strings| What::ThreadStarted { process, name: strings.intern(name), role });
        self.set_alarm(id, at);
    }

    /// Ends the thread, which executes. If it is the main thread of its process, the process ends with all its threads.
    /// The guest returns [`Stop::Ended`](super::guest::Stop::Ended).
    pub fn end_thread(&mut self, thread: ThreadId) {
        let now = self.now(thread);
        let process = self.threads[thread.index()].process;
        if self.processes[process.index()].main_thread == thread {
            self.end_process(thread, process);
        } else {
            self.end_one(thread, now);
        }
        self.wake_all(thread, ThreadWait::Join(thread));
        self.fill_cores(now);
    }

    /// `Process.terminate`: ends another process than that of thread `by`, unless it has ended.
    pub fn terminate(&mut self, by: ThreadId, process: ProcessId) {
        let Process { main_thread, has_ended, .. } = self.processes[process.index()];
        if !has_ended {
            self.end_process(by, process);
            self.wake_all(by, ThreadWait::Join(main_thread));
            self.fill_cores(self.now(by));
        }
    }

    /// Ends a process and its threads at the present of thread `by`.
    fn end_process(&mut self, by: ThreadId, process: ProcessId) {
        let now = self.now(by);
        let main_thread = self.processes[process.index()].main_thread;
        // The GIL goes first, or each thread that ends would hand it to another one.
        if let Some(gil) = &mut self.processes[process.index()].gil {
            *gil = Gil::default();
        }
        let alive = |thread: &&Thread| thread.process == process && !thread.has_ended() && thread.id != main_thread;
        let others: Vec<ThreadId> = self.threads.iter().filter(alive).map(|thread| thread.id).collect();
        for thread in others {
            self.end_one(thread, now);
        }
        self.end_one(main_thread, now);
        self.processes[process.index()].has_ended = true;
        self.record_at(now, main_thread, What::ProcessEnded { process });
        self.wake_all(by, ThreadWait::JoinProcess(process));
    }

    fn end_one(&mut self, thread: ThreadId, at: Time) {
        self.record_at(at, thread, What::ThreadEnded);
        self.set_state(thread, ThreadState::Ended);
        self.threads[thread.index()].alarm = None;
        self.run_queue.retain(|&queued| queued != thread);
        self.leave_gil(thread, at);
    }
}

fn number(count: usize) -> Result<u16, TooMany> {
    u16::try_from(count).ok().filter(|&count| count < u16::MAX).ok_or(TooMany)
}
