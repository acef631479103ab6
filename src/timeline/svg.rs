//! A timeline as an SVG document that needs nothing else: no style sheet, no script, no font of its own.
//!
//! A state shows by shape and pattern as well as by colour: running is a solid bar, ready a hollow one with a dashed outline, waiting a
//! thin one, blocking a bar with diagonal stripes, idle a dotted line. A bar that stands for several states is drawn as the one that
//! took most of the time, with a line below it.

use std::fmt::Write;

use crate::trace::Time;

use super::layout::{Bar, PlacedMark, Row, Viewport, layout_rows};
use super::palette::Palette;
use super::rows::{Content, LaneRow};
use super::ruler::{duration, ticks};
use super::track::{MarkKind, State, Timeline, Track};

/// What to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub title: String,
    pub palette: Palette,
    /// Of the whole picture, in px.
    pub width: f64,
    /// The axis goes to here if that is later than the end of the run.
    pub until: Time,
}

const MARGIN: f64 = 12.0;
const TITLE_HEIGHT: f64 = 26.0;
const AXIS_HEIGHT: f64 = 22.0;
const LEGEND_HEIGHT: f64 = 30.0;
/// About the width of a character, in px, for how much room labels need.
const CHARACTER: f64 = 7.0;
const LONGEST_LABEL: usize = 28;
/// The bars of calls are lower than those of lanes, by so much at the top and at the bottom, in px.
const CALL_INSET: f64 = 2.0;
/// Between the labels of the axis, in px.
const TICK_GAP: f64 = 90.0;

/// Draws the chosen rows.
pub fn draw(timeline: &Timeline, rows: &[LaneRow], drawing: &Drawing) -> String {
    let labels: Vec<String> = rows.iter().map(|row| label(timeline, row)).collect();
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
    let left = MARGIN + longest as f64 * CHARACTER + 8.0;
    let mut viewport = Viewport::whole(timeline, drawing.until, (drawing.width - left - MARGIN).max(50.0));
    viewport.height = rows.len() as f64 * (viewport.lane_height + viewport.lane_gap);
    let mut canvas = Canvas { svg: String::new(), palette: drawing.palette, left, top: TITLE_HEIGHT + AXIS_HEIGHT };
    let layout = layout_rows(timeline, rows, &viewport);
    let height = canvas.top + layout.total_height + LEGEND_HEIGHT;
    canvas.open(&drawing.title, drawing.width, height, timeline);
    canvas.axis(&viewport, layout.total_height);
    for (row, label) in layout.rows.iter().zip(&labels) {
        canvas.row(timeline, row, label, &viewport);
    }
    canvas.legend(height - LEGEND_HEIGHT / 2.0);
    canvas.svg.push_str("</svg>\n");
    canvas.svg
}

fn label(timeline: &Timeline, row: &LaneRow) -> String {
    let indent = "\u{a0}\u{a0}".repeat(usize::from(row.indent));
    let mut label = format!("{indent}{}", row.name(timeline));
    let detail = timeline.tracks.get(row.track).map_or("", |track| &track.detail);
    if matches!(row.content, Content::Lane { .. }) && !detail.is_empty() {
        let _ = write!(label, " {detail}");
    }
    match label.char_indices().nth(LONGEST_LABEL) {
        Some((cut, _)) => format!("{}…", &label[..cut]),
        None => label,
    }
}

/// The document while it is written. Writing to a string cannot fail, so that the results of `write!` are dropped.
struct Canvas {
    svg: String,
    palette: Palette,
    /// Where the bars begin, in px.
    left: f64,
    top: f64,
}

impl Canvas {
    fn open(&mut self, title: &str, width: f64, height: f64, timeline: &Timeline) {
        let Palette { ground, text, blocking, .. } = self.palette;
        let title = escape(title);
        let total = duration(timeline.end - Time::ZERO);
        let _ = write!(
            self.svg,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="{text}">
<title>{title}: {total}</title>
<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" fill="{blocking}"/></pattern></defs>
<rect width="{width}" height="{height}" fill="{ground}"/>
<text x="{MARGIN}" y="18" font-size="14" font-weight="bold">{title}</text>
<text x="{}" y="18" font-size="14" text-anchor="end">{total}</text>
"#,
            width - MARGIN,
        );
    }

    fn axis(&mut self, viewport: &Viewport, height: f64) {
        let most = (viewport.width / TICK_GAP) as usize;
        for tick in ticks(viewport.from, viewport.to, most.max(2)) {
            let x = px(self.left + viewport.x(tick.at));
            let (top, bottom) = (self.top - 4.0, self.top + height);
            let grid = self.palette.grid;
            let label = escape(&tick.label);
            // The last label would leave the picture.
            let anchor = if viewport.x(tick.at) + TICK_GAP / 2.0 > viewport.width { "end" } else { "start" };
            let _ = writeln!(
                self.svg,
                r#"<path d="M{x} {top}V{bottom}" stroke="{grid}"/><text x="{x}" y="{}" text-anchor="{anchor}">{label}</text>"#,
                top - 4.0
            );
        }
    }

    fn row(&mut self, timeline: &Timeline, row: &Row, label: &str, viewport: &Viewport) {
        let track = &timeline.tracks[row.track];
        let y = self.top + row.y;
        let base = y + viewport.lane_height - 5.0;
        let _ = writeln!(self.svg, r#"<g><text x="{MARGIN}" y="{}">{}</text>"#, px(base), escape(label));
        let inset = if matches!(row.content, Content::Lane { .. }) { 0.0 } else { CALL_INSET };
        for bar in &row.bars {
            let title = bar_title(timeline, track, row.content, bar);
            self.bar(self.left + bar.x, y + inset, bar.width, viewport.lane_height - 2.0 * inset, bar, &title);
        }
        for mark in &row.marks {
            self.mark(self.left + mark.x, y, viewport.lane_height, mark);
        }
        self.svg.push_str("</g>\n");
    }

    fn bar(&mut self, x: f64, y: f64, width: f64, height: f64, bar: &Bar, title: &str) {
        let _ = write!(self.svg, r#"<g class="{}"><title>{}</title>"#, bar.state.slug(), escape(title));
        self.shape(bar.state, x, y, width, height);
        if bar.mixed {
            let _ = write!(self.svg, r#"<rect x="{}" y="{}" width="{}" height="2"/>"#, px(x), px(y + height), px(width));
        }
        self.svg.push_str("</g>\n");
    }

    fn shape(&mut self, state: State, x: f64, y: f64, width: f64, height: f64) {
        let colour = self.palette.of(state);
        let middle = px(y + height / 2.0);
        // An outline is drawn inside of the bar's edges.
        let (inner_x, inner_y) = (px(x + 0.5), px(y + 0.5));
        let (inner_width, inner_height) = (px((width - 1.0).max(0.0)), px(height - 1.0));
        let (x, width) = (px(x), px(width));
        let _ = match state {
            State::Running => {
                write!(self.svg, r#"<rect x="{x}" y="{}" width="{width}" height="{height}" fill="{colour}"/>"#, px(y))
            }
            State::Waiting => {
                write!(self.svg, r#"<rect x="{x}" y="{}" width="{width}" height="4" fill="{colour}"/>"#, px(y + height / 2.0 - 2.0))
            }
            State::Idle => {
                write!(self.svg, r#"<path d="M{x} {middle}h{width}" stroke="{colour}" stroke-dasharray="1 4"/>"#)
            }
            State::Ready | State::Blocking => {
                let (fill, dash) =
                    if state == State::Ready { ("none", r#" stroke-dasharray="4 3""#) } else { ("url(#stripes)", "") };
                write!(
                    self.svg,
                    r#"<rect x="{inner_x}" y="{inner_y}" width="{inner_width}" height="{inner_height}" fill="{fill}" stroke="{colour}"{dash}/>"#
                )
            }
        };
    }

    fn mark(&mut self, x: f64, y: f64, height: f64, mark: &PlacedMark) {
        let Palette { text, ground, blocking, .. } = self.palette;
        let (x, bottom, middle) = (px(x), px(y + height), px(y + height / 2.0));
        let shape = match mark.mark.kind {
            MarkKind::Created => format!(r#"<path d="M{x} {}v{height}" stroke="{text}"/>"#, px(y)),
            MarkKind::Printed(_) => format!(r#"<path d="M{x} {bottom}l-3 5h6z"/>"#),
            MarkKind::Done => format!(r#"<circle cx="{x}" cy="{middle}" r="3" fill="{ground}" stroke="{text}"/>"#),
            MarkKind::CancelRequested => format!(r#"<path d="M{x} {}l-3 -5h6z" fill="{ground}" stroke="{text}"/>"#, px(y)),
            MarkKind::Cancelled => format!(r#"<path d="M{x} {middle}m-4 4l8 -8" stroke="{text}" stroke-width="2"/>"#),
            MarkKind::Failed => format!(r#"<path d="M{x} {middle}m-4 -4l8 8m0 -8l-8 8" stroke="{blocking}" stroke-width="3"/>"#),
        };
        let times = if mark.count > 1 { format!(" (and {} more)", mark.count - 1) } else { String::new() };
        let at = duration(mark.mark.at - Time::ZERO);
        let _ = writeln!(self.svg, "<g><title>{}{times} at {at}</title>{shape}</g>", mark.mark.kind.name());
    }

    fn legend(&mut self, middle: f64) {
        let mut x = MARGIN;
        for state in State::ALL {
            self.shape(state, x, middle - 6.0, 24.0, 12.0);
            let name = state.name();
            let _ = writeln!(self.svg, r#"<text x="{}" y="{}">{name}</text>"#, px(x + 30.0), px(middle + 4.0));
            x += 30.0 + name.len() as f64 * CHARACTER + 16.0;
        }
    }
}

/// A bar in words: what a pointer held over it shows.
fn bar_title(timeline: &Timeline, track: &Track, content: Content, bar: &Bar) -> String {
    let call = match content {
        Content::Lane { .. } => return slices_title(timeline, &track.label, track, bar, (Time::ZERO, Time::NEVER)),
        Content::Depth(_) if bar.count > 1 => return format!("{} calls in {}", bar.count, track.label),
        Content::Depth(_) => bar.first,
        Content::Call(call) => call,
    };
    let Some(call) = track.calls.get(call) else { return String::new() };
    let (label, total) = (timeline.call_label(track, call), duration(call.duration()));
    match content {
        Content::Call(_) => slices_title(timeline, &format!("{label}, {total} in all"), track, bar, (call.from, call.to)),
        _ => format!("{label}, {total}"),
    }
}

/// The slices of a bar as far as they are between two times.
fn slices_title(timeline: &Timeline, name: &str, track: &Track, bar: &Bar, (from, to): (Time, Time)) -> String {
    let slices = &track.slices[bar.first..bar.first + bar.count];
    let (Some(first), Some(last)) = (slices.first(), slices.last()) else { return String::new() };
    let time = duration(last.to.min(to).since(first.from.max(from)));
    let state = bar.state.name();
    match (bar.mixed, first.reason) {
        (true, _) => format!("{name}: mostly {state}, {} parts, {time}", bar.count),
        (false, Some(reason)) if bar.count == 1 => format!("{name}: {state} for {}, {time}", reason.text(&timeline.names)),
        _ => format!("{name}: {state}, {time}"),
    }
}

/// A coordinate to a hundredth of a px, without needless zeros.
fn px(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// Text for an element or attribute. XML has no way to write most control characters, so that they become spaces.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::rows::{Arrangement, rows};
    use super::super::testing::*;
    use super::*;

    /// A drawing with all lanes open, or none.
    fn drawn(script: &Script, title: &str, open: bool) -> String {
        let timeline = script.timeline();
        let drawing = Drawing { title: title.to_owned(), palette: Palette::LIGHT, width: 700.0, until: Time::ZERO };
        draw(&timeline, &rows(&timeline, &Arrangement::PLAIN, |_| open), &drawing)
    }

    #[test]
    fn drawings_are_as_recorded() {
        check_golden("two_tasks.svg", &drawn(&two_tasks(), "Two tasks", false));
        check_golden("three_threads.svg", &drawn(&three_threads(), "Three threads", false));
        check_golden("calls.svg", &drawn(&calls_a_function(), "Calls", true));
    }

    #[test]
    fn text_of_the_program_stays_text() {
        let mut script = Script::new();
        script.create(1, "<script>&\"'\u{1}").at(5).step(1);
        let svg = drawn(&script, "</title><b>", false);
        assert!(svg.contains("&lt;script&gt;&amp;&quot;&#39; "), "{svg}");
        assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
    }
}
