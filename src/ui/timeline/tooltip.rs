//! What a bar says.

use web_sys::Element;
use yew::prelude::*;

use crate::timeline::arrows;
use crate::timeline::condense::totals;
use crate::timeline::layout::{Bar, Layout};
use crate::timeline::rows::Content;
use crate::timeline::ruler::duration;
use crate::timeline::track::FlowKind;
use crate::timeline::{State, Timeline, Totals, Track};
use crate::trace::Time;
use crate::ui::parts::{Floating, Swatch};
use crate::ui::shared::Shared;

/// The bar that is pointed at.
#[derive(Clone, Copy, PartialEq)]
pub struct Tip {
    row: usize,
    bar: usize,
    /// Where, in px of the window.
    x: f64,
    top: f64,
    bottom: f64,
}

impl Tip {
    /// `x` is where the pointer is; without one, the middle of the bar is meant.
    pub fn new(row: usize, bar: usize, element: &Element, x: Option<f64>) -> Tip {
        let place = element.get_bounding_client_rect();
        let x = x.unwrap_or(place.left() + place.width() / 2.0);
        Tip { row, bar, x, top: place.top(), bottom: place.bottom() }
    }
}

/// A bar in words.
struct Words {
    lane: String,
    state: String,
    from: Time,
    to: Time,
}

/// From when to when a bar is: all of it, also what is out of sight.
pub fn span(track: &Track, content: Content, bar: &Bar) -> Option<(Time, Time)> {
    let last = bar.first + bar.count.max(1) - 1;
    if let Content::Depth(_) = content {
        let (first, last) = (track.calls.get(bar.first)?, track.calls.get(last)?);
        return Some((first.from, last.to));
    }
    let (from, to) = (track.slices.get(bar.first)?.from, track.slices.get(last)?.to);
    match content {
        Content::Call(call) => track.calls.get(call).map(|call| (from.max(call.from), to.min(call.to))),
        _ => Some((from, to)),
    }
}

impl Words {
    fn of(timeline: &Timeline, track: &Track, content: Content, bar: &Bar) -> Option<Words> {
        let (from, to) = span(track, content, bar)?;
        let function = |call: usize| track.calls.get(call).map(|call| timeline.call_label(track, call));
        let (lane, state) = match content {
            Content::Depth(_) if bar.count > 1 => (format!("{} calls in {}", bar.count, track.label), String::new()),
            Content::Depth(_) => (function(bar.first)?, format!("mostly {}", bar.state.name())),
            Content::Call(call) => (function(call)?, slices(timeline, track, bar)?),
            Content::Lane { .. } => (track.label.clone(), slices(timeline, track, bar)?),
        };
        Some(Words { lane, state, from, to })
    }

    fn span(&self) -> String {
        format!("{} to {}", exact(self.from), exact(self.to))
    }
}

/// What a bar of slices says: the state and its reason, or the shares of the states.
fn slices(timeline: &Timeline, track: &Track, bar: &Bar) -> Option<String> {
    let first = track.slices.get(bar.first)?;
    Some(match first.reason {
        _ if bar.count > 1 => shares(&totals(track, bar)),
        Some(reason) => format!("{}: {}", bar.state.name(), reason.text(&timeline.names)),
        None => bar.state.name().to_string(),
    })
}

/// "running 33 %, ready (queued) 67 %".
fn shares(totals: &Totals) -> String {
    let percent = |state: State| totals.get(state).0 as f64 * 100.0 / totals.sum().0.max(1) as f64;
    let part = |state: State| (percent(state) >= 0.5).then(|| format!("{} {:.0} %", state.name(), percent(state)));
    State::ALL.into_iter().filter_map(part).collect::<Vec<_>>().join(", ")
}

/// Who ended a wait or began what is there: "woken by fetch #2", "called on line 7".
fn origin(timeline: &Timeline, index: usize, content: Content, bar: &Bar) -> Option<String> {
    let call = match content {
        Content::Call(call) => Some(call),
        Content::Depth(_) if bar.count == 1 => Some(bar.first),
        Content::Lane { .. } if bar.count == 1 => None,
        Content::Depth(_) | Content::Lane { .. } => return None,
    };
    if let Some(call) = call {
        let call = timeline.tracks.get(index)?.calls.get(call)?;
        let raised = if call.raised { ", raised an exception" } else { "" };
        return (call.line > 0).then(|| format!("called on line {}{raised}", call.line));
    }
    let flows = arrows::of_slice(timeline, index, bar.first);
    let flow = flows.iter().find(|flow| flow.to as usize == index)?;
    let who = &timeline.tracks.get(flow.from as usize)?.label;
    Some(match flow.kind {
        FlowKind::Created => format!("created by {who}"),
        FlowKind::Woke => format!("woken by {who}"),
    })
}

/// A bar as a sentence for screen readers.
pub fn describe(timeline: &Timeline, track: &Track, content: Content, bar: &Bar) -> String {
    match Words::of(timeline, track, content, bar) {
        Some(words) => {
            let parts = [words.state.clone(), words.span(), duration(words.to - words.from)];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            format!("{}: {}", words.lane, parts.join(", "))
        }
        None => track.label.clone(),
    }
}

/// In seconds to the µs, without needless zeros but at least two decimals.
fn exact(time: Time) -> String {
    let text = format!("{:.6}", time.as_secs());
    let digits = text.trim_end_matches('0').len().max(text.len() - 4);
    format!("{} s", &text[..digits])
}

#[derive(Properties, PartialEq)]
pub struct TooltipProps {
    pub tip: Tip,
    pub timeline: Shared<Timeline>,
    pub layout: Shared<Layout>,
}

#[component]
pub fn Tooltip(props: &TooltipProps) -> Html {
    let TooltipProps { tip, timeline, layout } = props;
    let found = layout.rows.get(tip.row).and_then(|row| Some((row, timeline.tracks.get(row.track)?, row.bars.get(tip.bar)?)));
    let Some((row, track, bar)) = found else { return html! { <div></div> } };
    let Some(words) = Words::of(timeline, track, row.content, bar) else { return html! { <div></div> } };
    let detail = (!track.detail.is_empty()).then(|| html! { <span class="tip-detail">{ &track.detail }</span> });
    let origin = origin(timeline, row.track, row.content, bar).map(|origin| html! { <span class="tip-span">{ origin }</span> });
    html! {
        <Floating x={tip.x} top={tip.top} bottom={tip.bottom}>
            <span class="tip-lane"><strong>{ &words.lane }</strong>{ detail.unwrap_or_default() }</span>
            <span class="tip-state"><Swatch state={bar.state} />{ &words.state }</span>
            { origin.unwrap_or_default() }
            <span class="tip-span">{ words.span() }</span>
            <strong class="tip-duration">{ duration(words.to - words.from) }</strong>
        </Floating>
    }
}
