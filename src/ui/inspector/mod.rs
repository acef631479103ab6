//! The state of the selected variant at the current step, and what just happened. Everything is read from the machine at that step.

mod event_loop;
mod machine;
mod sentence;
mod tasks;

use yew::prelude::*;

use crate::session::Snapshot;
use crate::trace::What;
use crate::ui::picture::Variant;
use crate::ui::shared::Shared;
use event_loop::EventLoop;
use machine::Machine;
use sentence::Sentence;
use tasks::Tasks;

#[derive(Properties, PartialEq)]
pub struct InspectorProps {
    /// The selected one, once it ran.
    pub variant: Option<Variant>,
    pub step: usize,
}

#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let ran = props.variant.as_ref().and_then(Variant::ran).cloned();
    let recording = ran.map(|ran| ran.recording);
    let event = recording.as_ref().map_or(0, |recording| recording.steps().event(props.step));
    let snapshot =
        use_memo((recording.clone(), event), |(recording, event)| recording.as_ref().map(|recording| recording.at(*event)));
    let has_loop = use_memo(recording.clone(), |recording| {
        recording
            .as_ref()
            .is_some_and(|recording| recording.trace().events.iter().any(|event| matches!(event.what, What::LoopStarted { .. })))
    });
    let content = match (&*snapshot, &recording) {
        (Some(snapshot), Some(recording)) => html! {
            <>
                <Sentence recording={recording.clone()} {event} />
                <Tables snapshot={Shared::from(snapshot.clone())} has_loop={*has_loop} />
            </>
        },
        _ => html! { <p class="empty">{ "The state at the current step is shown here." }</p> },
    };
    let name = props.variant.as_ref().map(|variant| variant.name().to_string()).unwrap_or_default();
    html! {
        <section class="panel inspector" role="region" aria-label="Inspector">
            <h2 class="panel-title">{ "Inspector" }<span class="panel-of">{ name }</span></h2>
            { content }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct TablesProps {
    snapshot: Shared<Snapshot>,
    /// There is an event loop at some time of the run.
    has_loop: bool,
}

#[component]
fn Tables(props: &TablesProps) -> Html {
    let TablesProps { snapshot, has_loop } = props;
    let tasks = has_loop.then(|| html! { <Tasks snapshot={snapshot.clone()} /> });
    html! {
        <div class={classes!("inspector-tables", (!has_loop).then_some("no-loop"))}>
            <EventLoop snapshot={snapshot.clone()} has_loop={*has_loop} />
            { for tasks }
            <Machine snapshot={snapshot.clone()} />
        </div>
    }
}
