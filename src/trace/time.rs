//! Virtual time: integer nanoseconds from the start of the run. It never comes from a real clock.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Serialize};

/// An instant of virtual time, in ns since the run began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Time(pub u64);

/// A length of virtual time, in ns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span(pub u64);

impl Time {
    pub const ZERO: Time = Time(0);
    /// Later than every instant a run can reach.
    pub const NEVER: Time = Time(u64::MAX);

    /// Seconds since the run began, as Python's clocks report them.
    pub fn as_secs(self) -> f64 {
        self.0 as f64 / 1e9
    }

    /// The time that passed since `earlier`; zero if that is later.
    pub fn since(self, earlier: Time) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Span {
    pub const ZERO: Span = Span(0);
    pub const MICROSECOND: Span = Span(1_000);
    pub const MILLISECOND: Span = Span(1_000_000);
    pub const SECOND: Span = Span(1_000_000_000);

    /// A span of `seconds`, to the nearest ns. Negative and NaN become zero; too long becomes the longest.
    pub fn from_secs(seconds: f64) -> Span {
        // The cast saturates, which is what is wanted at both ends.
        Span((seconds * 1e9).round() as u64)
    }

    pub fn as_secs(self) -> f64 {
        self.0 as f64 / 1e9
    }
}

impl Add<Span> for Time {
    type Output = Time;

    fn add(self, span: Span) -> Time {
        Time(self.0.saturating_add(span.0))
    }
}

impl AddAssign<Span> for Time {
    fn add_assign(&mut self, span: Span) {
        *self = *self + span;
    }
}

impl Sub for Time {
    type Output = Span;

    fn sub(self, earlier: Time) -> Span {
        self.since(earlier)
    }
}

impl Add for Span {
    type Output = Span;

    fn add(self, other: Span) -> Span {
        Span(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, other: Span) {
        *self = *self + other;
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:09} s", self.0 / 1_000_000_000, self.0 % 1_000_000_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_from_seconds_saturate() {
        assert_eq!(Span::from_secs(1.5), Span(1_500_000_000));
        assert_eq!(Span::from_secs(-1.0), Span::ZERO);
        assert_eq!(Span::from_secs(f64::NAN), Span::ZERO);
        assert_eq!(Span::from_secs(f64::INFINITY), Span(u64::MAX));
        assert_eq!(Time::NEVER + Span::SECOND, Time::NEVER);
    }
}
