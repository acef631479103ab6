//! What is run, and where it can be changed. Every change runs at once; what cannot be run is said at its field, and the picture stays.

mod activities;
mod activity;
mod limits;
mod segment;

use yew::prelude::*;

use crate::scenario::{Body, Scenario};
use crate::ui::edit::RowKeys;
use crate::ui::shared::Shared;
use crate::ui::store::Dispatch;
use activities::Activities;
use limits::Limits;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub scenario: Shared<Scenario>,
    pub row_keys: Shared<RowKeys>,
    /// Why the last change was not made.
    pub refusal: Option<AttrValue>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let EditorProps { scenario, row_keys, dispatch, .. } = props;
    let body = match &scenario.body {
        Body::Blocks(_) => {
            html! { <Activities scenario={scenario.clone()} row_keys={row_keys.clone()} dispatch={dispatch.clone()} /> }
        }
        Body::Code(_) => html! { <p class="hint">{ "The programs of this scenario are code. “Show code” shows them." }</p> },
    };
    html! {
        <section class="panel editor" role="region" aria-label="Editor">
            <h2 class="panel-title">{ "Editor" }</h2>
            <div class="editor-scroll">
                <p class="notes">{ &scenario.notes }</p>
                { body }
                <p class="refusal" role="alert">{ props.refusal.clone().unwrap_or_default() }</p>
                <Limits scenario={scenario.clone()} dispatch={dispatch.clone()} />
            </div>
        </section>
    }
}
