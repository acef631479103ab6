//! Whether the page is being printed.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::MediaQueryListEvent;
use yew::prelude::*;

use crate::ui::platform::dom;

/// True while what is shown is made for paper.
#[hook]
pub fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    let set = printing.setter();
    use_effect_with((), move |()| {
        let query = dom::window().match_media("print").ok().flatten();
        let listener = query.map(|query| {
            EventListener::new(&query, "change", move |event| {
                set.set(event.dyn_ref::<MediaQueryListEvent>().is_some_and(MediaQueryListEvent::matches));
            })
        });
        move || drop(listener)
    });
    *printing
}
