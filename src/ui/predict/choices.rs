//! The choices of a question, as buttons; the keys 1 to 4 do the same.

use yew::prelude::*;

use crate::session::QuestionKind;
use crate::ui::parts::prose;
use crate::ui::state::Action;
use crate::ui::state::predict::{Game, PredictAction};
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    pub game: Game,
    pub dispatch: Dispatch,
}

#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let ChoicesProps { game, dispatch } = props;
    let Some(question) = game.question() else { return html! { <ol></ol> } };
    let choice = |(index, text): (usize, &String)| {
        let mark = match game.chosen {
            Some(_) if index == question.answer => Mark::Right,
            Some(chosen) if index == chosen => Mark::Wrong,
            Some(_) => Mark::Other,
            None => Mark::Open,
        };
        let text = AttrValue::from(text.clone());
        let is_code = question.kind == QuestionKind::PrintedNext;
        html! { <Choice key={index} {index} {text} {is_code} {mark} dispatch={dispatch.clone()} /> }
    };
    html! { <ol class="answers" key={game.at}>{ for question.choices.iter().enumerate().map(choice) }</ol> }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    /// Not answered yet.
    Open,
    Right,
    /// Chosen, and wrong.
    Wrong,
    Other,
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    index: usize,
    text: AttrValue,
    is_code: bool,
    mark: Mark,
    dispatch: Dispatch,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { index, text, is_code, mark, dispatch } = props;
    let onclick = use_callback((dispatch.clone(), *index), |_: MouseEvent, (dispatch, index)| {
        dispatch.dispatch(Action::Predict(PredictAction::Answer(*index)));
    });
    let (class, said) = match mark {
        Mark::Open => ("open", ""),
        Mark::Right => ("right", "✓"),
        Mark::Wrong => ("wrong", "✗"),
        Mark::Other => ("other", ""),
    };
    let words = match mark {
        Mark::Right => " (right)",
        Mark::Wrong => " (wrong)",
        Mark::Open | Mark::Other => "",
    };
    let text = if *is_code {
        html! { <code>{ text }</code> }
    } else {
        prose(text)
    };
    html! {
        <li>
            <button type="button" class={classes!("answer-choice", class)} aria-disabled={(*mark != Mark::Open).then_some("true")} {onclick}>
                <kbd aria-hidden="true">{ index + 1 }</kbd>
                <span class="answer-words">{ text }<span class="unseen">{ words }</span></span>
                <span class="answer-mark" aria-hidden="true">{ said }</span>
            </button>
        </li>
    }
}
