//! What all drawings of the timeline have in common: the time axis, and which lanes are in sight.

use crate::timeline::layout::Viewport;
use crate::timeline::ruler::{Tick, ticks};
use crate::timeline::track::Timeline;
use crate::trace::Time;
use crate::ui::picture::Ran;
use crate::ui::shared::Shared;
use crate::ui::state::Mode;
use crate::ui::state::view::Window;

/// The part of the pitch that is a bar.
const BAR_SHARE: f64 = 0.78;
/// Between two labels at the least, in px.
const LABEL_ROOM: f64 = 84.0;

/// Lengths are in px at the usual text size; a drawing is scaled with the text.
#[derive(Clone, Copy, PartialEq)]
pub struct Axis {
    /// The time that is seen.
    pub seen: Window,
    /// Where all of the time ends.
    pub end: Time,
    pub width: f64,
    /// From lane to lane.
    pub pitch: f64,
    /// How much larger than usual the text is.
    pub scale: f64,
}

/// The lanes in sight, in px from the first one's top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    pub top: f64,
    pub height: f64,
}

impl Axis {
    /// The attributes of a drawing of that height: its width and height in px, and what it shows.
    pub fn frame(&self, height: f64) -> (String, String, String) {
        let px = |length: f64| format!("{:.2}", length * self.scale);
        (px(self.width), px(height), format!("0 0 {:.2} {height:.2}", self.width))
    }

    pub fn viewport(&self, sight: Sight) -> Viewport {
        Viewport {
            from: self.seen.from,
            to: self.seen.to,
            width: self.width.max(1.0),
            height: sight.height,
            top: sight.top,
            lane_height: self.bar_height(),
            lane_gap: self.pitch - self.bar_height(),
        }
    }

    /// For what needs the time only.
    pub fn times(&self) -> Viewport {
        self.viewport(Sight { top: 0.0, height: self.pitch })
    }

    pub fn bar_height(&self) -> f64 {
        (self.pitch * BAR_SHARE).round()
    }

    pub fn ticks(&self) -> Vec<Tick> {
        ticks(self.seen.from, self.seen.to, (self.width / LABEL_ROOM).max(2.0) as usize)
    }

    /// The place of a time, if it is in sight.
    pub fn x(&self, at: Time) -> Option<f64> {
        (self.seen.from <= at && at <= self.seen.to).then(|| self.times().x(at))
    }

    /// Whether a part of the time is out of sight.
    pub fn is_zoomed(&self) -> bool {
        self.seen.from > Time::ZERO || self.seen.to < self.end
    }
}

/// The lanes of a run that a mode shows.
pub fn lanes(ran: &Ran, mode: Mode) -> &Shared<Timeline> {
    match mode {
        Mode::OneRun => &ran.full,
        Mode::Compare => &ran.timeline,
    }
}
