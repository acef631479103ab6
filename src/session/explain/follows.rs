//! What follows an event on its thread: who is next in the ready queue, or how long the loop sleeps and what wakes it.

use crate::session::names::readable_callback;
use crate::session::words;
use crate::trace::What;
use crate::trace::event::{FutureRef, ThreadWait};
use crate::trace::ids::{FutureId, TaskId};

use super::Context;

impl Context<'_> {
    /// What the loop of the event's thread does when the present handle has run.
    pub(super) fn next_handle(&self) -> Option<String> {
        for event in self.later() {
            return match event.what {
                What::StepStarted { task } => Some(format!("Next in the ready queue: {}.", self.task(task))),
                What::CallbackStarted { name, .. } => {
                    Some(format!("Next in the ready queue: {}.", readable_callback(self.trace.text(name))))
                }
                What::FutureDone { future, .. } if event.task.is_none() => {
                    let woken = self.woken_by(future);
                    Some(woken.map_or("Next, the loop finishes a future.".to_string(), |task| {
                        format!("Next, the loop finishes what {} awaits.", self.task(task))
                    }))
                }
                What::ThreadWaits { on: ThreadWait::Select } => Some(self.sleep_from(event.at)),
                What::LoopStopped { .. } => Some("Then the loop stops.".to_string()),
                What::ThreadEnded | What::Ended { .. } => None,
                _ => continue,
            };
        }
        None
    }

    /// "Nothing is ready: the loop sleeps until 300 ms, when `sleep(0.3)` of `main` ends."
    fn sleep_from(&self, from: crate::trace::Time) -> String {
        match self.wakes() {
            Some((until, what)) => format!("Nothing else is ready: the loop sleeps until {until}, {what}."),
            None => {
                format!("Nothing else is ready: the loop sleeps from {} on, and nothing wakes it any more.", words::instant(from))
            }
        }
    }

    /// When the next sleep of the event's loop is over, and what ends it: "when a timer of `A` is due". The event may be the one with
    /// which the sleep begins.
    pub(super) fn wakes(&self) -> Option<(String, String)> {
        let mut asleep = matches!(self.event.what, What::ThreadWaits { .. });
        let mut until = None;
        for event in self.later() {
            match event.what {
                What::ThreadWaits { on: ThreadWait::Select } if !asleep => asleep = true,
                What::ThreadRuns { .. } | What::ThreadQueues { .. } if asleep && until.is_none() => {
                    until = Some(words::instant(event.at));
                }
                What::TimerFired { handle } if until.is_some() => {
                    let what = match (self.names.sleeper(handle), self.names.callback(self.trace, handle)) {
                        (Some(task), _) => format!("when the `asyncio.sleep` of {} ends", self.task(task)),
                        (None, Some(callback)) => format!("when the timer of {} is due", readable_callback(callback)),
                        (None, None) => "when a timer is due".to_string(),
                    };
                    return until.map(|until| (until, what));
                }
                What::ThreadRuns { .. } | What::ThreadQueues { .. } => {}
                What::Ended { .. } if until.is_none() => return None,
                _ if until.is_some() => return until.map(|until| (until, "when another thread has something for it".to_string())),
                _ => {}
            }
        }
        None
    }

    /// What an iteration that begins with the event runs: "`A`, `B` and 7 more". Handles that are cancelled before their turn are counted
    /// only.
    pub(super) fn handles_of_iteration(&self, handles: usize) -> String {
        let mut names = Vec::new();
        for event in self.later() {
            match event.what {
                What::IterationStarted { .. } | What::LoopStopped { .. } | What::ThreadWaits { on: ThreadWait::Select } => break,
                _ if names.len() == handles.min(MOST_NAMES) => break,
                What::StepStarted { task } => names.push(self.task(task)),
                What::CallbackStarted { name, .. } => names.push(readable_callback(self.trace.text(name))),
                What::FutureDone { future, .. } if event.task.is_none() => {
                    names.push(
                        self.woken_by(future)
                            .map_or("a future".to_string(), |task| format!("the end of what {} awaits", self.task(task))),
                    );
                }
                _ => {}
            }
        }
        match handles - names.len() {
            0 => names.join(", "),
            _ if names.is_empty() => String::new(),
            more => format!("{} and {more} more", names.join(", ")),
        }
    }

    /// The task that a future makes ready from the event on.
    pub(super) fn woken_by(&self, future: FutureId) -> Option<TaskId> {
        self.later().take(LOOK_AHEAD).find_map(|event| match event.what {
            What::TaskReady { task, cause: Some(FutureRef::Future(cause)) } if cause == future => Some(task),
            _ => None,
        })
    }
}

/// More handles of an iteration are not named.
const MOST_NAMES: usize = 6;
/// A future tells those who wait within so many events.
const LOOK_AHEAD: usize = 1000;
