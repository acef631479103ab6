//! What was edited survives a reload. Kept are the scenario as it was opened, as it was edited last, and which other one was opened since,
//! each as the fragment of a link.
//!
//! An address with a link to another scenario wins over what is kept; undo then brings the edited one back. An address with the link from
//! which the edited scenario was made opens the edited one.

use crate::scenario::{Link, Scenario};

use super::state::{Action, State};

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The scenario that was opened, before it was edited, and versions of it to which the address led since, as it does once a link was made.
    pub origins: Vec<String>,
    pub edited: String,
    /// What was opened after it and not edited, if something was.
    pub open: Option<String>,
}

impl Draft {
    /// What is to be kept of a state, if `before` is what is kept now; none if that need not change. `address` is the address's fragment.
    pub fn of(opened: &Scenario, scenario: &Scenario, variant: usize, address: &str, before: Option<&Draft>) -> Option<Draft> {
        let fragment = |scenario: &Scenario, variant: usize| {
            Link { scenario: scenario.clone(), variant: variant as u8, step: 0, predict: false }.to_fragment()
        };
        let draft = if scenario != opened {
            Draft { origins: origins(fragment(opened, 0), address, before), edited: fragment(scenario, variant), open: None }
        } else {
            let before = before?;
            let open = fragment(scenario, variant);
            let is_edited = scenario_part(&open) == scenario_part(&before.edited);
            Draft { open: (!is_edited).then_some(open), ..before.clone() }
        };
        (Some(&draft) != before).then_some(draft)
    }

    pub fn to_text(&self) -> String {
        format!("{}\n{}\n{}", self.origins.join(" "), self.edited, self.open.as_deref().unwrap_or_default())
    }

    /// None for a text that is not one of [`Draft::to_text`].
    pub fn from_text(text: &str) -> Option<Draft> {
        let [origins, edited, open] = text.split('\n').collect::<Vec<_>>().try_into().ok()?;
        let text = |part: &str| Some(part.to_string()).filter(|part| !part.is_empty());
        Some(Draft { origins: text(origins)?.split(' ').map(str::to_string).collect(), edited: text(edited)?, open: text(open) })
    }
}

/// The state in which the page begins. `address` is the address's fragment, which may be empty.
pub fn beginning(state: State, draft: Option<&Draft>, address: &str) -> State {
    let known = |fragment: &str| Link::from_fragment(fragment).ok();
    let kept = draft.and_then(|draft| Some((draft, known(draft.origins.first()?)?.scenario, known(&draft.edited)?)));
    let (state, origins, open) = match kept {
        Some((draft, origin, edited)) => (state.resume(origin, edited), &draft.origins[..], draft.open.as_deref()),
        None => (state, &[][..], None),
    };
    if !address.is_empty() && origins.iter().any(|origin| scenario_part(origin) == scenario_part(address)) {
        return state;
    }
    match (address, open.and_then(known)) {
        ("", Some(open)) => state.after(Action::Open(open)),
        ("", None) => state,
        _ => state.after(opening(address)),
    }
}

/// The origins of what was made from `opened`.
fn origins(opened: String, address: &str, before: Option<&Draft>) -> Vec<String> {
    let Some(before) = before.filter(|before| before.origins.first() == Some(&opened)) else { return vec![opened] };
    let mut origins = before.origins.clone();
    let led_here = !address.is_empty() && scenario_part(address) == scenario_part(&before.edited);
    if led_here && !origins.iter().any(|origin| origin == address) {
        origins.push(address.to_string());
    }
    origins
}

/// Opens a fragment, or says why it cannot be opened.
pub fn opening(fragment: &str) -> Action {
    match Link::from_fragment(fragment) {
        Ok(link) => Action::Open(link),
        Err(error) => Action::LinkRefused(error.to_string().into()),
    }
}

/// What of a fragment says which scenario it is.
fn scenario_part(fragment: &str) -> Option<&str> {
    fragment.split('&').rfind(|part| part.starts_with("d=") || part.starts_with("s="))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::library;
    use crate::ui::edit::Edit;
    use crate::ui::state::Theme;

    fn edited() -> (State, Draft) {
        let state = State::new(Theme::System).after(Action::Edit(Edit::AddActivity));
        let draft = Draft::of(&state.opened, &state.scenario, 0, "", None).expect("it was edited");
        (state, Draft::from_text(&draft.to_text()).expect("it was written so"))
    }

    fn begin(draft: &Draft, address: &str) -> State {
        beginning(State::new(Theme::System), Some(draft), address)
    }

    #[test]
    fn what_was_edited_is_there_again() {
        let (state, draft) = edited();
        let again = begin(&draft, "");
        assert_eq!(*again.scenario, *state.scenario);
        assert_eq!(*begin(&draft, &draft.origins[0]).scenario, *state.scenario);
        // And stays so with further edits.
        let further = again.after(Action::Edit(Edit::AddActivity));
        let draft = Draft::of(&further.opened, &further.scenario, 0, "", Some(&draft)).expect("it was edited");
        assert_eq!(*begin(&draft, "s=three-waits").scenario, *further.scenario);
    }

    #[test]
    fn another_link_wins_and_undo_brings_the_edited_one_back() {
        let (state, draft) = edited();
        let other = &library::all()[3];
        let opened = begin(&draft, &format!("s={}", other.id));
        assert_eq!(*opened.scenario, other.scenario());
        let undone = opened.after(Action::History(crate::ui::state::history::HistoryAction::Undo));
        assert_eq!(*undone.scenario, *state.scenario);
    }

    #[test]
    fn what_was_edited_after_a_link_was_made_wins_over_the_link() {
        let (state, draft) = edited();
        let link = draft.edited.clone();
        let further = state.after(Action::Edit(Edit::AddActivity));
        let draft = Draft::of(&further.opened, &further.scenario, 0, &link, Some(&draft)).expect("it was edited");
        assert_eq!(*begin(&draft, &link).scenario, *further.scenario);
    }

    #[test]
    fn what_was_opened_last_is_open_again() {
        let (_, draft) = edited();
        let other = library::all()[3].scenario();
        assert_eq!(Draft::of(&other, &other, 0, "", None), None);
        let draft = Draft::of(&other, &other, 0, "", Some(&draft)).expect("another one was opened");
        assert_eq!(*begin(&draft, "").scenario, other);
    }

    #[test]
    fn what_is_damaged_is_left_alone() {
        assert_eq!(Draft::from_text("x"), None);
        let draft = Draft { origins: vec!["s=three-waits".into()], edited: "d=x".into(), open: None };
        assert_eq!(*begin(&draft, "").scenario, library::default_entry().scenario());
    }
}
