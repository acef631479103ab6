//! How the lanes stand: grouped, sorted, open, hidden.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use crate::timeline::rows::Sort;
use crate::ui::state::{Action, ViewAction};
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct LanesMenuProps {
    pub grouped: bool,
    pub sort: Sort,
    pub hide_finished: bool,
    /// Whether some lane shows its calls; none if no lane has any.
    pub folds: Option<bool>,
    pub dispatch: Dispatch,
}

fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Creation => "Creation",
        Sort::FirstRun => "First run",
        Sort::Waiting => "Time waited",
        Sort::Name => "Name",
    }
}

#[component]
pub fn LanesMenu(props: &LanesMenuProps) -> Html {
    let LanesMenuProps { grouped, sort, hide_finished, folds, dispatch } = props;
    let is_open = use_state_eq(|| false);
    let node = use_node_ref();
    let onclick = use_callback((*is_open, is_open.setter()), |_: MouseEvent, (is_open, set)| set.set(!is_open));
    // It closes when the focus goes elsewhere.
    let onfocusout = use_callback((node.clone(), is_open.setter()), |event: FocusEvent, (node, set)| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let menu = node.cast::<Element>();
        if to.is_some() && !menu.is_some_and(|menu| menu.contains(to.as_ref())) {
            set.set(false);
        }
    });
    let onkeydown = use_callback((node.clone(), is_open.setter()), |event: KeyboardEvent, (node, set)| {
        if event.key() == "Escape" {
            set.set(false);
            event.stop_propagation();
            let button = node.cast::<Element>().and_then(|menu| menu.query_selector("button").ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                // Fails for an element that cannot have the focus.
                let _ = button.focus();
            }
        }
    });
    let content = is_open.then(|| {
        html! {
            <div class="menu" role="group" aria-label="Lane options">
                { check("Grouped by thread", *grouped, ViewAction::Group(!grouped), dispatch) }
                { check("Hide those that are over", *hide_finished, ViewAction::HideFinished(!hide_finished), dispatch) }
                { folds.map(|open| check("Show calls", open, ViewAction::FoldAll { open: !open }, dispatch)).unwrap_or_default() }
                <fieldset class="menu-group">
                    <legend>{ "Order" }</legend>
                    { for Sort::ALL.map(|this| radio(this, *sort, dispatch)) }
                </fieldset>
            </div>
        }
    });
    html! {
        <div class="menu-place" ref={node} {onfocusout} {onkeydown} data-own-keys={is_open.then_some("")}>
            <button type="button" class="button tool-button" aria-expanded={if *is_open { "true" } else { "false" }} {onclick}>{ "Lanes" }</button>
            { content.unwrap_or_default() }
        </div>
    }
}

fn check(name: &'static str, checked: bool, action: ViewAction, dispatch: &Dispatch) -> Html {
    let onchange = send(dispatch, action);
    html! { <label class="menu-entry"><input type="checkbox" {checked} {onchange} />{ name }</label> }
}

fn radio(this: Sort, chosen: Sort, dispatch: &Dispatch) -> Html {
    let onchange = send(dispatch, ViewAction::SortBy(this));
    html! {
        <label class="menu-entry"><input type="radio" name="lane-order" checked={this == chosen} {onchange} />{ sort_name(this) }</label>
    }
}

fn send(dispatch: &Dispatch, action: ViewAction) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(Action::View(action.clone())))
}
