//! The names of the lanes, beside the drawing. Only those in sight are there.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::selects;
use crate::timeline::rows::{Content, Fold, LaneRow};
use crate::timeline::track::{Actor, Timeline, TrackKind};
use crate::ui::parts::{Icon, Shape, elided};
use crate::ui::shared::Shared;
use crate::ui::state::stepping::{Selection, SteppingAction};
use crate::ui::state::{Action, ViewAction};
use crate::ui::store::Dispatch;

/// Names do not stand in further than that.
const DEEPEST: u8 = 8;

#[derive(Properties, PartialEq)]
pub struct NamesProps {
    pub timeline: Shared<Timeline>,
    pub rows: Shared<Vec<LaneRow>>,
    /// The rows in sight: the first, and how many.
    pub first: usize,
    pub count: usize,
    /// From lane to lane, in px of the page.
    pub pitch: f64,
    /// What asyncio calls a task stands beside what we call it.
    pub details: bool,
    /// Whose lanes they are.
    pub variant: usize,
    pub is_stepped: bool,
    pub selection: Option<Selection>,
    /// Who does what happens at the step.
    pub acting: Option<Selection>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Names(props: &NamesProps) -> Html {
    let NamesProps { timeline, rows, first, count, pitch, details, selection, acting, dispatch, .. } = props;
    let fold = use_callback(dispatch.clone(), |lane: TrackKind, dispatch| dispatch.dispatch(Action::View(ViewAction::Fold(lane))));
    let select =
        use_callback((dispatch.clone(), props.variant, props.is_stepped), |actor: Actor, (dispatch, variant, is_stepped)| {
            if !is_stepped {
                dispatch.dispatch(Action::Select(*variant));
            }
            dispatch.dispatch(Action::Stepping(SteppingAction::Toggle(actor.into())));
        });
    let onkeydown = Callback::from(|event: KeyboardEvent| match event.key().as_str() {
        "ArrowUp" => focus_next(&event, false),
        "ArrowDown" => focus_next(&event, true),
        _ => {}
    });
    let actor = |row: &LaneRow| match row.content {
        Content::Lane { .. } => timeline.tracks.get(row.track).and_then(|track| track.actor),
        Content::Call(_) | Content::Depth(_) => None,
    };
    // One name is reached by the tab key, the others from there by arrows.
    let mut entry = rows.iter().enumerate().skip(*first).take(*count).filter_map(|(index, row)| actor(row).map(|_| index));
    let entry = entry.next();
    let shown = rows.iter().enumerate().skip(*first).take(*count);
    // All have keys, so that a lane keeps its element, and with it the focus, when others come and go.
    let skipped = (*first > 0).then(|| {
        let height = format!("{:.2}", *first as f64 * pitch);
        html! { <li key="skipped" class="skipped" aria-hidden="true"><svg width="1" {height}></svg></li> }
    });
    let names = shown.map(|(index, row)| {
        let actor = actor(row);
        html! {
            <Name
                key={index}
                timeline={timeline.clone()}
                row={*row}
                details={*details}
                {actor}
                is_entry={entry == Some(index)}
                is_selected={selects(actor, *selection)}
                is_acting={selects(actor, *acting)}
                select={select.clone()}
                fold={fold.clone()}
            />
        }
    });
    html! { <ol class="lane-names" {onkeydown}>{ for skipped.into_iter().chain(names) }</ol> }
}

#[derive(Properties, PartialEq)]
struct NameProps {
    timeline: Shared<Timeline>,
    row: LaneRow,
    details: bool,
    /// What a click selects.
    actor: Option<Actor>,
    is_entry: bool,
    is_selected: bool,
    is_acting: bool,
    select: Callback<Actor>,
    fold: Callback<TrackKind>,
}

#[component]
fn Name(props: &NameProps) -> Html {
    let NameProps { timeline, row, details, actor, fold, .. } = props;
    let Some(track) = timeline.tracks.get(row.track) else { return html! { <li></li> } };
    let name = row.name(timeline);
    let (title, detail) = match row.content {
        Content::Lane { .. } if !track.detail.is_empty() => (format!("{name} ({})", track.detail), track.detail.clone()),
        Content::Lane { .. } => (name.clone(), String::new()),
        Content::Call(_) | Content::Depth(_) => (format!("{name}, called in {}", track.label), String::new()),
    };
    let kind = match (row.content, track.kind) {
        (Content::Call(_) | Content::Depth(_), _) => "call",
        (_, TrackKind::Process(_) | TrackKind::Thread(_) | TrackKind::Core(_)) => "owner",
        _ => "member",
    };
    let button = match row.content {
        Content::Lane { fold: Fold::Open } => fold_button(track.kind, &name, true, fold),
        Content::Lane { fold: Fold::Closed } => fold_button(track.kind, &name, false, fold),
        _ => Html::default(),
    };
    let detail = (*details && !detail.is_empty()).then(|| html! { <span class="lane-detail">{ detail }</span> });
    let label = match actor {
        Some(actor) => label(props, *actor, name),
        None => html! { <span class="lane-label">{ elided(&name) }</span> },
    };
    let (selected, acting) = (props.is_selected.then_some("selected"), props.is_acting.then_some("acting"));
    html! {
        <li class={classes!("lane-name", kind, format!("indent-{}", row.indent.min(DEEPEST)), selected, acting)} {title}>
            { button }{ label }{ detail.unwrap_or_default() }
        </li>
    }
}

/// The name of a lane that can be selected.
fn label(props: &NameProps, actor: Actor, name: String) -> Html {
    let select = props.select.clone();
    let pressed = if props.is_selected { "true" } else { "false" };
    html! {
        <button
            type="button"
            class="lane-label"
            tabindex={if props.is_entry { "0" } else { "-1" }}
            aria-label={name.clone()}
            aria-pressed={pressed}
            aria-current={props.is_acting.then_some("step")}
            onclick={move |_| select.emit(actor)}
        >
            { elided(&name) }
        </button>
    }
}

/// Puts the focus on the next name that can be selected, or on the one before.
fn focus_next(event: &KeyboardEvent, forward: bool) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(mut name) = target.as_ref().and_then(|target| target.closest(".lane-name").ok().flatten()) else { return };
    while let Some(next) = if forward { name.next_element_sibling() } else { name.previous_element_sibling() } {
        if let Some(label) =
            next.query_selector("button.lane-label").ok().flatten().and_then(|label| label.dyn_into::<HtmlElement>().ok())
        {
            // Fails for an element that cannot have the focus.
            let _ = label.focus();
            event.prevent_default();
            return;
        }
        name = next;
    }
}

fn fold_button(lane: TrackKind, name: &str, is_open: bool, fold: &Callback<TrackKind>) -> Html {
    let fold = fold.clone();
    let expanded = if is_open { "true" } else { "false" };
    html! {
        <button type="button" class="fold" aria-expanded={expanded} aria-label={format!("Calls of {name}")} onclick={move |_| fold.emit(lane)}>
            <Icon shape={Shape::Chevron} />
        </button>
    }
}
