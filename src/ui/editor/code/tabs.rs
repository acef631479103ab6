//! The programs to choose from.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::scenario::Variant;
use crate::ui::edit::Edit;
use crate::ui::parts::{IconButton, Shape};
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct TabsProps {
    pub names: std::rc::Rc<Vec<AttrValue>>,
    /// The selected one.
    pub variant: usize,
    /// Can there be more of them?
    pub writable: bool,
    pub dispatch: Dispatch,
}

/// Arrow keys, Home and End go from tab to tab; only the selected one is reached by Tab.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let TabsProps { names, variant, dispatch, .. } = props;
    let list = use_node_ref();
    let onkeydown = use_callback((dispatch.clone(), *variant, names.len(), list.clone()), |event: KeyboardEvent, deps| {
        let (dispatch, variant, count, list) = deps;
        let to = match event.key().as_str() {
            "ArrowLeft" => (variant + count - 1) % count,
            "ArrowRight" => (variant + 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        dispatch.dispatch(Action::Select(to));
        let tab = list.cast::<HtmlElement>().and_then(|list| list.children().item(to as u32));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            // Fails never for an element that is shown.
            let _ = tab.focus();
        }
    });
    let tab = |(index, name): (usize, &AttrValue)| {
        let dispatch = dispatch.clone();
        let selected = index == *variant;
        html! {
            <button
                type="button"
                class="tab"
                role="tab"
                title={name.clone()}
                aria-selected={if selected { "true" } else { "false" }}
                tabindex={if selected { "0" } else { "-1" }}
                onclick={move |_| dispatch.dispatch(Action::Select(index))}
            >
                { name.clone() }
            </button>
        }
    };
    let add = use_callback((dispatch.clone(), *variant), |_: MouseEvent, (dispatch, variant)| {
        dispatch.dispatch(Action::Edit(Edit::DuplicateVariant(*variant)));
    });
    let full = names.len() >= Variant::MAX_VARIANTS;
    html! {
        <div class="code-tabs">
            <div class="tabs" role="tablist" aria-label="Programs" data-own-keys="" ref={list} {onkeydown}>
                { for names.iter().enumerate().map(tab) }
            </div>
            if props.writable {
                <IconButton shape={Shape::Add} class="quiet" name="Add a copy of this program" disabled={full} onclick={add} />
            }
        </div>
    }
}
