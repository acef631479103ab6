//! Changes to a scenario made of blocks.

use std::rc::Rc;

use crate::scenario::{Activity, Blocks, Body, Scenario, Segment, SegmentKind};
use crate::trace::Span;

/// One change. Positions count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    AddActivity,
    RemoveActivity(usize),
    Rename {
        activity: usize,
        name: Rc<str>,
    },
    Copies {
        activity: usize,
        copies: u32,
    },
    AddSegment {
        activity: usize,
    },
    RemoveSegment {
        activity: usize,
        segment: usize,
    },
    /// The segment changes places with the one after it.
    SwapWithNext {
        activity: usize,
        segment: usize,
    },
    Kind {
        activity: usize,
        segment: usize,
        kind: SegmentKind,
    },
    Duration {
        activity: usize,
        segment: usize,
        duration: Span,
    },
    AtMost(Option<u32>),
    Cores(u8),
    FreeThreaded(bool),
}

/// Keeps the rows of the editor apart: a row has the same key as long as it exists, wherever it moves. So a field keeps the focus and
/// what was typed into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowKeys {
    pub activities: Vec<ActivityKeys>,
    next: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityKeys {
    pub key: u32,
    pub segments: Vec<u32>,
}

impl RowKeys {
    /// Keys for a scenario that is opened; `previous` are those of the one before, so that none is used again.
    pub fn of(scenario: &Scenario, previous: &RowKeys) -> RowKeys {
        let mut keys = RowKeys { activities: Vec::new(), next: previous.next };
        if let Body::Blocks(blocks) = &scenario.body {
            for activity in &blocks.activities {
                let row = keys.row(activity.segments.len());
                keys.activities.push(row);
            }
        }
        keys
    }

    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn row(&mut self, segments: usize) -> ActivityKeys {
        ActivityKeys { key: self.fresh(), segments: (0..segments).map(|_| self.fresh()).collect() }
    }
}

/// Makes a change. One whose place is not there changes nothing, and so does one to the activities of a scenario of code.
pub fn apply(edit: &Edit, scenario: &mut Scenario, keys: &mut RowKeys) {
    match *edit {
        Edit::Cores(cores) => scenario.machine.cores = cores,
        Edit::FreeThreaded(free_threaded) => scenario.machine.free_threaded = free_threaded,
        _ => {
            if let Body::Blocks(blocks) = &mut scenario.body {
                apply_to_blocks(edit, blocks, keys);
            }
        }
    }
}

fn apply_to_blocks(edit: &Edit, blocks: &mut Blocks, keys: &mut RowKeys) {
    match *edit {
        Edit::AtMost(at_most) => blocks.at_most = at_most,
        Edit::AddActivity => {
            let activity = new_activity(blocks);
            let row = keys.row(activity.segments.len());
            keys.activities.push(row);
            blocks.activities.push(activity);
        }
        Edit::RemoveActivity(activity) if activity < blocks.activities.len() => {
            blocks.activities.remove(activity);
            keys.activities.remove(activity);
        }
        Edit::Rename { activity, .. }
        | Edit::Copies { activity, .. }
        | Edit::AddSegment { activity }
        | Edit::RemoveSegment { activity, .. }
        | Edit::SwapWithNext { activity, .. }
        | Edit::Kind { activity, .. }
        | Edit::Duration { activity, .. } => {
            let key = keys.fresh();
            if let (Some(activity), Some(row)) = (blocks.activities.get_mut(activity), keys.activities.get_mut(activity)) {
                apply_to_activity(edit, activity, row, key);
            }
        }
        Edit::RemoveActivity(_) | Edit::Cores(_) | Edit::FreeThreaded(_) => {}
    }
}

/// `key` is for a row that comes to be.
fn apply_to_activity(edit: &Edit, activity: &mut Activity, row: &mut ActivityKeys, key: u32) {
    let count = activity.segments.len();
    match *edit {
        Edit::Rename { ref name, .. } => activity.name = name.to_string(),
        Edit::Copies { copies, .. } => activity.copies = copies,
        Edit::AddSegment { .. } => {
            let segment = activity.segments.last().copied().unwrap_or(Segment::Io(Span::SECOND));
            activity.segments.push(segment);
            row.segments.push(key);
        }
        Edit::RemoveSegment { segment, .. } if segment < count => {
            activity.segments.remove(segment);
            row.segments.remove(segment);
        }
        Edit::SwapWithNext { segment, .. } if segment + 1 < count => {
            activity.segments.swap(segment, segment + 1);
            row.segments.swap(segment, segment + 1);
        }
        Edit::Kind { segment, kind, .. } if segment < count => {
            activity.segments[segment] = Segment::new(kind, activity.segments[segment].duration());
        }
        Edit::Duration { segment, duration, .. } if segment < count => {
            activity.segments[segment] = Segment::new(activity.segments[segment].kind(), duration);
        }
        _ => {}
    }
}

/// Does what the last one does, under the first letter that is free.
fn new_activity(blocks: &Blocks) -> Activity {
    let taken = |name: &str| blocks.activities.iter().any(|activity| activity.name.trim() == name);
    let letters = ('A'..='Z').map(String::from);
    let numbered = (1_u32..).map(|number| format!("Activity {number}"));
    let name = letters.chain(numbered).find(|name| !taken(name)).expect("there is no end of numbers");
    let segments = blocks.activities.last().map_or_else(|| vec![Segment::Io(Span::SECOND)], |last| last.segments.clone());
    Activity::new(name, segments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::library;

    fn edited(edits: &[Edit]) -> (Blocks, RowKeys) {
        let mut scenario = library::default_entry().scenario();
        let mut keys = RowKeys::of(&scenario, &RowKeys::default());
        for edit in edits {
            apply(edit, &mut scenario, &mut keys);
        }
        match scenario.body {
            Body::Blocks(blocks) => (blocks, keys),
            Body::Code(_) => panic!("the default scenario is made of blocks"),
        }
    }

    #[test]
    fn a_new_activity_has_a_name_of_its_own() {
        let (blocks, keys) = edited(&[Edit::AddActivity, Edit::RemoveActivity(0), Edit::AddActivity]);
        let names: Vec<&str> = blocks.activities.iter().map(|activity| activity.name.as_str()).collect();
        assert_eq!(names, ["B", "C", "D", "A"]);
        assert_eq!(keys.activities.len(), 4);
    }

    #[test]
    fn keys_move_with_their_rows() {
        let first = edited(&[Edit::AddSegment { activity: 1 }]).1.activities[1].segments.clone();
        let (blocks, keys) = edited(&[
            Edit::AddSegment { activity: 1 },
            Edit::Kind { activity: 1, segment: 1, kind: SegmentKind::Compute },
            Edit::SwapWithNext { activity: 1, segment: 0 },
        ]);
        assert_eq!(keys.activities[1].segments, [first[1], first[0]]);
        assert_eq!(blocks.activities[1].segments[0].kind(), SegmentKind::Compute);
    }

    #[test]
    fn a_place_that_is_not_there_changes_nothing() {
        let edits = [
            Edit::RemoveActivity(3),
            Edit::RemoveSegment { activity: 0, segment: 1 },
            Edit::SwapWithNext { activity: 0, segment: 0 },
            Edit::Copies { activity: 9, copies: 2 },
        ];
        assert_eq!(edited(&edits).0, edited(&[]).0);
    }
}
