//! Threads, GILs and cores.

use std::rc::Rc;

use yew::prelude::*;

use super::chip::{Names, thread_name};
use super::tasks::plain;
use crate::session::Snapshot;
use crate::session::snapshot::{Process, Thread, ThreadState};
use crate::timeline::track::State;
use crate::trace::ids::ThreadId;
use crate::ui::parts::Swatch;
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Selection;

#[derive(Properties, PartialEq)]
pub struct MachineProps {
    pub snapshot: Shared<Snapshot>,
    pub names: Names,
}

#[component]
pub fn Machine(props: &MachineProps) -> Html {
    let snapshot = &props.snapshot;
    html! {
        <section class="block machine" aria-label="Machine">
            <h3>{ "Machine" }</h3>
            <table class="rows" aria-label="Threads">
                <tbody>{ for snapshot.threads.iter().map(|thread| thread_row(snapshot, thread, &props.names)) }</tbody>
            </table>
            <dl class="facts">
                { for snapshot.processes.iter().map(|process| gil(snapshot, process)) }
                <div><dt>{ "Cores" }</dt><dd class="cores">{ for snapshot.cores.iter().enumerate().map(|(core, thread)| core_box(snapshot, core, *thread)) }</dd></div>
            </dl>
        </section>
    }
}

fn thread_row(snapshot: &Snapshot, thread: &Thread, names: &Names) -> Html {
    let swatch = match thread.state {
        ThreadState::Running(_) => html! { <Swatch state={State::Running} /> },
        ThreadState::Starting | ThreadState::Queued(_) => html! { <Swatch state={State::Ready} /> },
        ThreadState::Waiting => html! { <Swatch state={State::Waiting} /> },
    };
    let (name, of) = (thread_name(snapshot, thread.id), Selection::Thread(thread.id));
    html! {
        <tr class={(names.selection == Some(of)).then_some("selected")}>
            <th scope="row">{ names.chip(of, &name) }</th>
            <td><span class="state">{ swatch }{ thread.state.label() }</span>{ " " }<span class="detail">{ plain(&thread.detail) }</span></td>
        </tr>
    }
}

fn gil(snapshot: &Snapshot, process: &Process) -> Html {
    let whose = if snapshot.processes.len() > 1 { format!("GIL of {}", process.name) } else { "GIL".to_string() };
    let text = match &process.gil {
        None => "none: free-threaded".to_string(),
        Some(gil) => {
            let holder = gil.holder.map_or("free".to_string(), |holder| format!("held by {}", thread_name(snapshot, holder)));
            let waiters: Vec<Rc<str>> = gil.waiters.iter().map(|&waiter| thread_name(snapshot, waiter)).collect();
            if waiters.is_empty() { holder } else { format!("{holder}; waiting: {}", waiters.join(", ")) }
        }
    };
    html! { <div><dt>{ whose }</dt><dd>{ text }</dd></div> }
}

fn core_box(snapshot: &Snapshot, core: usize, thread: Option<ThreadId>) -> Html {
    let name = thread.map(|thread| thread_name(snapshot, thread));
    let title = match &name {
        Some(name) => format!("Core {core}: {name}"),
        None => format!("Core {core}: free"),
    };
    html! { <span class={classes!("core", name.is_some().then_some("busy"))} role="img" aria-label={title.clone()} {title}>{ core }</span> }
}
