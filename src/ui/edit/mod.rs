//! Changes to a scenario. [`blocks`] makes those to activities, [`variants`] those to programs.

mod blocks;
mod keys;
mod variants;

use std::rc::Rc;

use crate::scenario::{Body, Scenario, SegmentKind, Variant};
use crate::trace::Span;

pub use keys::{ActivityKeys, RowKeys};

/// One change. Positions count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    AddActivity,
    /// A copy of an activity comes to stand behind it.
    DuplicateActivity(usize),
    RemoveActivity(usize),
    MoveActivity {
        from: usize,
        to: usize,
    },
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
    /// A copy of a segment comes to stand behind it.
    DuplicateSegment {
        activity: usize,
        segment: usize,
    },
    RemoveSegment {
        activity: usize,
        segment: usize,
    },
    MoveSegment {
        activity: usize,
        from: usize,
        to: usize,
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
    /// The program of a variant is now this.
    Source {
        variant: usize,
        source: Rc<str>,
    },
    RenameVariant {
        variant: usize,
        name: Rc<str>,
    },
    /// A copy of a variant comes to stand behind it.
    DuplicateVariant(usize),
    RemoveVariant(usize),
    MoveVariant {
        from: usize,
        to: usize,
    },
    /// The programs that blocks stand for become the scenario.
    ContinueAsCode,
}

/// Makes a change. One whose place is not there changes nothing, and so does one to what the scenario is not made of.
pub fn apply(edit: &Edit, scenario: &mut Scenario, keys: &mut RowKeys) {
    match *edit {
        Edit::Cores(cores) => scenario.machine.cores = cores,
        Edit::FreeThreaded(free_threaded) => scenario.machine.free_threaded = free_threaded,
        Edit::ContinueAsCode => variants::continue_as_code(scenario, keys),
        _ => match &mut scenario.body {
            Body::Blocks(blocks) => blocks::apply(edit, blocks, keys),
            Body::Code(variants) => variants::apply(edit, variants, &mut keys.variants, &mut keys.next),
        },
    }
}

/// Is it only the text of a program in which two versions of a scenario differ?
pub fn is_typing(before: &Scenario, after: &Scenario) -> bool {
    let (Body::Code(programs), Body::Code(others)) = (&before.body, &after.body) else { return false };
    let names = |programs: &[Variant]| programs.iter().map(|variant| variant.name.clone()).collect::<Vec<_>>();
    before.title == after.title && before.machine == after.machine && names(programs) == names(others) && programs != others
}

/// The variant that is selected after a change, if `selected` was before.
pub fn selected_after(edit: &Edit, selected: usize) -> usize {
    match *edit {
        Edit::DuplicateVariant(variant) => variant + 1,
        Edit::RemoveVariant(variant) if variant < selected || selected > 0 && variant == selected => selected - 1,
        Edit::MoveVariant { from, to } => moved(from, to, selected),
        _ => selected,
    }
}

/// Where an element is after the one at `from` was moved to `to`.
fn moved(from: usize, to: usize, position: usize) -> usize {
    if position == from {
        to
    } else if from < position && position <= to {
        position - 1
    } else if to <= position && position < from {
        position + 1
    } else {
        position
    }
}

/// Moves an element of a list to another position. Does nothing if one of them is not there.
fn move_within<T>(list: &mut Vec<T>, from: usize, to: usize) {
    if from < list.len() && to < list.len() {
        let element = list.remove(from);
        list.insert(to, element);
    }
}

impl Edit {
    /// Do the two change the same thing again, as while someone types or drags? Then they are undone together.
    pub fn continues(&self, before: &Edit) -> bool {
        match (self, before) {
            (Edit::Rename { activity, .. }, Edit::Rename { activity: other, .. })
            | (Edit::Copies { activity, .. }, Edit::Copies { activity: other, .. }) => activity == other,
            (Edit::Duration { activity, segment, .. }, Edit::Duration { activity: other, segment: place, .. }) => {
                (activity, segment) == (other, place)
            }
            (Edit::MoveSegment { activity, .. }, Edit::MoveSegment { activity: other, .. }) => activity == other,
            (Edit::AtMost(_), Edit::AtMost(_)) | (Edit::Cores(_), Edit::Cores(_)) => true,
            (Edit::MoveActivity { from, .. }, Edit::MoveActivity { to, .. }) => from == to,
            (Edit::Source { variant, .. }, Edit::Source { variant: other, .. })
            | (Edit::RenameVariant { variant, .. }, Edit::RenameVariant { variant: other, .. }) => variant == other,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Blocks, library};

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
            Edit::MoveSegment { activity: 1, from: 1, to: 0 },
        ]);
        assert_eq!(keys.activities[1].segments, [first[1], first[0]]);
        assert_eq!(blocks.activities[1].segments[0].kind(), SegmentKind::Compute);
    }

    #[test]
    fn a_place_that_is_not_there_changes_nothing() {
        let edits = [
            Edit::RemoveActivity(3),
            Edit::RemoveSegment { activity: 0, segment: 1 },
            Edit::MoveSegment { activity: 0, from: 0, to: 1 },
            Edit::Copies { activity: 9, copies: 2 },
        ];
        assert_eq!(edited(&edits).0, edited(&[]).0);
    }

    #[test]
    fn activities_and_segments_are_copied_and_moved() {
        let (blocks, keys) = edited(&[
            Edit::DuplicateActivity(0),
            Edit::MoveActivity { from: 3, to: 0 },
            Edit::DuplicateSegment { activity: 0, segment: 0 },
            Edit::Duration { activity: 0, segment: 1, duration: Span::SECOND },
        ]);
        let names: Vec<&str> = blocks.activities.iter().map(|activity| activity.name.as_str()).collect();
        assert_eq!(names, ["C", "A", "D", "B"]);
        assert_eq!(blocks.activities[0].segments.len(), 2);
        assert_eq!(keys.activities[0].segments.len(), 2);
        assert_ne!(blocks.activities[0].segments[0], blocks.activities[0].segments[1]);
    }

    fn programs(edits: &[Edit]) -> (Vec<Variant>, RowKeys) {
        let mut scenario = library::default_entry().scenario();
        let mut keys = RowKeys::of(&scenario, &RowKeys::default());
        apply(&Edit::ContinueAsCode, &mut scenario, &mut keys);
        for edit in edits {
            apply(edit, &mut scenario, &mut keys);
        }
        match scenario.body {
            Body::Code(variants) => (variants, keys),
            Body::Blocks(_) => panic!("it was continued as code"),
        }
    }

    #[test]
    fn blocks_continue_as_the_programs_they_stand_for() {
        let (variants, keys) = programs(&[]);
        let generated = library::default_entry().scenario().programs();
        assert!(variants.iter().zip(&generated).all(|(variant, program)| variant.source == program.source));
        assert_eq!((variants.len(), keys.variants.len()), (generated.len(), 4));
    }

    #[test]
    fn variants_keep_their_keys() {
        let before = programs(&[]).1.variants;
        let (variants, keys) = programs(&[Edit::RemoveVariant(3), Edit::DuplicateVariant(0), Edit::MoveVariant { from: 1, to: 3 }]);
        let names: Vec<&str> = variants.iter().map(|variant| variant.name.as_str()).collect();
        assert_eq!(names, ["Sequential", "Concurrent", "Threads", "Sequential 2"]);
        assert_eq!(keys.variants[..3], before[..3]);
        assert!(!before.contains(&keys.variants[3]));
    }

    #[test]
    fn the_last_variant_stays_and_a_fifth_does_not_come() {
        assert_eq!(programs(&[Edit::DuplicateVariant(0)]).0.len(), 4);
        let removed = vec![Edit::RemoveVariant(0); 9];
        assert_eq!(programs(&removed).0.len(), 1);
    }

    #[test]
    fn the_selection_goes_with_its_variant() {
        let check =
            |edit: Edit, expected: [usize; 3]| assert_eq!([0, 1, 2].map(|selected| selected_after(&edit, selected)), expected);
        check(Edit::MoveVariant { from: 0, to: 2 }, [2, 0, 1]);
        check(Edit::MoveVariant { from: 2, to: 0 }, [1, 2, 0]);
        check(Edit::RemoveVariant(1), [0, 0, 1]);
        check(Edit::DuplicateVariant(1), [2, 2, 2]);
        check(Edit::Cores(1), [0, 1, 2]);
    }
}
