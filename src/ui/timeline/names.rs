//! The names of the lanes, beside the drawing. Only those in sight are there.

use yew::prelude::*;

use crate::timeline::rows::{Content, Fold, LaneRow};
use crate::timeline::track::{Timeline, TrackKind};
use crate::ui::parts::{Icon, Shape};
use crate::ui::shared::Shared;
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
    pub dispatch: Dispatch,
}

#[component]
pub fn Names(props: &NamesProps) -> Html {
    let NamesProps { timeline, rows, first, count, pitch, details, dispatch } = props;
    let fold = use_callback(dispatch.clone(), |lane: TrackKind, dispatch| dispatch.dispatch(Action::View(ViewAction::Fold(lane))));
    let shown = rows.iter().enumerate().skip(*first).take(*count);
    // All have keys, so that a lane keeps its element, and with it the focus, when others come and go.
    let skipped = (*first > 0).then(|| {
        let height = format!("{:.2}", *first as f64 * pitch);
        html! { <li key="skipped" class="skipped" aria-hidden="true"><svg width="1" {height}></svg></li> }
    });
    let names = shown.map(|(index, row)| {
        html! { <Name key={index} timeline={timeline.clone()} row={*row} details={*details} fold={fold.clone()} /> }
    });
    html! { <ol class="lane-names">{ for skipped.into_iter().chain(names) }</ol> }
}

#[derive(Properties, PartialEq)]
struct NameProps {
    timeline: Shared<Timeline>,
    row: LaneRow,
    details: bool,
    fold: Callback<TrackKind>,
}

#[component]
fn Name(props: &NameProps) -> Html {
    let NameProps { timeline, row, details, fold } = props;
    let Some(track) = timeline.tracks.get(row.track) else { return html! { <li></li> } };
    let name = row_name(timeline, row);
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
    html! {
        <li class={classes!("lane-name", kind, format!("indent-{}", row.indent.min(DEEPEST)))} {title}>
            { button }<span class="lane-label">{ name }</span>{ detail.unwrap_or_default() }
        </li>
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

/// What a row is called.
pub fn row_name(timeline: &Timeline, row: &LaneRow) -> String {
    let Some(track) = timeline.tracks.get(row.track) else { return String::new() };
    match row.content {
        Content::Lane { .. } => track.label.clone(),
        Content::Call(call) => {
            let function = track.calls.get(call).and_then(|call| timeline.names.functions.get(call.function as usize));
            function.map(|name| format!("{name}()")).unwrap_or_default()
        }
        Content::Depth(0) => "calls".to_owned(),
        Content::Depth(depth) => format!("calls, {depth} deep"),
    }
}
