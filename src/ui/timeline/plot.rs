//! The drawing of one variant: the grid, the bars, the playhead.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, SvgElement};
use yew::prelude::*;

use super::Axis;
use super::bars::Bars;
use super::ruler::{axis_ticks, time_at};
use super::tooltip::{Tip, Tooltip};
use crate::timeline::condense::condense;
use crate::timeline::layout::{Layout, layout};
use crate::trace::Time;
use crate::ui::picture::Ran;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

/// How far the playhead reaches beyond the lanes, so that it goes through from variant to variant, in px.
const REACH: f64 = 24.0;

#[derive(Properties, PartialEq)]
pub struct PlotProps {
    pub ran: Ran,
    /// The variant's.
    pub index: usize,
    pub axis: Axis,
    pub time: Time,
    pub dispatch: Dispatch,
}

#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let PlotProps { ran, index, axis, time, dispatch } = props;
    let lanes = ran.timeline.tracks.len();
    let layout = use_memo((ran.timeline.clone(), *axis), |(timeline, axis)| {
        condense(timeline, layout(timeline, &axis.viewport(timeline.tracks.len())))
    });
    let layout = Shared::from(layout);
    let (width, height, frame) = axis.frame(lanes as f64 * axis.pitch);
    let tip = use_state_eq(|| None::<Tip>);
    let onclick = use_callback((dispatch.clone(), *index, *axis, ran.clone(), layout.clone()), |event: MouseEvent, deps| {
        let (dispatch, variant, axis, ran, layout) = deps;
        if let Some(event) = bar_of(event.target()).and_then(|(row, bar, _)| event_of(ran, layout, row, bar)) {
            dispatch.dispatch(Action::GoToEvent { variant: *variant, event });
        } else if let Some(time) = time_at(&event, axis) {
            dispatch.dispatch(Action::GoToTime { variant: *variant, time });
        }
    });
    let onkeydown = use_callback((dispatch.clone(), *index, ran.clone(), layout.clone()), |event: KeyboardEvent, deps| {
        let (dispatch, variant, ran, layout) = deps;
        let Some((row, bar, element)) = bar_of(event.target()) else { return };
        match event.key().as_str() {
            "ArrowLeft" => focus(neighbour(&element, Element::previous_element_sibling)),
            "ArrowRight" => focus(neighbour(&element, Element::next_element_sibling)),
            "Enter" | " " => {
                if let Some(event) = event_of(ran, layout, row, bar) {
                    dispatch.dispatch(Action::GoToEvent { variant: *variant, event });
                }
            }
            _ => return,
        }
        event.prevent_default();
    });
    let onmouseover = use_callback(tip.setter(), |event: MouseEvent, tip| {
        let at = f64::from(event.client_x());
        tip.set(bar_of(event.target()).map(|(row, bar, element)| Tip::new(row, bar, &element, Some(at))));
    });
    let onfocusin = use_callback(tip.setter(), |event: FocusEvent, tip| {
        tip.set(bar_of(event.target()).map(|(row, bar, element)| Tip::new(row, bar, &element, None)));
    });
    let hide = tip.setter();
    let onmouseleave = use_callback(hide.clone(), |_: MouseEvent, hide| hide.set(None));
    let onfocusout = use_callback(hide, |_: FocusEvent, hide| hide.set(None));
    let tooltip = (*tip).map(|tip| html! { <Tooltip {tip} timeline={ran.timeline.clone()} layout={layout.clone()} /> });
    html! {
        <div class="plot">
            <svg
                {width}
                {height}
                viewBox={frame}
                role="group"
                aria-label="Lanes"
                data-own-keys=""
                {onclick} {onkeydown} {onmouseover} {onmouseleave} {onfocusin} {onfocusout}
            >
                <Grid axis={*axis} {lanes} end={ran.timeline.end} />
                <Bars timeline={ran.timeline.clone()} layout={layout.clone()} height={axis.viewport(1).lane_height} />
                <Playhead axis={*axis} {lanes} time={*time} />
            </svg>
            <div class="tip">{ tooltip.unwrap_or_default() }</div>
        </div>
    }
}

/// The bar that an event happened on: its row and its position there.
fn bar_of(target: Option<EventTarget>) -> Option<(usize, usize, Element)> {
    let element = target?.dyn_into::<Element>().ok()?;
    let number = |name: &str| element.get_attribute(name)?.parse().ok();
    Some((number("data-row")?, number("data-bar")?, element))
}

/// The event that a bar begins with, as an index into the trace.
fn event_of(ran: &Ran, layout: &Layout, row: usize, bar: usize) -> Option<usize> {
    let row = layout.rows.get(row)?;
    let slice = ran.timeline.tracks.get(row.track)?.slices.get(row.bars.get(bar)?.first)?;
    Some(slice.step as usize)
}

/// The next bar of the lane in one direction; between bars there is what only decorates them.
fn neighbour(bar: &Element, step: fn(&Element) -> Option<Element>) -> Option<Element> {
    std::iter::successors(step(bar), step).find(|element| element.has_attribute("data-bar"))
}

fn focus(bar: Option<Element>) {
    if let Some(neighbour) = bar.and_then(|bar| bar.dyn_into::<SvgElement>().ok()) {
        // Fails for elements that cannot have the focus; bars can.
        let _ = neighbour.focus();
    }
}

#[derive(Properties, PartialEq)]
struct GridProps {
    axis: Axis,
    lanes: usize,
    /// Of the run.
    end: Time,
}

#[component]
fn Grid(props: &GridProps) -> Html {
    let GridProps { axis, lanes, end } = props;
    let viewport = axis.viewport(*lanes);
    let vertical: String =
        axis_ticks(axis).iter().map(|tick| format!("M{:.1} {}V{}", viewport.x(tick.at), -REACH, viewport.height + REACH)).collect();
    let horizontal: String =
        (0..*lanes).map(|lane| format!("M0 {:.1}H{}", lane as f64 * axis.pitch + viewport.lane_height / 2.0, axis.width)).collect();
    let end = viewport.x(*end).min(viewport.width - 0.5);
    html! {
        <g class="grid">
            <path class="grid-time" d={vertical} />
            <path class="grid-lane" d={horizontal} />
            <path class="grid-end" d={format!("M{end:.1} -3V{:.1}", viewport.height)} />
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct PlayheadProps {
    axis: Axis,
    lanes: usize,
    time: Time,
}

#[component]
fn Playhead(props: &PlayheadProps) -> Html {
    let viewport = props.axis.viewport(props.lanes);
    html! { <path class="playhead" d={format!("M{:.1} {}V{}", viewport.x(props.time), -REACH, viewport.height + REACH)} /> }
}
