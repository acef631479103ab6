//! Python files that are dropped anywhere on the page are opened.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};
use yew::prelude::*;

use crate::ui::editor::open_file;
use crate::ui::platform::{dom, files};
use crate::ui::store::Dispatch;

/// While a file is held over the page, its root has the attribute `data-file-over`.
#[hook]
pub fn use_drops(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let over = listener("dragover", |_| dom::set_root_attribute("data-file-over", Some("")));
        let leave = listener("dragleave", |event| {
            // It goes from element to element; from the last one it goes nowhere.
            if event.related_target().is_none() {
                dom::set_root_attribute("data-file-over", None);
            }
        });
        let drop_ = listener("drop", move |event| {
            dom::set_root_attribute("data-file-over", None);
            if let Some(file) = event.data_transfer().and_then(|data| files::first(data.files())) {
                open_file(file, dispatch.clone());
            }
        });
        move || drop([over, leave, drop_])
    });
}

/// Listens to events of the whole window that carry files. The browser would show the file instead of the page.
fn listener(name: &'static str, tell: impl Fn(&DragEvent) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&dom::window(), name, options, move |event: &Event| {
        if let Some(event) = event.dyn_ref::<DragEvent>().filter(|event| carries_files(event)) {
            event.prevent_default();
            tell(event);
        }
    })
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
