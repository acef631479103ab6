//! A button that shows an icon.

use yew::prelude::*;

use super::icon::{Icon, Shape};

#[derive(Properties, PartialEq)]
pub struct IconButtonProps {
    pub shape: Shape,
    /// What it is called, also shown by hovering.
    pub name: AttrValue,
    pub onclick: Callback<MouseEvent>,
    #[prop_or_default]
    pub disabled: bool,
    #[prop_or_default]
    pub class: Classes,
}

/// A disabled one keeps the focus, so that stepping to the end does not throw a keyboard's user out.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    let onclick = if props.disabled { Callback::noop() } else { props.onclick.clone() };
    html! {
        <button
            type="button"
            class={classes!("icon-button", props.class.clone())}
            aria-label={props.name.clone()}
            title={props.name.clone()}
            aria-disabled={props.disabled.then_some("true")}
            {onclick}
        >
            <Icon shape={props.shape} />
        </button>
    }
}
