//! Opens what the page's address holds, when a user changes it by hand.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::scenario::Link;
use crate::ui::platform::{address, dom};
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[hook]
pub fn use_address(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let listener = EventListener::new(&dom::window(), "hashchange", move |_| {
            if let Some(action) = opening() {
                dispatch.dispatch(action);
            }
        });
        move || drop(listener)
    });
}

/// What opens the address's link, or says why it cannot be opened; none for an address without a link.
pub fn opening() -> Option<Action> {
    let fragment = address::fragment();
    if fragment.is_empty() {
        return None;
    }
    Some(match Link::from_fragment(&fragment) {
        Ok(link) => Action::Open(link),
        Err(error) => Action::LinkRefused(error.to_string().into()),
    })
}
