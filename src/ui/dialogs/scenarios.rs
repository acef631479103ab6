//! The library: every scenario with what to look for in it, to be searched and picked.

mod choice;
mod groups;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::scenario::library::{self, Entry};
use crate::scenario::{Link, Scenario};
use crate::ui::parts::Modal;
use crate::ui::platform::dom;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;
use choice::{Choice, open};
use groups::Groups;

#[derive(Properties, PartialEq)]
pub struct ScenariosDialogProps {
    pub onclose: Callback<()>,
    pub dispatch: Dispatch,
}

#[component]
pub fn ScenariosDialog(props: &ScenariosDialogProps) -> Html {
    let ScenariosDialogProps { onclose, dispatch } = props;
    let (query, group) = (use_state_eq(|| Rc::<str>::from("")), use_state_eq(|| None::<&'static str>));
    let found =
        use_memo((*query).clone(), |query| library::all().iter().filter(|entry| entry.matches(query)).collect::<Vec<&Entry>>());
    let shown: Vec<&'static Entry> = found.iter().copied().filter(|entry| group.is_none_or(|group| group == entry.group)).collect();
    let onsearch = {
        let (query, group) = (query.setter(), group.setter());
        Callback::from(move |text: Rc<str>| {
            query.set(text);
            group.set(None);
        })
    };
    let onopen = use_callback((dispatch.clone(), (*query).clone(), *group), |text: Rc<str>, (dispatch, query, group)| {
        // Who types fast is ahead of what is drawn: the group is that of the text before.
        let group = group.filter(|_| text == *query);
        if let Some(entry) =
            library::all().iter().find(|entry| entry.matches(&text) && group.is_none_or(|group| group == entry.group))
        {
            open(entry.id, dispatch);
        }
    });
    let choose_group = group.setter();
    let section = |entries: &[&'static Entry]| section(entries, dispatch);
    let none = if shown.is_empty() {
        "No scenario has all of these words. Take fewer of them, or begin with a program or blocks of your own."
    } else {
        ""
    };
    html! {
        <Modal title="Scenarios" class="library" {onclose}>
            <div class="library-head">
                <Search {onsearch} {onopen} />
                <New what={Blank::Code} dispatch={dispatch.clone()} />
                <New what={Blank::Blocks} dispatch={dispatch.clone()} />
            </div>
            <div class="library-body">
                <Groups found={(*found).clone()} chosen={*group} onchoose={Callback::from(move |group| choose_group.set(group))} />
                <div class="library-list" onkeydown={Callback::from(move_focus)}>
                    { for shown.chunk_by(|entry, next| entry.group == next.group).map(section) }
                    <p class="empty" role="status">{ none }</p>
                </div>
            </div>
        </Modal>
    }
}

fn section(entries: &[&'static Entry], dispatch: &Dispatch) -> Html {
    let id = format!("group-{}", entries[0].id);
    let choice = |entry: &&'static Entry| html! { <Choice key={entry.id} id={entry.id} dispatch={dispatch.clone()} /> };
    html! {
        <section class="scenario-group" key={entries[0].group} aria-labelledby={id.clone()}>
            <h3 {id}>{ entries[0].group }</h3>
            <ul>{ for entries.iter().map(choice) }</ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SearchProps {
    onsearch: Callback<Rc<str>>,
    /// Opens the first that is found for a text.
    onopen: Callback<Rc<str>>,
}

#[component]
fn Search(props: &SearchProps) -> Html {
    let oninput = use_callback(props.onsearch.clone(), |event: InputEvent, onsearch| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            onsearch.emit(input.value().into());
        }
    });
    let onkeydown = use_callback(props.onopen.clone(), |event: KeyboardEvent, onopen| match event.key().as_str() {
        "Enter" => {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                event.prevent_default();
                onopen.emit(input.value().into());
            }
        }
        "ArrowDown" => {
            event.prevent_default();
            focus_choice(0);
        }
        _ => {}
    });
    html! {
        <input
            type="search"
            class="library-search"
            autofocus=true
            placeholder="Search, such as “queue” or “timeout”"
            aria-label="Search scenarios"
            autocomplete="off"
            {oninput}
            {onkeydown}
        />
    }
}

/// The arrow keys go from scenario to scenario.
fn move_focus(event: KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let focused = event.target_dyn_into::<Element>().and_then(|target| target.closest(".choice").ok().flatten());
    let at = focused.and_then(|focused| choices().iter().position(|choice| *choice == focused));
    if let Some(next) = at.and_then(|at| at.checked_add_signed(by)) {
        event.prevent_default();
        focus_choice(next);
    }
}

fn choices() -> Vec<Element> {
    let Ok(nodes) = dom::document().query_selector_all(".choice") else { return Vec::new() };
    (0..nodes.length()).filter_map(|index| nodes.item(index)?.dyn_into().ok()).collect()
}

fn focus_choice(index: usize) {
    if let Some(choice) = choices().get(index).and_then(|choice| choice.dyn_ref::<HtmlElement>()) {
        // Fails for what cannot have the focus.
        let _ = choice.focus();
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Blank {
    Code,
    Blocks,
}

#[derive(Properties, PartialEq)]
struct NewProps {
    what: Blank,
    dispatch: Dispatch,
}

#[component]
fn New(props: &NewProps) -> Html {
    let onclick = use_callback((props.dispatch.clone(), props.what), |_: MouseEvent, (dispatch, what)| {
        let scenario = match what {
            Blank::Code => Scenario::blank_code(),
            Blank::Blocks => Scenario::blank_blocks(),
        };
        dispatch.dispatch(Action::Open(Link { scenario, variant: 0, step: 0, predict: false }));
    });
    let name = match props.what {
        Blank::Code => "New: code",
        Blank::Blocks => "New: blocks",
    };
    html! { <button type="button" class="button" {onclick}>{ name }</button> }
}
