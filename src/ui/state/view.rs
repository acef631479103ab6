//! How the timeline is looked at: which runs, which part of the time, which lanes are open, and what is selected.

use std::collections::HashSet;
use std::rc::Rc;

use crate::scenario::{Scenario, library};
use crate::timeline::TrackKind;
use crate::timeline::rows::Sort;
use crate::trace::Time;

/// The shortest span that can be looked at, in ns.
const SHORTEST: f64 = 50.0;

#[derive(Clone, PartialEq)]
pub struct View {
    pub mode: Mode,
    /// None shows all of the time.
    pub window: Option<Window>,
    pub selected: Option<Selected>,
    pub grouped: bool,
    pub sort: Sort,
    /// Lanes that are over at the playhead are left out.
    pub hide_finished: bool,
    /// The bars as a table.
    pub table: bool,
    pub folds: Folds,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The selected variant with all of its lanes.
    OneRun,
    /// All variants on one axis.
    Compare,
}

/// A part of the time, never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub from: Time,
    pub to: Time,
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selected {
    pub variant: usize,
    pub lane: TrackKind,
    /// The event the bar begins with, as an index into the trace.
    pub event: usize,
    pub from: Time,
    pub to: Time,
}

/// Which lanes are open, as far as a user said so.
#[derive(Clone, Default, PartialEq)]
pub struct Folds {
    /// Said of all.
    all: Option<bool>,
    /// Those that are not as `all`, or as they come.
    others: Rc<HashSet<TrackKind>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ViewAction {
    SetMode(Mode),
    /// By that factor, around a time that stays where it is.
    Zoom {
        factor: f64,
        around: Time,
    },
    /// By that part of what is seen, to the right if positive.
    Pan(f64),
    Show(Window),
    /// All of the time.
    Fit,
    Select(Option<Selected>),
    /// Opens or closes the calls of a lane.
    Fold(TrackKind),
    FoldAll {
        open: bool,
    },
    Group(bool),
    SortBy(Sort),
    HideFinished(bool),
    Table(bool),
}

impl View {
    /// How a scenario is looked at at first.
    pub fn of(scenario: &Scenario) -> View {
        View {
            mode: opening(scenario),
            window: None,
            selected: None,
            grouped: true,
            sort: Sort::default(),
            hide_finished: false,
            table: false,
            folds: Folds::default(),
        }
    }

    /// For another scenario; what a user chose for all scenarios stays.
    pub fn opened(&self, scenario: &Scenario) -> View {
        View { grouped: self.grouped, sort: self.sort, hide_finished: self.hide_finished, table: self.table, ..View::of(scenario) }
    }

    /// The view after an action, on an axis that ends at `end`.
    pub fn after(&self, action: ViewAction, end: Time) -> View {
        let mut view = self.clone();
        match action {
            ViewAction::SetMode(mode) => {
                view.mode = mode;
                view.window = None;
                view.selected = None;
            }
            ViewAction::Zoom { factor, around } => view.window = zoomed(self.span(end), factor, around, end),
            ViewAction::Pan(part) => view.window = self.window.and_then(|window| panned(window, part, end)),
            ViewAction::Show(window) => view.window = window_of(window.from.0 as f64, window.to.0 as f64, end),
            ViewAction::Fit => view.window = None,
            ViewAction::Select(selected) => view.selected = selected,
            ViewAction::Fold(lane) => view.folds = self.folds.toggled(lane),
            ViewAction::FoldAll { open } => view.folds = Folds { all: Some(open), others: Rc::default() },
            ViewAction::Group(grouped) => view.grouped = grouped,
            ViewAction::SortBy(sort) => view.sort = sort,
            ViewAction::HideFinished(hide) => view.hide_finished = hide,
            ViewAction::Table(table) => view.table = table,
        }
        view
    }

    /// The view on new runs of the scenario: what does not exist any more is let go.
    pub fn of_new_runs(&self, end: Time) -> View {
        let window = self.window.filter(|window| window.from < end);
        View { window: window.and_then(|window| panned(window, 0.0, end)), selected: None, ..self.clone() }
    }

    /// What is seen of an axis that ends at `end`.
    pub fn span(&self, end: Time) -> Window {
        self.window.unwrap_or(Window { from: Time::ZERO, to: end })
    }

    /// Does a lane show its calls? `by_itself` holds if nothing was said of it.
    pub fn is_open(&self, lane: TrackKind, by_itself: bool) -> bool {
        self.folds.all.unwrap_or(by_itself) != self.folds.others.contains(&lane)
    }
}

impl Folds {
    fn toggled(&self, lane: TrackKind) -> Folds {
        let mut others = (*self.others).clone();
        if !others.remove(&lane) {
            others.insert(lane);
        }
        Folds { all: self.all, others: Rc::new(others) }
    }
}

/// A scenario of the library says itself what shows its point; others with several variants are there to be compared.
fn opening(scenario: &Scenario) -> Mode {
    let entry = library::all().iter().find(|entry| entry.title == scenario.title && entry.scenario() == *scenario);
    let compare = match entry.map(|entry| entry.view) {
        Some(view) => view == library::View::Compare,
        None => true,
    };
    if compare && scenario.body.variant_count() > 1 { Mode::Compare } else { Mode::OneRun }
}

fn zoomed(seen: Window, factor: f64, around: Time, end: Time) -> Option<Window> {
    let (from, to, around) = (seen.from.0 as f64, seen.to.0 as f64, around.0 as f64);
    // A span that would get too short ends at the shortest, still around the same place.
    let factor = factor.clamp(1e-6, 1e6).min(((to - from) / SHORTEST).max(1.0));
    window_of(around - (around - from) / factor, around + (to - around) / factor, end)
}

fn panned(window: Window, part: f64, end: Time) -> Option<Window> {
    let (from, to) = (window.from.0 as f64, window.to.0 as f64);
    let by = (part * (to - from)).clamp(-from, (end.0 as f64 - to).max(-from));
    window_of(from + by, to + by, end)
}

/// As much of that as there is; none if it is everything.
fn window_of(from: f64, to: f64, end: Time) -> Option<Window> {
    let end = end.0 as f64;
    let (from, to) = (from.max(0.0).round(), to.min(end).round());
    let whole = from <= 0.0 && to >= end;
    // The casts are of whole numbers that are not negative.
    (!whole && from < to).then_some(Window { from: Time(from as u64), to: Time(to as u64) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::library;
    use crate::trace::ids::TaskId;

    const END: Time = Time(1_000_000);

    fn window(from: u64, to: u64) -> Option<Window> {
        Some(Window { from: Time(from), to: Time(to) })
    }

    fn after(actions: impl IntoIterator<Item = ViewAction>) -> View {
        let view = View::of(&library::default_entry().scenario());
        actions.into_iter().fold(view, |view, action| view.after(action, END))
    }

    fn zoom(factor: f64, around: u64) -> ViewAction {
        ViewAction::Zoom { factor, around: Time(around) }
    }

    #[test]
    fn zooming_keeps_a_time_in_its_place() {
        assert_eq!(after([zoom(2.0, 500_000)]).window, window(250_000, 750_000));
        assert_eq!(after([zoom(4.0, 0)]).window, window(0, 250_000));
        assert_eq!(after([zoom(2.0, 500_000), zoom(0.5, 500_000)]).window, None);
        assert_eq!(after([zoom(0.5, 500_000)]).window, None);
    }

    #[test]
    fn zooming_ends_at_a_span_that_can_be_seen() {
        let far = after((0..100).map(|_| zoom(10.0, 300_000)));
        let Some(Window { from, to }) = far.window else { panic!("zoomed in") };
        assert!((to - from).0 >= SHORTEST as u64 - 1 && (to - from).0 < 100, "{from} {to}");
    }

    #[test]
    fn panning_stops_at_the_ends() {
        assert_eq!(after([zoom(2.0, 0), ViewAction::Pan(0.5)]).window, window(250_000, 750_000));
        assert_eq!(after([zoom(2.0, 0), ViewAction::Pan(9.0)]).window, window(500_000, 1_000_000));
        assert_eq!(after([zoom(2.0, 0), ViewAction::Pan(-9.0)]).window, window(0, 500_000));
        assert_eq!(after([ViewAction::Pan(0.5)]).window, None);
    }

    #[test]
    fn a_window_survives_new_runs_as_far_as_there_is_time() {
        let view = after([ViewAction::Show(Window { from: Time(400_000), to: Time(600_000) })]);
        assert_eq!(view.of_new_runs(Time(2_000_000)).window, window(400_000, 600_000));
        assert_eq!(view.of_new_runs(Time(300_000)).window, None);
        assert_eq!(view.after(ViewAction::Fit, END).window, None);
    }

    #[test]
    fn lanes_open_one_by_one_and_all_together() {
        let lane = TrackKind::Task(TaskId::from_index(1));
        let view = after([ViewAction::Fold(lane)]);
        assert!(view.is_open(lane, false) && !view.is_open(lane, true));
        let view = view.after(ViewAction::FoldAll { open: true }, END);
        assert!(view.is_open(lane, false));
        assert!(!view.after(ViewAction::Fold(lane), END).is_open(lane, false));
    }

    #[test]
    fn scenarios_open_as_the_library_says() {
        for entry in library::all() {
            let scenario = entry.scenario();
            let compare = entry.view == library::View::Compare && scenario.body.variant_count() > 1;
            assert_eq!(View::of(&scenario).mode == Mode::Compare, compare, "{}", entry.id);
        }
    }

    #[test]
    fn another_scenario_keeps_what_was_chosen_for_all() {
        let view = after([ViewAction::Group(false), ViewAction::SortBy(Sort::Name), zoom(2.0, 0)]);
        let view = view.opened(&library::default_entry().scenario());
        assert_eq!((view.grouped, view.sort, view.window), (false, Sort::Name, None));
    }
}
