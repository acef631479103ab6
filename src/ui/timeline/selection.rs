//! The selected bar, and arrows from who woke it and to whom it woke.

use yew::prelude::*;

use super::axis::Axis;
use super::selects;
use crate::timeline::arrows;
use crate::timeline::rows::{Content, LaneRow};
use crate::timeline::track::{Flow, FlowKind, Timeline};
use crate::ui::shared::Shared;
use crate::ui::state::stepping;
use crate::ui::state::view::Selected;

/// How far an arrow bends to the side, in px.
const BEND: f64 = 22.0;

#[derive(Properties, PartialEq)]
pub struct SelectedLanesProps {
    pub timeline: Shared<Timeline>,
    pub rows: Shared<Vec<LaneRow>>,
    pub axis: Axis,
    pub selection: Option<stepping::Selection>,
}

/// The ground of the lanes of the selected task or thread.
#[component]
pub fn SelectedLanes(props: &SelectedLanesProps) -> Html {
    let SelectedLanesProps { timeline, rows, axis, selection } = props;
    let is_selected = |row: &LaneRow| {
        matches!(row.content, Content::Lane { .. })
            && selects(timeline.tracks.get(row.track).and_then(|track| track.actor), *selection)
    };
    let ground = |(index, _): (usize, &LaneRow)| {
        let (y, height) = (format!("{:.2}", index as f64 * axis.pitch - 2.0), format!("{:.2}", axis.bar_height() + 4.0));
        html! { <rect class="selected-lane" x="-4" {y} width={format!("{:.2}", axis.width + 4.0)} {height} /> }
    };
    let selected = rows.iter().enumerate().filter(|(_, row)| selection.is_some() && is_selected(row));
    html! { <g aria-hidden="true">{ for selected.map(ground) }</g> }
}

#[derive(Properties, PartialEq)]
pub struct SelectionProps {
    pub timeline: Shared<Timeline>,
    pub rows: Shared<Vec<LaneRow>>,
    pub axis: Axis,
    pub selected: Option<Selected>,
}

#[component]
pub fn Selection(props: &SelectionProps) -> Html {
    let SelectionProps { timeline, rows, axis, selected } = props;
    let content = selected.and_then(|selected| draw(timeline, rows, axis, &selected));
    html! { <g class="selection" aria-hidden="true">{ content.unwrap_or_default() }</g> }
}

fn draw(timeline: &Timeline, rows: &[LaneRow], axis: &Axis, selected: &Selected) -> Option<Html> {
    let track = timeline.tracks.iter().position(|track| track.kind == selected.lane)?;
    let slice = timeline.tracks[track].slices.iter().position(|slice| slice.step as usize == selected.event);
    let row = row_of(rows, track)?;
    let outline = (selected.from < axis.seen.to && selected.to > axis.seen.from).then(|| {
        let viewport = axis.times();
        let (from, to) = (viewport.x(selected.from.max(axis.seen.from)), viewport.x(selected.to.min(axis.seen.to)));
        let (x, width) = (format!("{:.2}", from - 2.0), format!("{:.2}", (to - from).max(1.0) + 4.0));
        let (y, height) = (format!("{:.2}", row as f64 * axis.pitch - 2.0), format!("{:.2}", axis.bar_height() + 4.0));
        html! { <rect class="selected-bar" {x} {y} {width} {height} rx="4" /> }
    });
    let flows = slice.map(|slice| arrows::of_slice(timeline, track, slice)).unwrap_or_default();
    let arrow = |flow: &Flow| arrow(axis, flow, row_of(rows, flow.from as usize)?, row_of(rows, flow.to as usize)?);
    Some(html! { <>{ outline.unwrap_or_default() }{ for flows.iter().filter_map(arrow) }</> })
}

fn row_of(rows: &[LaneRow], track: usize) -> Option<usize> {
    rows.iter().position(|row| row.track == track && matches!(row.content, Content::Lane { .. }))
}

/// From lane to lane at one time: bent, so that it does not hide the bars' edges, and so that the ways of two arrows differ.
fn arrow(axis: &Axis, flow: &Flow, from: usize, to: usize) -> Option<Html> {
    let x = axis.x(flow.at)?;
    let middle = |row: usize| row as f64 * axis.pitch + axis.bar_height() / 2.0;
    let (start, end) = (middle(from), middle(to));
    let half = axis.bar_height() / 2.0;
    let (tip, back) = if start < end { (end - half, -7.0) } else { (end + half, 7.0) };
    let side = if x > axis.width / 2.0 { -BEND } else { BEND };
    let bend = x + side;
    let line = format!("M{x:.1} {start:.1}C{bend:.1} {start:.1} {bend:.1} {:.1} {x:.1} {tip:.1}", tip + back * 2.0);
    let head = format!("M{x:.1} {tip:.1}l-4.5 {back}h9z");
    let class = match flow.kind {
        FlowKind::Created => "created",
        FlowKind::Woke => "woke",
    };
    let start = format!("{start:.1}");
    Some(html! {
        <g class={classes!("arrow", class)}>
            <path class="arrow-halo" d={line.clone()} />
            <path class="arrow-line" d={line} />
            <path class="arrow-head" d={head} />
            <circle class="arrow-head" cx={format!("{x:.1}")} cy={start} r="3" />
        </g>
    })
}
