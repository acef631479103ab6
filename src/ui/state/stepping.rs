//! How one steps, and what is looked at: the size of steps, the line between two steps, and the task or thread that is selected.

use crate::session::StepSize;
use crate::timeline::Actor;
use crate::trace::Time;
use crate::trace::ids::{TaskId, ThreadId};

use super::{Move, State};

/// A part of [`State`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stepping {
    pub size: StepSize,
    /// The number of lines that were executed after the step: 0 right after its event.
    pub lines: usize,
    /// What is shown in detail and highlighted everywhere; none follows the step.
    pub selection: Option<Selection>,
    /// The slider has the focus: it tells the sentences itself.
    pub is_scrubbing: bool,
}

/// What a user has picked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    Task(TaskId),
    Thread(ThreadId),
}

impl From<Actor> for Selection {
    fn from(actor: Actor) -> Selection {
        match actor {
            Actor::Task(task) => Selection::Task(task),
            Actor::Thread(thread) => Selection::Thread(thread),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SteppingAction {
    SetSize(StepSize),
    /// A step of that size, whatever is chosen.
    Move(Move, StepSize),
    Select(Selection),
    /// Selects, or takes the selection back if it is that.
    Toggle(Selection),
    Unselect,
    Scrubbing(bool),
}

impl State {
    pub(super) fn step_on(&mut self, action: SteppingAction) {
        match action {
            SteppingAction::SetSize(size) => self.stepping.size = size,
            SteppingAction::Move(to, size) => self.move_by(to, size),
            SteppingAction::Select(selection) => self.stepping.selection = Some(selection),
            SteppingAction::Toggle(selection) => {
                let again = self.stepping.selection == Some(selection);
                self.stepping.selection = (!again).then_some(selection);
            }
            SteppingAction::Unselect => self.stepping.selection = None,
            SteppingAction::Scrubbing(on) => self.stepping.is_scrubbing = on,
        }
    }

    /// Goes a step of that size.
    pub(super) fn move_by(&mut self, to: Move, size: StepSize) {
        let (step, lines) = self.place_after(to, size);
        self.step_to(step);
        self.stepping.lines = lines;
    }

    /// The step, and the lines after it, to which a step of that size leads.
    pub(super) fn place_after(&self, to: Move, size: StepSize) -> (usize, usize) {
        let Some(steps) = self.steps() else { return (self.step, 0) };
        let (step, lines) = (self.step.min(self.last_step()), self.stepping.lines);
        let all_lines = |step: usize| match (size, self.selected().and_then(|variant| variant.ran())) {
            (StepSize::Line, Some(ran)) => ran.recording.line_stops(step).stops.len(),
            _ => 0,
        };
        match to {
            Move::First => (0, 0),
            Move::Last => (self.last_step(), 0),
            Move::Forward if lines < all_lines(step) => (step, lines + 1),
            Move::Forward => (steps.after(step, size), 0),
            Move::Back if lines > 0 && size == StepSize::Line => (step, lines - 1),
            // Back from a line is back to the event before it.
            Move::Back if lines > 0 && size == StepSize::Event => (step, 0),
            Move::Back => {
                let before = steps.before(step, size);
                (before, if before < step { all_lines(before) } else { 0 })
            }
        }
    }

    /// Who does what happens at the step.
    pub fn acting(&self) -> Option<Selection> {
        let recording = &self.selected()?.ran()?.recording;
        let event = recording.trace().events.get(recording.steps().event(self.step))?;
        Some(event.task.map_or(Selection::Thread(event.thread), Selection::Task))
    }

    /// When it is at the line where the selected variant stands; `None` right after a step's event.
    pub(super) fn time_of_line(&self) -> Option<Time> {
        let index = self.stepping.lines.checked_sub(1)?;
        let lines = self.selected()?.ran()?.recording.line_stops(self.step);
        lines.stops.get(index).map(|stop| stop.at)
    }

    /// The line of the program where the selected variant stands, from 1: that of the step's event, or the one that is executed next.
    pub fn current_line(&self) -> Option<u32> {
        let recording = &self.selected()?.ran()?.recording;
        if let Some(index) = self.stepping.lines.checked_sub(1) {
            return recording.line_stops(self.step).stops.get(index).map(|stop| stop.line);
        }
        recording.line_of_step(self.step)
    }
}
