//! What is wrong with a scenario, and where.

use std::fmt;

/// One thing that keeps a scenario from being run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// A full sentence that names the limit.
    pub message: String,
}

/// The part of a scenario a [`Problem`] is about. Positions count from 0 here and from 1 when displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Title,
    Notes,
    Machine,
    /// The list of activities as a whole.
    Activities,
    AtMost,
    Activity(usize),
    Segment {
        activity: usize,
        segment: usize,
    },
    /// The list of code variants as a whole.
    Variants,
    Variant(usize),
}

impl Problem {
    pub(super) fn new(place: Place, message: impl Into<String>) -> Problem {
        Problem { place, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Place::Title => write!(f, "Title"),
            Place::Notes => write!(f, "Notes"),
            Place::Machine => write!(f, "Machine"),
            Place::Activities => write!(f, "Activities"),
            Place::AtMost => write!(f, "At most at once"),
            Place::Activity(activity) => write!(f, "Activity {}", activity + 1),
            Place::Segment { activity, segment } => write!(f, "Activity {}, segment {}", activity + 1, segment + 1),
            Place::Variants => write!(f, "Variants"),
            Place::Variant(variant) => write!(f, "Variant {}", variant + 1),
        }
    }
}

/// Adds a problem if `text` is blank or longer than `max` characters. `what` begins the sentence: "The name".
pub(super) fn check_text(problems: &mut Vec<Problem>, place: Place, what: &str, text: &str, max: usize) {
    if text.trim().is_empty() {
        problems.push(Problem::new(place, format!("{what} is empty.")));
    } else if text.chars().count() > max {
        problems.push(Problem::new(place, format!("{what} has more than {max} characters.")));
    }
}
