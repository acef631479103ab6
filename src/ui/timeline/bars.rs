//! The bars of one variant. They are drawn again only when the run, the size or what is seen changes, not at every step.

use yew::prelude::*;

use super::marks::mark;
use super::tooltip::{describe, span};
use crate::timeline::Totals;
use crate::timeline::condense::totals;
use crate::timeline::layout::{Bar, Layout, PlacedMark, Row};
use crate::timeline::rows::Content;
use crate::timeline::ruler::duration;
use crate::timeline::track::{MarkKind, State, Timeline, Track, TrackKind};
use crate::trace::Span;
use crate::ui::parts::fill;
use crate::ui::shared::Shared;

/// A bar at least that wide says how long it lasts, in px.
const TEXT_ROOM: f64 = 64.0;
/// A bar narrower than that is drawn in a plain colour, in px.
const SLIVER: f64 = 3.0;
/// From the middle of a bar down to the base line of its text, in px.
const TEXT_DROP: f64 = 4.0;
/// About the width of a character, in px.
const CHARACTER: f64 = 7.0;
/// The bars of calls are lower than those of lanes, by that part at the top and at the bottom.
const CALL_INSET: f64 = 0.12;

#[derive(Properties, PartialEq)]
pub struct BarsProps {
    pub timeline: Shared<Timeline>,
    pub layout: Shared<Layout>,
    /// Of a bar, in px.
    pub height: f64,
    /// Where the layout begins, in px from the first lane.
    pub top: f64,
}

#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let BarsProps { timeline, layout, height, top } = props;
    let row = |(index, row): (usize, &Row)| {
        let track = &timeline.tracks[row.track];
        let place = Place::of(row, *height);
        // One bar is reached by the tab key, the others from there by arrows.
        let is_entry = |position: usize| index == 0 && position == 0;
        html! {
            <g class={classes!("lane", place.is_call.then_some("call"))} key={index}>
                <g>{ for row.bars.iter().enumerate().map(|(position, bar)| shape(timeline, track, row, bar, (index, position, is_entry(position)), &place)) }</g>
                <g>{ for row.bars.iter().filter_map(|bar| text(timeline, track, row, bar, &place)) }</g>
                <g>{ for row.marks.iter().filter(|placed| says_more(track, placed)).map(|placed| mark(placed, place.top, place.top + place.height)) }</g>
            </g>
        }
    };
    html! { <g class="bars" transform={format!("translate(0 {top:.2})")}>{ for layout.rows.iter().enumerate().map(row) }</g> }
}

/// That an activity begins shows by its first bar.
fn says_more(track: &Track, placed: &PlacedMark) -> bool {
    !(matches!(track.kind, TrackKind::Activity { .. }) && placed.mark.kind == MarkKind::Created)
}

/// Where the bars of a row are, in px.
struct Place {
    top: f64,
    height: f64,
    is_call: bool,
}

impl Place {
    fn of(row: &Row, height: f64) -> Place {
        let is_call = !matches!(row.content, Content::Lane { .. });
        let inset = if is_call { (height * CALL_INSET).round() } else { 0.0 };
        Place { top: row.y + inset, height: height - 2.0 * inset, is_call }
    }
}

fn shape(
    timeline: &Timeline,
    track: &Track,
    row: &Row,
    bar: &Bar,
    (index, position, is_entry): (usize, usize, bool),
    place: &Place,
) -> Html {
    let is_depth = matches!(row.content, Content::Depth(_));
    let during = if bar.mixed && !is_depth { totals(track, bar) } else { Totals::default() };
    let state = besides_running(&during).unwrap_or(bar.state);
    let (top, thickness) = match state {
        State::Idle => (place.top + place.height / 2.0 - 1.0, 2.0),
        _ => (place.top + 0.5, place.height - 1.0),
    };
    // Too narrow for an outline or a pattern.
    let sliver = bar.width < SLIVER;
    // An outline lies half inside and half outside of its edge.
    let inset = if sliver { 0.0 } else { 0.5 };
    let running = running_share(&during) * place.height;
    // What is filled by how much of it was running has no pattern over that. Less than a pixel cannot be seen.
    let is_band = !sliver && running >= 1.0;
    let filled = if is_band { running } else { 0.0 };
    html! {
        <g key={format!("{} {}", bar.first, bar.x < 1.0)}>
            <rect class="share" x={px(bar.x)} y={px(place.top + place.height - filled)} width={px(bar.width)} height={px(filled)} aria-hidden="true" />
            <rect
                class={classes!("bar", state.slug(), sliver.then_some("sliver"), is_band.then_some("band"))}
                fill={fill(state).filter(|_| !sliver && !is_band)}
                x={px(bar.x + inset)}
                y={px(top)}
                width={px(bar.width - 2.0 * inset)}
                height={px(thickness)}
                rx={if bar.width > 8.0 { "2" } else { "0" }}
                role="button"
                tabindex={if is_entry { "0" } else { "-1" }}
                aria-label={describe(timeline, track, row.content, bar)}
                data-row={index.to_string()}
                data-bar={position.to_string()}
            />
        </g>
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

fn text(timeline: &Timeline, track: &Track, row: &Row, bar: &Bar, place: &Place) -> Option<Html> {
    let text = match row.content {
        Content::Depth(_) => {
            let call = track.calls.get(bar.first).filter(|_| bar.count == 1)?;
            timeline.call_name(call)
        }
        _ => {
            let (from, to) = span(track, row.content, bar).filter(|_| bar.count == 1 && bar.state != State::Idle)?;
            duration(to - from)
        }
    };
    let room = text.chars().count() as f64 * CHARACTER + 10.0;
    if bar.width < room.max(if place.is_call { 0.0 } else { TEXT_ROOM }) {
        return None;
    }
    let (x, y) = (px(bar.x + bar.width / 2.0), px(place.top + place.height / 2.0 + TEXT_DROP));
    Some(html! {
        <text class={classes!("bar-text", bar.state.slug())} {x} {y} text-anchor="middle" aria-hidden="true">{ text }</text>
    })
}

fn px(value: f64) -> String {
    format!("{:.2}", value.max(0.0))
}
