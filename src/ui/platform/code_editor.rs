//! The element `<loopscope-editor>` (`static/editor/`). Its code is a bundle of its own that is loaded after the page.

use js_sys::{Array, Function, JSON, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event};

use super::dom::{document, window};

/// The element's name.
const NAME: &str = "loopscope-editor";
/// Of the script in the page that names the bundle; browsers do not load it, because of its type.
const BUNDLE: &str = "editor-bundle";

/// Loads the bundle, unless it is there. False if there is none.
pub async fn load() -> bool {
    if !is_there() && !request() {
        return false;
    }
    let Ok(elements) = Reflect::get(&window(), &"customElements".into()) else { return false };
    match call(&elements, "whenDefined", &[NAME.into()]).and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        Some(defined) => JsFuture::from(defined).await.is_ok(),
        None => false,
    }
}

/// Is the element known?
pub fn is_there() -> bool {
    let elements = Reflect::get(&window(), &"customElements".into()).unwrap_or_default();
    call(&elements, "get", &[NAME.into()]).is_some_and(|constructor| constructor.is_function())
}

/// Puts a script into the page that loads the bundle.
fn request() -> bool {
    let Some(named) = document().get_element_by_id(BUNDLE) else { return false };
    let Ok(script) = document().create_element("script") else { return false };
    for name in ["src", "integrity"] {
        if let Some(value) = named.get_attribute(name) {
            // Fails for names that are not valid only, and so does the next one.
            let _ = script.set_attribute(name, &value);
        }
    }
    let _ = script.set_attribute("type", "module");
    // So that it is requested once.
    named.remove();
    document().head().is_some_and(|head| head.append_child(&script).is_ok())
}

/// Shows a text. The key tells texts apart: each keeps its own history.
pub fn open(editor: &Element, key: u32, text: &str) {
    call(editor, "open", &[key.into(), text.into()]);
}

/// The text as it is now.
pub fn value(editor: &Element) -> String {
    Reflect::get(editor, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

pub fn set_label(editor: &Element, label: &str) {
    set(editor, "label", &label.into());
}

pub fn set_read_only(editor: &Element, read_only: bool) {
    set(editor, "readOnly", &read_only.into());
}

/// `json` is a list of what is wrong with the text.
pub fn set_diagnostics(editor: &Element, json: &str) {
    set(editor, "diagnostics", &JSON::parse(json).unwrap_or_else(|_| Array::new().into()));
}

/// `json` is an object with what a run says about lines.
pub fn set_marks(editor: &Element, json: &str) {
    if let Ok(marks) = JSON::parse(json) {
        set(editor, "marks", &marks);
    }
}

pub fn set_breakpoints(editor: &Element, lines: impl Iterator<Item = u32>) {
    set(editor, "breakpoints", &lines.map(JsValue::from).collect::<Array>());
}

/// Puts the caret at the beginning of a line, from 1, and the focus into the editor.
pub fn focus_line(editor: &Element, line: u32) {
    call(editor, "focusLine", &[line.into()]);
}

/// Puts the caret behind so many UTF-16 units, and the focus into the editor.
pub fn focus_at(editor: &Element, offset: u32) {
    call(editor, "focusAt", &[offset.into()]);
}

/// The number that an event carries.
pub fn number(event: &Event) -> Option<u32> {
    detail(event).as_f64().map(|number| number as u32)
}

/// The numbers that an event carries.
pub fn numbers(event: &Event) -> Vec<u32> {
    let list = detail(event).dyn_into::<Array>().unwrap_or_default();
    list.iter().filter_map(|number| number.as_f64()).map(|number| number as u32).collect()
}

/// The line that an event carries, and whether it is to be looked for backwards.
pub fn line_and_back(event: &Event) -> Option<(u32, bool)> {
    let detail = detail(event);
    let line = Reflect::get(&detail, &"line".into()).ok()?.as_f64()?;
    let back = Reflect::get(&detail, &"back".into()).ok()?.is_truthy();
    Some((line as u32, back))
}

fn detail(event: &Event) -> JsValue {
    Reflect::get(event, &"detail".into()).unwrap_or_default()
}

fn set(target: &JsValue, name: &str, value: &JsValue) {
    // Fails for objects that are frozen, which an element is not.
    let _ = Reflect::set(target, &name.into(), value);
}

/// Calls a method; none if there is no such method or it fails.
fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method = Reflect::get(target, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    Reflect::apply(&method, target, &arguments.iter().collect::<Array>()).ok()
}
