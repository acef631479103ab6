//! Opens what the page's address holds, when a user changes it by hand.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::ui::draft::opening;
use crate::ui::platform::{address, dom};
use crate::ui::store::Dispatch;

#[hook]
pub fn use_address(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let listener = EventListener::new(&dom::window(), "hashchange", move |_| {
            let fragment = address::fragment();
            if !fragment.is_empty() {
                dispatch.dispatch(opening(&fragment));
            }
        });
        move || drop(listener)
    });
}
