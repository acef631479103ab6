//! Round positions for a time axis, and times as short text.

use crate::trace::{Span, Time};

const MICROSECOND: u64 = Span::MICROSECOND.0;
const MILLISECOND: u64 = Span::MILLISECOND.0;
const SECOND: u64 = Span::SECOND.0;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// A labelled position on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    pub at: Time,
    pub label: String,
}

/// The ticks from `from` to `to`, both included: the most of them that are not more than `most`, at round times.
pub fn ticks(from: Time, to: Time, most: usize) -> Vec<Tick> {
    let step = step_for(to - from, most);
    let mut ticks = Vec::new();
    let mut at = from.0.div_ceil(step).checked_mul(step);
    while let Some(time) = at.filter(|&time| time <= to.0) {
        ticks.push(Tick { at: Time(time), label: label(time, to.0, step) });
        at = time.checked_add(step);
    }
    ticks
}

/// The smallest round step, in ns, that gives at most `most` ticks in `span`, counting both ends; no span needs no fine step.
fn step_for(span: Span, most: usize) -> u64 {
    if span == Span::ZERO {
        return SECOND;
    }
    let gaps = most.saturating_sub(1).max(1) as u64;
    steps().find(|step| span.0 / step <= gaps).unwrap_or(u64::MAX)
}

/// 1, 2 and 5 times the powers of ten ns up to 10 s, then the round parts of minutes and hours.
fn steps() -> impl Iterator<Item = u64> {
    let decimal = |unit: u64, powers: u32| (0..powers).flat_map(move |power| [1, 2, 5].map(|n| n * unit * 10u64.pow(power)));
    let sixties = [10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE];
    decimal(1, 10).chain(sixties).chain(decimal(HOUR, 6))
}

/// The label of `time` on an axis that ends at `end`: one unit for all of it, and as many decimals as `step` needs.
fn label(time: u64, end: u64, step: u64) -> String {
    let decimals = |unit: u64| {
        let digits = (0..9).find(|&digits| step.is_multiple_of((unit / 10u64.pow(digits)).max(1)));
        digits.unwrap_or(9) as usize
    };
    let in_unit = |unit: u64, name: &str| format!("{:.*} {name}", decimals(unit), time as f64 / unit as f64);
    match end {
        0..MILLISECOND => in_unit(MICROSECOND, "µs"),
        MILLISECOND..SECOND => in_unit(MILLISECOND, "ms"),
        _ if time < MINUTE => in_unit(SECOND, "s"),
        _ if step.is_multiple_of(SECOND) => in_sixties(time / SECOND),
        _ => format!("{} min {:.*} s", time / MINUTE, decimals(SECOND), (time % MINUTE) as f64 / SECOND as f64),
    }
}

/// A length of time, to about three digits: "1.50 s", "250 ms", "2 min 5 s".
pub fn duration(span: Span) -> String {
    let ns = span.0 as f64;
    let three_digits = |value: f64, unit: &str| {
        let decimals = if value >= 99.95 { 0 } else { usize::from(value < 9.995) + 1 };
        format!("{value:.decimals$} {unit}")
    };
    // A bound is where rounding would give the next unit.
    if span == Span::ZERO {
        "0 s".to_owned()
    } else if ns < 999.5 {
        format!("{ns} ns")
    } else if ns < 999.5e3 {
        three_digits(ns / 1e3, "µs")
    } else if ns < 999.5e6 {
        three_digits(ns / 1e6, "ms")
    } else if ns < 59.995e9 {
        format!("{:.2} s", ns / 1e9)
    } else {
        in_sixties((ns / 1e9).round() as u64)
    }
}

/// Whole seconds, a minute or more, by their two largest units.
fn in_sixties(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (hours, minutes, rest) {
        (0, _, 0) => format!("{minutes} min"),
        (0, _, _) => format!("{minutes} min {rest} s"),
        (_, 0, 0) => format!("{hours} h"),
        (_, _, 0) => format!("{hours} h {minutes} min"),
        _ => format!("{hours} h {minutes} min {rest} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: u64, to: u64, most: usize, expected: &[&str]) {
        let labels: Vec<_> = ticks(Time(from), Time(to), most).into_iter().map(|tick| tick.label).collect();
        assert_eq!(labels, expected);
    }

    #[test]
    fn ticks_are_round_at_every_scale() {
        check(0, 900, 4, &["0.0 µs", "0.5 µs"]);
        check(0, 5 * MICROSECOND, 6, &["0 µs", "1 µs", "2 µs", "3 µs", "4 µs", "5 µs"]);
        check(0, 250 * MILLISECOND, 6, &["0 ms", "50 ms", "100 ms", "150 ms", "200 ms", "250 ms"]);
        check(0, 2 * SECOND, 5, &["0.0 s", "0.5 s", "1.0 s", "1.5 s", "2.0 s"]);
        check(0, 9 * SECOND, 5, &["0 s", "2 s", "4 s", "6 s", "8 s"]);
        check(0, 2 * MINUTE, 5, &["0 s", "30 s", "1 min", "1 min 30 s", "2 min"]);
        check(0, 90 * MINUTE, 4, &["0 s", "30 min", "1 h", "1 h 30 min"]);
        check(0, 0, 5, &["0 µs"]);
    }

    #[test]
    fn ticks_far_from_zero_tell_their_step() {
        check(8_123_456_000, 8_123_460_000, 5, &["8.123456 s", "8.123457 s", "8.123458 s", "8.123459 s", "8.123460 s"]);
        check(61_000_000_000, 62_000_000_000, 3, &["1 min 1.0 s", "1 min 1.5 s", "1 min 2.0 s"]);
        assert!(ticks(Time::ZERO, Time::NEVER, 10).len() <= 10);
    }

    #[test]
    fn durations_have_about_three_digits() {
        let check = |ns: u64, expected: &str| assert_eq!(duration(Span(ns)), expected, "{ns}");
        check(0, "0 s");
        check(17, "17 ns");
        check(1_500, "1.50 µs");
        check(12_340_000, "12.3 ms");
        check(250_000_000, "250 ms");
        check(999_900_000, "1.00 s");
        check(9_000_123_000, "9.00 s");
        check(12 * SECOND, "12.00 s");
        check(59_999_000_000, "1 min");
        check(125 * SECOND, "2 min 5 s");
        check(3 * HOUR + 5 * MINUTE, "3 h 5 min");
    }
}
