//! The page works without a network once the first picture was drawn.

use yew::prelude::*;

use crate::ui::platform::offline;

/// `ready`: there is a picture, so that keeping files takes nothing away from it.
#[hook]
pub fn use_offline(ready: bool) {
    use_effect_with(ready, |ready| {
        if *ready {
            offline::keep_files();
        }
    });
}
