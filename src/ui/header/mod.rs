//! The bar at the top: what is open, and what concerns the page as a whole.

mod display;
mod welcome;

use yew::prelude::*;

use crate::ui::platform::{address, dom};
use crate::ui::state::predict::PredictAction;
use crate::ui::state::{Action, Dialog, Theme};
use crate::ui::store::Dispatch;
use display::DisplayMenu;
pub use welcome::Welcome;

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    pub title: AttrValue,
    pub theme: Theme,
    pub projector: bool,
    pub predicting: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let HeaderProps { title, theme, projector, predicting, dispatch } = props;
    html! {
        <header class="page-head">
            <Mark />
            <Title title={title.clone()} dispatch={dispatch.clone()} />
            <nav class="page-actions" aria-label="Page">
                <DialogButton name="Scenarios" dialog={Dialog::Scenarios} dispatch={dispatch.clone()} />
                <PredictButton predicting={*predicting} dispatch={dispatch.clone()} />
                <DialogButton name="Share" dialog={Dialog::Share} dispatch={dispatch.clone()} main={true} />
                <DisplayMenu theme={*theme} projector={*projector} dispatch={dispatch.clone()} />
                <DialogButton name="Help" dialog={Dialog::Help} dispatch={dispatch.clone()} />
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
struct TitleProps {
    title: AttrValue,
    dispatch: Dispatch,
}

/// Opens the picker. Inside of another page, which shows this scenario on purpose, it leads to the whole page instead.
#[component]
fn Title(props: &TitleProps) -> Html {
    let onclick = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| {
        dispatch.dispatch(Action::Show(Dialog::Scenarios));
    });
    if dom::is_embedded() {
        let page = address::with_fragment(&address::fragment());
        return html! {
            <h2 class="scenario-title">
                <a class="title-button" href={page} target="_blank" rel="noopener" title="Open in a page of its own">{ &props.title }</a>
            </h2>
        };
    }
    html! {
        <h2 class="scenario-title" title={props.title.clone()}>
            <button type="button" class="title-button" aria-haspopup="dialog" {onclick}>{ &props.title }</button>
        </h2>
    }
}

#[derive(Properties, PartialEq)]
struct PredictButtonProps {
    predicting: bool,
    dispatch: Dispatch,
}

#[component]
fn PredictButton(props: &PredictButtonProps) -> Html {
    let onclick = use_callback((props.dispatch.clone(), props.predicting), |_: MouseEvent, (dispatch, predicting)| {
        let action = if *predicting { PredictAction::Stop } else { PredictAction::Start };
        dispatch.dispatch(Action::Predict(action));
    });
    let pressed = if props.predicting { "true" } else { "false" };
    html! {
        <button type="button" class="button" aria-pressed={pressed} title="Hides what comes next and asks for it" {onclick}>{ "Predict" }</button>
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
