//! The window and its document.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, EventTarget, HtmlElement, Window};

pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The height of what is seen of the page, in px.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0)
}

/// Width and height of what is seen of the page, in px.
pub fn window_size() -> (f64, f64) {
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(1280.0);
    (width, window_height())
}

/// How much larger the page's text is than the usual 16 px.
pub fn text_scale() -> f64 {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok()).map_or(1.0, |size: f64| size / 16.0)
}

/// Sets a property of an element's style.
pub fn set_style(element: &Element, property: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails for values that are read-only, which those of an element are not.
        let _ = element.style().set_property(property, value);
    }
}

/// Sets or removes an attribute of the whole document.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    // Setting an attribute fails for names that are not valid only.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

pub fn has_root_attribute(name: &str) -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(name))
}

/// Sets or removes a length of the style sheet, in px.
pub fn set_root_size(property: &str, size: Option<u32>) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(style) = root.map(|root| root.style()) else { return };
    // Fails for values that are read-only, which those of an element are not.
    let _ = match size {
        Some(size) => style.set_property(property, &format!("{size}px")),
        None => style.remove_property(property).map(drop),
    };
}

/// Is the page shown inside of another one?
pub fn is_embedded() -> bool {
    let window = window();
    // Another page's window may not be looked at: then there is one.
    window.top().map_or(true, |top| top.is_none_or(|top| top != window))
}

/// Is that where the event went to, or an element inside of one that the selector describes?
pub fn is_within(target: Option<EventTarget>, selector: &str) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Is there an element that the selector describes?
pub fn exists(selector: &str) -> bool {
    matches!(document().query_selector(selector), Ok(Some(_)))
}
