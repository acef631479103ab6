//! The queues of the event loop.

use yew::prelude::*;

use super::chip::Names;
use super::tasks::plain;
use crate::session::Snapshot;
use crate::session::snapshot::{Loop, Ready, Timer};
use crate::session::words;
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
    let content = if !props.has_loop {
        html! { <p class="empty">{ "This variant has no event loop." }</p> }
    } else if loops.is_empty() {
        html! { <p class="empty">{ "The event loop is not running at this step." }</p> }
    } else {
        html! { <div class="loops">{ for loops.iter().map(|of| queues(of, &props.names)) }</div> }
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

fn queues(of: &Loop, names: &Names) -> Html {
    html! {
        <div class="loop">
            <h4>{ "Ready queue" }<span class="count">{ of.ready.len() }</span></h4>
            <ol class="queue" aria-label="Ready queue">
                { for of.ready.iter().take(MOST).map(|handle| ready(handle, names)) }
            </ol>
            { more(of.ready.len()) }
            <h4>{ "Scheduled timers" }<span class="count">{ of.scheduled.len() }</span></h4>
            <ol class="queue" aria-label="Scheduled timers">
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
    html! { <li>{ name(handle.task.map(Selection::Task), &handle.name, names) }<span class="queue-why">{ plain(&handle.why) }</span></li> }
}

fn timer(timer: &Timer, names: &Names) -> Html {
    let due = words::instant(timer.when);
    let left = if timer.left.0 == 0 { "due now".to_string() } else { format!("in {}", words::span(timer.left)) };
    html! {
        <li>
            { name(timer.task.map(Selection::Task), &timer.name, names) }
            <span class="queue-why">{ left }<span class="due">{ format!("at {due}") }</span></span>
        </li>
    }
}

/// A task's name can be selected; a callback's cannot.
fn name(of: Option<Selection>, name: &str, names: &Names) -> Html {
    match of {
        Some(of) => names.chip(of, name),
        None => html! { <span class="queue-name">{ plain(name) }</span> },
    }
}
