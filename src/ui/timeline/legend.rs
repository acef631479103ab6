//! What the bars mean.

use yew::prelude::*;

use crate::timeline::track::State;
use crate::ui::parts::Swatch;

const ENTRIES: [(State, &str); 4] = [
    (State::Running, "Running"),
    (State::Ready, "Ready, queued"),
    (State::Waiting, "Waiting"),
    (State::Blocking, "Blocking the loop"),
];

#[component]
pub fn Legend() -> Html {
    let entry = |(state, label): (State, &'static str)| html! { <li><Swatch {state} />{ label }</li> };
    html! { <ul class="legend" aria-label="Legend">{ for ENTRIES.map(entry) }</ul> }
}
