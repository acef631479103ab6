//! The variants under each other on one time axis. Geometry comes from `crate::timeline::layout`; here it is only placed.

mod bars;
mod legend;
mod plot;
mod progress;
mod ruler;
mod tooltip;
mod variant;

use web_sys::Element;
use yew::prelude::*;

use crate::timeline::layout::Viewport;
use crate::trace::Time;
use crate::ui::hooks::{use_width, use_window_height};
use crate::ui::picture::{Picture, Variant};
use crate::ui::platform::dom;
use crate::ui::shared::Shared;
use crate::ui::state::Progress;
use crate::ui::store::Dispatch;
use legend::Legend;
use progress::ProgressLine;
use ruler::Ruler;
use variant::VariantRow;

/// Of a lane with the gap below it, in px: as high as there is room for, within these bounds.
const PITCH: (f64, f64) = (22.0, 44.0);
/// The part of the window's height that the lanes should take.
const LANES_SHARE: f64 = 0.36;
/// The part of the pitch that is a bar.
const BAR_SHARE: f64 = 0.78;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub picture: Option<Shared<Picture>>,
    /// The selected one.
    pub variant: usize,
    /// Where the playhead stands.
    pub time: Time,
    pub progress: Option<Progress>,
    /// The picture is that of an earlier version of the scenario.
    pub outdated: bool,
    pub onstop: Callback<()>,
    pub dispatch: Dispatch,
}

/// What all drawings on the axis have in common. Lengths are in px at the usual text size; a drawing is scaled with the text.
#[derive(Clone, Copy, PartialEq)]
struct Axis {
    end: Time,
    width: f64,
    /// From lane to lane.
    pitch: f64,
    /// How much larger than usual the text is.
    scale: f64,
}

impl Axis {
    /// The attributes of a drawing of that height: its width and height in px, and what it shows.
    fn frame(&self, height: f64) -> (String, String, String) {
        let px = |length: f64| format!("{:.2}", length * self.scale);
        (px(self.width), px(height), format!("0 0 {:.2} {height:.2}", self.width))
    }

    /// A viewport on all of the time and that many lanes.
    fn viewport(&self, lanes: usize) -> Viewport {
        Viewport {
            from: Time::ZERO,
            to: self.end,
            width: self.width.max(1.0),
            height: lanes as f64 * self.pitch,
            top: 0.0,
            lane_height: (self.pitch * BAR_SHARE).round(),
            lane_gap: self.pitch - (self.pitch * BAR_SHARE).round(),
        }
    }
}

#[component]
pub fn TimelineView(props: &TimelineProps) -> Html {
    let TimelineProps { picture, variant, time, dispatch, .. } = props;
    let (ruler, body) = (use_node_ref(), use_node_ref());
    let width = use_width(ruler.clone());
    let (window_height, scale) = (use_window_height(), dom::text_scale());
    let (end, lanes) = picture.as_ref().map_or((Time::ZERO, 0), |picture| (picture.end, picture.lanes));
    let pitch = (window_height / scale * LANES_SHARE / lanes.max(1) as f64).floor().clamp(PITCH.0, PITCH.1);
    let axis = Axis { end, width: f64::from(width) / scale, pitch, scale };
    use_effect_with((body.clone(), axis), |(body, axis)| {
        if let Some(body) = body.cast::<Element>() {
            dom::set_style(&body, "--pitch", &format!("{}px", axis.pitch * axis.scale));
        }
    });
    let row = |(index, of): (usize, &Variant)| {
        html! {
            <VariantRow key={index} variant={of.clone()} {index} selected={index == *variant} {axis} time={*time} dispatch={dispatch.clone()} />
        }
    };
    let rows = picture.iter().flat_map(|picture| picture.variants.iter().enumerate()).map(row);
    html! {
        <div class={classes!("timeline", props.outdated.then_some("outdated"))}>
            <div class="timeline-head">
                <h2 class="panel-title">{ "Timeline" }</h2>
                <ProgressLine progress={props.progress} onstop={props.onstop.clone()} />
                <Legend />
            </div>
            <div class="timeline-body" ref={body}>
                <div class="ruler-row">
                    <div class="ruler-space"></div>
                    <div class="ruler-box" ref={ruler}><Ruler {axis} time={*time} variant={*variant} dispatch={dispatch.clone()} /></div>
                </div>
                <div class="variants">{ for rows }</div>
                <p class="empty">{ if picture.is_none() { "Running…" } else { "" } }</p>
            </div>
        </div>
    }
}
