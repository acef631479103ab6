//! What the selected variant prints over the whole run. Lines that are still to come at the current step are shown lighter.

use yew::prelude::*;

use crate::session::{ConsoleLine, Recording, words};
use crate::trace::event::Stream;
use crate::trace::ids::ThreadId;
use crate::ui::picture::Variant;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

/// More lines are left out: a page cannot show them all at once.
const MOST: usize = 1000;

#[derive(Properties, PartialEq)]
pub struct ConsoleProps {
    /// The selected one, once it ran.
    pub variant: Option<Variant>,
    /// Its position.
    pub index: usize,
    pub step: usize,
    pub dispatch: Dispatch,
}

#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    let ConsoleProps { variant, index, step, dispatch } = props;
    let recording = variant.as_ref().and_then(Variant::ran).map(|ran| ran.recording.clone());
    let content = match &recording {
        Some(recording) if !recording.console().lines.is_empty() => {
            let event = recording.steps().event(*step);
            let line = |line: &ConsoleLine| html! { <Line {recording} line={Shared::new(line.clone())} later={line.event > event} variant={*index} dispatch={dispatch.clone()} /> };
            html! { <ol class="lines">{ for recording.console().lines.iter().take(MOST).map(line) }</ol> }
        }
        Some(_) => html! { <p class="empty">{ "This variant prints nothing." }</p> },
        None => html! { <p class="empty">{ "What the program prints is shown here." }</p> },
    };
    let left_out = recording.map_or(0, |recording| recording.console().lines.len().saturating_sub(MOST));
    html! {
        <section class="console" role="region" aria-label="Console">
            { content }
            <p class="hint">{ if left_out > 0 { format!("{left_out} more lines are not shown.") } else { String::new() } }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    recording: Shared<Recording>,
    line: Shared<ConsoleLine>,
    /// It is printed after the current step.
    later: bool,
    variant: usize,
    dispatch: Dispatch,
}

/// Goes to its step when clicked.
#[component]
fn Line(props: &LineProps) -> Html {
    let LineProps { recording, line, later, variant, dispatch } = props;
    let onclick = use_callback((dispatch.clone(), *variant, line.event), |_: MouseEvent, (dispatch, variant, event)| {
        dispatch.dispatch(Action::GoToEvent { variant: *variant, event: *event });
    });
    let (names, trace) = (recording.names(), recording.trace());
    let who = match (line.task, line.thread) {
        (Some(task), _) => names.task(trace, task, line.event),
        // Goes without saying.
        (None, ThreadId::MAIN) => "",
        (None, thread) => names.thread(trace, thread),
    };
    let stream = (line.stream == Stream::Err).then_some("err");
    html! {
        <li class={classes!("line", later.then_some("later"), stream)}>
            <button type="button" title="Go to this step" {onclick}>
                <span class="line-time">{ words::instant(line.at) }</span>
                <span class="line-who" title={who.to_string()}>{ who.to_string() }</span>
                <span class="line-text">{ line.text.to_string() }</span>
            </button>
        </li>
    }
}
