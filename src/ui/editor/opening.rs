//! Opens a Python file as a scenario of its own.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::scenario::Link;
use crate::ui::file;
use crate::ui::platform::files;
use crate::ui::state::Action;
use crate::ui::state::editing::EditingAction;
use crate::ui::store::Dispatch;

/// Reads the file and opens it, or says why not.
pub fn open_file(given: File, dispatch: Dispatch) {
    spawn_local(async move {
        let action = match read(&given).await {
            Ok(link) => Action::Open(link),
            Err(why) => Action::Editing(EditingAction::Refuse(why.into())),
        };
        dispatch.dispatch(action);
    });
}

async fn read(given: &File) -> Result<Link, String> {
    let name = given.name();
    file::check_size(&name, given.size())?;
    let text = files::text(given).await.ok_or_else(|| format!("“{name}” could not be read."))?;
    Ok(Link { scenario: file::scenario(&name, &text)?, variant: 0, step: 0, predict: false })
}
