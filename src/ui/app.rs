//! The page as a whole: the state, the hooks that watch it, and where the parts stand.

use yew::prelude::*;

use super::dialogs::Dialogs;
use super::draft::beginning;
use super::editor::{Editor, EditorProps};
use super::findings::Output;
use super::header::Header;
use super::hooks::{use_address, use_draft, use_keys, use_playing, use_runs, use_theme};
use super::inspector::Inspector;
use super::parts::{IconButton, Patterns, Shape};
use super::platform::{address, storage};
use super::state::{Action, State, View};
use super::store::Dispatch;
use super::timeline::TimelineView;
use super::transport::Transport;

#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(initial);
    let dispatch = state.dispatcher();
    use_address(&dispatch);
    use_draft(&state.opened, &state.scenario, state.variant);
    use_theme(state.theme);
    use_keys(&dispatch);
    use_playing(state.playing, state.speed, &dispatch);
    let stop = use_runs(&state.scenario, &dispatch);
    html! {
        <div class="page">
            <Header title={state.scenario.title.clone()} theme={state.theme} dispatch={dispatch.clone()} />
            <Notice text={state.notice.clone().map(AttrValue::from)} dispatch={dispatch.clone()} />
            <main class="work">
                { stage(&state, &dispatch, stop) }
                <Editor ..EditorProps::of(&state, dispatch.clone()) />
            </main>
            { dialogs(&state, &dispatch) }
            <Patterns />
        </div>
    }
}

/// The default scenario, what was edited last, or what the address's link holds.
fn initial() -> State {
    beginning(State::new(storage::theme()), storage::draft().as_ref(), &address::fragment())
}

fn stage(state: &State, dispatch: &Dispatch, onstop: Callback<()>) -> Html {
    let selected = state.selected().cloned();
    html! {
        <div class="stage">
            <section class="panel timeline-panel" role="region" aria-label="Timeline">
                <TimelineView
                    picture={state.picture.clone()}
                    variant={state.variant}
                    time={state.time()}
                    progress={state.progress}
                    outdated={state.is_outdated()}
                    view={View { mode: state.mode(), ..state.view.clone() }}
                    {onstop}
                    dispatch={dispatch.clone()}
                />
                <Transport
                    variant={selected.clone()}
                    size={state.stepping.size}
                    lines={state.stepping.lines}
                    step={state.step.min(state.last_step())}
                    last={state.last_step()}
                    time={state.time()}
                    playing={state.playing}
                    speed={state.speed}
                    dispatch={dispatch.clone()}
                />
            </section>
            <div class="details">
                <Inspector variant={selected.clone()} step={state.step} stepping={state.stepping} dispatch={dispatch.clone()} />
                <Output
                    variant={selected}
                    index={state.variant}
                    step={state.step}
                    selection={state.stepping.selection}
                    dispatch={dispatch.clone()}
                />
            </div>
        </div>
    }
}

fn dialogs(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <Dialogs
            open={state.dialog}
            scenario={state.scenario.clone()}
            link={state.link().to_fragment()}
            dispatch={dispatch.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
struct NoticeProps {
    text: Option<AttrValue>,
    dispatch: Dispatch,
}

/// Something that went wrong, until it is dismissed. Its place is always there, so that screen readers notice what is put into it.
#[component]
fn Notice(props: &NoticeProps) -> Html {
    let dismiss = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| dispatch.dispatch(Action::DismissNotice));
    let content = props.text.clone().map(|text| {
        html! { <div class="notice"><p>{ text }</p><IconButton shape={Shape::Close} name="Dismiss" onclick={dismiss} /></div> }
    });
    html! { <div class="notices" role="alert">{ content.unwrap_or_default() }</div> }
}
