//! An activity as a bar: its segments are dragged to another place, and their ends to another duration; arrow keys do the same.

use web_sys::Element;
use yew::prelude::*;

use super::segment::state_of;
use crate::scenario::Segment;
use crate::trace::Span;
use crate::ui::bar::{Bar, step};
use crate::ui::edit::Edit;
use crate::ui::entry;
use crate::ui::hooks::{use_drag, use_width};
use crate::ui::parts::fill;
use crate::ui::platform::dom;
use crate::ui::state::Action;
use crate::ui::state::editing::EditingAction;
use crate::ui::store::Dispatch;

/// In px.
const HEIGHT: f64 = 34.0;
/// So near to its end a segment is taken by the end, in px.
const EDGE: f64 = 9.0;

#[derive(Properties, PartialEq)]
pub struct SegmentBarProps {
    pub activity: usize,
    /// The activity's name.
    pub name: AttrValue,
    pub segments: Vec<Segment>,
    pub keys: Vec<u32>,
    /// What the width of the bar's place stands for.
    pub scale: Span,
    /// Is told when dragging begins and ends: the scale must not change meanwhile.
    pub onhold: Callback<bool>,
    pub dispatch: Dispatch,
}

/// What is dragged.
#[derive(Clone, Copy, PartialEq)]
enum Grip {
    /// The segment that is now at this position.
    Segment(usize),
    /// The end of a segment, which had that duration when the pointer was there.
    End { segment: usize, duration: Span, x: f64 },
}

#[component]
pub fn SegmentBar(props: &SegmentBarProps) -> Html {
    let SegmentBarProps { activity, segments, scale, dispatch, .. } = props;
    let node = use_node_ref();
    // It is drawn in px of the usual text size, and grows with the text.
    let zoom = dom::text_scale();
    let width = f64::from(use_width(node.clone())) / zoom;
    let bar = Bar::of(segments, *scale, width);
    let grip = use_mut_ref(|| None::<Grip>);
    let onmove = {
        let (grip, node, bar, dispatch, activity, scale) =
            (grip.clone(), node.clone(), bar.clone(), dispatch.clone(), *activity, *scale);
        Callback::from(move |(x, _): (f64, f64)| {
            let Some(held) = *grip.borrow() else { return };
            if let Some((edit, held)) = drag(held, activity, &bar, scale, (x - left(&node)) / zoom) {
                *grip.borrow_mut() = Some(held);
                dispatch.dispatch(Action::Edit(edit));
            }
        })
    };
    let onend = use_callback((grip.clone(), dispatch.clone(), props.onhold.clone()), |(), (grip, dispatch, onhold)| {
        *grip.borrow_mut() = None;
        onhold.emit(false);
        dispatch.dispatch(Action::Editing(EditingAction::Pause));
    });
    let begin = use_drag(onmove, onend);
    let part = |(position, (&segment, &(x, width))): (usize, (&Segment, &(f64, f64)))| {
        let (grip, node, begin, onhold) = (grip.clone(), node.clone(), begin.clone(), props.onhold.clone());
        let onpointerdown = Callback::from(move |event: PointerEvent| {
            let at = (f64::from(event.client_x()) - left(&node)) / zoom;
            let at_end = at > x + width - EDGE;
            let end = Grip::End { segment: position, duration: segment.duration(), x: at };
            *grip.borrow_mut() = Some(if at_end { end } else { Grip::Segment(position) });
            onhold.emit(true);
            begin.emit(event);
        });
        html! {
            <Part
                key={props.keys.get(position).copied().unwrap_or_default()}
                activity={*activity}
                {position}
                last={position + 1 == segments.len()}
                name={props.name.clone()}
                {segment}
                place={(x, width)}
                step={step(*scale)}
                {onpointerdown}
                dispatch={dispatch.clone()}
            />
        }
    };
    html! {
        <div class="segment-bar" role="group" aria-label={format!("Segments of {}", props.name)} data-own-keys="" ref={node.clone()}>
            <svg
                width={(width * zoom).to_string()}
                height={(HEIGHT * zoom).to_string()}
                viewBox={format!("0 0 {} {HEIGHT}", width.max(1.0))}
                focusable="false"
            >
                { for segments.iter().zip(&bar.parts).enumerate().map(part) }
            </svg>
        </div>
    }
}

/// The left edge of the bar's place in the window.
fn left(node: &NodeRef) -> f64 {
    node.cast::<Element>().map_or(0.0, |element| element.get_bounding_client_rect().left())
}

/// What a move of the pointer to `x` changes, and what is held from then on.
fn drag(grip: Grip, activity: usize, bar: &Bar, scale: Span, x: f64) -> Option<(Edit, Grip)> {
    match grip {
        Grip::Segment(from) => {
            let to = bar.position(from, x);
            (to != from).then_some((Edit::MoveSegment { activity, from, to }, Grip::Segment(to)))
        }
        Grip::End { segment, duration, x: began } => {
            Some((Edit::Duration { activity, segment, duration: bar.resized(duration, x - began, scale) }, grip))
        }
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    activity: usize,
    position: usize,
    /// There is none after it.
    last: bool,
    /// The activity's name.
    name: AttrValue,
    segment: Segment,
    /// Its left edge and width, in px.
    place: (f64, f64),
    /// By how much an arrow key changes the duration.
    step: Span,
    onpointerdown: Callback<PointerEvent>,
    dispatch: Dispatch,
}

#[component]
fn Part(props: &PartProps) -> Html {
    let PartProps { position, segment, place: (x, width), .. } = props;
    let state = state_of(segment.kind());
    let seconds = entry::format_seconds(segment.duration());
    let onkeydown = {
        let (dispatch, place, segment, step, last) =
            (props.dispatch.clone(), (props.activity, *position), *segment, props.step, props.last);
        Callback::from(move |event: KeyboardEvent| {
            if let Some(edit) = key_edit(&event, place, segment, step, last) {
                event.prevent_default();
                event.stop_propagation();
                dispatch.dispatch(Action::Edit(edit));
            }
        })
    };
    let text = (width - 8.0 > 8.0 * (seconds.len() + 2) as f64).then(|| format!("{seconds} s"));
    html! {
        <g
            class="segment-part"
            role="slider"
            tabindex="0"
            aria-label={format!("Segment {} of {}", position + 1, props.name)}
            aria-valuemin="0"
            aria-valuemax={entry::format_seconds(Segment::MAX_DURATION)}
            aria-valuenow={seconds.clone()}
            aria-valuetext={format!("{}, {seconds} s", segment.kind().label())}
            onpointerdown={props.onpointerdown.clone()}
            {onkeydown}
        >
            <title>{ format!("{}, {seconds} s", segment.kind().label()) }</title>
            <rect
                class={classes!("bar", state.slug())}
                fill={fill(state)}
                x={format!("{:.1}", x + 1.0)}
                y="3"
                width={format!("{:.1}", (width - 2.0).max(2.0))}
                height={(HEIGHT - 6.0).to_string()}
                rx="3"
            />
            if let Some(text) = text {
                <text
                    class="segment-text"
                    x={format!("{:.1}", x + width / 2.0)}
                    y={(HEIGHT / 2.0).to_string()}
                >
                    { text }
                </text>
            }
            <rect
                class="segment-end"
                x={format!("{:.1}", (x + width - EDGE).max(*x))}
                y="0"
                width={format!("{:.1}", EDGE.min(*width))}
                height={HEIGHT.to_string()}
            />
            <path class="segment-grip" d={format!("M{:.1} 11v12", x + width - 5.0)} />
        </g>
    }
}

/// What a key does to a segment: arrows change its duration, with Shift by more; with Alt they move it. `place` is its activity and position.
fn key_edit(event: &KeyboardEvent, place: (usize, usize), segment: Segment, step: Span, last: bool) -> Option<Edit> {
    let (activity, position) = place;
    let duration = segment.duration();
    let step = Span(if event.shift_key() { step.0 * 10 } else { step.0 });
    let resize =
        |duration: Span| Some(Edit::Duration { activity, segment: position, duration: duration.min(Segment::MAX_DURATION) });
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "ArrowLeft" if event.alt_key() => (position > 0).then(|| Edit::MoveSegment { activity, from: position, to: position - 1 }),
        "ArrowRight" if event.alt_key() => (!last).then_some(Edit::MoveSegment { activity, from: position, to: position + 1 }),
        "ArrowLeft" | "ArrowDown" if !command => resize(Span(duration.0.saturating_sub(step.0))),
        "ArrowRight" | "ArrowUp" if !command => resize(Span(duration.0.saturating_add(step.0))),
        "Delete" | "Backspace" if !command => Some(Edit::RemoveSegment { activity, segment: position }),
        "d" if command => Some(Edit::DuplicateSegment { activity, segment: position }),
        _ => None,
    }
}
