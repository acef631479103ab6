//! Several runs of the same work on one axis: their totals, and how they compare with the first.

use crate::trace::{Span, Time};

use super::ruler::duration;
use super::track::Timeline;

/// What to write beside the timelines.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The end of the common axis.
    pub end: Time,
    pub runs: Vec<Run>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub name: String,
    pub total: Span,
    /// As in "9.00 s".
    pub total_text: String,
    /// Its total as a part of the first run's: 0.33 takes a third of the time. None if the first took no time.
    pub share: Option<f64>,
    /// As in "1.0x", "3.0x faster" or "2.0x slower"; empty if there is no share.
    pub ratio_text: String,
}

/// Compares runs; the first is the measure of the others.
pub fn compare<'a>(runs: impl IntoIterator<Item = (&'a str, &'a Timeline)>) -> Comparison {
    let mut comparison = Comparison { end: Time::ZERO, runs: Vec::new() };
    let mut first = None;
    for (name, timeline) in runs {
        let total = timeline.end - Time::ZERO;
        let first = *first.get_or_insert(total);
        let share = (first > Span::ZERO).then(|| total.0 as f64 / first.0 as f64);
        comparison.end = comparison.end.max(timeline.end);
        comparison.runs.push(Run {
            name: name.to_owned(),
            total,
            total_text: duration(total),
            share,
            ratio_text: share.map(ratio_text).unwrap_or_default(),
        });
    }
    comparison
}

fn ratio_text(share: f64) -> String {
    let (ratio, word) = if share <= 1.0 { (1.0 / share, "faster") } else { (share, "slower") };
    match format!("{ratio:.1}x") {
        same if same == "1.0x" => same,
        other => format!("{other} {word}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(seconds: f64) -> Timeline {
        Timeline { end: Time::ZERO + Span::from_secs(seconds), ..Timeline::default() }
    }

    #[test]
    fn totals_and_ratios_are_told_against_the_first() {
        let (nine, three, ten) = (run(9.0001), run(3.0), run(10.8));
        let comparison = compare([("Sequential", &nine), ("Concurrent", &three), ("Threads", &ten)]);
        let texts: Vec<_> = comparison.runs.iter().map(|run| (run.total_text.as_str(), run.ratio_text.as_str())).collect();
        assert_eq!(texts, [("9.00 s", "1.0x"), ("3.00 s", "3.0x faster"), ("10.80 s", "1.2x slower")]);
        assert_eq!(comparison.end, ten.end);
        assert_eq!(comparison.runs[1].share.map(|share| format!("{share:.2}")).as_deref(), Some("0.33"));
    }

    #[test]
    fn a_run_without_time_has_no_ratio() {
        let comparison = compare([("A", &run(0.0)), ("B", &run(1.0))]);
        assert!(comparison.runs.iter().all(|run| run.share.is_none() && run.ratio_text.is_empty()));
    }
}
