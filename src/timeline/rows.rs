//! Which rows of a timeline are shown, and in which order: lanes grouped or flat, sorted, and open to their calls.

use std::cmp::Reverse;

use crate::trace::{Span, Time};

use super::track::{Call, State, Timeline, Track, TrackKind};

/// A lane with at most that many calls shows each in a row of its own, which reads as a staircase; with more, a row for each depth.
const STAIRCASE: usize = 24;
/// Calls deeper than that are not shown.
const DEEPEST: u16 = 16;

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneRow {
    /// Index into [`Timeline::tracks`].
    pub track: usize,
    pub content: Content,
    /// How far its name stands in: 0 for the head of a group.
    pub indent: u8,
}

impl LaneRow {
    /// What the row is called.
    pub fn name(&self, timeline: &Timeline) -> String {
        let Some(track) = timeline.tracks.get(self.track) else { return String::new() };
        match self.content {
            Content::Lane { .. } => track.label.clone(),
            Content::Call(call) => track.calls.get(call).map(|call| timeline.call_name(call)).unwrap_or_default(),
            Content::Depth(0) => "calls".to_owned(),
            Content::Depth(depth) => format!("calls, {depth} deep"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Lane {
        fold: Fold,
    },
    /// One call, an index into [`Track::calls`].
    Call(usize),
    /// All calls of that depth.
    Depth(u16),
}

/// Whether a lane shows its calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// It has none.
    Nothing,
    Closed,
    Open,
}

/// How the lanes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// Tasks and jobs below the thread they run on; otherwise all on one level.
    pub grouped: bool,
    pub sort: Sort,
    /// Tasks and jobs that are over by then are left out.
    pub over_by: Option<Time>,
}

/// The order of lanes; of those of a group where lanes are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Creation,
    FirstRun,
    /// The longest first.
    Waiting,
    Name,
}

impl Arrangement {
    /// Every lane where it was made.
    pub const PLAIN: Arrangement = Arrangement { grouped: true, sort: Sort::Creation, over_by: None };
}

impl Sort {
    pub const ALL: [Sort; 4] = [Sort::Creation, Sort::FirstRun, Sort::Waiting, Sort::Name];
}

/// The rows of a timeline; `is_open` says of a lane with calls whether it shows them.
pub fn rows(timeline: &Timeline, arrangement: &Arrangement, is_open: impl Fn(&Track) -> bool) -> Vec<LaneRow> {
    let mut rows = Vec::with_capacity(timeline.tracks.len());
    for (index, indent) in order(timeline, arrangement) {
        let track = &timeline.tracks[index];
        let fold = match track.calls.is_empty() {
            true => Fold::Nothing,
            false if is_open(track) => Fold::Open,
            false => Fold::Closed,
        };
        rows.push(LaneRow { track: index, content: Content::Lane { fold }, indent });
        if fold == Fold::Open {
            rows.extend(call_rows(track).map(|(content, depth)| LaneRow { track: index, content, indent: indent + 1 + depth }));
        }
    }
    rows
}

/// Is there so little to see that calls are shown without being asked for?
pub fn opens_by_itself(timeline: &Timeline) -> bool {
    let count = |is: fn(&Track) -> bool| timeline.tracks.iter().filter(|track| is(track)).count();
    let is_thread = |track: &Track| matches!(track.kind, TrackKind::Thread(_));
    let calls: usize = timeline.tracks.iter().map(|track| track.calls.len()).sum();
    count(is_leaf) <= 1 && count(is_thread) <= 1 && calls <= STAIRCASE
}

fn call_rows(track: &Track) -> impl Iterator<Item = (Content, u8)> {
    let staircase = track.calls.len() <= STAIRCASE;
    let mut calls: Vec<(usize, &Call)> = track.calls.iter().enumerate().filter(|_| staircase).collect();
    calls.sort_by_key(|(_, call)| call.step);
    let depths = track.calls.last().filter(|_| !staircase).map_or(0, |deepest| (deepest.depth + 1).min(DEEPEST));
    let single: Vec<_> = calls.into_iter().map(|(index, call)| (Content::Call(index), call.depth.min(DEEPEST) as u8)).collect();
    single.into_iter().chain((0..depths).map(|depth| (Content::Depth(depth), depth as u8)))
}

/// The lanes to show as indices with their indentation.
fn order(timeline: &Timeline, arrangement: &Arrangement) -> Vec<(usize, u8)> {
    let tracks = &timeline.tracks;
    let is_over =
        |track: &Track| is_leaf(track) && arrangement.over_by.is_some_and(|by| track.ended.is_some_and(|ended| ended <= by));
    let shown = (0..tracks.len()).filter(|&index| !is_over(&tracks[index]));
    if !arrangement.grouped {
        let (mut lanes, machine): (Vec<usize>, Vec<usize>) =
            shown.partition(|&index| !matches!(tracks[index].kind, TrackKind::Core(_) | TrackKind::Process(_)));
        lanes.sort_by_key(|&index| tracks[index].began);
        sort(tracks, &mut lanes, arrangement.sort);
        return lanes.into_iter().chain(machine).map(|index| (index, 0)).collect();
    }
    let mut order: Vec<usize> = shown.collect();
    for group in order.chunk_by_mut(|&one, &other| is_leaf(&tracks[one]) && is_leaf(&tracks[other])) {
        sort(tracks, group, arrangement.sort);
    }
    order.into_iter().map(|index| (index, tracks[index].depth)).collect()
}

/// Is it one of those that stand below others?
fn is_leaf(track: &Track) -> bool {
    matches!(track.kind, TrackKind::Task(_) | TrackKind::Job(_))
}

/// Sorts lanes that stand in the order of their creation.
fn sort(tracks: &[Track], lanes: &mut [usize], by: Sort) {
    match by {
        Sort::Creation => {}
        Sort::FirstRun => lanes.sort_by_key(|&index| first_run(&tracks[index])),
        Sort::Waiting => lanes.sort_by_key(|&index| Reverse(waiting(&tracks[index]))),
        Sort::Name => lanes.sort_by_cached_key(|&index| name_key(&tracks[index].label)),
    }
}

/// Those that never ran come last.
fn first_run(track: &Track) -> Time {
    let ran = track.slices.iter().find(|slice| matches!(slice.state, State::Running | State::Blocking));
    ran.map_or(Time::NEVER, |slice| slice.from)
}

fn waiting(track: &Track) -> Span {
    let totals = track.totals();
    totals.get(State::Waiting) + totals.get(State::Ready)
}

/// A name with its last number apart, so that "worker #10" comes after "worker #9".
fn name_key(name: &str) -> (String, u64) {
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (text, number) = name.split_at(name.len() - digits);
    (text.to_lowercase(), number.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::*;
    use crate::trace::event::Outcome;

    fn labels(timeline: &Timeline, arrangement: &Arrangement) -> Vec<String> {
        let rows = rows(timeline, arrangement, |_| false);
        rows.iter().map(|row| format!("{}{}", "-".repeat(row.indent.into()), timeline.tracks[row.track].label)).collect()
    }

    #[test]
    fn lanes_are_grouped_sorted_and_hidden() {
        let timeline = two_tasks().timeline();
        assert_eq!(labels(&timeline, &Arrangement::PLAIN), ["MainThread", "-main", "-sleeper", "-blocker"]);
        let by = |sort| labels(&timeline, &Arrangement { sort, ..Arrangement::PLAIN });
        assert_eq!(by(Sort::Name), ["MainThread", "-blocker", "-main", "-sleeper"]);
        assert_eq!(by(Sort::Waiting), ["MainThread", "-main", "-sleeper", "-blocker"]);
        assert_eq!(by(Sort::FirstRun), ["MainThread", "-blocker", "-sleeper", "-main"]);
        let flat = Arrangement { grouped: false, sort: Sort::Name, ..Arrangement::PLAIN };
        assert_eq!(labels(&timeline, &flat), ["blocker", "main", "MainThread", "sleeper"]);
        let later = Arrangement { over_by: Some(ms(650)), ..Arrangement::PLAIN };
        assert_eq!(labels(&timeline, &later), ["MainThread", "-main", "-sleeper"]);
        assert!(name_key("worker #9") < name_key("worker #10"));
    }

    /// A task that awaits `calls` calls of `fetch`, the first with one inside.
    fn awaits(calls: u32) -> Timeline {
        let mut script = Script::new();
        script.create(1, "main").step(1).call("main", 1_000_000).call("fetch", 1).call("parse", 0).returns(0).returns(1);
        for call in 2..=calls {
            script.at(call.into()).step(1).call("fetch", call).returns(call);
        }
        script.done(Outcome::Returned).end();
        script.timeline()
    }

    #[test]
    fn an_open_lane_shows_a_staircase_or_a_row_a_depth() {
        let open = |calls| {
            rows(&awaits(calls), &Arrangement::PLAIN, |_| true).iter().map(|row| (row.content, row.indent)).collect::<Vec<_>>()
        };
        let lane = |fold| Content::Lane { fold };
        let expected =
            [(lane(Fold::Nothing), 0), (lane(Fold::Open), 1), (Content::Call(0), 2), (Content::Call(2), 3), (Content::Call(1), 2)];
        assert_eq!(open(2), expected);
        let expected = [(lane(Fold::Nothing), 0), (lane(Fold::Open), 1), (Content::Depth(0), 2), (Content::Depth(1), 3)];
        assert_eq!(open(100), expected);
        assert!(opens_by_itself(&awaits(2)) && !opens_by_itself(&awaits(100)) && !opens_by_itself(&two_tasks().timeline()));
    }
}
