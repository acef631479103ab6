//! The event loop: iterations, timers, callbacks.

use crate::trace::ids::HandleId;
use crate::trace::{Time, What};

use super::{Context, Explanation, capitalized};
use crate::session::words;

pub fn started(cx: &Context) -> Explanation {
    format!("The event loop starts on {}.", cx.this_thread()).into()
}

pub fn stopped(cx: &Context) -> Explanation {
    format!("The event loop of {} stops.", cx.this_thread()).into()
}

pub fn iteration_started(iteration: u32, handles: u32) -> Explanation {
    let are = if handles == 1 { "is" } else { "are" };
    Explanation::new(
        format!("Iteration {iteration} of the event loop begins: {} {are} ready.", words::counted(u64::from(handles), "handle")),
        "It runs exactly those. What becomes ready meanwhile has to wait for the next iteration.",
    )
}

pub fn timer_set(cx: &Context, timer: HandleId, when: Time) -> Explanation {
    let sentence = format!("{} sets a timer for {}.", capitalized(cx.actor()), words::instant(when));
    match cx.names.sleeper(timer) {
        Some(_) => Explanation::new(sentence, "It will end `asyncio.sleep`."),
        None => sentence.into(),
    }
}

pub fn timer_fired(cx: &Context, timer: HandleId) -> Explanation {
    let whose = whose(cx, timer);
    let late = timer_time(cx, timer).map(|when| cx.event.at.since(when)).filter(|late| late.0 > 10_000_000);
    let sentence = format!("The timer of {whose} is due: its handle moves to the ready queue.");
    match late {
        Some(late) => Explanation::new(sentence, format!("It is {} late: the loop was busy.", words::span(late))),
        None => sentence.into(),
    }
}

pub fn timer_cancelled(cx: &Context, timer: HandleId) -> Explanation {
    let when = timer_time(cx, timer).map(|when| format!(" for {}", words::instant(when))).unwrap_or_default();
    format!("The timer{when} of {} is cancelled.", whose(cx, timer)).into()
}

pub fn callback_queued(cx: &Context, name: &str) -> Explanation {
    let by = match cx.event.task {
        Some(_) => "It was asked for with `call_soon`, or the future it waits for is done.",
        None => "What it waits for has happened.",
    };
    Explanation::new(format!("Callback `{name}` is put into the ready queue."), by)
}

pub fn callback_started(name: &str) -> Explanation {
    format!("The event loop calls `{name}`.").into()
}

pub fn callback_ended(cx: &Context, handle: HandleId) -> Explanation {
    let name = cx.names.callback(cx.trace, handle).unwrap_or("?");
    Explanation { sentence: format!("Callback `{name}` returns."), why: cx.next_handle() }
}

fn whose(cx: &Context, timer: HandleId) -> String {
    match (cx.names.sleeper(timer), cx.names.callback(cx.trace, timer)) {
        (Some(task), _) => format!("{}'s `asyncio.sleep`", cx.task(task)),
        (None, Some(callback)) => format!("callback `{callback}`"),
        (None, None) => "a callback".to_string(),
    }
}

/// What time it was set for.
fn timer_time(cx: &Context, timer: HandleId) -> Option<Time> {
    cx.earlier().find_map(|event| match event.what {
        What::TimerSet { handle, when } if handle == timer => Some(when.get()),
        _ => None,
    })
}
