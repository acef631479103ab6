//! What is remembered from visit to visit. Browsers may refuse: then nothing is.

use web_sys::Storage;

use crate::ui::draft::Draft;
use crate::ui::state::Theme;

const DRAFT: &str = "loopscope.draft";
const THEME: &str = "loopscope.theme";

pub fn theme() -> Theme {
    match storage().and_then(|storage| storage.get_item(THEME).ok().flatten()).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

pub fn keep_theme(theme: Theme) {
    let Some(storage) = storage() else { return };
    // A full or forbidden storage keeps nothing.
    let _ = match theme {
        Theme::System => storage.remove_item(THEME),
        Theme::Light => storage.set_item(THEME, "light"),
        Theme::Dark => storage.set_item(THEME, "dark"),
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
