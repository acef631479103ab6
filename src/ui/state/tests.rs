use super::*;
use crate::session::Comparison;
use crate::session::StepSize;
use crate::trace::ids::TaskId;
use crate::trace::{Span, What};
use stepping::Selection;

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

fn size(size: StepSize) -> Action {
    Action::Stepping(SteppingAction::SetSize(size))
}

/// Where a state stands: the step and the lines after it.
fn place(state: &State) -> (usize, usize) {
    (state.step, state.stepping.lines)
}

#[test]
fn a_step_goes_as_far_as_its_size_says() {
    let start = || after([Action::Select(1)]);
    let lines = start().after(size(StepSize::Line)).after(Action::Move(Move::Forward)).after(Action::Move(Move::Forward));
    assert_eq!(place(&lines), (0, 2));
    assert_eq!(lines.current_line(), Some(4));
    assert_eq!(place(&lines.clone().after(Action::Move(Move::Back))), (0, 1));
    // A step of another size begins at the event.
    assert_eq!(place(&lines.clone().after(size(StepSize::Event)).after(Action::Move(Move::Forward))), (1, 0));
    assert_eq!(place(&lines.after(size(StepSize::Event)).after(Action::Move(Move::Back))), (0, 0));
    let task_switch = start().after(Action::Stepping(SteppingAction::Move(Move::Forward, StepSize::Switch)));
    let what = |state: &State| {
        let recording = &state.selected().and_then(Variant::ran).expect("it ran").recording;
        recording.trace().events[recording.steps().event(state.step)].what
    };
    assert!(matches!(what(&task_switch), What::StepStarted { .. }));
    let iteration = task_switch.after(size(StepSize::Iteration)).after(Action::Move(Move::Forward));
    assert!(matches!(what(&iteration), What::IterationStarted { iteration: 2, .. }));
}

#[test]
fn lines_lead_to_the_next_step_and_back() {
    let mut state = after([Action::Select(1), size(StepSize::Line)]);
    let mut places = vec![place(&state)];
    while state.step < 3 {
        state = state.after(Action::Move(Move::Forward));
        places.push(place(&state));
    }
    assert!(places.len() > 6, "{places:?}");
    while let Some(before) = places.pop() {
        assert_eq!(place(&state), before);
        state = state.after(Action::Move(Move::Back));
    }
}

#[test]
fn a_selection_belongs_to_its_variant() {
    let task = Selection::Task(TaskId::from_index(0));
    let select = |action| Action::Stepping(action);
    let state = after([Action::Select(1), select(SteppingAction::Toggle(task))]);
    assert_eq!(state.stepping.selection, Some(task));
    assert_eq!(state.clone().after(Action::Move(Move::Last)).stepping.selection, Some(task));
    assert_eq!(state.clone().after(select(SteppingAction::Toggle(task))).stepping.selection, None);
    assert_eq!(state.after(Action::Select(0)).stepping.selection, None);
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

fn undo() -> Action {
    Action::History(HistoryAction::Undo)
}

fn redo() -> Action {
    Action::History(HistoryAction::Redo)
}

#[test]
fn undo_brings_edits_and_scenarios_back() {
    let opened = library::all()[5].scenario();
    let link = Link { scenario: opened.clone(), variant: 0, step: 0, predict: false };
    let state = after([Action::Edit(Edit::AddActivity), Action::Open(link)]);
    assert_eq!(*state.scenario, opened);
    let state = state.after(undo());
    assert_eq!(state.scenario.body.variant_count(), state.row_keys.variants.len());
    assert_ne!(*state.scenario, library::default_entry().scenario());
    let state = state.after(undo());
    assert_eq!(*state.scenario, library::default_entry().scenario());
    assert!(!state.history.can_undo());
    assert_eq!(*state.after(redo()).after(redo()).scenario, opened);
}

#[test]
fn what_is_typed_in_one_go_is_undone_together() {
    let copies = |copies| Action::Edit(Edit::Copies { activity: 0, copies });
    let state = after([copies(2), copies(3), Action::Move(Move::Forward), copies(4)]);
    let copies = |state: &State| match &state.scenario.body {
        crate::scenario::Body::Blocks(blocks) => blocks.activities[0].copies,
        crate::scenario::Body::Code(_) => 0,
    };
    let state = state.after(undo());
    assert_eq!(copies(&state), 3);
    let state = state.after(undo());
    assert_eq!(copies(&state), 1);
}

/// The default scenario's programs, with their runs.
fn as_code() -> State {
    let state = after([Action::Edit(Edit::ContinueAsCode)]);
    let picture = picture(&state.scenario);
    state.after(Action::Ran(picture))
}

fn typed(state: State, source: &str) -> State {
    let state = state.after(Action::Edit(Edit::Source { variant: 0, source: source.into() }));
    let picture = picture(&state.scenario);
    state.after(Action::Ran(picture))
}

#[test]
fn the_last_good_picture_stays_while_a_program_is_broken() {
    let state = typed(as_code(), "print(");
    assert!(state.is_outdated());
    let ran = state.selected().and_then(Variant::ran).expect("the last good run is shown");
    assert!(ran.refused.is_some() && state.last_step() > 0);
    let state = typed(state, "print(1)");
    assert!(!state.is_outdated());
}

#[test]
fn a_run_goes_to_a_line_and_stops_at_breakpoints() {
    use editing::{Direction, EditingAction};
    let state = typed(as_code(), "import time\nprint('a')\ntime.sleep(1)\nprint('b')\n");
    let run_to = |line, direction| Action::Editing(EditingAction::RunTo { line, direction });
    let state = state.after(run_to(4, Direction::Forward));
    // Before the line is executed, with what was printed before it.
    let at_print = place(&state);
    assert!(state.time().as_secs() >= 1.0 && state.current_line() == Some(4) && state.editing.remark.is_none());
    let state = state.after(run_to(2, Direction::Back));
    assert_eq!(state.current_line(), Some(2));
    let state = state.after(run_to(1, Direction::Back));
    assert_eq!(state.editing.remark.as_deref(), Some("Before this the run does not come to line 1."));
    let key = state.program_key();
    let breakpoints = Action::Editing(EditingAction::Breakpoints { key, lines: vec![4] });
    let mut state = [Action::Move(Move::First), breakpoints, Action::TogglePlay].into_iter().fold(state, State::after);
    for _ in 0..=at_print.0 {
        state = state.after(Action::PlayOn);
    }
    assert_eq!((place(&state), state.playing), (at_print, false));
    // From there it plays on to the end.
    state = state.after(Action::TogglePlay).after(Action::PlayOn);
    assert!(place(&state) > at_print);
}

#[test]
fn a_run_goes_to_a_line_without_an_event() {
    use editing::{Direction, EditingAction};
    let state = typed(as_code(), "total = 0\nfor i in range(3):\n    total += i\nprint(total)\n");
    let run_to = || Action::Editing(EditingAction::RunTo { line: 3, direction: Direction::Forward });
    let state = state.after(run_to()).after(run_to()).after(run_to());
    assert_eq!((state.current_line(), state.editing.remark.clone()), (Some(3), None));
    let state = state.after(run_to());
    assert_eq!(state.editing.remark.as_deref(), Some("From here on the run does not come to line 3."));
}

#[test]
fn predicting_hides_what_comes_next() {
    let state = after([Action::Select(1), Action::Predict(PredictAction::Start)]);
    let game = state.predict.game().expect("it has begun").clone();
    assert!(game.asks_total() && state.hides_all() && state.link().predict);
    assert_eq!((state.step, state.last_step()), (0, 0));
    // Nothing leads beyond the question.
    let beyond = [Action::Move(Move::Last), Action::GoToTime { variant: 1, time: Time(2_000_000_000) }, Action::TogglePlay];
    let state = beyond.into_iter().fold(state, State::after);
    assert_eq!(state.step, 0);
    let answer = game.questions[0].answer;
    let state = state.after(Action::Predict(PredictAction::Answer(answer))).after(Action::Predict(PredictAction::Answer(0)));
    let game = state.predict.game().expect("it goes on").clone();
    assert_eq!((game.right, game.chosen), (1, Some(answer)));
    let state = state.after(Action::Predict(PredictAction::Next));
    assert_eq!(state.step, game.questions[1].asked_at);
    let state = state.after(Action::Predict(PredictAction::Stop)).after(Action::Move(Move::Last));
    assert!(state.predict.is_off() && state.step > game.questions[1].asked_at);
}

#[test]
fn questions_begin_when_the_runs_are_there_and_again_for_another_variant() {
    let link = Link { predict: true, ..after([]).link() };
    let state = State::new(Theme::System).after(Action::Open(link));
    assert!(state.predict.game().is_none() && !state.predict.is_off());
    let picture = picture(&state.scenario);
    let state = state.after(Action::Ran(picture)).after(Action::Predict(PredictAction::Answer(0)));
    assert!(state.predict.game().is_some_and(|game| game.chosen.is_some()));
    let state = state.after(Action::Select(2));
    assert!(state.predict.game().is_some_and(|game| game.chosen.is_none() && game.at == 0));
}
