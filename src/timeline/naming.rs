//! What lanes are called. asyncio calls a task `Task-7` if the program gives it no name; the coroutine's name tells more.

use std::collections::HashMap;

use super::owners::{LaneId, Owners};
use super::track::Names;

/// Coroutines with which `asyncio.run` ends a loop.
const HOUSEKEEPING: [&str; 2] = ["BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor"];
/// The thread that waits for the workers of a loop's executor.
const SHUTDOWN_THREAD: &str = "(_do_shutdown)";

pub(super) fn is_housekeeping_task(coroutine: &str) -> bool {
    HOUSEKEEPING.contains(&coroutine)
}

pub(super) fn is_housekeeping_thread(name: &str) -> bool {
    name.ends_with(SHUTDOWN_THREAD)
}

/// The number in a name that asyncio made up.
fn made_up(name: &str) -> Option<&str> {
    name.strip_prefix("Task-").filter(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A function's name without the functions it is defined in: "main.<locals>.Shop.serve" is "Shop.serve".
pub(super) fn short(qualified: &str) -> &str {
    qualified.rsplit("<locals>.").next().unwrap_or(qualified)
}

/// Gives lanes their labels. Until here the label of a task is its name and its detail the coroutine; the label of a job is its function.
pub(super) fn label(owners: &mut Owners) {
    let is_shown = |lane: &LaneId| made_up(&owners.lanes[*lane].track.label).is_some();
    let tasks: Vec<LaneId> = owners.tasks.iter().filter(|task| !task.housekeeping).map(|task| task.lane).filter(is_shown).collect();
    let coroutines = count(tasks.iter().map(|&lane| short(&owners.lanes[lane].track.detail).to_owned()));
    for lane in tasks {
        let track = &mut owners.lanes[lane].track;
        let coroutine = short(&track.detail);
        let number = made_up(&track.label).unwrap_or_default();
        let label = match coroutines.get(coroutine) {
            _ if coroutine.is_empty() => continue,
            Some(&several) if several > 1 => format!("{coroutine} #{number}"),
            _ => coroutine.to_owned(),
        };
        track.detail = std::mem::replace(&mut track.label, label);
    }
    let jobs: Vec<LaneId> = owners.jobs.iter().map(|job| job.lane).collect();
    let functions = count(jobs.iter().map(|&lane| owners.lanes[lane].track.label.clone()));
    let mut met: HashMap<String, u32> = HashMap::new();
    for lane in jobs {
        let track = &mut owners.lanes[lane].track;
        if functions.get(&track.label).is_some_and(|&several| several > 1) {
            let number = met.entry(track.label.clone()).or_default();
            *number += 1;
            track.label = format!("{} #{number}", track.label);
        }
        track.detail = "job".to_owned();
    }
}

fn count(names: impl Iterator<Item = String>) -> HashMap<String, u32> {
    let mut counts = HashMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// What reasons call everything, after [`label`].
pub(super) fn names(owners: &Owners, functions: Vec<String>) -> Names {
    let name = |lane: LaneId| owners.lanes[lane].track.label.clone();
    Names {
        processes: owners.processes.iter().map(|process| name(process.lane)).collect(),
        threads: owners.threads.iter().map(|thread| name(thread.lane)).collect(),
        tasks: owners.tasks.iter().map(|task| name(task.lane)).collect(),
        jobs: owners.jobs.iter().map(|job| name(job.lane)).collect(),
        functions,
        ..Names::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::timeline::testing::{MAIN, Script, task};
    use crate::trace::What;

    #[test]
    fn tasks_are_called_by_their_coroutine_unless_the_program_named_them() {
        let mut script = Script::new();
        script.create(1, "main").step(1).create(2, "main.<locals>.worker").create(3, "main.<locals>.worker").create(4, "worker");
        let name = script.text("the fourth");
        script.what(What::TaskRenamed { task: task(4), name });
        script.on(MAIN).create(5, "BaseEventLoop.shutdown_asyncgens").end();
        let timeline = script.timeline();
        let lanes: Vec<_> = timeline.tracks.iter().map(|track| (track.label.as_str(), track.detail.as_str())).collect();
        let expected =
            [("MainThread", ""), ("main", "Task-1"), ("worker #2", "Task-2"), ("worker #3", "Task-3"), ("the fourth", "worker")];
        assert_eq!(lanes, expected);
    }

    #[test]
    fn equal_jobs_are_numbered() {
        let mut script = Script::new();
        script.submit(0, "load").submit(1, "save").submit(2, "load").end();
        let timeline = script.timeline();
        let labels: Vec<_> = timeline.tracks.iter().skip(1).map(|track| track.label.as_str()).collect();
        assert_eq!(labels, ["load #1", "save", "load #2"]);
    }
}
