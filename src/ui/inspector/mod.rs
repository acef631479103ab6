//! The state of the selected variant at the current step, and what just happened. Everything is read from the machine at that step.

mod calls;
mod chip;
mod event_loop;
mod machine;
mod sentence;
mod shared_things;
mod tasks;

use yew::prelude::*;

use crate::session::Snapshot;
use crate::trace::What;
use crate::ui::picture::{Outcome, Variant};
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Stepping;
use crate::ui::store::Dispatch;
use calls::Calls;
use chip::Names;
use event_loop::EventLoop;
use machine::Machine;
use sentence::Sentence;
use shared_things::SharedThings;
use tasks::Tasks;

#[derive(Properties, PartialEq)]
pub struct InspectorProps {
    /// The selected one, once it ran.
    pub variant: Option<Variant>,
    pub step: usize,
    pub stepping: Stepping,
    pub dispatch: Dispatch,
}

#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let ran = props.variant.as_ref().and_then(Variant::ran).cloned();
    let lanes = ran.as_ref().map(|ran| ran.full.clone());
    let recording = ran.map(|ran| ran.recording);
    let lines = props.stepping.lines;
    let snapshot = use_memo((recording.clone(), props.step, lines), |(recording, step, lines)| {
        let recording = recording.as_ref()?;
        // First the one before: the way from there is short.
        let before = match (*step, *lines) {
            (0, 0) => None,
            (step, 0) => Some(recording.at(recording.steps().event(step - 1))),
            (step, lines) => Some(recording.at_line(step, lines - 1)),
        };
        Some(States { now: recording.at_line(*step, *lines).into(), before: before.map(Shared::from) })
    });
    let has_loop = use_memo(recording.clone(), |recording| {
        recording
            .as_ref()
            .is_some_and(|recording| recording.trace().events.iter().any(|event| matches!(event.what, What::LoopStarted { .. })))
    });
    let names = lanes.map(|lanes| Names { selection: props.stepping.selection, lanes, dispatch: props.dispatch.clone() });
    let content = match (&*snapshot, &recording, names) {
        (Some(states), Some(recording), Some(names)) => html! {
            <>
                <Sentence recording={recording.clone()} step={props.step} {lines} is_silent={props.stepping.is_scrubbing} />
                <Tables states={states.clone()} {names} has_loop={*has_loop} />
            </>
        },
        _ => html! { <p class="empty">{ nothing_to_see(props.variant.as_ref()) }</p> },
    };
    let name = props.variant.as_ref().map(|variant| variant.name().to_string()).unwrap_or_default();
    html! {
        <section class="panel inspector" role="region" aria-label="Inspector">
            <h2 class="panel-title">{ "Inspector" }<span class="panel-of">{ name }</span></h2>
            { content }
        </section>
    }
}

/// Why there is no state.
fn nothing_to_see(variant: Option<&Variant>) -> String {
    match variant.map(|variant| &variant.outcome) {
        Some(Outcome::Refused(diagnostics)) => {
            let line = diagnostics.first().map_or(1, |diagnostic| diagnostic.line);
            format!("This program cannot be run before line {line} is mended, so there is no state to look at.")
        }
        _ => "The program is being run: its state at each step is shown here.".to_owned(),
    }
}

/// The machine at the step and at the step before.
#[derive(Clone, PartialEq)]
struct States {
    now: Shared<Snapshot>,
    before: Option<Shared<Snapshot>>,
}

#[derive(Properties, PartialEq)]
struct TablesProps {
    states: States,
    names: Names,
    /// There is an event loop at some time of the run.
    has_loop: bool,
}

/// Three columns, each as long as it is: what grows in one moves nothing in the others.
#[component]
fn Tables(props: &TablesProps) -> Html {
    let TablesProps { states: States { now, before }, names, has_loop } = props;
    let first = if *has_loop {
        html! { <EventLoop snapshot={now.clone()} names={names.clone()} has_loop=true /> }
    } else {
        html! { <><EventLoop snapshot={now.clone()} names={names.clone()} has_loop=false /><Machine snapshot={now.clone()} names={names.clone()} /></> }
    };
    let tasks = has_loop.then(|| html! { <Tasks snapshot={now.clone()} names={names.clone()} /> });
    let machine = has_loop.then(|| html! { <Machine snapshot={now.clone()} names={names.clone()} /> });
    html! {
        <div class="inspector-tables" role="group" aria-label="State at the step" tabindex="0">
            <div class="column">{ first }</div>
            <div class="column wide">{ for tasks }<SharedThings snapshot={now.clone()} names={names.clone()} /></div>
            <div class="column"><Calls snapshot={now.clone()} before={before.clone()} names={names.clone()} />{ for machine }</div>
        </div>
    }
}
