//! The calls of the selected task or thread, or of what happens at the step: each with its line and its variables.

use yew::prelude::*;

use super::chip::{Names, thread_name};
use crate::session::Snapshot;
use crate::session::snapshot::{Frame, TaskState, Variable};
use crate::trace::ids::TaskId;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::state::stepping::{Selection, SteppingAction};

/// Longer values fold.
const SHORT: usize = 60;

#[derive(Properties, PartialEq)]
pub struct CallsProps {
    pub snapshot: Shared<Snapshot>,
    /// The state at the step before: what differs from it is marked.
    pub before: Option<Shared<Snapshot>>,
    pub names: Names,
}

#[component]
pub fn Calls(props: &CallsProps) -> Html {
    let CallsProps { snapshot, before, names } = props;
    let of = shown(snapshot, names.selection);
    let frames = frames_of(snapshot, of);
    let earlier = before.as_ref().map(|before| frames_of(before, of)).unwrap_or_default();
    let content = match (frames.is_empty(), of) {
        (false, _) => {
            html! { <ol class="calls">{ for frames.iter().enumerate().map(|(depth, frame)| call(depth, frame, earlier.get(depth))) }</ol> }
        }
        (true, Some(Selection::Task(id))) => html! { <p class="empty">{ why_none(snapshot, id) }</p> },
        (true, _) => html! { <p class="empty">{ "No line of the program is being executed." }</p> },
    };
    let note = frames.iter().flat_map(|frame| &frame.locals).any(|variable| variable.has_own_repr);
    let note = note.then(|| html! { <p class="hint">{ "Objects with a __repr__ of their own are shown by their attributes: to run it could change the program's run." }</p> });
    let follow = names.selection.map(|_| {
        let dispatch = names.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Stepping(SteppingAction::Unselect)));
        html! { <button type="button" class="follow" {onclick}>{ "Follow the step" }</button> }
    });
    html! {
        <section class="block" aria-label="Calls">
            <h3>{ heading(of) }<span class="aside">{ name_of(snapshot, names, of) }</span>{ for follow }</h3>
            { content }
            { for note }
        </section>
    }
}

fn heading(of: Option<Selection>) -> &'static str {
    match of {
        Some(Selection::Task(_)) => "Await chain",
        Some(Selection::Thread(_)) | None => "Calls",
    }
}

/// What is shown: the selection, or the task that executes or was suspended just now, or the thread.
fn shown(snapshot: &Snapshot, selection: Option<Selection>) -> Option<Selection> {
    let current = snapshot.task.map(Selection::Task).unwrap_or(Selection::Thread(snapshot.thread));
    Some(selection.unwrap_or(current))
}

fn name_of(snapshot: &Snapshot, names: &Names, of: Option<Selection>) -> String {
    match of {
        Some(Selection::Task(id)) => names.label(id, task_of(snapshot, id).map_or("", |task| &task.name)).to_string(),
        Some(Selection::Thread(id)) if snapshot.threads.iter().any(|thread| thread.id == id) => {
            thread_name(snapshot, id).to_string()
        }
        Some(Selection::Thread(_)) | None => String::new(),
    }
}

fn task_of(snapshot: &Snapshot, id: TaskId) -> Option<&crate::session::snapshot::Task> {
    snapshot.tasks.iter().find(|task| task.id == id)
}

/// The calls, outermost first.
fn frames_of(snapshot: &Snapshot, of: Option<Selection>) -> Vec<Frame> {
    match of {
        Some(Selection::Task(id)) => {
            let Some(task) = task_of(snapshot, id) else { return Vec::new() };
            let thread =
                snapshot.loops.iter().find(|event_loop| event_loop.current_task == Some(id)).map(|event_loop| event_loop.thread);
            match thread {
                // Its frames are on the thread, above those of whoever runs the loop.
                Some(thread) if task.await_chain.is_empty() => {
                    let frames = frames_of_thread(snapshot, thread);
                    let first = frames.iter().rposition(|frame| frame.function == task.coroutine).unwrap_or(0);
                    frames[first..].to_vec()
                }
                _ => task.await_chain.clone(),
            }
        }
        Some(Selection::Thread(id)) => frames_of_thread(snapshot, id).to_vec(),
        None => Vec::new(),
    }
}

fn frames_of_thread(snapshot: &Snapshot, id: crate::trace::ids::ThreadId) -> &[Frame] {
    snapshot.threads.iter().find(|thread| thread.id == id).map_or(&[], |thread| &thread.frames)
}

fn why_none(snapshot: &Snapshot, id: TaskId) -> String {
    match task_of(snapshot, id).map(|task| task.state) {
        None => "The task does not exist at this step.".to_string(),
        Some(TaskState::Returned | TaskState::Raised | TaskState::Cancelled) => "The task is done: it has no calls.".to_string(),
        Some(_) => "Its calls are not shown.".to_string(),
    }
}

fn call(depth: usize, frame: &Frame, before: Option<&Frame>) -> Html {
    let before = before.filter(|before| before.function == frame.function);
    let variables = frame.locals.iter().map(|variable| row(variable, before));
    let awaits = (depth > 0).then(|| html! { <span class="awaits" aria-hidden="true">{ "↳" }</span> });
    html! {
        <li class="call">
            <p class="call-head">
                { for awaits }
                <span class="function">{ &frame.function }</span>
                <span class="call-line">{ format!("line {}", frame.line) }</span>
                <code class="call-text" title={frame.text.clone()}>{ &frame.text }</code>
            </p>
            <dl class="variables" aria-label={format!("Variables of {}", frame.function)}>{ for variables }</dl>
        </li>
    }
}

fn row(variable: &Variable, before: Option<&Frame>) -> Html {
    let was = before.map(|before| before.locals.iter().find(|earlier| earlier.name == variable.name).map(|earlier| &earlier.value));
    let is_changed = was.is_some_and(|was| was != Some(&variable.value));
    let mark = is_changed.then(|| html! { <span class="changed-mark">{ "changed" }</span> });
    html! {
        <div class={classes!("variable", is_changed.then_some("changed"))}>
            <dt>{ &variable.name }</dt>
            <dd>{ value(&variable.value) }{ for mark }</dd>
        </div>
    }
}

fn value(text: &str) -> Html {
    if text.chars().count() <= SHORT {
        return html! { <code>{ text.to_string() }</code> };
    }
    let begin: String = text.chars().take(SHORT).collect();
    html! { <details class="long"><summary><code>{ begin }{ "…" }</code></summary><code>{ text.to_string() }</code></details> }
}
