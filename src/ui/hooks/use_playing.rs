//! The clock of playing.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::ui::state::Action;
use crate::ui::store::Dispatch;

/// While `playing`, asks for the next step `speed` times a second.
#[hook]
pub fn use_playing(playing: bool, speed: u32, dispatch: &Dispatch) {
    use_effect_with((playing, speed, dispatch.clone()), |(playing, speed, dispatch)| {
        let dispatch = dispatch.clone();
        let interval = playing.then(|| Interval::new(1000 / (*speed).max(1), move || dispatch.dispatch(Action::PlayOn)));
        move || drop(interval)
    });
}
