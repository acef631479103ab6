use super::*;
use crate::session::Comparison;
use crate::trace::Span;

fn picture(scenario: &Shared<Scenario>) -> Shared<Picture> {
    let mut comparison = Comparison::new(scenario);
    comparison.advance(u64::MAX);
    Shared::new(Picture::of(scenario.clone(), comparison.finish()))
}

/// The default scenario with its runs, after some actions.
fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let state = State::new(Theme::System);
    let picture = picture(&state.scenario);
    actions.into_iter().fold(state.after(Action::Ran(picture)), State::after)
}

#[test]
fn steps_stay_within_the_run() {
    assert_eq!(after([Action::Move(Move::Back)]).step, 0);
    assert_eq!(after([Action::Move(Move::Forward), Action::Move(Move::Forward), Action::Move(Move::Back)]).step, 1);
    let end = after([Action::Move(Move::Last), Action::Move(Move::Forward)]);
    assert_eq!(end.step, end.last_step());
    assert_eq!(end.time().as_secs().round(), 9.0);
}

#[test]
fn another_variant_is_selected_at_the_same_time() {
    let state = after([Action::Move(Move::Last), Action::Select(1)]);
    assert_eq!((state.variant, state.step), (1, state.last_step()));
    assert_eq!(after([Action::Select(9)]).variant, 0);
}

#[test]
fn playing_stops_at_the_end_and_begins_again_there() {
    let state = after([Action::Move(Move::Last), Action::TogglePlay]);
    assert_eq!((state.playing, state.step), (true, 0));
    let last = state.last_step();
    let state = (0..last).fold(state, |state, _| state.after(Action::PlayOn));
    assert_eq!((state.playing, state.step), (false, last));
}

#[test]
fn a_change_that_cannot_be_run_is_refused() {
    let copies = |activity| Action::Edit(Edit::Copies { activity, copies: 100 });
    let state = after([copies(0), copies(1)]);
    assert!(state.refusal.is_some());
    assert!(state.scenario.problems().is_empty());
    assert_eq!(state.clone().after(Action::Edit(Edit::Cores(2))).refusal, None);
}

#[test]
fn the_step_outlives_an_edit_and_the_end_stays_the_end() {
    let longer = || Action::Edit(Edit::Duration { activity: 0, segment: 0, duration: Span::SECOND });
    for (to, expected) in [(Action::GoToStep(3), Some(3)), (Action::Move(Move::Last), None)] {
        let state = after([to, longer()]);
        assert!(state.is_outdated());
        let picture = picture(&state.scenario);
        let state = state.after(Action::Ran(picture));
        assert!(!state.is_outdated());
        assert_eq!(state.step, expected.unwrap_or(state.last_step()));
    }
}

#[test]
fn runs_of_an_earlier_version_are_not_shown() {
    let state = after([]);
    let old = state.picture.clone().expect("it ran");
    let state = state.after(Action::Edit(Edit::AddActivity)).after(Action::Ran(old));
    assert!(state.is_outdated());
}

#[test]
fn a_link_is_opened_at_its_step() {
    let link = after([Action::Select(1), Action::GoToStep(7)]).link();
    let state = State::new(Theme::System).after(Action::Open(link));
    let picture = picture(&state.scenario);
    let state = state.after(Action::Ran(picture));
    assert_eq!((state.variant, state.step), (1, 7));
}
