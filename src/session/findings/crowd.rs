//! So many coroutines at once that some of them failed, or that a server would not like it.

use std::collections::BTreeMap;

use crate::python::compile::advice::{self, LIMIT};
use crate::trace::event::Outcome;
use crate::trace::ids::TaskId;
use crate::trace::{Span, What};

use super::{Context, Finding, FindingKind, known};

/// Fewer are not many.
const MANY: usize = 20;
/// So many requests at once are too many, even if all of them succeed.
const REQUESTS: usize = 50;
/// Libraries that make requests.
const CLIENTS: [&str; 2] = ["httpx", "aiohttp"];
/// What limits how many go on at once.
const LIMITS: [&str; 3] = ["Semaphore", "Limits(", "TCPConnector("];

/// Tasks that one task made at a line without giving way.
struct Crowd {
    /// When the first of them was made.
    event: usize,
    tasks: Vec<TaskId>,
    /// The task that makes them has not given way yet.
    is_open: bool,
}

pub(super) fn find(cx: &Context<'_>) -> Vec<Finding> {
    // By the task that makes them and the line.
    let mut crowds: BTreeMap<(Option<TaskId>, u16), Vec<Crowd>> = BTreeMap::new();
    for (index, event) in cx.trace.events.iter().enumerate() {
        match event.what {
            What::TaskCreated { task, .. } => {
                let crowds = crowds.entry((event.task, event.line)).or_default();
                match crowds.last_mut() {
                    Some(crowd) if crowd.is_open => crowd.tasks.push(task),
                    _ => crowds.push(Crowd { event: index, tasks: vec![task], is_open: true }),
                }
            }
            What::TaskSuspended { .. } => {
                let own = crowds.iter_mut().filter(|((by, _), _)| *by == event.task);
                for (_, crowds) in own {
                    crowds.retain(|crowd| crowd.tasks.len() >= MANY);
                    crowds.iter_mut().for_each(|crowd| crowd.is_open = false);
                }
            }
            _ => {}
        }
    }
    crowds.into_iter().filter_map(|((_, line), crowds)| crowds.iter().find_map(|crowd| finding(cx, known(line)?, crowd))).collect()
}

fn finding(cx: &Context<'_>, line: u32, crowd: &Crowd) -> Option<Finding> {
    let count = crowd.tasks.len();
    let has_failed = |task: &&TaskId| {
        let done = cx.names.history(**task).and_then(|history| history.done);
        matches!(done, Some((_, Outcome::Raised, _)))
    };
    let failed = crowd.tasks.iter().filter(has_failed).count();
    let is_unlimited = !LIMITS.iter().any(|limit| cx.source.contains(limit));
    let asks = count >= REQUESTS && is_unlimited && CLIENTS.iter().any(|client| cx.source.contains(client));
    let fails = count >= MANY && failed * 5 >= count;
    if !asks && !fails {
        return None;
    }
    let harm = match failed {
        0 => "which a server may take for an attack".to_owned(),
        _ => format!("and {failed} of them failed"),
    };
    Some(Finding {
        kind: FindingKind::TooManyAtOnce,
        line: Some(line),
        cost: Span(0),
        text: format!(
            "{count} tasks begin at once here, {harm}. An `asyncio.Semaphore` lets a few go on at a time, such as {LIMIT}, and the others wait."
        ),
        event: crowd.event,
        repaired: cx.repaired(advice::limit_gather(cx.source, line)),
    })
}
