//! Tabs, of which the arrow keys choose the one beside.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
pub struct Tab {
    /// Of the element of the tab; that of its panel is the same with `-panel`.
    pub id: &'static str,
    pub name: &'static str,
    /// Stands behind the name, if there is something to count.
    pub count: Option<usize>,
}

#[derive(Properties, PartialEq)]
pub struct TabsProps<const N: usize> {
    pub label: AttrValue,
    pub tabs: [Tab; N],
    pub selected: usize,
    pub onselect: Callback<usize>,
}

/// Only the selected one is reached by the tab key.
#[component]
pub fn Tabs<const N: usize>(props: &TabsProps<N>) -> Html {
    let TabsProps { label, tabs, selected, onselect } = props;
    let onkeydown = use_callback((*selected, onselect.clone()), |event: KeyboardEvent, (selected, onselect)| {
        let Some(target) = target(event.key().as_str(), *selected, N) else { return };
        event.prevent_default();
        onselect.emit(target);
        focus(&event, target);
    });
    let tab = |(index, tab): (usize, &Tab)| {
        let is_selected = index == *selected;
        let onselect = onselect.clone();
        let count = tab.count.map(|count| format!(" ({count})")).unwrap_or_default();
        html! {
            <button
                type="button"
                class="tab"
                role="tab"
                id={tab.id}
                aria-selected={if is_selected { "true" } else { "false" }}
                aria-controls={is_selected.then(|| format!("{}-panel", tab.id))}
                tabindex={if is_selected { "0" } else { "-1" }}
                onclick={move |_| onselect.emit(index)}
            >
                { tab.name }{ count }
            </button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={label.clone()} data-own-keys="" {onkeydown}>{ for tabs.iter().enumerate().map(tab) }</div>
    }
}

fn target(key: &str, selected: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowLeft" => Some((selected + count - 1) % count),
        "ArrowRight" => Some((selected + 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

fn focus(event: &KeyboardEvent, index: usize) {
    let list = event.target_dyn_into::<Element>().and_then(|tab| tab.closest("[role=tablist]").ok().flatten());
    let tab = list.and_then(|list| list.children().item(u32::try_from(index).ok()?)?.dyn_into::<HtmlElement>().ok());
    if let Some(tab) = tab {
        // Fails for what cannot have the focus.
        let _ = tab.focus();
    }
}
