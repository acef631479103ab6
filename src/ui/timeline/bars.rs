//! The bars of one variant. They are drawn again only when the run or the size changes, not at every step.

use yew::prelude::*;

use super::tooltip::describe;
use crate::timeline::Totals;
use crate::timeline::condense::totals;
use crate::timeline::layout::{Bar, Layout, PlacedMark, Row};
use crate::timeline::ruler::duration;
use crate::timeline::track::{MarkKind, State, Timeline, Track};
use crate::trace::Span;
use crate::ui::parts::fill;
use crate::ui::shared::Shared;

/// A bar at least that wide says how long it lasts, in px.
const TEXT_ROOM: f64 = 64.0;
/// A bar narrower than that is drawn in a plain colour, in px.
const SLIVER: f64 = 3.0;
/// From the middle of a bar down to the base line of its text, in px.
const TEXT_DROP: f64 = 4.0;

#[derive(Properties, PartialEq)]
pub struct BarsProps {
    pub timeline: Shared<Timeline>,
    pub layout: Shared<Layout>,
    /// Of a bar, in px.
    pub height: f64,
}

#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let BarsProps { timeline, layout, height } = props;
    let row = |(index, row): (usize, &Row)| {
        let track = &timeline.tracks[row.track];
        html! {
            <g class="lane">
                { for row.bars.iter().enumerate().map(|(position, bar)| shape(timeline, track, row, bar, (index, position), *height)) }
                { for row.bars.iter().filter_map(|bar| text(track, row, bar, *height)) }
                { for row.marks.iter().filter_map(|placed| mark(placed, row.y, *height)) }
            </g>
        }
    };
    html! { <g class="bars">{ for layout.rows.iter().enumerate().map(row) }</g> }
}

fn shape(timeline: &Timeline, track: &Track, row: &Row, bar: &Bar, (index, position): (usize, usize), height: f64) -> Html {
    let during = if bar.mixed { totals(track, bar) } else { Totals::default() };
    let state = besides_running(&during).unwrap_or(bar.state);
    let (top, thickness) = match state {
        State::Idle => (row.y + height / 2.0 - 1.0, 2.0),
        _ => (row.y + 0.5, height - 1.0),
    };
    // Too narrow for an outline or a pattern.
    let sliver = bar.width < SLIVER;
    // An outline lies half inside and half outside of its edge.
    let inset = if sliver { 0.0 } else { 0.5 };
    let filled = if sliver { 0.0 } else { running_share(&during) * height };
    html! {
        <>
            <rect class="share" x={px(bar.x)} y={px(row.y + height - filled)} width={px(bar.width)} height={px(filled)} aria-hidden="true" />
            <rect
                class={classes!("bar", state.slug(), sliver.then_some("sliver"))}
                fill={fill(state).filter(|_| !sliver && !bar.mixed)}
                x={px(bar.x + inset)}
                y={px(top)}
                width={px(bar.width - 2.0 * inset)}
                height={px(thickness)}
                rx={if bar.width > 8.0 { "2" } else { "0" }}
                role="button"
                tabindex={if position == 0 { "0" } else { "-1" }}
                aria-label={describe(timeline, track, bar)}
                data-row={index.to_string()}
                data-bar={position.to_string()}
            />
        </>
    }
}

/// What the outline of a band shows; its filling shows how much of it was running.
fn besides_running(totals: &Totals) -> Option<State> {
    let others = [State::Ready, State::Waiting, State::Blocking, State::Idle];
    others.into_iter().filter(|&state| totals.get(state) > Span::ZERO).max_by_key(|&state| totals.get(state))
}

fn running_share(totals: &Totals) -> f64 {
    totals.get(State::Running).0 as f64 / totals.sum().0.max(1) as f64
}

fn text(track: &Track, row: &Row, bar: &Bar, height: f64) -> Option<Html> {
    let slice = track.slices.get(bar.first).filter(|_| bar.count == 1 && bar.width >= TEXT_ROOM && bar.state != State::Idle)?;
    let (x, y) = (px(bar.x + bar.width / 2.0), px(row.y + height / 2.0 + TEXT_DROP));
    Some(html! {
        <text class={classes!("bar-text", bar.state.slug())} {x} {y} text-anchor="middle" aria-hidden="true">{ duration(slice.duration()) }</text>
    })
}

/// Marks for what the bars do not say: beginnings and ends show by themselves.
fn mark(placed: &PlacedMark, top: f64, height: f64) -> Option<Html> {
    let (x, y) = (placed.x, top + height / 2.0);
    let (class, path) = match placed.mark.kind {
        MarkKind::Created | MarkKind::Done => return None,
        MarkKind::Printed(_) => ("printed", format!("M{x:.1} {:.1}l3 3-3 3-3-3z", y - 3.0)),
        MarkKind::CancelRequested => ("cancel-requested", format!("M{:.1} {:.1}l6 6m-6 0l6-6", x - 3.0, y - 3.0)),
        MarkKind::Cancelled => ("cancelled", format!("M{:.1} {:.1}l8 8m-8 0l8-8", x - 4.0, y - 4.0)),
        MarkKind::Failed => ("failed", format!("M{:.1} {:.1}l10 10m-10 0l10-10", x - 5.0, y - 5.0)),
    };
    Some(html! { <path class={classes!("mark", class)} d={path} /> })
}

fn px(value: f64) -> String {
    format!("{:.2}", value.max(0.0))
}
