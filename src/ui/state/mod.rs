//! Everything the page shows follows from one [`State`], and every change to it is an [`Action`]. [`State::after`] is pure: what a
//! change entails outside of the page's data (running programs, the clipboard, storage) is done by hooks that watch the state.

pub mod display;
pub mod editing;
pub mod history;
mod playback;
pub mod predict;
pub mod stepping;
#[cfg(test)]
mod tests;
pub mod view;

use std::rc::Rc;

use crate::scenario::{Link, Scenario, library};
use crate::session::Steps;
use crate::trace::Time;

use super::edit::{self, Edit, RowKeys};
use super::picture::{Picture, Variant};
use super::shared::Shared;
use display::{Display, DisplayAction};
use editing::{Editing, EditingAction};
use history::{History, HistoryAction};
pub use playback::{Move, SPEEDS};
use predict::{Predict, PredictAction};
use stepping::{Stepping, SteppingAction};
pub use view::{Mode, View, ViewAction};

/// The page's data.
#[derive(Clone, PartialEq)]
pub struct State {
    /// What is edited and run. Always free of problems: a change that would bring one is refused.
    pub scenario: Shared<Scenario>,
    /// The scenario as it was opened.
    pub opened: Shared<Scenario>,
    pub row_keys: Shared<RowKeys>,
    pub history: History,
    pub editing: Editing,
    /// Why the last change was refused.
    pub refusal: Option<Rc<str>>,
    /// The runs of this version of the scenario, or of an earlier one until they are there.
    pub picture: Option<Shared<Picture>>,
    /// How far the runs have come; set once they take long enough to be worth mentioning.
    pub progress: Option<Progress>,
    /// The variant that is stepped, from 0.
    pub variant: usize,
    /// The step the selected variant stands at, from 0. Beyond the end it means the last.
    pub step: usize,
    pub stepping: Stepping,
    pub playing: bool,
    /// Steps a second while playing; one of [`SPEEDS`].
    pub speed: u32,
    /// What went wrong outside of the scenario, such as a link that cannot be opened.
    pub notice: Option<Rc<str>>,
    pub dialog: Option<Dialog>,
    pub theme: Theme,
    pub display: Display,
    pub predict: Predict,
    /// How the timeline is looked at.
    pub view: View,
}

/// How far the runs of all variants have come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub instructions: u64,
    /// Virtual time of the run that has come furthest.
    pub now: Time,
    pub running: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    Scenarios,
    Share,
    Help,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

pub enum Action {
    Open(Link),
    /// A link could not be opened; says why.
    LinkRefused(Rc<str>),
    DismissNotice,
    Edit(Edit),
    /// Puts a mended program beside a variant, and selects it.
    Repair {
        variant: usize,
        source: Rc<str>,
    },
    History(HistoryAction),
    Editing(EditingAction),
    Progressed(Progress),
    Ran(Shared<Picture>),
    Select(usize),
    Stepping(SteppingAction),
    Move(Move),
    GoToStep(usize),
    /// To the last step of a variant at or before that time.
    GoToTime {
        variant: usize,
        time: Time,
    },
    /// To the step of an event of a variant, given by its index into the trace.
    GoToEvent {
        variant: usize,
        event: usize,
    },
    TogglePlay,
    /// Time for the next step while playing.
    PlayOn,
    SetSpeed(u32),
    SetTheme(Theme),
    Display(DisplayAction),
    Predict(PredictAction),
    View(ViewAction),
    Show(Dialog),
    CloseDialog,
}

impl State {
    pub fn new(theme: Theme) -> State {
        let scenario = library::default_entry().scenario();
        State {
            row_keys: Shared::new(RowKeys::of(&scenario, &RowKeys::default())),
            view: View::of(&scenario),
            opened: Shared::new(scenario.clone()),
            scenario: Shared::new(scenario),
            history: History::default(),
            editing: Editing::default(),
            refusal: None,
            picture: None,
            progress: None,
            variant: 0,
            step: 0,
            stepping: Stepping::default(),
            playing: false,
            speed: 5,
            notice: None,
            dialog: None,
            theme,
            display: Display::default(),
            predict: Predict::default(),
        }
    }

    /// The variant that is stepped, as far as it is there.
    pub fn selected(&self) -> Option<&Variant> {
        self.picture.as_ref()?.variants.get(self.variant)
    }

    fn steps(&self) -> Option<&Steps> {
        self.selected()?.steps()
    }

    /// The last step of the selected variant that may be seen.
    pub fn last_step(&self) -> usize {
        let last = self.steps().map_or(0, |steps| steps.len().saturating_sub(1));
        self.predict.horizon().map_or(last, |horizon| horizon.min(last))
    }

    /// The timeline's mode; a single variant has nothing to be compared with.
    pub fn mode(&self) -> Mode {
        // Other runs would tell what comes next in this one.
        let several = self.predict.is_off() && self.picture.as_ref().is_some_and(|picture| picture.variants.len() > 1);
        if several { self.view.mode } else { Mode::OneRun }
    }

    /// Where the time axis ends.
    pub fn axis_end(&self) -> Time {
        match (self.mode(), self.selected().and_then(Variant::ran)) {
            (Mode::OneRun, Some(ran)) => ran.timeline.end,
            _ => self.picture.as_ref().map_or(Time::ZERO, |picture| picture.end),
        }
    }

    /// Where the playhead stands.
    pub fn time(&self) -> Time {
        self.time_of_line().or_else(|| Some(self.steps()?.time(self.step))).unwrap_or(Time::ZERO)
    }

    /// The event after which everything is a secret, as an index into the trace of the selected variant.
    pub fn hidden_after(&self) -> Option<usize> {
        self.predict.game()?;
        Some(self.steps()?.event(self.step))
    }

    /// Is even the length of the run a secret?
    pub fn hides_all(&self) -> bool {
        self.predict.game().is_some_and(|game| game.chosen.is_none() && game.asks_total())
    }

    /// Is the picture that of an earlier version of the scenario?
    pub fn is_outdated(&self) -> bool {
        self.picture.as_ref().is_some_and(|picture| picture.scenario != self.scenario || picture.has_stale())
    }

    /// What a link to what is seen now holds.
    pub fn link(&self) -> Link {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Link {
            scenario: (*self.scenario).clone(),
            variant: self.variant as u8,
            step: number(self.step),
            predict: !self.predict.is_off(),
        }
    }

    /// The state after an action.
    pub fn after(mut self, action: Action) -> State {
        if !matches!(action, Action::Edit(_) | Action::Progressed(_) | Action::Ran(_)) {
            self.history.pause();
        }
        match action {
            Action::Open(link) => self.open(link),
            Action::LinkRefused(why) => self.notice = Some(why),
            Action::DismissNotice => self.notice = None,
            Action::Edit(edit) => self.edit(&edit),
            Action::Repair { variant, source } => self.repair(variant, &source),
            Action::History(action) => self.go_in_history(action),
            Action::Editing(action) => self.editing(action),
            Action::Progressed(progress) => self.progress = Some(progress),
            Action::Ran(picture) => self.show(picture),
            Action::Select(variant) => self.select(variant),
            Action::Stepping(action) => self.step_on(action),
            Action::Move(to) => self.move_by(to, self.stepping.size),
            Action::GoToStep(step) => self.step_to(step),
            Action::GoToTime { variant, time } => self.go_to_time(variant, time),
            Action::GoToEvent { variant, event } => self.go_to(variant, |steps| steps.step_at_event(event)),
            Action::TogglePlay => self.toggle_play(),
            Action::PlayOn => self.play_on(),
            Action::SetSpeed(speed) => self.speed = speed,
            Action::SetTheme(theme) => self.theme = theme,
            Action::Display(action) => self.display = self.display.after(action),
            Action::Predict(action) => self.go_on_predicting(action),
            Action::View(action) => self.view = self.view.after(action, self.axis_end()),
            Action::Show(dialog) => {
                self.playing = false;
                self.dialog = Some(dialog);
            }
            Action::CloseDialog => self.dialog = None,
        }
        self.keep_predicting();
        self
    }

    /// Goes on with a scenario that was made from `opened`.
    pub fn resume(mut self, opened: Scenario, edited: Link) -> State {
        self.open(edited);
        self.opened = Shared::new(opened);
        self.history = History::default();
        self
    }

    fn open(&mut self, link: Link) {
        if link.scenario != *self.scenario {
            self.history.record(self.version(), None);
        }
        self.editing = Editing::default();
        self.row_keys = Shared::new(RowKeys::of(&link.scenario, &self.row_keys));
        self.view = self.view.opened(&link.scenario);
        self.opened = Shared::new(link.scenario.clone());
        self.scenario = Shared::new(link.scenario);
        self.variant = usize::from(link.variant);
        self.step = link.step as usize;
        self.stepping = Stepping { size: self.stepping.size, ..Stepping::default() };
        self.picture = None;
        self.progress = None;
        self.refusal = None;
        self.notice = None;
        self.dialog = None;
        self.playing = false;
        self.predict = if link.predict { Predict::Wanted } else { Predict::Off };
    }

    fn edit(&mut self, edit: &Edit) {
        let (mut scenario, mut keys) = ((*self.scenario).clone(), (*self.row_keys).clone());
        edit::apply(edit, &mut scenario, &mut keys);
        let problem = scenario.problems().into_iter().next();
        self.refusal = problem.map(|problem| problem.message.into());
        if self.refusal.is_none() && scenario != *self.scenario {
            self.history.record(self.version(), Some(edit));
            self.variant = edit::selected_after(edit, self.variant);
            self.scenario = Shared::new(scenario);
            self.row_keys = Shared::new(keys);
        }
    }

    fn repair(&mut self, variant: usize, source: &str) {
        let Some((scenario, at)) = self.scenario.with_repaired(variant, source) else { return };
        let problem = scenario.problems().into_iter().next();
        self.refusal = problem.map(|problem| problem.message.into());
        if self.refusal.is_none() {
            self.history.record(self.version(), None);
            self.row_keys = Shared::new(self.row_keys.with_new_program(&self.scenario, &scenario, at));
            self.scenario = Shared::new(scenario);
            self.variant = at;
            self.step = 0;
            self.playing = false;
            self.view = self.view.after(ViewAction::SetMode(Mode::Compare), self.axis_end());
        }
    }

    /// Who stood at the end stays at the end; who stood elsewhere stays at that step, as long as there is one.
    fn show(&mut self, picture: Shared<Picture>) {
        if picture.scenario != self.scenario {
            return;
        }
        let at_end = self.picture.is_some() && self.step > 0 && self.step >= self.last_step();
        let kept = self.picture.as_ref().and_then(|before| picture.with_last_good(before));
        self.picture = Some(kept.map_or(picture, Shared::new));
        self.progress = None;
        let last = self.last_step();
        self.step = if at_end { last } else { self.step.min(last) };
        self.stepping.lines = 0;
        self.playing = self.playing && self.step < last;
        self.view = self.view.of_new_runs(self.axis_end());
    }

    fn go_on_predicting(&mut self, action: PredictAction) {
        self.playing = false;
        self.predict = match action {
            PredictAction::Start => Predict::Wanted,
            other => std::mem::take(&mut self.predict).after(other),
        };
        if self.predict.game().is_some() {
            self.step = self.last_step();
        }
    }

    /// Questions are about the runs that are shown, and the step stays before what they ask for.
    fn keep_predicting(&mut self) {
        let Some(picture) = self.picture.as_ref().filter(|_| !self.predict.is_off() && !self.is_outdated()) else { return };
        if self.predict.game().is_none_or(|game| !game.is_about(picture, self.variant)) {
            self.predict = Predict::start(picture.clone(), self.variant);
            self.step = self.last_step();
        }
        self.step = self.step.min(self.last_step());
        if self.step == self.last_step() {
            self.stepping.lines = 0;
        }
    }
}
