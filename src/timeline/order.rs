//! Which lanes there are, and how they stand under each other.

use super::owners::{LaneId, Owners};
use super::track::TrackKind;

/// The lanes to show, with their depth: process, thread, jobs and tasks of that thread, and the cores if there are several. A single
/// process goes without saying, and so does what is there for the end of an event loop only.
pub(super) fn order(owners: &Owners, only_activities: bool) -> Vec<(LaneId, u8)> {
    let is_activity = |lane: &LaneId| matches!(owners.lanes[*lane].track.kind, TrackKind::Activity { .. });
    if only_activities {
        return (0..owners.lanes.len()).filter(is_activity).map(|lane| (lane, 0)).collect();
    }
    let mut members = vec![Vec::new(); owners.threads.len()];
    let mut strays = Vec::new();
    let jobs = owners.jobs.iter().map(|job| (job.thread, job.lane));
    let tasks = owners.tasks.iter().filter(|task| !task.housekeeping).map(|task| (task.thread, task.lane));
    for (thread, lane) in jobs.chain(tasks) {
        members.get_mut(thread.index()).unwrap_or(&mut strays).push(lane);
    }
    let mut threads = vec![Vec::new(); owners.processes.len()];
    for (index, thread) in owners.threads.iter().enumerate().filter(|(_, thread)| !thread.housekeeping) {
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
    // A core that runs everything shows what the threads show.
    let used = |lane: &LaneId| owners.lanes[*lane].track.began.is_some();
    let cores: Vec<LaneId> = owners.cores.iter().map(|core| core.lane).filter(used).collect();
    if cores.len() > 1 {
        order.extend(cores.into_iter().map(|lane| (lane, 0)));
    }
    order
}
