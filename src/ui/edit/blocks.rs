//! Changes to activities and their segments.

use crate::scenario::{Activity, Blocks, Segment};
use crate::trace::Span;

use super::keys::{ActivityKeys, RowKeys};
use super::{Edit, move_within};

pub(super) fn apply(edit: &Edit, blocks: &mut Blocks, keys: &mut RowKeys) {
    match *edit {
        Edit::AtMost(at_most) => blocks.at_most = at_most,
        Edit::AddActivity => {
            let segments = blocks.activities.last().map_or_else(|| vec![Segment::Io(Span::SECOND)], |last| last.segments.clone());
            let activity = Activity::new(free_name(blocks), segments);
            insert(blocks, keys, blocks.activities.len(), activity);
        }
        Edit::DuplicateActivity(position) if position < blocks.activities.len() => {
            let activity = Activity { name: free_name(blocks), ..blocks.activities[position].clone() };
            insert(blocks, keys, position + 1, activity);
        }
        Edit::RemoveActivity(position) if position < blocks.activities.len() => {
            blocks.activities.remove(position);
            keys.activities.remove(position);
        }
        Edit::MoveActivity { from, to } => {
            move_within(&mut blocks.activities, from, to);
            move_within(&mut keys.activities, from, to);
        }
        Edit::Rename { activity, .. }
        | Edit::Copies { activity, .. }
        | Edit::AddSegment { activity }
        | Edit::DuplicateSegment { activity, .. }
        | Edit::RemoveSegment { activity, .. }
        | Edit::MoveSegment { activity, .. }
        | Edit::Kind { activity, .. }
        | Edit::Duration { activity, .. } => {
            let key = keys.fresh();
            if let (Some(activity), Some(row)) = (blocks.activities.get_mut(activity), keys.activities.get_mut(activity)) {
                apply_to_activity(edit, activity, row, key);
            }
        }
        _ => {}
    }
}

fn insert(blocks: &mut Blocks, keys: &mut RowKeys, position: usize, activity: Activity) {
    let row = keys.row(activity.segments.len());
    keys.activities.insert(position, row);
    blocks.activities.insert(position, activity);
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
        Edit::DuplicateSegment { segment, .. } if segment < count => {
            activity.segments.insert(segment + 1, activity.segments[segment]);
            row.segments.insert(segment + 1, key);
        }
        Edit::RemoveSegment { segment, .. } if segment < count => {
            activity.segments.remove(segment);
            row.segments.remove(segment);
        }
        Edit::MoveSegment { from, to, .. } => {
            move_within(&mut activity.segments, from, to);
            move_within(&mut row.segments, from, to);
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

/// The first letter that no activity is called by.
fn free_name(blocks: &Blocks) -> String {
    let taken = |name: &str| blocks.activities.iter().any(|activity| activity.name.trim() == name);
    let letters = ('A'..='Z').map(String::from);
    let numbered = (1_u32..).map(|number| format!("Activity {number}"));
    letters.chain(numbered).find(|name| !taken(name)).expect("there is no end of numbers")
}
