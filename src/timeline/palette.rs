//! The colours of a drawing. Contrast with the ground is 3 to 1 or more for every bar, 4.5 to 1 for text (WCAG 2.2, 1.4.3 and 1.4.11).

use super::track::State;

/// CSS colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub ground: &'static str,
    pub text: &'static str,
    pub grid: &'static str,
    pub running: &'static str,
    pub ready: &'static str,
    pub waiting: &'static str,
    pub blocking: &'static str,
}

impl Palette {
    pub const LIGHT: Palette = Palette {
        ground: "#ffffff",
        text: "#1c2430",
        grid: "#d5dae1",
        running: "#1f6fb2",
        ready: "#8a6100",
        waiting: "#68717e",
        blocking: "#b3261e",
    };

    pub const DARK: Palette = Palette {
        ground: "#14181f",
        text: "#e6eaf0",
        grid: "#39414d",
        running: "#6db3f2",
        ready: "#e0b252",
        waiting: "#98a2b0",
        blocking: "#ff8a80",
    };

    /// For a drawing inside a page, which sets these properties for its theme.
    pub const PAGE: Palette = Palette {
        ground: "var(--timeline-ground, #ffffff)",
        text: "var(--timeline-text, #1c2430)",
        grid: "var(--timeline-grid, #d5dae1)",
        running: "var(--timeline-running, #1f6fb2)",
        ready: "var(--timeline-ready, #8a6100)",
        waiting: "var(--timeline-waiting, #68717e)",
        blocking: "var(--timeline-blocking, #b3261e)",
    };

    pub fn of(&self, state: State) -> &'static str {
        match state {
            State::Running => self.running,
            State::Ready => self.ready,
            State::Waiting | State::Idle => self.waiting,
            State::Blocking => self.blocking,
        }
    }
}
