//! The library: every scenario with what to look for in it.

use yew::prelude::*;

use crate::scenario::Link;
use crate::scenario::library::{self, Entry};
use crate::ui::parts::Modal;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct ScenariosDialogProps {
    pub onclose: Callback<()>,
    pub dispatch: Dispatch,
}

#[component]
pub fn ScenariosDialog(props: &ScenariosDialogProps) -> Html {
    let group = |entries: &'static [Entry]| {
        let id = format!("group-{}", entries[0].id);
        html! {
            <section class="scenario-group" aria-labelledby={id.clone()}>
                <h3 {id}>{ entries[0].group }</h3>
                <ul>{ for entries.iter().map(|entry| html! { <Choice id={entry.id} dispatch={props.dispatch.clone()} /> }) }</ul>
            </section>
        }
    };
    html! {
        <Modal title="Scenarios" onclose={props.onclose.clone()}>
            { for library::all().chunk_by(|entry, next| entry.group == next.group).map(group) }
        </Modal>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    /// Of the entry.
    id: &'static str,
    dispatch: Dispatch,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let onclick = use_callback((props.dispatch.clone(), props.id), |_: MouseEvent, (dispatch, id)| {
        if let Some(entry) = library::by_id(id) {
            dispatch.dispatch(Action::Open(Link { scenario: entry.scenario(), variant: 0, step: 0 }));
        }
    });
    let Some(entry) = library::by_id(props.id) else { return html! { <li></li> } };
    html! {
        <li>
            <button type="button" class="choice" {onclick}>
                <strong>{ entry.title }</strong>
                <span>{ entry.look_for }</span>
            </button>
        </li>
    }
}
