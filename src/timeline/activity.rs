//! Lanes for the calls of named functions. A block scenario has a lane for every activity, the same in each of its variants, whatever
//! tasks, threads and processes a variant runs it in.

use std::collections::HashMap;

use crate::trace::{StrId, Trace};

use super::lane::Lane;
use super::track::TrackKind;

/// A function whose calls are lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityLane {
    /// Its name, as in `CallEntered`.
    pub function: String,
    /// What its lanes are called; they are numbered if there are several.
    pub label: String,
    /// The number of lanes. They are there even if there are fewer calls; further calls have none.
    pub copies: u32,
}

/// Which call goes to which lane.
#[derive(Debug)]
pub(super) struct Activities<'a> {
    lanes: &'a [ActivityLane],
    /// For each of `lanes`, the index of its first lane among all, and the number of calls so far.
    first: Vec<usize>,
    calls: Vec<u32>,
    /// The functions seen so far: text comparison is done once for each.
    known: HashMap<StrId, Option<usize>>,
}

impl<'a> Activities<'a> {
    pub fn new(lanes: &'a [ActivityLane], all: &mut Vec<Lane>) -> Activities<'a> {
        let mut first = Vec::with_capacity(lanes.len());
        for (index, lane) in lanes.iter().enumerate() {
            first.push(all.len());
            all.extend((0..lane.copies).map(|copy| {
                let label = if lane.copies == 1 { lane.label.clone() } else { format!("{} {}", lane.label, copy + 1) };
                Lane::new(TrackKind::Activity { lane: index as u32, copy }, label)
            }));
        }
        Activities { lanes, first, calls: vec![0; lanes.len()], known: HashMap::new() }
    }

    /// The lane of the call of `function` that begins now.
    pub fn enter(&mut self, trace: &Trace, function: StrId) -> Option<usize> {
        let lanes = self.lanes;
        let find = || lanes.iter().position(|lane| lane.function == trace.text(function));
        let lane = (*self.known.entry(function).or_insert_with(find))?;
        let copy = self.calls[lane];
        self.calls[lane] = copy.saturating_add(1);
        (copy < lanes[lane].copies).then(|| self.first[lane] + copy as usize)
    }
}
