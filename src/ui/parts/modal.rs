//! A dialog over the page, by the browser's own element: it keeps the focus and closes by Escape.

use gloo_events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::button::IconButton;
use super::icon::Shape;

#[derive(Properties, PartialEq)]
pub struct ModalProps {
    pub title: AttrValue,
    pub onclose: Callback<()>,
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
}

#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.onclose.clone()), |(node, onclose)| {
        let dialog = node.cast::<HtmlDialogElement>();
        let onclose = onclose.clone();
        let listener = dialog.as_ref().map(|dialog| EventListener::new(dialog, "close", move |_| onclose.emit(())));
        move || drop(listener)
    });
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
            // Fails for a dialog that is open or not in the page.
            let _ = dialog.show_modal();
        }
    });
    let onclose = props.onclose.clone();
    html! {
        <dialog class={classes!("modal", props.class.clone())} aria-label={props.title.clone()} ref={node}>
            <header class="modal-head">
                <h2>{ &props.title }</h2>
                <IconButton shape={Shape::Close} name="Close" onclick={move |_| onclose.emit(())} />
            </header>
            // Scrolled by keys, too.
            <div class="modal-body" tabindex="0">{ props.children.clone() }</div>
        </dialog>
    }
}
