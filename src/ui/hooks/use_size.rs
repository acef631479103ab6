//! Sizes that drawings depend on.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::ui::platform::dom;

/// The width of an element in whole px, kept up to date; 0 until it is known.
#[hook]
pub fn use_width(node: NodeRef) -> u32 {
    let width = use_state_eq(|| 0_u32);
    let set = width.setter();
    use_effect_with(node, move |node| {
        let observer = node.cast::<Element>().and_then(|element| Observer::new(element, set));
        move || drop(observer)
    });
    *width
}

/// The height of the window in px, kept up to date.
#[hook]
pub fn use_window_height() -> f64 {
    let height = use_state_eq(dom::window_height);
    let set = height.setter();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&dom::window(), "resize", move |_| set.set(dom::window_height()));
        move || drop(listener)
    });
    *height
}

/// Watches the size of an element until it is dropped.
struct Observer {
    observer: ResizeObserver,
    /// Called by the observer, so it has to live as long.
    _callback: Closure<dyn Fn()>,
}

impl Observer {
    /// None if the browser has no such thing.
    fn new(element: Element, set: UseStateSetter<u32>) -> Option<Observer> {
        let observed = element.clone();
        let callback = Closure::<dyn Fn()>::new(move || set.set(observed.client_width().max(0) as u32));
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(&element);
        Some(Observer { observer, _callback: callback })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
