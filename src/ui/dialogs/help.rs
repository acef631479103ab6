//! The keys, and how to read the picture.

use yew::prelude::*;

use crate::ui::parts::Modal;

const KEYS: [(&str, &str); 17] = [
    ("Space", "Play or pause"),
    ("← →", "One step of the chosen size back or forward"),
    ("Shift + ← →", "To the task switch before or after"),
    ("Home", "First step"),
    ("End", "Last step"),
    ("Ctrl+Z, Ctrl+Shift+Z", "Undo or redo the last change of the scenario"),
    ("Ctrl+Enter", "In a program: run to the line of the caret; with Shift, back to it"),
    ("F9", "In a program: breakpoint in the line of the caret"),
    ("Esc, then Tab", "Leave the program"),
    ("← →, Alt+← →", "On a segment of an activity: change its duration, or its place"),
    ("Enter", "On a bar: select it and go to where it begins; arrows go to the bars beside it"),
    ("W S", "In the timeline: zoom in or out, as + and - do; 0 shows all of the time"),
    ("A D", "In the timeline: pan to the left or right"),
    ("F", "In the timeline: zoom to the selected bar"),
    ("Ctrl + wheel", "In the timeline: zoom; with Shift, pan"),
    ("1 to 4, Enter", "While predicting: answer the question, go on to the next"),
    ("?", "This help"),
];

#[derive(Properties, PartialEq)]
pub struct HelpDialogProps {
    pub onclose: Callback<()>,
}

#[component]
pub fn HelpDialog(props: &HelpDialogProps) -> Html {
    let row = |(key, what): (&'static str, &'static str)| {
        html! { <tr><th scope="row"><kbd>{ key }</kbd></th><td>{ what }</td></tr> }
    };
    html! {
        <Modal title="Help" onclose={props.onclose.clone()}>
            <p>
                { "A program runs in a simulated machine: an event loop, threads and processes in virtual time, the same every time. \
                   Each task, thread or activity is a lane; a bar says whether it runs, waits, is ready but queued, or blocks the loop." }
            </p>
            <p>{ "Step through it, or click a bar: what happens at the step, and why, stands below the timeline. Every edit runs at once." }</p>
            <table class="keys"><caption>{ "Keys" }</caption><tbody>{ for KEYS.map(row) }</tbody></table>
            <p class="hint">{ "Keys are left to a text field or a list while it has the focus." }</p>
        </Modal>
    }
}
