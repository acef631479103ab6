//! What is run, and where it can be changed. Every change runs at once; what cannot be run is said at its place, and the picture stays.

mod activities;
mod activity;
mod code;
mod grip;
mod head;
mod limits;
mod opening;
mod segment;
mod segment_bar;

use yew::prelude::*;

use crate::scenario::{Body, Scenario};
use crate::ui::edit::RowKeys;
use crate::ui::hooks::use_code_editor;
use crate::ui::picture::Variant;
use crate::ui::shared::Shared;
use crate::ui::state::State;
use crate::ui::state::editing::{Editing, View};
use crate::ui::store::Dispatch;
use activities::Activities;
use code::Code;
use head::Head;
use limits::Limits;
pub use opening::open_file;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub scenario: Shared<Scenario>,
    pub row_keys: Shared<RowKeys>,
    pub variant: usize,
    /// The selected variant with its run.
    pub selected: Option<Variant>,
    pub step: usize,
    /// Lines executed after the step.
    pub lines: usize,
    pub editing: Editing,
    /// Is there something to undo, and to redo?
    pub history: (bool, bool),
    /// Why the last change was not made.
    pub refusal: Option<AttrValue>,
    pub dispatch: Dispatch,
}

impl EditorProps {
    pub fn of(state: &State, dispatch: Dispatch) -> EditorProps {
        EditorProps {
            scenario: state.scenario.clone(),
            row_keys: state.row_keys.clone(),
            variant: state.variant,
            selected: state.selected().cloned(),
            step: state.step,
            lines: state.stepping.lines,
            editing: state.editing.clone(),
            history: (state.history.can_undo(), state.history.can_redo()),
            refusal: state.refusal.clone().map(AttrValue::from),
            dispatch,
        }
    }
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let EditorProps { scenario, row_keys, editing, dispatch, .. } = props;
    let drawn = use_mut_ref(|| false);
    *drawn.borrow_mut() |= props.selected.is_some();
    let ready = use_code_editor(*drawn.borrow());
    let is_blocks = matches!(scenario.body, Body::Blocks(_));
    let view = is_blocks.then_some(editing.view);
    let shows_code = !is_blocks || editing.view == View::Code;
    let keys = use_memo(row_keys.clone(), |row_keys| std::rc::Rc::<[u32]>::from(row_keys.variants.as_slice()));
    html! {
        <section class="panel editor" role="region" aria-label="Editor">
            <Head {view} history={props.history} dispatch={dispatch.clone()} />
            <div class="editor-scroll">
                <p class="notes">{ &scenario.notes }</p>
                if shows_code {
                    <Code
                        scenario={scenario.clone()}
                        variant={props.variant}
                        ran={props.selected.clone()}
                        step={props.step}
                        lines={props.lines}
                        keys={(*keys).clone()}
                        editing={editing.clone()}
                        {ready}
                        dispatch={dispatch.clone()}
                    />
                } else {
                    <Activities scenario={scenario.clone()} row_keys={row_keys.clone()} dispatch={dispatch.clone()} />
                }
                <p class="refusal" role="alert">{ props.refusal.clone().unwrap_or_default() }</p>
                <Limits scenario={scenario.clone()} dispatch={dispatch.clone()} />
            </div>
        </section>
    }
}
