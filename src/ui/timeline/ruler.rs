//! The time axis. A click on it goes to that time.

use web_sys::Element;
use yew::prelude::*;

use super::Axis;
use crate::session::words;
use crate::timeline::ruler::{Tick, ticks};
use crate::trace::Time;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

/// Between two labels at the least, in px.
const LABEL_ROOM: f64 = 84.0;
/// About the width of the playhead's label, in px.
const FLAG_WIDTH: f64 = 64.0;
const HEIGHT: f64 = 26.0;

/// The ticks of an axis.
pub fn axis_ticks(axis: &Axis) -> Vec<Tick> {
    ticks(Time::ZERO, axis.end, (axis.width / LABEL_ROOM).max(2.0) as usize)
}

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
    let viewport = axis.viewport(1);
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
    let x = viewport.x(*time);
    let flag = (x - FLAG_WIDTH / 2.0).clamp(0.0, (axis.width - FLAG_WIDTH).max(0.0));
    html! {
        <svg class="ruler" width={frame_width} height={frame_height} viewBox={frame} {onclick} aria-hidden="true">
            { for axis_ticks(axis).into_iter().map(tick) }
            <g class="flag">
                <rect x={format!("{flag:.1}")} y="1" width={FLAG_WIDTH.to_string()} height="18" rx="3" />
                <path d={format!("M{:.1} 19h8l-4 6z", x - 4.0)} />
                <text x={format!("{:.1}", flag + FLAG_WIDTH / 2.0)} y="14" text-anchor="middle">{ words::instant(*time) }</text>
            </g>
        </svg>
    }
}

/// The time at which the drawing was clicked.
pub fn time_at(event: &MouseEvent, axis: &Axis) -> Option<Time> {
    let drawing = event.current_target().and_then(|target| wasm_bindgen::JsCast::dyn_into::<Element>(target).ok())?;
    let x = (f64::from(event.client_x()) - drawing.get_bounding_client_rect().left()) / axis.scale;
    Some(axis.viewport(1).time_at(x.clamp(0.0, axis.width)))
}
