//! How the page is shown: told to the style sheet, and remembered.

use yew::prelude::*;

use crate::ui::platform::{dom, storage};
use crate::ui::state::display::Display;

#[hook]
pub fn use_display(display: Display) {
    use_effect_with(display, |&display| {
        dom::set_root_attribute("data-projector", display.projector.then_some(""));
        dom::set_root_size("--editor-width", display.editor_width);
        dom::set_root_size("--details-height", display.details_height);
        storage::keep_display(display);
    });
    use_effect_with((), |()| dom::set_root_attribute("data-embedded", dom::is_embedded().then_some("")));
}
