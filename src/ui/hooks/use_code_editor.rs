//! Loads the code of the editor.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::ui::platform::code_editor;

/// Is the editor's element there? It is loaded once `wanted`: after the first picture, so that it is not in its way.
#[hook]
pub fn use_code_editor(wanted: bool) -> bool {
    let ready = use_state_eq(code_editor::is_there);
    let set = ready.setter();
    use_effect_with(wanted, move |&wanted| {
        if wanted {
            spawn_local(async move { set.set(code_editor::load().await) });
        }
    });
    *ready
}
