//! What a bar says.

use web_sys::Element;
use yew::prelude::*;

use crate::timeline::condense::totals;
use crate::timeline::layout::{Bar, Layout};
use crate::timeline::ruler::duration;
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
    state: String,
    from: Time,
    to: Time,
}

impl Words {
    fn of(timeline: &Timeline, track: &Track, bar: &Bar) -> Option<Words> {
        let first = track.slices.get(bar.first)?;
        let last = track.slices.get(bar.first + bar.count.max(1) - 1).unwrap_or(first);
        let state = if bar.count > 1 {
            shares(&totals(track, bar))
        } else {
            match first.reason {
                Some(reason) => format!("{}: {}", bar.state.name(), reason.text(&timeline.names)),
                None => bar.state.name().to_string(),
            }
        };
        Some(Words { state, from: first.from, to: last.to })
    }

    fn span(&self) -> String {
        format!("{} to {}", exact(self.from), exact(self.to))
    }
}

/// "running 33 %, ready (queued) 67 %".
fn shares(totals: &Totals) -> String {
    let percent = |state: State| totals.get(state).0 as f64 * 100.0 / totals.sum().0.max(1) as f64;
    let part = |state: State| (percent(state) >= 0.5).then(|| format!("{} {:.0} %", state.name(), percent(state)));
    State::ALL.into_iter().filter_map(part).collect::<Vec<_>>().join(", ")
}

/// A bar as a sentence for screen readers.
pub fn describe(timeline: &Timeline, track: &Track, bar: &Bar) -> String {
    match Words::of(timeline, track, bar) {
        Some(words) => format!("{}: {}, {}, {}", track.label, words.state, words.span(), duration(words.to - words.from)),
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
    let found = layout.rows.get(tip.row).and_then(|row| Some((timeline.tracks.get(row.track)?, row.bars.get(tip.bar)?)));
    let Some((track, bar)) = found else { return html! { <div></div> } };
    let Some(words) = Words::of(timeline, track, bar) else { return html! { <div></div> } };
    html! {
        <Floating x={tip.x} top={tip.top} bottom={tip.bottom}>
            <strong class="tip-lane">{ &track.label }</strong>
            <span class="tip-state"><Swatch state={bar.state} />{ &words.state }</span>
            <span class="tip-span">{ words.span() }</span>
            <strong class="tip-duration">{ duration(words.to - words.from) }</strong>
        </Floating>
    }
}
