//! What is remembered from visit to visit. Browsers may refuse: then nothing is.

use web_sys::Storage;

use crate::ui::state::Theme;

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

fn storage() -> Option<Storage> {
    super::dom::window().local_storage().ok().flatten()
}
