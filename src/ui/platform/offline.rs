//! The service worker, which keeps the page's files for when there is no network.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;

use super::dom::window;

const WORKER: &str = "./service-worker.js";

/// Lets it keep the files from now on. Browsers without one, and pages that did not come over HTTPS, do without.
pub fn keep_files() {
    // Read by name: where there are no service workers the property is undefined.
    let Ok(container) = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()) else { return };
    if container.is_undefined() {
        return;
    }
    let register =
        js_sys::Reflect::get(&container, &"register".into()).ok().and_then(|register| register.dyn_into::<js_sys::Function>().ok());
    let promise = register.and_then(|register| register.call1(&container, &JsValue::from_str(WORKER)).ok());
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        spawn_local(async move {
            // Refused, the page works as long as there is a network.
            let _ = JsFuture::from(promise).await;
        });
    }
}
