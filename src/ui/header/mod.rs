//! The bar at the top: what is open, and what concerns the page as a whole.

mod theme;

use yew::prelude::*;

use crate::ui::state::{Action, Dialog, Theme};
use crate::ui::store::Dispatch;
use theme::ThemeSelect;

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    pub title: AttrValue,
    pub theme: Theme,
    pub dispatch: Dispatch,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    html! {
        <header class="page-head">
            <Mark />
            <h2 class="scenario-title" title={props.title.clone()}>{ &props.title }</h2>
            <nav class="page-actions" aria-label="Page">
                <DialogButton name="Scenarios" dialog={Dialog::Scenarios} dispatch={props.dispatch.clone()} />
                <DialogButton name="Share" dialog={Dialog::Share} dispatch={props.dispatch.clone()} main={true} />
                <ThemeSelect theme={props.theme} dispatch={props.dispatch.clone()} />
                <DialogButton name="Help" dialog={Dialog::Help} dispatch={props.dispatch.clone()} />
            </nav>
        </header>
    }
}

#[component]
fn Mark() -> Html {
    html! {
        <h1 class="mark">
            <svg class="mark-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path class="mark-loop" d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5" />
                <path class="mark-hand" d="M12 7.5V12h6" />
                <circle class="mark-dot" cx="18.6" cy="6.2" r="2" />
            </svg>
            <span class="mark-name">{ "Loopscope" }</span>
        </h1>
    }
}

#[derive(Properties, PartialEq)]
struct DialogButtonProps {
    name: AttrValue,
    dialog: Dialog,
    dispatch: Dispatch,
    #[prop_or_default]
    main: bool,
}

#[component]
fn DialogButton(props: &DialogButtonProps) -> Html {
    let onclick = use_callback((props.dispatch.clone(), props.dialog), |_: MouseEvent, (dispatch, dialog)| {
        dispatch.dispatch(Action::Show(*dialog));
    });
    let class = classes!("button", props.main.then_some("main"));
    html! { <button type="button" {class} aria-haspopup="dialog" {onclick}>{ &props.name }</button> }
}
