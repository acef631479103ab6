//! The chosen theme, shown and remembered.

use yew::prelude::*;

use crate::ui::platform::{dom, storage};
use crate::ui::state::Theme;

#[hook]
pub fn use_theme(theme: Theme) {
    use_effect_with(theme, |&theme| {
        let attribute = match theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        dom::set_root_attribute("data-theme", attribute);
        storage::keep_theme(theme);
    });
}
