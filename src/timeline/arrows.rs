//! What belongs to a bar: who woke or made it, and whom it woke and made.

use super::track::{Flow, Slice, State, Timeline};

/// Arrows drawn for a bar; more would hide it.
const MOST: usize = 40;
/// Flows looked at for a bar.
const PATIENCE: usize = 20_000;

/// The flows of the slice with that index of a track, in the order of their time.
pub fn of_slice(timeline: &Timeline, track: usize, slice: usize) -> Vec<Flow> {
    let Some(slices) = timeline.tracks.get(track).map(|track| &track.slices) else { return Vec::new() };
    let Some(slice_itself) = slices.get(slice) else { return Vec::new() };
    // What runs was woken when it got ready.
    let before = slice.checked_sub(1).and_then(|before| slices.get(before));
    let queued = before.filter(|before| before.state == State::Ready && before.to == slice_itself.from);
    let from = queued.map_or(slice_itself.from, |queued| queued.from);
    let first = timeline.flows.partition_point(|flow| flow.at < from);
    let near = timeline.flows[first..].iter().take(PATIENCE).take_while(|flow| flow.at <= slice_itself.to);
    let belongs = |flow: &&Flow| {
        let comes = flow.to as usize == track && comes_to(flow, slice_itself, queued);
        let goes = flow.from as usize == track && flow.at >= slice_itself.from && may_act(slice_itself.state);
        comes || goes
    };
    near.filter(belongs).take(MOST).copied().collect()
}

/// A wait is ended by being woken, anything else begins with it.
fn comes_to(flow: &Flow, slice: &Slice, queued: Option<&Slice>) -> bool {
    match slice.state {
        State::Waiting | State::Idle => flow.at == slice.to,
        _ => flow.at == queued.map_or(slice.from, |queued| queued.from),
    }
}

fn may_act(state: State) -> bool {
    matches!(state, State::Running | State::Blocking)
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::super::track::FlowKind;
    use super::*;

    #[test]
    fn a_bar_knows_who_woke_it_and_whom_it_woke() {
        let timeline = two_tasks().timeline();
        let flows = |track, slice| {
            let flows = of_slice(&timeline, track, slice);
            flows.iter().map(|flow| (flow.from, flow.to, flow.kind)).collect::<Vec<_>>()
        };
        // `main` waits for `sleeper`, and runs because of it.
        assert_eq!(flows(1, 0), [(2, 1, FlowKind::Woke)]);
        assert_eq!(flows(1, 1), [(2, 1, FlowKind::Woke)]);
        // `sleeper` is created ready, and wakes `main` at its end.
        assert_eq!(flows(2, 0), [(1, 2, FlowKind::Created)]);
        assert_eq!(flows(2, 3), [(2, 1, FlowKind::Woke)]);
        assert_eq!(flows(9, 0), []);
    }
}
