//! What tells the rows and programs of the editor apart.

use crate::scenario::{Body, Scenario};

/// A row or program has the same key as long as it exists, wherever it moves. So a field keeps the focus and what was typed into it, and a
/// program its history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowKeys {
    pub activities: Vec<ActivityKeys>,
    /// Of the programs, the generated ones included.
    pub variants: Vec<u32>,
    pub(super) next: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityKeys {
    pub key: u32,
    pub segments: Vec<u32>,
}

impl RowKeys {
    /// Keys for a scenario that is opened; `previous` are those of the one before, so that none is used again.
    pub fn of(scenario: &Scenario, previous: &RowKeys) -> RowKeys {
        let mut keys = RowKeys { next: previous.next, ..RowKeys::default() };
        if let Body::Blocks(blocks) = &scenario.body {
            for activity in &blocks.activities {
                let row = keys.row(activity.segments.len());
                keys.activities.push(row);
            }
        }
        keys.variants = (0..scenario.body.variant_count()).map(|_| fresh(&mut keys.next)).collect();
        keys
    }

    /// Sees to it that none of the keys of `other` is given again.
    pub fn outlive(&mut self, other: &RowKeys) {
        self.next = self.next.max(other.next);
    }

    /// Keys for a scenario that got a program at position `at`: the others keep theirs, if it is one more.
    pub fn with_new_program(&self, before: &Scenario, after: &Scenario, at: usize) -> RowKeys {
        let mut keys = RowKeys::of(after, self);
        let is_one_more = after.body.variant_count() == before.body.variant_count() + 1;
        if let (true, Body::Code(_)) = (is_one_more, &before.body) {
            let new = keys.variants[at];
            keys.variants.clone_from(&self.variants);
            keys.variants.insert(at, new);
        }
        keys
    }

    pub(super) fn fresh(&mut self) -> u32 {
        fresh(&mut self.next)
    }

    pub(super) fn row(&mut self, segments: usize) -> ActivityKeys {
        ActivityKeys { key: self.fresh(), segments: (0..segments).map(|_| self.fresh()).collect() }
    }
}

pub(super) fn fresh(next: &mut u32) -> u32 {
    *next += 1;
    *next
}
