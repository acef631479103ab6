//! What the selected variant prints over the whole run, with the virtual time and who printed it. Lines that are still to come at the
//! current step are dimmed.

mod line;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::session::{ConsoleLine, Diagnostic, Recording, words};
use crate::timeline::Timeline;
use crate::ui::picture::{Outcome, Variant};
use crate::ui::platform::clipboard;
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Selection;
use crate::ui::store::Dispatch;
use line::{Line, Place};

const COPY: &str = "Copy output";
/// So many lines are shown, those around the step: a page cannot show them all at once.
const MOST: usize = 400;

#[derive(Properties, PartialEq)]
pub struct ConsoleProps {
    /// The selected one, once it ran.
    pub variant: Option<Variant>,
    /// Its position.
    pub index: usize,
    pub step: usize,
    pub selection: Option<Selection>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    let ConsoleProps { variant, index, step, selection, dispatch } = props;
    let content = match variant.as_ref().map(|variant| &variant.outcome) {
        Some(Outcome::Ran(ran)) if !ran.recording.console().lines.is_empty() => {
            let (recording, lanes) = (ran.recording.clone(), ran.full.clone());
            html! { <Lines {recording} {lanes} index={*index} step={*step} selection={*selection} dispatch={dispatch.clone()} /> }
        }
        Some(Outcome::Ran(_)) => html! { <p class="empty">{ "This variant prints nothing." }</p> },
        Some(Outcome::Refused(diagnostics)) => {
            html! { <pre class="refusal">{ for diagnostics.first().map(Diagnostic::traceback) }</pre> }
        }
        None => html! { <p class="empty">{ "What the program prints is shown here." }</p> },
    };
    html! { <section class="console" role="region" aria-label="Console">{ content }</section> }
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    recording: Shared<Recording>,
    /// They have the labels of the tasks.
    lanes: Shared<Timeline>,
    index: usize,
    step: usize,
    selection: Option<Selection>,
    dispatch: Dispatch,
}

#[component]
fn Lines(props: &LinesProps) -> Html {
    let LinesProps { recording, lanes, index, step, selection, dispatch } = props;
    let lines = &recording.console().lines;
    let event = recording.steps().event(*step);
    let printed = lines.partition_point(|line| line.event <= event);
    let (from, to) = window(lines.len(), printed);
    let line = |(at, line): (usize, &ConsoleLine)| {
        let place = Place {
            is_later: line.event > event,
            is_here: line.event == event,
            is_first_of_traceback: at == 0 || !lines[at - 1].in_traceback,
            is_last: at + 1 == lines.len(),
        };
        html! { <Line key={at} {recording} {lanes} number={at} {place} variant={*index} selection={*selection} dispatch={dispatch.clone()} /> }
    };
    html! {
        <>
            <div class="console-head">
                <span>{ format!("{} of {} printed", printed, words::counted(lines.len() as u64, "line")) }</span>
                <CopyButton {recording} />
            </div>
            { edge(from, "earlier") }
            <ol class="lines">{ for lines.iter().enumerate().take(to).skip(from).map(line) }</ol>
            { edge(lines.len() - to, "later") }
        </>
    }
}

/// Which lines are shown: all if they are few, else those around the last one that is printed.
fn window(count: usize, printed: usize) -> (usize, usize) {
    if count <= MOST {
        return (0, count);
    }
    // It moves in large steps, so that most steps move nothing.
    let from = (printed / (MOST / 4) * (MOST / 4)).saturating_sub(MOST / 2).min(count - MOST);
    (from, from + MOST)
}

fn edge(left_out: usize, which: &str) -> Html {
    match left_out {
        0 => Html::default(),
        count => {
            html! { <p class="lines-edge">{ format!("{} {which} are not shown; stepping there shows them.", words::counted(count as u64, "line")) }</p> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct CopyButtonProps {
    recording: Shared<Recording>,
}

/// Copies all that is printed over the whole run.
#[component]
fn CopyButton(props: &CopyButtonProps) -> Html {
    let label = use_state_eq(|| COPY);
    let onclick = {
        let (recording, label) = (props.recording.clone(), label.setter());
        Callback::from(move |_: MouseEvent| {
            let lines: Vec<&str> = recording.console().lines.iter().map(|line| &*line.text).collect();
            let (text, label) = (lines.join("\n") + "\n", label.clone());
            spawn_local(async move { label.set(if clipboard::copy(&text).await { "Copied" } else { "Not copied" }) });
        })
    };
    use_effect_with((*label, label.setter()), |(shown, label)| {
        let label = label.clone();
        let back = (*shown != COPY).then(|| Timeout::new(2000, move || label.set(COPY)));
        move || drop(back)
    });
    html! { <button type="button" class="copy" {onclick}>{ *label }</button> }
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn the_window_follows_what_is_printed() {
        assert_eq!(window(10, 3), (0, 10));
        assert_eq!(window(5000, 0), (0, 400));
        assert_eq!(window(5000, 2050), (1800, 2200));
        assert_eq!(window(5000, 5000), (4600, 5000));
    }
}
