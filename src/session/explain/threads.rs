//! Processes, threads and cores.

use crate::trace::What;
use crate::trace::event::{Contended, ThreadRole, ThreadWait};
use crate::trace::ids::{CoreId, ProcessId};

use super::{Context, Explanation, capitalized};
use crate::session::words;

pub fn process_started(cx: &Context, process: ProcessId) -> Explanation {
    match process {
        ProcessId::MAIN => "The program starts.".to_string().into(),
        _ => Explanation::new(
            format!("Process `{}` starts.", cx.names.process(cx.trace, process)),
            "It has objects and, if there is one, a GIL of its own.",
        ),
    }
}

pub fn process_ended(cx: &Context, process: ProcessId) -> Explanation {
    match process {
        ProcessId::MAIN => "The program's process ends.".to_string().into(),
        _ => format!("Process `{}` ends.", cx.names.process(cx.trace, process)).into(),
    }
}

pub fn started(cx: &Context, role: ThreadRole) -> Explanation {
    let thread = cx.this_thread();
    match role {
        ThreadRole::Main | ThreadRole::Thread => capitalized(format!("{thread} starts.")).into(),
        ThreadRole::Worker(_) => {
            Explanation::new(capitalized(format!("{thread} starts.")), "An executor needs a worker: it has a job and none is idle.")
        }
    }
}

pub fn ended(cx: &Context) -> Explanation {
    capitalized(format!("{} ends.", cx.this_thread())).into()
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
        (Contended::Gil, false) => Explanation::new(
            format!("{thread} could run but waits for the GIL."),
            "One thread of a process executes Python at a time.",
        ),
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
        ThreadWait::Sleep | ThreadWait::Select => format!("blocks{}", until(cx)),
        ThreadWait::Join(other) => format!("waits until {} ends", cx.thread(other)),
        ThreadWait::JoinProcess(process) => format!("waits until process `{}` ends", cx.names.process(cx.trace, process)),
        ThreadWait::Job(job) => format!("waits for the result of job `{}`", cx.job(job)),
        ThreadWait::Work(_) => "waits for work".to_string(),
        ThreadWait::Resource { kind, holder, .. } => {
            let held = holder.map(|holder| format!(" that {} has", cx.thread(holder))).unwrap_or_default();
            format!("waits for {}{held}", kind.text())
        }
    };
    let sentence = capitalized(format!("{} {what}.", cx.actor()));
    match cx.event.task {
        Some(_) => Explanation::new(
            sentence,
            "It does not await: the whole event loop stands still, and everything that is ready has to wait.",
        ),
        None => sentence.into(),
    }
}

fn loop_waits(cx: &Context) -> Explanation {
    let timer_is_next = cx.later().find_map(|event| match event.what {
        What::TimerFired { .. } => Some(true),
        What::ThreadRuns { .. } | What::ThreadQueues { .. } => None,
        _ => Some(false),
    });
    let until = until(cx);
    match timer_is_next {
        Some(true) => Explanation::new(format!("Nothing is ready: the event loop waits{until}."), "Then its next timer is due."),
        Some(false) => {
            Explanation::new(format!("Nothing is ready: the event loop waits{until}."), "Then another thread has something for it.")
        }
        None => "Nothing is ready: the event loop waits.".to_string().into(),
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
