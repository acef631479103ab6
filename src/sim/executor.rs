//! Executors: pools of threads and of processes that work off a queue of jobs, as `concurrent.futures` does. What a job is, and
//! who is told of its result, is the guest's business.

use std::collections::VecDeque;

use super::guest::{Guest, Mapper};
use super::lifecycle::TooMany;
use super::world::World;
use crate::trace::What;
use crate::trace::event::{Outcome, ThreadRole, ThreadWait};
use crate::trace::ids::{JobId, PoolId, ThreadId};

/// An executor.
pub struct Pool<G: Guest> {
    pub id: PoolId,
    pub kind: PoolKind,
    max_workers: usize,
    queue: VecDeque<(JobId, G::Callback)>,
    workers: Vec<ThreadId>,
    /// How often a worker found no job, less the jobs that were submitted to such a worker (`_idle_semaphore`).
    idle: usize,
    is_shut_down: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolKind {
    Threads,
    /// Each worker is a process with one thread.
    Processes,
}

/// A job was submitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub job: JobId,
    /// The worker that was started for it; the guest prepares the code of this thread.
    pub new_worker: Option<ThreadId>,
}

/// Why a job cannot be submitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubmitError {
    /// "cannot schedule new futures after shutdown".
    ShutDown,
    TooManyThreads,
}

/// What a worker does next.
pub enum Take<G: Guest> {
    Job(JobId, G::Callback),
    /// The worker has been parked: the guest returns [`Stop::Waits`](super::guest::Stop::Waits) and asks again afterwards.
    Wait,
    /// There will be no more jobs: the worker ends.
    Exit,
}

impl<G: Guest> Pool<G> {
    /// The threads of the workers, in the order in which they were started.
    pub fn workers(&self) -> &[ThreadId] {
        &self.workers
    }

    pub fn max_workers(&self) -> usize {
        self.max_workers
    }

    /// Whether some worker waits for a job.
    pub fn has_idle_worker(&self) -> bool {
        self.idle > 0
    }

    pub fn is_shut_down(&self) -> bool {
        self.is_shut_down
    }

    /// The jobs that no worker has begun, next first.
    pub fn queue(&self) -> impl Iterator<Item = &(JobId, G::Callback)> {
        self.queue.iter()
    }

    pub(super) fn map<M: Mapper<G>>(&self, mapper: &mut M) -> Pool<G> {
        Pool {
            id: self.id,
            kind: self.kind,
            max_workers: self.max_workers,
            queue: self.queue.iter().map(|(job, callback)| (*job, mapper.callback(callback))).collect(),
            workers: self.workers.clone(),
            idle: self.idle,
            is_shut_down: self.is_shut_down,
        }
    }
}

impl<G: Guest> World<G> {
    /// A new executor, without workers yet. At least one worker is allowed.
    pub fn new_pool(&mut self, kind: PoolKind, max_workers: usize) -> PoolId {
        let id = PoolId(u32::try_from(self.pools.len()).expect("fewer than 2^32 pools"));
        self.pools.push(Pool {
            id,
            kind,
            max_workers: max_workers.max(1),
            queue: VecDeque::new(),
            workers: Vec::new(),
            idle: 0,
            is_shut_down: false,
        });
        id
    }

    /// `Executor.submit`: queues a job, which events call `name`, and starts a worker if none is idle and there may be one more
    /// (`ThreadPoolExecutor._adjust_thread_count`, Lib/concurrent/futures/thread.py). `worker_name` is that worker's name.
    pub fn submit(
        &mut self,
        thread: ThreadId,
        pool: PoolId,
        name: &str,
        job: G::Callback,
        worker_name: &str,
    ) -> Result<Submitted, SubmitError> {
        if self.pools[pool.index()].is_shut_down {
            return Err(SubmitError::ShutDown);
        }
        let id = self.ids.job();
        self.record(thread, |strings| What::JobSubmitted { job: id, pool, name: strings.intern(name) });
        let the_pool = &mut self.pools[pool.index()];
        the_pool.queue.push_back((id, job));
        let mut new_worker = None;
        if the_pool.idle > 0 {
            the_pool.idle -= 1;
        } else if the_pool.workers.len() < the_pool.max_workers {
            new_worker = Some(self.start_worker(thread, pool, worker_name).map_err(|TooMany| SubmitError::TooManyThreads)?);
        }
        // Not only if one was counted as idle: a worker that was, and then came too late for a job, still waits.
        self.wake_one(thread, ThreadWait::Work(pool));
        Ok(Submitted { job: id, new_worker })
    }

    fn start_worker(&mut self, by: ThreadId, pool: PoolId, name: &str) -> Result<ThreadId, TooMany> {
        let worker = match self.pools[pool.index()].kind {
            PoolKind::Threads => self.spawn_thread(by, name, ThreadRole::Worker(pool)),
            PoolKind::Processes => self.spawn_process(by, name, ThreadRole::Worker(pool)),
        }?;
        self.pools[pool.index()].workers.push(worker);
        Ok(worker)
    }

    /// A worker asks for its next job (`_worker`, Lib/concurrent/futures/thread.py). A job that `is_done` already, because it was
    /// cancelled, is given too but does not start.
    pub fn next_job(&mut self, worker: ThreadId, pool: PoolId, is_done: impl FnOnce(JobId) -> bool) -> Take<G> {
        let was_idle = std::mem::take(&mut self.threads[worker.index()].idle_worker);
        let the_pool = &mut self.pools[pool.index()];
        if let Some((job, callback)) = the_pool.queue.pop_front() {
            if !is_done(job) {
                self.record(worker, |_| What::JobStarted { job });
            }
            return Take::Job(job, callback);
        }
        if the_pool.is_shut_down {
            return Take::Exit;
        }
        if !was_idle {
            the_pool.idle += 1;
        }
        self.threads[worker.index()].idle_worker = true;
        self.park(worker, ThreadWait::Work(pool), None);
        Take::Wait
    }

    /// A worker is done with a job. Wakes the threads that wait for it.
    pub fn finish_job(&mut self, worker: ThreadId, job: JobId, outcome: Outcome) {
        self.record(worker, |_| What::JobDone { job, outcome });
        self.wake_all(worker, ThreadWait::Job(job));
    }

    /// Takes all jobs off the queue that no worker has begun.
    pub fn drain(&mut self, pool: PoolId) -> Vec<G::Callback> {
        self.pools[pool.index()].queue.drain(..).map(|(_, job)| job).collect()
    }

    /// `Executor.shutdown`: no more jobs are taken, and the workers end when the queue is empty. To wait for that, the guest joins
    /// [`Pool::workers`]; to cancel what is queued, it calls [`World::drain`].
    pub fn shut_down(&mut self, thread: ThreadId, pool: PoolId) {
        self.pools[pool.index()].is_shut_down = true;
        self.wake_all(thread, ThreadWait::Work(pool));
    }
}
