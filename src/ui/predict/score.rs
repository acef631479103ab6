//! The end of a game.

use yew::prelude::*;

use super::Send;
use crate::ui::state::predict::PredictAction;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct ScoreProps {
    pub right: usize,
    pub of: usize,
    pub dispatch: Dispatch,
}

#[component]
pub fn Score(props: &ScoreProps) -> Html {
    let ScoreProps { right, of, dispatch } = props;
    let (title, text) = match of {
        0 => ("There is nothing to predict in this run.".to_string(), "Pick a scenario with more than one task."),
        _ if right == of => {
            (format!("All {of} right."), "The whole run is open now: step through it, or change it and predict again.")
        }
        _ => (format!("{right} of {of} right."), "The whole run is open now: step through it to see why, then try again."),
    };
    let again = (*of > 0).then(|| {
        html! { <Send name="Again" action={PredictAction::Start} dispatch={dispatch.clone()} /> }
    });
    html! {
        <div class="predict-body">
            <h3 class="question">{ title }</h3>
            <p class="answer-text">{ text }</p>
            <div class="predict-further">
                <Send name="Show the run" keys="Enter" action={PredictAction::Stop} class="main" focus={true} dispatch={dispatch.clone()} />
                { for again }
            </div>
        </div>
    }
}
