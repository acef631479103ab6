//! Opens what the page's address holds: at the start, and when a user changes the address by hand.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::scenario::Link;
use crate::ui::platform::{address, dom};
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[hook]
pub fn use_address(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        open(dispatch);
        let dispatch = dispatch.clone();
        let listener = EventListener::new(&dom::window(), "hashchange", move |_| open(&dispatch));
        move || drop(listener)
    });
}

fn open(dispatch: &Dispatch) {
    let fragment = address::fragment();
    if fragment.is_empty() {
        return;
    }
    dispatch.dispatch(match Link::from_fragment(&fragment) {
        Ok(link) => Action::Open(link),
        Err(error) => Action::LinkRefused(error.to_string().into()),
    });
}
