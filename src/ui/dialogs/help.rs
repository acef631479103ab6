//! The keys, and how to read the picture.

use yew::prelude::*;

use crate::ui::parts::Modal;

/// Keys, of which each does something, and what.
type Row = (&'static [&'static str], &'static str);

const GROUPS: [(&str, &[Row]); 5] = [
    (
        "Everywhere",
        &[
            (&["Space"], "Play or pause"),
            (&["←", "→"], "One step back or forward, of the chosen size"),
            (&["Shift+←", "Shift+→"], "To the task switch before or after"),
            (&["Home", "End"], "First or last step"),
            (&["Ctrl+Z", "Ctrl+Shift+Z"], "Undo or redo the last change"),
            (&["?"], "This help"),
        ],
    ),
    (
        "In a program",
        &[
            (&["Ctrl+Enter"], "Run to the line of the caret; with Shift, back to it"),
            (&["F9"], "Breakpoint in the line of the caret"),
            (&["Ctrl+F"], "Search and replace"),
            (&["Ctrl+/"], "Lines to comments and back"),
            (&["Esc", "Tab"], "One after the other: leave the program"),
        ],
    ),
    (
        "On a segment of an activity",
        &[
            (&["←", "→"], "Shorter or longer; with Shift, by more"),
            (&["Alt+←", "Alt+→"], "Move it"),
            (&["Ctrl+D", "Delete"], "Duplicate or remove it"),
        ],
    ),
    (
        "In the timeline",
        &[
            (&["Enter"], "On a bar: select it and go to where it begins; arrows go to the bars beside it"),
            (&["W", "S"], "Zoom in or out, as + and - do"),
            (&["A", "D"], "Pan to the left or right"),
            (&["0", "F"], "Show all of the time, or the selected bar"),
            (&["Ctrl+wheel"], "Zoom; with Shift, pan"),
        ],
    ),
    ("While predicting", &[(&["1", "2", "3", "4"], "Answer the question"), (&["Enter"], "Go on to the next")]),
];

#[derive(Properties, PartialEq)]
pub struct HelpDialogProps {
    pub onclose: Callback<()>,
}

#[component]
pub fn HelpDialog(props: &HelpDialogProps) -> Html {
    html! {
        <Modal title="Help" class="wide" onclose={props.onclose.clone()}>
            <p>
                { "A program runs in a simulated machine: an event loop, threads and processes in virtual time, the same every time. \
                   Each task, thread or activity is a lane; a bar says whether it runs, waits, is ready but queued, or blocks the loop." }
            </p>
            <p>
                { "Step through it, or click a bar: what happens at the step, and why, stands below the timeline. Every edit runs at once. \
                   A Python file that is dropped on the page is opened." }
            </p>
            <div class="key-groups">{ for GROUPS.map(group) }</div>
            <p class="hint">{ "Keys are left to a text field or a list while it has the focus." }</p>
        </Modal>
    }
}

fn group((title, rows): (&'static str, &'static [Row])) -> Html {
    let row = |(keys, what): &Row| {
        let keys = keys.iter().map(|key| html! { <kbd>{ *key }</kbd> });
        html! { <div class="key-row"><dt>{ for keys }</dt><dd>{ *what }</dd></div> }
    };
    html! { <section class="key-group"><h3>{ title }</h3><dl>{ for rows.iter().map(row) }</dl></section> }
}
