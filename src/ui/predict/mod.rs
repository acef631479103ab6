//! The question that is asked, its choices, and what was right.

mod choices;
mod score;

use yew::prelude::*;

use crate::ui::parts::prose;
use crate::ui::state::Action;
use crate::ui::state::predict::{Game, PredictAction};
use crate::ui::store::Dispatch;
use choices::Choices;
use score::Score;

#[derive(Properties, PartialEq)]
pub struct PredictProps {
    pub game: Game,
    pub dispatch: Dispatch,
}

#[component]
pub fn PredictPanel(props: &PredictProps) -> Html {
    let PredictProps { game, dispatch } = props;
    let content = match game.question() {
        Some(_) => html! { <Asked game={game.clone()} dispatch={dispatch.clone()} /> },
        None => html! { <Score right={game.right} of={game.questions.len()} dispatch={dispatch.clone()} /> },
    };
    let progress = match game.questions.len() {
        0 => String::new(),
        count => format!("Question {} of {count}", (game.at + 1).min(count)),
    };
    html! {
        <section class="panel predict" role="region" aria-label="Predict">
            <header class="predict-head">
                <h2 class="panel-title">{ "Predict" }<span class="panel-of">{ progress }</span></h2>
                <p class="predict-score">{ format!("{} right", game.right) }</p>
                <Send name="Stop predicting" action={PredictAction::Stop} class="quiet" dispatch={dispatch.clone()} />
            </header>
            { content }
        </section>
    }
}

#[component]
fn Asked(props: &PredictProps) -> Html {
    let PredictProps { game, dispatch } = props;
    let Some(question) = game.question() else { return html! { <div></div> } };
    let verdict = match game.chosen {
        None => html! { <></> },
        Some(chosen) if chosen == question.answer => html! { <p class="verdict right">{ "Right." }</p> },
        Some(_) => html! { <p class="verdict wrong">{ "Not this time." }</p> },
    };
    let text = match (game.chosen, game.hint) {
        (Some(_), _) => prose(&question.explanation),
        (None, true) => prose(&question.hint),
        (None, false) => html! { <></> },
    };
    let further = match (game.chosen, game.hint) {
        (Some(_), _) => {
            html! { <Send key="next" name="Next" keys="Enter" action={PredictAction::Next} class="main" focus={true} dispatch={dispatch.clone()} /> }
        }
        (None, false) => html! { <Send key="hint" name="Hint" action={PredictAction::Hint} dispatch={dispatch.clone()} /> },
        (None, true) => html! { <></> },
    };
    html! {
        <div class="predict-body">
            <h3 class="question" key={game.at}>{ question.kind.text() }</h3>
            <Choices game={game.clone()} dispatch={dispatch.clone()} />
            <div class="answer">
                <div aria-live="polite">{ verdict }<p class="answer-text">{ text }</p></div>
                <div class="predict-further">{ further }</div>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SendProps {
    name: AttrValue,
    /// The key that does the same.
    #[prop_or_default]
    keys: Option<AttrValue>,
    action: PredictAction,
    #[prop_or_default]
    class: Classes,
    /// It gets the focus when it comes up.
    #[prop_or_default]
    focus: bool,
    dispatch: Dispatch,
}

#[component]
fn Send(props: &SendProps) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.focus), |(node, focus)| {
        if let Some(button) = node.cast::<web_sys::HtmlElement>().filter(|_| *focus) {
            // Fails for what cannot have the focus.
            let _ = button.focus();
        }
    });
    let onclick = use_callback((props.dispatch.clone(), props.action), |_: MouseEvent, (dispatch, action)| {
        dispatch.dispatch(Action::Predict(*action));
    });
    let keys = props.keys.clone().map(|keys| html! { <kbd aria-hidden="true">{ keys }</kbd> });
    html! {
        <button type="button" class={classes!("button", props.class.clone())} ref={node} {onclick}>{ &props.name }{ for keys }</button>
    }
}
