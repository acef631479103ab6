//! What the editor shows beside the scenario itself: blocks or their programs, breakpoints, and the way from line to line.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::scenario::Body;
use crate::ui::picture::Variant;

use super::State;

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
                let missing = || format!("{} the run does not come to line {line}.", direction.words());
                self.run_to(&BTreeSet::from([line]), direction, missing);
            }
            EditingAction::RunToBreakpoint(direction) => {
                let lines = self.editing.breakpoints(self.program_key());
                let missing = || match lines.is_empty() {
                    true => "There is no breakpoint: click beside a line's number, or press F9 in the line.".to_string(),
                    false => format!("{} the run does not come to a breakpoint.", direction.words()),
                };
                self.run_to(&lines, direction, missing);
            }
            EditingAction::Refuse(why) => self.refusal = Some(why),
        }
    }

    fn run_to(&mut self, lines: &BTreeSet<u32>, direction: Direction, missing: impl Fn() -> String) {
        let last = self.last_step();
        let from = (self.step.min(last), self.stepping.lines);
        let recording = self.selected().and_then(Variant::ran).map(|ran| &ran.recording);
        let place = recording.and_then(|recording| match direction {
            Direction::Forward => recording.next_at_lines(from, last, lines),
            Direction::Back => recording.last_at_lines(from, lines),
        });
        match place {
            Some((step, lines)) => {
                self.step_to(step);
                self.stepping.lines = lines;
            }
            None => self.editing.remark = Some(missing().into()),
        }
    }

    /// Where playing stops on its way to a place: where a line with a breakpoint is about to be executed.
    pub(super) fn breakpoint_before(&self, next: (usize, usize)) -> Option<(usize, usize)> {
        let lines = self.editing.breakpoints(self.program_key());
        if lines.is_empty() {
            return None;
        }
        let recording = &self.selected()?.ran()?.recording;
        let last = next.0 + usize::from(next.1 > 0);
        recording.next_at_lines((self.step, self.stepping.lines), last, &lines).filter(|&place| place <= next)
    }
}

impl Direction {
    fn words(self) -> &'static str {
        match self {
            Direction::Forward => "From here on",
            Direction::Back => "Before this",
        }
    }
}
