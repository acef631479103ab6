//! The queues of the event loop.

use yew::prelude::*;

use super::tasks::plain;
use crate::session::Snapshot;
use crate::session::snapshot::{Loop, Ready, Timer};
use crate::session::words;
use crate::ui::shared::Shared;

#[derive(Properties, PartialEq)]
pub struct EventLoopProps {
    pub snapshot: Shared<Snapshot>,
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
        html! { <div class="loops">{ for loops.iter().map(queues) }</div> }
    };
    let iteration = loops.first().map(iteration).unwrap_or_default();
    html! {
        <section class="block event-loop">
            <h3>{ "Event loop" }<span class="aside">{ iteration }</span></h3>
            { content }
        </section>
    }
}

fn iteration(of: &Loop) -> String {
    if of.iteration == 0 { "before its first iteration".to_string() } else { format!("iteration {}", of.iteration) }
}

fn queues(of: &Loop) -> Html {
    html! {
        <div class="loop">
            <h4>{ "Ready queue" }<span class="count">{ of.ready.len() }</span></h4>
            <ol class="queue" aria-label="Ready queue">{ for of.ready.iter().map(ready) }</ol>
            <h4>{ "Scheduled timers" }<span class="count">{ of.scheduled.len() }</span></h4>
            <ol class="queue" aria-label="Scheduled timers">{ for of.scheduled.iter().map(timer) }</ol>
        </div>
    }
}

fn ready(ready: &Ready) -> Html {
    html! { <li><span class="queue-name">{ plain(&ready.name) }</span><span class="queue-why">{ plain(&ready.why) }</span></li> }
}

fn timer(timer: &Timer) -> Html {
    html! {
        <li>
            <span class="queue-name">{ plain(&timer.name) }</span>
            <span class="queue-why">{ format!("in {} (at {})", words::span(timer.left), words::instant(timer.when)) }</span>
        </li>
    }
}
