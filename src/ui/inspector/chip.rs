//! The name of a task or thread that can be clicked: it is selected everywhere then.

use std::rc::Rc;

use yew::prelude::*;

use crate::session::Snapshot;
use crate::session::snapshot::Party;
use crate::timeline::Timeline;
use crate::trace::ids::{TaskId, ThreadId};
use crate::ui::parts::elided;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::state::stepping::{Selection, SteppingAction};
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct ChipProps {
    pub of: Selection,
    pub name: AttrValue,
    /// What is selected now.
    pub selection: Option<Selection>,
    pub dispatch: Dispatch,
}

/// Clicked again, it gives the selection back.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    let is_selected = props.selection == Some(props.of);
    let onclick = use_callback((props.of, props.dispatch.clone()), |_: MouseEvent, (of, dispatch)| {
        dispatch.dispatch(Action::Stepping(SteppingAction::Toggle(*of)));
    });
    html! {
        <button type="button" class="chip" aria-pressed={is_selected.to_string()} aria-label={props.name.clone()} title={props.name.clone()} {onclick}>
            { elided(&props.name) }
        </button>
    }
}

/// What the parts of the inspector need to name tasks and threads.
#[derive(Clone, PartialEq)]
pub struct Names {
    pub selection: Option<Selection>,
    /// The lanes, which have the labels of the tasks.
    pub lanes: Shared<Timeline>,
    pub dispatch: Dispatch,
}

impl Names {
    pub fn party(&self, snapshot: &Snapshot, party: Party) -> Html {
        match party {
            Party::Task(id) => {
                let name = snapshot.tasks.iter().find(|task| task.id == id).map_or("?", |task| task.name.as_str());
                self.task(id, name)
            }
            Party::Thread(id) => self.chip(Selection::Thread(id), &thread_name(snapshot, id)),
        }
    }

    /// A task under the label of its lane; `name` is what asyncio calls it.
    pub fn task(&self, id: TaskId, name: &str) -> Html {
        self.chip(Selection::Task(id), self.label(id, name))
    }

    /// The label of a task's lane.
    pub fn label<'a>(&'a self, id: TaskId, name: &'a str) -> &'a str {
        self.lanes.names.tasks.get(id.index()).map_or(name, String::as_str)
    }

    pub fn chip(&self, of: Selection, name: &str) -> Html {
        let Names { selection, dispatch, .. } = self;
        html! { <Chip {of} name={name.to_string()} selection={*selection} dispatch={dispatch.clone()} /> }
    }
}

/// A process is called by its name, its main thread too: they are the same to a reader.
pub fn thread_name(snapshot: &Snapshot, id: ThreadId) -> Rc<str> {
    let Some(thread) = snapshot.threads.iter().find(|thread| thread.id == id) else { return "?".into() };
    let process = snapshot.processes.iter().find(|process| process.id == thread.process);
    match process {
        Some(process) if snapshot.processes.len() > 1 && &*thread.name == "MainThread" => process.name.clone(),
        Some(process) if snapshot.processes.len() > 1 => format!("{} of {}", thread.name, process.name).into(),
        _ => thread.name.clone(),
    }
}
