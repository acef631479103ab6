//! A timeline drawn with characters, for a terminal: a line a lane, a column a span of time.

use std::fmt::Write;

use crate::trace::{Span, Time};

use super::ruler::{duration, ticks};
use super::track::{State, Timeline, Track};

/// Labels are cut at this many characters.
const LONGEST_LABEL: usize = 24;
/// The narrowest drawing of bars, in columns.
const FEWEST_COLUMNS: usize = 10;

/// Draws all lanes in about `width` columns, until `until` if that is later than the end.
pub fn draw(timeline: &Timeline, until: Time, width: usize) -> String {
    let end = until.max(timeline.end);
    let labels: Vec<String> = timeline.tracks.iter().map(label).collect();
    let label_width = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
    let sums: Vec<String> = timeline.tracks.iter().map(sums).collect();
    let sum_width = sums.iter().map(|sum| sum.chars().count()).max().unwrap_or(0);
    let columns = width.saturating_sub(label_width + sum_width + 5).max(FEWEST_COLUMNS);
    let mut drawing = String::new();
    for (track, (label, sums)) in timeline.tracks.iter().zip(labels.iter().zip(&sums)) {
        let bars: String = (0..columns)
            .map(|column| cell(track, column_time(end, columns, column), column_time(end, columns, column + 1)))
            .collect();
        push_line(&mut drawing, &format!("{label:label_width$} |{bars}| {sums}"));
    }
    push_line(&mut drawing, &format!("{:label_width$}  {}", "", axis(end, columns)));
    let mut legend = format!("{:label_width$}  total {}", "", duration(timeline.end - Time::ZERO));
    for state in State::ALL.into_iter().filter(|&state| timeline.tracks.iter().any(|track| track.totals().get(state) > Span::ZERO))
    {
        // Writing to a string cannot fail.
        let _ = write!(legend, "   {} {}", glyph(state), state.name());
    }
    push_line(&mut drawing, &legend);
    drawing
}

fn push_line(drawing: &mut String, line: &str) {
    drawing.push_str(line.trim_end());
    drawing.push('\n');
}

/// The character of a state.
pub fn glyph(state: State) -> char {
    match state {
        State::Running => '█',
        State::Ready => '▒',
        State::Waiting => '░',
        State::Blocking => '▓',
        State::Idle => '·',
    }
}

fn label(track: &Track) -> String {
    let indent = "  ".repeat(usize::from(track.depth));
    let detail = if track.detail.is_empty() { String::new() } else { format!(" {}", track.detail) };
    let whole = format!("{indent}{}{detail}", track.label);
    // A label is one line, whatever the program called its tasks.
    let mut label: String = whole.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_LABEL).collect();
    if whole.chars().count() > LONGEST_LABEL {
        label.pop();
        label.push('…');
    }
    label
}

/// The time a lane spent in each state, as far as there is any.
fn sums(track: &Track) -> String {
    let totals = track.totals();
    let shown = State::ALL.into_iter().filter(|&state| state != State::Idle && totals.get(state) > Span::ZERO);
    shown.map(|state| format!("{} {}", glyph(state), duration(totals.get(state)))).collect::<Vec<_>>().join("  ")
}

/// The time at the left edge of a column.
fn column_time(end: Time, columns: usize, column: usize) -> Time {
    // 128 bits, as the product can exceed 64.
    Time((u128::from(end.0) * column as u128 / columns as u128) as u64)
}

/// The state that takes most of a column. A lane that is there for a part of it only is shown if that part is half of it, or has
/// nowhere else to show.
fn cell(track: &Track, from: Time, to: Time) -> char {
    let totals = track.totals_between(from, to);
    let alone =
        || track.slices.first().is_some_and(|slice| slice.from >= from) && track.slices.last().is_some_and(|slice| slice.to <= to);
    match totals.dominant() {
        Some(state) if totals.sum().0 * 2 >= (to - from).0 || alone() => glyph(state),
        _ => ' ',
    }
}

/// The axis: each label begins below its time, and is left out where there is no room.
fn axis(end: Time, columns: usize) -> String {
    let mut axis = String::new();
    let mut length = 0;
    for tick in ticks(Time::ZERO, end, (columns / 12).max(2)) {
        let column = (u128::from(tick.at.0) * columns as u128 / u128::from(end.0.max(1))) as usize;
        if length == 0 || column > length {
            axis.extend(std::iter::repeat_n(' ', column - length));
            axis.push_str(&tick.label);
            length = column + tick.label.chars().count();
        }
    }
    axis
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;

    #[test]
    fn drawings_are_as_recorded() {
        check_golden("two_tasks.txt", &super::draw(&two_tasks().timeline(), ms(0), 100));
        check_golden("three_threads.txt", &super::draw(&three_threads().timeline(), ms(500), 100));
    }

    #[test]
    fn a_narrow_terminal_and_an_empty_run_are_drawn_too() {
        let drawing = super::draw(&two_tasks().timeline(), ms(0), 0);
        assert!(drawing.lines().all(|line| line.matches('|').count() != 1), "{drawing}");
        assert_eq!(super::draw(&super::Timeline::default(), ms(0), 80).lines().count(), 2);
    }
}
