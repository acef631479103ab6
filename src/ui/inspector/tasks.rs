//! The tasks and their states.

use yew::prelude::*;

use crate::session::Snapshot;
use crate::session::snapshot::{Task, TaskState};
use crate::timeline::track::State;
use crate::ui::parts::Swatch;
use crate::ui::shared::Shared;

#[derive(Properties, PartialEq)]
pub struct TasksProps {
    pub snapshot: Shared<Snapshot>,
}

#[component]
pub fn Tasks(props: &TasksProps) -> Html {
    let snapshot = &props.snapshot;
    let content = if snapshot.tasks.is_empty() {
        html! { <p class="empty">{ "No task yet." }</p> }
    } else {
        html! {
            <table class="rows" aria-label="Tasks"><tbody>{ for snapshot.tasks.iter().map(row) }</tbody></table>
        }
    };
    let left_out = match snapshot.tasks_left_out {
        0 => String::new(),
        count => format!("{count} earlier tasks are done."),
    };
    html! {
        <section class="block tasks">
            <h3>{ "Tasks" }<span class="count">{ snapshot.tasks.len() }</span></h3>
            { content }
            <p class="hint">{ left_out }</p>
        </section>
    }
}

fn row(task: &Task) -> Html {
    let cancelling = if task.cancel_requested { ", being cancelled" } else { "" };
    let coroutine = if task.coroutine == task.name { String::new() } else { task.coroutine.clone() };
    html! {
        <tr class={classes!("task", task.state.label())}>
            <th scope="row" title={task.name.clone()}>{ &task.name }<small>{ coroutine }</small></th>
            <td class="state">{ swatch(task.state) }{ task.state.label() }{ cancelling }</td>
            <td class="detail">{ plain(&task.detail) }</td>
        </tr>
    }
}

fn swatch(state: TaskState) -> Html {
    match state {
        TaskState::Running => html! { <Swatch state={State::Running} /> },
        TaskState::Ready => html! { <Swatch state={State::Ready} /> },
        TaskState::Waiting => html! { <Swatch state={State::Waiting} /> },
        TaskState::Returned => html! { <span class="end-sign" aria-hidden="true">{ "✓" }</span> },
        TaskState::Raised | TaskState::Cancelled => html! { <span class="end-sign" aria-hidden="true">{ "✕" }</span> },
    }
}

/// Without the backquotes around names: a table needs none.
pub fn plain(text: &str) -> String {
    text.replace('`', "")
}
