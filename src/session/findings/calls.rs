//! The calls of coroutine functions in a run.

use std::collections::HashMap;

use crate::trace::ids::TaskId;
use crate::trace::{Time, Trace, What};

/// A call of a coroutine function.
pub(super) struct Call<'a> {
    /// The last part of its qualified name.
    pub function: &'a str,
    /// Where it was awaited, from 1; 0 where the program did not do that itself.
    pub from_line: u16,
    pub task: Option<TaskId>,
    pub entered: (usize, Time),
    pub returned: Option<Time>,
    /// The calls it made, as numbers, in the order in which they were entered.
    pub inner: Vec<u32>,
}

/// All of them by their numbers.
pub(super) fn calls(trace: &Trace) -> HashMap<u32, Call<'_>> {
    let mut calls: HashMap<u32, Call<'_>> = HashMap::new();
    let mut open: HashMap<_, Vec<u32>> = HashMap::new();
    for (index, event) in trace.events.iter().enumerate() {
        match event.what {
            What::CallEntered { function, call, from_line } => {
                let stack = open.entry((event.thread, event.task)).or_default();
                if let Some(outer) = stack.last().and_then(|outer| calls.get_mut(outer)) {
                    outer.inner.push(call);
                }
                stack.push(call);
                let qualified = trace.text(function);
                let function = qualified.rsplit('.').next().unwrap_or(qualified);
                let (task, entered) = (event.task, (index, event.at));
                calls.insert(call, Call { function, from_line, task, entered, returned: None, inner: Vec::new() });
            }
            What::CallReturned { call, .. } => {
                open.entry((event.thread, event.task)).or_default().retain(|&other| other != call);
                if let Some(call) = calls.get_mut(&call) {
                    call.returned = Some(event.at);
                }
            }
            _ => {}
        }
    }
    calls
}
