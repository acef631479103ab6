//! The clipboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

use super::dom::window;

/// Puts text into the clipboard. False if the browser refuses, as it does for pages that did not come over HTTPS.
pub async fn copy(text: &str) -> bool {
    // Read by name: where there is no clipboard the property is undefined, which the typed getter does not expect.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    let Some(clipboard) = clipboard.ok().and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok()) else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
