//! The time axis. A click on it goes to that time.

use web_sys::Element;
use yew::prelude::*;

use super::axis::Axis;
use crate::session::words;
use crate::timeline::ruler::Tick;
use crate::trace::Time;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

/// About the width of the playhead's label, in px.
const FLAG_WIDTH: f64 = 64.0;
const HEIGHT: f64 = 26.0;

#[derive(Properties, PartialEq)]
pub struct RulerProps {
    pub axis: Axis,
    pub time: Time,
    /// The selected one.
    pub variant: usize,
    pub dispatch: Dispatch,
}

#[component]
pub fn Ruler(props: &RulerProps) -> Html {
    let RulerProps { axis, time, variant, dispatch } = props;
    let onclick = use_callback((dispatch.clone(), *axis, *variant), |event: MouseEvent, (dispatch, axis, variant)| {
        if let Some(time) = time_at(&event, axis) {
            dispatch.dispatch(Action::GoToTime { variant: *variant, time });
        }
    });
    // The playhead is dragged along the ruler.
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if let Some(ruler) = event.current_target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<Element>(target).ok()) {
            // It cannot be captured if it is gone, and then nothing is dragged.
            let _ = ruler.closest(".ruler").ok().flatten().map(|ruler| ruler.set_pointer_capture(event.pointer_id()));
        }
    });
    let onpointermove = use_callback((dispatch.clone(), *axis, *variant), |event: PointerEvent, (dispatch, axis, variant)| {
        if let Some(time) = time_at(&event, axis).filter(|_| event.buttons() & 1 == 1) {
            dispatch.dispatch(Action::GoToTime { variant: *variant, time });
        }
    });
    let viewport = axis.times();
    let (frame_width, frame_height, frame) = axis.frame(HEIGHT);
    let tick = |tick: Tick| {
        let x = viewport.x(tick.at);
        // The last label would stand out of the drawing.
        let anchor = if x + 20.0 > axis.width {
            "end"
        } else if x < 20.0 {
            "start"
        } else {
            "middle"
        };
        html! {
            <g class="tick">
                <path d={format!("M{x:.1} 20v6")} />
                <text x={format!("{x:.1}")} y="15" text-anchor={anchor}>{ tick.label }</text>
            </g>
        }
    };
    let flag = axis.x(*time).map(|x| {
        let left = (x - FLAG_WIDTH / 2.0).clamp(0.0, (axis.width - FLAG_WIDTH).max(0.0));
        html! {
            <g class="flag">
                <rect x={format!("{left:.1}")} y="1" width={FLAG_WIDTH.to_string()} height="18" rx="3" />
                <path d={format!("M{:.1} 19h8l-4 6z", x - 4.0)} />
                <text x={format!("{:.1}", left + FLAG_WIDTH / 2.0)} y="14" text-anchor="middle">{ words::instant(*time) }</text>
            </g>
        }
    });
    html! {
        <svg class="ruler" width={frame_width} height={frame_height} viewBox={frame} {onclick} {onpointerdown} {onpointermove} aria-hidden="true">
            { for axis.ticks().into_iter().map(tick) }
            { flag.unwrap_or_default() }
        </svg>
    }
}

/// The time at which the drawing was clicked.
pub fn time_at(event: &MouseEvent, axis: &Axis) -> Option<Time> {
    let drawing = event.current_target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<Element>(target).ok())?;
    let x = (f64::from(event.client_x()) - drawing.get_bounding_client_rect().left()) / axis.scale;
    Some(axis.times().time_at(x.clamp(0.0, axis.width)))
}
