//! Where the selected variant stands, and playing: to a step, to a time, to another variant, on by itself. Where a step of some size leads
//! is said in [`super::stepping`].

use crate::session::Steps;
use crate::trace::Time;

use super::State;
use super::view::{Mode, ViewAction};

/// Steps a second.
pub const SPEEDS: [u32; 5] = [1, 2, 5, 10, 30];

/// Ways to step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    First,
    Back,
    Forward,
    Last,
}

impl State {
    pub(super) fn step_to(&mut self, step: usize) {
        self.playing = false;
        self.stepping.lines = 0;
        if self.picture.is_some() {
            self.step = step.min(self.last_step());
        }
    }

    /// Another variant at the same time. One that has not run yet stands at its beginning.
    pub(super) fn select(&mut self, variant: usize) {
        let has_run = self.picture.as_ref().is_some_and(|picture| variant < picture.variants.len());
        if has_run {
            self.go_to_time(variant, self.time());
        } else if variant < self.scenario.body.variant_count() {
            (self.variant, self.step) = (variant, 0);
            (self.stepping.lines, self.stepping.selection) = (0, None);
        }
    }

    pub(super) fn go_to_time(&mut self, variant: usize, time: Time) {
        self.go_to(variant, |steps| steps.step_at_time(time));
    }

    pub(super) fn go_to(&mut self, variant: usize, step: impl Fn(&Steps) -> usize) {
        let Some(target) = self.picture.as_ref().and_then(|picture| picture.variants.get(variant)) else { return };
        let step = target.steps().map_or(0, step);
        if variant != self.variant && self.mode() == Mode::OneRun {
            // Another run has an axis of its own.
            self.view = self.view.after(ViewAction::Fit, Time::ZERO);
        }
        if self.variant != variant {
            // Its tasks are others.
            self.stepping.selection = None;
        }
        self.variant = variant;
        self.step_to(step);
    }

    pub(super) fn toggle_play(&mut self) {
        self.playing = !self.playing && self.last_step() > 0;
        if self.playing && self.step >= self.last_step() {
            (self.step, self.stepping.lines) = (0, 0);
        }
    }

    pub(super) fn play_on(&mut self) {
        if self.playing {
            let next = self.place_after(Move::Forward, self.stepping.size);
            let breakpoint = self.breakpoint_before(next);
            (self.step, self.stepping.lines) = breakpoint.unwrap_or(next);
            self.playing = self.step < self.last_step() && breakpoint.is_none();
        }
    }
}
