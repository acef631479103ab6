//! The page as a whole: the state, the hooks that watch it, and where the parts stand.

use yew::prelude::*;

use super::dialogs::Dialogs;
use super::draft::beginning;
use super::editor::{Editor, EditorProps};
use super::findings::Output;
use super::header::{Header, Welcome};
use super::hooks::{use_address, use_display, use_draft, use_drops, use_keys, use_offline, use_playing, use_runs, use_theme};
use super::inspector::Inspector;
use super::on_paper::OnPaper;
use super::parts::{Along, IconButton, Patterns, Shape, Splitter};
use super::platform::{address, storage};
use super::predict::PredictPanel;
use super::state::display::DisplayAction;
use super::state::{Action, Dialog, State, View};
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
    use_display(state.display);
    use_keys(&dispatch);
    use_drops(&dispatch);
    use_playing(state.playing, state.speed, &dispatch);
    use_offline(state.picture.is_some());
    let stop = use_runs(&state.scenario, &dispatch);
    html! {
        <div class="page">
            { header(&state, &dispatch) }
            <Notice text={state.notice.clone().map(AttrValue::from)} dispatch={dispatch.clone()} />
            <main class={classes!("work", state.predict.game().map(|_| "predicting"), state.hides_all().then_some("hides-all"))}>
                { stage(&state, &dispatch, stop) }
                <Splitter
                    name="Width of the editor"
                    along={Along::Width}
                    of=".editor"
                    size={state.display.editor_width}
                    onresize={resizing(&dispatch, DisplayAction::EditorWidth)}
                />
                <Editor ..EditorProps::of(&state, dispatch.clone()) />
            </main>
            <OnPaper scenario={state.scenario.clone()} />
            { dialogs(&state, &dispatch) }
            <Patterns />
        </div>
    }
}

/// The default scenario, what was edited last, or what the address's link holds.
fn initial() -> State {
    let state = State { display: storage::display(), ..State::new(storage::theme()) };
    beginning(state, storage::draft().as_ref(), &address::fragment())
}

fn header(state: &State, dispatch: &Dispatch) -> Html {
    let welcome = (!state.display.welcomed).then(|| html! { <Welcome dispatch={dispatch.clone()} /> });
    html! {
        <>
            <Header
                title={state.scenario.title.clone()}
                theme={state.theme}
                projector={state.display.projector}
                predicting={!state.predict.is_off()}
                dispatch={dispatch.clone()}
            />
            <div class="welcomes">{ for welcome }</div>
        </>
    }
}

fn resizing(dispatch: &Dispatch, action: fn(Option<u32>) -> DisplayAction) -> Callback<Option<u32>> {
    let dispatch = dispatch.clone();
    Callback::from(move |size| dispatch.dispatch(Action::Display(action(size))))
}

/// The state at the step, or the question about what comes next.
fn step(state: &State, dispatch: &Dispatch) -> Html {
    match state.predict.game() {
        Some(game) => html! { <PredictPanel game={game.clone()} dispatch={dispatch.clone()} /> },
        None => {
            html! { <Inspector variant={state.selected().cloned()} step={state.step} stepping={state.stepping} dispatch={dispatch.clone()} /> }
        }
    }
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
                    until={state.hidden_after()}
                    selection={state.stepping.selection}
                    acting={state.acting()}
                    progress={state.progress}
                    outdated={state.is_outdated()}
                    view={View { mode: state.mode(), table: state.view.table && state.predict.is_off(), ..state.view.clone() }}
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
            <Splitter
                name="Height of the details"
                along={Along::Height}
                of=".details"
                size={state.display.details_height}
                onresize={resizing(dispatch, DisplayAction::DetailsHeight)}
            />
            <div class="details">
                { step(state, dispatch) }
                <Output
                    variant={selected}
                    index={state.variant}
                    step={state.step}
                    predicting={state.predict.game().is_some()}
                    selection={state.stepping.selection}
                    dispatch={dispatch.clone()}
                />
            </div>
        </div>
    }
}

fn dialogs(state: &State, dispatch: &Dispatch) -> Html {
    // Packing a link takes longer than drawing the page: only who shares one waits for it.
    let link = if state.dialog == Some(Dialog::Share) { state.link().to_fragment() } else { String::new() };
    html! {
        <Dialogs
            open={state.dialog}
            scenario={state.scenario.clone()}
            {link}
            selected={state.selected().cloned()}
            view={state.view.clone()}
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
