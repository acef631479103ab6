//! The drawing of one variant: the grid, the bars, the selection, the playhead.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, SvgElement};
use yew::prelude::*;

use super::axis::{Axis, Sight};
use super::bars::Bars;
use super::ruler::time_at;
use super::selection::{SelectedLanes, Selection};
use super::tooltip::{Tip, Tooltip, span};
use crate::timeline::condense::condense;
use crate::timeline::layout::{Bar, Layout, layout_rows};
use crate::timeline::rows::{Content, LaneRow};
use crate::timeline::track::Timeline;
use crate::trace::Time;
use crate::ui::shared::Shared;
use crate::ui::state::stepping::{self, SteppingAction};
use crate::ui::state::view::Selected;
use crate::ui::state::{Action, ViewAction};
use crate::ui::store::Dispatch;

/// How far the playhead and the grid reach beyond the lanes, so that they go through from variant to variant, in px.
const REACH: f64 = 8.0;

#[derive(Properties, PartialEq)]
pub struct PlotProps {
    pub timeline: Shared<Timeline>,
    pub rows: Shared<Vec<LaneRow>>,
    /// The variant's.
    pub index: usize,
    pub axis: Axis,
    pub sight: Sight,
    pub time: Time,
    pub selected: Option<Selected>,
    pub selection: Option<stepping::Selection>,
    pub dispatch: Dispatch,
}

/// What the handlers of events need.
#[derive(Clone, PartialEq)]
struct Scene {
    timeline: Shared<Timeline>,
    layout: Shared<Layout>,
    variant: usize,
    axis: Axis,
    dispatch: Dispatch,
}

#[component]
pub fn Plot(props: &PlotProps) -> Html {
    let PlotProps { timeline, rows, index, axis, sight, time, selected, selection, dispatch } = props;
    let layout = use_memo((timeline.clone(), rows.clone(), *axis, *sight), |(timeline, rows, axis, sight)| {
        condense(timeline, layout_rows(timeline, rows, &axis.viewport(*sight)))
    });
    let scene = Scene {
        timeline: timeline.clone(),
        layout: Shared::from(layout),
        variant: *index,
        axis: *axis,
        dispatch: dispatch.clone(),
    };
    let (width, height, frame) = axis.frame(rows.len() as f64 * axis.pitch);
    let tip = use_state_eq(|| None::<Tip>);
    let onclick = use_callback(scene.clone(), |event: MouseEvent, scene| scene.click(&event));
    let onkeydown = use_callback(scene.clone(), |event: KeyboardEvent, scene| scene.key(&event));
    let onmouseover = use_callback(tip.setter(), |event: MouseEvent, tip| {
        let at = f64::from(event.client_x());
        tip.set(bar_of(event.target()).map(|(row, bar, element)| Tip::new(row, bar, &element, Some(at))));
    });
    let onfocusin = use_callback(tip.setter(), |event: FocusEvent, tip| {
        let bar = bar_of(event.target()).filter(|(_, _, element)| shows_focus(element));
        tip.set(bar.map(|(row, bar, element)| Tip::new(row, bar, &element, None)));
    });
    let hide = tip.setter();
    let onmouseleave = use_callback(hide.clone(), |_: MouseEvent, hide| hide.set(None));
    let onfocusout = use_callback(hide, |_: FocusEvent, hide| hide.set(None));
    let tooltip = (*tip).map(|tip| html! { <Tooltip {tip} timeline={timeline.clone()} layout={scene.layout.clone()} /> });
    html! {
        <div class="plot">
            <svg
                {width}
                {height}
                viewBox={frame}
                role="group"
                aria-label="Bars"
                {onclick} {onkeydown} {onmouseover} {onmouseleave} {onfocusin} {onfocusout}
            >
                <SelectedLanes timeline={timeline.clone()} rows={rows.clone()} axis={*axis} selection={*selection} />
                <Grid axis={*axis} rows={rows.len()} sight={*sight} end={timeline.end} />
                <Bars timeline={timeline.clone()} layout={scene.layout.clone()} height={axis.bar_height()} top={sight.top} />
                <Selection timeline={timeline.clone()} rows={rows.clone()} axis={*axis} selected={*selected} />
                <Playhead axis={*axis} rows={rows.len()} time={*time} />
            </svg>
            <div class="tip">{ tooltip.unwrap_or_default() }</div>
        </div>
    }
}

impl Scene {
    fn click(&self, event: &MouseEvent) {
        match bar_of(event.target()) {
            Some((row, bar, _)) => self.select(row, bar),
            None => {
                self.unselect();
                if let Some(time) = time_at(event, &self.axis) {
                    self.dispatch.dispatch(Action::GoToTime { variant: self.variant, time });
                }
            }
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        let Some((row, bar, element)) = bar_of(event.target()).filter(|_| !modified) else { return };
        let by_key = shows_focus(&element);
        match event.key().as_str() {
            "ArrowLeft" if by_key => focus(&element, (row, bar.wrapping_sub(1))),
            "ArrowRight" if by_key => focus(&element, (row, bar + 1)),
            "ArrowUp" if by_key => self.focus_row(&element, (row, bar), &mut (0..row).rev()),
            "ArrowDown" if by_key => self.focus_row(&element, (row, bar), &mut (row + 1..self.layout.rows.len())),
            "Enter" => self.select(row, bar),
            " " if by_key => self.select(row, bar),
            "Escape" => self.unselect(),
            _ => return,
        }
        event.prevent_default();
    }

    /// The focus goes to the bar of another lane that is nearest in time.
    fn focus_row(&self, element: &Element, (row, bar): (usize, usize), others: &mut dyn Iterator<Item = usize>) {
        let Some(here) = self.layout.rows.get(row).and_then(|row| row.bars.get(bar)) else { return };
        let middle = |bar: &Bar| bar.x + bar.width / 2.0;
        let away = |bar: &Bar| (bar.x - middle(here)).max(middle(here) - bar.x - bar.width).max(0.0);
        for other in others {
            let bars = self.layout.rows[other].bars.iter().enumerate();
            if let Some((bar, _)) = bars.min_by(|(_, one), (_, other)| away(one).total_cmp(&away(other))) {
                return focus(element, (other, bar));
            }
        }
    }

    /// Selects a bar, and with it the task or thread, and goes to its step.
    fn select(&self, row: usize, bar: usize) {
        let Some((selected, event)) = self.found(row, bar) else { return };
        self.dispatch.dispatch(Action::GoToEvent { variant: self.variant, event });
        self.dispatch.dispatch(Action::View(ViewAction::Select(Some(selected))));
        let actor = self.layout.rows.get(row).and_then(|row| self.timeline.tracks.get(row.track)?.actor);
        self.dispatch.dispatch(Action::Stepping(match actor {
            Some(actor) => SteppingAction::Select(actor.into()),
            None => SteppingAction::Unselect,
        }));
    }

    fn unselect(&self) {
        self.dispatch.dispatch(Action::View(ViewAction::Select(None)));
        self.dispatch.dispatch(Action::Stepping(SteppingAction::Unselect));
    }

    /// A bar, and the event that its step is at.
    fn found(&self, row: usize, bar: usize) -> Option<(Selected, usize)> {
        let row = self.layout.rows.get(row)?;
        let (track, bar) = (self.timeline.tracks.get(row.track)?, row.bars.get(bar)?);
        let (from, to) = span(track, row.content, bar)?;
        let slice = || track.slices.get(bar.first).map(|slice| slice.step as usize);
        let call = |call: usize| track.calls.get(call).map(|call| call.step as usize);
        let (event, step) = match row.content {
            Content::Lane { .. } => (slice()?, slice()?),
            Content::Call(index) => (slice()?, call(index)?.max(slice()?)),
            Content::Depth(_) => (call(bar.first)?, call(bar.first)?),
        };
        Some((Selected { variant: self.variant, lane: track.kind, event, from, to }, step))
    }
}

/// The bar that an event happened on: its row and its position there.
fn bar_of(target: Option<EventTarget>) -> Option<(usize, usize, Element)> {
    let element = target?.dyn_into::<Element>().ok()?;
    let number = |name: &str| element.get_attribute(name)?.parse().ok();
    Some((number("data-row")?, number("data-bar")?, element))
}

/// Was the focus put there by a key? After a click, keys belong to the transport still.
fn shows_focus(element: &Element) -> bool {
    element.matches(":focus-visible").unwrap_or(false)
}

/// Puts the focus on a bar of the same drawing, if there is one.
fn focus(from: &Element, (row, bar): (usize, usize)) {
    let drawing = from.closest("svg").ok().flatten();
    let found = drawing.and_then(|drawing| drawing.query_selector(&format!("[data-row='{row}'][data-bar='{bar}']")).ok().flatten());
    if let Some(bar) = found.and_then(|bar| bar.dyn_into::<SvgElement>().ok()) {
        // Fails for an element that cannot have the focus.
        let _ = bar.focus();
    }
}

#[derive(Properties, PartialEq)]
struct GridProps {
    axis: Axis,
    rows: usize,
    sight: Sight,
    /// When the run ended.
    end: Time,
}

#[component]
fn Grid(props: &GridProps) -> Html {
    let GridProps { axis, rows, sight, end } = props;
    let viewport = axis.times();
    let height = *rows as f64 * axis.pitch;
    let vertical: String =
        axis.ticks().iter().map(|tick| format!("M{:.1} {}V{}", viewport.x(tick.at), -REACH, height + REACH)).collect();
    let first = (sight.top / axis.pitch) as usize;
    let last = (((sight.top + sight.height) / axis.pitch) as usize).min(*rows);
    let line = |lane: usize| format!("M0 {:.1}H{}", lane as f64 * axis.pitch + axis.bar_height() / 2.0, axis.width);
    let horizontal: String = (first..last).map(line).collect();
    let end = axis.x(*end).map(|x| format!("M{:.1} -3V{height:.1}", x.min(axis.width - 0.5)));
    html! {
        <g class="grid">
            <path class="grid-time" d={vertical} />
            <path class="grid-lane" d={horizontal} />
            <path class="grid-end" d={end.unwrap_or_default()} />
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct PlayheadProps {
    axis: Axis,
    rows: usize,
    time: Time,
}

#[component]
fn Playhead(props: &PlayheadProps) -> Html {
    let height = props.rows as f64 * props.axis.pitch;
    let x = props.axis.x(props.time);
    let line = x.map(|x| format!("M{x:.1} {}V{}", -REACH, height + REACH));
    html! {
        <path class="playhead" d={line.unwrap_or_default()} />
    }
}
