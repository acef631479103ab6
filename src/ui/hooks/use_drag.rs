//! Dragging with mouse, pen or finger.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;
use yew::prelude::*;

use crate::ui::platform::dom;

/// The callback it returns begins a drag; from then on `onmove` is given where the pointer is in the window, in px, until `onend`. The whole
/// window is listened to, for what is dragged may move in the document.
#[hook]
pub fn use_drag(onmove: Callback<(f64, f64)>, onend: Callback<()>) -> Callback<PointerEvent> {
    let dragging = use_state_eq(|| false);
    let set = dragging.setter();
    use_effect_with((*dragging, onmove, onend), move |(dragging, onmove, onend)| {
        let listeners = dragging.then(|| {
            let onmove = onmove.clone();
            let moves = EventListener::new(&dom::window(), "pointermove", move |event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    onmove.emit((f64::from(event.client_x()), f64::from(event.client_y())));
                }
            });
            let ends = ["pointerup", "pointercancel"].map(|name| {
                let (set, onend) = (set.clone(), onend.clone());
                EventListener::new(&dom::window(), name, move |_| {
                    set.set(false);
                    onend.emit(());
                })
            });
            (moves, ends)
        });
        move || drop(listeners)
    });
    let set = dragging.setter();
    use_callback((), move |event: PointerEvent, ()| {
        if event.button() == 0 {
            set.set(true);
        }
    })
}
