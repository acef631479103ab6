//! What tasks and threads share, in states of real programs.

use super::snapshot::{Party, SharedView, Snapshot};
use super::{Options, Run};
use crate::trace::Time;

/// The state of a program at a time, in ms.
fn state_at(source: &str, milliseconds: u64) -> Snapshot {
    let run = Run::new("program.py", source, &Options::default()).unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"));
    let recording = run.complete();
    let step = recording.steps().step_at_time(Time(milliseconds * 1_000_000));
    (*recording.at(recording.steps().event(step))).clone()
}

/// "queue: asyncio.Queue, empty | held by a | waiting b, c | 1, 2"
fn line(state: &Snapshot, thing: &SharedView) -> String {
    let name = |party: &Party| match party {
        Party::Task(id) => state.tasks.iter().find(|task| task.id == *id).map_or("?".to_string(), |task| task.name.clone()),
        Party::Thread(id) => {
            state.threads.iter().find(|thread| thread.id == *id).map_or("?".to_string(), |thread| thread.name.to_string())
        }
    };
    let names = |parties: &[Party]| parties.iter().map(name).collect::<Vec<_>>().join(", ");
    let SharedView { name, class, state, holders, waiters, contents, .. } = thing;
    format!("{name}: {class}, {state} | {} | {} | {}", names(holders), names(waiters), contents.join(", "))
}

fn check(source: &str, milliseconds: u64, expected: &[&str]) {
    let state = state_at(source, milliseconds);
    let lines: Vec<String> = state.shared.iter().map(|thing| line(&state, thing)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_lock_is_held_by_whoever_is_in_its_block() {
    let source = "\
import asyncio
class Account:
    def __init__(self):
        self.lock = asyncio.Lock()
    async def use(self):
        async with self.lock:
            await asyncio.sleep(1)
async def main():
    account = Account()
    async with asyncio.TaskGroup() as group:
        for name in 'abc':
            group.create_task(account.use(), name=name)
asyncio.run(main())
";
    check(source, 500, &["account.lock: asyncio.Lock, taken | a | b, c | "]);
    check(source, 1500, &["account.lock: asyncio.Lock, taken | b | c | "]);
}

#[test]
fn queues_show_items_and_who_waits() {
    let source = "\
import asyncio
async def get(queue):
    await asyncio.sleep(2)
    while True:
        await queue.get()
async def put(queue):
    for item in range(4):
        await queue.put(item)
async def main():
    queue, jobs = asyncio.Queue(2), asyncio.LifoQueue()
    jobs.put_nowait('x'); jobs.put_nowait('y')
    tasks = [asyncio.create_task(put(queue), name='putter'), asyncio.create_task(get(queue), name='getter')]
    await asyncio.sleep(4)
asyncio.run(main())
";
    check(
        source,
        1000,
        &["jobs: asyncio.LifoQueue, 2 items |  |  | 'y', 'x'", "queue: asyncio.Queue, full: 2 of 2 |  | putter | 0, 1"],
    );
    let later = ["jobs: asyncio.LifoQueue, 2 items |  |  | 'y', 'x'", "queue: asyncio.Queue, empty, room for 2 |  | getter | "];
    check(source, 3000, &later);
}

#[test]
fn semaphores_events_conditions_and_barriers() {
    let source = "\
import asyncio
places, start, meet = asyncio.Semaphore(2), asyncio.Event(), asyncio.Barrier(3)
news = asyncio.Condition()
async def work():
    async with places:
        await start.wait()
async def listen():
    async with news:
        await news.wait()
async def arrive():
    await meet.wait()
async def main():
    work_tasks = [asyncio.create_task(work(), name=name) for name in 'abc']
    others = [asyncio.create_task(listen(), name='l'), asyncio.create_task(arrive(), name='m')]
    await asyncio.sleep(1)
    start.set()
    await asyncio.sleep(1)
asyncio.run(main())
";
    check(
        source,
        500,
        &[
            "places: asyncio.Semaphore, 0 places left | a, b | c | ",
            "start: asyncio.Event, not set |  | a, b | ",
            "news: asyncio.Condition, its lock is free |  | l | ",
            "meet: asyncio.Barrier, 1 of 3 are there |  | m | ",
        ],
    );
    assert_eq!(state_at(source, 1500).shared[1].state, "set");
}

#[test]
fn threads_share_too() {
    let source = "\
import threading, time, queue
lock, items = threading.Lock(), queue.Queue()
def hold():
    with lock:
        time.sleep(1)
def take():
    items.get()
threads = [threading.Thread(target=hold, name=name, daemon=True) for name in 'ab'] + [threading.Thread(target=take, name='t', daemon=True)]
for thread in threads:
    thread.start()
time.sleep(3)
";
    check(source, 500, &["items: queue.Queue, empty |  | t | ", "lock: threading.Lock, taken | a | b | "]);
}
