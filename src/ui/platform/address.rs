//! The page's address. Its fragment holds what a link opens; it changes only when a link is made.

use wasm_bindgen::JsValue;

use super::dom::window;

/// What follows the `#`; empty if nothing does.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_string()
}

/// The page's address with another fragment.
pub fn with_fragment(fragment: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split_once('#').map_or(address.as_str(), |(page, _)| page);
    format!("{page}#{fragment}")
}

/// Shows that address, without opening it and without a new entry in the history.
pub fn replace(address: &str) {
    if let Ok(history) = window().history() {
        // Refused when called too often: then the address stays as it was.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}
