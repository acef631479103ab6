//! All of the time, small, while a part of it is seen; the part can be dragged.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::axis::Axis;
use crate::timeline::layout::{Viewport, layout_rows};
use crate::timeline::rows::LaneRow;
use crate::timeline::track::{State, Timeline};
use crate::trace::Time;
use crate::ui::shared::Shared;
use crate::ui::state::view::Window;
use crate::ui::state::{Action, ViewAction};
use crate::ui::store::Dispatch;

/// In px.
const HEIGHT: f64 = 28.0;
/// Lanes that are drawn; of more, every second, third, ...
const LANES: usize = 14;
/// The part that is seen is at least that wide, in px.
const NARROWEST: f64 = 8.0;

#[derive(Properties, PartialEq)]
pub struct MinimapProps {
    pub timeline: Shared<Timeline>,
    pub rows: Shared<Vec<LaneRow>>,
    pub axis: Axis,
    pub time: Time,
    pub dispatch: Dispatch,
}

#[component]
pub fn Minimap(props: &MinimapProps) -> Html {
    let MinimapProps { timeline, rows, axis, time, dispatch } = props;
    let whole = whole(axis);
    let bars = use_memo((timeline.clone(), rows.clone(), axis.width.to_bits(), axis.end), |(timeline, rows, ..)| {
        bars(timeline, rows, &whole)
    });
    let grip = use_mut_ref(|| None::<f64>);
    let (left, right) = (whole.x(axis.seen.from), whole.x(axis.seen.to));
    let width = (right - left).max(NARROWEST);
    let left = left.min(axis.width - width);
    let onpointerdown =
        use_callback((grip.clone(), dispatch.clone(), *axis), move |event: PointerEvent, (grip, dispatch, axis)| {
            let Some((element, x)) = place(&event, axis) else { return };
            // It cannot be captured if it is gone, and then nothing is dragged.
            let _ = element.set_pointer_capture(event.pointer_id());
            let held = if (left..=left + width).contains(&x) { x - left } else { width / 2.0 };
            *grip.borrow_mut() = Some(held);
            show(dispatch, axis, x - held);
        });
    let onpointermove = use_callback((grip.clone(), dispatch.clone(), *axis), |event: PointerEvent, (grip, dispatch, axis)| {
        let Some(held) = *grip.borrow() else { return };
        if let Some((_, x)) = place(&event, axis) {
            show(dispatch, axis, x - held);
        }
    });
    let onpointerup = use_callback(grip, |_: PointerEvent, grip| *grip.borrow_mut() = None);
    let (frame_width, frame_height, frame) = axis.frame(HEIGHT);
    let head = whole.x(*time);
    html! {
        <svg
            class="minimap"
            width={frame_width}
            height={frame_height}
            viewBox={frame}
            role="group"
            aria-label="The part of the time that is seen"
            {onpointerdown} {onpointermove} onpointercancel={onpointerup.clone()} {onpointerup}
        >
            { (*bars).clone() }
            <path class="minimap-rest" d={format!("M0 0H{left:.1}V{HEIGHT}H0zM{:.1} 0H{:.1}V{HEIGHT}H{:.1}z", left + width, axis.width, left + width)} />
            <path class="playhead" d={format!("M{head:.1} 0V{HEIGHT}")} />
            <rect class="minimap-window" x={format!("{:.1}", left + 0.75)} y="0.75" width={format!("{:.1}", width - 1.5)} height={format!("{}", HEIGHT - 1.5)} rx="3" />
        </svg>
    }
}

fn whole(axis: &Axis) -> Viewport {
    Viewport { from: Time::ZERO, to: axis.end, ..axis.times() }
}

fn bars(timeline: &Timeline, rows: &[LaneRow], whole: &Viewport) -> Html {
    let step = rows.len().div_ceil(LANES).max(1);
    let few: Vec<LaneRow> = rows.iter().step_by(step).copied().collect();
    let pitch = (HEIGHT - 4.0) / few.len().max(1) as f64;
    let thickness = (pitch * 0.7).clamp(1.0, 6.0);
    let viewport = Viewport { top: 0.0, height: HEIGHT, lane_height: thickness, lane_gap: pitch - thickness, ..*whole };
    let layout = layout_rows(timeline, &few, &Viewport { height: few.len() as f64 * pitch, ..viewport });
    let mut paths = [const { String::new() }; State::ALL.len()];
    for row in &layout.rows {
        for bar in &row.bars {
            let path = format!("M{:.1} {:.1}h{:.1}v{thickness:.1}h-{:.1}z", bar.x, row.y + 2.0, bar.width, bar.width);
            paths[bar.state.index()].push_str(&path);
        }
    }
    let path = |(state, path): (State, String)| html! { <path class={classes!("mini", state.slug())} d={path} /> };
    html! { <g>{ for State::ALL.into_iter().zip(paths).map(path) }</g> }
}

/// The map, and where on it the pointer is, in px of the drawing.
fn place(event: &PointerEvent, axis: &Axis) -> Option<(Element, f64)> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let map = element.closest(".minimap").ok().flatten()?;
    let x = (f64::from(event.client_x()) - map.get_bounding_client_rect().left()) / axis.scale;
    Some((map, x))
}

/// Shows as much as now, from a place of the map on.
fn show(dispatch: &Dispatch, axis: &Axis, left: f64) {
    let span = axis.seen.to - axis.seen.from;
    let latest = Time(axis.end.0.saturating_sub(span.0));
    let from = whole(axis).time_at(left.max(0.0)).min(latest);
    dispatch.dispatch(Action::View(ViewAction::Show(Window { from, to: from + span })));
}
