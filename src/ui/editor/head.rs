//! The head of the editor: blocks or code, undo and redo, opening a file.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::opening::open_file;
use crate::ui::parts::{Icon, IconButton, Shape};
use crate::ui::platform::files;
use crate::ui::state::Action;
use crate::ui::state::editing::{EditingAction, View};
use crate::ui::state::history::HistoryAction;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct HeadProps {
    /// How blocks are shown; none for a scenario of code.
    pub view: Option<View>,
    /// Is there something to undo, and to redo?
    pub history: (bool, bool),
    pub dispatch: Dispatch,
}

#[component]
pub fn Head(props: &HeadProps) -> Html {
    let HeadProps { view, history: (can_undo, can_redo), dispatch } = props;
    let go = |action: HistoryAction| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::History(action)))
    };
    html! {
        <div class="editor-head">
            <h2 class="panel-title">{ "Editor" }</h2>
            if let Some(view) = view {
                <ViewChoice view={*view} dispatch={dispatch.clone()} />
            }
            <span class="editor-actions">
                <IconButton
                    shape={Shape::Undo}
                    class="quiet"
                    name="Undo"
                    disabled={!can_undo}
                    onclick={go(HistoryAction::Undo)}
                />
                <IconButton shape={Shape::Redo} class="quiet" name="Redo" disabled={!can_redo} onclick={go(HistoryAction::Redo)} />
                <OpenFile dispatch={dispatch.clone()} />
            </span>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ViewChoiceProps {
    view: View,
    dispatch: Dispatch,
}

#[component]
fn ViewChoice(props: &ViewChoiceProps) -> Html {
    let choice = |view: View, name: &'static str| {
        let dispatch = props.dispatch.clone();
        let pressed = if view == props.view { "true" } else { "false" };
        let onclick = move |_: MouseEvent| dispatch.dispatch(Action::Editing(EditingAction::Show(view)));
        html! { <button type="button" class="segmented-choice" aria-pressed={pressed} {onclick}>{ name }</button> }
    };
    html! {
        <span class="segmented" role="group" aria-label="Show the scenario as">
            { choice(View::Blocks, "Blocks") }
            { choice(View::Code, "Code") }
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct OpenFileProps {
    dispatch: Dispatch,
}

/// The button is the label of a field for files, so that the browser's own picker opens.
#[component]
fn OpenFile(props: &OpenFileProps) -> Html {
    let onchange = use_callback(props.dispatch.clone(), |event: Event, dispatch| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(file) = files::first(input.files()) {
            open_file(file, dispatch.clone());
        }
        // The same file can be chosen again.
        input.set_value("");
    });
    html! {
        <label class="icon-button quiet file-button" title="Open a Python file">
            <input type="file" accept=".py,text/x-python,text/plain" aria-label="Open a Python file" {onchange} />
            <Icon shape={Shape::Open} />
        </label>
    }
}
