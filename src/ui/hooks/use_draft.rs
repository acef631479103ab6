//! Keeps what is edited from visit to visit.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::scenario::Scenario;
use crate::ui::draft::Draft;
use crate::ui::platform::{address, dom, storage};
use crate::ui::shared::Shared;

/// How long edits have to rest before they are kept, in ms. They are kept at once when the page goes.
const REST: u32 = 300;

#[hook]
pub fn use_draft(opened: &Shared<Scenario>, scenario: &Shared<Scenario>, variant: usize) {
    use_effect_with((opened.clone(), scenario.clone(), variant), |(opened, scenario, variant)| {
        let keep = {
            let (opened, scenario, variant) = (opened.clone(), scenario.clone(), *variant);
            move || {
                if let Some(draft) = Draft::of(&opened, &scenario, variant, &address::fragment(), storage::draft().as_ref()) {
                    storage::keep_draft(&draft);
                }
            }
        };
        let rest = Timeout::new(REST, keep.clone());
        let going = EventListener::new(&dom::window(), "pagehide", move |_| keep());
        move || drop((rest, going))
    });
}
