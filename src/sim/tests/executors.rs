//! Pools of threads and processes.

use super::scripted::Op::*;
use super::*;

fn sleeping(name: &'static str, milliseconds: u64) -> scripted::Script {
    [BlockSleep(span(milliseconds)), Print(name)].into()
}

/// Submits jobs to a pool of that size from a coroutine and awaits them all.
fn check_jobs(kind: PoolKind, workers: usize, jobs: &[(&'static str, scripted::Script)], expected: &[(u64, &str)]) -> usize {
    let submit = jobs.iter().map(|(name, script)| Submit(name, "pool", script.clone()));
    let wait = jobs.iter().map(|(name, _)| Await(name));
    let main: Vec<Op> = submit.chain(wait).chain([Print("all")]).collect();
    let script = [NewPool("pool", kind, workers), RunLoop(main.into()), ShutDown("pool")];
    let machine = run(settings(), &script);
    assert_eq!(printed(trace(&machine)), expected);
    assert_in_order(trace(&machine));
    machine.world.pool(crate::trace::ids::PoolId(0)).workers().len()
}

#[test]
fn jobs_run_beside_each_other() {
    let jobs = [("a", sleeping("a", 10)), ("b", sleeping("b", 10))];
    assert_eq!(check_jobs(PoolKind::Threads, 8, &jobs, &[(10, "a"), (10, "b"), (10, "all")]), 2);
}

#[test]
fn jobs_beyond_the_number_of_workers_queue() {
    let jobs = [("a", sleeping("a", 10)), ("b", sleeping("b", 20)), ("c", sleeping("c", 10))];
    assert_eq!(check_jobs(PoolKind::Threads, 2, &jobs, &[(10, "a"), (20, "b"), (20, "c"), (20, "all")]), 2);
}

#[test]
fn computing_in_threads_shares_the_gil_and_in_processes_does_not() {
    let job = |name| -> (&'static str, scripted::Script) { (name, [Compute(ms(4)), Print(name)].into()) };
    let jobs = [job("a"), job("b")];
    check_jobs(PoolKind::Threads, 2, &jobs, &[(4, "a"), (8, "b"), (8, "all")]);
    check_jobs(PoolKind::Processes, 2, &jobs, &[(4, "a"), (4, "b"), (4, "all")]);
}

#[test]
fn an_idle_worker_is_used_again() {
    let main =
        [Submit("a", "pool", sleeping("a", 1)), Await("a"), Sleep(span(1)), Submit("b", "pool", sleeping("b", 1)), Await("b")];
    let machine = run(settings(), &[NewPool("pool", PoolKind::Threads, 8), RunLoop(main.into())]);
    let pool = machine.world.pool(crate::trace::ids::PoolId(0));
    assert_eq!(pool.workers().len(), 1);
    assert_eq!(&*machine.world.thread(pool.workers()[0]).name, "worker");
}

#[test]
fn workers_finish_the_queue_after_shutdown_and_end() {
    let script = [
        NewPool("pool", PoolKind::Threads, 1),
        Submit("a", "pool", sleeping("a", 5)),
        Submit("b", "pool", sleeping("b", 5)),
        ShutDown("pool"),
        BlockSleep(span(50)),
        Print("end"),
    ];
    let machine = run(settings(), &script);
    assert_eq!(printed(trace(&machine)), [(5, "a"), (10, "b"), (50, "end")]);
    let pool = machine.world.pool(crate::trace::ids::PoolId(0));
    assert!(machine.world.thread(pool.workers()[0]).has_ended());
}
