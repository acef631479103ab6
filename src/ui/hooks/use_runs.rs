//! Runs the programs of the scenario, again after every change to it, in slices that leave the page responsive.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::scenario::Scenario;
use crate::session::Comparison;
use crate::ui::edit;
use crate::ui::picture::Picture;
use crate::ui::platform::clock;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Progress};
use crate::ui::store::Dispatch;

/// How long a slice may take, in ms.
const SLICE: f64 = 12.0;
/// Instructions between two looks at the clock.
const INSTRUCTIONS: u64 = 20_000;
/// When to mention how far a run is, and how often then, in ms.
const WORTH_MENTIONING: f64 = 300.0;
const MENTION_EVERY: f64 = 100.0;

/// How long typing has to rest before the program is run again, in ms.
const REST: u32 = 150;

/// Runs that have not come to their end.
struct Driver {
    scenario: Shared<Scenario>,
    comparison: Comparison,
    dispatch: Dispatch,
    began: f64,
    mentioned: f64,
    /// The next slice; dropped, it does not come.
    next: Option<Timeout>,
}

/// What is run now, and the version of the scenario that was run last.
#[derive(Default)]
struct Runs {
    driver: Option<Driver>,
    latest: Option<Shared<Scenario>>,
    /// Begins the next run; dropped, it does not.
    rest: Option<Timeout>,
}

type Current = Rc<RefCell<Runs>>;

/// Keeps the picture up to date. The callback it returns stops the runs where they stand, which is then what is shown.
#[hook]
pub fn use_runs(scenario: &Shared<Scenario>, dispatch: &Dispatch) -> Callback<()> {
    let current: Current = (*use_memo((), |()| Current::default())).clone();
    {
        let current = current.clone();
        use_effect_with((scenario.clone(), dispatch.clone()), move |(scenario, dispatch)| {
            let latest = current.borrow_mut().latest.replace(scenario.clone());
            let typed = latest.is_some_and(|latest| edit::is_typing(&latest, scenario));
            let begin = {
                let (current, scenario, dispatch) = (current.clone(), scenario.clone(), dispatch.clone());
                move || {
                    current.borrow_mut().driver = Some(Driver::new(scenario, dispatch));
                    go_on(&current);
                }
            };
            if typed {
                current.borrow_mut().rest = Some(Timeout::new(REST, begin));
            } else {
                begin();
            }
            move || {
                let mut runs = current.borrow_mut();
                (runs.driver, runs.rest) = (None, None);
            }
        });
    }
    use_callback((), move |(), ()| finish(&current))
}

impl Driver {
    fn new(scenario: Shared<Scenario>, dispatch: Dispatch) -> Driver {
        let began = clock::now();
        Driver { comparison: Comparison::new(&scenario), scenario, dispatch, began, mentioned: began, next: None }
    }

    /// Runs for a slice.
    fn advance(&mut self) {
        let until = clock::now() + SLICE;
        while !self.comparison.is_over() && clock::now() < until {
            self.comparison.advance(INSTRUCTIONS);
        }
    }

    fn mention(&mut self) {
        let now = clock::now();
        if now - self.began >= WORTH_MENTIONING && now - self.mentioned >= MENTION_EVERY {
            self.mentioned = now;
            let overall = self.comparison.progress();
            let progress = Progress { instructions: overall.instructions, now: overall.now, running: overall.running };
            self.dispatch.dispatch(Action::Progressed(progress));
        }
    }
}

fn go_on(current: &Current) {
    let mut slot = current.borrow_mut();
    let Some(driver) = slot.driver.as_mut() else { return };
    driver.advance();
    if driver.comparison.is_over() {
        drop(slot);
        finish(current);
        return;
    }
    driver.mention();
    let current = current.clone();
    driver.next = Some(Timeout::new(0, move || go_on(&current)));
}

fn finish(current: &Current) {
    // Taken out before anything is dispatched, which may lead back here.
    let Some(driver) = current.borrow_mut().driver.take() else { return };
    let picture = Picture::of(driver.scenario, driver.comparison.finish());
    driver.dispatch.dispatch(Action::Ran(Shared::new(picture)));
}
