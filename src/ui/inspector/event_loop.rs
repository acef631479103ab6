//! The queues of the event loop.

use std::rc::Rc;

use yew::prelude::*;

use super::chip::{Names, thread_name};
use super::tasks::plain;
use crate::session::Snapshot;
use crate::session::snapshot::{Loop, Ready, Timer};
use crate::session::words;
use crate::trace::ids::{TaskId, ThreadId};
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Selection;

/// Longer queues are cut.
const MOST: usize = 50;

#[derive(Properties, PartialEq)]
pub struct EventLoopProps {
    pub snapshot: Shared<Snapshot>,
    pub names: Names,
    /// There is an event loop at some time of the run.
    pub has_loop: bool,
}

#[component]
pub fn EventLoop(props: &EventLoopProps) -> Html {
    let loops = &props.snapshot.loops;
    // Where each of several threads runs a loop, they are told apart by it.
    let whose = |of: &Loop| (loops.len() > 1).then(|| (of.thread, thread_name(&props.snapshot, of.thread)));
    let content = if !props.has_loop {
        html! { <p class="empty">{ "This variant has no event loop." }</p> }
    } else if loops.is_empty() {
        html! { <p class="empty">{ "The event loop is not running at this step." }</p> }
    } else {
        html! { <div class="loops">{ for loops.iter().map(|of| queues(of, whose(of), &props.names)) }</div> }
    };
    let iteration = loops.first().map(iteration).unwrap_or_default();
    html! {
        <section class="block event-loop" aria-label="Event loop">
            <h3>{ "Event loop" }<span class="aside">{ iteration }</span></h3>
            { content }
        </section>
    }
}

fn iteration(of: &Loop) -> String {
    if of.iteration == 0 { "before its first iteration".to_string() } else { format!("iteration {}", of.iteration) }
}

fn queues(of: &Loop, whose: Option<(ThreadId, Rc<str>)>, names: &Names) -> Html {
    let head =
        whose.as_ref().map(|(thread, name)| html! { <p class="loop-of">{ names.chip(Selection::Thread(*thread), name) }</p> });
    let called = |what: &str| match &whose {
        Some((_, name)) => format!("{what} of {name}"),
        None => what.to_string(),
    };
    html! {
        <div class="loop">
            { for head }
            <h4>{ "Ready queue" }<span class="count">{ of.ready.len() }</span></h4>
            <ol class="queue" aria-label={called("Ready queue")}>
                { for of.ready.iter().take(MOST).map(|handle| ready(handle, names)) }
            </ol>
            { more(of.ready.len()) }
            <h4>{ "Scheduled timers" }<span class="count">{ of.scheduled.len() }</span></h4>
            <ol class="queue" aria-label={called("Scheduled timers")}>
                { for of.scheduled.iter().take(MOST).map(|handle| timer(handle, names)) }
            </ol>
            { more(of.scheduled.len()) }
        </div>
    }
}

fn more(count: usize) -> Html {
    match count.saturating_sub(MOST) {
        0 => Html::default(),
        more => html! { <p class="hint">{ format!("{more} more") }</p> },
    }
}

fn ready(handle: &Ready, names: &Names) -> Html {
    html! { <li>{ name(handle.task, &handle.name, names) }<span class="queue-why">{ plain(&handle.why) }</span></li> }
}

fn timer(timer: &Timer, names: &Names) -> Html {
    let due = words::instant(timer.when);
    let left = if timer.left.0 == 0 { "due now".to_string() } else { format!("in {}", words::span(timer.left)) };
    html! {
        <li>
            { name(timer.task, &timer.name, names) }
            <span class="queue-why">{ left }<span class="due">{ format!("at {due}") }</span></span>
        </li>
    }
}

/// A task's name can be selected; a callback's cannot.
fn name(task: Option<TaskId>, name: &str, names: &Names) -> Html {
    match task {
        Some(task) => names.task(task, name),
        None => html! { <span class="queue-name">{ plain(name) }</span> },
    }
}
