//! Processes, threads and cores.

use crate::trace::What;
use crate::trace::event::{Contended, ThreadRole, ThreadWait};
use crate::trace::ids::{CoreId, ProcessId};

use super::{Context, Explanation, capitalized};
use crate::session::words;

pub fn process_started(cx: &Context, process: ProcessId) -> Explanation {
    match process {
        ProcessId::MAIN => Explanation::new("The program starts.", "Its lines are executed by the main thread, from the first on."),
        _ => Explanation::new(
            format!("Process `{}` starts.", cx.names.process(cx.trace, process)),
            "It has objects and, if there is one, a GIL of its own.",
        ),
    }
}

pub fn process_ended(cx: &Context, process: ProcessId) -> Explanation {
    match process {
        ProcessId::MAIN => Explanation::new("The program's process ends.", "Nothing is left to run."),
        _ => Explanation::new(
            format!("Process `{}` ends.", cx.names.process(cx.trace, process)),
            "Its core is free, and whoever joins it goes on.",
        ),
    }
}

pub fn started(cx: &Context, role: ThreadRole) -> Explanation {
    let thread = cx.this_thread();
    match role {
        ThreadRole::Main | ThreadRole::Thread => Explanation::new(
            capitalized(format!("{thread} starts.")),
            "It runs as soon as it gets all that it needs: a core and the GIL.",
        ),
        ThreadRole::Worker(_) => {
            Explanation::new(capitalized(format!("{thread} starts.")), "An executor needs a worker: it has a job and none is idle.")
        }
    }
}

pub fn ended(cx: &Context) -> Explanation {
    Explanation::new(capitalized(format!("{} ends.", cx.this_thread())), "Its function is over; whoever joins it goes on.")
}

pub fn runs(cx: &Context, core: CoreId) -> Explanation {
    let sentence = capitalized(format!("{} runs on core {}.", cx.this_thread(), core.0));
    let before = cx.earlier().find_map(|event| match event.what {
        What::ThreadQueues { for_: Contended::Gil } => Some("It got the GIL.".to_string()),
        What::ThreadQueues { for_: Contended::Core } => Some("A core became free.".to_string()),
        What::ThreadWaits { on } => Some(wait_over(cx, on)),
        What::ThreadStarted { .. } => Some("It has just been started.".to_string()),
        _ => None,
    });
    Explanation { sentence, why: before }
}

pub fn queues(cx: &Context, for_: Contended) -> Explanation {
    let thread = capitalized(cx.this_thread());
    let had_to_make_room = cx.earlier().find_map(|event| match event.what {
        What::ThreadRuns { .. } => Some(true),
        What::ThreadWaits { .. } | What::ThreadStarted { .. } => Some(false),
        _ => None,
    });
    match (for_, had_to_make_room == Some(true)) {
        (Contended::Gil, true) => {
            Explanation::new(format!("{thread} gives the GIL to another thread."), "Others have waited for a switch interval.")
        }
        (Contended::Gil, false) => {
            let has = cx.gil_holder().map(|holder| format!("{} has it. ", capitalized(cx.thread(holder)))).unwrap_or_default();
            Explanation::new(
                format!("{thread} could run but waits for the GIL."),
                has + "One thread of a process executes Python at a time.",
            )
        }
        (Contended::Core, true) => Explanation::new(
            format!("{thread} leaves its core to another thread."),
            "Its time slice is over and others wait for a core.",
        ),
        (Contended::Core, false) => Explanation::new(format!("{thread} could run but waits for a core."), "All cores are in use."),
    }
}

pub fn waits(cx: &Context, on: ThreadWait) -> Explanation {
    if on == ThreadWait::Select {
        return loop_waits(cx);
    }
    let what = match on {
        ThreadWait::Sleep | ThreadWait::Select => format!("blocks{}{}", cx.on_line(), until(cx)),
        ThreadWait::Join(other) => format!("waits{} until {} ends", cx.on_line(), cx.thread(other)),
        ThreadWait::JoinProcess(process) => {
            format!("waits{} until process `{}` ends", cx.on_line(), cx.names.process(cx.trace, process))
        }
        ThreadWait::Job(job) => format!("waits{} for the result of job `{}`", cx.on_line(), cx.job(job)),
        ThreadWait::Work(_) => "waits for work".to_string(),
        ThreadWait::Resource { kind, holder, .. } => {
            let held = holder.map(|holder| format!(" that {} has", cx.thread(holder))).unwrap_or_default();
            format!("waits{} for {}{held}", cx.on_line(), kind.text())
        }
    };
    let sentence = capitalized(format!("{} {what}.", cx.actor()));
    match (cx.event.task, on) {
        (Some(_), _) => Explanation::new(
            sentence,
            "It does not await: the whole event loop stands still, and everything that is ready has to wait.",
        ),
        (None, ThreadWait::Work(_)) => Explanation::new(sentence, "It is idle until a job is given to its executor."),
        (None, _) => Explanation::new(sentence, "It gives up its core and the GIL meanwhile, so other threads can run."),
    }
}

fn loop_waits(cx: &Context) -> Explanation {
    match cx.wakes() {
        Some((until, what)) => Explanation::new(
            format!("Nothing is ready: the event loop sleeps until {until}, {what}."),
            "It takes no CPU meanwhile; other threads can run.",
        ),
        None => Explanation::new("Nothing is ready: the event loop sleeps.", "Nothing wakes it any more in this run."),
    }
}

/// " until 3.00 s", if the trace says when the wait is over.
fn until(cx: &Context) -> String {
    let end = cx.later().find(|event| matches!(event.what, What::ThreadRuns { .. } | What::ThreadQueues { .. }));
    end.map(|event| format!(" until {}", words::instant(event.at))).unwrap_or_default()
}

fn wait_over(cx: &Context, on: ThreadWait) -> String {
    match on {
        ThreadWait::Sleep => "Its blocking wait is over.".to_string(),
        ThreadWait::Select => "Its event loop has something to do.".to_string(),
        ThreadWait::Join(other) => format!("{} ended or the wait timed out.", capitalized(cx.thread(other))),
        ThreadWait::JoinProcess(process) => {
            format!("Process `{}` ended or the wait timed out.", cx.names.process(cx.trace, process))
        }
        ThreadWait::Job(job) => format!("Job `{}` is done or the wait timed out.", cx.job(job)),
        ThreadWait::Work(_) => "There is work for it.".to_string(),
        ThreadWait::Resource { .. } => "It got what it waited for, or the wait timed out.".to_string(),
    }
}
