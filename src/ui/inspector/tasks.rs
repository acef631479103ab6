//! The tasks and their states.

use yew::prelude::*;

use super::chip::Names;
use crate::session::Snapshot;
use crate::session::snapshot::{Task, TaskState};
use crate::timeline::track::State;
use crate::ui::parts::Swatch;
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Selection;

/// Of more tasks, only those that act or are selected are shown.
const MOST: usize = 150;

#[derive(Properties, PartialEq)]
pub struct TasksProps {
    pub snapshot: Shared<Snapshot>,
    pub names: Names,
}

#[component]
pub fn Tasks(props: &TasksProps) -> Html {
    let TasksProps { snapshot, names } = props;
    let is_shown = |index: usize, task: &Task| {
        index < MOST || task.state == TaskState::Running || names.selection == Some(Selection::Task(task.id))
    };
    let shown = snapshot.tasks.iter().enumerate().filter(|(index, task)| is_shown(*index, task)).map(|(_, task)| task);
    let content = if snapshot.tasks.is_empty() {
        html! { <p class="empty">{ "No task yet." }</p> }
    } else {
        html! {
            <table class="rows tasks" aria-label="Tasks">
                <thead>
                    <tr>
                        <th scope="col">{ "Task" }</th>
                        <th scope="col">{ "State" }</th>
                        <th scope="col" class="number">{ "Line" }</th>
                        <th scope="col">{ "Waits for, or result" }</th>
                    </tr>
                </thead>
                <tbody>{ for shown.map(|task| row(task, names)) }</tbody>
            </table>
        }
    };
    let left_out = match snapshot.tasks_left_out {
        0 => String::new(),
        1 => "1 earlier task is done.".to_string(),
        count => format!("{count} earlier tasks are done."),
    };
    let more = match snapshot.tasks.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("{more} more are not listed; a lane's name shows one."),
    };
    html! {
        <section class="block" aria-label="Tasks">
            <h3>{ "Tasks" }<span class="count">{ snapshot.tasks.len() }</span></h3>
            { content }
            <p class="hint">{ more }</p>
            <p class="hint">{ left_out }</p>
        </section>
    }
}

fn row(task: &Task, names: &Names) -> Html {
    let of = Selection::Task(task.id);
    // What asyncio calls it, or else what it executes.
    let label = names.label(task.id, &task.name);
    let other = [&task.name, &task.coroutine].into_iter().find(|other| *other != label).cloned().unwrap_or_default();
    let line = task.await_chain.last().map(|frame| frame.line.to_string()).unwrap_or_default();
    let cancelling = task.cancel_requested.then(|| html! { <span class="cancelling">{ "cancel requested" }</span> });
    let selected = (names.selection == Some(of)).then_some("selected");
    html! {
        <tr class={classes!("task", task.state.label(), selected)}>
            <th scope="row">{ names.task(task.id, &task.name) }<small title={other.clone()}>{ other }</small></th>
            <td class="state">{ swatch(task.state) }{ task.state.label() }</td>
            <td class="number">{ line }</td>
            <td class="detail">{ plain(&task.detail) }{ for cancelling }</td>
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
