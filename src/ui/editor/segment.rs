//! One segment of an activity: what it does and for how long.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::scenario::{Segment, SegmentKind};
use crate::timeline::track::State;
use crate::ui::edit::Edit;
use crate::ui::entry;
use crate::ui::parts::{Field, IconButton, Shape, Swatch};
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct SegmentRowProps {
    /// The row's key.
    pub id: u32,
    pub activity: usize,
    /// The activity's name.
    pub name: AttrValue,
    /// Its position in the activity.
    pub position: usize,
    pub segment: Segment,
    /// There can be no more of them.
    pub full: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn SegmentRow(props: &SegmentRowProps) -> Html {
    let SegmentRowProps { id, activity, position, segment, dispatch, .. } = props;
    let place = (dispatch.clone(), *activity, *position);
    let what = AttrValue::from(format!("segment {} of {}", position + 1, props.name));
    let accept = use_callback(place.clone(), |text: AttrValue, (dispatch, activity, segment)| match entry::parse_seconds(&text) {
        Ok(duration) => {
            dispatch.dispatch(Action::Edit(Edit::Duration { activity: *activity, segment: *segment, duration }));
            None
        }
        Err(message) => Some(AttrValue::from(message)),
    });
    html! {
        <li class="segment">
            <Swatch state={state_of(segment.kind())} />
            <KindSelect {place} kind={segment.kind()} what={what.clone()} />
            <Field
                class="duration"
                id={format!("duration-{id}")}
                name={format!("Seconds of {what}")}
                value={entry::format_seconds(segment.duration())}
                inputmode="decimal"
                {accept}
            />
            <span class="unit" aria-hidden="true">{ "s" }</span>
            <Order activity={*activity} position={*position} {what} full={props.full} dispatch={dispatch.clone()} />
        </li>
    }
}

/// How it shows in the timeline of an event loop.
pub fn state_of(kind: SegmentKind) -> State {
    match kind {
        SegmentKind::Compute => State::Running,
        SegmentKind::Io => State::Waiting,
        SegmentKind::Blocking => State::Blocking,
    }
}

#[derive(Properties, PartialEq)]
struct KindSelectProps {
    /// Who is told, the activity and the segment.
    place: (Dispatch, usize, usize),
    kind: SegmentKind,
    what: AttrValue,
}

#[component]
fn KindSelect(props: &KindSelectProps) -> Html {
    let onchange = use_callback(props.place.clone(), |event: Event, (dispatch, activity, segment)| {
        let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) else { return };
        if let Some(&kind) = SegmentKind::ALL.iter().find(|kind| kind.label() == select.value()) {
            dispatch.dispatch(Action::Edit(Edit::Kind { activity: *activity, segment: *segment, kind }));
        }
    });
    let option = |kind: SegmentKind| {
        html! { <option value={kind.label()} selected={kind == props.kind}>{ kind.label() }</option> }
    };
    html! {
        <select class="kind" aria-label={format!("Kind of {}", props.what)} {onchange}>{ for SegmentKind::ALL.map(option) }</select>
    }
}

#[derive(Properties, PartialEq)]
struct OrderProps {
    activity: usize,
    position: usize,
    what: AttrValue,
    full: bool,
    dispatch: Dispatch,
}

/// Moves a segment before the one before it, which is enough to bring any order about, and removes it.
#[component]
fn Order(props: &OrderProps) -> Html {
    let OrderProps { activity, position, what, dispatch, .. } = props;
    let (activity, position) = (*activity, *position);
    let edit = |edit: Edit| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Edit(edit.clone())))
    };
    let up = edit(Edit::MoveSegment { activity, from: position, to: position.saturating_sub(1) });
    let duplicate = edit(Edit::DuplicateSegment { activity, segment: position });
    let remove = edit(Edit::RemoveSegment { activity, segment: position });
    html! {
        <span class="order">
            <IconButton shape={Shape::Up} class="quiet" name={format!("Move {what} up")} disabled={position == 0} onclick={up} />
            <IconButton shape={Shape::Copy} class="quiet" name={format!("Duplicate {what}")} disabled={props.full} onclick={duplicate} />
            <IconButton shape={Shape::Remove} class="quiet" name={format!("Remove {what}")} onclick={remove} />
        </span>
    }
}
