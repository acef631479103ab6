//! Undo and redo of what changes the scenario: opening another one, and every edit. What someone types into one place without doing
//! anything else in between is undone together; within a program the editor's own history is finer.

use super::State;
use crate::scenario::Scenario;
use crate::ui::edit::{Edit, RowKeys};
use crate::ui::shared::Shared;

/// So many changes are remembered.
const REMEMBERED: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryAction {
    Undo,
    Redo,
}

/// What is brought back.
#[derive(Clone, PartialEq)]
pub struct Version {
    /// The scenario as it was opened.
    pub opened: Shared<Scenario>,
    pub scenario: Shared<Scenario>,
    pub row_keys: Shared<RowKeys>,
    pub variant: usize,
    pub step: usize,
}

/// The versions before and after the present one.
#[derive(Clone, Default, PartialEq)]
pub struct History {
    /// Oldest first.
    past: Vec<Version>,
    /// The one to come next last.
    future: Vec<Version>,
    /// The edit that led to the present version, as long as the next one may continue it.
    latest: Option<Edit>,
}

impl History {
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// `before` is about to be replaced, by an edit or by another scenario.
    pub fn record(&mut self, before: Version, edit: Option<&Edit>) {
        let continues = edit.zip(self.latest.as_ref()).is_some_and(|(edit, latest)| edit.continues(latest));
        self.latest = edit.cloned();
        self.future.clear();
        if !continues {
            self.past.push(before);
            let surplus = self.past.len().saturating_sub(REMEMBERED);
            self.past.drain(..surplus);
        }
    }

    /// Something else was done: the next edit is undone on its own.
    pub fn pause(&mut self) {
        self.latest = None;
    }

    /// The version to go to from `present`, if there is one.
    pub fn go(&mut self, action: HistoryAction, present: Version) -> Option<Version> {
        let (from, to) = match action {
            HistoryAction::Undo => (&mut self.past, &mut self.future),
            HistoryAction::Redo => (&mut self.future, &mut self.past),
        };
        let version = from.pop()?;
        to.push(present);
        self.latest = None;
        Some(version)
    }
}

impl State {
    /// What undo would bring back.
    pub(super) fn version(&self) -> Version {
        let (opened, scenario, row_keys) = (self.opened.clone(), self.scenario.clone(), self.row_keys.clone());
        Version { opened, scenario, row_keys, variant: self.variant, step: self.step }
    }

    pub(super) fn go_in_history(&mut self, action: HistoryAction) {
        let Some(version) = self.history.go(action, self.version()) else { return };
        let mut keys = (*version.row_keys).clone();
        keys.outlive(&self.row_keys);
        let same = version.scenario.title == self.scenario.title;
        (self.opened, self.scenario) = (version.opened, version.scenario);
        self.row_keys = Shared::new(keys);
        self.refusal = None;
        self.playing = false;
        if !same {
            self.view = self.view.opened(&self.scenario);
        }
        if !same || version.variant != self.variant {
            self.picture = self.picture.take().filter(|_| same);
            self.variant = version.variant;
            self.step = version.step;
        }
    }
}
