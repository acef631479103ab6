//! A track while it is being written.

use crate::trace::Time;

use super::sums::Sums;
use super::track::{Mark, MarkKind, Reason, Slice, State, Track, TrackKind};

/// When something happened: its time and the index of its event.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stamp {
    pub at: Time,
    pub step: u32,
}

/// A track whose last slice may still be open.
#[derive(Debug)]
pub(super) struct Lane {
    pub track: Track,
    /// The slice in progress; its `to` means nothing yet.
    open: Option<Slice>,
}

impl Lane {
    pub fn new(kind: TrackKind, label: String) -> Lane {
        let track = Track {
            kind,
            actor: None,
            label,
            detail: String::new(),
            depth: 0,
            began: None,
            ended: None,
            slices: Vec::new(),
            marks: Vec::new(),
            prints: Vec::new(),
            calls: Vec::new(),
            sums: Sums::default(),
        };
        Lane { track, open: None }
    }

    /// From `now` on the lane is in `state`.
    pub fn set(&mut self, now: Stamp, state: State, reason: Option<Reason>) {
        if self.open.is_some_and(|open| (open.state, open.reason) == (state, reason)) {
            return;
        }
        self.finish_slice(now.at);
        self.track.began.get_or_insert(now.at);
        self.track.ended = None;
        let begins = Slice { from: now.at, to: now.at, step: now.step, state, reason };
        self.open = match self.track.slices.pop_if(|last| (last.to, last.state, last.reason) == (now.at, state, reason)) {
            // What lay between took no time.
            Some(same) => Some(same),
            None => Some(begins),
        };
    }

    /// The lane is in no state from `at` on.
    pub fn close(&mut self, at: Time) {
        if self.open.is_some() {
            self.finish_slice(at);
            self.track.ended = Some(at);
        }
    }

    pub fn mark(&mut self, now: Stamp, kind: MarkKind) {
        let mark = Mark { at: now.at, step: now.step, kind };
        match kind {
            MarkKind::Printed(_) => self.track.prints.push(mark),
            _ => self.track.marks.push(mark),
        }
    }

    /// Starts a lane with what `owner` has done since it came to be.
    pub fn begin_like(&mut self, owner: &Lane) {
        self.track.slices.clone_from(&owner.track.slices);
        self.track.began = owner.track.began;
        self.open = owner.open;
    }

    /// The finished track; an open slice lasts until `end`.
    pub fn into_track(mut self, end: Time) -> Track {
        self.finish_slice(end);
        self.track.sums = Sums::of(&self.track.slices);
        self.track
    }

    fn finish_slice(&mut self, at: Time) {
        if let Some(slice) = self.open.take().filter(|slice| slice.from < at) {
            self.track.slices.push(Slice { to: at, ..slice });
        }
    }
}
