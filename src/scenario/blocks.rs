//! Activities made of segments: a scenario that is put together without writing Python.

use serde::{Deserialize, Serialize};

use super::problem::{Place, Problem, check_text};
use crate::trace::Span;

/// Activities that are run one after another, as tasks, in threads and in processes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blocks {
    pub activities: Vec<Activity>,
    /// How many activities may run at once, where they can run at once at all; `None`: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

/// A piece of work with a name; each copy of it gets a lane of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub name: String,
    /// What it does, in this order. May be empty: then it ends at once.
    pub segments: Vec<Segment>,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub copies: u32,
}

/// A stretch of an activity, with its duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Segment {
    /// Keeps a core busy for that much CPU time.
    Compute(Span),
    /// Waits for I/O: awaited in a coroutine, so that others run meanwhile.
    Io(Span),
    /// Waits with a call that blocks its thread, even in a coroutine: `time.sleep`.
    Blocking(Span),
}

/// A [`Segment`] without its duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    Compute,
    Io,
    Blocking,
}

impl Blocks {
    pub const MAX_ACTIVITIES: usize = 50;
    /// Limit of the copies of all activities together: each is a lane, and a process in one of the variants.
    pub const MAX_INSTANCES: u32 = 200;

    /// The number of lanes: the copies of all activities.
    pub fn instances(&self) -> u32 {
        self.activities.iter().fold(0, |sum, activity| sum.saturating_add(activity.copies))
    }

    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        if self.activities.is_empty() {
            problems.push(Problem::new(Place::Activities, "There is no activity."));
        } else if self.activities.len() > Self::MAX_ACTIVITIES {
            let message = format!("There are more than {} activities.", Self::MAX_ACTIVITIES);
            problems.push(Problem::new(Place::Activities, message));
        } else if self.instances() > Self::MAX_INSTANCES {
            let message = format!("All copies together are {}; the limit is {}.", self.instances(), Self::MAX_INSTANCES);
            problems.push(Problem::new(Place::Activities, message));
        }
        if self.at_most.is_some_and(|at_most| !(1..=Self::MAX_INSTANCES).contains(&at_most)) {
            problems.push(Problem::new(Place::AtMost, format!("The limit must be from 1 to {}.", Self::MAX_INSTANCES)));
        }
        for (index, activity) in self.activities.iter().enumerate() {
            activity.check(index, problems);
        }
    }
}

impl Activity {
    /// In characters.
    pub const MAX_NAME: usize = 40;
    pub const MAX_SEGMENTS: usize = 20;
    pub const MAX_COPIES: u32 = 100;

    /// One copy of an activity.
    pub fn new(name: impl Into<String>, segments: impl Into<Vec<Segment>>) -> Activity {
        Activity { name: name.into(), segments: segments.into(), copies: 1 }
    }

    fn check(&self, index: usize, problems: &mut Vec<Problem>) {
        let place = Place::Activity(index);
        check_text(problems, place, "The name", &self.name, Self::MAX_NAME);
        if !(1..=Self::MAX_COPIES).contains(&self.copies) {
            problems.push(Problem::new(place, format!("The number of copies must be from 1 to {}.", Self::MAX_COPIES)));
        }
        if self.segments.len() > Self::MAX_SEGMENTS {
            problems.push(Problem::new(place, format!("There are more than {} segments.", Self::MAX_SEGMENTS)));
        }
        for (segment, _) in self.segments.iter().enumerate().filter(|(_, segment)| segment.duration() > Segment::MAX_DURATION) {
            problems.push(Problem::new(Place::Segment { activity: index, segment }, "The duration is more than one hour."));
        }
    }
}

impl Segment {
    /// One hour.
    pub const MAX_DURATION: Span = Span(3_600 * Span::SECOND.0);

    pub fn new(kind: SegmentKind, duration: Span) -> Segment {
        match kind {
            SegmentKind::Compute => Segment::Compute(duration),
            SegmentKind::Io => Segment::Io(duration),
            SegmentKind::Blocking => Segment::Blocking(duration),
        }
    }

    pub fn kind(self) -> SegmentKind {
        match self {
            Segment::Compute(_) => SegmentKind::Compute,
            Segment::Io(_) => SegmentKind::Io,
            Segment::Blocking(_) => SegmentKind::Blocking,
        }
    }

    pub fn duration(self) -> Span {
        match self {
            Segment::Compute(duration) | Segment::Io(duration) | Segment::Blocking(duration) => duration,
        }
    }
}

impl SegmentKind {
    /// In the order in which the page offers them.
    pub const ALL: [SegmentKind; 3] = [SegmentKind::Compute, SegmentKind::Io, SegmentKind::Blocking];

    /// The name that users see.
    pub fn label(self) -> &'static str {
        match self {
            SegmentKind::Compute => "Compute",
            SegmentKind::Io => "Wait for I/O",
            SegmentKind::Blocking => "Blocking wait",
        }
    }
}

fn one() -> u32 {
    1
}

fn is_one(copies: &u32) -> bool {
    *copies == 1
}
