//! Findings take a pass over the whole run: they come after the picture.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::session::findings::{Finding, findings};
use crate::ui::picture::Variant;
use crate::ui::shared::Shared;

type Found = Option<Shared<Vec<Finding>>>;

/// Those of a variant; none until they are known.
#[hook]
pub fn use_findings(variant: &Option<Variant>) -> Found {
    let found = use_state(|| None::<(Variant, Shared<Vec<Finding>>)>);
    let set = found.setter();
    use_effect_with(variant.clone(), move |variant| {
        let variant = variant.clone();
        let timeout = variant.map(|variant| {
            Timeout::new(0, move || {
                let known = variant.ran().map(|ran| findings(&ran.recording, &variant.program.source));
                set.set(known.map(|known| (variant.clone(), Shared::new(known))));
            })
        });
        move || drop(timeout)
    });
    let (of, found) = (*found).clone()?;
    (Some(&of) == variant.as_ref()).then_some(found)
}
