//! Natives behind threads and executors (`lib/concurrent/futures/__init__.py`, `lib/threading.py`): starting threads, handing out jobs, waiting.

use std::collections::{BTreeMap, BTreeSet};

use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::Value;
use crate::python::vm::{Callback, Cx, error, type_error};
use crate::sim::{PoolKind, SubmitError, Take};
use crate::trace::event::{Outcome, ThreadWait};
use crate::trace::ids::{JobId, PoolId, ProcessId};

use super::thread::{deadline, process};

/// What is known of executors and their jobs.
#[derive(Clone, Default)]
pub struct State {
    /// Jobs that are done.
    done: BTreeSet<JobId>,
    /// The processes in which executors were made: their results go there.
    owners: BTreeMap<PoolId, ProcessId>,
}

/// The process in which an executor was made.
pub fn owner(cx: &Cx<'_>, pool: PoolId) -> ProcessId {
    cx.vm.library.pools.owners.get(&pool).copied().unwrap_or(ProcessId::MAIN)
}

fn number(value: &Value) -> Result<u32> {
    match value {
        Value::Int(number) => Ok(*number as u32),
        _ => Err(type_error("an int is expected")),
    }
}

/// `_new_pool(processes, max_workers)`
fn new_pool(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let kind = if matches!(args[0], Value::Bool(true)) { PoolKind::Processes } else { PoolKind::Threads };
    let id = cx.world.new_pool(kind, number(&args[1])? as usize);
    cx.vm.library.pools.owners.insert(id, process(cx));
    Ok(Value::Int(i64::from(id.0)))
}

/// `_seek_idle(pool)`: asks whether a worker is idle, as `threading.Semaphore.acquire(timeout=0)` does: two looks at the clock if none is.
fn seek_idle(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    if !cx.world.pool(PoolId(number(&args[0])?)).has_idle_worker() {
        cx.world.look_at_clock(cx.thread);
        cx.world.look_at_clock(cx.thread);
    }
    Ok(Value::None)
}

/// `_submit(pool, name, job, worker, worker_name, forks=False)`: queues the tuple `job`. A new worker, if one is needed, has that name
/// and runs `worker(pool)`; a new process is a copy of this one if `forks`. Gives the job's number, and whether there is a new worker.
fn submit(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let pool = PoolId(number(&args[0])?);
    let name = args[1].as_str().unwrap_or_default().to_owned();
    cx.mark_line();
    let job = Callback { function: args[2].clone(), args: Vec::new(), context: Value::Unset, handle: Value::Unset };
    let worker_name = args[4].as_str().unwrap_or_default().to_owned();
    let submitted = cx.world.submit(cx.thread, pool, &name, job, &worker_name).map_err(|refused| match refused {
        SubmitError::ShutDown => error(ExceptionKind::RuntimeError, "cannot schedule new futures after shutdown"),
        SubmitError::TooManyThreads => error(ExceptionKind::RuntimeError, "can't start new thread"),
    })?;
    if let Some(worker) = submitted.new_worker {
        let process = cx.world.thread(worker).process;
        let mut function = args[3].clone();
        if process.index() == cx.vm.processes.len() {
            if matches!(args[5], Value::Bool(true)) {
                function = cx.vm.fork_process(cx.thread, &function);
            } else {
                cx.vm.add_process();
            }
        }
        cx.vm.start_thread(worker, process, function, vec![args[0].clone()], cx.frame);
    }
    let is_new = Value::Bool(submitted.new_worker.is_some());
    Ok(Value::tuple([Value::Int(i64::from(submitted.job.0)), is_new]))
}

/// `_next_job(pool)`: waits for a job. Gives its number and the tuple that was submitted, or `None` when there will be no more.
fn next_job(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let pool = PoolId(number(&args[0])?);
    let done = &cx.vm.library.pools.done;
    Ok(match cx.world.next_job(cx.thread, pool, |job| done.contains(&job)) {
        Take::Job(job, callback) => Flow::Value(Value::tuple([Value::Int(i64::from(job.0)), callback.function])),
        Take::Wait => Flow::Retry,
        Take::Exit => Flow::Value(Value::None),
    })
}

/// `_new_job()`: the number of a job that no worker will see.
fn new_job(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Int(i64::from(cx.world.new_job().0)))
}

/// `_finish_job(job, outcome)`: wakes who waits for the job. An outcome is 0 (returned), 1 (raised) or 2 (cancelled).
fn finish_job(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let job = JobId(number(&args[0])?);
    let outcome = match number(&args[1])? {
        0 => Outcome::Returned,
        1 => Outcome::Raised,
        _ => Outcome::Cancelled,
    };
    cx.vm.library.pools.done.insert(job);
    cx.mark_line();
    cx.world.finish_job(cx.thread, job, outcome);
    Ok(Value::None)
}

/// `_drain(pool)`: takes all jobs off the queue that no worker has begun. Gives the tuples that were submitted.
fn drain(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let jobs = cx.world.drain(PoolId(number(&args[0])?));
    Ok(Value::list(jobs.into_iter().map(|job| job.function).collect()))
}

/// `_wait_job(job, deadline)`: waits until the job is done. Gives whether it is.
fn wait_job(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let job = JobId(number(&args[0])?);
    if cx.vm.library.pools.done.contains(&job) {
        return Ok(Flow::Value(Value::Bool(true)));
    }
    let deadline = deadline(&args[1])?;
    if deadline.is_some_and(|deadline| cx.world.now(cx.thread) >= deadline) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    cx.mark_line();
    cx.world.park(cx.thread, ThreadWait::Job(job), deadline);
    Ok(Flow::Retry)
}

fn shut_down(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    cx.mark_line();
    cx.world.shut_down(cx.thread, PoolId(number(&args[0])?));
    Ok(Value::None)
}

/// `_workers(pool)`: the numbers of the threads that work for it.
fn workers(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let workers = cx.world.pool(PoolId(number(&args[0])?)).workers();
    Ok(Value::list(workers.iter().map(|worker| Value::Int(i64::from(worker.0))).collect()))
}

fn cpu_count(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(Value::Int(i64::from(cx.world.settings.cores)))
}

pub const NATIVES: &[Def] = &[
    Def::new("_new_pool(processes, max_workers, /)", new_pool),
    Def::new("_seek_idle(pool, /)", seek_idle).visible(),
    Def::new("_submit(pool, name, job, worker, worker_name, forks=False, /)", submit).visible(),
    Def::new("_new_job()", new_job),
    Def::control("_next_job(pool, /)", next_job).visible(),
    Def::new("_finish_job(job, outcome, /)", finish_job).visible(),
    Def::new("_drain(pool, /)", drain).visible(),
    Def::control("_wait_job(job, deadline, /)", wait_job).visible(),
    Def::new("_shut_down(pool, /)", shut_down).visible(),
    Def::new("_workers(pool, /)", workers),
    Def::new("_cpu_count()", cpu_count),
];
