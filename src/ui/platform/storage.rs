//! What is remembered from visit to visit. Browsers may refuse: then nothing is.

use web_sys::Storage;

use crate::ui::draft::Draft;
use crate::ui::state::Theme;
use crate::ui::state::display::Display;

const DRAFT: &str = "loopscope.draft";
const THEME: &str = "loopscope.theme";
const PROJECTOR: &str = "loopscope.projector";
const EDITOR_WIDTH: &str = "loopscope.editor-width";
const DETAILS_HEIGHT: &str = "loopscope.details-height";
const WELCOMED: &str = "loopscope.welcomed";
const YES: &str = "yes";

pub fn theme() -> Theme {
    match item(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

pub fn keep_theme(theme: Theme) {
    let text = match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    keep(THEME, text);
}

pub fn display() -> Display {
    let is_yes = |key| item(key).as_deref() == Some(YES);
    let size = |key| item(key).and_then(|text| text.parse().ok());
    Display {
        projector: is_yes(PROJECTOR),
        editor_width: size(EDITOR_WIDTH),
        details_height: size(DETAILS_HEIGHT),
        welcomed: is_yes(WELCOMED),
    }
}

pub fn keep_display(display: Display) {
    let Display { projector, editor_width, details_height, welcomed } = display;
    let size = |size: Option<u32>| size.map(|size| size.to_string());
    keep(PROJECTOR, projector.then_some(YES));
    keep(EDITOR_WIDTH, size(editor_width).as_deref());
    keep(DETAILS_HEIGHT, size(details_height).as_deref());
    keep(WELCOMED, welcomed.then_some(YES));
}

fn item(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn keep(key: &str, text: Option<&str>) {
    let Some(storage) = storage() else { return };
    // A full or forbidden storage keeps nothing.
    let _ = match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    };
}

/// What was edited last.
pub fn draft() -> Option<Draft> {
    Draft::from_text(&storage()?.get_item(DRAFT).ok().flatten()?)
}

pub fn keep_draft(draft: &Draft) {
    if let Some(storage) = storage() {
        // As above.
        let _ = storage.set_item(DRAFT, &draft.to_text());
    }
}

fn storage() -> Option<Storage> {
    super::dom::window().local_storage().ok().flatten()
}
