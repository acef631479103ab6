//! A line of the console.

use yew::prelude::*;

use crate::session::{ConsoleLine, Recording, words};
use crate::timeline::Timeline;
use crate::trace::event::Stream;
use crate::trace::ids::ThreadId;
use crate::ui::parts::elided;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::state::stepping::{Selection, SteppingAction};
use crate::ui::store::Dispatch;

/// Where a line stands.
#[derive(Clone, Copy, PartialEq)]
pub struct Place {
    /// It is printed after the current step.
    pub is_later: bool,
    /// It is printed at the current step.
    pub is_here: bool,
    pub is_first_of_traceback: bool,
    pub is_last: bool,
}

#[derive(Properties, PartialEq)]
pub struct LineProps {
    pub recording: Shared<Recording>,
    /// They have the labels of the tasks.
    pub lanes: Shared<Timeline>,
    /// Its number, from 0.
    pub number: usize,
    pub place: Place,
    pub variant: usize,
    pub selection: Option<Selection>,
    pub dispatch: Dispatch,
}

/// Goes to its step when clicked, and selects who printed it.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let LineProps { recording, lanes, number, place, variant, selection, dispatch } = props;
    let line = &recording.console().lines[*number];
    let of = printer(line);
    let onclick = use_callback((dispatch.clone(), *variant, line.event, of), |_: MouseEvent, (dispatch, variant, event, of)| {
        dispatch.dispatch(Action::GoToEvent { variant: *variant, event: *event });
        dispatch.dispatch(Action::Stepping(match of {
            Some(of) => SteppingAction::Select(*of),
            None => SteppingAction::Unselect,
        }));
    });
    let who = who(recording, lanes, line);
    let is_err = line.stream == Stream::Err;
    let marked = is_err && (!line.in_traceback || place.is_first_of_traceback);
    let mark = marked.then(|| html! { <span class="stderr-mark">{ if line.in_traceback { "error" } else { "stderr" } }</span> });
    let class = classes!(
        "line",
        place.is_later.then_some("later"),
        place.is_here.then_some("here"),
        is_err.then_some("err"),
        (line.in_traceback && !place.is_first_of_traceback).then_some("traceback"),
        (line.in_traceback && place.is_last).then_some("last-error"),
        (of.is_some() && *selection == of).then_some("selected"),
    );
    html! {
        <li {class}>
            <button type="button" title="Go to this step" {onclick}>
                <span class="line-time">{ words::instant(line.at) }</span>
                <span class="line-who" title={who.clone()}>{ elided(&who) }</span>
                <span class="line-text">{ for mark }{ line.text.to_string() }</span>
            </button>
        </li>
    }
}

/// Who printed a line; the main thread goes without saying.
fn printer(line: &ConsoleLine) -> Option<Selection> {
    match (line.task, line.thread) {
        (Some(task), _) => Some(Selection::Task(task)),
        (None, ThreadId::MAIN) => None,
        (None, thread) => Some(Selection::Thread(thread)),
    }
}

fn who(recording: &Recording, lanes: &Timeline, line: &ConsoleLine) -> String {
    let (names, trace) = (recording.names(), recording.trace());
    match printer(line) {
        Some(Selection::Task(task)) => match lanes.names.tasks.get(task.index()) {
            Some(label) => label.clone(),
            None => names.task(trace, task, line.event).to_string(),
        },
        Some(Selection::Thread(thread)) => names.thread(trace, thread).to_string(),
        None => String::new(),
    }
}
