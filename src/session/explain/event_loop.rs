//! The event loop: iterations, timers, callbacks.

use crate::trace::ids::HandleId;
use crate::trace::{Time, What};

use super::{Context, Explanation, capitalized};
use crate::session::names::readable_callback;
use crate::session::words;

pub fn started(cx: &Context) -> Explanation {
    Explanation::new(
        format!("The event loop starts on {}.", cx.this_thread()),
        "From now on it runs what is ready, one handle after the other, and sleeps when nothing is.",
    )
}

pub fn stopped(cx: &Context) -> Explanation {
    Explanation::new(format!("The event loop of {} stops.", cx.this_thread()), "The code that started it goes on.")
}

pub fn iteration_started(cx: &Context, iteration: u32, handles: u32) -> Explanation {
    let are = if handles == 1 { "is" } else { "are" };
    let begins =
        format!("Iteration {iteration} of the event loop begins: {} {are} ready", words::counted(handles.into(), "handle"));
    let ready = cx.handles_of_iteration(handles as usize);
    let sentence = if ready.is_empty() { format!("{begins}.") } else { format!("{begins}: {ready}.") };
    let next = iteration.saturating_add(1);
    let them = if handles == 1 { "just this one" } else { "exactly these, in this order" };
    Explanation::new(sentence, format!("It runs {them}. What becomes ready meanwhile waits for iteration {next}."))
}

pub fn timer_set(cx: &Context, timer: HandleId, when: Time) -> Explanation {
    let left = words::span(when.since(cx.event.at));
    let sentence =
        format!("{} sets a timer{} for {}, {left} from now.", capitalized(cx.actor()), cx.on_line(), words::instant(when));
    let then = match (cx.names.sleeper(timer), cx.names.callback(cx.trace, timer)) {
        (Some(_), _) => "It will end `asyncio.sleep`.".to_string(),
        (None, Some(callback)) => format!("Then {} is put into the ready queue.", readable_callback(callback)),
        (None, None) => "It goes into `scheduled`, where the timer that is due first comes first.".to_string(),
    };
    Explanation::new(sentence, then)
}

pub fn timer_fired(cx: &Context, timer: HandleId) -> Explanation {
    let sentence = format!("The timer of {} is due: its handle moves to the ready queue.", whose(cx, timer));
    let late = timer_time(cx, timer).map(|when| cx.event.at.since(when)).filter(|late| late.0 > 10_000_000);
    match late {
        Some(late) => Explanation::new(sentence, format!("It is {} late: the loop was busy.", words::span(late))),
        None => Explanation::new(sentence, "The next iteration runs it."),
    }
}

pub fn timer_cancelled(cx: &Context, timer: HandleId) -> Explanation {
    let when = timer_time(cx, timer).map(|when| format!(" for {}", words::instant(when))).unwrap_or_default();
    Explanation::new(format!("The timer{when} of {} is cancelled.", whose(cx, timer)), "The loop will not run it.")
}

pub fn callback_queued(cx: &Context, name: &str) -> Explanation {
    let by = match cx.event.task {
        Some(_) => "It was asked for with `call_soon`, or the future it waits for is done. The next iteration runs it.",
        None => "What it waits for has happened. The next iteration runs it.",
    };
    Explanation::new(format!("{} is put into the ready queue.", capitalized(readable_callback(name))), by)
}

pub fn callback_started(cx: &Context, name: &str) -> Explanation {
    Explanation { sentence: format!("The event loop runs {}.", readable_callback(name)), why: cx.next_handle() }
}

pub fn callback_ended(cx: &Context, handle: HandleId) -> Explanation {
    let name = cx.names.callback(cx.trace, handle).unwrap_or("?");
    Explanation { sentence: format!("{} returns.", capitalized(readable_callback(name))), why: cx.next_handle() }
}

fn whose(cx: &Context, timer: HandleId) -> String {
    match (cx.names.sleeper(timer), cx.names.callback(cx.trace, timer)) {
        (Some(task), _) => format!("{}'s `asyncio.sleep`", cx.task(task)),
        (None, Some(callback)) => readable_callback(callback),
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
