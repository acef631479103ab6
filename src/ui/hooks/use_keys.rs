//! The keys of the transport. They are left alone while something has the focus that uses them itself.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::session::StepSize;
use crate::ui::platform::dom;
use crate::ui::state::history::HistoryAction;
use crate::ui::state::predict::PredictAction;
use crate::ui::state::stepping::SteppingAction;
use crate::ui::state::{Action, Dialog, Move};
use crate::ui::store::Dispatch;

/// What uses all of these keys itself.
const OWN_KEYS: &str = "input, select, textarea, [contenteditable], dialog, [data-own-keys]";
/// What has an undo of its own.
const OWN_UNDO: &str = "input[type=text], textarea, [contenteditable], loopscope-editor";
/// What a space activates.
const OWN_SPACE: &str = "button, a, summary";

#[hook]
pub fn use_keys(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&dom::window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if let Some(action) = action(event) {
                event.prevent_default();
                dispatch.dispatch(action);
            }
        });
        move || drop(listener)
    });
}

fn action(event: &KeyboardEvent) -> Option<Action> {
    if let Some(action) = history(event) {
        return Some(action);
    }
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if modified || event.default_prevented() || dom::is_within(event.target(), OWN_KEYS) || dom::exists("dialog[open]") {
        return None;
    }
    match event.key().as_str() {
        " " if dom::is_within(event.target(), OWN_SPACE) => None,
        " " => Some(Action::TogglePlay),
        "ArrowLeft" if event.shift_key() => Some(task_switch(Move::Back)),
        "ArrowRight" if event.shift_key() => Some(task_switch(Move::Forward)),
        "ArrowLeft" => Some(Action::Move(Move::Back)),
        "ArrowRight" => Some(Action::Move(Move::Forward)),
        "Home" => Some(Action::Move(Move::First)),
        "End" => Some(Action::Move(Move::Last)),
        key @ ("1" | "2" | "3" | "4") => Some(Action::Predict(PredictAction::Answer(usize::from(key.as_bytes()[0] - b'1')))),
        "Enter" if dom::exists(".predict") && !dom::is_within(event.target(), OWN_SPACE) => {
            Some(Action::Predict(PredictAction::Next))
        }
        "?" => Some(Action::Show(Dialog::Help)),
        _ => None,
    }
}

/// Ctrl-Z and Ctrl-Shift-Z, or Ctrl-Y; on a Mac with the command key. Text fields have an undo of their own.
fn history(event: &KeyboardEvent) -> Option<Action> {
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !command || event.default_prevented() || dom::is_within(event.target(), OWN_UNDO) || dom::exists("dialog[open]") {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::History(HistoryAction::Undo)),
        ("z", true) | ("y", false) => Some(Action::History(HistoryAction::Redo)),
        _ => None,
    }
}

fn task_switch(to: Move) -> Action {
    Action::Stepping(SteppingAction::Move(to, StepSize::Switch))
}
