//! What the editor shows beside the scenario itself: blocks or their programs, breakpoints, and the way from line to line.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::scenario::Body;
use crate::session::line_stops::LineStops;

use super::State;

/// Steps whose lines are looked at one by one on the way to a line: further away only the lines of their events are known.
const LOOKED_INTO: usize = 400;
/// So many long computations are looked at on the way.
const LONG_ONES: usize = 4;

/// How a scenario of blocks is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Blocks,
    /// The programs that the blocks stand for.
    Code,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditingAction {
    Show(View),
    /// The breakpoints of the program with that key are now at these lines.
    Breakpoints {
        key: u32,
        lines: Vec<u32>,
    },
    /// To the next time that a line of the selected program is reached.
    RunTo {
        line: u32,
        direction: Direction,
    },
    /// To the next step at a breakpoint of the selected program.
    RunToBreakpoint(Direction),
    /// What is done now is undone on its own.
    Pause,
    /// The text that was typed or opened is not used, for this reason.
    Refuse(Rc<str>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Forward,
    Back,
}

#[derive(Clone, Default, PartialEq)]
pub struct Editing {
    pub view: View,
    /// By the program's key; lines from 1.
    breakpoints: BTreeMap<u32, Rc<BTreeSet<u32>>>,
    /// What came of the last wish to run to a line, if nothing did.
    pub remark: Option<Rc<str>>,
}

impl Editing {
    pub fn breakpoints(&self, key: u32) -> Rc<BTreeSet<u32>> {
        self.breakpoints.get(&key).cloned().unwrap_or_default()
    }
}

impl State {
    /// Does the editor show programs?
    pub fn shows_code(&self) -> bool {
        matches!(self.scenario.body, Body::Code(_)) || self.editing.view == View::Code
    }

    /// The key of the selected program.
    pub fn program_key(&self) -> u32 {
        self.row_keys.variants.get(self.variant).copied().unwrap_or_default()
    }

    pub(super) fn editing(&mut self, action: EditingAction) {
        self.editing.remark = None;
        match action {
            // Every action but edits has this effect.
            EditingAction::Pause => {}
            EditingAction::Show(view) => self.editing.view = view,
            EditingAction::Breakpoints { key, lines } => {
                self.editing.breakpoints.insert(key, Rc::new(lines.into_iter().collect()));
            }
            EditingAction::RunTo { line, direction } => {
                let missing = || format!("Line {line} is not reached {}.", direction.word());
                self.run_to(&BTreeSet::from([line]), direction, missing);
            }
            EditingAction::RunToBreakpoint(direction) => {
                let lines = self.editing.breakpoints(self.program_key());
                let missing = || match lines.is_empty() {
                    true => "There is no breakpoint: click beside a line's number, or press F9 in the line.".to_string(),
                    false => format!("No breakpoint is reached {}.", direction.word()),
                };
                self.run_to(&lines, direction, missing);
            }
            EditingAction::Refuse(why) => self.refusal = Some(why),
        }
    }

    fn run_to(&mut self, lines: &BTreeSet<u32>, direction: Direction, missing: impl Fn() -> String) {
        let place = match direction {
            Direction::Forward => self.place_later(lines),
            Direction::Back => self.place_earlier(lines),
        };
        match place {
            Some((step, after)) => {
                self.step_to(step);
                self.stepping.lines = after;
            }
            None => self.editing.remark = Some(missing().into()),
        }
    }

    /// The next place where one of these lines is reached: a step, and the number of lines after it.
    fn place_later(&self, lines: &BTreeSet<u32>) -> Option<(usize, usize)> {
        let (here, last) = (self.step.min(self.last_step()), self.last_step());
        let mut cut = 0;
        for step in here..last.min(here + LOOKED_INTO) {
            let passed = if step == here { self.stepping.lines } else { 0 };
            let stops = self.stops_after(step)?;
            if let Some(found) = stops.stops.iter().skip(passed).position(|stop| lines.contains(&stop.line)) {
                return Some((step, passed + found + 1));
            }
            cut += usize::from(stops.are_cut);
            if cut == LONG_ONES {
                break;
            }
        }
        let at_line = |step: &usize| self.line_of_step(*step).is_some_and(|line| lines.contains(&line));
        Some(((here + 1..=last).find(at_line)?, 0))
    }

    /// The last place before the present one where one of these lines is reached.
    fn place_earlier(&self, lines: &BTreeSet<u32>) -> Option<(usize, usize)> {
        let here = self.step.min(self.last_step());
        let mut cut = 0;
        for step in (here.saturating_sub(LOOKED_INTO)..=here).rev() {
            let before = if step == here { self.stepping.lines.saturating_sub(1) } else { usize::MAX };
            let stops = self.stops_after(step)?;
            if let Some(found) = stops.stops.iter().take(before).rposition(|stop| lines.contains(&stop.line)) {
                return Some((step, found + 1));
            }
            cut += usize::from(stops.are_cut);
            if cut == LONG_ONES {
                break;
            }
        }
        let at_line = |step: &usize| self.line_of_step(*step).is_some_and(|line| lines.contains(&line));
        Some(((0..here).rev().find(at_line)?, 0))
    }

    /// The lines that are executed after a step of the selected variant.
    fn stops_after(&self, step: usize) -> Option<Rc<LineStops>> {
        Some(self.selected()?.ran()?.recording.line_stops(step))
    }

    /// The line of the event that a step of the selected variant stops at.
    fn line_of_step(&self, step: usize) -> Option<u32> {
        let ran = self.selected()?.ran()?;
        let event = ran.recording.trace().events.get(ran.recording.steps().event(step))?;
        Some(u32::from(event.line)).filter(|&line| line > 0)
    }

    /// Does playing stop at this step? It does where a line with a breakpoint is reached.
    pub(super) fn stops_at(&self, step: usize) -> bool {
        let lines = self.editing.breakpoints(self.program_key());
        let line = self.line_of_step(step);
        line.is_some_and(|line| lines.contains(&line)) && (step == 0 || self.line_of_step(step - 1) != line)
    }
}

impl Direction {
    fn word(self) -> &'static str {
        match self {
            Direction::Forward => "later",
            Direction::Back => "earlier",
        }
    }
}
