//! Where the lanes, bars and marks of a viewport are, in px. The work grows with the pixels, not with the slices behind them: only
//! visible lanes are looked at, slices are found by binary search, and those narrower than a pixel become one bar that shows what
//! most of its time was spent on.

use crate::trace::Time;

use super::rows::{Content, Fold, LaneRow};
use super::track::{Call, Mark, MarkKind, Slice, State, Timeline, Track};

mod calls;

/// Marks nearer to each other than this become one.
const MARK_PX: f64 = 4.0;

/// What can be seen: a span of time, and a part of the lanes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    pub from: Time,
    pub to: Time,
    /// Of the span of time, in px.
    pub width: f64,
    /// Of the visible lanes, in px.
    pub height: f64,
    /// What is scrolled out above, in px.
    pub top: f64,
    /// Of a bar, in px.
    pub lane_height: f64,
    /// Between lanes, in px.
    pub lane_gap: f64,
}

impl Viewport {
    /// All lanes of a timeline and all of its time, or more of it.
    pub fn whole(timeline: &Timeline, until: Time, width: f64) -> Viewport {
        let (lane_height, lane_gap) = (18.0, 6.0);
        let height = timeline.tracks.len() as f64 * (lane_height + lane_gap);
        Viewport { from: Time::ZERO, to: until.max(timeline.end), width, height, top: 0.0, lane_height, lane_gap }
    }

    /// The place of a time, in px from the left edge; outside of the viewport if the time is.
    pub fn x(&self, at: Time) -> f64 {
        (at.0 as f64 - self.from.0 as f64) * self.width / self.span()
    }

    /// The time at a place, in px from the left edge.
    pub fn time_at(&self, x: f64) -> Time {
        // The cast saturates at zero.
        Time((self.from.0 as f64 + x * self.span() / self.width).round() as u64)
    }

    /// In ns; never zero.
    fn span(&self) -> f64 {
        (self.to - self.from).0.max(1) as f64
    }

    fn pitch(&self) -> f64 {
        (self.lane_height + self.lane_gap).max(1.0)
    }
}

/// The visible lanes, top to bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    pub rows: Vec<Row>,
    /// Of all lanes, visible or not, in px: what there is to scroll.
    pub total_height: f64,
}

/// A visible lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Index into [`Timeline::tracks`].
    pub track: usize,
    /// What of the track it shows. The bars of [`Content::Depth`] are calls, all others are slices.
    pub content: Content,
    /// Its top, in px from the viewport's; negative if it is cut.
    pub y: f64,
    /// Left to right, without overlaps.
    pub bars: Vec<Bar>,
    pub marks: Vec<PlacedMark>,
}

/// A rectangle of a lane's height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// In px from the left edge.
    pub x: f64,
    /// In px.
    pub width: f64,
    /// The state, or the one that took most of the time.
    pub state: State,
    /// It stands for slices of more than one state.
    pub mixed: bool,
    /// Index of its first slice or call.
    pub first: usize,
    /// The number of slices or calls it stands for.
    pub count: usize,
}

/// A mark, or the gravest of several that are close together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedMark {
    /// In px from the left edge.
    pub x: f64,
    pub mark: Mark,
    pub count: usize,
}

/// Lays out all tracks of a timeline.
pub fn layout(timeline: &Timeline, viewport: &Viewport) -> Layout {
    let lane = |track| LaneRow { track, content: Content::Lane { fold: Fold::Nothing }, indent: 0 };
    layout_with(timeline.tracks.len(), lane, timeline, viewport)
}

/// Lays out the chosen rows, in that order.
pub fn layout_rows(timeline: &Timeline, rows: &[LaneRow], viewport: &Viewport) -> Layout {
    layout_with(rows.len(), |row| rows[row], timeline, viewport)
}

fn layout_with(count: usize, at: impl Fn(usize) -> LaneRow, timeline: &Timeline, viewport: &Viewport) -> Layout {
    let pitch = viewport.pitch();
    // The casts saturate, so that nothing is visible above the first lane.
    let first = ((viewport.top / pitch).floor() as usize).min(count);
    let last = (((viewport.top + viewport.height) / pitch).ceil() as usize).clamp(first, count);
    let row = |row: usize| {
        let LaneRow { track: index, content, .. } = at(row);
        let track = timeline.tracks.get(index)?;
        let y = row as f64 * pitch - viewport.top;
        let (bars, marks) = match content {
            Content::Lane { .. } => (bars(track, viewport), marks(track, viewport)),
            Content::Call(call) => {
                (track.calls.get(call).map(|call| bars_of_call(track, call, viewport)).unwrap_or_default(), Vec::new())
            }
            Content::Depth(depth) => (calls::bars(track, depth, viewport), Vec::new()),
        };
        Some(Row { track: index, content, y, bars, marks })
    };
    Layout { rows: (first..last).filter_map(row).collect(), total_height: count as f64 * pitch }
}

/// What a lane did during a call.
fn bars_of_call(track: &Track, call: &Call, viewport: &Viewport) -> Vec<Bar> {
    let (from, to) = (call.from.max(viewport.from), call.to.min(viewport.to));
    if from >= to {
        return Vec::new();
    }
    // The same scale, with an edge where the call begins and ends.
    let left = viewport.x(from);
    let part = Viewport { from, to, width: viewport.x(to) - left, ..*viewport };
    bars(track, &part).into_iter().map(|bar| Bar { x: bar.x + left, ..bar }).collect()
}

/// The bars of one lane.
fn bars(track: &Track, viewport: &Viewport) -> Vec<Bar> {
    let slices = &track.slices;
    let mut bars: Vec<Bar> = Vec::new();
    let mut next = track.slice_at_or_after(viewport.from);
    while let Some(slice) = slices.get(next).filter(|slice| slice.from < viewport.to) {
        let bar = if is_wide(slice, viewport) { wide_bar(slice, next, viewport) } else { narrow_bar(track, next, viewport) };
        next += bar.count;
        push_bar(&mut bars, bar);
    }
    bars
}

/// Whether a slice, as far as it is visible, takes a pixel or more.
fn is_wide(slice: &Slice, viewport: &Viewport) -> bool {
    viewport.x(slice.to.min(viewport.to)) - viewport.x(slice.from.max(viewport.from)) >= 1.0
}

fn wide_bar(slice: &Slice, first: usize, viewport: &Viewport) -> Bar {
    let (from, to) = (viewport.x(slice.from.max(viewport.from)), viewport.x(slice.to.min(viewport.to)));
    Bar { x: from, width: to - from, state: slice.state, mixed: false, first, count: 1 }
}

/// One bar for a narrow slice and all other narrow ones that begin in its pixel.
fn narrow_bar(track: &Track, first: usize, viewport: &Viewport) -> Bar {
    let slices = &track.slices;
    let from = slices[first].from.max(viewport.from);
    let pixel = viewport.x(from).floor();
    let pixel_end = viewport.time_at(pixel + 1.0).min(viewport.to);
    let mut end = track.slices_until(first, pixel_end);
    // Only the last can be wide, as the others end where it begins or before.
    if end > first + 1 && is_wide(&slices[end - 1], viewport) {
        end -= 1;
    }
    // Where rounding put the pixel's end at the slice's beginning, it still counts.
    let end = end.max(first + 1);
    let to = slices[end - 1].to.min(viewport.to);
    let totals = track.totals_of(first..end, from, to);
    let right = (pixel + 1.0).max(viewport.x(to)).min(viewport.width);
    let right = slices.get(end).map_or(right, |next| right.min(viewport.x(next.from)));
    let state = totals.dominant().unwrap_or(slices[first].state);
    Bar { x: pixel, width: right - pixel, state, mixed: totals.is_mixed(), first, count: end - first }
}

/// Adds a bar, cut where the one before ends; bars that look the same and touch become one.
fn push_bar(bars: &mut Vec<Bar>, mut bar: Bar) {
    if let Some(last) = bars.last_mut() {
        let left = last.x + last.width;
        let overlap = (left - bar.x).max(0.0);
        bar.x += overlap;
        bar.width = (bar.width - overlap).max(0.0);
        let merged = last.count > 1 || bar.count > 1;
        if merged && bar.x == left && (last.state, last.mixed) == (bar.state, bar.mixed) {
            last.width += bar.width;
            last.count += bar.count;
            return;
        }
    }
    bars.push(bar);
}

/// The marks of one lane.
fn marks(track: &Track, viewport: &Viewport) -> Vec<PlacedMark> {
    let mut placed: Vec<PlacedMark> = Vec::new();
    let mut add = |mark: Mark, count: usize| {
        let x = viewport.x(mark.at);
        match placed.last_mut().filter(|last| x - last.x < MARK_PX) {
            Some(last) => {
                last.count += count;
                if gravity(mark.kind) > gravity(last.mark.kind) {
                    last.mark = mark;
                }
            }
            None => placed.push(PlacedMark { x, mark, count }),
        }
    };
    let mut prints = visible(&track.prints, viewport);
    let mut turning_points = visible(&track.marks, viewport);
    loop {
        match (prints.first(), turning_points.first()) {
            (Some(print), other) if other.is_none_or(|other| print.at <= other.at) => {
                // Prints are many, so that those of the same place are skipped together.
                let near = viewport.time_at(viewport.x(print.at) + MARK_PX).min(other.map_or(Time::NEVER, |other| other.at));
                let count = prints.partition_point(|print| print.at < near).max(1);
                add(*print, count);
                prints = &prints[count..];
            }
            (_, Some(mark)) => {
                add(*mark, 1);
                turning_points = &turning_points[1..];
            }
            (_, None) => return placed,
        }
    }
}

fn visible<'a>(marks: &'a [Mark], viewport: &Viewport) -> &'a [Mark] {
    let first = marks.partition_point(|mark| mark.at < viewport.from);
    let last = marks.partition_point(|mark| mark.at <= viewport.to);
    &marks[first..last.max(first)]
}

/// Which of several marks to show.
fn gravity(kind: MarkKind) -> u8 {
    match kind {
        MarkKind::Created => 0,
        MarkKind::Printed(_) => 1,
        MarkKind::Done => 2,
        MarkKind::CancelRequested => 3,
        MarkKind::Cancelled => 4,
        MarkKind::Failed => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::*;
    use super::*;
    use crate::trace::Span;

    fn viewport(timeline: &Timeline, from: Time, to: Time, width: f64) -> Viewport {
        Viewport { from, to, ..Viewport::whole(timeline, Time::ZERO, width) }
    }

    #[test]
    fn wide_bars_are_where_their_times_are() {
        let timeline = two_tasks().timeline();
        let layout = layout(&timeline, &viewport(&timeline, ms(50), ms(550), 500.0));
        let bars: Vec<_> = layout.rows[3].bars.iter().map(|bar| (bar.x, bar.width, bar.state)).collect();
        assert_eq!(bars, [(0.0, 50.0, State::Ready), (50.0, 400.0, State::Blocking), (450.0, 50.0, State::Running)]);
        assert_eq!(layout.rows.iter().map(|row| row.y).collect::<Vec<_>>(), [0.0, 24.0, 48.0, 72.0]);
    }

    #[test]
    fn only_visible_lanes_are_laid_out() {
        let timeline = two_tasks().timeline();
        let viewport = Viewport { top: 30.0, height: 20.0, ..viewport(&timeline, Time::ZERO, ms(1000), 100.0) };
        let some = layout(&timeline, &viewport);
        assert_eq!(some.rows.iter().map(|row| (row.track, row.y)).collect::<Vec<_>>(), [(1, -6.0), (2, 18.0)]);
        assert_eq!(some.total_height, 96.0);
        let rows = [0, 3, 2].map(|track| LaneRow { track, content: Content::Lane { fold: Fold::Closed }, indent: 0 });
        let chosen = layout_rows(&timeline, &rows, &viewport);
        assert_eq!(chosen.rows.iter().map(|row| row.track).collect::<Vec<_>>(), [3, 2]);
    }

    #[test]
    fn a_failure_is_not_hidden_by_marks_next_to_it() {
        let timeline = two_tasks().timeline();
        let layout = layout(&timeline, &viewport(&timeline, Time::ZERO, ms(100_000), 100.0));
        let [only] = layout.rows[3].marks[..] else { panic!("one mark: {:?}", layout.rows[3].marks) };
        assert_eq!((only.mark.kind, only.count), (MarkKind::Failed, 2));
    }

    /// Bars stay inside, do not overlap, stand for every slice in view once, and are not more than two a pixel.
    #[test]
    fn merged_bars_stay_true_at_every_zoom() {
        let timeline = Timeline::build(&random_trace(20_000, 5, 3), &Options::default());
        for (part, width) in [(1, 100.0), (1, 1000.0), (7, 333.0), (100, 640.0), (5_000, 50.0)] {
            let from = Time(timeline.end.0 / 3);
            let to = from + Span(timeline.end.0 / part / 2 + 1);
            let view = viewport(&timeline, from, to, width);
            for row in &layout(&timeline, &view).rows {
                check_row(&timeline.tracks[row.track], row, &view);
            }
        }
    }

    fn check_row(track: &Track, row: &Row, view: &Viewport) {
        let context = || format!("{} from {} to {} in {} px", track.label, view.from, view.to, view.width);
        assert!(row.bars.len() as f64 <= 2.0 * view.width + 2.0, "{}: {} bars", context(), row.bars.len());
        let mut left = 0.0;
        let mut next = track.slice_at_or_after(view.from);
        for bar in &row.bars {
            assert!(bar.x >= left - 1e-6 && bar.width >= 0.0 && bar.x + bar.width <= view.width + 1e-6, "{}: {bar:?}", context());
            left = bar.x + bar.width;
            assert_eq!(bar.first, next, "{}", context());
            next += bar.count;
            let slices = &track.slices[bar.first..next];
            let states = slices.iter().filter(|slice| slice.state != bar.state).count();
            assert_eq!(bar.mixed, states > 0, "{}: {bar:?}", context());
            if !bar.mixed {
                assert!(slices.iter().all(|slice| slice.state == bar.state), "{}: {bar:?}", context());
            }
        }
        assert!(track.slices.get(next).is_none_or(|slice| slice.from >= view.to), "{}", context());
    }
}
