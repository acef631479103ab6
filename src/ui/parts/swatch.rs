//! The patterns of states, and a small sample of each for legends and lists. Shape and pattern tell the states apart without colour:
//! running is solid, ready a dashed outline, waiting a light hatching, blocking strong diagonals, idle a thin line.

use yew::prelude::*;

use crate::timeline::track::State;

#[derive(Properties, PartialEq)]
pub struct SwatchProps {
    pub state: State,
}

/// Decoration: the state's name has to stand beside it.
#[component]
pub fn Swatch(props: &SwatchProps) -> Html {
    html! {
        <svg class="swatch" viewBox="0 0 24 14" aria-hidden="true" focusable="false">
            <rect class={classes!("bar", props.state.slug())} fill={fill(props.state)} x="1" y="1" width="22" height="12" rx="2" />
        </svg>
    }
}

/// The pattern that fills a bar, as an SVG attribute; none where the style sheet gives a plain colour.
pub fn fill(state: State) -> Option<&'static str> {
    match state {
        State::Waiting => Some("url(#pattern-waiting)"),
        State::Blocking => Some("url(#pattern-blocking)"),
        State::Running | State::Ready | State::Idle => None,
    }
}

/// The definitions that all drawings of the page refer to.
#[component]
pub fn Patterns() -> Html {
    html! {
        <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="pattern-waiting" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="waiting-ground" width="6" height="6" />
                    <rect class="waiting-line" width="1" height="6" />
                </pattern>
                <pattern id="pattern-blocking" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
                    <rect class="blocking-ground" width="9" height="9" />
                    <rect class="blocking-line" width="4.5" height="9" />
                </pattern>
            </defs>
        </svg>
    }
}
